"""Recording what anybody reports of a service, which counts at once, and what they add to it."""

from datetime import date, datetime, timedelta

from directory.actions.reassess import reassess_now
from directory.domain.errors import NotFound, Refused
from directory.domain.messages import say
from directory.domain.records import Kind
from directory.domain.reports import KEPT, PUBLIC, TooManyReports, What, note_of, sighting_of, token_hash
from directory.domain.status.posterior import Model
from directory.store import Database, catalogue, reports, status

A_DAY = timedelta(days=1)


def report(
    database: Database, model: Model, service_id: str, what: What, *, token: str, on: date, at: datetime, most: int
) -> None:
    """Record a report, and judge the service again where it is evidence; ``token`` is the secret of its link.

    Raise `NotFound` where there is no such service, and `TooManyReports` where ``most`` came of it within a day.
    """
    with database.write() as transaction:
        if service_id not in catalogue.rows(transaction, Kind.SERVICE, [service_id]):
            raise NotFound(say("There is no service of this address."))
        if reports.count_since(transaction, service_id, at - A_DAY) >= most:
            raise TooManyReports(say("Many people have told us about this group today. Somebody will look into it."))
        sighting = sighting_of(what, service_id, on=on, at=at)
        number = next(iter(status.add_sightings(transaction, [sighting] if sighting else [])), None)
        kept = reports.add_report(
            transaction,
            service_id=service_id,
            what=what,
            on=on,
            at=at,
            sighting_id=number,
            token_hash=token_hash(token),
        )
        detail = {"what": what, "report": kept, "sighting": number}
        catalogue.audit(
            transaction, {"at": at, "by": PUBLIC, "action": "report", "subject": service_id, "detail": detail}
        )
        catalogue.note_changes(transaction, [service_id])
        if sighting is not None:
            reassess_now(transaction, model, [service_id], on)
        reports.forget(transaction, at - KEPT)


def add_note(database: Database, token: str, typed: str, *, at: datetime) -> None:
    """Add a note to the report whose link has this secret, once, and while nobody has answered it.

    Raise `NotFound` where there is none, `InvalidValue` where the note is too long, `Refused` where it comes too late.
    """
    note = note_of(typed)
    with database.write() as transaction:
        found = reports.by_token(transaction, token_hash(token), at - KEPT)
        if found is None:
            raise NotFound(say("There is no report at this address. We keep its link for a year."))
        if found.note is not None or found.answer is not None:
            raise Refused(say("Your report has its note, or was answered already."))
        if note is not None:
            reports.set_note(transaction, found.id, note)
            detail = {"report": found.id}
            row = {"at": at, "by": PUBLIC, "action": "note", "subject": found.service_id, "detail": detail}
            catalogue.audit(transaction, row)
