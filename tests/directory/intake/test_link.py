"""Linking: the same organization in several sources is one, and can be taken apart again."""

from datetime import date

import pytest

from directory.actions.judge import judge, undo_judgement
from directory.domain.entries import Entry
from directory.domain.errors import NotFound, Refused
from directory.domain.identifiers import Identifier, record_id
from directory.domain.judgements import AUTOMATIC, Verdict
from directory.domain.records import (
    Channel,
    Evidence,
    Funding,
    IdentifierRelation,
    Kind,
    Organization,
    OrganizationFacts,
    Relation,
    Scale,
    Service,
)
from directory.intake import Door
from directory.queries.changes import changes_since, latest_cursor
from directory.queries.entries import all_entries, entries_of
from directory.queries.judgements import recent_judgements
from directory.queries.pages import Gone, service_page
from directory.queries.sources import count_of
from tests.directory.said import FIRST_DAY, receive, registered, said, source, without

ENGLISH, SCOTTISH, DIRECTORY = source("english"), source("scottish"), source("directory")
CHARITY, OTHER = "GB-CHC-1000001", "GB-CHC-1000002"


def entries(door: Door) -> list[Entry]:
    return sorted(all_entries(door.database), key=lambda entry: entry.name)


def test_the_same_registered_number_is_one_organization_with_both_sources(door: Door) -> None:
    receive(door, ENGLISH, registered("1", "Harmony Choir", identifiers=[CHARITY]))
    receive(door, DIRECTORY, registered("a", "The Harmony Singers", "LS1 4AP", identifiers=[CHARITY]), days=1)
    (entry,) = entries(door)
    assert {one.id for one in entry.sources} == {"english", "directory"}
    assert entry.identifiers == (CHARITY,)
    assert count_of(door.database, Kind.ORGANIZATION) == 1
    (judgement,) = recent_judgements(door.database)
    assert (judgement.verdict, judgement.by) == (Verdict.SAME, AUTOMATIC)
    assert CHARITY in judgement.reason


def test_the_same_name_and_postcode_is_one_organization(door: Door) -> None:
    receive(door, ENGLISH, registered("1", "The Harmony Choir Ltd", identifiers=[CHARITY]))
    receive(door, DIRECTORY, registered("a", "HARMONY CHOIR", "ne289nd"), days=1)
    (entry,) = entries(door)
    assert len(entry.sources) == 2


@pytest.mark.parametrize("postcode", ["LS1 4AP", None])
def test_the_same_name_elsewhere_is_another_organization(door: Door, postcode: str | None) -> None:
    receive(door, ENGLISH, registered("1", "Coffee Morning"))
    receive(door, DIRECTORY, registered("a", "Coffee Morning", postcode), days=1)
    assert len(entries(door)) == 2


def test_two_charity_numbers_are_never_one_organization_but_a_doubt(door: Door) -> None:
    receive(door, ENGLISH, registered("1", "Harmony Choir", identifiers=[CHARITY]))
    receive(door, DIRECTORY, registered("a", "Harmony Choir", identifiers=[OTHER]), days=1)
    assert len(entries(door)) == 2
    (doubt,) = recent_judgements(door.database)
    assert doubt.verdict is Verdict.UNSURE


def test_a_register_may_say_that_two_numbers_are_one_body(door: Door) -> None:
    receive(door, ENGLISH, registered("1", "Harmony Choir", identifiers=[CHARITY]))
    receive(door, SCOTTISH, registered("s", "Harmony Choir Scotland", "EH1 1YZ", identifiers=["GB-SC-SC000001"]))
    assert len(entries(door)) == 2
    same = IdentifierRelation(
        left=Identifier.parse("GB-SC-SC000001"), right=Identifier.parse(CHARITY), relation=Relation.SAME
    )
    receive(door, source("dual"), [said("d", same)], days=1)
    (entry,) = entries(door)
    assert set(entry.identifiers) == {CHARITY, "GB-SC-SC000001"}
    # The relation is withdrawn: the two come apart.
    receive(door, source("dual"), [], days=2)
    assert len(entries(door)) == 2


