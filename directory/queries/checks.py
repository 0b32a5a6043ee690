"""Which services are to be checked, in order, and what to ask about one of them."""

import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from directory.domain.entries import Entry
from directory.domain.records import Kind
from directory.domain.status.asking import Known, questions
from directory.domain.status.posterior import Model
from directory.domain.status.queue import Candidate, CheckSettings, Queue, Queued, Risk, queue
from directory.queries import Database
from directory.queries.entries import entries_of
from directory.queries.pages import ServicePage, service_page
from directory.queries.running import Running, running
from directory.store import Transaction, catalogue, checks, reports
from directory.store.checks import Judged
from directory.store.listings import listings
from directory.store.reports import Report
from directory.store.statements import chunks

NeedsOf = Callable[[Entry], Collection[str]]
"""Tells the needs that a service meets, by their ids in data/taxonomy, with the broader need of each."""

UNJUDGED = 0.5
"""The chance of a service that nobody has judged yet: it may as well have closed."""

BATCH = 1_000
"""Services looked at together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What is remembered of a service as long as it does not change."""

    risk: Risk
    first_listed: date
    outcodes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What whoever checks a service should have before them; ``reports`` are those nobody has answered."""

    queued: Queued
    page: ServicePage
    running: Running
    reports: tuple[Report, ...]
    questions: tuple[str, ...]


class Checks:
    """The queue of one catalogue. What it learns of services it remembers, and learns again when the change feed names
    them; threads may share it."""

    def __init__(self, database: Database, settings: CheckSettings, needs_of: NeedsOf) -> None:
        self.settings = settings
        self._database, self._needs_of = database, needs_of
        self._turn = threading.Lock()
        self._looked: dict[str, Looked] = {}
        self._cursor = 0

    def waiting(
        self,
        on: date,
        *,
        risk: Risk | None = None,
        outcode: str | None = None,
        views: Mapping[str, float] | None = None,
    ) -> Queue:
        """What is to be checked on the day ``on``, of one class or around one place only where that is asked for.

        ``views`` are how often a month the page of each service is looked at; where they are not known, once.
        """
        with self._turn:
            with self._database.read() as transaction:
                candidates = self._candidates(transaction, on)
            kept = (one for one in candidates if self._is_asked_for(one, risk, outcode))
            counted = kept if views is None else (replace(one, views=views.get(one.service_id, 1.0)) for one in kept)
            return queue(counted, on, self.settings)

    def brief(self, model: Model, one: Queued, on: date) -> Brief:
        """What to have at hand when ``one`` is checked; raise `NotFound` where it is no longer in the catalogue."""
        with self._database.read() as transaction:
            waiting = tuple(reports.open_reports(transaction, [one.service_id]).get(one.service_id, ()))
            paused_until = checks.pauses(transaction).get(one.service_id)
        page = service_page(self._database, one.service_id)
        judged = running(self._database, model, one.service_id, on)
        known = Known(
            assessment=judged.assessment,
            money=judged.money,
            reports=[(report.what, report.on) for report in waiting],
            paused_until=paused_until if paused_until == one.due_on - timedelta(days=1) else None,
            knows_times=_knows_times(page),
        )
        asked = questions(known, on, model.settings.funding)
        return Brief(queued=one, page=page, running=judged, reports=waiting, questions=asked)

    def _is_asked_for(self, one: Candidate, risk: Risk | None, outcode: str | None) -> bool:
        in_place = outcode is None or outcode in self._looked[one.service_id].outcodes
        return in_place and (risk is None or one.risk is risk)

    def _candidates(self, transaction: Transaction, on: date) -> list[Candidate]:
        rows = list(checks.judged(transaction))
        self._look_again(transaction, [row.service_id for row in rows])
        reported, pauses = checks.newest_reports(transaction), checks.pauses(transaction)
        tried = checks.calls_since(transaction, on - timedelta(days=self.settings.again_days))
        return [
            replace(
                _candidate(row, self._looked[row.service_id]),
                reported_on=reported.get(row.service_id),
                tried_on=tried.get(row.service_id),
                paused_until=pauses.get(row.service_id),
            )
            for row in rows
            if row.service_id in self._looked
        ]

    def _look_again(self, transaction: Transaction, service_ids: Iterable[str]) -> None:
        for changed in catalogue.changed_since(transaction, self._cursor):
            self._looked.pop(changed, None)
        self._cursor = catalogue.latest_change(transaction)
        for batch in chunks((one for one in service_ids if one not in self._looked), BATCH):
            first_listed = _first_listed(transaction, batch)
            for service_id, entry in entries_of(self._database, batch).items():
                self._looked[service_id] = Looked(
                    risk=self.settings.risk_of(self._needs_of(entry)),
                    first_listed=first_listed[service_id],
                    # However much of a postcode is known, its outcode comes first.
                    outcodes=frozenset(place.postcode.split()[0] for place in entry.places if place.postcode),
                )


def _candidate(row: Judged, looked: Looked) -> Candidate:
    return Candidate(
        service_id=row.service_id,
        risk=looked.risk,
        p_open=UNJUDGED if row.p_open is None else row.p_open,
        since=row.confirmed_on or looked.first_listed,
        is_declared=row.is_declared,
    )


def _first_listed(transaction: Transaction, service_ids: Collection[str]) -> dict[str, date]:
    """The day on which a source first listed each of these services."""
    rows = catalogue.rows(transaction, Kind.SERVICE, service_ids)
    listed = listings(transaction, {claim for row in rows.values() for claim in row.claims})
    return {row.id: min(listed[claim].first_seen for claim in row.claims) for row in rows.values()}


def _knows_times(page: ServicePage) -> bool:
    service = page.service
    return bool(service.schedules or service.read_schedules or any(place.schedules for place in page.places))
