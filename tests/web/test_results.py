"""The page of results, from findings made by hand."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from directory.domain.entries import Entry, EntryPlace, EntrySource
from directory.domain.places import Place, Point, Precision
from directory.domain.records import LocationType
from directory.geography import Finding
from index.finder import Found
from index.protocol import FacetValue, Hit, Query, Results
from tests.web.world import TODAY
from web.forms import SearchForm
from web.results import ResultsPage, results_page

POINT = Point(55.0, -1.5)


@pytest.fixture(autouse=True)
def _links(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def a_place(**changes: Any) -> Place:
    place: dict[str, Any] = {"label": "NE28 9ND", "point": POINT, "precision": Precision.POSTCODE, "radius_m": 100.0}
    return Place(**(place | changes))


def an_entry(*places: EntryPlace) -> Entry:
    return Entry(
        id="e",
        name="Choir",
        organization_id="o",
        organization="Choir",
        places=places,
        sources=(EntrySource(id="feed", title="A feed"),),
    )


def a_page(
    *hits: Hit,
    total: int = 1,
    near: Place | None = None,
    page: int = 1,
    facets: dict[str, tuple[FacetValue, ...]] | None = None,
    finding: Finding | None = None,
    form: SearchForm | None = None,
    invented: frozenset[str] = frozenset(),
) -> ResultsPage:
    query = Query(text="choir", near=near, within_m=10_000.0 if near else None, page=page)
    results = Results(hits=hits, total=total, facets=facets or {})
    found = Found(query=query, results=results, finding=finding or Finding())
    return results_page(found, form or SearchForm(q="choir"), TODAY, invented)


def a_hit(*places: EntryPlace, distance_m: float | None = None) -> Hit:
    entry = an_entry(*places)
    return Hit(
        entry=entry,
        score=1.0,
        distance_m=distance_m,
        place=0 if places else None,
        why="",
        contributions=(),
    )


def test_a_postcode_no_longer_in_use_is_said_to_be_so() -> None:
    assert any("no longer in use" in line for line in a_page(near=a_place(ended=True)).lines)


def test_what_the_gazetteer_says_of_a_place_is_passed_on() -> None:
    finding = Finding(reason="Postcodes of Northern Ireland are known to their first half only.")

    assert finding.reason in a_page(near=a_place(), finding=finding).lines


def test_rings_of_distance_are_offered_as_distances_to_search_within() -> None:
    rings = (
        FacetValue(value="0-1", label="within 1 km", count=2),
        FacetValue(value="2-5", label="2 to 5 km", count=3),
        FacetValue(value="20-", label="more than 20 km", count=4),
    )
    page = a_page(facets={"distance": rings}, form=SearchForm(q="choir", near="NE28", within="5km"))

    assert [(one.label, one.count, one.chosen) for one in page.facets[0].first] == [
        ("Within 1 km", 2, False),
        ("Within 5 km", 5, True),
    ]
    assert "within" not in page.facets[0].first[1].address


def test_a_chosen_value_is_not_folded_away() -> None:
    values = tuple(FacetValue(value=f"needs:{number}", label=str(number), count=1) for number in range(12))
    page = a_page(facets={"category": values}, form=SearchForm(q="choir", categories=("needs:11",)))

    assert page.facets[0].first[0].label == "11"
    assert page.facets[0].first[0].chosen
    assert len(page.facets[0].rest) == 4
    assert [one.label for one in page.filters] == ["11"]


def test_a_page_past_the_end_leads_back_to_the_first() -> None:
    page = a_page(total=30, page=3)

    assert page.cards == ()
    assert page.empty_title == "This page is past the end of the list"
    assert [one.address for one in page.ways_on] == ["/search?q=choir"]
    assert (page.last_number, page.next) == (2, None)


def test_the_list_ends_where_the_finder_does() -> None:
    assert a_page(a_hit(), total=1_000_000).last_number == 100


@pytest.mark.parametrize(
    ("location_type", "changes", "where"),
    [
        (LocationType.PHYSICAL, {"name": "The Hall", "postcode": "NE28 9ND"}, "The Hall, NE28 9ND"),
        (LocationType.PHYSICAL, {}, "its address is not shown"),
        (LocationType.POSTAL, {"postcode": "NE28 9ND", "name": "Home"}, "based in NE28 9ND"),
        (LocationType.POSTAL, {}, "the place it is based in is not known"),
        (LocationType.VIRTUAL, {}, "By phone or online"),
    ],
)
def test_a_card_says_where(location_type: LocationType, changes: dict[str, str], where: str) -> None:
    place = EntryPlace(location_type=location_type, point=POINT, precision=Precision.OUTCODE, **changes)
    page = a_page(a_hit(place, distance_m=3_100.0), near=a_place())

    assert (page.cards[0].distance, page.cards[0].where) == ("about 3 km", where)
    assert a_page(a_hit()).cards[0].where == "No public address"


def test_a_card_of_an_invented_service_is_marked() -> None:
    assert a_page(a_hit(), invented=frozenset({"feed"})).cards[0].demonstration
    assert not a_page(a_hit()).cards[0].demonstration


def test_a_card_says_that_no_source_has_the_service_any_more() -> None:
    gone = replace(a_hit(), entry=replace(an_entry(), is_live=False))

    assert [badge.words for badge in a_page(gone).cards[0].badges] == [
        "No longer on its source’s list",
        "Not checked by a person",
    ]
    assert [badge.words for badge in a_page(a_hit()).cards[0].badges] == ["Not checked by a person"]
