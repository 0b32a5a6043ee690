"""Brings an index up to date with the catalogue: pulls what changed since its cursor, and nothing pushes."""

from directory.queries import Database
from directory.queries.changes import changes_since
from directory.queries.entries import entries_of
from index.protocol import SearchIndex

_AT_ONCE = 1_000


def refresh(index: SearchIndex, database: Database) -> int:
    """Apply what changed and return how many services did.

    The cursor moves only with the last of the changes: a refresh that is killed does the same work again, and
    applying a change twice is applying it once.
    """
    before = index.info().cursor
    cursor, changed = changes_since(database, before)
    for start in range(0, len(changed), _AT_ONCE):
        ids = changed[start : start + _AT_ONCE]
        entries = entries_of(database, ids)
        is_last = start + _AT_ONCE >= len(changed)
        removed = [entry_id for entry_id in ids if entry_id not in entries]
        index.apply(list(entries.values()), removed, cursor if is_last else before)
    return len(changed)
