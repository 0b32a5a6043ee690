"""The simple fields of a search: texts, distances and whole numbers, each read or refused with what to write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.limits import LARGEST_WITHIN_M, LONGEST_QUERY, SMALLEST_WITHIN_M
from index.request import BadSearch, metres, typed, whole


def test_a_text_keeps_its_words_with_single_spaces() -> None:
    assert typed("q", "  men's \t\r\n shed\u00a0 ") == "men's shed"
    assert typed("q", "   ") == ""


def test_the_longest_text_is_read_and_a_longer_one_told_its_length() -> None:
    assert typed("q", "a" * LONGEST_QUERY) == "a" * LONGEST_QUERY

    with pytest.raises(BadSearch, match="This is 501 characters long: use at most 500") as refused:
        typed("near", "a" * (LONGEST_QUERY + 1))
    assert refused.value.field == "near"


@pytest.mark.parametrize("text", ["\x00", "a\x1bb", "\ud800", "\x7f", "a\x85b"])
def test_a_text_that_nobody_can_type_is_refused(text: str) -> None:
    with pytest.raises(BadSearch, match="cannot be read"):
        typed("q", text)


@given(st.text(max_size=60))
def test_a_text_that_was_read_is_read_as_itself(text: str) -> None:
    try:
        once = typed("q", text)
    except BadSearch:
        return
    assert typed("q", once) == once


def test_no_distance_is_none() -> None:
    assert metres("") is None


@pytest.mark.parametrize(
    ("within", "expected"),
    [("50m", SMALLEST_WITHIN_M), ("200km", LARGEST_WITHIN_M), ("1 Mile", 1_609.344), ("0.1", 100), ("75 metres", 75)],
)
def test_distances_within_bounds_are_read(within: str, expected: float) -> None:
    assert metres(within) == pytest.approx(expected)


@pytest.mark.parametrize("within", ["49m", "200.1km", "0", "125 miles"])
def test_distances_out_of_bounds_are_told_the_bounds(within: str) -> None:
    with pytest.raises(BadSearch, match=r"from 50 m to 200 km\.") as refused:
        metres(within)
    assert refused.value.field == "within"


@pytest.mark.parametrize("within", ["far", "5 furlongs", "-1", "5km5", "1e3", "٥km", "s", "12345678m"])
def test_what_is_no_distance_is_told_how_to_write_one(within: str) -> None:
    with pytest.raises(BadSearch, match="Write the distance as 5km, 3 miles or 800m"):
        metres(within)


def test_whole_numbers_are_read_and_nothing_is_the_default() -> None:
    assert whole("page", " 7 ", default=1, largest=9) == 7
    assert whole("page", "", default=1, largest=9) == 1


@pytest.mark.parametrize("text", ["0", "10", "-1", "1.5", "many", "9" * 40, "٥"])
def test_other_numbers_are_refused_with_the_bounds(text: str) -> None:
    with pytest.raises(BadSearch, match=r"Choose a page from 1 to 9\.") as refused:
        whole("page", text, default=1, largest=9)
    assert refused.value.field == "page"
