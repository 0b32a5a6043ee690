"""Wording that shuts nobody out, and wording that only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.eligibility.criteria import Test as Bearing
from directory.domain.wording.openness import openness_in

AGE, GENDER = "age", "gender"


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Open to all", [AGE, GENDER]),
        ("Open to all. Tea at two.", [AGE, GENDER]),
        ("Open to all and free", [AGE, GENDER]),
        ("Open to all are welcome", [AGE, GENDER]),
        ("Open to everyone, whatever their faith", [AGE, GENDER]),
        ("Everyone is very welcome", [AGE, GENDER]),
        ("All welcome!", [AGE, GENDER]),
        ("Fun for everyone!", [AGE, GENDER]),
        ("Open to the general public", [AGE, GENDER]),
        ("For people of all ages", [AGE]),
        ("Women of all ages", [AGE]),
        ("Children of all ages; the choir is for all ages", [AGE]),
        ("Open to all ages", [AGE]),
    ],
)
def test_what_is_left_open_is_found(text: str, fields: list[str]) -> None:
    criteria = openness_in(text)
    assert [one.field.value for one in criteria] == fields
    assert all(one.test is Bearing.OPEN and one.span and one.span in text for one in criteria)


@pytest.mark.parametrize(
    "text",
    [
        "Open to all abilities",
        "Open to all faiths",
        "Open to all residents",
        "Open to anyone of appropriate age",
        "Open to everyone who has dementia",
        "For anyone bereaved by suicide",
        "Support for anyone experiencing loneliness",
        "Food for everyone in the house",
        "Everyone welcome who has had a stroke",
        "Anyone is welcome to join if retired",
        "Open to the public over 18",
        "Not open to everyone.",
        "This isn't open to all.",
        "Children of all ages",
        "Not suitable for all ages",
        "Lunch on Mondays",
    ],
)
def test_what_is_open_to_some_or_in_other_things_leaves_nothing_open(text: str) -> None:
    assert openness_in(text) == []


@given(st.text())
def test_junk_never_raises(text: str) -> None:
    openness_in(text)
