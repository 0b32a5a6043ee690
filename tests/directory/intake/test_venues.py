"""Places through the door: venues that several share or nobody owns, and those that must stay secret."""

from dataclasses import replace
from datetime import time

import pytest

from directory.domain.parts import Accessibility, Address, Schedule
from directory.domain.records import (
    Kind,
    Location,
    LocationType,
    Organization,
    Service,
    ServiceAtLocation,
)
from directory.domain.sources import Observation
from directory.intake import Door
from directory.queries.changes import changes_since, latest_cursor
from directory.queries.entries import all_entries
from directory.queries.issues import issues
from directory.queries.judgements import recent_judgements
from directory.queries.pages import service_page
from directory.queries.sources import count_of
from tests.directory.said import receive, registered, said, source, without

GUIDE = source("guide")
HALL = Location(
    location_type=LocationType.PHYSICAL, name="Brightwell Hall", addresses=(Address(postal_code="NE28 9ND"),)
)
ELSEWHERE = replace(HALL, addresses=(Address(postal_code="LS1 4AP"),))


BEHIND = Schedule(opens_at=time(19), notes="Round the back of number 12")


def group(local_id: str, at: str, description: str | None = None) -> list[Observation]:
    """An organization with a service of the same name at a venue."""
    here = ServiceAtLocation(service_id=local_id, location_id=at, description=description, schedules=(BEHIND,))
    service = Service(organization_id=local_id, name=local_id)
    return [said(local_id, record) for record in (Organization(name=local_id), service, here)]


def postcodes(door: Door) -> dict[str, list[str | None]]:
    return {entry.name: [place.postcode for place in entry.places] for entry in all_entries(door.database)}


def test_a_venue_of_nobody_that_moves_moves_everyone_in_it(door: Door) -> None:
    receive(door, GUIDE, [*group("Choir", "hall"), *group("Jazz", "hall"), said("hall", HALL)])
    before = latest_cursor(door.database)
    receive(door, GUIDE, [*group("Choir", "hall"), *group("Jazz", "hall"), said("hall", ELSEWHERE)], days=1)
    assert postcodes(door) == {"Choir": ["LS1 4AP"], "Jazz": ["LS1 4AP"]}
    assert len(changes_since(door.database, before)[1]) == 2


@pytest.mark.parametrize("owners", [("Choir", None), ("Choir", "Jazz"), (None, "Choir")])
def test_a_venue_may_change_hands_while_others_use_it(door: Door, owners: tuple[str | None, str | None]) -> None:
    groups = [*group("Choir", "hall"), *group("Jazz", "hall"), *group("Chess", "hall")]
    for days, owner in enumerate(owners):
        receive(door, GUIDE, [*groups, said("hall", replace(HALL, organization_id=owner))], days=days)
    assert postcodes(door) == {name: ["NE28 9ND"] for name in ("Choir", "Jazz", "Chess")}
    assert count_of(door.database, Kind.LOCATION) == 1


def test_an_office_that_is_merged_away_takes_its_visitors_along(door: Door) -> None:
    identifiers = ["GB-CHC-1000001"]
    receive(door, source("older"), registered("1", "Harmony", "M1 1AE", identifiers=identifiers))
    guide = [*registered("h", "Harmony Choir", "LS1 4AP"), *group("Visitors", "h")]
    receive(door, GUIDE, guide, days=1)
    office = registered("h", "Harmony Choir", "LS1 4AP", identifiers=identifiers)
    receive(door, GUIDE, [*office, *group("Visitors", "h")], days=2)
    receive(door, GUIDE, [*office, *group("Visitors", "h", description="Upstairs")], days=3)
    assert count_of(door.database, Kind.LOCATION) == 1
    receive(door, source("older"), registered("1", "Harmony", "NE28 9ND", identifiers=identifiers), days=4)
    assert [*postcodes(door).values()] == [["NE28 9ND"], ["NE28 9ND"]]


def test_a_service_is_where_it_is_now_and_not_where_it_was(door: Door) -> None:
    halls = [said("old", HALL), said("new", ELSEWHERE)]
    receive(door, GUIDE, [*halls, *group("Choir", "old")])
    moved = [
        *halls,
        *group("Choir", "old")[:2],
        said("moved", ServiceAtLocation(service_id="Choir", location_id="new")),
    ]
    receive(door, GUIDE, moved, days=1)
    assert postcodes(door) == {"Choir": ["LS1 4AP"]}


def test_a_venue_that_becomes_secret_is_forgotten_by_everything_a_reader_sees(door: Door) -> None:
    others = group("Other users", "hall", description="Behind 12 Invented Road")
    owned = replace(HALL, organization_id="Refuge", accessibility=(Accessibility(description="Ramp at number 12"),))
    receive(door, GUIDE, [*group("Refuge", "hall"), *others, said("hall", owned)])
    before = latest_cursor(door.database)
    receive(door, GUIDE, [*group("Refuge", "hall"), *others, said("hall", replace(owned, confidential=True))], days=1)
    assert postcodes(door) == {"Refuge": [], "Other users": []}
    assert len(changes_since(door.database, before)[1]) == 2
    for entry in all_entries(door.database):
        assert entry.areas == ("E08000022",)
        (place,) = service_page(door.database, entry.id).places
        secret = Location(
            location_type=LocationType.PHYSICAL,
            organization_id=place.location.organization_id,
            confidential=True,
            local_authority="E08000022",
        )
        assert (place.location, place.description) == (secret, None)
        assert place.schedules == (Schedule(opens_at=time(19)),)
        assert {one.local_id for told in place.winners.values() for one in told} == {""}


def test_a_secret_place_stays_secret_when_its_source_falls_silent(door: Door) -> None:
    hidden = replace(HALL, organization_id="Refuge", confidential=True)
    refuge = [*group("Refuge", "hall"), said("hall", hidden)]
    receive(door, GUIDE, refuge)
    receive(door, GUIDE, without(without(refuge, "hall"), "Refuge"), days=1)
    assert postcodes(door) == {"Refuge": []}


def test_what_one_source_keeps_secret_another_does_not_tell(door: Door) -> None:
    identifiers = ["GB-CHC-1000001"]
    receive(door, source("register"), registered("1", "Refuge", identifiers=identifiers))
    own = registered("r", "Refuge", None, identifiers=identifiers)[:2]
    hidden = replace(HALL, organization_id="r", confidential=True)
    at = ServiceAtLocation(service_id="r", location_id="house")
    receive(door, GUIDE, [*own, said("house", hidden), said("r", at)], days=1)
    assert [codes for codes in postcodes(door).values() if codes] == []


def test_a_secret_postcode_is_in_no_judgement_and_no_issue(door: Door) -> None:
    for number, days in (("one", 0), ("two", 1)):
        hidden = replace(HALL, organization_id="r", confidential=True, latitude=53.8, longitude=-1.5)
        refuge = [said("r", Organization(name="Refuge")), said("house", hidden)]
        receive(door, source(number), refuge, days=days)
    bad = replace(HALL, confidential=True, addresses=(Address(postal_code="Secret house, NE28"),))
    receive(door, source("three"), [said("house", bad)])
    told = [*map(str, recent_judgements(door.database)), *map(str, issues(door.database))]
    assert len(issues(door.database)) == 3
    assert [one for one in told if "NE28" in one or "53.8" in one] == []
