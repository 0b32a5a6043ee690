"""Reports of anybody: evidence at once, as much as is kept of a reporter, and no longer than a year."""

import math
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from directory.actions.answer import answer
from directory.actions.judge import judge
from directory.actions.reassess import reassess
from directory.actions.report import add_note, report
from directory.domain.errors import InvalidValue, NotFound, Refused
from directory.domain.identifiers import record_id
from directory.domain.judgements import Verdict
from directory.domain.records import Kind
from directory.domain.reports import Outcome, TooManyReports, What
from directory.domain.status.answers import Answer, Finding
from directory.domain.status.posterior import Model
from directory.intake import Door
from directory.queries.reports import closings_reported, own_report
from directory.queries.running import running
from directory.queries.status_settings import read_status_settings
from directory.store import Database, catalogue, reports, schema_reports, status
from tests.directory.cases import GUIDE, TODAY, choir
from tests.directory.said import FIRST_DAY, receive, registered, source

CHOIR = record_id("guide", Kind.SERVICE, "choir")
AT = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
A_YEAR_ON = AT + timedelta(days=365)


@pytest.fixture(scope="module")
def model() -> Model:
    return Model(read_status_settings())


@pytest.fixture
def catalogued(door: Door, model: Model) -> Database:
    """A catalogue of one choir that nobody has confirmed."""
    receive(door, GUIDE, choir())
    reassess(door.database, model, TODAY)
    return door.database


def tell(database: Database, model: Model, what: What, token: str = "token", **more: Any) -> None:
    usual: dict[str, Any] = {"service_id": CHOIR, "on": TODAY, "at": AT, "most": 20}
    told = {**usual, **more}
    report(database, model, told.pop("service_id"), what, token=token, **told)


def p_open(database: Database, model: Model) -> float:
    return running(database, model, CHOIR, TODAY).assessment.p_open


def log_odds(chance: float) -> float:
    return math.log(chance / (1 - chance))


def test_a_report_of_its_end_counts_at_once_and_as_much_as_the_settings_say(catalogued: Database, model: Model) -> None:
    before = p_open(catalogued, model)
    with catalogued.read() as transaction:
        cursor = catalogue.latest_change(transaction)
    tell(catalogued, model, What.CLOSED)
    after = p_open(catalogued, model)

    odds = model.settings.statement["public_closed"]
    assert log_odds(after) - log_odds(before) == pytest.approx(math.log(odds.open / odds.closed), abs=0.01)
    assert running(catalogued, model, CHOIR, TODAY).items[0].text == "Somebody reported that it has closed."
    with catalogued.read() as transaction:
        assert status.statuses_of(transaction, [CHOIR])[CHOIR].p_open == pytest.approx(after)
        assert catalogue.changed_since(transaction, cursor) == [CHOIR]


def test_what_many_say_on_one_day_counts_once(catalogued: Database, model: Model) -> None:
    tell(catalogued, model, What.CLOSED, "a")
    once = p_open(catalogued, model)
    tell(catalogued, model, What.NOBODY, "b")
    tell(catalogued, model, What.CLOSED, "c")

    assert p_open(catalogued, model) == pytest.approx(once)


@pytest.mark.parametrize("what", [What.MOVED, What.FULL, What.WRONG_PHONE, What.NOT_FOR, What.OTHER])
def test_other_reports_are_no_evidence_and_wait_all_the_same(catalogued: Database, model: Model, what: What) -> None:
    before = p_open(catalogued, model)
    tell(catalogued, model, what)

    assert p_open(catalogued, model) == before
    assert own_report(catalogued, "token", AT).outcome is Outcome.WAITING
    assert closings_reported(catalogued, CHOIR) == []


def test_nothing_is_kept_of_the_link_but_a_hash(catalogued: Database, model: Model) -> None:
    tell(catalogued, model, What.CLOSED, "a-secret-token")

    with catalogued.read() as transaction:
        [row] = transaction.execute(select(schema_reports.report)).all()
    assert "a-secret-token" not in str(row)
    assert own_report(catalogued, "a-secret-token", AT).service_name == "Wadebrook Choir"
    with pytest.raises(NotFound):
        own_report(catalogued, row.token_hash, AT)


