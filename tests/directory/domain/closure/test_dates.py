"""The dates that sentences name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.closure.dates import dates_in

ON = date(2026, 3, 10)


def days(sentence: str, *, is_past: bool = False, on: date = ON) -> list[str]:
    return [
        f"{span.first}" if span.first == span.last else f"{span.first}/{span.last}"
        for span in dates_in(sentence, on, is_past=is_past)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("on 31 March 2024", ["2024-03-31"]),
        ("on 31st March, 2024", ["2024-03-31"]),
        ("on the 31st of March 2024", ["2024-03-31"]),
        ("on March 31st 2024", ["2024-03-31"]),
        ("March 31, 2024", ["2024-03-31"]),
        ("on 31/03/2024", ["2024-03-31"]),
        ("on 31.3.24", ["2024-03-31"]),
        ("on 2024-03-31", ["2024-03-31"]),
        ("on 31/02/2024", []),
        ("on 31 February 2024", []),
        ("in March 2024", ["2024-03-01/2024-03-31"]),
        ("end of March", ["2026-03-31"]),
        ("at the end of March 2027", ["2027-03-31"]),
        ("at the beginning of May", ["2026-05-01"]),
        ("mid-May 2026", ["2026-05-16"]),
        ("in early May 2026", ["2026-05-01/2026-05-31"]),
        ("31st March", ["2026-03-31"]),
        ("on 20 December", ["2025-12-20"]),
        ("on 29 February", []),
        ("in April", ["2026-04-01/2026-04-30"]),
        ("April Smith runs it", []),
        ("we may close", []),
        ("at Easter 2026", ["2026-04-03/2026-04-06"]),
        ("over Christmas", ["2025-12-24/2026-01-01"]),
        ("in the new year", ["2026-01-01/2026-01-02"]),
        ("the summer term 2020", ["2020-06-01/2020-08-31"]),
        ("this winter", ["2025-12-01/2026-02-28"]),
        ("in 2023", ["2023-01-01/2023-12-31"]),
        ("by the end of 2023", ["2023-12-31"]),
        ("room 2023 upstairs", []),
        ("from 20 December to 4 January", ["2025-12-20/2026-01-04"]),
        ("from 20 December to 4 January 2028", ["2027-12-20/2028-01-04"]),
        ("from 20 December 2027 until Tuesday 4 January", ["2027-12-20/2028-01-04"]),
        ("16 to 20 February", ["2026-02-16/2026-02-20"]),
        ("16th-20th February 2027", ["2027-02-16/2027-02-20"]),
        ("in July and August", ["2026-07-01/2026-08-31"]),
        ("between 3 May and 10 May", ["2026-05-03/2026-05-10"]),
        ("on 3 May and 10 May", ["2026-05-03", "2026-05-10"]),
        ("on 3 May 2020 and 4 May 2024", ["2020-05-03", "2024-05-04"]),
        ("from 31 February to 4 March", ["2026-03-04"]),
        ("from 4 March to 31 February 2027", ["2026-03-04"]),
        ("ar 31 Mawrth 2024", ["2024-03-31"]),
        ("ar y 31ain o Fawrth", ["2026-03-31"]),
        ("ym mis Mawrth 2024", ["2024-03-01/2024-03-31"]),
        ("ddiwedd mis Mehefin", ["2026-06-30"]),
        ("dros y Pasg 2026", ["2026-04-03/2026-04-06"]),
        ("o 20 Rhagfyr tan 4 Ionawr", ["2025-12-20/2026-01-04"]),
        ("yn y gwanwyn 2024", ["2024-03-01/2024-05-31"]),
        ("open 10.30am to 12, call 0191 498 0123", []),
    ],
)
def test_dates_are_read_as_first_and_last_days(sentence: str, expected: list[str]) -> None:
    assert days(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "nearest", "past"),
    [
        ("on 1 August", ["2026-08-01"], ["2025-08-01"]),
        ("on 1 January", ["2026-01-01"], ["2026-01-01"]),
        ("on 1 August 2027", ["2027-08-01"], ["2027-08-01"]),
    ],
)
def test_a_day_without_a_year_is_the_nearest_that_the_tense_allows(
    sentence: str, nearest: list[str], past: list[str]
) -> None:
    assert days(sentence) == nearest
    assert days(sentence, is_past=True) == past


def test_a_leap_day_is_read_in_a_leap_year() -> None:
    assert days("on 29 February", on=date(2027, 12, 1)) == ["2028-02-29"]


@pytest.mark.parametrize("on", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_trouble(on: date) -> None:
    assert days("on 1 January 2024 and over Christmas", on=on)[0] == "2024-01-01"


@given(st.text(alphabet="0123456789/.- stMarchDecemberto to2026", max_size=80), st.dates(), st.booleans())
def test_dates_never_raise_and_no_span_ends_before_it_begins(sentence: str, on: date, is_past: bool) -> None:
    for span in dates_in(sentence, on, is_past=is_past):
        assert span.first <= span.last
        assert span.start < span.end
