"""Deciding on changes that were put forward: what is accepted is published at once, and can be taken back."""

from datetime import date, datetime
from pathlib import Path

import msgspec

from directory.actions.reassess import reassess_now
from directory.domain.codec import from_fields
from directory.domain.corrections import Correction, Field, Held, correction
from directory.domain.errors import NotFound, Refused
from directory.domain.messages import say
from directory.domain.records import Kind, Location, Service, ServiceAtLocation
from directory.domain.sources import RawDocument
from directory.domain.status.answers import name_of
from directory.domain.status.posterior import Model
from directory.geography import Gazetteer
from directory.intake.archive import keep
from directory.intake.edits import add_edit, withdraw_edit
from directory.intake.publish import publish
from directory.store import Database, Transaction, catalogue, linking, proposals
from directory.store.proposals import Proposal

ACCEPTED, REJECTED = "accepted", "rejected"


class Desk:
    """Where one person, ``by`` name, decides on what was put forward, ``at`` a time on the day ``on`` in the UK.

    ``documents`` is the archive, where each change that is accepted is kept with the words that it was read from.
    """

    def __init__(
        self,
        database: Database,
        gazetteer: Gazetteer,
        model: Model,
        documents: Path,
        *,
        by: str,
        on: date,
        at: datetime,
    ) -> None:
        self._database = database
        self._gazetteer = gazetteer
        self._model = model
        self._documents = documents
        self._by = name_of(by)
        self._on = on
        self._at = at

    def accept(self, number: int) -> Proposal:
        """Publish a change, and judge its service again; the change.

        Raise `NotFound` where there is none, `Refused` where it was decided on or cannot be told what it changes.
        """
        with self._database.write() as transaction:
            proposal = self._decided(transaction, number, ACCEPTED)
            service_id, one = _correction(transaction, proposal)
            document = self._document(number, proposal)
            keep(self._documents, document)
            add_edit(transaction, one, document, self._at)
            self._publish(transaction, service_id)
            self._audit(transaction, "accept change", service_id, number, proposal)
            return proposal

    def reject(self, number: int) -> Proposal:
        """Keep that a change is wrong, so that it is not put forward again; the change. Raise as `accept` does."""
        with self._database.write() as transaction:
            proposal = self._decided(transaction, number, REJECTED)
            self._audit(transaction, "reject change", proposal.service_id, number, proposal)
            return proposal

    def undo(self, number: int) -> Proposal:
        """Take a decision back: the change waits again, and what sources say holds; the change.

        Raise `NotFound` where nobody has decided, `Refused` where the same was changed again since.
        """
        with self._database.write() as transaction:
            found = proposals.proposal(transaction, number)
            if found is None or found.verdict not in (ACCEPTED, REJECTED):
                raise NotFound(say("Nobody has decided on this change, or it was taken back already."))
            if found.verdict == ACCEPTED:
                service_id, one = _correction(transaction, found.proposal)
                withdraw_edit(transaction, one)
                self._publish(transaction, service_id)
            proposals.reopen(transaction, number)
            self._audit(transaction, "undo change", found.proposal.service_id, number, found.proposal)
            return found.proposal

    def _decided(self, transaction: Transaction, number: int, verdict: str) -> Proposal:
        found = proposals.proposal(transaction, number)
        if found is None:
            raise NotFound(say("There is no such change."))
        if not proposals.decide(transaction, number, verdict, self._by, self._at):
            raise Refused(say("Somebody has decided on this change already, or the page does not say it any more."))
        return found.proposal

    def _document(self, number: int, proposal: Proposal) -> RawDocument:
        content = msgspec.json.encode({"proposal": number, "at": self._at, **msgspec.to_builtins(proposal)})
        return RawDocument(url=proposal.url, content=content, fetched_at=self._at, media_type="application/json")

    def _publish(self, transaction: Transaction, service_id: str) -> None:
        [service] = catalogue.rows(transaction, Kind.SERVICE, [service_id]).values()
        publish(transaction, [service.fields["organization_id"]], self._gazetteer, self._at)
        reassess_now(transaction, self._model, [service_id], self._on)

    def _audit(self, transaction: Transaction, action: str, subject: str, number: int, proposal: Proposal) -> None:
        detail = {"proposal": number, "field": proposal.field, "after": proposal.after, "url": proposal.url}
        row = {"at": self._at, "by": self._by, "action": action, "subject": subject, "detail": detail}
        catalogue.audit(transaction, row)


def _correction(transaction: Transaction, proposal: Proposal) -> tuple[str, Correction]:
    """The service that a change is of, as it is called now, and what it sets."""
    merged = linking.successors(transaction, [proposal.service_id])
    service_id = merged.get(proposal.service_id, proposal.service_id)
    found = catalogue.rows(transaction, Kind.SERVICE, [service_id])
    if service_id not in found:
        raise NotFound(say("The service of this change is no longer in the catalogue."))
    service = from_fields(Kind.SERVICE, found[service_id].fields)
    assert isinstance(service, Service)
    at_rows = catalogue.rows_where(transaction, Kind.SERVICE_AT_LOCATION, "service_id", [service_id])
    rows = catalogue.rows(transaction, Kind.LOCATION, {one.fields["location_id"] for one in at_rows.values()})
    at_locations, locations = {}, {}
    for key, row in at_rows.items():
        at_location = from_fields(Kind.SERVICE_AT_LOCATION, row.fields)
        assert isinstance(at_location, ServiceAtLocation)
        at_locations[key] = at_location
    for key, row in rows.items():
        location = from_fields(Kind.LOCATION, row.fields)
        assert isinstance(location, Location)
        locations[key] = location
    held = Held(service_id=service_id, service=service, at_locations=at_locations, locations=locations)
    return service_id, correction(Field(proposal.field), proposal.after, held)
