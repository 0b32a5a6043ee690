"""Single values are read in each form that publishers write them in, and in no other."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.families import readers
from directory.domain.errors import InvalidValue
from directory.domain.places import Point
from directory.domain.records import Scale

EVERY_READER = [
    readers.age,
    readers.clock,
    readers.company,
    readers.day,
    readers.flag,
    readers.number,
    readers.one_of(Scale),
    readers.point,
    readers.whole_number,
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2014-06-05", date(2014, 6, 5)),
        ("2014-06-05T00:00:00+00:00", date(2014, 6, 5)),
        ("2014-06-05 00:00:00", date(2014, 6, 5)),
        ("05/06/2014", date(2014, 6, 5)),
        ("17/08/2015 00:00", date(2015, 8, 17)),
    ],
)
def test_day_is_read_in_every_form_seen(text: str, expected: date) -> None:
    assert readers.day(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19:30", time(19, 30)),
        ("10:00:00", time(10)),
        ("10:00:00Z", time(10)),
        ("9:00am", time(9)),
        ("9:00a", time(9)),
        ("9 pm", time(21)),
        ("12:15am", time(0, 15)),
        ("12 p.m.", time(12)),
    ],
)
def test_time_of_day_is_read_in_every_form_seen(text: str, expected: time) -> None:
    assert readers.clock(text) == expected


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        (readers.day, "31/31/2014"),
        (readers.day, "06/2014"),
        (readers.clock, "6:300pm"),
        (readers.clock, "25:00"),
        (readers.clock, "13pm"),
        (readers.number, "nan"),
        (readers.number, "lots"),
        (readers.whole_number, "1.5"),
        (readers.age, "131"),
        (readers.flag, "perhaps"),
        (readers.point, "54.9"),
        (readers.point, "0,0"),
        (readers.company, "000"),
        (readers.one_of(Scale), "galactic"),
    ],
)
def test_value_of_no_known_form_is_refused(reader: Callable[[str], Any], text: str) -> None:
    with pytest.raises(InvalidValue):
        reader(text)


def test_numbers_may_have_a_pound_sign_and_commas() -> None:
    assert readers.number("£1,234.50") == 1234.5


def test_words_of_a_fixed_list_are_known_in_any_case() -> None:
    assert readers.one_of(Scale)("National and Overseas") is Scale.NATIONAL_AND_OVERSEAS


def test_flag_is_read_in_any_case() -> None:
    assert readers.flag("True")
    assert not readers.flag("FALSE")


def test_point_is_latitude_then_longitude() -> None:
    assert readers.point("54.991, -1.533") == Point(54.991, -1.533)


def test_company_number_survives_a_spreadsheet() -> None:
    assert str(readers.company("2324869.0")) == "GB-COH-02324869"


@given(st.dates(min_value=date(1000, 1, 1)))
def test_day_comes_back_from_both_of_its_forms(day: date) -> None:
    assert readers.day(day.isoformat()) == day
    assert readers.day(f"{day.day:02}/{day.month:02}/{day.year}") == day


@given(st.times())
def test_time_of_day_comes_back_to_the_minute(moment: time) -> None:
    assert readers.clock(f"{moment:%H:%M}") == moment.replace(second=0, microsecond=0)
    assert readers.clock(f"{moment:%I:%M%p}") == moment.replace(second=0, microsecond=0)


@pytest.mark.parametrize("reader", EVERY_READER)
@given(text=st.text())
def test_readers_refuse_junk_and_raise_nothing_else(reader: Callable[[str], Any], text: str) -> None:
    with suppress(InvalidValue):
        reader(text)
