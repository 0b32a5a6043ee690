"""Changes that pages put forward for a person to judge: each is kept once, however often it is seen."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import and_, not_, or_, select, update

from directory.store import schema_watching
from directory.store.database import Transaction
from directory.store.new_rows import insert_into

_proposal = schema_watching.proposal.c

WATCH = "watch"
"""Who lets a proposal lapse when the page does not say it any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A difference between a page and the catalogue, in words of the page (``sentence``, "" where none may be quoted).

    ``field`` and ``confidence`` are as `crawlers.watching.proposals` names them, or the field is ``paused_until``.
    """

    service_id: str
    field: str
    before: str | None
    after: str
    sentence: str
    url: str
    syntax: str
    confidence: str
    found_at: datetime


def add_proposals(transaction: Transaction, proposals: Collection[Proposal]) -> None:
    """Put these forward, but for those that a person has decided on; one that had lapsed is open again."""
    for one in proposals:
        statement = insert_into(transaction, schema_watching.proposal)
        excluded = statement.excluded
        statement = statement.on_conflict_do_update(
            index_elements=["service_id", "field", "after"],
            set_={
                **{name: excluded[name] for name in ("before", "sentence", "url", "syntax", "confidence", "found_at")},
                **dict.fromkeys(("decided_at", "decided_by", "verdict")),
            },
            where=_proposal.verdict == "lapsed",
        )
        transaction.execute(statement, asdict(one))


def lapse_proposals(transaction: Transaction, url: str, still: Collection[Proposal], at: datetime) -> None:
    """Let those lapse that nobody has decided on and that the page at ``url`` does not say any more."""
    said = [
        and_(_proposal.service_id == one.service_id, _proposal.field == one.field, _proposal.after == one.after)
        for one in still
    ]
    lapsed = update(schema_watching.proposal).where(_proposal.url == url, _proposal.verdict.is_(None))
    if said:
        lapsed = lapsed.where(not_(or_(*said)))
    transaction.execute(lapsed.values(verdict="lapsed", decided_at=at, decided_by=WATCH))


def open_proposals(transaction: Transaction) -> dict[int, Proposal]:
    """The proposals that nobody has decided on, by their numbers."""
    columns = [column for column in _proposal if column.name not in ("decided_at", "decided_by", "verdict")]
    query = select(*columns).where(_proposal.verdict.is_(None)).order_by(_proposal.id)
    found = {}
    for row in transaction.execute(query):
        values = row._asdict()
        number = values.pop("id")
        found[number] = Proposal(**values)
    return found
