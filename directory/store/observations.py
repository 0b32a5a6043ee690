"""Observations: each version of each record of each source, added and closed but never edited."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from directory.domain.provenance import Provenance
from directory.domain.records import Kind
from directory.domain.sources import Authority
from directory.store import schema
from directory.store.database import Transaction
from directory.store.statements import chunks, insert_all

_observation = schema.observation.c
_IS_CURRENT = _observation.is_current == True  # noqa: E712 - SQL, not Python

MODERATORS = "moderator:signpost"
"""The source of which what moderators change are versions; each has the id of the record that it changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The newest version of a record that is kept; ``is_live`` is whether its source still has it."""

    id: int
    origin: int
    content_hash: str
    is_live: bool
    verified_on: date | None
    parent_id: str | None


def known_of_source(transaction: Transaction, source_id: str) -> dict[tuple[Kind, str], Known]:
    """The newest version of each record of a source, by kind and local id."""
    rows = transaction.execute(
        select(
            _observation.kind,
            _observation.local_id,
            _observation.id,
            _observation.origin,
            _observation.content_hash,
            _observation.last_run,
            _observation.verified_on,
            _observation.parent_id,
        ).where(_observation.source_id == source_id, _IS_CURRENT)
    )
    return {
        (Kind(row.kind), row.local_id): Known(
            id=row.id,
            origin=row.origin,
            content_hash=row.content_hash,
            is_live=row.last_run is None,
            verified_on=row.verified_on,
            parent_id=row.parent_id,
        )
        for row in rows
    }


def next_observation_id(transaction: Transaction) -> int:
    """The first id that is free."""
    return int(transaction.execute(select(func.coalesce(func.max(_observation.id), 0))).scalar_one()) + 1


def add_versions(transaction: Transaction, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add new versions; those they replace must have been superseded before."""
    insert_all(transaction, schema.observation, rows)


def supersede(transaction: Transaction, ids: Collection[int], last_run: int) -> None:
    """Close versions that a newer one replaces; ``last_run`` is the last that met them."""
    _close(transaction, ids, {"is_current": False}, last_run)


def mark_vanished(transaction: Transaction, ids: Collection[int], last_run: int) -> None:
    """Mark that their source no longer has these records; they stay the newest that is known of them."""
    _close(transaction, ids, {}, last_run)


