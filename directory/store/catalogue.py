"""The resolved records of the catalogue: reading them, and bringing them to what resolving yields."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Table, delete, func, select

from directory.domain.records import Kind, TaxonomyTerm
from directory.store import schema
from directory.store.database import Transaction
from directory.store.statements import chunks, insert_all, upsert


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record of the catalogue: what `resolve` made of the observations of it."""

    id: str
    fields: dict[str, Any]
    winners: dict[str, list[int]]
    claims: list[int]
    is_live: bool


TABLES: dict[Kind, Table] = {
    Kind.ORGANIZATION: schema.organization,
    Kind.SERVICE: schema.service,
    Kind.LOCATION: schema.location,
    Kind.SERVICE_AT_LOCATION: schema.service_at_location,
    Kind.FUNDING: schema.funding,
    Kind.EVIDENCE: schema.evidence,
}
"""The tables of the catalogue, each after those it refers to."""

_OWN = ("id", "fields", "winners", "claims", "is_live")


def _columns(table: Table, row: Row) -> dict[str, Any]:
    """The columns of ``row``: its fields whole, and those the database itself must know beside them."""
    known: dict[str, Any] = {name: getattr(row, name) for name in _OWN}
    for column in table.columns:
        if column.name not in _OWN:
            value = row.fields.get(column.name)
            known[column.name] = date.fromisoformat(value) if value and column.name in ("on", "end_on") else value
    return known


def write(transaction: Transaction, kind: Kind, rows: Collection[Row]) -> None:
    """Put these records in the catalogue, new or in place of what was there under their ids."""
    table = TABLES[kind]
    upsert(transaction, table, [_columns(table, row) for row in rows])


def remove(transaction: Transaction, kind: Kind, ids: Iterable[str]) -> None:
    """Take records out that resolving no longer yields; what sources said of them stays in the observations."""
    table = TABLES[kind]
    for chunk in chunks(ids):
        transaction.execute(delete(table).where(table.c.id.in_(chunk)))


def rows(transaction: Transaction, kind: Kind, ids: Iterable[str]) -> dict[str, Row]:
    """The records of these ids that are there."""
    return rows_where(transaction, kind, "id", ids)


def rows_where(transaction: Transaction, kind: Kind, column: str, values: Iterable[str]) -> dict[str, Row]:
    """The records whose ``column`` has one of these values."""
    table = TABLES[kind]
    query = select(*(table.c[name] for name in _OWN)).order_by(table.c.id)
    found = {}
    for chunk in chunks(values):
        for row in transaction.execute(query.where(table.c[column].in_(chunk))):
            found[row.id] = Row(**row._mapping)
    return found


def ids_in_order(transaction: Transaction, kind: Kind) -> Iterator[str]:
    """The ids of all records of a kind, sorted."""
    table = TABLES[kind]
    yield from transaction.execute(select(table.c.id).order_by(table.c.id)).scalars()


def funding_ending_after(transaction: Transaction, day: date) -> dict[str, Row]:
    """The funding that ends on the day or later and was not withdrawn."""
    table = schema.funding
    columns = [table.c[name] for name in _OWN]
    query = select(*columns).where(table.c.end_on >= day, table.c.is_live == True)  # noqa: E712 - SQL, not Python
    return {row.id: Row(**row._mapping) for row in transaction.execute(query.order_by(table.c.id))}


def count(transaction: Transaction, kind: Kind) -> int:
    """How many records of a kind there are."""
    return int(transaction.execute(select(func.count()).select_from(TABLES[kind])).scalar_one())


def write_terms(transaction: Transaction, terms: Collection[TaxonomyTerm]) -> None:
    """Keep terms of vocabularies, in place of what was known of the same codes.

    Services that bear one look different now; so few terms change, and so seldom, that all services are looked at.
    """
    if not terms:
        return
    said = {(term.taxonomy, term.code) for term in terms}
    services = transaction.execute(select(schema.service.c.id, schema.service.c.fields))
    bearers = [
        row.id
        for row in services
        if any((one["taxonomy"], one["code"]) in said for one in row.fields.get("attributes", ()))
    ]
    note_changes(transaction, bearers)
    upsert(
        transaction,
        schema.taxonomy_term,
        [
            {
                "taxonomy": term.taxonomy,
                "code": term.code,
                "name": term.name,
                "parent_code": term.parent_code,
                "description": term.description,
            }
            for term in terms
        ],
    )


def term_names(transaction: Transaction) -> Mapping[tuple[str, str], str]:
    """The name of every term, by vocabulary and code."""
    term = schema.taxonomy_term.c
    return {
        (row.taxonomy, row.code): row.name for row in transaction.execute(select(term.taxonomy, term.code, term.name))
    }


def note_changes(transaction: Transaction, service_ids: Iterable[str]) -> None:
    """Tell readers of the change feed that these services may look different now."""
    insert_all(transaction, schema.change, [{"service_id": service_id} for service_id in service_ids])


def latest_change(transaction: Transaction) -> int:
    """The number of the newest change, 0 before the first."""
    return int(transaction.execute(select(func.coalesce(func.max(schema.change.c.seq), 0))).scalar_one())


def changed_since(transaction: Transaction, cursor: int) -> list[str]:
    """The services that changed after change number ``cursor``, each once."""
    change = schema.change.c
    return [*transaction.execute(select(change.service_id).distinct().where(change.seq > cursor)).scalars()]


def audit(transaction: Transaction, row: Mapping[str, Any]) -> None:
    """Keep who did what: ``at``, ``by``, ``action``, ``subject`` and ``detail``."""
    transaction.execute(schema.audit.insert(), dict(row))
