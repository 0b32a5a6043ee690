"""Charity numbers are found where a page calls them so, and no other numbers are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.watching.charity_numbers import charity_numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Registered charity no. 1122334", ["GB-CHC-1122334"]),
        ("Registered Charity Number: 112233", ["GB-CHC-112233"]),
        ("Charity Reg. No 1122334.", ["GB-CHC-1122334"]),
        ("registered charity 1 122 334", ["GB-CHC-1122334"]),
        (
            "Registered charity in England and Wales (1122334) and Scotland (SC012345)",
            ["GB-CHC-1122334", "GB-SC-SC012345"],
        ),
        ("Elusen gofrestredig rhif 1122334", ["GB-CHC-1122334"]),
        ("Scottish charity SC123456", ["GB-SC-SC123456"]),
        ("SC012345", ["GB-SC-SC012345"]),
        ("NIC100123", ["GB-NIC-100123"]),
        ("Charity no: NIC 100123", ["GB-NIC-100123"]),
    ],
)
def test_number_that_is_called_a_charitys_is_found(text: str, numbers: list[str]) -> None:
    assert [str(number) for number, _, _ in charity_numbers_in(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "1122334",
        "Company number 1122334",
        "The charity raised £1122334",
        "The charity helped 112233 people",
        "Charity office 01632 960123",
        "Charity shop, 0191 498 0123",
        "Registered company SC123456",
        "Company limited by guarantee SC012345",
        "A charity. Registered company no. 1122334",
        "charity 11223344",
        "SC12345",
        "XSC012345",
    ],
)
def test_any_other_number_is_left_out(text: str) -> None:
    assert list(charity_numbers_in(text)) == []


def test_place_of_a_number_is_given() -> None:
    text = "Our charity no. 1122334"

    ((_, start, end),) = charity_numbers_in(text)

    assert text[start:end] == "1122334"


@given(st.text(alphabet="charity no. SCNI0123456789,()", max_size=120))
def test_no_text_raises(text: str) -> None:
    assert all(text[start:end].strip() for _, start, end in charity_numbers_in(text))