def _close(transaction: Transaction, ids: Collection[int], values: dict[str, Any], last_run: int) -> None:
    statement = schema.observation.update().where(_observation.id == bindparam("this"))
    # A version that had vanished before keeps the run that met it last.
    ended = func.coalesce(_observation.last_run, last_run)
    for chunk in chunks(ids, 5_000):
        transaction.execute(statement.values(last_run=ended, **values), [{"this": this} for this in chunk])


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A record as its source put it, with what resolving needs to know of the source."""

    id: int
    origin: int
    source_id: str
    kind: Kind
    local_id: str
    record_id: str
    parent_id: str | None
    other_id: str | None
    authority: Authority
    is_live: bool
    verified_on: date | None
    fields: dict[str, Any]


_VERSION = select(
    _observation.id,
    _observation.origin,
    _observation.source_id,
    _observation.kind,
    _observation.local_id,
    _observation.record_id,
    _observation.parent_id,
    _observation.other_id,
    schema.source.c.authority,
    _observation.last_run,
    _observation.verified_on,
    _observation.fields,
).join(schema.source, schema.source.c.id == _observation.source_id)


_SAID = _VERSION.where(_observation.source_id != MODERATORS)
_EDIT = _VERSION.where(_observation.source_id == MODERATORS)


def versions_of(transaction: Transaction, record_ids: Iterable[str]) -> list[Version]:
    """The newest versions of these records, of whatever kind, as sources have them."""
    return list(_versions(transaction, _SAID, _observation.record_id, record_ids))


def versions_below(transaction: Transaction, parent_ids: Iterable[str]) -> list[Version]:
    """The newest versions of the records that belong to these."""
    return list(_versions(transaction, _SAID, _observation.parent_id, parent_ids))


def edits_of(transaction: Transaction, record_ids: Iterable[str]) -> dict[str, list[Version]]:
    """What persons set in each of these records, where they did."""
    edits: dict[str, list[Version]] = {}
    for version in _versions(transaction, _EDIT, _observation.record_id, record_ids):
        edits.setdefault(version.record_id, []).append(version)
    return edits


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """The version that holds of what persons set of one field; ``run_id`` is that in which they did."""

    id: int
    origin: int
    run_id: int
    content_hash: str


def current_edit(transaction: Transaction, kind: Kind, local_id: str) -> Edit | None:
    """What holds of what persons set under this local id, None where nothing does."""
    row = transaction.execute(
        select(_observation.id, _observation.origin, _observation.first_run, _observation.content_hash).where(
            _observation.source_id == MODERATORS,
            _observation.kind == kind,
            _observation.local_id == local_id,
            _IS_CURRENT,
        )
    ).first()
    return Edit(id=row.id, origin=row.origin, run_id=row.first_run, content_hash=row.content_hash) if row else None


def _versions(transaction: Transaction, query: Select[Any], column: Any, ids: Iterable[str]) -> Iterator[Version]:
    for chunk in chunks(ids):
        rows = transaction.execute(query.where(column.in_(chunk), _IS_CURRENT))
        for row in rows:
            values = row._asdict()
            values["is_live"] = values.pop("last_run") is None
            values["kind"] = Kind(values["kind"])
            values["authority"] = Authority(values["authority"])
            yield Version(**values)


def parents_of(transaction: Transaction, record_ids: Iterable[str]) -> dict[str, str]:
    """The parent of each of these records, where it has one."""
    parents: dict[str, str] = {}
    for chunk in chunks(record_ids):
        rows = transaction.execute(
            select(_observation.record_id, _observation.parent_id).where(
                _observation.record_id.in_(chunk),
                _observation.parent_id.is_not(None),
                _IS_CURRENT,
            )
        )
        parents.update((row.record_id, row.parent_id) for row in rows)
    return parents


def organizations_at(transaction: Transaction, location_ids: Iterable[str]) -> set[str]:
    """The organization records whose services take place at these locations, whoever owns those."""
    services: set[str] = set()
    for chunk in chunks(location_ids):
        query = select(_observation.parent_id).where(
            _observation.other_id.in_(chunk), _observation.kind == Kind.SERVICE_AT_LOCATION
        )
        services.update(transaction.execute(query).scalars())
    return set(parents_of(transaction, services).values())


def locations_of(transaction: Transaction, organization_ids: Iterable[str]) -> set[str]:
    """The location records that belong to these organization records."""
    found: set[str] = set()
    for chunk in chunks(organization_ids):
        query = select(_observation.record_id).where(
            _observation.parent_id.in_(chunk), _observation.kind == Kind.LOCATION
        )
        found.update(transaction.execute(query).scalars())
    return found


def origins(transaction: Transaction, observation_ids: Iterable[int]) -> dict[int, Provenance]:
    """Where each of these versions came from; a live one was seen until its source's newest document was fetched."""
    first, last = schema.run.alias("first"), schema.run.alias("last")
    newest = (
        select(schema.run.c.source_id, func.max(schema.run.c.fetched_at).label("fetched_at"))
        .where(schema.run.c.outcome == "published")
        .group_by(schema.run.c.source_id)
        .subquery()
    )
    source = schema.source.c
    query = (
        select(
            _observation.id.label("observation_id"),
            _observation.source_id,
            source.title.label("source_title"),
            source.publisher,
            source.licence,
            source.attribution,
            source.url,
            source.demonstration,
            _observation.local_id,
            first.c.fetched_at.label("first_seen"),
            func.coalesce(last.c.fetched_at, newest.c.fetched_at).label("seen_until"),
            _observation.last_run,
            _observation.verified_on,
            _observation.document_sha256,
        )
        .join(schema.source, source.id == _observation.source_id)
        .join(first, first.c.id == _observation.first_run)
        .join(newest, newest.c.source_id == _observation.source_id)
        .outerjoin(last, last.c.id == _observation.last_run)
    )
    found: dict[int, Provenance] = {}
    for chunk in chunks(observation_ids):
        for row in transaction.execute(query.where(_observation.id.in_(chunk))):
            values = row._asdict()
            values["is_live"] = values.pop("last_run") is None
            found[row.observation_id] = Provenance(**values)
    return found


def sources_of(transaction: Transaction, observation_ids: Iterable[int]) -> dict[int, tuple[str, date | None]]:
    """The source of each of these versions, and when it says that somebody checked the record."""
    found: dict[int, tuple[str, date | None]] = {}
    query = select(_observation.id, _observation.source_id, _observation.verified_on)
    for chunk in chunks(observation_ids):
        rows = transaction.execute(query.where(_observation.id.in_(chunk)))
        found.update((row.id, (row.source_id, row.verified_on)) for row in rows)
    return found
