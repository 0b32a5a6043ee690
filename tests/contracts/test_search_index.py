"""What every search index does, whichever engine it is and however its entries came to be in it."""

from datetime import date, time

import pytest

from directory.domain.entries import Category, EntryPlace, EntrySource
from directory.domain.parts import Frequency, Schedule
from directory.domain.places import Point, Precision
from directory.domain.records import Basis, LocationType, ServiceStatus
from directory.domain.status.rules import State
from directory.domain.status.standing import Standing
from index.protocol import Query, Sort
from tests.contracts.ways import Filled, names, near
from tests.index.samples import GRIEF, MUSIC, REGISTER, entry, place


def test_documents_with_both_words_come_first_then_those_with_the_rarer(filled: Filled) -> None:
    index = filled(
        [
            entry("1", "Walking group"), entry("2", "Knitting group"), entry("3", "Bereavement visitors"),
            entry("4", "Bereavement group"), entry("5", "Reading group"), entry("6", "Choir"),
        ]
    )  # fmt: skip

    found = index.search(Query(text="bereavement group"))

    assert names(found)[:2] == ["Bereavement group", "Bereavement visitors"]
    assert found.total == 5


def test_words_of_one_stem_are_one_word_and_accents_and_apostrophes_do_not_count(filled: Filled) -> None:
    index = filled([entry("1", "Côr Meibion"), entry("2", "Men’s Sheds")])

    assert names(index.search(Query(text="cor"))) == ["Côr Meibion"]
    assert names(index.search(Query(text="mens shed"))) == ["Men’s Sheds"]


def test_a_phrase_asks_for_words_side_by_side_in_one_text(filled: Filled) -> None:
    index = filled(
        [
            entry("1", "Walking football"), entry("2", "Football and walking"),
            entry("3", "Walking", alternate_names=("Football",)),
        ]
    )  # fmt: skip

    assert names(index.search(Query(text='"walking football"'))) == ["Walking football"]
    assert index.search(Query(text="walking football")).total == 3


def test_operators_and_prefixes(filled: Filled) -> None:
    index = filled([entry("1", "Choir"), entry("2", "Church choir"), entry("3", "Choral church")])

    assert set(names(index.search(Query(text="choir NOT church")))) == {"Choir"}
    assert set(names(index.search(Query(text="choir AND church")))) == {"Church choir"}
    assert set(names(index.search(Query(text="cho*")))) == {"Choir", "Church choir", "Choral church"}
    assert set(names(index.search(Query(text="NOT choir")))) == {"Choral church"}


def test_a_last_word_only_begun_finds_longer_ones_unless_somebody_uses_it(filled: Filled) -> None:
    index = filled([entry("1", "Bereavement"), entry("2", "Men"), entry("3", "Mental health")])

    assert names(index.search(Query(text="berea"))) == ["Bereavement"]
    assert names(index.search(Query(text="men"))) == ["Men"]


def test_a_word_nobody_uses_is_corrected_and_the_correction_told(filled: Filled) -> None:
    index = filled([entry("1", "Bereavement group"), entry("2", "Choir")])

    found = index.search(Query(text="Berevaement group"))

    assert names(found) == ["Bereavement group"]
    assert found.searched_for == "bereavement group"


def test_a_radius_keeps_what_is_within_it_and_nearer_is_better(filled: Filled) -> None:
    index = filled(
        [entry("1", "Far choir", place(3_000)), entry("2", "Near choir", place(100)), entry("3", "Away", place(9_000))]
    )

    found = index.search(near("choir", 5_000))

    assert names(found) == ["Near choir", "Far choir"]
    assert found.hits[1].distance_m == pytest.approx(3_000, rel=0.01)


def test_the_other_side_of_the_earth_is_found_last_and_not_lost(filled: Filled) -> None:
    far = EntryPlace(location_type=LocationType.PHYSICAL, point=Point(-54.0, 178.0), precision=Precision.PLACE)
    index = filled([entry("1", "Choir", far), entry("2", "Choir", place(900_000))])

    assert [hit.entry.id for hit in index.search(near("choir", None)).hits] == ["2", "1"]


