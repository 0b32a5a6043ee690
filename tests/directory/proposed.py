"""A change to the invented choir that its page puts forward."""

from datetime import UTC, datetime
from typing import Any

from directory.domain.corrections import Field
from directory.domain.identifiers import record_id
from directory.domain.records import Kind
from directory.store import Database
from directory.store.proposals import Proposal, add_proposals, open_proposals

CHOIR = record_id("guide", Kind.SERVICE, "choir")


def proposed(field: Field, after: str, **more: Any) -> Proposal:
    """What the choir's page says otherwise."""
    values: dict[str, Any] = {
        "service_id": CHOIR,
        "field": field.value,
        "before": None,
        "after": after,
        "sentence": f"Now it is {after}.",
        "url": "https://choir.example.org/",
        "syntax": "labelled text",
        "confidence": "medium",
        "found_at": datetime(2026, 11, 2, 9, tzinfo=UTC),
    }
    return Proposal(**(values | more))


def put_forward(database: Database, *changes: Proposal) -> list[int]:
    """Put these forward; the numbers of all that wait."""
    with database.write() as transaction:
        add_proposals(transaction, changes)
        return list(open_proposals(transaction))
