"""Two pages say the same when most of their five-word runs are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.visiting.soft404 import likeness, shingles


def test_shingles_are_runs_of_five_words() -> None:
    assert shingles("One two three, four five SIX") == {
        ("one", "two", "three", "four", "five"),
        ("two", "three", "four", "five", "six"),
    }


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("a b c d e f", "a b c d e g", 1 / 3), ("a b", "a b", 1.0), ("a b", "a c", 0.0), ("", "", 1.0), ("", "a", 0.0),
    ],
)  # fmt: skip
def test_likeness_is_the_share_of_runs_in_common(one: str, other: str, expected: float) -> None:
    assert likeness(one, other) == pytest.approx(expected)


@given(st.text(), st.text())
def test_likeness_is_even_handed_and_whole_with_itself(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == 1.0
