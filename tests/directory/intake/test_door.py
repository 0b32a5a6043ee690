"""The one door: what goes in, what comes out, and what never stops the rest."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from directory.domain.parts import Address, Attribute, Phone
from directory.domain.records import Kind, Location, LocationType, Organization, Service, TaxonomyTerm
from directory.domain.sources import Expect, Issue, Outcome
from directory.intake import Door
from directory.queries.changes import changes_since, latest_cursor
from directory.queries.entries import all_entries
from directory.queries.issues import issues
from directory.queries.pages import service_page
from directory.queries.runs import latest_runs
from directory.queries.sources import catalogue_sources, count_of
from directory.store import catalogue
from tests.directory.said import receive, registered, said, source, without

REGISTER = source("register")
TWO = [*registered("1", "Harmony Choir"), *registered("2", "Jazz Club", "LS1 4AP")]


def test_a_register_becomes_entries_with_places_and_provenance(door: Door) -> None:
    run = receive(door, REGISTER, TWO)
    assert (run.outcome, run.read, run.published, run.skipped, run.new) == (Outcome.PUBLISHED, 8, 8, 0, 8)
    choir, jazz = sorted(all_entries(door.database), key=lambda entry: entry.name)
    assert (choir.name, choir.organization, choir.basis) == ("Harmony Choir", "Harmony Choir", "register")
    (place,) = choir.places
    assert (place.postcode, place.precision, place.location_type) == ("NE28 9ND", "postcode", "postal")
    assert place.point.latitude == pytest.approx(55.01179, abs=1e-4)
    assert [one.id for one in jazz.sources] == ["register"]


def test_reading_the_same_again_changes_nothing(door: Door) -> None:
    receive(door, REGISTER, TWO)
    before = latest_cursor(door.database)
    run = receive(door, REGISTER, TWO, days=7)
    assert (run.new, run.changed, run.unchanged, run.vanished) == (0, 0, 8, 0)
    assert changes_since(door.database, before) == (before, [])


def test_an_upstream_change_makes_a_new_version_and_touches_that_service_alone(door: Door) -> None:
    receive(door, REGISTER, TWO)
    before = latest_cursor(door.database)
    changed = [*registered("1", "Harmony Singers"), *TWO[4:]]
    run = receive(door, REGISTER, changed, days=7)
    assert (run.changed, run.unchanged) == (2, 6)
    _, touched = changes_since(door.database, before)
    entries = {entry.id: entry for entry in all_entries(door.database)}
    assert [entries[one].name for one in touched] == ["Harmony Singers"]


def test_a_row_that_vanishes_is_marked_and_not_deleted_and_may_come_back(door: Door) -> None:
    receive(door, REGISTER, TWO)
    run = receive(door, REGISTER, without(TWO, "2"), days=7)
    assert run.vanished == 4
    assert sorted(entry.name for entry in all_entries(door.database)) == ["Harmony Choir", "Jazz Club"]
    back = receive(door, REGISTER, TWO, days=14)
    assert (back.new, back.changed, back.unchanged, back.vanished) == (0, 4, 4, 0)


@pytest.mark.parametrize(
    ("expect", "reason"),
    [
        (Expect(min_records=9), "at least 9"),
        (Expect(max_records=7), "at most 7"),
    ],
)
def test_too_few_or_too_many_records_publish_nothing_and_say_why(door: Door, expect: Expect, reason: str) -> None:
    run = receive(door, replace(REGISTER, expect=expect), TWO)
    assert run.outcome is Outcome.REFUSED
    assert reason in str(run.reason)
    assert list(all_entries(door.database)) == []
    assert latest_runs(door.database)["register"].reason == run.reason


def test_a_sudden_drop_publishes_nothing_and_leaves_the_old_catalogue(door: Door) -> None:
    strict = replace(REGISTER, expect=Expect(max_drop=0.1))
    receive(door, strict, TWO)
    run = receive(door, strict, without(TWO, "2"), days=7)
    assert run.outcome is Outcome.REFUSED
    assert "a drop of more than 10%" in str(run.reason)
    assert len(list(all_entries(door.database))) == 2


def test_a_bad_record_is_an_issue_and_never_stops_the_rest(door: Door) -> None:
    skipped = Issue(field="name", reason="No name", value="", skipped=True, line=7)
    run = receive(
        door,
        REGISTER,
        [
            *TWO,
            skipped,
            said("1", Organization(name="A second row of number 1"), line=8),
            said("9", Service(organization_id="nobody", name="Of an organization that is not there"), line=9),
        ],
    )
    assert (run.read, run.published, run.skipped, run.issues) == (11, 8, 3, 3)
    rows = issues(door.database, "register")
    assert [(row.line, row.field, row.skipped) for row in rows] == [
        (7, "name", True),
        (8, "id", True),
        (9, "organization_id", True),
    ]
    assert "twice" in rows[1].reason


def test_a_record_with_nothing_left_of_its_name_never_stops_the_rest(door: Door) -> None:
    run = receive(door, REGISTER, [*TWO, said("9", Organization(name="\x01"), line=9)])
    assert (run.published, run.skipped) == (8, 1)
    assert [(row.line, row.field) for row in issues(door.database, "register")] == [(9, "name")]


def test_what_depends_on_a_record_left_out_is_left_out_too(door: Door) -> None:
    run = receive(door, REGISTER, TWO[1:])
    assert (run.published, run.skipped) == (4, 3)
    assert [entry.name for entry in all_entries(door.database)] == ["Jazz Club"]


@pytest.mark.parametrize(
    ("location", "field", "reason"),
    [
        (
            Location(location_type=LocationType.POSTAL, addresses=(Address(postal_code="No data"),)),
            "postal_code",
            "not a UK",
        ),
        (
            Location(location_type=LocationType.POSTAL, addresses=(Address(postal_code="NE99 9ZZ"),)),
            "postal_code",
            "no such",
        ),
        (
            Location(
                location_type=LocationType.PHYSICAL,
                addresses=(Address(postal_code="NE28 9ND"),),
                latitude=53.8,
                longitude=-1.5,
            ),
            "latitude",
            "km from NE28 9ND",
        ),
    ],
)
def test_a_defect_of_one_field_costs_that_field_alone(door: Door, location: Location, field: str, reason: str) -> None:
    run = receive(door, REGISTER, [said("1", location)])
    assert (run.published, run.skipped, run.issues) == (1, 0, 1)
    (row,) = issues(door.database, "register")
    assert (row.field, row.skipped) == (field, False)
    assert reason in row.reason


def test_values_are_brought_to_one_form(door: Door) -> None:
    organization = Organization(
        name="  Harmony \t Choir ",
        website="Harmony.example.org",
        email="Hello@EXAMPLE.org",
        phones=(Phone(number="(0191) 498 0001"), Phone(number="none")),
    )
    service = Service(organization_id="1", name="Singing")
    run = receive(door, REGISTER, [said("1", organization), said("1", service)])
    assert run.issues == 1
    (entry,) = all_entries(door.database)
    assert (entry.organization, entry.url) == ("Harmony Choir", "https://harmony.example.org")


def test_terms_of_vocabularies_give_categories_their_words(door: Door) -> None:
    term = TaxonomyTerm(taxonomy="needs", code="sing", name="Singing and music")
    service = Service(organization_id="1", name="Choir", attributes=(Attribute(taxonomy="needs", code="sing"),))
    receive(door, REGISTER, [said("t", term), said("1", Organization(name="Harmony")), said("1", service)])
    (entry,) = all_entries(door.database)
    assert [category.label for category in entry.categories] == ["Singing and music"]
    assert [one.label for one in service_page(door.database, entry.id).service.attributes] == ["Singing and music"]


def test_a_term_with_a_new_name_is_news_of_the_services_that_bear_it(door: Door) -> None:
    service = Service(organization_id="1", name="Choir", attributes=(Attribute(taxonomy="needs", code="sing"),))
    choir = [said("1", Organization(name="Harmony")), said("1", service)]
    for days, name in enumerate(("Singing", "Song")):
        before = latest_cursor(door.database)
        receive(door, REGISTER, [*choir, said("t", TaxonomyTerm(taxonomy="needs", code="sing", name=name))], days=days)
        (entry,) = all_entries(door.database)
        assert set(changes_since(door.database, before)[1]) == {entry.id}
        assert [category.label for category in entry.categories] == [name]


def test_characters_that_a_database_may_refuse_never_stop_a_run(door: Door) -> None:
    odd = Issue(field="name", reason="No name", value="a\x00b", skipped=True, line=1)
    run = receive(door, REGISTER, [odd, said("1\x00", Organization(name="Harmony\x00"), line=2)])
    assert (run.published, run.skipped) == (1, 1)
    assert [row.value for row in issues(door.database)] == ["ab"]


def test_a_source_that_failed_is_seen_to_have_failed(door: Door) -> None:
    door.record_failure(REGISTER, "The host does not answer.", datetime(2026, 1, 1, tzinfo=UTC))
    run = latest_runs(door.database)["register"]
    assert (run.outcome, run.reason, run.read) == (Outcome.FAILED, "The host does not answer.", 0)


def test_sources_are_counted_by_their_live_records(door: Door) -> None:
    receive(door, REGISTER, TWO)
    receive(door, REGISTER, without(TWO, "2"), days=7)
    (only,) = catalogue_sources(door.database)
    assert (only.id, only.records) == ("register", 4)
    assert count_of(door.database, Kind.ORGANIZATION) == 2


def test_publishing_again_changes_only_what_the_rules_make_different(door: Door) -> None:
    receive(door, REGISTER, [*TWO, said("9", Service(organization_id="1", name="Women only swimming"))])
    before = list(all_entries(door.database))
    assert door.republish(datetime(2026, 1, 2, tzinfo=UTC)) == 0
    with door.database.write() as transaction:
        swimming = next(one for one in before if one.name == "Women only swimming")
        (row,) = catalogue.rows(transaction, Kind.SERVICE, [swimming.id]).values()
        assert row.fields.pop("criteria")
        catalogue.write(transaction, Kind.SERVICE, [row])
    done: list[int] = []

    assert door.republish(datetime(2026, 1, 3, tzinfo=UTC), done.append) == 1

    assert done == [2]
    assert list(all_entries(door.database)) == before