def test_a_merger_into_another_name_is_evidence_and_a_doubt_not_one_organization(door: Door) -> None:
    receive(
        door,
        ENGLISH,
        [*registered("1", "Harmony Choir", identifiers=[CHARITY]), *registered("2", "Jazz", identifiers=[OTHER])],
    )
    merged = IdentifierRelation(
        left=Identifier.parse(CHARITY), right=Identifier.parse(OTHER), relation=Relation.SUCCEEDED_BY
    )
    transferred = Evidence(
        channel=Channel.REGISTER,
        symbol="transferred",
        on=date(2025, 3, 31),
        text="Transferred to Jazz.",
        identifier=Identifier.parse(CHARITY),
        successor=Identifier.parse(OTHER),
    )
    receive(door, source("mergers"), [said("m", merged), said("m", transferred)], days=1)
    choir, _jazz = entries(door)
    (item,) = service_page(door.database, choir.id).evidence
    assert (item.evidence.text, item.provenance.source_id) == ("Transferred to Jazz.", "mergers")
    (doubt,) = recent_judgements(door.database)
    assert doubt.verdict is Verdict.UNSURE


def test_facts_reach_an_organization_whichever_comes_first(door: Door) -> None:
    scale = source("scale", enriches=True)
    facts = OrganizationFacts(
        identifier=Identifier.parse(CHARITY), scale=Scale.LOCAL, alternate_names=("Wallsend Harmony",)
    )
    receive(door, scale, [said("1", facts), said("2", OrganizationFacts(identifier=Identifier.parse(OTHER)))])
    assert count_of(door.database, Kind.ORGANIZATION) == 0
    receive(door, ENGLISH, registered("1", "Harmony Choir", identifiers=[CHARITY]), days=1)
    (entry,) = entries(door)
    assert entry.alternate_names == ("Wallsend Harmony",)
    page = service_page(door.database, entry.id)
    assert page.organization.scale is Scale.LOCAL
    assert [one.source_id for one in page.organization_winners["scale"]] == ["scale"]
    # And a later change of the facts alone is seen too.
    receive(
        door, scale, [said("1", OrganizationFacts(identifier=Identifier.parse(CHARITY), scale=Scale.NATIONAL))], days=2
    )
    assert service_page(door.database, entry.id).organization.scale is Scale.NATIONAL


def test_a_merged_service_is_gone_and_names_its_successor_until_the_judgement_is_undone(door: Door) -> None:
    receive(door, ENGLISH, registered("1", "Harmony Choir", identifiers=[CHARITY]))
    receive(door, DIRECTORY, registered("a", "Harmony Choir"), days=1)
    (one,) = entries(door)
    merged = record_id("directory", Kind.SERVICE, "a")
    with pytest.raises(Gone) as gone:
        service_page(door.database, merged)
    assert (gone.value.successor, gone.value.successor_name) == (one.id, "Harmony Choir")
    with pytest.raises(NotFound) as never:
        service_page(door.database, record_id("directory", Kind.ORGANIZATION, "a"))
    assert not isinstance(never.value, Gone)

    (judgement,) = recent_judgements(door.database)
    assert judgement.id is not None
    undo_judgement(door, judgement.id, by="a moderator", reason="Two choirs share the hall", at=FIRST_DAY)
    assert {entry.id for entry in entries(door)} == {one.id, merged}
    assert service_page(door.database, merged).service.name == "Harmony Choir"
    # The rule does not judge against the person at the next import.
    receive(door, DIRECTORY, registered("a", "Harmony Choir", description="Sings on Tuesdays"), days=2)
    assert len(entries(door)) == 2


def test_a_person_may_join_what_no_key_joins(door: Door) -> None:
    receive(door, ENGLISH, [*registered("1", "Harmony Choir"), *registered("2", "Wallsend Singers", "LS1 4AP")])
    first, second = (entry.organization_id for entry in entries(door))
    judge(door, first, second, Verdict.SAME, by="a moderator", reason="Same committee", at=FIRST_DAY)
    (entry,) = entries(door)
    assert entry.alternate_names == ("Harmony Choir",)
    judge(door, first, second, Verdict.DIFFERENT, by="a moderator", reason="They fell out", at=FIRST_DAY)
    assert len(entries(door)) == 2


