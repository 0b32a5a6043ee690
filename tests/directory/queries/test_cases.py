"""What is put together of a service for judging it: its own evidence and its organization's, and nobody else's."""

from datetime import UTC, date, datetime

from directory.actions.judge import judge, undo_judgement
from directory.domain.identifiers import record_id
from directory.domain.judgements import Verdict
from directory.domain.records import Channel, Kind, Record, Service
from directory.domain.status.gather import Case
from directory.intake import Door
from directory.queries.cases import case_of
from directory.store import status
from tests.directory.cases import GUIDE, REGISTER, choir, evidence, grant, registered, see, sighting
from tests.directory.said import receive, source
from tests.directory.said import registered as told_of

CHOIR, BAND = (record_id("guide", Kind.SERVICE, key) for key in ("choir", "band"))
TRUST = record_id("guide", Kind.ORGANIZATION, "trust")
DAY = date(2026, 5, 1)
AT = datetime(2026, 6, 1, tzinfo=UTC)


def case(door: Door, service_id: str = CHOIR) -> Case:
    found = case_of(door.database, service_id)
    assert found is not None
    return found


def symbols(found: Case) -> list[str]:
    return sorted(one.symbol for one in found.evidence)


def test_a_service_that_there_is_not_has_no_case(door: Door) -> None:
    assert case_of(door.database, CHOIR) is None


def test_a_service_without_evidence_has_its_listing_alone(door: Door) -> None:
    receive(door, GUIDE, choir())
    found = case(door)
    assert (found.service.name, found.organization.name) == ("Wadebrook Choir", "Wadebrook Arts Trust")
    assert (len(found.listings), found.evidence, found.funding, found.sightings) == (1, (), (), ())


def test_what_is_about_its_organization_is_about_it_and_what_is_about_another_service_is_not(door: Door) -> None:
    band = ("band", Service(organization_id="trust", name="Wadebrook Band"))
    dated: list[tuple[str, Record]] = [
        ("e1", evidence("owner_open", DAY)),
        ("e2", evidence("owner_closed", DAY, service_id="band")),
        ("e3", evidence("ceased", DAY, Channel.REGISTER, organization_id="trust")),
        ("f1", grant(amount=1.0)),
        ("f2", grant(amount=2.0, service_id="choir")),
        ("f3", grant(amount=3.0, service_id="band")),
    ]
    receive(door, GUIDE, choir(band, *dated))
    assert symbols(case(door)) == ["ceased", "owner_open"]
    assert symbols(case(door, BAND)) == ["ceased", "owner_closed"]
    assert sorted(one.amount or 0 for one in case(door).funding) == [1.0, 2.0]
    assert sorted(one.amount or 0 for one in case(door, BAND).funding) == [1.0, 3.0]


def test_what_its_source_took_back_is_left_out(door: Door) -> None:
    receive(door, GUIDE, choir(("e", evidence("owner_closed", DAY)), ("f", grant(amount=1.0))))
    receive(door, GUIDE, choir(), days=7)
    assert (case(door).evidence, case(door).funding) == ((), ())


def test_what_was_seen_of_it_is_there_until_it_is_withdrawn(door: Door) -> None:
    receive(door, GUIDE, choir())
    [number] = see(door.database, sighting(CHOIR, "fail", DAY, Channel.WEB))
    assert [one.symbol for one in case(door).sightings] == ["fail"]
    with door.database.write() as transaction:
        status.withdraw_sightings(transaction, [number], AT)
    assert case(door).sightings == ()


def test_a_register_that_describes_it_too_lists_it_too(door: Door) -> None:
    receive(door, REGISTER, registered("GB-CHC-1122334", "Wadebrook Arts Trust"))
    receive(door, source("second", channel=Channel.REGISTER), registered("GB-CHC-1122334", "Wadebrook Arts"), days=1)
    found = case(door, record_id("register", Kind.SERVICE, "GB-CHC-1122334"))
    assert [one.channel for one in found.listings] == [Channel.REGISTER, Channel.REGISTER]


def test_a_service_merged_into_another_brings_what_was_seen_of_it_and_takes_it_along_when_they_part(door: Door) -> None:
    first, second = (source(name) for name in ("one-register", "other-register"))
    receive(door, first, registered("GB-CHC-1122334", "Wadebrook Arts Trust"))
    receive(door, second, registered("GB-COH-01234567", "Wadebrook Arts Ltd"), days=1)
    elder = record_id("one-register", Kind.SERVICE, "GB-CHC-1122334")
    younger = record_id("other-register", Kind.SERVICE, "GB-COH-01234567")
    see(door.database, sighting(younger, "linkworker_attended", DAY))
    organizations = (
        record_id("one-register", Kind.ORGANIZATION, "GB-CHC-1122334"),
        record_id("other-register", Kind.ORGANIZATION, "GB-COH-01234567"),
    )
    judge(door, *organizations, Verdict.SAME, by="a moderator", reason="One trust", at=AT)
    assert case_of(door.database, younger) is None
    assert [one.symbol for one in case(door, elder).sightings] == ["linkworker_attended"]
    undo_judgement(door, 1, by="a moderator", reason="Two after all", at=AT)
    assert case(door, elder).sightings == ()
    assert [one.symbol for one in case(door, younger).sightings] == ["linkworker_attended"]


def test_words_about_money_are_known_since_their_source_was_first_read_to_say_so(door: Door) -> None:
    receive(door, GUIDE, choir())
    assert case(door).described_since is None
    receive(door, GUIDE, choir(description="We are funded until March 2027."), days=7)
    receive(door, GUIDE, choir(description="We are funded until March 2027."), days=14)
    assert case(door).described_since == date(2026, 1, 8)
    assert [one.known_from for one in case(door).said] == [date(2026, 1, 8)]


def test_in_a_register_they_are_known_since_the_organization_was_first_read_to_say_so(door: Door) -> None:
    words = "We are funded until March 2027."
    receive(door, REGISTER, told_of("GB-CHC-1122334", "Wadebrook Arts Trust", description=words))
    found = case(door, record_id("register", Kind.SERVICE, "GB-CHC-1122334"))
    assert found.described_since == date(2026, 1, 1)
