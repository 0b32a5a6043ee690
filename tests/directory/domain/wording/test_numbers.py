"""Numbers in digits and in words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.wording.numbers import NUMBER, PLURAL, number, plain_dashes


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("0", 0),
        ("18", 18),
        ("nought", 0),
        ("zero", 0),
        ("seven", 7),
        ("Twelve", 12),
        ("nineteen", 19),
        ("sixty", 60),
        ("twenty-five", 25),
        ("ninety five", 95),
        ("60s", 60),
        ("18's", 18),
        ("fives", 5),
        ("sixes", 6),
        ("fifties", 50),
        ("thirty-fives", 35),
    ],
)
def test_words_have_their_value(words: str, value: int) -> None:
    assert number(words) == value


def test_other_words_are_no_number() -> None:
    with pytest.raises(KeyError):
        number("several")


@given(st.integers(min_value=0, max_value=99))
def test_every_number_below_a_hundred_is_found_and_read(value: int) -> None:
    found = re.search(NUMBER, f"about {value} of them", re.IGNORECASE)
    assert found is not None
    assert number(found[0]) == value


@pytest.mark.parametrize("text", ["1989", "100", "£12", "3.50", "12.30", "10/12", "none", "someone", "often"])
def test_years_prices_times_and_parts_of_words_are_no_numbers(text: str) -> None:
    assert re.fullmatch(NUMBER, text, re.IGNORECASE) is None
    assert re.search(rf"{PLURAL}", text, re.IGNORECASE) is None


@given(st.text())
def test_plain_dashes_keep_the_length(text: str) -> None:
    assert len(plain_dashes(text)) == len(text)


@pytest.mark.parametrize("dash", ["\u2010", "\u2011", "\u2012", "\u2212", "-"])
def test_every_sign_that_looks_like_a_hyphen_is_one(dash: str) -> None:
    assert plain_dashes(f"16{dash}25") == "16-25"
