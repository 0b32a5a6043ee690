"""Taking out of notes what somebody could be reached or found by."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.redaction import LEAST_DIGITS, TAKEN_OUT, without_contacts


@pytest.mark.parametrize(
    "contact",
    [
        "ann@example.org",
        "ann.lee+club@mail.example.co.uk",
        "ann＠example.org",
        "ann (at) example (dot) org",
        "ann [AT] example.org",
        "0191 498 0123",
        "01632960123",
        "+44 (0)20 7946 0123",
        "07700-900-123",
        "07700.900.123",
        "943 476 5919",
        "9434765919",
        "٠١٩١ ٤٩٨ ٠١٢٣",
        "498 0123",
        "2019-05-06 1234",
        "0191-49-80-123",
    ],
)
def test_an_address_or_a_long_number_is_taken_out(contact: str) -> None:
    assert without_contacts(f"Ring {contact}, please") == f"Ring {TAKEN_OUT}, please"


@pytest.mark.parametrize(
    "said",
    [
        "It closed on 2026-11-21, they said.",
        "Closed since 21/11/2026.",
        "It is now 10.00-12.00 on Tuesdays, or 9.30 - 11.30.",
        "At 3 High Street, NE28 9ND. It costs £12.50 for 10 weeks.",
        "Fewer than 12 people come @ the hall.",
    ],
)
def test_days_hours_prices_and_postcodes_are_left(said: str) -> None:
    assert without_contacts(said) == said


@given(st.text(alphabet="0123456789 .-()+@[]at\n–:/", max_size=80))
def test_nothing_is_left_twice_and_no_long_number_is_left(text: str) -> None:
    once = without_contacts(text)

    assert without_contacts(once) == once
    assert re.search(rf"\d{{{LEAST_DIGITS + 2},}}", once) is None


@given(st.text(max_size=200))
def test_junk_is_no_trouble(text: str) -> None:
    without_contacts(text)
