"""A person's judgement on whether two organizations are one, and taking a judgement back."""

from datetime import datetime

from directory.domain.errors import NotFound, Refused
from directory.domain.judgements import AUTOMATIC, Judgement, Verdict
from directory.domain.records import Kind
from directory.intake import Door
from directory.intake.publish import publish
from directory.store import Transaction, catalogue, linking, observations


def judge(door: Door, one: str, other: str, verdict: Verdict, *, by: str, reason: str, at: datetime) -> None:
    """Record that two organizations are, or are not, the same, and publish what follows from it.

    Earlier judgements on the pair are taken back first: the newest word of a person holds.
    """
    if by == AUTOMATIC:
        raise Refused("A judgement needs the name of a person or body, so that others can ask why.")
    if one == other:
        raise Refused("An organization is the same as itself; name two different ones.")
    with door.database.write() as transaction:
        _require_organizations(transaction, one, other)
        judgement = Judgement.between(one, other, verdict, by=by, reason=reason)
        earlier = [
            held.id
            for held in linking.judgements_on(transaction, [one])
            if (held.left, held.right) == (judgement.left, judgement.right) and held.id is not None
        ]
        linking.undo(transaction, earlier, by, at)
        linking.judge(transaction, [judgement], at)
        detail = {"verdict": verdict, "other": other, "reason": reason}
        _audit(transaction, at=at, by=by, action="judge", subject=one, detail=detail)
        publish(transaction, {one, other}, door.gazetteer, at)


def undo_judgement(door: Door, judgement_id: int, *, by: str, reason: str, at: datetime) -> None:
    """Take a judgement back, and publish the two records as they are without it.

    A rule would judge the same again at the next import, so taking back a rule's judgement records that a person holds
    the two for different.
    """
    with door.database.write() as transaction:
        held = linking.judgement(transaction, judgement_id)
        if held is None:
            raise NotFound(f"There is no judgement {judgement_id} in force.")
        linking.undo(transaction, [judgement_id], by, at)
        if held.by == AUTOMATIC:
            apart = Judgement.between(held.left, held.right, Verdict.DIFFERENT, by=by, reason=reason)
            linking.judge(transaction, [apart], at)
        detail = {"judgement": judgement_id, "reason": reason}
        _audit(transaction, at=at, by=by, action="undo judgement", subject=held.left, detail=detail)
        publish(transaction, {held.left, held.right}, door.gazetteer, at)


def _require_organizations(transaction: Transaction, *ids: str) -> None:
    known = {one.record_id for one in observations.versions_of(transaction, ids) if one.kind is Kind.ORGANIZATION}
    for one in ids:
        if one not in known:
            raise NotFound(f"There is no organization {one}.")


def _audit(transaction: Transaction, **row: object) -> None:
    catalogue.audit(transaction, row)
