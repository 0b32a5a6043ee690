"""Schedules in words: the parts of a recurrence rule as a person would say them."""

import re
from collections.abc import Iterator
from datetime import time
from functools import lru_cache

from directory.domain.eligibility.person import DayPart
from directory.domain.messages import Message, both, listed, mark, say, say_count
from directory.domain.parts import BankHolidays, Frequency, Schedule
from directory.domain.times.tokens import WEEK
from directory.domain.times.weekdays import EACH_WEEKDAY, WEEKDAYS

DAYS = dict(zip(WEEK, WEEKDAYS, strict=True))
_ON_EACH = dict(zip(WEEK, EACH_WEEKDAY, strict=True))
_WORKING_DAYS = ("MO", "TU", "WE", "TH", "FR")
_NTH = {
    None: mark("every {weekday}"),
    1: mark("first {weekday}"),
    2: mark("second {weekday}"),
    3: mark("third {weekday}"),
    4: mark("fourth {weekday}"),
    5: mark("fifth {weekday}"),
    -1: mark("last {weekday}"),
    -2: mark("last but one {weekday}"),
}
_NTH_DAY = re.compile(r"([+-]?\d+)?(MO|TU|WE|TH|FR|SA|SU)")
_EVERY_SECOND = {
    Frequency.DAILY: say("Every second day"),
    Frequency.WEEKLY: say("Every second week"),
    Frequency.MONTHLY: say("Every second month"),
    Frequency.YEARLY: say("Every second year"),
}
_MONTHS = (
    say("January"),
    say("February"),
    say("March"),
    say("April"),
    say("May"),
    say("June"),
    say("July"),
    say("August"),
    say("September"),
    say("October"),
    say("November"),
    say("December"),
)
DAY_PARTS = {
    DayPart.MORNING: say("in the morning"),
    DayPart.AFTERNOON: say("in the afternoon"),
    DayPart.EVENING: say("in the evening"),
}
ALL_DAY = say("all day and night")
_BANK_HOLIDAYS = {
    BankHolidays.CLOSED: say("not on bank holidays"),
    BankHolidays.OPEN: say("on bank holidays, too"),
}


def schedule_in_words(schedule: Schedule) -> str:
    """One schedule as a phrase, such as ``Tuesdays, 10am to 12 noon, until 31 March 2027``."""
    parts = [_recurrence(schedule), _hours(schedule), *_seasons(schedule), *_bounds(schedule)]
    phrase = listed(part for part in parts if part)
    told = " ".join(text for text in (schedule.description, schedule.notes) if text)
    if phrase and told:
        return say("{times}. {told}", times=phrase, told=told)
    return phrase or told or say("Times are not known. Ask")


def time_in_words(moment: time) -> Message:
    """``10am``, ``6:30pm``, ``12 noon``, ``midnight``."""
    return say("{it}", it=moment)


@lru_cache(maxsize=1_024)  # a list says the same few hours again and again
def hours_between(start: time, end: time) -> Message:
    """``10am to 12 noon``."""
    return say("{start} to {end}", start=start, end=end)


def _recurrence(schedule: Schedule) -> str | None:
    """How often and on which days."""
    interval = schedule.interval or 1
    days = [(int(nth) if nth else None, day) for nth, day in _NTH_DAY.findall(schedule.byday or "")]
    if schedule.freq is None:
        return _weekdays([day for _, day in days]) if days else None
    every = _EVERY_SECOND[schedule.freq] if interval == 2 else _every(schedule.freq, interval)
    if any(nth for nth, _ in days):
        which = both(_nth(nth, day) for nth, day in days)
        if interval == 1:
            return say("The {days} of the month", days=which)
        return say("{every} on the {days}", every=every, days=which)
    if days:
        names = _weekdays([day for _, day in days])
        return names if interval == 1 else say("{every} on {days}", every=every, days=names)
    if schedule.bymonthday:
        return say("{every} on day {number}", every=every, number=schedule.bymonthday)
    return every


def _every(frequency: Frequency, interval: int) -> Message:
    match frequency:
        case Frequency.DAILY:
            return say_count("Every day", "Every {n} days", interval)
        case Frequency.WEEKLY:
            return say_count("Every week", "Every {n} weeks", interval)
        case Frequency.MONTHLY:
            return say_count("Every month", "Every {n} months", interval)
        case Frequency.YEARLY:
            return say_count("Every year", "Every {n} years", interval)


def _nth(nth: int | None, day: str) -> Message:
    pattern = _NTH.get(nth or None)
    return say(pattern, weekday=DAYS[day]) if pattern else say("{nth} {weekday}", nth=nth, weekday=DAYS[day])


def _weekdays(days: list[str]) -> str:
    """``Mondays and Thursdays``, ``Monday to Friday``, ``Every day``."""
    if len(set(days)) == 7:
        return _every(Frequency.DAILY, 1)
    if tuple(days) == _WORKING_DAYS:
        return say("Monday to Friday")
    return both(_ON_EACH[day] for day in days)


def _hours(schedule: Schedule) -> Message | None:
    opens, closes = schedule.opens_at, schedule.closes_at
    if opens and closes:
        return ALL_DAY if opens == closes == time(0, 0) else hours_between(opens, closes)
    if opens:
        return say("from {time}", time=opens)
    if closes:
        return say("until {time}", time=closes)
    return DAY_PARTS[schedule.day_part] if schedule.day_part else None


def _seasons(schedule: Schedule) -> Iterator[Message]:
    """In which parts of the year."""
    if schedule.bymonth:
        months = sorted({int(month) for month in re.findall(r"[0-9]+", schedule.bymonth)})
        yield say("in {months}", months=_months(months))
    if schedule.term_time_only:
        yield say("in term time only")
    if schedule.bank_holidays:
        yield _BANK_HOLIDAYS[schedule.bank_holidays]


def _months(months: list[int]) -> str:
    """``April``, ``May and June``, ``April to September``."""
    names = [_MONTHS[month - 1] for month in months if 1 <= month <= 12]
    if len(names) > 2 and months[-1] - months[0] == len(months) - 1:
        return say("{first_month} to {last_month}", first_month=names[0], last_month=names[-1])
    return both(names) if names else say("some months")


def _bounds(schedule: Schedule) -> Iterator[Message]:
    starts = schedule.valid_from or schedule.dtstart
    ends = schedule.valid_to or schedule.until
    if starts:
        yield say("from {day}", day=starts)
    if ends:
        yield say("until {day}", day=ends)
