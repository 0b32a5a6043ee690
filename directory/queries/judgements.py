"""Which records were judged to be one, and why."""

from directory.domain.judgements import Judgement, Verdict
from directory.queries import Database
from directory.store import linking


def recent_judgements(database: Database, limit: int = 50, verdict: Verdict | None = None) -> list[Judgement]:
    """The newest judgements in force, newest first."""
    with database.read() as transaction:
        return linking.recent_judgements(transaction, limit, verdict)
