"""Whose money ends soon, as far as was known on a day."""

from datetime import date

from directory.domain.identifiers import record_id
from directory.domain.records import Kind, Organization, Service
from directory.intake import Door
from directory.queries.funding import Ending, endings
from directory.store import Database
from tests.directory.cases import GUIDE, TODAY, choir, grant
from tests.directory.said import receive, registered, said, source

CHOIR, BAND = (record_id("guide", Kind.SERVICE, key) for key in ("choir", "band"))
TRUST = record_id("guide", Kind.ORGANIZATION, "trust")
BAND_TOO = ("band", Service(organization_id="trust", name="Wadebrook Band"))
SOON, LATER, LATEST = date(2027, 1, 31), date(2027, 3, 31), date(2028, 3, 31)


def found(database: Database, until: date = LATER, on: date = TODAY) -> list[tuple[str, date, tuple[str, ...]]]:
    return [(one.name, one.end_on, one.service_ids) for one in endings(database, on, until)]


def test_where_no_money_is_known_none_ends(door: Door) -> None:
    receive(door, GUIDE, choir())
    assert found(door.database) == []


def test_the_end_is_told_with_funder_amount_and_services(door: Door) -> None:
    receive(door, GUIDE, choir(BAND_TOO, ("f", grant(amount=9_800.0, start_on=date(2026, 1, 1), end_on=SOON))))
    assert endings(door.database, TODAY, SOON) == [
        Ending(
            organization_id=TRUST,
            name="Wadebrook Arts Trust",
            end_on=SOON,
            funder="The Example Fund",
            amount=9_800.0,
            currency="GBP",
            service_ids=tuple(sorted((CHOIR, BAND))),
        )
    ]


def test_only_what_ends_from_the_day_until_the_other_is_told(door: Door) -> None:
    receive(door, GUIDE, choir(("f", grant(end_on=SOON))))
    assert len(found(door.database, until=SOON)) == 1
    assert len(found(door.database, on=SOON)) == 1
    assert found(door.database, until=date(2027, 1, 30)) == []
    assert found(door.database, on=date(2027, 2, 1)) == []


def test_whoever_has_money_for_longer_does_not_lose_it_soon_unless_that_was_not_known_yet(door: Door) -> None:
    longer = grant(awarded_on=date(2026, 10, 1), end_on=LATEST)
    receive(door, GUIDE, choir(("f1", grant(end_on=SOON)), ("f2", longer)))
    assert found(door.database) == []
    assert [end for _, end, _ in found(door.database, on=date(2026, 9, 30))] == [SOON]


def test_a_service_with_money_of_its_own_is_told_by_itself(door: Door) -> None:
    receive(
        door,
        GUIDE,
        choir(
            BAND_TOO,
            ("f1", grant(service_id="choir", end_on=SOON)),
            ("f2", grant(service_id="band", end_on=LATEST)),
            ("f3", grant(end_on=LATER)),
        ),
    )
    assert found(door.database) == [("Wadebrook Choir", SOON, (CHOIR,)), ("Wadebrook Arts Trust", LATER, ())]
    assert found(door.database, until=LATEST)[-1] == ("Wadebrook Band", LATEST, (BAND,))


def test_the_soonest_comes_first_and_of_one_day_the_first_by_name(door: Door) -> None:
    ends = {"Canal Club": SOON, "Allotment Club": LATER, "Bowls Club": SOON}
    clubs = [said(name, Organization(name=name)) for name in ends]
    grants = [said(f"grant {name}", grant(organization_id=name, end_on=end)) for name, end in ends.items()]
    receive(door, source("funder"), [*clubs, *grants])
    assert [name for name, *_ in found(door.database)] == ["Bowls Club", "Canal Club", "Allotment Club"]


def test_money_that_its_source_no_longer_tells_of_is_left_out(door: Door) -> None:
    receive(door, GUIDE, choir(("f", grant(end_on=SOON))))
    receive(door, GUIDE, choir(), days=7)
    assert found(door.database) == []


WORDS = "We are funded by the Example Fund until January 2027."


def test_money_that_a_service_speaks_of_is_told_with_its_words(door: Door) -> None:
    receive(door, GUIDE, choir(BAND_TOO, description=WORDS))
    assert endings(door.database, TODAY, SOON) == [
        Ending(
            organization_id=TRUST,
            name="Wadebrook Choir",
            end_on=SOON,
            funder="Example Fund",
            amount=None,
            currency="GBP",
            service_ids=(CHOIR,),
            said="We are funded by the Example Fund until January 2027",
        )
    ]
    assert found(door.database, on=date(2025, 12, 31)) == []
    assert found(door.database, on=date(2027, 2, 1)) == []


def test_a_later_grant_of_the_organization_may_be_what_follows_the_money_a_service_speaks_of(door: Door) -> None:
    later = grant(awarded_on=date(2026, 6, 1), end_on=LATER)
    receive(door, GUIDE, choir(("f", later), description=WORDS))
    assert found(door.database) == [("Wadebrook Arts Trust", LATER, (CHOIR,))]
    assert found(door.database, on=date(2026, 5, 31)) == [("Wadebrook Choir", SOON, (CHOIR,))]


def test_in_a_register_the_money_spoken_of_is_that_of_the_organization(door: Door) -> None:
    receive(door, GUIDE, registered("1", "Wadebrook Arts Trust", description=WORDS))
    [ending] = endings(door.database, TODAY, SOON)
    assert (ending.name, len(ending.service_ids)) == ("Wadebrook Arts Trust", 1)


def test_a_service_that_is_on_no_list_any_more_speaks_of_no_money(door: Door) -> None:
    receive(door, GUIDE, choir(description=WORDS))
    receive(door, GUIDE, choir()[:1], days=7)
    assert found(door.database) == []
