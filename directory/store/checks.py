"""What is known of services that may have to be checked, and the answers of those who checked them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select

from directory.domain.records import Channel
from directory.domain.status.answers import STAFF
from directory.domain.status.sightings import Sighting
from directory.store import linking, schema, schema_reports, schema_status
from directory.store.database import Transaction

_sighting = schema_status.sighting.c
_status = schema_status.status.c
_pause = schema_reports.pause.c
_report = schema_reports.report.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A service as it was judged last; ``p_open`` is None where nobody has judged it yet."""

    service_id: str
    p_open: float | None
    is_declared: bool
    confirmed_on: date | None


def judged(transaction: Transaction) -> Iterator[Judged]:
    """All services of the catalogue, in no order."""
    joined = schema.service.outerjoin(schema_status.status, schema.service.c.id == _status.service_id)
    query = select(schema.service.c.id, _status.p_open, _status.is_declared, _status.confirmed_on).select_from(joined)
    for row in transaction.execute(query):
        yield Judged(
            service_id=row.id, p_open=row.p_open, is_declared=bool(row.is_declared), confirmed_on=row.confirmed_on
        )


def calls_since(transaction: Transaction, since: date) -> dict[str, date]:
    """The services that somebody rang on that day or later and learnt nothing certain of, with the day of the last."""
    query = (
        select(_sighting.service_id, func.max(_sighting.on).label("on"))
        .where(_sighting.channel == Channel.PHONE.value, _sighting.on >= since, _ours())
        .group_by(_sighting.service_id)
    )
    return _now(transaction, {row.service_id: row.on for row in transaction.execute(query)})


def pauses(transaction: Transaction) -> dict[str, date]:
    """Until when each service was last said to be paused, whether that is over or not."""
    query = (
        select(_sighting.service_id, _pause.until)
        .join_from(schema_reports.pause, schema_status.sighting, _pause.sighting_id == _sighting.id)
        .where(_ours())
        .order_by(_sighting.on, _sighting.id)
    )
    return _now(transaction, {row.service_id: row.until for row in transaction.execute(query)})


def newest_reports(transaction: Transaction) -> dict[str, date]:
    """The services with reports that nobody has answered, each with the day of the newest."""
    query = (
        select(_report.service_id, func.max(_report.on).label("on"))
        .where(_report.answer.is_(None))
        .group_by(_report.service_id)
    )
    return _now(transaction, {row.service_id: row.on for row in transaction.execute(query)})


def add_pause(transaction: Transaction, sighting_id: int, until: date) -> None:
    """Keep until when a service is paused, as this answer says."""
    transaction.execute(schema_reports.pause.insert(), {"sighting_id": sighting_id, "until": until})


def same_answer(transaction: Transaction, said: Sighting) -> int | None:
    """The number of the answer in force that says the very same, of the same day and person."""
    query = select(_sighting.id).where(
        _sighting.service_id == said.service_id,
        _sighting.on == said.on,
        _sighting.reporter == said.reporter,
        _sighting.symbol == said.symbol,
        _sighting.text == said.text,
        _ours(),
    )
    return transaction.execute(query.order_by(_sighting.id)).scalars().first()


def stated_on(transaction: Transaction, service_id: str, on: date) -> list[int]:
    """The numbers of the answers in force that say how a service is, and not only how a call went, of one day."""
    query = select(_sighting.id).where(
        _sighting.service_id == service_id, _sighting.on == on, _sighting.channel == Channel.STATEMENT.value, _ours()
    )
    return [*transaction.execute(query.order_by(_sighting.id)).scalars()]


def is_answer(transaction: Transaction, service_id: str, number: int) -> bool:
    """Whether an answer about this service is kept under this number, and in force."""
    query = select(_sighting.id).where(_sighting.id == number, _sighting.service_id == service_id, _ours())
    return transaction.execute(query).first() is not None


def _ours() -> ColumnElement[bool]:
    """What is true of the answers of those who checked, as long as they are not taken back."""
    return _sighting.reporter.like(f"{STAFF}%") & _sighting.withdrawn_at.is_(None)


def _now(transaction: Transaction, of: dict[str, date]) -> dict[str, date]:
    """The same by the services that stand today for those that were merged into them; of two days the later."""
    stands_for = linking.successors(transaction, of)
    found: dict[str, date] = {}
    for service_id, day in of.items():
        now = stands_for.get(service_id, service_id)
        found[now] = max(day, found.get(now, day))
    return found
