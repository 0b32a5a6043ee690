"""Judging anew: what changed, what was judged a week ago, and nothing else."""

import signal
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from directory.actions.reassess import Reassessed, reassess
from directory.domain.identifiers import record_id
from directory.domain.records import Channel, Kind
from directory.domain.status.posterior import Model
from directory.domain.status.rules import State
from directory.intake import Door
from directory.queries.status_settings import read_status_settings
from directory.store import Database, catalogue, status
from directory.store.status import Status
from tests.directory.cases import GUIDE, TODAY, choir, evidence, fading, grant, registered, see, sighting
from tests.directory.said import receive, source

CHOIR = record_id("guide", Kind.SERVICE, "choir")
WEEK = timedelta(days=7)


@pytest.fixture(scope="session")
def model() -> Model:
    return Model(read_status_settings())


def held(database: Database, service_id: str = CHOIR) -> Status:
    with database.read() as transaction:
        return status.statuses_of(transaction, [service_id])[service_id]


def cursor(database: Database) -> int:
    with database.read() as transaction:
        return catalogue.latest_change(transaction)


def changed_since(database: Database, seq: int) -> list[str]:
    with database.read() as transaction:
        return catalogue.changed_since(transaction, seq)


def test_an_empty_catalogue_is_judged_at_once(database: Database, model: Model) -> None:
    assert reassess(database, model, TODAY) == Reassessed(judged=0, changed=0)


def test_a_service_is_judged_with_its_reasons(door: Door, model: Model) -> None:
    receive(door, GUIDE, choir(("e", evidence("owner_open", date(2026, 10, 1)))))
    told: list[int] = []
    assert reassess(door.database, model, TODAY, progress=told.append) == Reassessed(judged=1, changed=1)
    found = held(door.database)
    assert told == [1]
    assert (found.on, found.state, found.confirmed_on, found.confirmed_by) == (
        TODAY, State.OPEN, date(2026, 10, 1), "owner_open",
    )  # fmt: skip
    assert found.reasons[0]["text"] == "The people who run it said that it runs on 1 October 2026."
    assert found.p_open > found.p_open_ahead > 0.9


def test_judging_again_at_once_does_nothing(door: Door, model: Model) -> None:
    receive(door, GUIDE, choir())
    reassess(door.database, model, TODAY)
    after, before = cursor(door.database), held(door.database)
    assert reassess(door.database, model, TODAY) == Reassessed(judged=0, changed=0)
    assert reassess(door.database, model, TODAY, everything=True) == Reassessed(judged=1, changed=0)
    assert (cursor(door.database), held(door.database)) == (after, before)


def test_the_feed_hears_of_what_looks_different_and_of_nothing_else(door: Door, model: Model) -> None:
    receive(door, GUIDE, choir())
    receive(door, source("register"), registered("GB-CHC-1122334", "Wadebrook Chess"))
    reassess(door.database, model, TODAY)
    before = cursor(door.database)
    assert reassess(door.database, model, TODAY + WEEK).judged == 2
    quiet = changed_since(door.database, before)
    see(door.database, sighting(CHOIR, "linkworker_nobody", TODAY))
    noted = cursor(door.database)
    assert reassess(door.database, model, TODAY + WEEK) == Reassessed(judged=1, changed=1)
    assert quiet == []
    assert changed_since(door.database, noted) == [CHOIR]


def test_silence_is_noticed_within_a_week(door: Door, model: Model) -> None:
    receive(door, GUIDE, choir(("e", evidence("owner_open", date(2025, 11, 28)))))
    reassess(door.database, model, TODAY)
    assert held(door.database).state is State.OPEN
    assert reassess(door.database, model, TODAY + timedelta(days=6)).judged == 0
    assert reassess(door.database, model, TODAY + 2 * WEEK) == Reassessed(judged=1, changed=1)
    assert held(door.database).state is State.UNCONFIRMED


@pytest.mark.parametrize("kind", ["evidence", "money", "words", "sighting"])
def test_whatever_changes_is_judged_at_once(door: Door, model: Model, kind: str) -> None:
    receive(door, GUIDE, choir())
    reassess(door.database, model, TODAY)
    if kind == "evidence":
        receive(door, GUIDE, choir(("e", evidence("owner_open", TODAY))), days=7)
    elif kind == "money":
        receive(door, GUIDE, choir(("f", grant(end_on=TODAY))), days=7)
    elif kind == "words":
        receive(door, GUIDE, choir(description="We sing."), days=7)
    else:
        see(door.database, sighting(CHOIR, "fail", TODAY, Channel.WEB))
    assert reassess(door.database, model, TODAY).judged == 1
    assert reassess(door.database, model, TODAY).judged == 0


