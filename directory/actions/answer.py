"""Recording what somebody found out who checked a service, and taking that back."""

from datetime import date, datetime

from directory.actions.reassess import reassess_now
from directory.domain.errors import NotFound
from directory.domain.messages import say
from directory.domain.records import Kind
from directory.domain.reports import KEPT, Outcome, outcome
from directory.domain.status.answers import Answer, Finding, name_of
from directory.domain.status.posterior import Model
from directory.store import Database, Transaction, catalogue, checks, reports, status


def answer(database: Database, model: Model, finding: Finding, *, by: str, on: date, at: datetime) -> int:
    """Record an answer, decide the reports it decides, and judge the service again; the answer's number.

    It takes the place of what was answered about how the service is on the same day: the newest word holds. The very
    same answer given again is the same answer. Raise `InvalidValue` where a name or the end of a pause is missing.
    """
    name = name_of(by)
    sighting = finding.sighting(by=name, on=on, at=at)
    service_id = finding.service_id
    with database.write() as transaction:
        _require_service(transaction, service_id)
        known = checks.same_answer(transaction, sighting)
        if known is not None:
            return known
        if not finding.is_call:
            status.withdraw_sightings(transaction, checks.stated_on(transaction, service_id, on), at)
        [number] = status.add_sightings(transaction, [sighting])
        if finding.until is not None:
            checks.add_pause(transaction, number, finding.until)
        decided = _decide(transaction, service_id, finding.answer, on, number)
        detail = {"answer": finding.answer, "method": sighting.method, "sighting": number, "reports": decided}
        row = {"at": at, "by": name, "action": "answer", "subject": service_id, "detail": detail}
        catalogue.audit(transaction, row)
        _judge_again(transaction, model, service_id, on)
        reports.forget(transaction, at - KEPT)
    return number


def undo_answer(
    database: Database, model: Model, service_id: str, number: int, *, by: str, on: date, at: datetime
) -> None:
    """Take an answer back: it counts no longer, and the reports it decided wait again.

    What it took the place of stays replaced. Raise `NotFound` where there is no such answer, or it was taken back.
    """
    name = name_of(by)
    with database.write() as transaction:
        if not checks.is_answer(transaction, service_id, number):
            raise NotFound(say("There is no such answer, or it was taken back already."))
        status.withdraw_sightings(transaction, [number], at)
        reports.open_again(transaction, number)
        detail = {"sighting": number}
        row = {"at": at, "by": name, "action": "undo answer", "subject": service_id, "detail": detail}
        catalogue.audit(transaction, row)
        _judge_again(transaction, model, service_id, on)


def _require_service(transaction: Transaction, service_id: str) -> None:
    if service_id not in catalogue.rows(transaction, Kind.SERVICE, [service_id]):
        raise NotFound(say("There is no service of this address."))


def _decide(transaction: Transaction, service_id: str, answer: Answer, on: date, number: int) -> list[int]:
    """Decide the open reports that this answer says something about; their numbers."""
    waiting = reports.open_reports(transaction, [service_id]).get(service_id, [])
    decided = [one.id for one in waiting if outcome(one.what, answer) is not Outcome.WAITING]
    reports.decide(transaction, decided, answer, on, number)
    return decided


def _judge_again(transaction: Transaction, model: Model, service_id: str, on: date) -> None:
    catalogue.note_changes(transaction, [service_id])
    reassess_now(transaction, model, [service_id], on)
