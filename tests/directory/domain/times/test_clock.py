"""Clock times as people write them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.eligibility.person import DayPart
from directory.domain.times.clock import read_clock, span


def hours(start: str, end: str | None = None, part: DayPart | None = None) -> tuple[time, time | None] | None:
    opens, closes = read_clock(start), None if end is None else read_clock(end)
    assert opens is not None
    return span(opens, closes, part)


@pytest.mark.parametrize(
    ("start", "end", "opens", "closes"),
    [
        ("10", "12", time(10), time(12)),
        ("7", "9", time(19), time(21)),
        ("12", "2", time(12), time(14)),
        ("9", "5", time(9), time(17)),
        ("8", "6", time(8), time(18)),
        ("11", "1", time(11), time(13)),
        ("7.30", "9pm", time(19, 30), time(21)),
        ("2", "4pm", time(14), time(16)),
        ("8", "10pm", time(20), time(22)),
        ("10", "2pm", time(10), time(14)),
        ("10", "12pm", time(10), time(12)),
        ("7", "9am", time(7), time(9)),
        ("10", "2am", time(22), time(2)),
        ("8", "midnight", time(20), time(0)),
        ("noon", "2", time(12), time(14)),
        ("12 noon", "2.30", time(12), time(14, 30)),
        ("10am", "12", time(10), time(12)),
        ("9 a.m.", "5 p.m.", time(9), time(17)),
        ("10pm", "2", time(22), time(2)),
        ("08.30", "3.30pm", time(8, 30), time(15, 30)),
        ("10:00", "14:00", time(10), time(14)),
        ("8:00", "20:30", time(8), time(20, 30)),
        ("2", "16:00", time(14), time(16)),
        ("1230h", "1730 hrs", time(12, 30), time(17, 30)),
        ("2 o'clock", "4 o'clock", time(14), time(16)),
        ("midnight", "2", time(0), time(2)),
    ],
)
def test_hours_are_read_as_people_mean_them(start: str, end: str, opens: time, closes: time) -> None:
    assert hours(start, end) == (opens, closes)


@pytest.mark.parametrize(
    ("start", "end", "part", "read"),
    [
        ("8", "10", DayPart.EVENING, (time(20), time(22))),
        ("8", "10", DayPart.MORNING, (time(8), time(10))),
        ("7", "9", DayPart.MORNING, (time(7), time(9))),
        ("10", "2", DayPart.EVENING, (time(22), time(2))),
        ("2", "4pm", DayPart.MORNING, None),
        ("2", "4", DayPart.AFTERNOON, (time(14), time(16))),
        ("10am", "12", DayPart.EVENING, None),
        ("7", None, DayPart.EVENING, (time(19), None)),
        ("10am", None, DayPart.EVENING, None),
        ("6:30pm", None, None, (time(18, 30), None)),
        ("10", None, None, (time(10), None)),
        ("2", None, None, (time(14), None)),
    ],
)
def test_the_part_of_the_day_that_was_named_decides(
    start: str, end: str | None, part: DayPart | None, read: tuple[time, time | None] | None
) -> None:
    assert hours(start, end, part) == read


@pytest.mark.parametrize(("start", "end"), [("7", "5"), ("7", "12"), ("7", "7"), ("6am", "6am"), ("9am", "8am")])
def test_hours_that_would_run_on_for_most_of_a_day_are_not_read(start: str, end: str) -> None:
    assert hours(start, end) is None


@pytest.mark.parametrize("words", ["", "25", "10.75", "13pm", "0am", "ten", "24:00"])
def test_what_is_no_time_is_not_read(words: str) -> None:
    assert read_clock(words) is None


@given(st.text(max_size=20))
def test_no_text_is_too_odd_for_a_clock(words: str) -> None:
    clock = read_clock(words)
    assert clock is None or 0 <= clock.minutes < 24 * 60
