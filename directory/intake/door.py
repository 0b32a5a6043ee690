"""The one door: what a source says goes in here, whole or not at all, and comes out as the catalogue."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from directory.domain.codec import content_hash, to_fields
from directory.domain.home import Home
from directory.domain.records import (
    Evidence,
    IdentifierRelation,
    Kind,
    Organization,
    OrganizationFacts,
    TaxonomyTerm,
)
from directory.domain.sources import Issue, Observation, Outcome, RawDocument, Run, Source
from directory.geography import Gazetteer, ensure
from directory.intake.keys import attachment_keys, organization_keys
from directory.intake.limits import BATCH, MAX_ISSUES_KEPT
from directory.intake.publish import publish
from directory.intake.reading import Reading, locations_of_organizations, read, references
from directory.store import Database, Transaction, catalogue, linking, observations, open_database, runs
from directory.store.observations import Known


@dataclass(frozen=True, slots=True)
class Difference:
    """How a reading differs from what is known of its source, as keys of records."""

    new: list[tuple[Kind, str]]
    changed: list[tuple[Kind, str]]
    unchanged: int
    vanished: list[tuple[Kind, str]]


class Door:
    """Takes in what sources say. Each run is one transaction: a run that is killed leaves the catalogue as it was."""

    def __init__(self, database: Database, gazetteer: Gazetteer) -> None:
        self.database = database
        self.gazetteer = gazetteer

    def receive(
        self, source: Source, document: RawDocument, reading: Iterable[Observation | Issue], at: datetime
    ) -> Run:
        """Publish what ``reading`` yields from ``document``, unless it is too little or too bad to be believed."""
        sound = read(source, reading, self.gazetteer)
        with self.database.write() as transaction:
            last = runs.last_published(transaction, source.id)
            refusal = source.expect.refusal(
                read=sound.read, published=len(sound.records), before=last[1] if last else None
            )
            if refusal is not None:
                return self._refuse(transaction, document, sound, refusal, at)
            return self._publish(transaction, document, sound, last[0] if last else None, at)

    def republish(self, at: datetime, progress: Callable[[int], None] = lambda _done: None) -> int:
        """Publish every organization again, for rules or places that are better now; how many services that touched.

        Each batch is a transaction of its own, so one that is stopped is whole as far as it went.
        """
        with self.database.read() as transaction:
            homes = list(catalogue.ids_in_order(transaction, Kind.ORGANIZATION))
        touched = 0
        for start in range(0, len(homes), BATCH):
            with self.database.write() as transaction:
                touched += publish(transaction, homes[start : start + BATCH], self.gazetteer, at)
            progress(min(start + BATCH, len(homes)))
        return touched

    def record_failure(self, source: Source, reason: str, at: datetime) -> Run:
        """Keep that a source could not be fetched or read at all."""
        run = Run(source_id=source.id, at=at, outcome=Outcome.FAILED, reason=reason)
        with self.database.write() as transaction:
            runs.record_run(transaction, run, run_id=runs.next_run_id(transaction), document=None)
        return run

    def _refuse(
        self, transaction: Transaction, document: RawDocument, reading: Reading, reason: str, at: datetime
    ) -> Run:
        run = Run(
            source_id=reading.source.id,
            at=at,
            outcome=Outcome.REFUSED,
            reason=reason,
            read=reading.read,
            skipped=reading.skipped,
            issues=len(reading.issues),
        )
        kept = reading.issues[:MAX_ISSUES_KEPT]
        runs.record_run(transaction, run, run_id=runs.next_run_id(transaction), document=document, issues=kept)
        return run

    def _publish(
        self, transaction: Transaction, document: RawDocument, reading: Reading, last_run: int | None, at: datetime
    ) -> Run:
        source = reading.source
        known = observations.known_of_source(transaction, source.id)
        hashes = {key: content_hash(observation.record) for key, observation in reading.records.items()}
        difference = _compare(reading, hashes, known)
        run = Run(
            source_id=source.id,
            at=at,
            outcome=Outcome.PUBLISHED,
            read=reading.read,
            published=len(reading.records),
            skipped=reading.skipped,
            issues=len(reading.issues),
            new=len(difference.new),
            changed=len(difference.changed),
            unchanged=difference.unchanged,
            vanished=len(difference.vanished),
        )
        run_id = runs.next_run_id(transaction)
        runs.declare(transaction, source)
        kept = reading.issues[:MAX_ISSUES_KEPT]
        runs.record_run(transaction, run, run_id=run_id, document=document, issues=kept)
        closing = last_run if last_run is not None else run_id
        observations.supersede(transaction, [known[key].id for key in difference.changed], closing)
        observations.mark_vanished(transaction, [known[key].id for key in difference.vanished], closing)
        rows = _rows(transaction, reading, difference, hashes, known, run_id=run_id, document_sha256=document.sha256)
        observations.add_versions(transaction, rows)
        dropped = _replace_keys(transaction, reading)
        changed = {*difference.new, *difference.changed, *difference.vanished}
        publish(transaction, _affected(transaction, reading, changed, known, dropped), self.gazetteer, at)
        terms = (reading.records[key].record for key in (*difference.new, *difference.changed))
        catalogue.write_terms(transaction, [term for term in terms if isinstance(term, TaxonomyTerm)])
        return run


def _compare(reading: Reading, hashes: dict[tuple[Kind, str], str], known: dict[tuple[Kind, str], Known]) -> Difference:
    new, changed = [], []
    for key, observation in reading.records.items():
        before = known.get(key)
        if before is None:
            new.append(key)
        elif before.content_hash != hashes[key] or not before.is_live or before.verified_on != observation.verified_on:
            changed.append(key)
    vanished = [key for key, before in known.items() if before.is_live and key not in reading.records]
    unchanged = len(reading.records) - len(new) - len(changed)
    return Difference(new=new, changed=changed, unchanged=unchanged, vanished=vanished)


def _rows(
    transaction: Transaction,
    reading: Reading,
    difference: Difference,
    hashes: dict[tuple[Kind, str], str],
    known: dict[tuple[Kind, str], Known],
    *,
    run_id: int,
    document_sha256: str,
) -> list[dict[str, Any]]:
    """The rows of new versions, each with the ids of its parent and of what else it refers to."""
    first_id = observations.next_observation_id(transaction)
    rows = []
    for observation_id, key in enumerate((*difference.new, *difference.changed), first_id):
        observation = reading.records[key]
        refers = [reading.record_id(kind, local_id) for _, kind, local_id in references(observation.record)]
        rows.append(
            {
                "id": observation_id,
                "source_id": reading.source.id,
                "kind": key[0],
                "local_id": key[1],
                "record_id": reading.record_id(*key),
                "origin": known[key].origin if key in known else observation_id,
                "parent_id": refers[0] if refers else None,
                "other_id": refers[1] if len(refers) > 1 else None,
                "document_sha256": document_sha256,
                "first_run": run_id,
                "last_run": None,
                "is_current": True,
                "content_hash": hashes[key],
                "verified_on": observation.verified_on,
                "part": observation.part,
                "line": observation.line,
                "fields": to_fields(observation.record),
            }
        )
    return rows


def _replace_keys(transaction: Transaction, reading: Reading) -> dict[str, set[str]]:
    """Bring the link keys of this source's records up to date; for each record that changed its keys, those before."""
    locations = locations_of_organizations(reading)
    before = linking.keys_of_source(transaction, reading.source.id)
    dropped: dict[str, set[str]] = {}
    wanted: dict[Kind, dict[str, frozenset[str]]] = {}
    for (kind, local_id), observation in reading.records.items():
        record = observation.record
        if isinstance(record, Organization):
            keys = organization_keys(record, locations.get(local_id, ()))
        elif isinstance(record, OrganizationFacts | IdentifierRelation | Evidence):
            keys = attachment_keys(record)
        else:
            continue
        record_id = reading.record_id(kind, local_id)
        if before.get(record_id, set()) != keys:
            wanted.setdefault(kind, {})[record_id] = keys
            dropped[record_id] = before.get(record_id, set())
    for kind, keys_by_record in wanted.items():
        linking.replace_keys(transaction, reading.source.id, kind, keys_by_record)
    return dropped


