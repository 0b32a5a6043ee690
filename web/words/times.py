"""Schedules in words: the parts of a recurrence rule as a person would say them."""

import calendar
import re
from collections.abc import Iterator
from datetime import time

from directory.domain.eligibility.person import DayPart
from directory.domain.parts import BankHolidays, Frequency, Schedule
from web.words.present import date_in_words

DAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
_WORKING_DAYS = ("MO", "TU", "WE", "TH", "FR")
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last", -2: "last but one"}
_NTH_DAY = re.compile(r"([+-]?\d+)?(MO|TU|WE|TH|FR|SA|SU)")
_PERIODS = {
    Frequency.DAILY: ("day", "Every day"),
    Frequency.WEEKLY: ("week", "Every week"),
    Frequency.MONTHLY: ("month", "Every month"),
    Frequency.YEARLY: ("year", "Every year"),
}


DAY_PARTS = {
    DayPart.MORNING: "in the morning",
    DayPart.AFTERNOON: "in the afternoon",
    DayPart.EVENING: "in the evening",
}
_BANK_HOLIDAYS = {BankHolidays.CLOSED: "not on bank holidays", BankHolidays.OPEN: "on bank holidays, too"}


def schedule_in_words(schedule: Schedule) -> str:
    """One schedule as a phrase, such as ``Tuesdays, 10am to 12 noon, until 31 March 2027``."""
    parts = [_recurrence(schedule), _hours(schedule), *_seasons(schedule), *_bounds(schedule)]
    phrase = ", ".join(part for part in parts if part)
    told = " ".join(text for text in (schedule.description, schedule.notes) if text)
    if phrase and told:
        return f"{phrase}. {told}"
    return phrase or told or "Times are not known. Ask"


def time_in_words(moment: time) -> str:
    """``10am``, ``6:30pm``, ``12 noon``, ``midnight``."""
    if (moment.hour, moment.minute) == (12, 0):
        return "12 noon"
    if (moment.hour, moment.minute) == (0, 0):
        return "midnight"
    hour = moment.hour % 12 or 12
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{hour}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def _recurrence(schedule: Schedule) -> str | None:
    """How often and on which days."""
    interval = schedule.interval or 1
    days = [(int(nth) if nth else None, day) for nth, day in _NTH_DAY.findall(schedule.byday or "")]
    if schedule.freq is None:
        return _weekdays([day for _, day in days]) if days else None
    period, every = _PERIODS[schedule.freq]
    if interval > 1:
        every = f"Every {'second' if interval == 2 else interval} {period if interval == 2 else period + 's'}"
    if any(nth for nth, _ in days):
        which = _joined([f"{_ORDINALS.get(nth or 0, nth or 'every')} {DAYS[day]}" for nth, day in days])
        return f"The {which} of the month" if interval == 1 else f"{every} on the {which}"
    if days:
        names = _weekdays([day for _, day in days])
        return names if interval == 1 else f"{every} on {names}"
    if schedule.bymonthday:
        return f"{every} on day {schedule.bymonthday}"
    return every


def _weekdays(days: list[str]) -> str:
    """``Mondays and Thursdays``, ``Monday to Friday``, ``Every day``."""
    if len(set(days)) == 7:
        return "Every day"
    if tuple(days) == _WORKING_DAYS:
        return "Monday to Friday"
    return _joined([f"{DAYS[day]}s" for day in days])


def _hours(schedule: Schedule) -> str | None:
    opens, closes = schedule.opens_at, schedule.closes_at
    if opens and closes:
        if opens == closes == time(0, 0):
            return "all day and night"
        return f"{time_in_words(opens)} to {time_in_words(closes)}"
    if opens:
        return f"from {time_in_words(opens)}"
    if closes:
        return f"until {time_in_words(closes)}"
    return DAY_PARTS[schedule.day_part] if schedule.day_part else None


def _seasons(schedule: Schedule) -> Iterator[str]:
    """In which parts of the year."""
    if schedule.bymonth:
        yield f"in {_months(sorted({int(month) for month in re.findall(r'[0-9]+', schedule.bymonth)}))}"
    if schedule.term_time_only:
        yield "in term time only"
    if schedule.bank_holidays:
        yield _BANK_HOLIDAYS[schedule.bank_holidays]


def _months(months: list[int]) -> str:
    """``April``, ``May and June``, ``April to September``."""
    names = [calendar.month_name[month] for month in months if 1 <= month <= 12]
    if len(names) > 2 and months[-1] - months[0] == len(months) - 1:
        return f"{names[0]} to {names[-1]}"
    return _joined(names) if names else "some months"


def _bounds(schedule: Schedule) -> Iterator[str]:
    starts = schedule.valid_from or schedule.dtstart
    ends = schedule.valid_to or schedule.until
    if starts:
        yield f"from {date_in_words(starts)}"
    if ends:
        yield f"until {date_in_words(ends)}"


def _joined(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
