"""The days on which a schedule recurs, worked out with RRULE parts as HSDS has them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal

from dateutil import rrule

from directory.domain.parts import Frequency, Schedule
from directory.domain.times.tokens import WEEK

_MIDNIGHT = time(0)
_NTH_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_DAYS = dict(zip(WEEK, rrule.weekdays, strict=True))
_FREQUENCIES: dict[Frequency, Literal[0, 1, 2, 3]] = {
    Frequency.DAILY: rrule.DAILY,
    Frequency.WEEKLY: rrule.WEEKLY,
    Frequency.MONTHLY: rrule.MONTHLY,
    Frequency.YEARLY: rrule.YEARLY,
}
_LONGEST_INTERVAL = 400
"""Periods. A longer interval is taken for a slip of the pen."""

_FIRST_YEAR = 1900
"""An earlier start is taken for a date that nobody filled in."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What recurs, without hours: many schedules share one. ``start`` is the day that intervals count from."""

    freq: Frequency | None
    interval: int
    days: tuple[tuple[int | None, str], ...]
    month_days: tuple[int, ...]
    months: tuple[int, ...]
    start: date | None

    @property
    def is_anchored(self) -> bool:
        """Whether the days are certain: every period, or counted from a known day."""
        return self.interval == 1 or self.start is not None

    @property
    def weekdays(self) -> frozenset[str]:
        """The codes of the days of the week it falls on, where that is the same in every period; else nothing."""
        if self.days:
            return frozenset(code for _, code in self.days)
        if self.freq is Frequency.DAILY and not self.month_days:
            return frozenset(WEEK)
        if self.freq is Frequency.WEEKLY or (self.freq is None and self.start):
            return frozenset({WEEK[self.start.weekday()]} if self.start else ())
        return frozenset()

    def days_between(self, first: date, last: date) -> tuple[date, ...]:
        """The days from ``first`` to ``last``; where it is not anchored, those of every period."""
        start = max(first, self.start) if self.start else first
        if start > last:
            return ()
        if self.freq is None:
            return (start,) if start == self.start else ()
        anchor = self._anchor(first)
        return tuple(day for day in self._counted(anchor, last) if day >= start and self._allows(day))

    def _anchor(self, first: date) -> date:
        """A day from which the count comes out the same as from the start, not long before ``first``."""
        start = self.start
        if start is None or start >= first:
            return start or first
        if self.freq is Frequency.YEARLY:
            return date(first.year - (first.year - start.year) % self.interval, 1, 1)
        if self.freq is Frequency.MONTHLY:
            months = (first.year - start.year) * 12 + first.month - start.month
            year, month = divmod(start.year * 12 + start.month - 1 + months // self.interval * self.interval, 12)
            return date(year, month + 1, 1)
        period = self.interval * (7 if self.freq is Frequency.WEEKLY else 1)
        return start + timedelta(days=(first - start).days // period * period)

    def _counted(self, anchor: date, last: date) -> Iterator[date]:
        """The days by frequency and interval; `rrule` gets only what leaves some: it never stops looking."""
        by_month = self.freq in (Frequency.MONTHLY, Frequency.YEARLY)
        month_days = self.month_days
        month = None
        if by_month and not self.days and not month_days and self.start:
            month_days = (self.start.day,)  # the anchor may be another day of the month
            month = self.start.month if self.freq is Frequency.YEARLY else None
        days = [_DAYS[code](nth) if nth else _DAYS[code] for nth, code in self.days]
        for found in rrule.rrule(
            _FREQUENCIES[self.freq or Frequency.WEEKLY],
            dtstart=datetime.combine(anchor, _MIDNIGHT),
            until=datetime.combine(last, _MIDNIGHT),
            interval=self.interval if self.is_anchored else 1,
            byweekday=days if days and self.freq is not Frequency.DAILY else None,
            bymonth=month,
            bymonthday=(1, *month_days) if month_days and by_month and not days else None,
        ):
            day = found.date()
            if not month_days or day.day in month_days or day.day - _length_of_month(day) - 1 in month_days:
                yield day

    def _allows(self, day: date) -> bool:
        return (not self.months or day.month in self.months) and (not self.days or WEEK[day.weekday()] in self.weekdays)


@lru_cache(maxsize=8_192)
def rule_of(schedule: Schedule) -> Rule | None:
    """When ``schedule`` recurs, or None if it does not say so in a way that can be counted with."""
    try:
        days = tuple(_nth_day(part) for part in _parts(schedule.byday))
        month_days = tuple(_whole(part, -31, 31) for part in _parts(schedule.bymonthday))
        months = tuple(_whole(part, 1, 12) for part in _parts(schedule.bymonth))
        interval = _whole(str(1 if schedule.interval is None else schedule.interval), 1, _LONGEST_INTERVAL)
    except ValueError:
        return None
    freq = schedule.freq
    if freq is None and days:
        freq = Frequency.WEEKLY
    start = schedule.dtstart
    if start is not None and start.year < _FIRST_YEAR:
        return None
    numbered = any(nth for nth, _ in days)
    readable = {
        None: start is not None and schedule.until in (None, start),
        Frequency.DAILY: not numbered,
        Frequency.WEEKLY: bool(days or start) and not numbered,
        Frequency.MONTHLY: bool(days or month_days or start),
        Frequency.YEARLY: start is not None and not months,
    }
    return Rule(freq, interval, days, month_days, months, start) if readable[freq] else None


@lru_cache(maxsize=8_192)
def _days_between(rule: Rule, first: date, last: date) -> tuple[date, ...]:
    return rule.days_between(first, last)


def days_of(schedule: Schedule, first: date, last: date) -> tuple[date, ...]:
    """The days from ``first`` to ``last`` on which ``schedule`` has sessions by its rule and the dates it is valid."""
    rule = rule_of(schedule)
    if rule is None:
        return ()
    found = _days_between(rule, first, last)
    earliest, latest = schedule.valid_from or date.min, min(schedule.until or date.max, schedule.valid_to or date.max)
    return tuple(day for day in found if earliest <= day <= latest)


def _parts(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").upper().split(",") if part.strip()]


def _nth_day(text: str) -> tuple[int | None, str]:
    match = _NTH_DAY.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return (int(match[1]) if match[1] else None), match[2]


def _whole(text: str, least: int, most: int) -> int:
    number = int(text)
    if number == 0 or not least <= number <= most:
        raise ValueError(text)
    return number


def _length_of_month(day: date) -> int:
    return monthrange(day.year, day.month)[1]
