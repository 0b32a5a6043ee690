"""The defects met in the last run of each source."""

from directory.queries import Database
from directory.store import runs
from directory.store.runs import IssueRow


def issues(database: Database, source_id: str | None = None, limit: int = 100) -> list[IssueRow]:
    """The issues of the last run of one source, or of each, in the order they were met."""
    with database.read() as transaction:
        return runs.issues_of_latest_runs(transaction, source_id, limit)


__all__ = ["IssueRow", "issues"]
