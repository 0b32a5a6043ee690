"""Cutting long work into statements that every database takes."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

ROWS = 5_000
"""Rows sent in one batch of inserts."""

IDS = 900
"""Ids named in one statement: SQLite once took 999 parameters and some builds still do."""

T = TypeVar("T")


def chunks(values: Iterable[T], size: int = IDS) -> Iterator[list[T]]:
    """``values`` in lists of at most ``size``."""
    iterator = iter(values)
    while chunk := list(islice(iterator, size)):
        yield chunk


def insert_all(transaction: Connection, table: Table, rows: Collection[Mapping[str, Any]]) -> None:
    """Insert ``rows``, all of the same keys."""
    for chunk in chunks(rows, ROWS):
        transaction.execute(table.insert(), chunk)


def upsert(transaction: Connection, table: Table, rows: Collection[Mapping[str, Any]]) -> None:
    """Insert ``rows``, or where the primary key is there already, put the new values in its place."""
    insert = (sqlite if transaction.dialect.name == "sqlite" else postgresql).insert
    for chunk in chunks(rows, ROWS):
        statement = insert(table)
        key = [column.name for column in table.primary_key]
        rest = {name: statement.excluded[name] for name in chunk[0] if name not in key}
        transaction.execute(statement.on_conflict_do_update(index_elements=key, set_=rest), chunk)
