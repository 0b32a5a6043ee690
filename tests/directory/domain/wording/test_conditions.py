"""Conditions that are needed, accepted or excluded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.eligibility.criteria import Strength
from directory.domain.eligibility.criteria import Test as Bearing
from directory.domain.wording.conditions import conditions_in


@pytest.mark.parametrize(
    ("text", "test", "values", "strength"),
    [
        ("Singing for people living with dementia", Bearing.NEEDS, ("dementia",), Strength.MUST),
        ("You must have a diagnosis of dementia; families too", Bearing.NEEDS, ("dementia",), Strength.MUST),
        ("Must be diagnosed with epilepsy and friends", Bearing.NEEDS, ("epilepsy",), Strength.MUST),
        ("Exercise for stroke survivors", Bearing.NEEDS, ("stroke",), Strength.MUST),
        ("A club for blind and partially sighted people", Bearing.NEEDS, ("sight loss",), Strength.MUST),
        ("Mainly for people with Parkinson's", Bearing.NEEDS, ("Parkinson's",), Strength.PREFERS),
        (
            "Supports adults with autism and learning disabilities",
            Bearing.NEEDS,
            ("autism", "learning disability"),
            Strength.MUST,
        ),
        ("Lunch for people with dementia and their carers", Bearing.ACCEPTS, ("dementia",), Strength.WELCOMES),
        ("We cannot take people who have epilepsy", Bearing.EXCLUDES, ("epilepsy",), Strength.MUST),
        ("We cannot take people who use drugs at present", Bearing.EXCLUDES, ("use drugs",), Strength.MUST),
        ("Not suitable for anyone with a heart condition", Bearing.EXCLUDES, ("heart condition",), Strength.MUST),
    ],
)
def test_conditions_are_found(text: str, test: Bearing, values: tuple[str, ...], strength: Strength) -> None:
    (criterion,) = conditions_in(text)
    assert (criterion.test, criterion.values, criterion.strength) == (test, values, strength)


@pytest.mark.parametrize(
    "text", ["Not suitable for prams", "Research into cancer", "Life drawing", "A painting class", "Mental arithmetic"]
)
def test_other_wording_names_no_condition(text: str) -> None:
    assert conditions_in(text) == []


def test_an_exclusion_does_not_also_need_what_it_excludes() -> None:
    (criterion,) = conditions_in("We do not offer help to people with dementia.")
    assert criterion.test is Bearing.EXCLUDES


@given(st.text())
def test_junk_never_raises(text: str) -> None:
    conditions_in(text)
