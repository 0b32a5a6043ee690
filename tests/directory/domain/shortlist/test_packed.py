"""A list survives being sent, and nothing else is taken for one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.errors import InvalidValue
from directory.domain.shortlist.facts import How, KeyFacts
from directory.domain.shortlist.packed import pack, unpack
from directory.domain.shortlist.shortlist import Item, Shortlist

MARKS = st.integers(0, 65_535)
FACTS = st.builds(KeyFacts, how=st.sampled_from(How), phone=MARKS, place=MARKS, times=MARKS)
ITEMS = st.builds(
    Item,
    service_id=st.uuids().map(str),
    note=st.text(st.characters(codec="utf-8"), max_size=80),
    facts=st.none() | FACTS,
)
LISTS = st.builds(
    Shortlist,
    made_on=st.dates(date(1970, 1, 1), date(2149, 6, 6)),
    items=st.lists(ITEMS, max_size=10, unique_by=lambda item: item.service_id).map(tuple),
)
ONE = Item(service_id="00000000-0000-4000-8000-000000000001", note="Use the side door")
DAY = date(2026, 11, 3)
SENT = pack(Shortlist(made_on=DAY, items=(ONE,)))


@given(LISTS)
def test_a_list_comes_back_as_it_was(shortlist: Shortlist) -> None:
    assert unpack(pack(shortlist)) == shortlist


def made_of(junk: bytes) -> Shortlist | None:
    try:
        return unpack(junk)
    except InvalidValue:
        return None


@given(st.binary(max_size=80) | LISTS.map(pack).flatmap(lambda packed: st.binary(max_size=3).map(packed.__add__)))
def test_nothing_is_a_list_but_what_a_list_was_made_into(junk: bytes) -> None:
    found = made_of(junk)

    assert found is None or pack(found) == junk


@pytest.mark.parametrize("changed", [SENT + b"x", SENT[:-1], b"\2" + SENT[1:]])
def test_a_list_cut_lengthened_or_of_another_form_is_refused(changed: bytes) -> None:
    with pytest.raises(InvalidValue, match="not whole"):
        unpack(changed)


def test_a_service_takes_25_bytes() -> None:
    assert len(pack(Shortlist(made_on=DAY, items=(Item(service_id=ONE.service_id),)))) == 29


@pytest.mark.parametrize(
    "shortlist",
    [
        Shortlist(made_on=DAY, items=(Item(service_id="not-an-id"),)),
        Shortlist(made_on=date(1969, 12, 31)),
        Shortlist(made_on=date(2200, 1, 1)),
    ],
)
def test_what_has_no_room_in_a_link_is_not_sent(shortlist: Shortlist) -> None:
    with pytest.raises(InvalidValue, match="cannot be sent"):
        pack(shortlist)
