"""How the database keeps sources, observations, judgements and the catalogue: tables, migrations, reads and writes."""

from directory.store.database import Database, Transaction, open_database

__all__ = ["Database", "Transaction", "open_database"]
