"""The days and parts of a day on which a service has sessions, for filters such as "Tuesday evenings"."""

from collections.abc import Collection, Iterable, Iterator
from datetime import time
from functools import lru_cache
from itertools import product

from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import DayPart, Weekday
from directory.domain.parts import Schedule
from directory.domain.times.recurrence import rule_of
from directory.domain.times.tokens import WEEK

Slot = tuple[Weekday, DayPart]
Wish = tuple[Weekday | None, DayPart | None]
"""A day, a part of the day, or both; None is any."""

REMEMBERED = 20_000
"""Schedules of which it is kept when they are: a catalogue has far fewer different ones than services."""

_WEEK = tuple(Weekday)
_WEEKDAYS = dict(zip(WEEK, Weekday, strict=True))
_ANY_TIME = tuple((0, part) for part in DayPart)
_DAY = 24 * 60
_LEAST = 60
"""Minutes of a part of the day that a session covers to count in it."""

_STRETCHES = (
    (0, 0, 12 * 60, DayPart.MORNING),
    (0, 12 * 60, 17 * 60, DayPart.AFTERNOON),
    (0, 17 * 60, 30 * 60, DayPart.EVENING),
    (1, 30 * 60, 36 * 60, DayPart.MORNING),
    (1, 36 * 60, 41 * 60, DayPart.AFTERNOON),
    (1, 41 * 60, 48 * 60, DayPart.EVENING),
)
"""Days after the start, first and last minute after its midnight, and the part; small hours are of the night before."""


def fits(schedules: Iterable[Schedule]) -> tuple[frozenset[Wish], frozenset[Wish]]:
    """The wishes that are surely met, and those that may be, for all that is stated; no schedule leaves all open.

    A session counts in each part of a day that it covers by at least an hour, else in the part it starts in. A day or
    hour that is not stated leaves all open, and so does a schedule that cannot be read. Dates of validity are not
    looked at.
    """
    listed = tuple(schedules)
    if not listed:
        return frozenset(), frozenset(product((*Weekday, None), (*DayPart, None)))
    sure, maybe = zip(*map(_fits, listed), strict=True)
    return frozenset().union(*sure), frozenset().union(*maybe)


def day_matches(schedules: Iterable[Schedule], days: Collection[Weekday], parts: Collection[DayPart]) -> Truth:
    """Whether there are sessions on one of ``days`` in one of ``parts``; nothing wanted means that any will do.

    Unknown where there is no schedule, or where what is not stated might fit.
    """
    sure, maybe = fits(schedules)
    wanted = set(product(days or (None,), parts or (None,)))
    return Truth.YES if wanted & sure else Truth.UNKNOWN if wanted & maybe else Truth.NO


@lru_cache(maxsize=REMEMBERED)
def _fits(schedule: Schedule) -> tuple[frozenset[Wish], frozenset[Wish]]:
    on, at = _days(schedule), _parts(schedule)
    sure = _wishes(_slots(on, at)) | {(day, None) for day in on}
    if rule_of(schedule):
        sure |= {(None, part) for _, part in at}
    return frozenset(sure), frozenset(_wishes(_slots(on or Weekday, at or _ANY_TIME)))


def _wishes(slots: Iterable[Slot]) -> set[Wish]:
    """The wishes that a session in each slot meets: that day and part, the day alone, the part alone, any at all."""
    return {wish for day, part in slots for wish in product((day, None), (part, None))}


def _days(schedule: Schedule) -> frozenset[Weekday]:
    """The days of the week it starts on; none where they are not known or change."""
    rule = rule_of(schedule)
    return frozenset(_WEEKDAYS[code] for code in rule.weekdays) if rule else frozenset()


def _parts(schedule: Schedule) -> tuple[tuple[int, DayPart], ...]:
    """The parts of the day, each with the days after the start; none where they are not known."""
    opens, closes = schedule.opens_at, schedule.closes_at
    if opens is None:
        return ((0, schedule.day_part),) if schedule.day_part and closes is None else ()
    starts_in = ((0, DayPart.of(opens)),)
    if closes is None or opens == closes != time(0):
        return starts_in
    first = opens.hour * 60 + opens.minute
    last = closes.hour * 60 + closes.minute + (0 if closes > opens else _DAY)
    covered = tuple(
        (later, part) for later, start, end, part in _STRETCHES if min(last, end) - max(first, start) >= _LEAST
    )
    return covered or starts_in


def _slots(days: Iterable[Weekday], parts: Iterable[tuple[int, DayPart]]) -> Iterator[Slot]:
    for day, (later, part) in product(days, parts):
        yield _WEEK[(_WEEK.index(day) + later) % 7], part
