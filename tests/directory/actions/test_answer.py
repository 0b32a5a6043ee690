"""Answers of those who check services: evidence at once, on both databases, and as if never given once taken back."""

import math
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from directory.actions.answer import answer, undo_answer
from directory.actions.reassess import reassess
from directory.actions.report import report
from directory.domain.errors import InvalidValue, NotFound
from directory.domain.identifiers import record_id
from directory.domain.records import Kind
from directory.domain.reports import Outcome, What
from directory.domain.status.answers import Answer, Finding, Method
from directory.domain.status.posterior import Model
from directory.domain.status.rules import State
from directory.intake import Door
from directory.queries.reports import own_report
from directory.queries.running import Running, running
from directory.queries.status_settings import read_status_settings
from directory.store import Database, catalogue, checks, schema, status
from directory.store.status import Status
from tests.directory.cases import GUIDE, TODAY, choir
from tests.directory.said import receive

CHOIR = record_id("guide", Kind.SERVICE, "choir")
AT = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def model() -> Model:
    return Model(read_status_settings())


@pytest.fixture
def catalogued(door: Door, model: Model) -> Database:
    """A catalogue of one choir that nobody has confirmed."""
    receive(door, GUIDE, choir())
    reassess(door.database, model, TODAY)
    return door.database


def say(database: Database, model: Model, said: Answer, *, by: str = "Pat", on: date = TODAY, **more: Any) -> int:
    return answer(database, model, Finding(service_id=CHOIR, answer=said, **more), by=by, on=on, at=AT)


def held(database: Database) -> Status:
    with database.read() as transaction:
        return status.statuses_of(transaction, [CHOIR])[CHOIR]


def judged(database: Database, model: Model, on: date = TODAY) -> Running:
    return running(database, model, CHOIR, on)


def audited(database: Database) -> list[tuple[str, str, str, dict[str, Any]]]:
    audit = schema.audit.c
    with database.read() as transaction:
        rows = transaction.execute(select(audit.by, audit.action, audit.subject, audit.detail).order_by(audit.id))
        return [(row.by, row.action, row.subject, row.detail) for row in rows]


def log_odds(p_open: float) -> float:
    return math.log(p_open / (1 - p_open))


def test_an_answer_is_dated_evidence_and_the_service_is_judged_at_once(catalogued: Database, model: Model) -> None:
    before = held(catalogued)
    with catalogued.read() as transaction:
        cursor = catalogue.latest_change(transaction)

    number = say(catalogued, model, Answer.RUNS, method=Method.VISIT)

    after = held(catalogued)
    assert (before.state, after.state) == (State.UNCONFIRMED, State.OPEN)
    assert (after.confirmed_on, after.confirmed_by, after.on) == (TODAY, "curator_open", TODAY)
    assert judged(catalogued, model).items[0].text == "We went there: it is running."
    with catalogued.read() as transaction:
        assert catalogue.changed_since(transaction, cursor) == [CHOIR]
        [kept] = status.sightings_of(transaction, [CHOIR])[CHOIR]
    assert (kept.on, kept.at, kept.method) == (TODAY, AT, "visit")
    assert kept.reporter is not None
    assert "pat" not in kept.reporter.lower()
    detail = {"answer": "runs", "method": "visit", "sighting": number, "reports": []}
    assert audited(catalogued) == [("Pat", "answer", CHOIR, detail)]


@pytest.mark.parametrize(("said", "kind"), [(Answer.RUNS, "curator_open"), (Answer.CLOSED, "curator_closed")])
def test_an_answer_weighs_what_the_settings_say(catalogued: Database, model: Model, said: Answer, kind: str) -> None:
    before = judged(catalogued, model).assessment.p_open
    say(catalogued, model, said)
    after = judged(catalogued, model).assessment.p_open

    odds = model.settings.statement[kind]
    assert log_odds(after) - log_odds(before) == pytest.approx(math.log(odds.open / odds.closed), abs=0.01)


def test_a_closed_one_is_declared_closed_and_may_open_again(catalogued: Database, model: Model) -> None:
    say(catalogued, model, Answer.CLOSED, on=TODAY - timedelta(days=9))
    closed = judged(catalogued, model).assessment
    say(catalogued, model, Answer.REOPENED)
    opened = judged(catalogued, model).assessment

    assert (closed.state, closed.is_declared) == (State.CLOSED, True)
    assert (opened.state, opened.is_declared) == (State.OPEN, False)


@pytest.mark.parametrize(
    ("said", "sense"), [(Answer.NO_ANSWER, -1), (Answer.NOT_IN_SERVICE, -1), (Answer.COULD_NOT_SAY, 1)]
)
def test_a_call_that_tells_nothing_certain_tells_a_little(
    catalogued: Database, model: Model, said: Answer, sense: int
) -> None:
    before = judged(catalogued, model).assessment
    say(catalogued, model, said, method=Method.DOCUMENT)
    after = judged(catalogued, model).assessment

    assert (after.p_open - before.p_open) * sense > 0
    assert after.confirmed_on is None
    with catalogued.read() as transaction:
        assert checks.calls_since(transaction, TODAY) == {CHOIR: TODAY}
        assert status.sightings_of(transaction, [CHOIR])[CHOIR][0].method == "phone"


