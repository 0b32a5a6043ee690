"""Schedules made of a parsed statement: which hours go with which days, and what holds for all of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import time

from directory.domain.eligibility.person import DayPart
from directory.domain.parts import BankHolidays, Frequency, Schedule
from directory.domain.times.clause import Clause, Hours, Parts
from directory.domain.times.clock import span
from directory.domain.times.day_words import Days
from directory.domain.times.tokens import WEEK, Unreadable

_MIDNIGHT = time(0)


@dataclass(slots=True)
class Group:
    """Days with the hours that were said of them."""

    days: Days
    hours: list[Hours] = field(default_factory=list)


def groups_of(clause: Clause) -> list[Group]:
    """The days of ``clause``, each with its hours; raise `Unreadable` if it is not clear which go together."""
    items = clause.items
    if items and not isinstance(items[0], Days):
        items = items[::-1]  # "9-5 Mon-Fri, 10-1 Sat" is read from its end, where each day comes before its hours
    groups: list[Group] = []
    for position, item in enumerate(items):
        following = items[position + 1] if position + 1 < len(items) else None
        if isinstance(item, Days):
            groups.append(Group(item))
        elif not groups:
            raise Unreadable
        elif isinstance(item, Hours):
            groups[-1].hours.append(item)
        else:
            _place_parts(item, groups[-1], following)
    _check(groups, clause)
    return groups if clause.items[:1] == items[:1] else groups[::-1]


def _place_parts(parts: Parts, group: Group, following: Days | Hours | Parts | None) -> None:
    """Let a part of the day, named apart from its day, bear on the hours after it, else those before, else the day."""
    if isinstance(following, Hours) and len(parts.named) == 1:
        following.part = parts.named[0]
    elif group.hours and len(parts.named) == 1 and not group.days.parts:
        group.hours[-1].part = parts.named[0]
    elif not group.hours and not group.days.parts:
        group.days.parts = parts.named
    else:
        raise Unreadable


def _check(groups: list[Group], clause: Clause) -> None:
    """Raise `Unreadable` on what does not fit together."""
    kept = [group.days for group in groups if not group.days.closed]
    monthly = any(days.monthly for days in kept)
    timed = {bool(group.hours or group.days.parts) for group in groups if not group.days.closed}
    contradictions = (
        len(timed) > 1,
        len(kept) > 1 and any(days.every_day for days in kept),
        any((group.hours or group.days.parts) and group.days.closed for group in groups),
        clause.of_month and not monthly,
        clause.weekly and (monthly or any(days.fortnightly for days in kept)),
        any(days.needs_month for days in kept) and not clause.of_month,
        any(nth[-2:] in clause.closed_days for days in kept for nth in days.monthly),
    )
    if any(contradictions):
        raise Unreadable


def is_regular(clause: Clause) -> bool:
    """Whether a statement found in prose is about times that come again: "Tuesday 2-4pm" is, "on Tuesday" is not."""
    return all(
        group.days.closed
        or (_is_complete(group) if group.days.every_day else group.days.regular)
        or clause.weekly
        or clause.of_month
        or clause.term_time
        or ("-1" not in "".join(group.days.monthly) and _is_complete(group))
        for group in groups_of(clause)
    )


def _is_complete(group: Group) -> bool:
    return bool(group.hours) and all(hours.all_day or hours.end for hours in group.hours)


def schedules_of(clause: Clause, words: str) -> Iterator[Schedule]:
    """The schedules that ``clause``, read from ``words``, states; raise `Unreadable` if that is not sure."""
    common = _common(clause, words)
    hours_only = [item for item in clause.items if isinstance(item, Hours)]
    if len(hours_only) == len(clause.items):
        # "24 hours" with no day means always; other hours with no day are told, but nobody knows on which days.
        every_day = Days(weekly=list(WEEK))
        for hours in hours_only:
            days = next(_recurrences(every_day, clause, common)) if hours.all_day else common
            yield _with_hours(days, hours)
        return
    for group in groups_of(clause):
        if not group.days.closed:
            for schedule in _recurrences(group.days, clause, common):
                yield from _timed(schedule, group)


def _common(clause: Clause, words: str) -> Schedule:
    months = sorted(set(clause.months or range(1, 13)) - clause.closed_months)
    if not months:
        raise Unreadable
    is_open = _is_always(clause) or None if clause.bank_holidays_open is None else clause.bank_holidays_open
    holidays = {None: None, True: BankHolidays.OPEN, False: BankHolidays.CLOSED}[is_open]
    return Schedule(
        bymonth=",".join(map(str, months)) if len(months) < 12 else None,
        term_time_only=clause.term_time or None,
        bank_holidays=holidays,
        read_from=words,
    )


def _is_always(clause: Clause) -> bool:
    """Whether it says "24/7", or 24 hours a day on no day in particular: that is on bank holidays too."""
    days = [item for item in clause.items if isinstance(item, Days)]
    hours = [item for item in clause.items if isinstance(item, Hours)]
    return bool(hours) and all(one.all_day for one in hours) and all(one.every_day for one in days)


def _recurrences(days: Days, clause: Clause, common: Schedule) -> Iterator[Schedule]:
    weekly = [code for code in WEEK if code in days.weekly and code not in clause.closed_days]
    if weekly:
        interval = 2 if days.fortnightly else None
        yield replace(common, freq=Frequency.WEEKLY, interval=interval, byday=",".join(weekly))
    if days.monthly:
        yield replace(common, freq=Frequency.MONTHLY, byday=",".join(dict.fromkeys(days.monthly)))


def _timed(schedule: Schedule, group: Group) -> Iterator[Schedule]:
    parts: list[DayPart | None] = list(group.days.parts)
    if not group.hours:
        for part in parts or [None]:
            yield replace(schedule, day_part=part)
        return
    if len(parts) == 1:
        parts *= len(group.hours)
    if len(parts) not in (0, len(group.hours)):
        raise Unreadable
    for position, hours in enumerate(group.hours):
        yield _with_hours(schedule, hours, parts[position] if parts else None)


def _with_hours(schedule: Schedule, hours: Hours, part: DayPart | None = None) -> Schedule:
    if hours.all_day:
        return replace(schedule, opens_at=_MIDNIGHT, closes_at=_MIDNIGHT)
    found = span(hours.start, hours.end, hours.part or part)
    if found is None:
        raise Unreadable
    return replace(schedule, opens_at=found[0], closes_at=found[1])
