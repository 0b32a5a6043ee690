"""The next session of a service, and whether it is open now.

Times on the wall clock in the UK become moments of Europe/London: a session over the night on which the clocks change
is an hour longer or shorter, and one that would start in the hour left out in spring starts an hour later.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from heapq import merge
from operator import attrgetter
from zoneinfo import ZoneInfo

from directory.domain.eligibility.logic import Truth, any_of
from directory.domain.eligibility.person import DayPart
from directory.domain.errors import InvalidValue
from directory.domain.parts import BankHolidays, Schedule
from directory.domain.places import Nation
from directory.domain.times.days_off import is_bank_holiday, may_be_school_holiday
from directory.domain.times.recurrence import days_of, rule_of

LONDON = ZoneInfo("Europe/London")
HORIZON = timedelta(days=60)
"""How far ahead the next session is looked for."""

_YEARS = range(1900, 4099)
"""The years in which Easter, and with it the school holidays, can be told (package ``python-dateutil``)."""

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_MIDNIGHT = time(0)
_PARTS: dict[DayPart | None, tuple[time, time]] = {
    DayPart.MORNING: (_MIDNIGHT, time(12)),
    DayPart.AFTERNOON: (time(12), time(17)),
    DayPart.EVENING: (time(17), _MIDNIGHT),
    None: (_MIDNIGHT, _MIDNIGHT),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session: the day ``on`` which it starts, and the hours in Europe/London where they are known.

    ``certain`` is false where it may not happen: every second week with no date to count from, a bank holiday of which
    nothing is said, or term time only in what is a school holiday in most places.
    """

    on: date
    start: datetime | None
    end: datetime | None
    certain: bool
    schedule: Schedule


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A session with the moments, in UTC, that it lies between: its hours, or the part of the day it is in."""

    session: Session
    begins: datetime
    ends: datetime


def next_session(schedules: Iterable[Schedule], after: datetime, nation: Nation | None) -> Session | None:
    """The first session that starts at ``after``, an aware datetime, or later, within 60 days; None if none is known.

    A session of which only the day is known comes when the part of the day it is in has not ended. ``nation`` is where
    the session is, for its bank holidays. Terms of schools are not known: in typical school holidays a session in term
    time only is given as not certain. Before 1900 and after 4098 none is known.
    """
    if _is_out_of_time(after):
        return None
    firsts = (next(_coming(schedule, after, nation), None) for schedule in schedules)
    first = min((one for one in firsts if one), key=_BY_BEGIN, default=None)
    return first.session if first else None


def sessions_ahead(schedules: Iterable[Schedule], after: datetime, nation: Nation | None) -> Iterator[Session]:
    """The sessions that `next_session` would give one after another, in order; of the same in two schedules one."""
    if _is_out_of_time(after):
        return
    known = set()
    for one in merge(*(_coming(schedule, after, nation) for schedule in schedules), key=_BY_BEGIN):
        if (one.begins, one.ends) not in known:
            known.add((one.begins, one.ends))
            yield one.session


_BY_BEGIN = attrgetter("begins")


def _coming(schedule: Schedule, after: datetime, nation: Nation | None) -> Iterator[_Stretch]:
    """The sessions of one schedule that start at ``after`` or later, or of which no more than the day is known."""
    here, instant = _in_london(after), after.astimezone(UTC)
    for one in _stretches(schedule, here.date(), nation):
        if one.begins >= instant if one.session.start else one.ends > instant:
            yield one


def open_now(schedules: Iterable[Schedule], at: datetime, nation: Nation | None) -> Truth:
    """Whether a session is on at ``at``, an aware datetime.

    Unknown where a schedule cannot be read, the hours are not known, or the session is not certain (see `Session`),
    and where there are no schedules. Before 1900 and after 4098 all is unknown.
    """
    if _is_out_of_time(at):
        return Truth.UNKNOWN
    here, instant = _in_london(at).date(), at.astimezone(UTC)
    return any_of([_open_by(schedule, here, instant, nation) for schedule in schedules] or [Truth.UNKNOWN])


def _open_by(schedule: Schedule, here: date, instant: datetime, nation: Nation | None) -> Truth:
    if rule_of(schedule) is None:
        return Truth.UNKNOWN
    answers = (
        Truth.YES if one.session.certain and one.session.end else Truth.UNKNOWN
        for one in _stretches(schedule, here, nation, within=timedelta())
        if one.begins <= instant < one.ends
    )
    return any_of(answers)


def _stretches(
    schedule: Schedule, here: date, nation: Nation | None, within: timedelta = HORIZON
) -> Iterator[_Stretch]:
    """The sessions of ``schedule`` from the day before ``here``, in order, without those a bank holiday takes out."""
    rule = rule_of(schedule)
    # Most are found within the week, and working out no more than that halves the time it takes.
    for first, last in ((-_DAY, _WEEK), (_WEEK + _DAY, HORIZON)):
        if rule is None:
            return
        for day in days_of(schedule, here + first, here + last):
            if day > here + within:
                return
            happens = _happens(schedule, day, nation)
            if happens is not Truth.NO:
                yield _stretch(schedule, day, certain=rule.is_anchored and happens is Truth.YES)


def _happens(schedule: Schedule, day: date, nation: Nation | None) -> Truth:
    """Whether there is a session on a day of the rule, going by bank holidays and terms."""
    holiday = is_bank_holiday(day, nation)
    if schedule.bank_holidays is BankHolidays.OPEN:
        holiday = Truth.NO
    if holiday is Truth.YES and schedule.bank_holidays is BankHolidays.CLOSED:
        return Truth.NO
    in_doubt = holiday is not Truth.NO or (schedule.term_time_only and may_be_school_holiday(day, nation))
    return Truth.UNKNOWN if in_doubt else Truth.YES


def _stretch(schedule: Schedule, day: date, *, certain: bool) -> _Stretch:
    opens, closes = schedule.opens_at, schedule.closes_at
    first, last = _PARTS[None if opens or closes else schedule.day_part]
    begins, ends = _hours(day, opens or first, closes or last)
    if opens and opens == closes != _MIDNIGHT:  # tells nothing of the end
        ends, closes = _hours(day, opens, _MIDNIGHT)[1], None
    start, end = (begins if opens else None), (ends if opens and closes else None)
    session = Session(on=day, start=start, end=end, certain=certain, schedule=schedule)
    return _Stretch(session, begins.astimezone(UTC), ends.astimezone(UTC))


def _hours(day: date, opens: time, closes: time) -> tuple[datetime, datetime]:
    """The moments of two times, the second of which is on the next day unless it is the later one."""
    start = _moment(day, opens)
    end = _moment(day if closes > opens else day + _DAY, closes)
    if end > start:
        return start, end
    # Only in the hour that is left out in spring, where the start has moved past the end.
    return start, end + timedelta(hours=1)


def _moment(day: date, clock: time) -> datetime:
    """A wall clock time as a moment; one in the hour that is left out in spring is an hour later."""
    return datetime.combine(day, clock, tzinfo=LONDON).astimezone(UTC).astimezone(LONDON)


def _is_out_of_time(moment: datetime) -> bool:
    if moment.tzinfo is None:
        raise InvalidValue("moment", moment, "A moment needs its time zone")
    return moment.year not in _YEARS


def _in_london(moment: datetime) -> datetime:
    return moment.astimezone(LONDON)
