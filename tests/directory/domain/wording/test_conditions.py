"""Conditions that are needed, accepted or excluded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.eligibility.criteria import Strength
from directory.domain.eligibility.criteria import Test as Bearing
from directory.domain.eligibility.satisfying import is_kind_of
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


@pytest.mark.parametrize(
    "text", ["We do not offer help to people with dementia.", "The path is unsuitable for people with dementia."]
)
def test_an_exclusion_does_not_also_need_what_it_excludes(text: str) -> None:
    (criterion,) = conditions_in(text)
    assert criterion.test is Bearing.EXCLUDES


@pytest.mark.parametrize(
    "text",
    [
        "We do not exclude people with dementia",
        "We would never exclude anyone with autism",
        "Open to all, without excluding people with epilepsy",
        "Swimming is not unsuitable for people with asthma",
        "We don't see autism as a problem",
        "We do not see people with autism as different",
        "We can't see dementia coming",
        "We do not support cancer research",
        "We cannot take people with dementia unless a carer comes too",
        "Not suitable for people with epilepsy without a companion",
    ],
)
def test_what_closes_no_door_excludes_nobody(text: str) -> None:
    assert not [criterion for criterion in conditions_in(text) if criterion.test is Bearing.EXCLUDES]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Not suitable for people with severe dementia", ("severe dementia",)),
        ("We cannot support people with severe mental health problems", ("severe mental health",)),
        ("We cannot take people with moderate to severe dementia", ("moderate dementia", "severe dementia")),
        ("Unable to admit adults with profound learning disabilities", ("profound learning disability",)),
        ("We cannot help people whose dementia is advanced", ("advanced dementia",)),
        ("We can't help people with active addictions at present", ("active addiction",)),
        ("We cannot support severe dementia", ("severe dementia",)),
        ("Not suitable for people with chronic pain", ("chronic pain",)),
        ("We cannot see people with epilepsy", ("epilepsy",)),
        ("This class excludes people with asthma", ("lung condition",)),
        ("We have no nurse and cannot take people with diabetes", ("diabetes",)),
        ("We cannot take people with epilepsy, but people with diabetes may come", ("epilepsy",)),
        ("We cannot accommodate epilepsy", ("epilepsy",)),
    ],
)
def test_an_exclusion_keeps_its_degree_and_ends_with_its_clause(text: str, values: tuple[str, ...]) -> None:
    closed = [criterion for criterion in conditions_in(text) if criterion.test is Bearing.EXCLUDES]
    assert [criterion.values for criterion in closed] == [values]


def test_whoever_has_a_condition_is_not_excluded_by_a_degree_of_it() -> None:
    (criterion,) = conditions_in("Not suitable for people with severe dementia")
    assert not any(is_kind_of("dementia", value) for value in criterion.values)
    assert any(is_kind_of("severe dementia", value) for value in criterion.values)


@pytest.mark.parametrize(
    "text",
    [
        "Runs for people with cancer research",
        "Raising money for cancer patients",
        "Fundraising for people living with Parkinson's",
        "We raise awareness of people with autism",
        "Walks in aid of stroke survivors",
        "Our shop supports people with diabetes charities",
        "This is not a group for people with cancer",
        "We do not yet run a class for people with arthritis",
    ],
)
def test_money_research_and_denials_need_no_condition(text: str) -> None:
    assert conditions_in(text) == []


@pytest.mark.parametrize("text", ["Not just for people with dementia", "We do not only support people with dementia"])
def test_not_only_for_a_condition_accepts_it(text: str) -> None:
    (criterion,) = conditions_in(text)
    assert (criterion.test, criterion.strength) == (Bearing.ACCEPTS, Strength.WELCOMES)


@given(st.text())
def test_junk_never_raises(text: str) -> None:
    conditions_in(text)
