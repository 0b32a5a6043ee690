"""Places that somebody may mean who is still typing: parts of postcodes, names, and names spelt nearly so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.geography import Gazetteer


def labels(gazetteer: Gazetteer, text: str, most: int = 8) -> list[str]:
    return [place.label for place in gazetteer.begun(text, most)]


def test_the_places_whose_names_begin_so_come_largest_first(gazetteer: Gazetteer) -> None:
    assert "Wallsend" in labels(gazetteer, "wallse")
    assert labels(gazetteer, "newcastle u", 1) == ["Newcastle upon Tyne"]
    assert len(labels(gazetteer, "wa", 3)) == 3


def test_namesakes_are_told_apart_and_what_follows_a_comma_chooses(gazetteer: Gazetteer) -> None:
    assert {"Newport, Wales", "Newport, Isle of Wight"} <= set(labels(gazetteer, "newport"))
    assert labels(gazetteer, "newport, isle") == ["Newport, Isle of Wight"]
    assert labels(gazetteer, "newport, nowhere") == []


def test_a_slip_in_a_whole_name_is_forgiven_but_not_in_a_short_one(gazetteer: Gazetteer) -> None:
    assert "Wallsend" in labels(gazetteer, "Walsend")
    assert labels(gazetteer, "xqz") == []


@pytest.mark.parametrize("typed", ["NE28 9", "ne28 9n", "NE28 9ND", "ne289nd", "NE28  9ND"])
def test_a_postcode_is_known_no_further_than_its_sector(gazetteer: Gazetteer, typed: str) -> None:
    assert labels(gazetteer, typed) == ["NE28 9"]


def test_of_an_outcode_come_itself_longer_ones_and_its_sectors(gazetteer: Gazetteer) -> None:
    assert labels(gazetteer, "ne28")[:2] == ["NE28", "NE28 0"]
    assert labels(gazetteer, "NE2", 3) == ["NE2", "NE20", "NE21"]
    assert labels(gazetteer, "ZZ1") == []
    assert labels(gazetteer, "ZZ1 1AA") == []


@pytest.mark.parametrize("typed", ["", " ", ",", ", x", "\N{SNOWMAN}", "a" * 300])
def test_what_names_nothing_begins_nothing(gazetteer: Gazetteer, typed: str) -> None:
    assert labels(gazetteer, typed) == []


@given(st.text(max_size=30), st.integers(1, 8))
def test_no_text_yields_more_than_asked_for_or_a_place_twice(gazetteer: Gazetteer, text: str, most: int) -> None:
    found = labels(gazetteer, text, most)

    assert len(set(found)) == len(found) <= most


@pytest.mark.parametrize("typed", ["wal", "newp", "st", "ne2", "m1", "lon"])
def test_what_is_offered_is_found_when_it_is_searched_for(gazetteer: Gazetteer, typed: str) -> None:
    for place in gazetteer.begun(typed, 8):
        assert gazetteer.find(place.label).place == place
