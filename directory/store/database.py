"""Opening the database: SQLite as a file or in memory, or PostgreSQL by URL, brought to the newest schema."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event, make_url, text

from directory.domain.errors import Refused

Transaction = Connection
"""A transaction under way; every read and write of the store takes one."""

BUSY_TIMEOUT_S = 30
"""How long a second writer to SQLite waits for the first."""

WRITER_LOCK = 7_305_101
"""The PostgreSQL advisory lock that makes writers follow one another, as SQLite's do."""


class Database:
    """A catalogue's database. Any number may read while one writes; a write is seen whole or not at all."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """A transaction that sees one state of the catalogue throughout."""
        with self._engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                # SQLite's transactions see one state anyway.
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """A transaction that commits at the end of the block, and leaves nothing behind if the block fails."""
        with self._engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection.info["begin"] = "BEGIN IMMEDIATE"
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITER_LOCK})
                yield connection

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()


def open_database(url: str) -> Database:
    """Open the database at ``url``, create it if it is a SQLite file that is not there, and upgrade its schema."""
    location = make_url(url)
    is_sqlite = location.get_backend_name() == "sqlite"
    engine = _sqlite(url, location.database) if is_sqlite else _postgresql(location)
    _upgrade(engine)
    return Database(engine)


def _postgresql(location: URL) -> Engine:
    try:
        return create_engine(location.set(drivername="postgresql+psycopg"), pool_pre_ping=True, hide_parameters=True)
    except ModuleNotFoundError:
        raise Refused("PostgreSQL needs its driver: install Signpost with the extra `postgres`.") from None


def _sqlite(url: str, path: str | None) -> Engine:
    options: dict[str, Any] = {"connect_args": {"timeout": BUSY_TIMEOUT_S}, "hide_parameters": True}
    if path in (None, "", ":memory:"):
        options["poolclass"] = StaticPool
        options["connect_args"]["check_same_thread"] = False
    else:
        Path(str(path)).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, **options)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver's own transactions begin late and not before a SELECT; ours begin where SQLAlchemy says.
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql(connection.info.pop("begin", "BEGIN"))


def _upgrade(engine: Engine) -> None:
    """Bring the schema up to date; a database that is up to date is only read, so that no writer is waited for."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    newest = ScriptDirectory.from_config(config).get_current_head()
    database = Database(engine)
    with database.read() as connection:
        if MigrationContext.configure(connection).get_current_revision() == newest:
            return
    with database.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
