"""Three values: the tables of strong Kleene logic, and what follows from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.eligibility.logic import Truth, all_of, any_of, negated

NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES
truths = st.sampled_from(Truth)


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (NO, NO, NO, NO),
        (NO, UNKNOWN, NO, UNKNOWN),
        (NO, YES, NO, YES),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (UNKNOWN, YES, UNKNOWN, YES),
        (YES, YES, YES, YES),
    ],
)
def test_and_is_the_least_and_or_the_greatest(one: Truth, other: Truth, both: Truth, either: Truth) -> None:
    assert all_of([one, other]) is all_of([other, one]) is both
    assert any_of([one, other]) is any_of([other, one]) is either


def test_not_unknown_is_unknown() -> None:
    assert [negated(truth) for truth in (NO, UNKNOWN, YES)] == [YES, UNKNOWN, NO]


def test_of_nothing_all_hold_and_none_does() -> None:
    assert all_of([]) is YES
    assert any_of([]) is NO


def test_words_are_those_people_read() -> None:
    assert [truth.word for truth in Truth] == ["no", "unknown", "yes"]


@given(st.lists(truths))
def test_or_is_the_mirror_of_and(parts: list[Truth]) -> None:
    assert any_of(parts) is negated(all_of([negated(part) for part in parts]))


@given(st.lists(truths), st.lists(truths))
def test_and_may_be_taken_in_parts(some: list[Truth], others: list[Truth]) -> None:
    assert all_of([*some, *others]) is all_of([all_of(some), all_of(others)])