def _affected(
    transaction: Transaction,
    reading: Reading,
    changed: set[tuple[Kind, str]],
    known: dict[tuple[Kind, str], Known],
    dropped: dict[str, set[str]],
) -> set[str]:
    """The organization records that a change of these records may touch, as they belong now or belonged before.

    ``dropped`` are the keys that records bore before.
    """
    ids = {reading.record_id(*key): key[0] for key in changed}
    organizations = {one for one, kind in ids.items() if kind is Kind.ORGANIZATION}
    parents = observations.parents_of(transaction, ids.keys() - organizations)
    before = {parent for key in changed if key in known and (parent := known[key].parent_id)}
    # What belongs to a service belongs to that service's organization.
    above = observations.parents_of(transaction, {*parents.values(), *before})
    organizations |= {above.get(parent, parent) for parent in (*parents.values(), *before)}
    venues = [one for one, kind in ids.items() if kind is Kind.LOCATION]
    organizations |= observations.organizations_at(transaction, venues)
    attached = {one for one, kind in ids.items() if kind in _ATTACHED}
    keys = {key for own in linking.keys_of(transaction, attached).values() for key in own}
    keys |= {key for own in dropped.values() for key in own}
    bearers = linking.bearers_of(transaction, keys, (Kind.ORGANIZATION,))
    ours = (reading.record_id(*key) for key in reading.records if key[0] is Kind.ORGANIZATION)
    rekeyed = {one for one in ours if one in dropped}
    return organizations | rekeyed | {one for found in bearers.values() for one in found}


_ATTACHED = (Kind.ORGANIZATION_FACTS, Kind.IDENTIFIER_RELATION, Kind.EVIDENCE)


@contextmanager
def open_door(home: Home) -> Iterator[Door]:
    """The door of an installation, its database and geography made ready first where they are not."""
    ensure(home.geography)
    database = open_database(home.database_url)
    try:
        yield Door(database, Gazetteer.open(home.geography))
    finally:
        database.close()
