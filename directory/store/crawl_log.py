"""What watching asked of hosts: their states, outages of whole hosts, and a log of every request."""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import delete, select, update

from directory.store import schema_watching
from directory.store.database import Transaction
from directory.store.new_rows import insert_into
from directory.store.statements import insert_all, upsert

_outage = schema_watching.host_outage.c
_log = schema_watching.crawl_log.c


@dataclass(frozen=True, slots=True, kw_only=True)
class HostMemory:
    """When a host, or an address that hosts share, may next be asked, and what was read of it on ``day`` (UTC)."""

    host: str
    not_before: datetime
    day: date
    pages: int
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request; ``bytes`` as they travelled, ``failure`` the code of why there was no answer."""

    host: str
    address: str | None
    url: str
    started_at: datetime
    took_s: float
    bytes: int
    status: int | None
    failure: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """A host of which many services failed together; ``outcomes`` are the codes of how, with commas between."""

    host: str
    services: int
    outcomes: str


def host_memories(transaction: Transaction) -> list[HostMemory]:
    """What is remembered of every host."""
    rows = transaction.execute(select(schema_watching.host_state).order_by(schema_watching.host_state.c.host))
    return [HostMemory(**row._mapping) for row in rows]


def write_host_memories(transaction: Transaction, hosts: Collection[HostMemory]) -> None:
    """Remember this of hosts."""
    if hosts:
        upsert(transaction, schema_watching.host_state, [asdict(one) for one in hosts])


def log_requests(transaction: Transaction, requests: Iterable[Request]) -> None:
    """Add to the crawl log."""
    insert_all(transaction, schema_watching.crawl_log, [asdict(one) for one in requests])


def requests_since(transaction: Transaction, at: datetime) -> list[Request]:
    """The requests made since then, in their order."""
    columns = [column for column in _log if column.name != "id"]
    rows = transaction.execute(select(*columns).where(_log.started_at >= at).order_by(_log.started_at, _log.id))
    return [Request(**row._mapping) for row in rows]


def forget_requests(transaction: Transaction, before: datetime) -> None:
    """Take requests made earlier than that out of the log."""
    transaction.execute(delete(schema_watching.crawl_log).where(_log.started_at < before))


def note_outage(transaction: Transaction, outage: Outage, at: datetime) -> None:
    """Keep that a whole host fails: once, from the first time on until it is over."""
    statement = insert_into(transaction, schema_watching.host_outage)
    seen = {"services": outage.services, "outcomes": outage.outcomes, "last_seen_at": at}
    statement = statement.on_conflict_do_update(
        index_elements=["host"], index_where=_outage.ended_at.is_(None), set_=seen
    )
    transaction.execute(statement, {"host": outage.host, "began_at": at, "ended_at": None, **seen})


def end_outage(transaction: Transaction, host: str, at: datetime) -> None:
    """Keep that a host answers again, if it was failing."""
    ended = update(schema_watching.host_outage).where(_outage.host == host, _outage.ended_at.is_(None))
    transaction.execute(ended.values(ended_at=at))


def outages(transaction: Transaction) -> list[tuple[Outage, datetime, datetime | None]]:
    """Every outage of a whole host, with when it began and ended (None: not yet)."""
    rows = transaction.execute(select(schema_watching.host_outage).order_by(_outage.began_at, _outage.host))
    return [
        (Outage(host=row.host, services=row.services, outcomes=row.outcomes), row.began_at, row.ended_at)
        for row in rows
    ]
