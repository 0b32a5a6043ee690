"""Changes that pages put forward for a person to judge: each is kept once, however often it is seen."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

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

    ``field`` is a `directory.domain.corrections.Field`, ``confidence`` as `crawlers.watching.proposals` names it.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A proposal with what was decided on it: ``accepted``, ``rejected``, ``lapsed``, or None where nothing was yet."""

    proposal: Proposal
    verdict: str | None


_OF_PROPOSAL = [column for column in _proposal if column.name not in ("decided_at", "decided_by", "verdict")]


def open_proposals(transaction: Transaction) -> dict[int, Proposal]:
    """The proposals that nobody has decided on, by their numbers."""
    query = select(*_OF_PROPOSAL).where(_proposal.verdict.is_(None)).order_by(_proposal.id)
    return dict(_numbered(row._asdict()) for row in transaction.execute(query))


def proposal(transaction: Transaction, number: int) -> Decided | None:
    """The proposal of this number, None where there is none."""
    row = transaction.execute(select(*_OF_PROPOSAL, _proposal.verdict).where(_proposal.id == number)).first()
    if row is None:
        return None
    values = row._asdict()
    verdict = values.pop("verdict")
    return Decided(proposal=_numbered(values)[1], verdict=verdict)


def _numbered(values: dict[str, Any]) -> tuple[int, Proposal]:
    return values.pop("id"), Proposal(**values)


def decide(transaction: Transaction, number: int, verdict: str, by: str, at: datetime) -> bool:
    """Keep what was decided on a proposal; whether nobody had decided before."""
    undecided = update(schema_watching.proposal).where(_proposal.id == number, _proposal.verdict.is_(None))
    decided = transaction.execute(undecided.values(verdict=verdict, decided_by=by, decided_at=at))
    return decided.rowcount == 1


def reopen(transaction: Transaction, number: int) -> None:
    """Let a proposal wait again for somebody to decide on it."""
    opened = update(schema_watching.proposal).where(_proposal.id == number)
    transaction.execute(opened.values(verdict=None, decided_by=None, decided_at=None))
