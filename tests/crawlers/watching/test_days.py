"""Days are read when they are written in full, by the clocks of London, and not otherwise."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.watching.days import day_said, london_day, may_be_held, may_be_posted
from tests.crawlers.watching.documents import TODAY


@pytest.mark.parametrize(
    "written",
    [
        "2026-06-01",
        "2026-6-1",
        " 2026-06-01\n",
        "20260601",
        "20260601T190000Z",
        "2026-06-01T19:00",
        "2026-06-01 19:00:00",
        "2026-06-01T19:00:00.123+01:00",
        "2026-06-01T19:00:00 Z",
        "Mon, 1 Jun 2026 19:00:00 +0100",
        "Mon, 01 Jun 2026 19:00 GMT",
        "1 June 2026",
        "1-Jun-2026",
        "01 Jun 26 19:00 BST",
        "Monday, June 1, 2026 19:00",
        "Mon Jun  1 19:00:00 GMT 2026",
        "Mon Jun 1 19:00:00 2026",
        "Mon, 1 Jun 2026 19:00:00 GMT+0100 (British Summer Time)",
    ],
)
def test_whole_date_is_read(written: str) -> None:
    assert day_said(written) == date(2026, 6, 1)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "2026",
        "2026-06",
        "202606",
        "June 2026",
        "Jun 1",
        "1 June",
        "Mon, 1 Jun",
        "2026-W23-1",
        "2026-152",
        "01/06/2026",
        "2026-02-30",
        "2026-13-01",
        "1 Mai 2026",
        "1 J 2026",
        "2026-06-01T25:00Z",
        "2026-06-01T19:00:00+99:00",
        "0001-01-01T00:00:00+09:00",
        "tomorrow",
        "2026-06-01 and later",
        "x" * 100,
    ],
)
def test_anything_less_than_a_whole_date_is_none(written: str) -> None:
    assert day_said(written) is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-06-01T23:30:00Z", date(2026, 6, 2)),
        ("2026-12-01T23:30:00Z", date(2026, 12, 1)),
        ("2026-06-02T00:30:00+02:00", date(2026, 6, 1)),
        ("Mon, 1 Jun 2026 22:00:00 EST", date(2026, 6, 2)),
        ("2026-06-01T23:30:00", date(2026, 6, 1)),
        ("Mon, 1 Jun 2026 23:30:00 XYZ", date(2026, 6, 1)),
    ],
)
def test_day_is_that_of_london_where_an_offset_is_given(written: str, day: date) -> None:
    assert day_said(written) == day


@pytest.mark.parametrize(("written", "year"), [("1 Jun 03", 2003), ("1 Jun 49", 2049), ("1 Jun 99", 1999)])
def test_year_of_two_digits_is_read_as_in_mail(written: str, year: int) -> None:
    assert day_said(written) == date(year, 6, 1)


@given(st.dates(date(1000, 1, 1)))
def test_every_day_reads_back_from_its_own_forms(day: date) -> None:
    assert day_said(day.isoformat()) == day
    assert day_said(f"{day:%a, %d %b} {day.year:04d} 12:00:00 GMT") == day


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    day_said(text)


def test_moment_becomes_a_day_in_london_and_a_day_stays_itself() -> None:
    summer_night = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)

    assert london_day(summer_night) == date(2026, 6, 2)
    assert london_day(summer_night.replace(tzinfo=None)) == date(2026, 6, 1)
    assert london_day(date(2026, 6, 1)) == date(2026, 6, 1)
    assert london_day(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=9)))) is None


def test_dates_before_the_web_or_far_ahead_are_not_believed() -> None:
    assert may_be_posted(TODAY + timedelta(days=2), TODAY)
    assert not may_be_posted(TODAY + timedelta(days=3), TODAY)
    assert not may_be_posted(date(1989, 12, 31), TODAY)
    assert may_be_held(TODAY + timedelta(days=730), TODAY)
    assert not may_be_held(TODAY + timedelta(days=731), TODAY)
    assert not may_be_held(date(1970, 1, 1), TODAY)
