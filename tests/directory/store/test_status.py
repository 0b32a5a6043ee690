"""Sightings, statuses and listings as the database keeps them, and what is due to be judged."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import IntegrityError

from directory.domain.identifiers import record_id
from directory.domain.records import Channel, Kind
from directory.domain.sources import Authority
from directory.domain.status.gather import Listing
from directory.domain.status.rules import State
from directory.domain.status.sightings import Sighting
from directory.domain.status.standing import Standing
from directory.intake import Door
from directory.store import Database, catalogue, linking, schema, schema_status, status
from directory.store.listings import listings
from directory.store.status import Status
from tests.directory.cases import GUIDE, REGISTER, TODAY, choir, grant, registered, sighting
from tests.directory.said import FIRST_DAY, receive

CHOIR = record_id("guide", Kind.SERVICE, "choir")
SEEN = Sighting(
    service_id="s",
    channel=Channel.PHONE,
    symbol="answered",
    on=date(2026, 11, 20),
    at=datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
    text="Somebody answered.",
    url="https://example.org/",
    reporter="r",
    method="phone",
)
JUDGED = Status(
    service_id="s",
    on=TODAY,
    state=State.AT_RISK,
    p_open=0.1 + 0.2,
    p_open_ahead=0.25,
    is_declared=False,
    confirmed_on=date(2026, 3, 3),
    confirmed_by="curator_open",
    funding_end=date(2027, 3, 31),
    evidence=7,
    reasons=[{"channel": "web", "weight": -0.5, "text": "Its website has failed."}],
)


def add(database: Database, *sightings: Sighting) -> list[int]:
    with database.write() as transaction:
        return status.add_sightings(transaction, sightings)


def sightings_of(database: Database, *service_ids: str) -> dict[str, list[Sighting]]:
    with database.read() as transaction:
        return status.sightings_of(transaction, service_ids)


def write(database: Database, *statuses: Status, seen: int = 0) -> None:
    with database.write() as transaction:
        status.write_statuses(transaction, statuses, seen)


def due(database: Database, on: date = TODAY) -> list[str]:
    with database.read() as transaction:
        return status.due(transaction, since=on - timedelta(days=7), until=on)


def latest_change(database: Database) -> int:
    with database.read() as transaction:
        return catalogue.latest_change(transaction)


def test_a_sighting_comes_back_as_it_was_kept(database: Database) -> None:
    bare = sighting("s", "ok", date(2026, 11, 1), Channel.WEB)
    add(database, SEEN, bare)
    assert sightings_of(database, "s", "t") == {"s": [SEEN, bare]}


def test_a_sighting_that_was_withdrawn_stays_on_record_and_counts_no_longer(database: Database) -> None:
    first, second = add(database, SEEN, replace(SEEN, symbol="noanswer"))
    early, late = datetime(2026, 11, 21, tzinfo=UTC), datetime(2026, 11, 22, tzinfo=UTC)
    with database.write() as transaction:
        status.withdraw_sightings(transaction, [first], early)
        status.withdraw_sightings(transaction, [first], late)
        kept = transaction.execute(text("SELECT id, symbol FROM sighting ORDER BY id")).all()
        [withdrawn_at] = transaction.execute(
            schema_status.sighting.select().where(schema_status.sighting.c.id == first)
        ).all()
    assert [tuple(row) for row in kept] == [(first, "answered"), (second, "noanswer")]
    assert withdrawn_at.withdrawn_at == early
    assert [one.symbol for one in sightings_of(database, "s")["s"]] == ["noanswer"]


def test_what_was_seen_of_a_merged_service_counts_for_the_one_that_stands_for_it_until_they_part(
    database: Database,
) -> None:
    add(database, SEEN, replace(SEEN, service_id="t", symbol="noanswer"))
    with database.write() as transaction:
        linking.set_successors(transaction, Kind.SERVICE, {"s": "t", "t": "t"})
    assert [one.symbol for one in sightings_of(database, "t")["t"]] == ["answered", "noanswer"]
    with database.write() as transaction:
        linking.set_successors(transaction, Kind.SERVICE, {"s": "s", "t": "t"})
    assert [one.symbol for one in sightings_of(database, "t")["t"]] == ["noanswer"]


@pytest.mark.parametrize("wrong", [{"channel": "rumour"}, {"symbol": None}, {"at": None}])
def test_no_sighting_of_an_unknown_channel_or_without_its_day_is_kept(
    database: Database, wrong: dict[str, object]
) -> None:
    row = {"service_id": "s", "channel": "web", "symbol": "ok", "on": TODAY, "at": SEEN.at} | wrong
    with pytest.raises(IntegrityError), database.write() as transaction:
        transaction.execute(insert(schema_status.sighting), row)


def test_a_status_comes_back_to_the_last_bit_and_takes_the_place_of_the_one_before(database: Database) -> None:
    bare = replace(JUDGED, service_id="t", confirmed_on=None, confirmed_by=None, funding_end=None, reasons=[])
    write(database, replace(JUDGED, state=State.OPEN), bare)
    write(database, JUDGED)
    write(database)
    with database.read() as transaction:
        assert status.statuses_of(transaction, ["s", "t", "u"]) == {"s": JUDGED, "t": bare}
        assert status.standings_of(transaction, ["s", "u"]) == {
            "s": Standing(
                state=State.AT_RISK,
                p_open=0.1 + 0.2,
                confirmed_on=date(2026, 3, 3),
                confirmed_by="curator_open",
                funding_end=date(2027, 3, 31),
            )
        }


def test_a_state_that_there_is_not_is_not_kept(database: Database) -> None:
    row = {name: getattr(JUDGED, name) for name in Status.__slots__} | {"state": "perhaps", "seen": 0}
    with pytest.raises(IntegrityError), database.write() as transaction:
        transaction.execute(insert(schema_status.status), row)


def test_what_was_never_judged_or_changed_since_is_due(door: Door) -> None:
    receive(door, GUIDE, choir())
    assert due(door.database) == [CHOIR]
    write(door.database, replace(JUDGED, service_id=CHOIR), seen=latest_change(door.database))
    assert due(door.database) == []
    receive(door, GUIDE, choir(description="We sing."), days=1)
    assert due(door.database) == [CHOIR]


@pytest.mark.parametrize(("ago", "is_due"), [(0, False), (6, False), (7, True), (-1, True)])
def test_what_was_judged_a_week_ago_or_for_a_later_day_is_due(door: Door, ago: int, is_due: bool) -> None:
    receive(door, GUIDE, choir())
    judged = replace(JUDGED, service_id=CHOIR, on=TODAY - timedelta(days=ago))
    write(door.database, judged, seen=latest_change(door.database))
    assert due(door.database) == ([CHOIR] if is_due else [])


def test_the_status_of_a_service_that_is_no_more_is_not_due(database: Database) -> None:
    write(database, replace(JUDGED, on=date(2020, 1, 1)))
    assert due(database) == []


def listings_of(database: Database) -> list[Listing]:
    with database.read() as transaction:
        rows = catalogue.rows(transaction, Kind.SERVICE, catalogue.ids_in_order(transaction, Kind.SERVICE))
        found = listings(transaction, {claim for row in rows.values() for claim in row.claims})
    return sorted(found.values(), key=lambda one: one.channel)


def test_a_source_lists_a_record_from_its_first_version_until_it_was_read_last(door: Door) -> None:
    receive(door, GUIDE, choir())
    receive(door, GUIDE, choir(description="We sing."), days=7)
    receive(door, GUIDE, choir(description="We sing."), days=14)
    first, last = FIRST_DAY.date(), FIRST_DAY.date() + timedelta(days=14)
    assert listings_of(door.database) == [
        Listing(
            channel=Channel.FEED,
            authority=Authority.FEED,
            first_seen=first,
            seen_until=last,
            read_on=last,
            is_live=True,
        )
    ]


def test_a_source_that_dropped_a_record_listed_it_until_the_run_before(door: Door) -> None:
    receive(door, GUIDE, choir())
    for days in (7, 14):
        receive(door, GUIDE, [], days=days)
    [found] = listings_of(door.database)
    first, last = FIRST_DAY.date(), FIRST_DAY.date() + timedelta(days=14)
    assert (found.first_seen, found.seen_until, found.read_on, found.is_live) == (first, first, last, False)


def test_a_run_that_was_refused_is_no_reading(door: Door) -> None:
    receive(door, GUIDE, choir())
    strict = replace(GUIDE, expect=replace(GUIDE.expect, min_records=5))
    assert receive(door, strict, choir(), days=7).reason
    [found] = listings_of(door.database)
    assert found.seen_until == found.read_on == FIRST_DAY.date()


def test_a_register_says_of_its_list_that_it_is_one(door: Door) -> None:
    receive(door, REGISTER, registered("GB-CHC-1122334", "Wadebrook Arts Trust"))
    assert [one.channel for one in listings_of(door.database)] == [Channel.REGISTER]


def test_a_source_that_says_nothing_of_its_list_is_a_feed(database: Database) -> None:
    with database.write() as transaction:
        declared = dict.fromkeys(("id", "title", "publisher", "licence", "attribution", "url", "country"), "x")
        transaction.execute(insert(schema.source), {**declared, "authority": "feed", "demonstration": False})
        assert transaction.execute(text("SELECT channel FROM source")).scalar_one() == "feed"


def test_funding_is_found_by_the_day_of_its_end_while_its_source_has_it(door: Door) -> None:
    ends = [date(2026, 12, 31), date(2027, 1, 1), None]
    grants = [(f"g{number}", grant(end_on=end)) for number, end in enumerate(ends)]
    receive(door, GUIDE, choir(*grants))
    with door.database.read() as transaction:
        found = catalogue.funding_ending_after(transaction, date(2027, 1, 1))
    assert [row.fields["end_on"] for row in found.values()] == ["2027-01-01"]
    receive(door, GUIDE, choir(*grants[:1]), days=7)
    with door.database.read() as transaction:
        assert catalogue.funding_ending_after(transaction, date(2027, 1, 1)) == {}
