"""The change feed: which services may look different since a reader last asked."""

from directory.queries import Database
from directory.store import catalogue


def latest_cursor(database: Database) -> int:
    """How far the feed has come; what an index built now has seen."""
    with database.read() as transaction:
        return catalogue.latest_change(transaction)


def changes_since(database: Database, cursor: int) -> tuple[int, list[str]]:
    """The newest cursor, and the ids of services that changed after ``cursor``, each once and in no order.

    An id that is no longer an entry was merged away or retired.
    """
    with database.read() as transaction:
        return catalogue.latest_change(transaction), catalogue.changed_since(transaction, cursor)
