"""The watching run: visits the pages that are due, hosts side by side, and records what each visit shows."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from crawlers.requests_made import RequestsMade
from crawlers.revisit import FIRST_RATE, pace_for, pace_of
from crawlers.visiting.client import GuardedClient
from crawlers.visiting.host_wide import HostOutage, host_wide
from crawlers.visiting.outcome import Outcome
from crawlers.visiting.report import Visit
from crawlers.visiting.visit import visit
from crawlers.watch_evidence import expected_of
from crawlers.watch_recording import Finding, seen_in
from crawlers.watch_settings import WatchSettings
from crawlers.watch_state import is_failing, previous_of
from directory.intake.watch import Asked, follow_catalogue, forget_requests, put_off, record
from directory.queries import Database, watching
from directory.queries.watching import Page, Watched

CHANGES_IN_A_MONTH_DAYS = 30.0
"""Days between two changes of a page that changes once a month."""

TOGETHER = timedelta(days=15)
"""Pages of a host that failed within so long count as failing together: failing pages are looked at every fortnight."""

_DAY = timedelta(days=1)

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Report:
    """What one round did: visits by the code of their outcome, ``trouble`` among them for errors of our own.

    ``is_offline`` says that our own network was down and the round ended early, ``is_cut`` that it was stopped.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    is_offline: bool = False
    is_cut: bool = False

    @property
    def visits(self) -> int:
        """How many pages were visited."""
        return self.outcomes.total()


@dataclass(kw_only=True)
class Watch:
    """Visits pages and records what they show.

    ``client`` has ``made`` for its log, begun with what ``database`` remembers of hosts, and keeps documents in
    ``documents``. It lives as long as its process, since robots rules are remembered with it.
    """

    database: Database
    client: GuardedClient
    made: RequestsMade
    documents: Path
    settings: WatchSettings

    def round(self, should_stop: Callable[[], bool] = lambda: False) -> Report:
        """Visit what is due, within the budget of the day; nothing new is begun once ``should_stop`` says so."""
        now = self.client.clock.now()
        follow_catalogue(self.database, now)
        forget_requests(self.database, now - self.settings.log_days * _DAY)
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        left = self.settings.daily_budget - watching.checked_since(self.database, midnight)
        most = min(left, self.settings.pages_a_round)
        if most <= 0:
            return Report()
        return self._visited(
            watching.due(self.database, now, most=most, most_of_host=self.settings.pages_of_host), should_stop
        )

    def once(self, url_or_id: str) -> Report:
        """Visit this page, or those of this service, due or not; raise `NotFound` where none is watched."""
        follow_catalogue(self.database, self.client.clock.now())
        return self._visited(watching.watched(self.database, url_or_id), lambda: False)

    def _visited(self, chosen: Sequence[Watched], should_stop: Callable[[], bool]) -> Report:
        until = self.client.clock.now() + timedelta(minutes=self.settings.round_minutes)
        one_round = _Round(self, self._pace(), until, should_stop)
        asyncio.run(one_round.visit_all(chosen))
        return one_round.report

    def _pace(self) -> float:
        rates = [rate or FIRST_RATE for rate in watching.rates(self.database)]
        least = pace_of(self.settings.monthly_change_days, CHANGES_IN_A_MONTH_DAYS)
        return pace_for(rates, self.settings.daily_budget, least)


