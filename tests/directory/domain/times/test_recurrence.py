"""The days on which a schedule recurs."""

from datetime import date, timedelta

import pytest
from dateutil.rrule import rrule
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.parts import Frequency, Schedule
from directory.domain.times.recurrence import days_of, rule_of
from directory.domain.times.tokens import WEEK

DAILY, WEEKLY, MONTHLY, YEARLY = Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY
FIRST, LAST = date(2026, 11, 21), date(2027, 1, 20)


@pytest.mark.parametrize(
    ("schedule", "days"),
    [
        (Schedule(freq=MONTHLY, byday="1TU,3TU"), ["12-01", "12-15", "01-05", "01-19"]),
        (Schedule(freq=MONTHLY, byday="-1FR"), ["11-27", "12-25"]),
        (Schedule(freq=MONTHLY, bymonthday="15,-1"), ["11-30", "12-15", "12-31", "01-15"]),
        (Schedule(freq=MONTHLY, byday="FR", bymonthday="13,18"), ["12-18"]),
        (Schedule(freq=MONTHLY, dtstart=date(2020, 5, 7)), ["12-07", "01-07"]),
        (Schedule(freq=MONTHLY, interval=3, byday="1MO", dtstart=date(2026, 3, 2)), ["12-07"]),
        (Schedule(freq=MONTHLY, interval=12, bymonthday="30", dtstart=date(2026, 2, 1)), []),
        (Schedule(freq=WEEKLY, interval=3, byday="MO", dtstart=date(2026, 11, 9)), ["11-30", "12-21", "01-11"]),
        (Schedule(freq=WEEKLY, interval=4, dtstart=date(2026, 11, 25)), ["11-25", "12-23", "01-20"]),
        (Schedule(freq=WEEKLY, byday="SA", bymonth="12"), ["12-05", "12-12", "12-19", "12-26"]),
        (Schedule(byday="SU", until=date(2026, 12, 1)), ["11-22", "11-29"]),
        (Schedule(byday="SU", valid_from=date(2027, 1, 5), valid_to=date(2027, 1, 12)), ["01-10"]),
        (Schedule(byday="SU", dtstart=date(2027, 2, 1)), []),
        (Schedule(freq=DAILY, interval=20, dtstart=date(2026, 11, 1)), ["11-21", "12-11", "12-31", "01-20"]),
        (Schedule(freq=DAILY, interval=7, byday="TU", dtstart=date(2026, 11, 2)), []),
        (Schedule(freq=YEARLY, dtstart=date(2020, 12, 24)), ["12-24"]),
        (Schedule(freq=YEARLY, bymonthday="6", dtstart=date(2020, 1, 6)), ["12-06", "01-06"]),
        (Schedule(freq=YEARLY, interval=5, dtstart=date(2021, 12, 24)), ["12-24"]),
        (Schedule(freq=YEARLY, interval=5, dtstart=date(2020, 12, 24)), []),
        (Schedule(freq=YEARLY, dtstart=date(2024, 2, 29)), []),
        (Schedule(freq=YEARLY, byday="1WE", dtstart=date(1990, 1, 3)), ["01-06"]),
        (Schedule(freq=YEARLY, dtstart=date(1900, 1, 1)), ["01-01"]),
        (Schedule(dtstart=date(2026, 12, 24)), ["12-24"]),
        (Schedule(dtstart=date(2026, 11, 1), until=date(2026, 11, 1)), []),
    ],
)
def test_a_schedule_recurs_on_its_days(schedule: Schedule, days: list[str]) -> None:
    assert [f"{day:%m-%d}" for day in days_of(schedule, FIRST, LAST)] == days


def test_every_second_week_with_no_date_may_be_any_week() -> None:
    schedule = Schedule(freq=WEEKLY, interval=2, byday="MO")
    assert len(days_of(schedule, FIRST, FIRST + timedelta(days=27))) == 4
    rule = rule_of(schedule)
    assert rule is not None
    assert not rule.is_anchored


@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(),
        Schedule(description="Most evenings"),
        Schedule(freq=WEEKLY),
        Schedule(freq=WEEKLY, byday="1MO"),
        Schedule(freq=DAILY, byday="1MO"),
        Schedule(freq=WEEKLY, byday="Monday"),
        Schedule(freq=MONTHLY),
        Schedule(freq=MONTHLY, bymonthday="32"),
        Schedule(freq=MONTHLY, bymonthday="x"),
        Schedule(freq=WEEKLY, byday="MO", bymonth="13"),
        Schedule(freq=WEEKLY, byday="MO", interval=0),
        Schedule(freq=DAILY, interval=10**9),
        Schedule(freq=YEARLY),
        Schedule(freq=YEARLY, dtstart=FIRST, bymonth="6"),
        Schedule(dtstart=FIRST, until=LAST),
        Schedule(freq=YEARLY, dtstart=date(1, 1, 1)),
        Schedule(freq=WEEKLY, dtstart=date(1899, 12, 31)),
    ],
)
def test_what_cannot_be_counted_with_is_not_readable(schedule: Schedule) -> None:
    assert rule_of(schedule) is None
    assert days_of(schedule, FIRST, LAST) == ()


@pytest.mark.parametrize(
    ("schedule", "weekdays"),
    [
        (Schedule(freq=MONTHLY, byday="1TU,-1FR"), {"TU", "FR"}),
        (Schedule(freq=DAILY), set(WEEK)),
        (Schedule(freq=DAILY, bymonthday="1"), set()),
        (Schedule(freq=WEEKLY, dtstart=date(2026, 11, 25)), {"WE"}),
        (Schedule(dtstart=date(2026, 11, 25)), {"WE"}),
        (Schedule(freq=MONTHLY, bymonthday="1"), set()),
    ],
)
def test_the_days_of_the_week_are_known_where_they_are_always_the_same(schedule: Schedule, weekdays: set[str]) -> None:
    rule = rule_of(schedule)
    assert rule is not None
    assert rule.weekdays == weekdays


@given(
    freq=st.sampled_from([DAILY, WEEKLY, MONTHLY, YEARLY]),
    interval=st.integers(1, 9),
    start=st.dates(date(2015, 1, 1), date(2027, 1, 1)),
)
def test_counting_from_a_nearer_day_comes_out_the_same(freq: Frequency, interval: int, start: date) -> None:
    schedule = Schedule(freq=freq, interval=interval, dtstart=start)
    number = {DAILY: 3, WEEKLY: 2, MONTHLY: 1, YEARLY: 0}[freq]
    from_the_start = rrule(number, interval=interval, dtstart=start, until=LAST)  # type: ignore[arg-type]
    expected = [found.date() for found in from_the_start if found.date() >= FIRST]
    assert list(days_of(schedule, FIRST, LAST)) == expected
