"""Decisions on changes that pages put forward: published at once, kept against later imports, and taken back whole."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from directory.actions.decide import Desk
from directory.actions.reassess import reassess
from directory.domain.corrections import NO_END, Field
from directory.domain.errors import InvalidValue, NotFound, Refused
from directory.domain.identifiers import record_id
from directory.domain.parts import Address, Phone
from directory.domain.records import Kind, Location, LocationType, ServiceAtLocation
from directory.domain.sources import Observation
from directory.domain.status.posterior import Model
from directory.intake import Door
from directory.intake.archive import read
from directory.queries.pages import ServicePage, service_page
from directory.queries.proposals import waiting
from directory.queries.running import running
from directory.queries.status_settings import read_status_settings
from directory.store import schema
from tests.directory.cases import GUIDE, TODAY, choir
from tests.directory.proposed import CHOIR, proposed, put_forward
from tests.directory.said import receive, registered, source

AT = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
OLD, NEW = "+441632960123", "+441632960456"
PHONE = proposed(Field.PHONE, NEW, before=OLD)


@pytest.fixture(scope="module")
def model() -> Model:
    return Model(read_status_settings())


def listed(**stated: Any) -> list[Observation]:
    """The choir, with a number, at a hall."""
    hall = Location(
        location_type=LocationType.PHYSICAL,
        organization_id="trust",
        addresses=(Address(address_1="1 Hall Lane", postal_code="NE28 9ND"),),
    )
    at_hall = ServiceAtLocation(service_id="choir", location_id="hall")
    return choir(("hall", hall), ("at", at_hall), **{"phones": (Phone(number=OLD),), **stated})


@pytest.fixture
def catalogued(door: Door, model: Model) -> Door:
    """A catalogue of that choir."""
    receive(door, GUIDE, listed())
    reassess(door.database, model, TODAY)
    return door


@pytest.fixture
def desk(catalogued: Door, model: Model, tmp_path: Path) -> Desk:
    """Where Pat decides."""
    return Desk(catalogued.database, catalogued.gazetteer, model, tmp_path / "documents", by="Pat", on=TODAY, at=AT)


def page(door: Door) -> ServicePage:
    return service_page(door.database, CHOIR)


def waits(door: Door) -> list[int]:
    return [one.number for one in waiting(door.database)]


def numbers(door: Door) -> list[str]:
    return [phone.number for phone in page(door).service.phones]


def test_an_accepted_change_is_published_with_where_it_came_from(catalogued: Door, desk: Desk) -> None:
    [number] = put_forward(catalogued.database, PHONE)

    assert desk.accept(number) == PHONE

    assert numbers(catalogued) == [NEW]
    [winner] = page(catalogued).service_winners["phones"]
    assert winner.source_title == "Changes that our moderators accepted"
    assert winner.first_seen == AT
    assert page(catalogued).service.name == "Wadebrook Choir"
    assert waits(catalogued) == []


def test_the_change_is_archived_with_its_words_and_without_a_name(catalogued: Door, desk: Desk, tmp_path: Path) -> None:
    desk.accept(*put_forward(catalogued.database, PHONE))

    [winner] = page(catalogued).service_winners["phones"]
    kept = json.loads(read(tmp_path / "documents", winner.document_sha256))
    assert kept["sentence"] == PHONE.sentence
    assert kept["url"] == PHONE.url
    assert "Pat" not in str(kept)


def test_an_accepted_change_outlives_imports_for_as_long_as_the_service_is_listed(catalogued: Door, desk: Desk) -> None:
    desk.accept(*put_forward(catalogued.database, PHONE))

    receive(catalogued, GUIDE, listed(description="Singing for all."), days=400)
    assert numbers(catalogued) == [NEW]
    assert page(catalogued).service.description == "Singing for all."
    catalogued.republish(AT)
    assert numbers(catalogued) == [NEW]

    receive(catalogued, GUIDE, [], days=401)
    assert not page(catalogued).is_live


def test_an_accepted_change_is_no_sign_that_anybody_lists_the_service(
    catalogued: Door, desk: Desk, model: Model
) -> None:
    before = running(catalogued.database, model, CHOIR, TODAY)
    desk.accept(*put_forward(catalogued.database, proposed(Field.EMAIL, "choir@example.org")))

    after = running(catalogued.database, model, CHOIR, TODAY)
    assert after.assessment.p_open == before.assessment.p_open
    assert after.assessment.reasons == before.assessment.reasons


def test_a_postcode_moves_the_place(catalogued: Door, desk: Desk) -> None:
    before = page(catalogued).places[0].location
    desk.accept(*put_forward(catalogued.database, proposed(Field.POSTCODE, "NE30 1AA", before="NE28 9ND")))

    after = page(catalogued).places[0].location
    assert [(one.address_1, one.postal_code) for one in after.addresses] == [(None, "NE30 1AA")]
    assert (after.latitude, after.longitude) != (before.latitude, before.longitude)


def test_times_are_read(catalogued: Door, desk: Desk) -> None:
    desk.accept(*put_forward(catalogued.database, proposed(Field.OPENING_TIMES, "Mon, Thu 10:00-12:00")))

    assert [one.byday for one in page(catalogued).service.read_schedules] == ["MO,TH"]


@pytest.mark.parametrize(("after", "until"), [("2026-12-31", "2026-12-31"), (NO_END, "None")])
def test_a_pause_is_a_pause(catalogued: Door, desk: Desk, after: str, until: str) -> None:
    desk.accept(*put_forward(catalogued.database, proposed(Field.PAUSED_UNTIL, after)))

    service = page(catalogued).service
    assert service.status == "temporarily closed"
    assert str(service.paused_until) == until


def test_a_change_of_a_register_s_service_counts_too(door: Door, model: Model, tmp_path: Path) -> None:
    receive(door, source("register"), registered("1", "Elm Trust"))
    elm = record_id("register", Kind.SERVICE, "1")
    [number] = put_forward(door.database, proposed(Field.EMAIL, "elm@example.org", service_id=elm))

    Desk(door.database, door.gazetteer, model, tmp_path, by="Pat", on=TODAY, at=AT).accept(number)

    assert service_page(door.database, elm).service.email == "elm@example.org"


def test_a_decision_is_taken_back_whole(catalogued: Door, desk: Desk) -> None:
    before = page(catalogued)
    [number] = put_forward(catalogued.database, PHONE)
    desk.accept(number)

    assert desk.undo(number) == PHONE

    assert page(catalogued) == before
    assert waits(catalogued) == [number]
    desk.accept(number)
    assert numbers(catalogued) == [NEW]


def test_the_newest_change_of_a_field_holds_and_the_one_before_cannot_be_taken_back(
    catalogued: Door, desk: Desk
) -> None:
    [first] = put_forward(catalogued.database, PHONE)
    desk.accept(first)
    [second] = put_forward(catalogued.database, proposed(Field.PHONE, "+441632960789", before=NEW))
    desk.accept(second)
    assert numbers(catalogued) == ["+441632960789"]

    with pytest.raises(Refused, match="changed again since"):
        desk.undo(first)
    desk.undo(second)
    assert numbers(catalogued) == [OLD]


def test_what_is_rejected_stays_so_however_often_it_is_seen(catalogued: Door, desk: Desk) -> None:
    [number] = put_forward(catalogued.database, PHONE)

    assert desk.reject(number) == PHONE

    assert put_forward(catalogued.database, PHONE) == []
    assert numbers(catalogued) == [OLD]
    desk.undo(number)
    assert waits(catalogued) == [number]


def test_each_decision_is_audited_with_who_made_it(catalogued: Door, desk: Desk) -> None:
    [number] = put_forward(catalogued.database, PHONE)
    desk.accept(number)
    desk.undo(number)
    desk.reject(number)

    audit = schema.audit.c
    with catalogued.database.read() as transaction:
        rows = transaction.execute(select(audit.by, audit.action, audit.subject, audit.detail).order_by(audit.id))
        kept = [(row.by, row.action, row.subject, row.detail["proposal"]) for row in rows]
    assert kept == [("Pat", action, CHOIR, number) for action in ("accept change", "undo change", "reject change")]


def test_a_change_is_decided_once(catalogued: Door, desk: Desk) -> None:
    [number] = put_forward(catalogued.database, PHONE)
    desk.accept(number)

    with pytest.raises(Refused, match="decided on this change already"):
        desk.reject(number)
    assert numbers(catalogued) == [NEW]


def test_a_change_of_a_service_that_is_no_more_cannot_be_made_and_is_not_shown(catalogued: Door, desk: Desk) -> None:
    gone = proposed(Field.PHONE, NEW, service_id="3b241101-e2bb-4255-8caf-4136c566a962")
    [number] = put_forward(catalogued.database, gone)

    for _ in range(2):
        with pytest.raises(NotFound, match="no longer in the catalogue"):
            desk.accept(number)
    assert waits(catalogued) == []


def test_the_surest_changes_come_first_each_with_its_service(catalogued: Door) -> None:
    sure = proposed(Field.EMAIL, "choir@example.org", confidence="high")
    doubtful = proposed(Field.POSTCODE, "NE30 1AA", confidence="low")
    put_forward(catalogued.database, doubtful, PHONE, sure)

    found = waiting(catalogued.database)

    assert [one.change for one in found] == [sure, PHONE, doubtful]
    assert {(one.service_id, one.service_name) for one in found} == {(CHOIR, "Wadebrook Choir")}


def test_what_is_not_there_cannot_be_decided(desk: Desk) -> None:
    with pytest.raises(NotFound, match="no such change"):
        desk.accept(7)
    with pytest.raises(NotFound, match="Nobody has decided"):
        desk.undo(7)


def test_nobody_decides_without_a_name(catalogued: Door, model: Model, tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="name"):
        Desk(catalogued.database, catalogued.gazetteer, model, tmp_path, by=" ", on=TODAY, at=AT)
