"""Inserting rows that are not there yet, and leaving those that are as they stand."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

from directory.store.statements import ROWS, chunks

Insert = sqlite.Insert | postgresql.Insert


def insert_into(transaction: Connection, table: Table) -> Insert:
    """An insert in the dialect of the database, which can say what to do where a row is there already."""
    return sqlite.insert(table) if transaction.dialect.name == "sqlite" else postgresql.insert(table)


def insert_new(transaction: Connection, table: Table, rows: Collection[Mapping[str, Any]]) -> None:
    """Insert those of ``rows``, all of the same keys, that break no rule of uniqueness."""
    for chunk in chunks(rows, ROWS):
        transaction.execute(insert_into(transaction, table).on_conflict_do_nothing(), chunk)
