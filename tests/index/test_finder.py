"""Requests as people type them: understood, or refused with the field and what to change."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.eligibility.person import DayPart, Gender, Weekday
from directory.geography import Gazetteer
from index.finder import find, understood
from index.limits import DEFAULT_WITHIN_M
from index.protocol import FACETS, Query
from index.request import BadSearch, Profile, SearchRequest
from tests.index.oracle import Oracle
from tests.index.samples import clock, entry

NOTHING_CHOSEN: dict[str, tuple[str, ...]] = dict.fromkeys(FACETS, ())


def query_of(gazetteer: Gazetteer, request: SearchRequest) -> Query:
    return understood(gazetteer, request, clock())[0]


@pytest.mark.parametrize(
    ("within", "metres"),
    [("5km", 5_000), ("5", 5_000), ("3 miles", 4_828.032), ("1 mile", 1_609.344), ("800m", 800), ("0.5 KM", 500),
     ("2 kilometres", 2_000), ("", DEFAULT_WITHIN_M), ("1.5mi", 2_414.016)],
)  # fmt: skip
def test_distances_are_read(gazetteer: Gazetteer, within: str, metres: float) -> None:
    query = query_of(gazetteer, SearchRequest(near="NE28 9ND", within=within))

    assert query.within_m == pytest.approx(metres)


@pytest.mark.parametrize(
    ("field", "request_"),
    [
        ("near", SearchRequest(near="ZZ1 1ZZ")),
        ("near", SearchRequest(near="nowhere at all")),
        ("near", SearchRequest(q="choir", within="5km")),
        ("within", SearchRequest(near="NE28 9ND", within="-1")),
        ("within", SearchRequest(near="NE28 9ND", within="9e9")),
        ("within", SearchRequest(near="NE28 9ND", within="abc")),
        ("within", SearchRequest(near="NE28 9ND", within="0")),
        ("within", SearchRequest(near="NE28 9ND", within="9999999")),
        ("within", SearchRequest(near="NE28 9ND", within="5 furlongs")),
        ("within", SearchRequest(near="NE28 9ND", within="٥km")),
        ("page", SearchRequest(page="0")),
        ("page", SearchRequest(page="-1")),
        ("page", SearchRequest(page="1.5")),
        ("page", SearchRequest(page="101")),
        ("page", SearchRequest(page="9" * 400)),
        ("size", SearchRequest(size="0")),
        ("size", SearchRequest(size="101")),
        ("size", SearchRequest(size="many")),
        ("q", SearchRequest(q="a" * 10_000)),
        ("q", SearchRequest(q="choir\x00")),
        ("q", SearchRequest(q="cho\x1bir")),
        ("q", SearchRequest(q="\ud800")),
        ("near", SearchRequest(near="\x7f")),
        ("category", SearchRequest(filters={"category": ("a\x00",)})),
        ("day", SearchRequest(filters={"day": ("b" * 501,)})),
    ],
)
def test_what_cannot_be_meant_is_refused_by_field(gazetteer: Gazetteer, field: str, request_: SearchRequest) -> None:
    with pytest.raises(BadSearch) as refused:
        query_of(gazetteer, request_)

    assert refused.value.field == field
    assert str(refused.value).endswith((".", "!", "?"))


texts = st.text(max_size=40)


@given(st.builds(SearchRequest, q=texts, near=texts, within=texts, page=texts, size=texts))
def test_any_request_is_understood_or_refused(gazetteer: Gazetteer, request_: SearchRequest) -> None:
    try:
        query = query_of(gazetteer, request_)
    except BadSearch:
        return
    assert isinstance(query, Query)


def test_spaces_are_tidied_and_defaults_filled_in(gazetteer: Gazetteer) -> None:
    query = query_of(gazetteer, SearchRequest(q="  choir \n group\u00a0"))

    assert query == Query(text="choir group", filters=NOTHING_CHOSEN, page=1, size=20)


def test_a_sentence_is_split_into_need_place_person_and_time(gazetteer: Gazetteer) -> None:
    query, finding, box = understood(
        gazetteer, SearchRequest(q="bereavement group for men within 3 miles of NE28 on Tuesday evenings"), clock()
    )

    assert query.text == "bereavement group"
    assert query.near is not None
    assert query.near.label == "NE28"
    assert query.within_m == pytest.approx(4_828.032)
    assert (query.person.gender, query.person.days, query.person.parts) == (
        Gender.MALE,
        (Weekday.TUE,),
        (DayPart.EVENING,),
    )
    assert finding.place == box.place == query.near
    assert [chip.field for chip in box.chips] == ["gender", "within_m", "place", "days", "parts"]


def test_chosen_fields_go_before_the_sentence(gazetteer: Gazetteer) -> None:
    request = SearchRequest(q="choir within 3 miles of Leeds", near="NE28 9ND", within="1km", size="5", page="2")

    query = query_of(gazetteer, request)

    assert query.near is not None
    assert (query.text, query.near.label, query.within_m) == ("choir", "NE28 9ND", 1_000)
    assert (query.size, query.page) == (5, 2)


def test_only_known_facets_become_filters(gazetteer: Gazetteer) -> None:
    request = SearchRequest(filters={"day": (" tue ", "wed"), "colour": ("red",)})

    assert query_of(gazetteer, request).filters == {**NOTHING_CHOSEN, "day": ("tue", "wed")}


def test_a_name_of_several_places_tells_of_the_others(gazetteer: Gazetteer) -> None:
    found = find(Oracle([]), gazetteer, SearchRequest(near="Newport"), clock())

    assert found.query.near is not None
    assert found.query.near.label == "Newport, Wales"
    assert "Newport, Isle of Wight" in [place.label for place in found.finding.alternatives]


def test_a_place_nobody_knows_brings_what_was_nearly_it(gazetteer: Gazetteer) -> None:
    with pytest.raises(BadSearch, match=r"did you mean Wallsend\?"):
        find(Oracle([]), gazetteer, SearchRequest(near="Wallsendd"), clock())


def test_a_name_that_is_elsewhere_brings_where_it_is(gazetteer: Gazetteer) -> None:
    with pytest.raises(BadSearch, match="choose among those of that name") as refused:
        find(Oracle([]), gazetteer, SearchRequest(near="Newport, Leeds"), clock())

    assert "Newport, Wales" in [place.label for place in refused.value.alternatives]


def test_a_search_is_answered_as_of_uk_time(gazetteer: Gazetteer) -> None:
    in_summer = datetime(2026, 7, 7, 23, 30, tzinfo=UTC)

    found = find(Oracle([entry("1", "Choir")]), gazetteer, SearchRequest(q="choir open now"), in_summer)

    assert (found.at.isoformat(), found.results.total) == ("2026-07-08T00:30:00+01:00", 1)
    assert (found.query.person.days, found.query.person.parts) == ((Weekday.WED, Weekday.TUE), ())


def test_a_distance_in_the_sentence_is_from_home_and_without_one_set_aside(gazetteer: Gazetteer) -> None:
    at_home = SearchRequest(q="choir within 3 miles", profile=Profile(home="NE28 9ND"))

    from_home, _, _ = understood(gazetteer, at_home, clock())
    nowhere, _, _ = understood(gazetteer, SearchRequest(q="choir near me within 3 miles"), clock())

    assert from_home.near is not None
    assert from_home.near.label == "NE28 9"
    assert from_home.within_m == pytest.approx(4_828, abs=1)
    assert (nowhere.text, nowhere.near, nowhere.within_m) == ("choir", None, None)


def test_other_places_of_the_name_in_the_sentence_are_told(gazetteer: Gazetteer) -> None:
    _, finding, _ = understood(gazetteer, SearchRequest(q="choir in Newport"), clock())

    assert finding.place is not None
    assert finding.alternatives
