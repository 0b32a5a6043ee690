"""How each source last fared."""

from directory.domain.sources import Run
from directory.queries import Database
from directory.store import runs


def latest_runs(database: Database) -> dict[str, Run]:
    """The last run of each source, however it ended, by source id."""
    with database.read() as transaction:
        return runs.latest_runs(transaction)
