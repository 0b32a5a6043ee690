"""A link holds a list as it was signed here, and no other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.shortlist.facts import How, KeyFacts
from directory.domain.shortlist.shortlist import Item, Shortlist
from web.shortlist.link import BrokenLink, Links

LINKS = Links(lambda: b"k" * 32)
FACTS = KeyFacts(how=How.RUNNING, phone=1, place=2, times=3)
LIST = Shortlist(
    made_on=date(2026, 11, 3),
    items=(Item(service_id="00000000-0000-4000-8000-000000000001", note="Use the side door", facts=FACTS),),
)
TOKEN = LINKS.token(LIST)


def test_a_link_gives_back_its_list() -> None:
    assert LINKS.read(TOKEN) == LIST


def test_a_link_is_made_of_signs_that_no_address_changes() -> None:
    assert set(TOKEN) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")


@given(at=st.integers(0, len(TOKEN) - 2), sign=st.sampled_from("Aa0-_.é"))
def test_a_link_changed_in_one_place_is_refused(at: int, sign: str) -> None:
    changed = f"{TOKEN[:at]}{sign}{TOKEN[at + 1 :]}"
    if changed != TOKEN:
        with pytest.raises(BrokenLink):
            LINKS.read(changed)


@given(st.text(max_size=60))
def test_anything_else_is_refused(junk: str) -> None:
    with pytest.raises(BrokenLink):
        LINKS.read(junk)


def test_a_link_of_another_site_is_refused() -> None:
    with pytest.raises(BrokenLink):
        Links(lambda: b"other" * 8).read(TOKEN)
