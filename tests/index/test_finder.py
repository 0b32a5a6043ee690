"""Requests as people type them: understood, or refused with the field and what to change."""

import json
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.places import Place, Point, Precision
from directory.domain.records import LocationType
from directory.geography import Finding, Gazetteer
from index.finder import BadSearch, Found, SearchRequest, find, understood
from index.limits import DEFAULT_WITHIN_M
from index.protocol import Query
from index.results import as_json
from tests.index.oracle import Oracle
from tests.index.samples import MUSIC, REGISTER, WALLSEND, entry, place


@dataclass
class TwoPlaces(Gazetteer):
    """Knows one postcode, and one name that two places have."""

    def __init__(self) -> None:
        pass

    def find(self, text: str, near: Point | None = None) -> Finding:
        if text == "NE28 9ND":
            return Finding(place=WALLSEND)
        if text == "Newport":
            return Finding(place=NEWPORT, alternatives=(WALLSEND,), reason="There are two.")
        return Finding(reason=f"There is no {text}.", alternatives=(NEWPORT,))


NEWPORT = Place(label="Newport", point=Point(51.58, -2.99), precision=Precision.PLACE, radius_m=4_000)
GAZETTEER = TwoPlaces()


@pytest.mark.parametrize(
    ("within", "metres"),
    [("5km", 5_000), ("5", 5_000), ("3 miles", 4_828.032), ("1 mile", 1_609.344), ("800m", 800), ("0.5 KM", 500),
     ("2 kilometres", 2_000), ("", DEFAULT_WITHIN_M), ("1.5mi", 2_414.016)],
)  # fmt: skip
def test_distances_are_read(within: str, metres: float) -> None:
    query, _ = understood(GAZETTEER, SearchRequest(near="NE28 9ND", within=within))

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
        ("category", SearchRequest(categories=("a\x00",))),
        ("source", SearchRequest(sources=("b" * 501,))),
    ],
)
def test_what_cannot_be_meant_is_refused_by_field(field: str, request_: SearchRequest) -> None:
    with pytest.raises(BadSearch) as refused:
        understood(GAZETTEER, request_)

    assert refused.value.field == field
    assert str(refused.value).endswith((".", "!", "?"))


texts = st.text(max_size=40)


@given(st.builds(SearchRequest, q=texts, near=texts, within=texts, page=texts, size=texts))
def test_any_request_is_understood_or_refused(request_: SearchRequest) -> None:
    try:
        query, _ = understood(GAZETTEER, request_)
    except BadSearch:
        return
    assert isinstance(query, Query)


def test_spaces_are_tidied_and_defaults_filled_in() -> None:
    query, _ = understood(GAZETTEER, SearchRequest(q="  choir \n group\u00a0"))

    assert query == Query(text="choir group", size=20)


def test_a_name_of_two_places_tells_of_the_other() -> None:
    found = find(Oracle([]), GAZETTEER, SearchRequest(near="Newport"))

    assert found.query.near == NEWPORT
    assert found.finding.alternatives == (WALLSEND,)


def test_a_place_nobody_knows_brings_what_was_nearly_it() -> None:
    with pytest.raises(BadSearch, match="There is no Xyz") as refused:
        find(Oracle([]), GAZETTEER, SearchRequest(near="Xyz"))

    assert refused.value.alternatives == (NEWPORT,)


def found_in(near: str = "") -> Found:
    choir = entry(
        "1", "Choir", place(1_234, kind=LocationType.PHYSICAL, postcode="NE28 9ND"), description="We sing.",
        categories=(MUSIC,), url="https://choir.example", identifiers=("GB-CHC-1122334",), sources=(REGISTER,),
    )  # fmt: skip
    return find(Oracle([choir]), GAZETTEER, SearchRequest(q="choir", near=near))


def test_results_as_json_hold_what_was_promised() -> None:
    document = json.loads(json.dumps(as_json(found_in("NE28 9ND"))))

    assert set(document) >= {"query", "total", "results", "facets", "suggestions"}
    assert document["results"][0] == {
        "id": "1",
        "name": "Choir",
        "organization": "Choir",
        "description": "We sing.",
        "url": "https://choir.example",
        "postcode": "NE28 9ND",
        "point": [54.99, pytest.approx(-1.51066)],
        "precision": "postcode",
        "distance_m": 1230.0,
        "categories": [{"taxonomy": "needs", "code": "music", "label": "Singing and music"}],
        "score": document["results"][0]["score"],
        "why": "",
        "identifiers": ["GB-CHC-1122334"],
        "sources": [{"id": "gb-register", "title": "The register"}],
    }
    assert document["near"]["label"] == "NE28 9ND"


def test_distances_from_a_place_name_are_rounded_as_about() -> None:
    near = found_in("Newport")
    assert as_json(near)["results"] == []

    without = as_json(found_in())
    assert without["near"] is None
    assert without["results"][0]["distance_m"] is None