def test_a_judgement_must_make_sense(door: Door) -> None:
    receive(door, ENGLISH, registered("1", "Harmony Choir"))
    (entry,) = entries(door)
    own = entry.organization_id
    with pytest.raises(Refused):
        judge(door, own, own, Verdict.SAME, by="a moderator", reason="", at=FIRST_DAY)
    with pytest.raises(Refused):
        judge(door, own, "x", Verdict.SAME, by=AUTOMATIC, reason="", at=FIRST_DAY)
    with pytest.raises(NotFound):
        judge(door, own, "x", Verdict.SAME, by="a moderator", reason="", at=FIRST_DAY)
    with pytest.raises(NotFound):
        undo_judgement(door, 99, by="a moderator", reason="", at=FIRST_DAY)


def test_the_newest_verified_source_wins_field_by_field(door: Door) -> None:
    receive(
        door,
        ENGLISH,
        registered("1", "Harmony Choir", identifiers=[CHARITY], description="Old words", verified_on=date(2025, 1, 1)),
    )
    newer = registered("a", "Harmony Singers", "LS1 4AP", identifiers=[CHARITY], verified_on=date(2026, 1, 1))
    receive(door, DIRECTORY, newer, days=1)
    (entry,) = entries(door)
    page = service_page(door.database, entry.id)
    assert (page.service.name, page.service.description) == ("Harmony Singers", "Old words")
    assert [one.source_id for one in page.service_winners["description"]] == ["english"]
    (place,) = page.places
    assert place.location.addresses[0].postal_code == "LS1 4AP"
    assert entry.verified_on == date(2026, 1, 1)


def test_when_a_source_falls_silent_the_other_is_heard(door: Door) -> None:
    receive(door, ENGLISH, registered("1", "Harmony Choir", identifiers=[CHARITY], verified_on=date(2026, 1, 1)))
    receive(door, DIRECTORY, registered("a", "Harmony Singers", identifiers=[CHARITY]), days=1)
    receive(door, ENGLISH, without(registered("1", "Harmony Choir"), "1"), days=2)
    (entry,) = entries(door)
    assert entry.name == "Harmony Singers"


def test_funding_belongs_to_the_organization_it_was_given_to(door: Door) -> None:
    grant = Funding(organization_id="1", funder="An invented trust", amount=5000, end_on=date(2027, 3, 31))
    receive(door, ENGLISH, [*registered("1", "Harmony Choir"), said("g", grant)])
    (entry,) = entries(door)
    (item,) = service_page(door.database, entry.id).funding
    assert (item.funding.amount, item.funding.end_on) == (5000, date(2027, 3, 31))
    assert item.funding.organization_id == entry.organization_id


def test_a_page_that_never_was_is_not_found(door: Door) -> None:
    with pytest.raises(NotFound) as nothing:
        service_page(door.database, "00000000-0000-0000-0000-000000000000")
    assert not isinstance(nothing.value, Gone)
    assert entries_of(door.database, ["nothing"]) == {}


def test_an_organization_that_vanishes_keeps_its_name_though_others_still_add_to_it(door: Door) -> None:
    choir = registered("1", "Harmony Choir", identifiers=[CHARITY])
    receive(door, ENGLISH, choir)
    facts = OrganizationFacts(identifier=Identifier.parse(CHARITY), scale=Scale.LOCAL)
    receive(door, source("scale"), [said("1", facts)], days=1)
    run = receive(door, ENGLISH, without(choir, "1"), days=2)
    assert run.vanished == 4
    (entry,) = entries(door)
    assert (entry.name, entry.is_live) == ("Harmony Choir", False)


def test_a_service_that_vanishes_is_news_to_the_readers_of_changes(door: Door) -> None:
    choir = registered("1", "Harmony Choir")
    receive(door, ENGLISH, choir)
    before = latest_cursor(door.database)
    receive(door, ENGLISH, without(choir, "1"), days=1)
    (entry,) = entries(door)
    assert changes_since(door.database, before)[1] == [entry.id]


def test_a_number_that_a_source_withdraws_no_longer_joins(door: Door) -> None:
    receive(door, ENGLISH, registered("1", "Harmony Choir", "M1 1AE", identifiers=[CHARITY]))
    receive(door, DIRECTORY, registered("a", "Jazz", None, identifiers=[CHARITY]), days=1)
    assert len(entries(door)) == 1
    receive(door, DIRECTORY, registered("a", "Jazz", None), days=2)
    assert len(entries(door)) == 2


