"""What somebody does with a list, and what it never holds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.errors import InvalidValue
from directory.domain.shortlist.facts import How, KeyFacts
from directory.domain.shortlist.shortlist import Full, Item, Shortlist

DAY = date(2026, 11, 3)
FACTS = KeyFacts(how=How.RUNNING, phone=1, place=2, times=3)


def of(*ids: str) -> Shortlist:
    return Shortlist(made_on=DAY, items=tuple(Item(service_id=one) for one in ids))


def test_a_service_is_added_at_the_end_and_only_once() -> None:
    assert of("a").adding("b", most=3).ids == ("a", "b")
    assert of("a", "b").adding("a", most=2) == of("a", "b")


def test_a_full_list_says_how_many_it_holds() -> None:
    with pytest.raises(Full, match="A shortlist holds up to 2 services"):
        of("a", "b").adding("c", most=2)


def test_a_service_is_taken_off_and_one_not_there_changes_nothing() -> None:
    assert of("a", "b").without("a") == of("b")
    assert of("a", "b").without("c") == of("a", "b")


@pytest.mark.parametrize(
    ("which", "by", "order"),
    [("a", 1, "bac"), ("c", -1, "acb"), ("a", -1, "abc"), ("c", 1, "abc"), ("x", 1, "abc"), ("a", 9, "bca")],
)
def test_a_service_moves_as_far_as_the_list_reaches(which: str, by: int, order: str) -> None:
    assert of("a", "b", "c").moving(which, by=by).ids == tuple(order)


@given(st.permutations("abcd"), st.sampled_from("abcdx"), st.integers(-5, 5))
def test_moving_loses_nothing(ids: list[str], which: str, by: int) -> None:
    assert sorted(of(*ids).moving(which, by=by).ids) == sorted(ids)


def test_no_list_holds_a_service_twice() -> None:
    with pytest.raises(InvalidValue, match="once"):
        of("a", "a")


def test_a_note_is_one_line_beside_its_service() -> None:
    noted = of("a", "b").noting("b", " Use the\r\nside  door ", longest=20)

    assert [item.note for item in noted.items] == ["", "Use the side door"]
    assert noted.without_notes() == of("a", "b")


def test_a_note_keeps_no_number_or_address_of_a_person() -> None:
    [item] = of("a").noting("a", "ring 07700 900123 or ann@example.org", longest=80).items

    assert item.note == "ring [taken out] or [taken out]"


@pytest.mark.parametrize("note", ["x" * 21, "\U0001f600" * 20])
def test_a_note_too_long_is_refused(note: str) -> None:
    with pytest.raises(InvalidValue, match="Write at most 20 characters") as refused:
        of("a").noting("a", note, longest=20)
    assert note not in str(refused.value)


def test_a_list_is_sent_with_the_day_and_the_facts_that_are_known() -> None:
    sent = of("a", "b").as_of(date(2026, 12, 1), {"a": FACTS})

    assert sent.made_on == date(2026, 12, 1)
    assert [item.facts for item in sent.items] == [FACTS, None]
