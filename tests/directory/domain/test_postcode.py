"""Postcodes: one form for every way of writing them."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.errors import InvalidValue
from directory.domain.postcode import Postcode, is_whole_postcode, outcode_of, part_of_postcode, sector_of


@pytest.mark.parametrize("text", ["NE28 9ND", "ne289nd", " Ne28  9nd ", "NE 28 9 ND"])
def test_case_and_spaces_do_not_matter(text: str) -> None:
    postcode = Postcode.parse(text)
    assert (str(postcode), postcode.key, postcode.sector, postcode.outcode) == ("NE28 9ND", "NE289ND", "NE28 9", "NE28")


@pytest.mark.parametrize("text", ["", "NE28", "NE28 9", "POOLE", "No data", "NE28 9NDX", "1NE 9ND", "NE28 9NC"])
def test_what_has_not_the_form_of_a_postcode_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="not a UK postcode"):
        Postcode.parse(text)


def test_parts_of_postcodes_are_told_apart() -> None:
    assert sector_of("ne28 9") == "NE28 9"
    assert sector_of("NE28 9ND") is None
    assert outcode_of("sw1a") == "SW1A"
    assert outcode_of("Wallsend") is None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("NE28", "NE28"),
        ("ne2 8", "NE2 8"),
        ("NE289", "NE28 9"),
        ("M1", "M1"),
        ("Wallsend", None),
        ("", None),
        (" ", None),
    ],
)
def test_a_digit_written_apart_makes_a_sector(text: str, part: str | None) -> None:
    assert part_of_postcode(text) == part


@given(st.from_regex(r"[A-Z]{1,2}[0-9]{1,2} [0-9][ABD-HJLNP-UW-Z]{2}", fullmatch=True))
def test_what_is_written_is_read_back(text: str) -> None:
    assert str(Postcode.parse(text)) == text
    assert Postcode.parse(Postcode.parse(text).key) == Postcode.parse(text)


@given(st.text())
def test_any_text_is_a_postcode_or_refused(text: str) -> None:
    with contextlib.suppress(InvalidValue):
        assert Postcode.parse(text).outcode


def test_a_whole_postcode_is_told_from_a_part() -> None:
    assert [is_whole_postcode(text) for text in ("NE28 9ND", "ne289nd", "NE28 9", "", None)] == [
        True,
        True,
        False,
        False,
        False,
    ]