def test_facts_that_change_their_number_leave_the_one_and_reach_the_other(door: Door) -> None:
    both = [*registered("1", "Choir", identifiers=[CHARITY]), *registered("2", "Jazz", "LS1 4AP", identifiers=[OTHER])]
    receive(door, ENGLISH, both)
    for days, number in enumerate((CHARITY, OTHER)):
        facts = OrganizationFacts(identifier=Identifier.parse(number), alternate_names=("Also called",))
        receive(door, source("names"), [said("row 1", facts)], days=days)
    choir, jazz = entries(door)
    assert (choir.alternate_names, jazz.alternate_names) == ((), ("Also called",))


def test_part_of_a_postcode_joins_nobody(door: Door) -> None:
    receive(door, ENGLISH, registered("1", "PTA", "NE28 9"))
    receive(door, DIRECTORY, registered("a", "PTA", "NE28 9"), days=1)
    assert len(entries(door)) == 2


def test_a_persons_doubt_keeps_apart_what_a_rule_would_join(door: Door) -> None:
    receive(door, ENGLISH, registered("1", "Harmony Choir"))
    receive(door, DIRECTORY, registered("a", "Harmony Choir"), days=1)
    one, other = record_id("english", Kind.ORGANIZATION, "1"), record_id("directory", Kind.ORGANIZATION, "a")
    judge(door, one, other, Verdict.UNSURE, by="a moderator", reason="Two phone numbers", at=FIRST_DAY)
    assert len(entries(door)) == 2


def test_what_was_noticed_before_is_no_news_on_another_day(door: Door) -> None:
    choir = registered("1", "Harmony Choir")

    def left(on: date) -> Evidence:
        return Evidence(
            channel=Channel.REGISTER, symbol="ceased", on=on, text="Left.", organization_id="1", is_noticed=True
        )

    receive(door, ENGLISH, [*choir, said("e", left(date(2026, 1, 1)))])
    run = receive(door, ENGLISH, [*choir, said("e", left(date(2026, 2, 1)))], days=31)
    assert run.changed == 0
    (entry,) = entries(door)
    (item,) = service_page(door.database, entry.id).evidence
    assert item.evidence.on == date(2026, 1, 1)


def test_evidence_about_a_number_is_about_all_who_bear_it(door: Door) -> None:
    receive(door, ENGLISH, registered("1", "Harmony Choir", identifiers=[CHARITY]))
    receive(door, DIRECTORY, registered("a", "Jazz", "LS1 4AP", identifiers=[CHARITY]), days=1)
    (judgement,) = recent_judgements(door.database)
    assert judgement.id is not None
    undo_judgement(door, judgement.id, by="a moderator", reason="A mistyped number", at=FIRST_DAY)
    ceased = Evidence(
        channel=Channel.REGISTER,
        symbol="ceased",
        on=date(2026, 1, 1),
        text="Removed.",
        identifier=Identifier.parse(CHARITY),
    )
    receive(door, source("removals"), [said("1", ceased)], days=2)
    assert [len(service_page(door.database, entry.id).evidence) for entry in entries(door)] == [1, 1]


def test_a_parent_is_named_by_what_it_became(door: Door) -> None:
    parent = registered("p", "Federation", identifiers=[CHARITY])
    child = [said("c", Organization(name="Branch", parent_organization_id="p"))]
    receive(door, DIRECTORY, registered("old", "Federation of Old", "LS1 4AP", identifiers=[CHARITY]))
    receive(door, ENGLISH, [*parent, *child, said("c", Service(organization_id="c", name="Branch"))], days=1)
    branch = next(entry for entry in entries(door) if entry.name == "Branch")
    federation = record_id("directory", Kind.ORGANIZATION, "old")
    assert service_page(door.database, branch.id).organization.parent_organization_id == federation


def test_an_organization_stands_without_a_parent_that_is_not_there(door: Door) -> None:
    run = receive(door, ENGLISH, [said("c", Organization(name="Branch", parent_organization_id="nobody"))])
    assert (run.published, run.skipped, run.issues) == (1, 0, 1)
