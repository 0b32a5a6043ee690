"""Working out statuses: where evidence changed, and of every service once a week, so that silence is noticed too."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

import msgspec

from directory.domain.records import Kind
from directory.domain.status.assess import Assessment, assess
from directory.domain.status.gather import history_of
from directory.domain.status.posterior import Model
from directory.domain.status.rules import Previous
from directory.queries.cases import cases
from directory.store import Database, Transaction, catalogue, status
from directory.store.statements import chunks
from directory.store.status import Status

WEEK = timedelta(days=7)

BATCH = 2_000
"""Services in one transaction: writers wait for it some seconds at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reassessed:
    """How many services were judged, and how many of them look different now."""

    judged: int
    changed: int


def reassess(
    database: Database,
    model: Model,
    on: date,
    *,
    everything: bool = False,
    progress: Callable[[int], None] = lambda _done: None,
) -> Reassessed:
    """Judge as of the day ``on`` what changed since the last time, and what was judged a week ago or not at all.

    A run that is stopped leaves whole batches behind, and the next one goes on from there.
    """
    with database.read() as transaction:
        if everything:
            due = list(catalogue.ids_in_order(transaction, Kind.SERVICE))
        else:
            due = status.due(transaction, since=on - WEEK, until=on)
    judged = changed = 0
    for batch in chunks(due, BATCH):
        with database.write() as transaction:
            changed += reassess_now(transaction, model, batch, on)
        judged += len(batch)
        progress(judged)
    return Reassessed(judged=judged, changed=changed)


def reassess_now(transaction: Transaction, model: Model, service_ids: Sequence[str], on: date) -> int:
    """Judge these services as of the day ``on`` and keep what follows; how many look different now."""
    held = status.statuses_of(transaction, service_ids)
    histories = [history_of(case, on, model.settings) for case in cases(transaction, service_ids).values()]
    # What was judged for a later day says nothing of what was thought before it.
    previous = {
        one.service_id: Previous(state=one.state, evidence=one.evidence) for one in held.values() if one.on <= on
    }
    funding_end = {history.id: history.funding_end for history in histories}
    found = [_status(one, on, funding_end[one.id]) for one in assess(model, histories, on, previous)]
    changed = [one.service_id for one in found if _looks_different(one, held.get(one.service_id))]
    catalogue.note_changes(transaction, changed)
    # What was noted just now is no evidence.
    status.write_statuses(transaction, found, seen=catalogue.latest_change(transaction))
    return len(changed)


def _status(one: Assessment, on: date, funding_end: date | None) -> Status:
    reasons: list[dict[str, Any]] = msgspec.to_builtins([asdict(reason) for reason in one.reasons], enc_hook=str)
    return Status(
        service_id=one.id,
        on=on,
        state=one.state,
        p_open=one.p_open,
        p_open_ahead=one.p_open_ahead,
        is_declared=one.is_declared,
        confirmed_on=one.confirmed_on,
        confirmed_by=one.confirmed_by,
        funding_end=funding_end,
        evidence=one.evidence,
        reasons=reasons,
    )


def _looks_different(one: Status, before: Status | None) -> bool:
    """Whether search would show or rank it otherwise: a hundredth of probability is not seen by anybody."""
    return before is None or _shown(one) != _shown(before)


def _shown(one: Status) -> tuple[object, ...]:
    return (one.state, round(one.p_open, 2), one.is_declared, one.confirmed_on, one.confirmed_by, one.funding_end)
