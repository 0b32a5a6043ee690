"""The database: its schema on both engines, and transactions that are whole or nothing."""

import sys
import threading
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, MetaData, Table, insert, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from directory.domain.errors import Refused
from directory.store import Database, open_database, schema
from directory.store.types import Day, Flag, Json, Moment

JUDGEMENT = {"verdict": "same", "by": "signpost", "reason": "a test", "at": datetime(2026, 1, 1, tzinfo=UTC)}


def test_migrations_from_empty_make_the_schema_that_the_code_has(database: Database) -> None:
    with database.read() as transaction:
        context = MigrationContext.configure(transaction, opts={"compare_type": False})
        assert compare_metadata(context, schema.metadata) == []


def test_sqlite_tables_are_strict_and_keep_foreign_keys(database: Database) -> None:
    with database.read() as transaction:
        if transaction.dialect.name != "sqlite":
            pytest.skip("about SQLite alone")
        tables = transaction.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")).all()
        ours = [sql for name, sql in tables if name in schema.metadata.tables]
        assert len(ours) == len(schema.metadata.tables)
        assert all(sql.rstrip().endswith("STRICT") for sql in ours)
        assert transaction.execute(text("PRAGMA foreign_keys")).scalar_one() == 1
        assert transaction.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"


def test_a_write_that_fails_leaves_nothing_behind(database: Database) -> None:
    def write_and_fail() -> None:
        with database.write() as transaction:
            transaction.execute(insert(schema.judgement), {"left_id": "a", "right_id": "b", **JUDGEMENT})
            raise RuntimeError("killed")

    with pytest.raises(RuntimeError):
        write_and_fail()
    with database.read() as transaction:
        assert transaction.execute(select(schema.judgement)).all() == []


def test_a_second_writer_waits_for_the_first(database: Database) -> None:
    order: list[str] = []
    begun = threading.Event()

    def second() -> None:
        begun.wait()
        with database.write():
            order.append("second")

    thread = threading.Thread(target=second)
    thread.start()
    with database.write() as transaction:
        begun.set()
        thread.join(timeout=0.2)
        transaction.execute(insert(schema.judgement), {"left_id": "a", "right_id": "b", **JUDGEMENT})
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"left_id": "b", "right_id": "a"},
        {"left_id": "a", "right_id": "b", "verdict": "perhaps"},
        {"left_id": "a", "right_id": "b", "undone_by": "nobody in particular"},
    ],
)
def test_rules_that_the_database_can_hold_are_held_there(database: Database, wrong: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), database.write() as transaction:
        transaction.execute(insert(schema.judgement), {**JUDGEMENT, **wrong})


def test_values_come_back_as_they_went_in(database: Database) -> None:
    table = Table("of_types", MetaData(), Column("d", Day), Column("m", Moment), Column("f", Flag), Column("j", Json))
    summer = datetime(2026, 7, 1, 13, 30, tzinfo=timezone(timedelta(hours=1)))
    with database.write() as transaction:
        table.create(transaction)
        row = {"d": date(2026, 2, 28), "m": summer, "f": True, "j": {"a": [1, "é", None]}}
        transaction.execute(insert(table), [row, dict.fromkeys(row)])
        found = [dict(one) for one in transaction.execute(select(table)).mappings()]
    assert found == [row, dict.fromkeys(row)]
    assert found[0]["m"].tzinfo is UTC


def test_a_moment_without_a_time_zone_is_refused(database: Database) -> None:
    naive = datetime(2026, 1, 1)  # noqa: DTZ001 - what is being refused
    row = {"left_id": "a", "right_id": "b", **JUDGEMENT, "at": naive}
    with database.write() as transaction, pytest.raises(StatementError, match="has no time zone"):
        transaction.execute(insert(schema.judgement), row)


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(Refused, match="extra `postgres`"):
        open_database("postgresql://signpost@127.0.0.1/nothing")


def test_a_reader_sees_one_state_while_others_write(database: Database) -> None:
    with database.read() as reading:
        before = reading.execute(select(schema.judgement)).all()
        with database.write() as transaction:
            transaction.execute(insert(schema.judgement), {"left_id": "a", "right_id": "b", **JUDGEMENT})
        assert reading.execute(select(schema.judgement)).all() == before
    with database.read() as reading:
        assert len(reading.execute(select(schema.judgement)).all()) == 1


def test_opening_waits_for_no_writer(database: Database, database_url: str) -> None:
    with database.write() as transaction:
        transaction.execute(insert(schema.judgement), {"left_id": "a", "right_id": "b", **JUDGEMENT})
        open_database(database_url).close()


def test_no_error_lists_the_values_of_a_statement(database: Database) -> None:
    row = {"left_id": "b", "right_id": "a", **JUDGEMENT}
    with pytest.raises(IntegrityError) as error, database.write() as transaction:
        transaction.execute(insert(schema.judgement), row)
    assert "parameters hidden" in str(error.value)
