"""What became of a report, for the person who made it, and what waits to be looked into, for everybody."""

from dataclasses import dataclass
from datetime import date, datetime

from directory.domain.errors import NotFound
from directory.domain.messages import say
from directory.domain.records import Kind
from directory.domain.reports import KEPT, Outcome, What, outcome, speaks_of_closing, token_hash
from directory.domain.status.answers import Answer
from directory.queries import Database
from directory.store import catalogue, linking, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReport:
    """A report as its reporter is told of it: what became of it, and since when; the note itself is for staff."""

    service_id: str
    service_name: str | None
    what: What
    on: date
    outcome: Outcome
    answer: Answer | None
    decided_on: date | None
    has_note: bool

    @property
    def takes_note(self) -> bool:
        """Whether a note can still be added."""
        return self.answer is None and not self.has_note


def own_report(database: Database, token: str, at: datetime) -> OwnReport:
    """The report whose link has this secret; raise `NotFound` where there is none, or none any more."""
    with database.read() as transaction:
        found = reports.by_token(transaction, token_hash(token), at - KEPT)
        if found is None:
            raise NotFound(say("There is no report at this address. We keep its link for a year."))
        service_id = linking.successors(transaction, [found.service_id]).get(found.service_id, found.service_id)
        service = catalogue.rows(transaction, Kind.SERVICE, [service_id]).get(service_id)
    return OwnReport(
        service_id=service_id,
        service_name=service.fields["name"] if service else None,
        what=found.what,
        on=found.on,
        outcome=outcome(found.what, found.answer),
        answer=found.answer,
        decided_on=found.decided_on,
        has_note=found.note is not None,
    )


def closings_reported(database: Database, service_id: str) -> list[tuple[What, date]]:
    """What was reported of a service's end, with the day, that nobody has looked into; the newest first."""
    with database.read() as transaction:
        waiting = reports.open_reports(transaction, [service_id]).get(service_id, [])
    return [(one.what, one.on) for one in reversed(waiting) if speaks_of_closing(one.what)]
