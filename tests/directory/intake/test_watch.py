"""What a visit showed comes in whole, or not at all, and once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from directory.domain.records import Channel, Kind, Organization, Service
from directory.domain.status.sightings import Sighting
from directory.intake import Door
from directory.intake.watch import Asked, HostMemory, Outage, Proposal, Request, Seen, follow_catalogue, put_off, record
from directory.queries import Database
from directory.queries.changes import changes_since, latest_cursor
from directory.queries.watching import host_memories, outages, requests_since
from directory.store import Transaction, catalogue, status, watching
from directory.store.proposals import open_proposals
from directory.store.watching import Page
from tests.directory.said import receive, said, source

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
ELM = "http://elm.example.org/"
GROUPS = source("groups")


def listed(local_id: str, website: str | None = None, url: str | None = None) -> list[Any]:
    return [
        said(local_id, Organization(name=f"Club {local_id}", website=website)),
        said(local_id, Service(organization_id=local_id, name=f"Club {local_id}", url=url)),
    ]


def seen(**more: Any) -> Seen:
    page = Page(
        url=ELM, host="elm.example.org", place="elm.example.org", kind="site", next_check=AT + 9 * HOUR, outcome="ok",
        last_checked=AT, checks=1,
    )  # fmt: skip
    asked = Asked(
        hosts=(HostMemory(host="elm.example.org", not_before=AT, day=AT.date(), pages=1, bytes=9),),
        requests=(
            Request(
                host="elm.example.org", address=None, url=ELM, started_at=AT, took_s=0.1, bytes=9, status=200,
                failure=None,
            ),
        ),
    )  # fmt: skip
    sighting = Sighting(service_id="club", channel=Channel.WEB, symbol="ok", on=AT.date(), at=AT, url=ELM)
    proposal = Proposal(
        service_id="club", field="phone", before=None, after="+441914980123", sentence="", url=ELM, syntax="pattern",
        confidence="low", found_at=AT,
    )  # fmt: skip
    whole = Seen(
        page=page, at=AT, asked=asked, sightings=(sighting,), proposals=(proposal,),
        feeds={"club": (f"{ELM}feed", "mailto:nobody")}, is_read=True, is_answering=True,
    )  # fmt: skip
    return replace(whole, **more)


def kept(database: Database) -> tuple[int, int, int, int]:
    """How many pages, sightings, proposals and requests there are."""
    with database.read() as transaction:
        pages = watching.pages(transaction, [ELM, f"{ELM}feed"])
        sightings = status.sightings_of(transaction, ["club"]).get("club", [])
        changes = open_proposals(transaction)
    return len(pages), len(sightings), len(changes), len(requests_since(database, AT - HOUR))


def test_all_of_a_visit_is_kept_and_its_service_is_on_the_change_feed(database: Database) -> None:
    before = latest_cursor(database)

    assert record(database, seen())

    assert kept(database) == (2, 1, 1, 1)
    assert [one.host for one in host_memories(database)] == ["elm.example.org"]
    assert changes_since(database, before)[1] == ["club"]


def test_the_same_visit_is_not_kept_again(database: Database) -> None:
    record(database, seen())
    cursor = latest_cursor(database)

    assert not record(database, seen(asked=Asked()))
    assert not record(database, seen(asked=Asked(), at=AT - HOUR))

    assert kept(database) == (2, 1, 1, 1)
    assert latest_cursor(database) == cursor


def test_a_later_visit_of_the_day_that_shows_the_same_is_no_news(database: Database) -> None:
    record(database, seen())
    cursor = latest_cursor(database)

    later = replace(seen().page, last_checked=AT + HOUR, checks=2)
    assert record(database, seen(page=later, at=AT + HOUR))

    assert kept(database) == (2, 1, 1, 2)
    assert latest_cursor(database) == cursor


def test_nothing_is_kept_of_a_visit_of_which_something_cannot_be(database: Database) -> None:
    wrong = replace(seen().sightings[0], symbol=None)  # type: ignore[arg-type]

    with pytest.raises(IntegrityError):
        record(database, seen(sightings=(wrong,)))

    assert kept(database) == (0, 0, 0, 0)
    assert host_memories(database) == []


def test_a_visit_that_read_nothing_lets_nothing_go(database: Database) -> None:
    record(database, seen())

    later = replace(seen().page, last_checked=AT + HOUR)
    record(database, seen(page=later, at=AT + HOUR, sightings=(), proposals=(), feeds=None, is_read=False))

    assert kept(database)[2] == 1
    with database.read() as transaction:
        assert watching.urls_of(transaction, "club") == [f"{ELM}feed"]


def test_an_outage_is_of_its_host_until_a_page_answers(database: Database) -> None:
    outage = Outage(host="elm.example.org", services=5, outcomes="refused")
    failing = replace(seen().page, last_checked=AT)
    answering = replace(seen().page, last_checked=AT + HOUR)

    record(database, seen(page=failing, outage=outage, is_answering=False))
    record(database, seen(page=answering, at=AT + HOUR))

    assert outages(database) == [(outage, AT, AT + HOUR)]


def test_a_page_put_off_is_due_later_and_was_not_checked(database: Database) -> None:
    record(database, seen())

    put_off(database, replace(seen().page, checks=99), AT + 30 * HOUR, Asked(), "ValueError")

    with database.read() as transaction:
        page = watching.pages(transaction, [ELM])[ELM]
    assert page == replace(seen().page, next_check=AT + 30 * HOUR, trouble="ValueError")


@pytest.fixture
def ids(door: Door) -> dict[str, str]:
    """Services by the names of their clubs: one with its own page, one with its organization's, and one with none."""
    receive(
        door,
        GROUPS,
        [
            *listed("1", website="http://elm.example.org", url="http://elm.example.org/1#top"),
            *listed("2", website="http://elm.example.org"),
            *listed("3"),
        ],
    )
    with door.database.read() as transaction:
        return {row.fields["name"]: row.id for row in rows_of(transaction)}


def rows_of(transaction: Transaction) -> list[catalogue.Row]:
    return [*catalogue.rows(transaction, Kind.SERVICE, catalogue.ids_in_order(transaction, Kind.SERVICE)).values()]


def addresses(database: Database, ids: dict[str, str]) -> dict[str, list[str]]:
    with database.read() as transaction:
        return {name: watching.urls_of(transaction, one) for name, one in ids.items()}


def test_a_service_is_watched_at_its_own_page_else_at_its_organizations(door: Door, ids: dict[str, str]) -> None:
    assert follow_catalogue(door.database, AT) == 3

    assert addresses(door.database, ids) == {"Club 1": [f"{ELM}1"], "Club 2": [ELM], "Club 3": []}
    assert follow_catalogue(door.database, AT) == 0


def test_what_changes_in_the_catalogue_is_followed(door: Door, ids: dict[str, str]) -> None:
    follow_catalogue(door.database, AT)

    receive(door, GROUPS, [*listed("1", website="http://oak.example.org"), *listed("2")], days=7)
    follow_catalogue(door.database, AT + HOUR)

    assert addresses(door.database, ids) == {"Club 1": ["http://oak.example.org/"], "Club 2": [], "Club 3": []}


def test_following_that_was_stopped_half_way_is_done_again(
    door: Door, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(watching, "set_followed", die)
        with pytest.raises(KeyboardInterrupt):
            follow_catalogue(door.database, AT)

    assert follow_catalogue(door.database, AT) == 3
    assert addresses(door.database, ids)["Club 1"] == [f"{ELM}1"]
