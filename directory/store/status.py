"""Sightings and statuses of services: adding what was seen, keeping what follows from it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, or_, select

from directory.domain.records import Channel
from directory.domain.status.rules import State
from directory.domain.status.sightings import Sighting
from directory.domain.status.standing import Standing
from directory.store import linking, schema, schema_status
from directory.store.database import Transaction
from directory.store.statements import chunks, upsert

_sighting = schema_status.sighting.c
_status = schema_status.status.c
_service = schema.service.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What followed from the evidence about a service ``on`` a day: see `directory.domain.status.assess`.

    ``evidence`` is how many pieces of evidence it followed from, and ``reasons`` the reasons as JSON values.
    """

    service_id: str
    on: date
    state: State
    p_open: float
    p_open_ahead: float
    is_declared: bool
    confirmed_on: date | None
    confirmed_by: str | None
    funding_end: date | None
    evidence: int
    reasons: Sequence[Mapping[str, Any]]


def add_sightings(transaction: Transaction, sightings: Collection[Sighting]) -> list[int]:
    """Keep what was seen; the numbers it is kept under."""
    return [
        int(transaction.execute(schema_status.sighting.insert().returning(_sighting.id), asdict(one)).scalar_one())
        for one in sightings
    ]


def withdraw_sightings(transaction: Transaction, numbers: Iterable[int], at: datetime) -> None:
    """Let sightings count no longer; they stay on record."""
    for chunk in chunks(numbers):
        change = schema_status.sighting.update().where(_sighting.id.in_(chunk), _sighting.withdrawn_at.is_(None))
        transaction.execute(change.values(withdrawn_at=at))


def sightings_of(transaction: Transaction, service_ids: Collection[str]) -> dict[str, list[Sighting]]:
    """What was seen of each of these services, and of those merged into them, in the order it was kept."""
    stand_in = {
        before: service for service, those in linking.predecessors(transaction, service_ids).items() for before in those
    }
    found: dict[str, list[Sighting]] = {}
    columns = [column for column in _sighting if column.name not in ("id", "withdrawn_at")]
    for chunk in chunks([*service_ids, *stand_in]):
        query = select(*columns).where(_sighting.service_id.in_(chunk), _sighting.withdrawn_at.is_(None))
        for row in transaction.execute(query.order_by(_sighting.id)):
            values = row._asdict()
            values["channel"] = Channel(values["channel"])
            service = stand_in.get(row.service_id, row.service_id)
            found.setdefault(service, []).append(Sighting(**values))
    return found


def write_statuses(transaction: Transaction, statuses: Collection[Status], seen: int) -> None:
    """Keep these in place of those of the same services; ``seen`` is the newest change when they were judged."""
    upsert(transaction, schema_status.status, [{**asdict(one), "seen": seen} for one in statuses])


def statuses_of(transaction: Transaction, service_ids: Iterable[str]) -> dict[str, Status]:
    """The status of each of these services that has one."""
    columns = [_status[name.name] for name in fields(Status)]
    found = {}
    for chunk in chunks(service_ids):
        for row in transaction.execute(select(*columns).where(_status.service_id.in_(chunk))):
            found[row.service_id] = Status(**{**row._asdict(), "state": State(row.state)})
    return found


def standings_of(transaction: Transaction, service_ids: Iterable[str]) -> dict[str, Standing]:
    """What search shows of the status of each of these services that has one."""
    columns = (_status.service_id, *(_status[name.name] for name in fields(Standing)))
    found = {}
    for chunk in chunks(service_ids):
        for row in transaction.execute(select(*columns).where(_status.service_id.in_(chunk))):
            values = row._asdict()
            service_id, state = values.pop("service_id"), State(values.pop("state"))
            found[service_id] = Standing(state=state, **values)
    return found


def due(transaction: Transaction, since: date, until: date) -> list[str]:
    """The services that changed since they were judged, or were judged for no day after ``since`` until ``until``."""
    newest = (
        select(schema.change.c.service_id, func.max(schema.change.c.seq).label("seq"))
        .group_by(schema.change.c.service_id)
        .subquery()
    )
    is_stale = or_(_status.service_id.is_(None), _status.on <= since, _status.on > until)
    query = (
        select(_service.id)
        .outerjoin(schema_status.status, _status.service_id == _service.id)
        .outerjoin(newest, newest.c.service_id == _service.id)
        .where(or_(is_stale, newest.c.seq > _status.seen))
    )
    return [*transaction.execute(query.order_by(_service.id)).scalars()]