def test_of_one_service_so_many_reports_are_taken_in_a_day(catalogued: Database, model: Model) -> None:
    for number in range(3):
        tell(catalogued, model, What.FULL, str(number), most=3)

    with pytest.raises(TooManyReports, match="Somebody will look into it"):
        tell(catalogued, model, What.FULL, "more", most=3)
    tell(catalogued, model, What.FULL, "next day", at=AT + timedelta(days=1), most=3)


def test_a_service_that_is_not_there_cannot_be_reported(catalogued: Database, model: Model) -> None:
    with pytest.raises(NotFound):
        tell(catalogued, model, What.CLOSED, service_id="x")


def test_a_note_is_added_once_and_not_told_back(catalogued: Database, model: Model) -> None:
    tell(catalogued, model, What.NOBODY)
    add_note(catalogued, "token", "", at=AT)
    assert own_report(catalogued, "token", AT).takes_note
    add_note(catalogued, "token", "The door was locked. 0191 498 0123", at=AT)

    own = own_report(catalogued, "token", AT)
    assert (own.has_note, own.takes_note) == (True, False)
    assert "locked" not in str(own)
    with catalogued.read() as transaction:
        [kept] = reports.open_reports(transaction, [CHOIR])[CHOIR]
    assert kept.note == "The door was locked. [taken out]"
    with pytest.raises(Refused):
        add_note(catalogued, "token", "And more", at=AT)


def test_a_note_comes_before_the_answer_and_to_a_report_that_there_is(catalogued: Database, model: Model) -> None:
    tell(catalogued, model, What.CLOSED)
    with pytest.raises(InvalidValue):
        add_note(catalogued, "token", "x" * 501, at=AT)
    with pytest.raises(NotFound):
        add_note(catalogued, "another", "Hello", at=AT)
    answer(catalogued, model, Finding(service_id=CHOIR, answer=Answer.CLOSED), by="Pat", on=TODAY, at=AT)
    with pytest.raises(Refused):
        add_note(catalogued, "token", "Hello", at=AT)


def test_after_a_year_link_and_note_are_gone(catalogued: Database, model: Model) -> None:
    tell(catalogued, model, What.CLOSED)
    add_note(catalogued, "token", "The door was locked.", at=AT)

    assert own_report(catalogued, "token", A_YEAR_ON - timedelta(seconds=1)).has_note
    with pytest.raises(NotFound):
        own_report(catalogued, "token", A_YEAR_ON)
    tell(catalogued, model, What.FULL, "newer", at=A_YEAR_ON)
    with catalogued.read() as transaction:
        rows = transaction.execute(select(schema_reports.report).order_by(schema_reports.report.c.id)).all()
    assert [(row.what, row.note, row.token_hash is None) for row in rows] == [
        ("closed", None, True),
        ("full", None, False),
    ]


def test_what_was_reported_of_its_end_is_told_newest_first(catalogued: Database, model: Model) -> None:
    yesterday = TODAY - timedelta(days=1)
    tell(catalogued, model, What.CLOSED, "a", on=yesterday)
    tell(catalogued, model, What.FULL, "b")
    tell(catalogued, model, What.NOBODY, "c")

    assert closings_reported(catalogued, CHOIR) == [(What.NOBODY, TODAY), (What.CLOSED, yesterday)]


def test_a_report_of_a_service_that_was_merged_counts_for_the_one_that_stands_for_it(door: Door, model: Model) -> None:
    for number, name in (("1", "Roman Wall Choir"), ("2", "Wall Singers")):
        receive(door, source(number), registered(number, name))
    services = [record_id(number, Kind.SERVICE, number) for number in ("1", "2")]
    for service_id in services:
        tell(door.database, model, What.CLOSED, service_id, service_id=service_id)
    one, other = (record_id(number, Kind.ORGANIZATION, number) for number in ("1", "2"))
    judge(door, one, other, Verdict.SAME, by="a moderator", reason="One choir", at=FIRST_DAY)

    [left] = {own_report(door.database, service_id, AT).service_id for service_id in services}
    assert left in services
    assert len(closings_reported(door.database, left)) == 2
    answer(door.database, model, Finding(service_id=left, answer=Answer.RUNS), by="Pat", on=TODAY, at=AT)
    assert closings_reported(door.database, left) == []
