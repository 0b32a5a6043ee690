"""Postcodes as numbers: every postcode has one, in order, and no other text has any."""

import string

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.errors import InvalidValue
from directory.domain.postcode import Postcode
from directory.geography.numbering import (
    NO_NUMBER,
    OUTCODE,
    SECTOR,
    in_northern_ireland,
    number_of_outcode,
    number_of_sector,
    numbers_of,
    outcode_text,
    postcode_text,
)

POSTCODES = st.from_regex(r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][ABD-HJLNP-UW-Z]{2}", fullmatch=True)
NEARLY = st.text(string.ascii_uppercase + string.digits + " \0é", max_size=9)


@given(POSTCODES)
def test_a_postcode_survives_the_round_trip(postcode: str) -> None:
    assert postcode_text(int(numbers_of((postcode,))[0])) == postcode


@given(POSTCODES)
def test_the_number_of_a_postcode_holds_those_of_its_sector_and_outcode(postcode: str) -> None:
    number, parsed = numbers_of((postcode,))[0], Postcode.parse(postcode)
    assert number // SECTOR == number_of_sector(parsed.sector)
    assert number // OUTCODE == number_of_outcode(parsed.outcode)
    assert outcode_text(int(number) // OUTCODE) == parsed.outcode


@given(POSTCODES, st.sampled_from((str.lower, str.upper, lambda text: text.replace(" ", ""), " \t{}\n".format)))
def test_case_and_spacing_make_no_difference(postcode: str, write: object) -> None:
    assert callable(write)
    assert numbers_of((write(postcode),))[0] == numbers_of((postcode,))[0]


@given(st.one_of(st.text(), NEARLY))
def test_a_text_has_a_number_exactly_when_it_has_the_form_of_a_postcode(text: str) -> None:
    try:
        is_postcode = Postcode.parse(text).outcode != "GIR"
    except InvalidValue:
        is_postcode = False
    assert (numbers_of((text,))[0] != NO_NUMBER) == is_postcode


def test_numbers_are_in_the_order_of_area_district_and_sector() -> None:
    ascending = numbers_of(["B1 1AA", "B11 1AA", "B2 1AA", "BT1 1AA", "NE2 8AA", "NE28 9AA", "NE28 9AB", "W1A 1AA"])
    assert (np.diff(ascending.astype(np.int64)) > 0).all()


def test_only_postcodes_of_the_area_bt_are_northern_irish() -> None:
    numbers = numbers_of(["BT1 5GS", "BT94 1AA", "B1 1AA", "BS1 1AA", "BU1 1AA", "not a postcode"])
    assert in_northern_ireland(numbers).tolist() == [True, True, False, False, False, False]


def test_no_texts_have_no_numbers() -> None:
    assert len(numbers_of(())) == 0
