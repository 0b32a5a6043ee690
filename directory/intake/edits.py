"""What persons change: a version of a record that holds only the fields they set, beside those of sources."""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256

import msgspec

from directory.domain.corrections import Correction
from directory.domain.errors import Refused
from directory.domain.messages import say
from directory.domain.records import Channel
from directory.domain.sources import Authority, Cadence, Issue, Observation, Outcome, RawDocument, Run, Source
from directory.store import Transaction, observations, runs


def _nothing(_document: RawDocument) -> Iterator[Observation | Issue]:
    """What reading yields of a source that is written here and never fetched."""
    return iter(())


MODERATORS = Source(
    id=observations.MODERATORS,
    title="Changes that our moderators accepted",
    publisher="Signpost",
    licence="CC0-1.0",
    attribution="",
    url="",
    cadence=Cadence.ONCE,
    parse=_nothing,
    authority=Authority.MODERATOR,
    channel=Channel.STATEMENT,
)
"""The source that moderators' changes are versions of: having one is no sign that anybody lists the record."""


def add_edit(transaction: Transaction, one: Correction, document: RawDocument, at: datetime) -> None:
    """Keep a correction, whose reason is in ``document``, in place of an earlier one of the same field."""
    runs.declare(transaction, MODERATORS)
    run_id = runs.next_run_id(transaction)
    run = Run(source_id=MODERATORS.id, at=at, outcome=Outcome.PUBLISHED, read=1, published=1, new=1)
    runs.record_run(transaction, run, run_id=run_id, document=document)
    earlier = observations.current_edit(transaction, one.kind, _local_id(one))
    if earlier is not None:
        observations.supersede(transaction, [earlier.id], run_id)
    observation_id = observations.next_observation_id(transaction)
    row = {
        "id": observation_id,
        "source_id": MODERATORS.id,
        "kind": one.kind,
        "local_id": _local_id(one),
        "record_id": one.record_id,
        "origin": earlier.origin if earlier else observation_id,
        "document_sha256": document.sha256,
        "first_run": run_id,
        "is_current": True,
        "content_hash": _content_hash(one),
        "fields": dict(one.fields),
    }
    observations.add_versions(transaction, [row])


def withdraw_edit(transaction: Transaction, one: Correction) -> None:
    """Take a correction back: what sources say holds again. Raise `Refused` where a later one took its place."""
    current = observations.current_edit(transaction, one.kind, _local_id(one))
    if current is None or current.content_hash != _content_hash(one):
        raise Refused(say("This was changed again since, so that it cannot be taken back."))
    observations.supersede(transaction, [current.id], current.run_id)


def _local_id(one: Correction) -> str:
    return f"{one.record_id} {one.field}"


def _content_hash(one: Correction) -> str:
    return sha256(msgspec.json.encode(one.fields, order="sorted")).hexdigest()