def test_without_words_the_nearest_comes_first(filled: Filled) -> None:
    index = filled([entry(str(metres), f"At {metres}", place(metres)) for metres in (4_000, 20, 900)])

    assert names(index.search(near())) == ["At 20", "At 900", "At 4000"]


def test_a_service_with_several_places_is_found_once_at_its_best(filled: Filled) -> None:
    index = filled([entry("1", "Choir", place(6_000), place(500), place(60_000)), entry("2", "Choir", place(50))])

    found = index.search(near("choir", 10_000))

    assert [(hit.entry.id, hit.place) for hit in found.hits] == [("2", 0), ("1", 1)]
    assert found.total == 2
    assert sum(value.count for value in found.facets["distance"]) == 2
    assert index.search(Query(text="choir")).total == 2


def test_a_service_without_a_venue_is_found_where_it_serves(filled: Filled) -> None:
    index = filled(
        [
            entry("1", "Sector", areas=("NE28 9",)), entry("2", "Outcode", areas=("NE28",)),
            entry("3", "Council", areas=("E08000022",)), entry("4", "Nation", areas=("England",)),
            entry("5", "Helpline", areas=("uk",)), entry("6", "Wales", areas=("Wales",)), entry("7", "Nowhere"),
        ]
    )  # fmt: skip

    found = index.search(near())

    assert sorted(names(found)) == ["Council", "Helpline", "Nation", "Outcode", "Sector"]
    assert all(hit.distance_m is None and hit.place is None for hit in found.hits)
    assert index.search(Query()).total == 7


def test_a_venue_out_of_reach_is_not_found_by_area_but_a_registered_office_is_no_venue(filled: Filled) -> None:
    index = filled(
        [
            entry("1", "Hall", place(80_000), areas=("uk",)),
            entry("2", "Helpline", place(80_000, kind=LocationType.POSTAL), areas=("uk",)),
        ]
    )

    assert names(index.search(near())) == ["Helpline"]


def test_a_registered_office_is_weaker_than_a_venue_at_the_same_place(filled: Filled) -> None:
    index = filled([entry("1", "A choir", place(kind=LocationType.POSTAL)), entry("2", "B choir", place())])

    assert names(index.search(near("choir"))) == ["B choir", "A choir"]


def test_boosts_weigh_status_basis_and_freshness(filled: Filled) -> None:
    index = filled(
        [
            entry("1", "Choir", status=ServiceStatus.TEMPORARILY_CLOSED),
            entry("2", "Choir", basis=Basis.REGISTER),
            entry("3", "Choir"),
            entry("4", "Choir", verified_on=date(2026, 10, 1)),
        ]
    )

    assert [hit.entry.id for hit in index.search(Query(text="choir")).hits] == ["4", "3", "2", "1"]


def test_what_is_defunct_or_inactive_is_not_found(filled: Filled) -> None:
    index = filled(
        [entry("1", "Choir", status=ServiceStatus.DEFUNCT), entry("2", "Choir", status=ServiceStatus.INACTIVE)]
    )

    assert index.search(Query()).total == 0
    assert index.info().entries == 0


def test_equal_scores_go_by_name_then_id(filled: Filled) -> None:
    index = filled([entry("c", "Zebra"), entry("b", "apple"), entry("a", "Zebra")])

    assert [hit.entry.id for hit in index.search(Query()).hits] == ["b", "a", "c"]


def test_filters_and_facets_count_services(filled: Filled) -> None:
    index = filled(
        [
            entry("1", "One", place(100), place(700), categories=(MUSIC, GRIEF)),
            entry("2", "Two", place(1_500), categories=(MUSIC,), sources=(REGISTER,)),
            entry("3", "Three", place(3_000), areas=("uk",)),
        ]
    )

    found = index.search(near())

    assert [(value.value, value.count) for value in found.facets["category"]] == [
        ("needs:music", 2),
        ("needs:grief", 1),
    ]
    assert [(value.value, value.count) for value in found.facets["source"]] == [("gb-council", 2), ("gb-register", 1)]
    assert [value.label for value in found.facets["distance"]] == ["within 1 km", "1 to 2 km", "2 to 5 km"]
    assert names(index.search(near(filters={"category": ("needs:music",), "source": ("gb-register",)}))) == ["Two"]
    assert index.search(Query(filters={"category": ("needs:none",)})).total == 0


