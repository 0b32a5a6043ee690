"""Linking: which organizations are one, from the keys they share and the judgements people made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from directory.domain.codec import from_fields
from directory.domain.identifiers import Identifier
from directory.domain.judgements import AUTOMATIC, Candidate, Clusters, Judgement, Verdict
from directory.domain.records import IdentifierRelation, Kind
from directory.intake.keys import identifier_key, joins, key_in_words
from directory.intake.limits import MAX_SHARED_KEY
from directory.store import linking, observations
from directory.store.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """All organizations that could be one with those that changed, and why: closed under keys and judgements."""

    organizations: frozenset[str]
    bearers: Mapping[str, frozenset[str]]
    relations: tuple[IdentifierRelation, ...]
    judgements: tuple[Judgement, ...]


def link(transaction: Transaction, changed: Iterable[str], at: datetime) -> dict[str, frozenset[str]]:
    """Judge again the organizations around ``changed``; give each cluster under the record that stands for it.

    New judgements are kept, those of rules that no longer hold are undone, and merged records point to their
    successor. A person's judgement always wins over a rule's, and a person's doubt keeps apart.
    """
    around = _neighbourhood(transaction, frozenset(changed))
    versions = observations.versions_of(transaction, around.organizations)
    candidates = [
        Candidate(
            id=version.record_id,
            order=version.origin,
            identifiers=frozenset(Identifier(**one) for one in version.fields.get("identifiers", ())),
        )
        for version in versions
    ]
    clusters = Clusters(candidates, _aliases(around.relations))
    known = {candidate.id for candidate in candidates}
    by_people = [one for one in around.judgements if one.by != AUTOMATIC and {one.left, one.right} <= known]
    for one in by_people:
        if one.verdict is not Verdict.SAME:
            clusters.keep_apart(one.left, one.right)
    for one in by_people:
        if one.verdict is Verdict.SAME:
            clusters.join(one.left, one.right, insist=True)
    order = {candidate.id: candidate.order for candidate in candidates}
    reached = _join_by_keys(clusters, around, order)
    _keep_judgements(transaction, around.judgements, by_people, reached, at)
    found = clusters.by_representative()
    stands_for = {member: home for home, members in found.items() for member in members}
    linking.set_successors(transaction, Kind.ORGANIZATION, stands_for)
    return found


def _neighbourhood(transaction: Transaction, changed: frozenset[str]) -> Neighbourhood:
    organizations: set[str] = set()
    bearers: dict[str, set[str]] = {}
    relation_ids: set[str] = set()
    judgements: dict[int | None, Judgement] = {}
    fresh = set(changed)
    while fresh:
        organizations |= fresh
        keys = {key for own in linking.keys_of(transaction, fresh).values() for key in own} - bearers.keys()
        while keys:
            bearers |= linking.bearers_of(transaction, keys, (Kind.ORGANIZATION,))
            related = linking.bearers_of(transaction, keys, (Kind.IDENTIFIER_RELATION,))
            bearers |= {key: set() for key in keys - bearers.keys()}
            new_relations = {one for ids in related.values() for one in ids} - relation_ids
            relation_ids |= new_relations
            ends = linking.keys_of(transaction, new_relations).values()
            keys = {key for own in ends for key in own} - bearers.keys()
        touching = linking.judgements_on(transaction, fresh)
        judgements |= {one.id: one for one in touching}
        mates = {end for one in touching for end in (one.left, one.right)}
        mates |= set(linking.successors(transaction, fresh).values())
        mates |= {one for ids in linking.predecessors(transaction, fresh).values() for one in ids}
        sharing = {one for ids in bearers.values() if len(ids) <= MAX_SHARED_KEY for one in ids}
        fresh = (sharing | mates) - organizations
    relations = (
        from_fields(version.kind, version.fields)
        for version in observations.versions_of(transaction, relation_ids)
        if version.is_live
    )
    return Neighbourhood(
        organizations=frozenset(organizations),
        bearers={key: frozenset(ids) for key, ids in bearers.items()},
        relations=tuple(one for one in relations if isinstance(one, IdentifierRelation)),
        judgements=tuple(judgements.values()),
    )


def _aliases(relations: Iterable[IdentifierRelation]) -> dict[Identifier, Identifier]:
    """For each number that a register holds to be the same body's as another, the least of those numbers."""
    groups: dict[Identifier, set[Identifier]] = {}
    for relation in relations:
        if joins(relation):
            union = groups.get(relation.left, {relation.left}) | groups.get(relation.right, {relation.right})
            groups |= dict.fromkeys(union, union)
    return {identifier: min(group) for identifier, group in groups.items()}


def _join_by_keys(
    clusters: Clusters, around: Neighbourhood, order: Mapping[str, int]
) -> dict[tuple[str, str], Judgement]:
    """Join records by shared keys, oldest first; what was joined, and what a conflict left in doubt, as judgements."""
    reached: dict[tuple[str, str], Judgement] = {}

    def consider(one: str, other: str, reason: str, doubtful: bool) -> None:
        verdict = Verdict.SAME if not doubtful and clusters.join(one, other) else Verdict.UNSURE
        judgement = Judgement.between(one, other, verdict, by=AUTOMATIC, reason=reason)
        reached.setdefault((judgement.left, judgement.right), judgement)

    # Identifiers before names, so that a number decides where both speak; then by age, so that the result is one.
    for key in sorted(around.bearers):
        bearers = sorted(around.bearers[key] & order.keys(), key=lambda one: (order[one], one))
        if 1 < len(bearers) <= MAX_SHARED_KEY:
            for other in bearers[1:]:
                consider(bearers[0], other, key_in_words(key), doubtful=False)
    for relation in around.relations:
        left, right = (
            sorted(around.bearers.get(identifier_key(end), frozenset()) & order.keys())
            for end in (relation.left, relation.right)
        )
        if left and right and left[0] != right[0]:
            reason = f"A register says that {relation.left} is {_SAID[joins(relation)]} {relation.right}"
            consider(left[0], right[0], reason, doubtful=not joins(relation))
    return reached


_SAID = {True: "the same body as", False: "succeeded by"}


def _keep_judgements(
    transaction: Transaction,
    in_force: Iterable[Judgement],
    by_people: Iterable[Judgement],
    reached: Mapping[tuple[str, str], Judgement],
    at: datetime,
) -> None:
    """Keep what rules judge now, and undo what they judged before and no longer do."""
    settled = {(one.left, one.right) for one in by_people}
    wanted = {pair: one for pair, one in reached.items() if pair not in settled}
    stale = []
    for one in in_force:
        if one.by == AUTOMATIC and one.id is not None:
            now = wanted.get((one.left, one.right))
            if now is not None and (now.verdict, now.reason) == (one.verdict, one.reason):
                del wanted[(one.left, one.right)]
            else:
                stale.append(one.id)
    linking.undo(transaction, stale, AUTOMATIC, at)
    linking.judge(transaction, wanted.values(), at)
