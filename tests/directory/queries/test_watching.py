"""What watching is told of pages: whose they are, what is known of those, and which feeds ail."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from directory.domain.errors import NotFound
from directory.domain.identifiers import record_id
from directory.domain.parts import Address, Schedule
from directory.domain.records import Kind, Location, LocationType, Organization, Service, ServiceAtLocation
from directory.intake import Door
from directory.intake.watch import follow_catalogue
from directory.queries.watching import Watched, due, failing, feeds_in_trouble, watched
from directory.store import watching
from directory.store.watching import Page
from tests.directory.said import receive, said, source

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
ELM = "http://elm.example.org/"
GROUPS = source("groups")
TUESDAYS = Schedule(description="Tuesdays at noon")


def service_id(local_id: str) -> str:
    return record_id(GROUPS.id, Kind.SERVICE, local_id)


def list_groups(door: Door, *records: tuple[str, Any]) -> None:
    receive(door, GROUPS, [said(local_id, record) for local_id, record in records])
    follow_catalogue(door.database, AT)


def club(local_id: str, url: str | None = None, of: str = "trust") -> tuple[str, Service]:
    return local_id, Service(organization_id=of, name=f"Club {local_id}", url=url)


def page(door: Door, url: str) -> Watched:
    return watched(door.database, url)[0]


def test_the_page_of_the_one_service_of_an_organization_is_its_own(door: Door) -> None:
    list_groups(door, ("trust", Organization(name="Elm Trust", website=ELM)), club("1"))

    found = page(door, ELM)

    assert found.is_own
    [only] = found.behind
    assert (only.id, only.service.name, only.organization.name) == (service_id("1"), "Club 1", "Elm Trust")
    assert (only.is_sole, only.p_open) == (True, None)


def test_the_page_of_an_organization_with_several_services_is_nobodys_own(door: Door) -> None:
    list_groups(door, ("trust", Organization(name="Elm Trust", website=ELM)), club("1"), club("2", f"{ELM}2"))

    assert not page(door, ELM).is_own
    assert page(door, f"{ELM}2").is_own
    assert not page(door, f"{ELM}2").behind[0].is_sole


def test_one_place_under_two_addresses_is_shared(door: Door) -> None:
    list_groups(
        door,
        ("trust", Organization(name="Elm Trust")),
        club("1", ELM),
        club("2", "https://www.elm.example.org"),
        club("3", f"{ELM}3"),
    )

    assert [page(door, one).is_own for one in (ELM, "https://www.elm.example.org/", f"{ELM}3")] == [False, False, True]


def test_places_tell_what_a_page_may_name_but_not_where_a_refuge_is(door: Door) -> None:
    def place(local_id: str, postcode: str, *, confidential: bool = False) -> tuple[str, Location]:
        address = Address(postal_code=postcode)
        physical = LocationType.PHYSICAL
        return local_id, Location(location_type=physical, addresses=(address,), confidential=confidential)

    list_groups(
        door,
        ("trust", Organization(name="Elm Trust", website=ELM)),
        club("1"),
        place("hall", "NE28 9ND"),
        place("refuge", "NE30 1AA", confidential=True),
        ("at hall", ServiceAtLocation(service_id="1", location_id="hall", schedules=(TUESDAYS,))),
        ("at refuge", ServiceAtLocation(service_id="1", location_id="refuge")),
    )

    [only] = page(door, ELM).behind

    assert only.postcodes == ("NE28 9ND",)
    assert TUESDAYS in only.schedules


def test_what_nobody_watches_is_not_found(door: Door) -> None:
    list_groups(door, ("trust", Organization(name="Elm Trust", website=ELM)), club("1"))

    for unknown in ("http://oak.example.org/", "no-such-service"):
        with pytest.raises(NotFound):
            watched(door.database, unknown)


def change(door: Door, url: str, **known: Any) -> None:
    with door.database.write() as transaction:
        watching.write_page(transaction, replace(watching.pages(transaction, [url])[url], **known))


def test_with_a_page_that_began_to_fail_others_of_its_host_are_due(door: Door) -> None:
    list_groups(door, ("trust", Organization(name="Elm Trust")), *(club(str(one), f"{ELM}{one}") for one in range(7)))
    for one in range(7):
        change(door, f"{ELM}{one}", next_check=AT + timedelta(days=9), last_checked=AT - timedelta(days=1))
    change(door, f"{ELM}0", next_check=AT, failing_since=AT - timedelta(hours=1), failures=1)

    chosen = [one.page.url for one in due(door.database, AT, most=50, most_of_host=8)]

    assert chosen == [f"{ELM}{one}" for one in (0, 1, 2, 3, 4)]


def test_failing_pages_of_a_host_are_counted_with_their_services(door: Door) -> None:
    list_groups(door, ("trust", Organization(name="Elm Trust", website=ELM)), club("1"), club("2"))
    change(door, ELM, failing_since=AT, failures=1, last_checked=AT)

    [(known, services)] = failing(door.database, "elm.example.org", AT).values()

    assert (known.url, services) == (ELM, 2)


def test_feeds_are_in_trouble_longest_first(door: Door) -> None:
    list_groups(door, ("trust", Organization(name="Elm Trust", website=ELM)), club("1"))
    healths = {"failing": 3, "works": 1, "silent": 2}
    feeds = [
        Page(
            url=f"{ELM}{health}", host="elm.example.org", place=health, kind="feed", next_check=AT, feed_health=health,
            feed_since=date(2026, 1, day), feed_sentence="It is so.",
        )
        for health, day in healths.items()
    ]  # fmt: skip
    with door.database.write() as transaction:
        watching.add_pages(transaction, feeds)
        watching.set_feeds(transaction, service_id("1"), ELM, [one.url for one in feeds])

    found = feeds_in_trouble(door.database)

    assert [(one.health, one.sentence, one.service_ids) for one in found] == [
        ("silent", "It is so.", (service_id("1"),)),
        ("failing", "It is so.", (service_id("1"),)),
    ]