class _Round:
    """One round under way."""

    def __init__(self, watch: Watch, pace: float, until: datetime, should_stop: Callable[[], bool]) -> None:
        self._watch = watch
        self._pace = pace
        self._until = until
        self._should_stop = should_stop
        self.report = Report()

    async def visit_all(self, chosen: Sequence[Watched]) -> None:
        """Visit these pages: hosts side by side, the pages of a host one after the other."""
        gate = asyncio.Semaphore(self._watch.settings.hosts_at_once)
        hosts: dict[str, list[Watched]] = {}
        for one in chosen:
            hosts.setdefault(one.page.host, []).append(one)

        async def visit_host(pages: list[Watched]) -> None:
            async with gate:
                await self._visit_host(pages)

        await asyncio.gather(*(visit_host(pages) for pages in hosts.values()))
        if self.report.is_offline:
            self._asked()  # nobody was reached, so there is nothing to remember

    async def _visit_host(self, pages: list[Watched]) -> None:
        failed: list[tuple[Watched, Visit]] = []
        for one in pages:
            if self._is_over():
                break
            met = await self._meet(one)
            if met is None:
                continue
            if is_failing(met):
                failed.append((one, met))
            else:
                await self._record(one, met, met)
        if failed and not self.report.is_offline:
            await self._judge(failed)

    def _is_over(self) -> bool:
        self.report.is_cut = self.report.is_cut or self._should_stop() or self._now() >= self._until
        return self.report.is_cut or self.report.is_offline

    async def _meet(self, one: Watched) -> Visit | None:
        """Visit a page; None where there is nothing to record of it but perhaps when it is tried again."""
        page, at = one.page, self._now()
        try:
            met = await visit(self._watch.client, page.url, expected_of(one), at, previous_of(page))
        except Exception as error:  # whatever one page makes our code raise may not keep others from being visited
            await self._note_trouble(page, error)
            return None
        if met.outcome is Outcome.OWN_NETWORK:
            self.report.is_offline = True
            return None
        if met.outcome is Outcome.POSTPONED:
            self.report.outcomes[met.outcome.code] += 1
            until = max(met.not_before or at + _DAY, at)
            await asyncio.to_thread(put_off, self._watch.database, page, until, self._asked())
            return None
        return met

    async def _judge(self, failed: Sequence[tuple[Watched, Visit]]) -> None:
        """Record failures of one host: as its own where enough of its services fail together."""
        host = failed[0][0].page.host
        known = await asyncio.to_thread(watching.failing, self._watch.database, host, self._now() - TOGETHER)
        earlier = [
            visit_before
            for url, (page, services) in known.items()
            if url not in {one.page.url for one, _ in failed} and page.kind == "site"
            for visit_before in [_visit_of(page)] * services
        ]
        each = [(place, met) for place, (one, met) in enumerate(failed) for _ in _counts(one)]
        judged, outages = host_wide([*(met for _, met in each), *earlier])
        excused = {place: counted for (place, _), counted in zip(each, judged[: len(each)], strict=True)}
        for place, (one, met) in enumerate(failed):
            counted = excused.get(place, met)
            is_shared = counted.outcome is Outcome.HOST_WIDE
            await self._record(one, met, counted, outages[0] if is_shared else None)

    async def _record(self, one: Watched, met: Visit, counted: Visit, outage: HostOutage | None = None) -> None:
        finding = Finding(watched=one, met=met, counted=counted, outage=outage, asked=self._asked())
        try:
            await asyncio.to_thread(self._keep, finding)
        except Exception as error:  # as above
            await self._note_trouble(one.page, error)
            return
        self.report.outcomes[counted.outcome.code] += 1

    def _keep(self, finding: Finding) -> None:
        watch = self._watch
        record(watch.database, seen_in(finding, watch.documents, watch.settings, self._pace))

    async def _note_trouble(self, page: Page, error: Exception) -> None:
        """Say that our own code failed, and not what it failed on: pages hold names and numbers of people."""
        kind = type(error).__name__
        logger.error("The visit to %s ended in %s.", page.url, kind)
        self.report.outcomes["trouble"] += 1
        until = self._now() + _DAY
        await asyncio.to_thread(put_off, self._watch.database, page, until, self._asked(), kind)

    def _asked(self) -> Asked:
        return self._watch.made.take(self._watch.client.manners, self._now())

    def _now(self) -> datetime:
        return self._watch.client.clock.now()


def _counts(one: Watched) -> Sequence[object]:
    """One for each service that fails with a page: a feed that fails is no service more."""
    return one.behind if one.page.kind == "site" else ()


def _visit_of(page: Page) -> Visit:
    """An earlier visit to a page, as far as judging a host needs it."""
    assert page.outcome is not None
    assert page.last_checked is not None
    return Visit(
        url=page.url,
        final_url=page.final_url or page.url,
        at=page.last_checked,
        outcome=Outcome.of(page.outcome),
        since=page.since or page.last_checked,
        reason=page.reason or "",
    )
