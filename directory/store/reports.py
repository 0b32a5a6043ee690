"""Reports of services: keeping them, finding those nobody has answered, and what became of one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Row, func, or_, select

from directory.domain.reports import What
from directory.domain.status.answers import Answer
from directory.store import linking, schema_reports
from directory.store.database import Transaction
from directory.store.statements import chunks

_report = schema_reports.report.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What somebody reported ``on`` a day; ``answer`` is what was found out, None while nobody has."""

    id: int
    service_id: str
    what: What
    on: date
    note: str | None
    answer: Answer | None
    decided_on: date | None


_COLUMNS = tuple(_report[name] for name in ("id", "service_id", "what", "on", "note", "answer", "decided_on"))


def add_report(
    transaction: Transaction,
    *,
    service_id: str,
    what: What,
    on: date,
    at: datetime,
    sighting_id: int | None,
    token_hash: str,
) -> int:
    """Keep a report; the number it is kept under."""
    row = {
        "service_id": service_id,
        "what": what.value,
        "on": on,
        "at": at,
        "sighting_id": sighting_id,
        "token_hash": token_hash,
    }
    return int(transaction.execute(schema_reports.report.insert().returning(_report.id), row).scalar_one())


def count_since(transaction: Transaction, service_id: str, since: datetime) -> int:
    """How many reports of a service came after a moment."""
    query = select(func.count()).select_from(schema_reports.report)
    return int(transaction.execute(query.where(_report.service_id == service_id, _report.at > since)).scalar_one())


def by_token(transaction: Transaction, token_hash: str, after: datetime) -> Report | None:
    """The report whose link has this secret, of those made after a moment."""
    query = select(*_COLUMNS).where(_report.token_hash == token_hash, _report.at > after)
    row = transaction.execute(query).one_or_none()
    return _as_report(row, row.service_id) if row else None


def set_note(transaction: Transaction, report_id: int, note: str) -> None:
    """Keep what the reporter adds."""
    transaction.execute(schema_reports.report.update().where(_report.id == report_id).values(note=note))


def open_reports(transaction: Transaction, service_ids: Collection[str]) -> dict[str, list[Report]]:
    """The reports of each of these services, and of those merged into them, that nobody has answered; oldest first."""
    stand_in = {
        before: service for service, those in linking.predecessors(transaction, service_ids).items() for before in those
    }
    found: dict[str, list[Report]] = {}
    for chunk in chunks([*service_ids, *stand_in]):
        query = select(*_COLUMNS).where(_report.service_id.in_(chunk), _report.answer.is_(None))
        for row in transaction.execute(query.order_by(_report.id)):
            report = _as_report(row, stand_in.get(row.service_id, row.service_id))
            found.setdefault(report.service_id, []).append(report)
    return found


def decide(transaction: Transaction, report_ids: Iterable[int], answer: Answer, on: date, sighting_id: int) -> None:
    """Record what was found out about these reports, and by which evidence."""
    decided = {"answer": answer.value, "decided_on": on, "decided_by": sighting_id}
    for chunk in chunks(report_ids):
        transaction.execute(schema_reports.report.update().where(_report.id.in_(chunk)).values(**decided))


def open_again(transaction: Transaction, sighting_id: int) -> None:
    """Let the reports wait again that this evidence had decided."""
    change = schema_reports.report.update().where(_report.decided_by == sighting_id)
    transaction.execute(change.values(answer=None, decided_on=None, decided_by=None))


def forget(transaction: Transaction, before: datetime) -> None:
    """Delete the notes and links of reports from before a moment; that something was reported stays."""
    old = schema_reports.report.update().where(_report.at <= before)
    change = old.where(or_(_report.token_hash.is_not(None), _report.note.is_not(None)))
    transaction.execute(change.values(token_hash=None, note=None))


def _as_report(row: Row[tuple[object, ...]], service_id: str) -> Report:
    values = row._asdict() | {"service_id": service_id, "what": What(row.what)}
    values["answer"] = Answer(row.answer) if row.answer else None
    return Report(**values)