def test_pages_follow_each_other_without_gap_or_repeat(filled: Filled) -> None:
    index = filled([entry(str(number), f"Choir {number % 3}", place(100 * (number % 4))) for number in range(12)])
    whole = [hit.entry.id for hit in index.search(near("choir", size=50)).hits]

    pages = [index.search(near("choir", size=5, page=page)) for page in (1, 2, 3, 4)]

    assert [hit.entry.id for page in pages for hit in page.hits] == whole
    assert {page.total for page in pages} == {12}


def test_changes_replace_add_and_remove(filled: Filled) -> None:
    index = filled([entry("1", "Choir"), entry("2", "Football")])

    index.apply([entry("1", "Orchestra"), entry("3", "Choir three")], ["2"], 7)

    assert names(index.search(Query(text="choir"))) == ["Choir three"]
    assert names(index.search(Query(text="orchestra"))) == ["Orchestra"]
    assert index.search(Query(text="football")).total == 0
    assert (index.info().entries, index.info().cursor) == (2, 7)


def test_removing_what_is_not_there_and_changing_nothing_does_no_harm(filled: Filled) -> None:
    index = filled([entry("1", "Choir")])

    index.apply([], ["nobody"], 3)
    index.apply([], [], 4)

    assert (index.search(Query()).total, index.info().cursor) == (1, 4)


def test_an_empty_index_answers(filled: Filled) -> None:
    index = filled([])

    for query in (
        Query(),
        Query(text="choir"),
        near(),
        near("choir* OR (a AND b)"),
        Query(filters={"category": ("x:y",)}),
    ):
        assert index.search(query).total == 0


def test_labels_keep_their_taxonomies_apart(filled: Filled) -> None:
    other = Category(taxonomy="other", code="music", label="Singing and music")
    index = filled(
        [
            entry("1", "One", categories=(MUSIC,)),
            entry("2", "Two", categories=(other,), sources=(EntrySource(id="s", title="S"),)),
        ]
    )

    values = index.search(Query()).facets["category"]

    assert [(value.value, value.count) for value in values] == [("needs:music", 1), ("other:music", 1)]


def test_results_may_be_ordered_by_what_is_nearest_soonest_or_confirmed_last(filled: Filled) -> None:
    tuesday, thursday = (
        Schedule(freq=Frequency.WEEKLY, byday=day, opens_at=time(10), closes_at=time(12)) for day in ("TU", "TH")
    )
    fresh, stale, closing = (
        Standing(state=state, p_open=0.9, confirmed_on=on)
        for state, on in (
            (State.OPEN, date(2026, 11, 1)), (State.OPEN, date(2026, 3, 1)), (State.LIKELY_CLOSED, date(2026, 11, 20)),
        )
    )  # fmt: skip
    index = filled(
        [
            entry("1", "Choir choir", place(3_000), schedules=(thursday,), standing=stale),
            entry("2", "Far choir", place(9_000), schedules=(tuesday,)),
            entry("3", "Near choir for a chat and a song", place(400), standing=fresh),
            entry("4", "Closing choir", place(0), schedules=(tuesday,), standing=closing),
        ]
    )

    orders = {sort: names(index.search(near("choir", sort=sort))) for sort in Sort}

    assert [order[-1] for order in orders.values()] == ["Closing choir"] * len(Sort)
    assert orders[Sort.NEAR][:3] == ["Near choir for a chat and a song", "Choir choir", "Far choir"]
    assert orders[Sort.SOON][:2] == ["Far choir", "Choir choir"]
    assert orders[Sort.CONFIRMED][:2] == ["Near choir for a chat and a song", "Choir choir"]
    second = index.search(near("choir", sort=Sort.NEAR, page=2, size=1))
    assert names(second) == ["Choir choir"]
