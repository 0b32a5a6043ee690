"""Opening times as embedded data gives them, and as schema.org writes them in a line: ``Mo-Fr 09:00-17:00``."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import time
from itertools import chain

from crawlers.families.readers import clock
from crawlers.watching.days import day_said
from crawlers.watching.nodes import Node
from directory.domain import messages
from directory.domain.errors import InvalidValue
from directory.domain.parts import Frequency, Schedule
from directory.domain.times.reading import is_worded, read_schedules
from directory.domain.times.tokens import WEEK

_SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAY = (
    r"(?:mo(?:n(?:day)?)?|tu(?:es?(?:day)?)?|we(?:d(?:nesday)?)?|th(?:u(?:rs?(?:day)?)?)?|fr(?:i(?:day)?)?"
    r"|sa(?:t(?:urday)?)?|su(?:n(?:day)?)?)"
)
_HOURS = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\s*[-–]\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
_PART = re.compile(
    rf"(?P<days>{_DAY}(?:\s*[-–,]\s*{_DAY})*)\s+(?P<hours>{_HOURS}(?:\s*,\s*{_HOURS})*)(?:[\s;,]+|$)", re.IGNORECASE
)
_SPAN = re.compile(rf"({_DAY})(?:\s*[-–]\s*({_DAY}))?", re.IGNORECASE)


def schedules_of(thing: Node) -> tuple[Schedule, ...]:
    """The opening times among a thing's fields; those that cannot be read completely are left out."""
    written = (value for value in thing.fields.get("openingHours", ()) if isinstance(value, str))
    specified = thing.things("openingHoursSpecification")
    found = chain(chain.from_iterable(map(_of_specification, specified)), chain.from_iterable(map(of_line, written)))
    return tuple(dict.fromkeys(found))


def of_line(line: str) -> tuple[Schedule, ...]:
    """The schedules in a line such as ``Mo-Fr 09:00-17:00, Sa 10:00-12:00``, or in any words about times."""
    pieces = _pieces(line.strip())
    if pieces is None:
        return tuple(schedule for schedule in read_schedules(line) if not is_worded(schedule))
    return tuple(schedule for days, hours in pieces for schedule in _weekly(_days(days), hours.split(",")))


def _pieces(line: str) -> list[tuple[str, str]] | None:
    """The days and hours of each part of a line that is written throughout as schema.org writes them, else None."""
    pieces: list[tuple[str, str]] = []
    position = 0
    while position < len(line):
        part = _PART.match(line, position)
        if part is None:
            return None
        pieces.append((part["days"], part["hours"]))
        position = part.end()
    return pieces or None


def _days(written: str) -> list[str]:
    """The codes of days in the order of the week; a span over the end of the week goes round it."""
    chosen: set[int] = set()
    for first, last in _SPAN.findall(written):
        start, end = _number(first), _number(last or first)
        chosen |= {(start + step) % len(WEEK) for step in range((end - start) % len(WEEK) + 1)}
    return [WEEK[number] for number in sorted(chosen)]


def _number(day: str) -> int:
    return WEEK.index(day[:2].upper())


def _weekly(days: list[str], hours: Iterable[str]) -> Iterator[Schedule]:
    for span in hours:
        opens, _, closes = span.replace("–", "-").partition("-")
        with suppress(InvalidValue):
            yield from _open(days, clock(opens.strip()), clock(closes.strip()))


def _open(days: list[str], opens: time, closes: time) -> Iterator[Schedule]:
    # Publishers write the same time twice both for a day on which they are closed and for one that never ends.
    if days and opens != closes:
        yield Schedule(freq=Frequency.WEEKLY, byday=",".join(days), opens_at=opens, closes_at=closes)


def _of_specification(thing: Node) -> Iterator[Schedule]:
    """The schedule of an OpeningHoursSpecification."""
    written = [value for value in thing.fields.get("dayOfWeek", ()) if isinstance(value, str)]
    names = [name for value in written for name in re.split(r"[,\s]+", value.rpartition("/")[2])]
    days = [name[:2].upper() for name in names if name[:2].upper() in WEEK]
    first, last = thing.words("validFrom"), thing.words("validThrough")
    valid_from, valid_to = day_said(first or ""), day_said(last or "")
    try:
        opens, closes = clock(thing.words("opens") or ""), clock(thing.words("closes") or "")
    except InvalidValue:
        return
    if bool(first) != bool(valid_from) or bool(last) != bool(valid_to):
        return  # hours for a time of which it is not known when it is
    for schedule in _open([day for day in WEEK if day in days], opens, closes):
        yield replace(schedule, valid_from=valid_from, valid_to=valid_to)


def in_a_line(schedules: Iterable[Schedule]) -> str:
    """Weekly schedules in words that `directory.domain.times` reads, ``Mon, Tue 09:00-17:00``; of others their own."""
    return "; ".join(filter(None, map(_line, schedules)))


def _line(schedule: Schedule) -> str:
    is_plain = schedule.freq is Frequency.WEEKLY and schedule.byday and schedule.interval in (None, 1)
    if not is_plain or schedule.opens_at is None or schedule.closes_at is None:
        return schedule.read_from or schedule.description or ""
    days = ", ".join(_SHORT[_number(day)] for day in (schedule.byday or "").split(","))
    bounds = (("from", schedule.valid_from), ("to", schedule.valid_to))
    when = "".join(f" {word} {messages.day(day)}" for word, day in bounds if day)
    return f"{days} {schedule.opens_at:%H:%M}-{schedule.closes_at:%H:%M}{when}"