@pytest.mark.parametrize("record", [evidence("owner_closed", date(2026, 10, 1)), grant(end_on=TODAY)])
def test_what_a_source_takes_back_is_noticed_at_once(door: Door, model: Model, record: object) -> None:
    receive(door, GUIDE, choir(("taken back", record)))  # type: ignore[arg-type]
    reassess(door.database, model, TODAY)
    receive(door, GUIDE, choir(), days=7)
    assert reassess(door.database, model, TODAY) == Reassessed(judged=1, changed=1)
    assert held(door.database).state is State.UNCONFIRMED


def test_a_source_that_drops_a_service_makes_it_less_likely_to_run(door: Door, model: Model) -> None:
    receive(door, GUIDE, choir())
    receive(door, GUIDE, choir(), days=300)
    reassess(door.database, model, TODAY)
    before = held(door.database).p_open
    receive(door, GUIDE, [], days=314)
    reassess(door.database, model, TODAY)
    assert held(door.database).p_open < before
    assert "dropped" in held(door.database).reasons[0]["text"]


def test_a_state_holds_over_two_judgings_where_it_would_change_by_a_hairs_breadth(door: Door, model: Model) -> None:
    receive(door, GUIDE, fading())
    for on, state in (
        (date(2028, 6, 1), State.UNCONFIRMED),
        (date(2028, 12, 1), State.UNCONFIRMED),
        (date(2029, 2, 1), State.UNCONFIRMED),
        (date(2031, 6, 1), State.LIKELY_CLOSED),
        (date(2031, 7, 1), State.LIKELY_CLOSED),
    ):
        reassess(door.database, model, on)
        assert held(door.database).state is state


def test_new_evidence_moves_a_state_that_a_hairs_breadth_would_not(door: Door, model: Model) -> None:
    receive(door, GUIDE, fading())
    reassess(door.database, model, date(2028, 6, 1))
    see(door.database, sighting(CHOIR, "fail", date(2028, 11, 30), Channel.WEB))
    reassess(door.database, model, date(2028, 12, 1))
    assert held(door.database).state is State.LIKELY_CLOSED


def test_an_earlier_day_is_judged_as_if_nothing_had_been_judged_later(door: Door, model: Model) -> None:
    receive(door, GUIDE, fading())
    reassess(door.database, model, date(2028, 12, 1))
    assert held(door.database).state is State.LIKELY_CLOSED
    assert reassess(door.database, model, date(2028, 6, 1)).judged == 1
    assert (held(door.database).on, held(door.database).state) == (date(2028, 6, 1), State.UNCONFIRMED)
    assert reassess(door.database, model, date(2026, 2, 1)).judged == 1
    assert held(door.database).confirmed_on is None
    assert reassess(door.database, model, TODAY).judged == 1
    assert held(door.database).confirmed_on == date(2026, 3, 1)


KILLED = """
import os, signal, sys
from directory.actions import reassess
from directory.domain.status.posterior import Model
from directory.queries.status_settings import read_status_settings
from directory.store import open_database
from tests.directory.cases import TODAY

def die(judged):
    if judged == 4:
        os.kill(os.getpid(), signal.SIGKILL)

reassess.BATCH = 2
reassess.reassess(open_database(sys.argv[1]), Model(read_status_settings()), TODAY, progress=die)
"""


def test_a_run_that_is_killed_is_taken_up_where_it_was_left(door: Door, database_url: str, model: Model) -> None:
    groups = [registered(f"GB-CHC-112233{number}", f"Wadebrook Group {number}") for number in range(7)]
    receive(door, source("register"), [one for group in groups for one in group])
    root = Path(__file__).parents[3]
    killed = subprocess.run([sys.executable, "-c", KILLED, database_url], check=False, cwd=root)
    assert killed.returncode == -signal.SIGKILL
    assert reassess(door.database, model, TODAY) == Reassessed(judged=3, changed=3)
    assert reassess(door.database, model, TODAY) == Reassessed(judged=0, changed=0)
