"""Link keys, judgements, and which record stands for which after merging."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, or_, select

from directory.domain.judgements import Judgement, Verdict
from directory.domain.records import Kind
from directory.store import schema
from directory.store.database import Transaction
from directory.store.statements import chunks, insert_all, upsert

_key = schema.link_key.c
_judgement = schema.judgement.c
_successor = schema.successor.c


def keys_of_source(transaction: Transaction, source_id: str) -> dict[str, set[str]]:
    """The keys of each record of a source that has any."""
    keys: dict[str, set[str]] = {}
    for row in transaction.execute(select(_key.record_id, _key.key).where(_key.source_id == source_id)):
        keys.setdefault(row.record_id, set()).add(row.key)
    return keys


def replace_keys(transaction: Transaction, source_id: str, kind: Kind, keys: Mapping[str, Collection[str]]) -> None:
    """Give each of these records exactly these keys."""
    for chunk in chunks(keys):
        transaction.execute(delete(schema.link_key).where(_key.record_id.in_(chunk)))
    rows = [
        {"record_id": record_id, "key": key, "kind": kind, "source_id": source_id}
        for record_id, own in keys.items()
        for key in sorted(own)
    ]
    insert_all(transaction, schema.link_key, rows)


def keys_of(transaction: Transaction, record_ids: Iterable[str]) -> dict[str, set[str]]:
    """The keys of each of these records."""
    keys: dict[str, set[str]] = {}
    for chunk in chunks(record_ids):
        rows = transaction.execute(select(_key.record_id, _key.key).where(_key.record_id.in_(chunk)))
        for row in rows:
            keys.setdefault(row.record_id, set()).add(row.key)
    return keys


def bearers_of(transaction: Transaction, keys: Iterable[str], kinds: Collection[Kind]) -> dict[str, set[str]]:
    """The records of these kinds that bear each key."""
    bearers: dict[str, set[str]] = {}
    for chunk in chunks(keys):
        rows = transaction.execute(select(_key.key, _key.record_id).where(_key.key.in_(chunk), _key.kind.in_([*kinds])))
        for row in rows:
            bearers.setdefault(row.key, set()).add(row.record_id)
    return bearers


def judgements_on(transaction: Transaction, record_ids: Iterable[str]) -> list[Judgement]:
    """The judgements in force that touch any of these records, oldest first."""
    found: dict[int, Judgement] = {}
    for chunk in chunks(record_ids, 400):
        rows = transaction.execute(
            select(schema.judgement).where(
                _judgement.undone_at.is_(None), or_(_judgement.left_id.in_(chunk), _judgement.right_id.in_(chunk))
            )
        )
        found.update((row.id, _as_judgement(row)) for row in rows)
    return [found[key] for key in sorted(found)]


def judgement(transaction: Transaction, judgement_id: int) -> Judgement | None:
    """The judgement of this number, if it is in force."""
    row = transaction.execute(
        select(schema.judgement).where(_judgement.id == judgement_id, _judgement.undone_at.is_(None))
    ).first()
    return _as_judgement(row) if row else None


def _as_judgement(row: Row[Any]) -> Judgement:
    return Judgement(
        id=row.id,
        left=row.left_id,
        right=row.right_id,
        verdict=Verdict(row.verdict),
        by=row.by,
        reason=row.reason,
        at=row.at,
    )


def judge(transaction: Transaction, judgements: Iterable[Judgement], at: datetime) -> None:
    """Keep new judgements."""
    rows = [
        {
            "left_id": one.left,
            "right_id": one.right,
            "verdict": one.verdict,
            "by": one.by,
            "reason": one.reason,
            "at": at,
        }
        for one in judgements
    ]
    insert_all(transaction, schema.judgement, rows)


def undo(transaction: Transaction, judgement_ids: Iterable[int], by: str, at: datetime) -> None:
    """Take judgements out of force; they stay on record."""
    for chunk in chunks(judgement_ids):
        transaction.execute(
            schema.judgement.update().where(_judgement.id.in_(chunk)).values(undone_at=at, undone_by=by)
        )


def recent_judgements(transaction: Transaction, limit: int, verdict: Verdict | None = None) -> list[Judgement]:
    """The newest judgements in force, newest first."""
    query = select(schema.judgement).where(_judgement.undone_at.is_(None)).order_by(_judgement.id.desc()).limit(limit)
    if verdict is not None:
        query = query.where(_judgement.verdict == verdict)
    return [_as_judgement(row) for row in transaction.execute(query)]


def successors(transaction: Transaction, record_ids: Iterable[str]) -> dict[str, str]:
    """The record that stands for each of these, where another does."""
    found: dict[str, str] = {}
    for chunk in chunks(record_ids):
        rows = transaction.execute(select(schema.successor).where(_successor.id.in_(chunk)))
        found.update((row.id, row.successor_id) for row in rows)
    return found


def predecessors(transaction: Transaction, record_ids: Iterable[str]) -> dict[str, set[str]]:
    """The records that each of these stands for, itself left out."""
    found: dict[str, set[str]] = {}
    for chunk in chunks(record_ids):
        rows = transaction.execute(select(schema.successor).where(_successor.successor_id.in_(chunk)))
        for row in rows:
            found.setdefault(row.successor_id, set()).add(row.id)
    return found


def set_successors(transaction: Transaction, kind: Kind, successor_of: Mapping[str, str]) -> None:
    """Let each record be stood for by another, or by itself again where the two are the same."""
    own = [record_id for record_id, successor in successor_of.items() if record_id == successor]
    for chunk in chunks(own):
        transaction.execute(delete(schema.successor).where(_successor.id.in_(chunk)))
    rows: list[dict[str, object]] = [
        {"id": record_id, "kind": kind, "successor_id": successor}
        for record_id, successor in successor_of.items()
        if record_id != successor
    ]
    upsert(transaction, schema.successor, rows)