def test_a_pause_weighs_nothing_and_is_kept_with_its_end(catalogued: Database, model: Model) -> None:
    before = judged(catalogued, model).assessment.p_open
    number = say(catalogued, model, Answer.PAUSED, until=date(2027, 1, 5))

    found = judged(catalogued, model)
    assert found.assessment.p_open == before
    assert found.items[0].text == "We rang: it is paused until 5 January 2027."
    with catalogued.read() as transaction:
        assert checks.pauses(transaction) == {CHOIR: date(2027, 1, 5)}
    undo_answer(catalogued, model, CHOIR, number, by="Pat", on=TODAY, at=AT)
    with catalogued.read() as transaction:
        assert checks.pauses(transaction) == {}


def test_the_newest_word_of_a_day_holds_whoever_said_it(catalogued: Database, model: Model) -> None:
    say(catalogued, model, Answer.RUNS)
    say(catalogued, model, Answer.CLOSED, by="Kim")

    assert judged(catalogued, model).assessment.is_declared
    with catalogued.read() as transaction:
        assert [one.symbol for one in status.sightings_of(transaction, [CHOIR])[CHOIR]] == ["curator_closed"]


def test_a_call_takes_the_place_of_nothing(catalogued: Database, model: Model) -> None:
    say(catalogued, model, Answer.RUNS)
    say(catalogued, model, Answer.NO_ANSWER)

    with catalogued.read() as transaction:
        symbols = [one.symbol for one in status.sightings_of(transaction, [CHOIR])[CHOIR]]
    assert symbols == ["curator_open", "noanswer"]


def test_the_same_answer_sent_twice_is_one(catalogued: Database, model: Model) -> None:
    first = say(catalogued, model, Answer.NO_ANSWER)

    assert say(catalogued, model, Answer.NO_ANSWER, by=" pat ") == first
    assert len(audited(catalogued)) == 1
    assert say(catalogued, model, Answer.NO_ANSWER, by="Kim") != first


def test_an_answer_taken_back_is_as_if_never_given(catalogued: Database, model: Model) -> None:
    before = held(catalogued)
    number = say(catalogued, model, Answer.CLOSED)
    undo_answer(catalogued, model, CHOIR, number, by="Kim", on=TODAY, at=AT)

    assert held(catalogued) == before
    assert audited(catalogued)[-1] == ("Kim", "undo answer", CHOIR, {"sighting": number})
    with pytest.raises(NotFound):
        undo_answer(catalogued, model, CHOIR, number, by="Kim", on=TODAY, at=AT)


def test_only_an_answer_about_this_service_can_be_taken_back(catalogued: Database, model: Model) -> None:
    number = say(catalogued, model, Answer.RUNS)
    report(catalogued, model, CHOIR, What.CLOSED, token="t", on=TODAY, at=AT, most=9)

    for service_id, other in (("another", number), (CHOIR, number + 1), (CHOIR, 999)):
        with pytest.raises(NotFound):
            undo_answer(catalogued, model, service_id, other, by="Pat", on=TODAY, at=AT)


def test_an_answer_decides_the_reports_it_speaks_of_and_gives_them_back(catalogued: Database, model: Model) -> None:
    for token, what in (("a", What.CLOSED), ("b", What.WRONG_PHONE)):
        report(catalogued, model, CHOIR, what, token=token, on=TODAY - timedelta(days=1), at=AT, most=9)

    def outcomes() -> list[Outcome]:
        return [own_report(catalogued, token, AT).outcome for token in ("a", "b")]

    say(catalogued, model, Answer.NOT_IN_SERVICE)
    assert outcomes() == [Outcome.WAITING, Outcome.CONFIRMED]
    number = say(catalogued, model, Answer.RUNS)
    assert outcomes() == [Outcome.NOT_CONFIRMED, Outcome.CONFIRMED]
    assert own_report(catalogued, "a", AT).decided_on == TODAY
    assert len(audited(catalogued)[-1][3]["reports"]) == 1
    undo_answer(catalogued, model, CHOIR, number, by="Pat", on=TODAY, at=AT)
    assert outcomes() == [Outcome.WAITING, Outcome.CONFIRMED]


def test_an_answer_without_a_name_changes_nothing(catalogued: Database, model: Model) -> None:
    with pytest.raises(InvalidValue):
        say(catalogued, model, Answer.RUNS, by="  ")
    assert audited(catalogued) == []


def test_a_service_that_is_not_there_cannot_be_answered_for(catalogued: Database, model: Model) -> None:
    with pytest.raises(NotFound):
        answer(catalogued, model, Finding(service_id="x", answer=Answer.RUNS), by="Pat", on=TODAY, at=AT)
