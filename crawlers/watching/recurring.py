"""The days of a recurring event, worked out from an iCalendar rule by the same code as a service's own times."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from crawlers.watching.days import london_day
from crawlers.watching.limits import EVENTS_AHEAD, MAX_OCCURRENCES, RECURS_BACK
from directory.domain.parts import Frequency, Schedule
from directory.domain.times.recurrence import days_of, rule_of

_READ = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"})
_DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """A rule that can be counted with: its days as a schedule with a start, and how many there are at most."""

    schedule: Schedule
    start: date
    count: int | None

    def work(self, today: date) -> int:
        """About how many days are gone through to work the rule out."""
        first, last = self._window(today)
        span = max(0, (last - first).days)
        if self.schedule.freq is Frequency.DAILY:
            return span
        listed = (self.schedule.byday or "").count(",") + (self.schedule.bymonthday or "").count(",") + 1
        return span * listed // _DAYS_OF_A_WEEK

    def days(self, today: date) -> tuple[date, ...]:
        """The days it is on, the start among them, from three years back to two ahead; the latest where too many.

        Of a rule that has ended they are those of the last three years before its end.
        """
        first, last = self._window(today)
        found = {day for day in days_of(self.schedule, first, last) if day >= self.start}
        if first <= self.start:
            found.add(self.start)
        return tuple(sorted(found)[: self.count][-MAX_OCCURRENCES:])

    def _window(self, today: date) -> tuple[date, date]:
        until = self.schedule.until or date.max
        last = min(until, today + EVENTS_AHEAD)
        # To know when the last of so many is, one has to count from the first.
        first = self.start if self.count else max(self.start, min(until, today) - RECURS_BACK)
        return first, last


def recurrence_of(rule: Mapping[str, Sequence[Any]], start: date) -> Recurrence | None:
    """The recurrence that an iCalendar rule states from the day ``start``; None where it cannot be counted with."""
    parts = {name.upper(): list(values) for name, values in rule.items() if values}
    try:
        schedule = _schedule(parts, start)
    except ValueError:
        return None
    if schedule is None or rule_of(schedule) is None:
        return None
    count = parts.get("COUNT")
    return Recurrence(schedule=schedule, start=start, count=max(1, int(count[0])) if count else None)


def _schedule(parts: dict[str, list[Any]], start: date) -> Schedule | None:
    if not parts.keys() <= _READ or "FREQ" not in parts:
        return None
    freq, interval = Frequency(str(parts["FREQ"][0]).upper()), int(parts.get("INTERVAL", [1])[0])
    days, months = [str(day).upper() for day in parts.get("BYDAY", [])], [int(one) for one in parts.get("BYMONTH", [])]
    if freq is Frequency.WEEKLY and interval > 1 and str(parts.get("WKST", ["MO"])[0]).upper() != "MO":
        return None  # which days belong to one week depends on where it begins
    if freq is Frequency.YEARLY and months:
        if interval > 1:
            return None
        freq = Frequency.MONTHLY  # in the months that are named
    if "BYSETPOS" in parts:
        if freq is not Frequency.MONTHLY or len(days) != 1 or len(parts["BYSETPOS"]) != 1:
            return None
        days = [f"{int(parts['BYSETPOS'][0])}{days[0]}"]
    until = parts.get("UNTIL")
    return Schedule(
        freq=freq,
        interval=interval,
        byday=",".join(days) or None,
        bymonthday=",".join(str(int(day)) for day in parts.get("BYMONTHDAY", [])) or None,
        bymonth=",".join(str(month) for month in months) or None,
        dtstart=start,
        until=london_day(until[0]) if until else None,
    )
