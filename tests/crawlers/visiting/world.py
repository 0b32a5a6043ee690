"""A world for tests: sites, a clock that jumps, and a client whose log and kept documents can be read."""

import asyncio
import heapq
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from crawlers.visiting.asking import CrawlRecord
from crawlers.visiting.client import GuardedClient
from crawlers.visiting.exchange import Caps
from crawlers.visiting.manners import HostState, Manners
from crawlers.visiting.naming import Expected
from crawlers.visiting.report import Previous, Visit
from crawlers.visiting.settings import Settings, read_settings
from crawlers.visiting.visit import visit
from directory.domain.sources import RawDocument
from tests.crawlers.visiting.site import SiteServer

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


class SimulatedClock:
    """A clock that stands still until somebody waits: then it jumps to when the first of those who wait wakes."""

    def __init__(self, now: datetime = START) -> None:
        self._now = now
        self._wakings: list[datetime] = []

    def now(self) -> datetime:
        return self._now

    async def sleep(self, seconds: float) -> None:
        waking = self._now + timedelta(seconds=seconds)
        heapq.heappush(self._wakings, waking)
        while self._now < waking:
            await asyncio.sleep(0)
            if self._wakings[0] == waking:
                self._now = max(self._now, waking)
        self._wakings.remove(waking)
        heapq.heapify(self._wakings)

    def jump(self, **ahead: float) -> None:
        """Move on by days, hours or seconds."""
        self._now += timedelta(**ahead)


class World:
    """Sites, a clock and a client, with what the client logged and kept."""

    def __init__(self, server: SiteServer, settings: Settings | None = None) -> None:
        self.server = server
        self.settings = settings or read_settings()
        self.clock = SimulatedClock()
        self.log: list[CrawlRecord] = []
        self.kept: list[RawDocument] = []
        self.client = self.new_client()

    def new_client(self, states: tuple[HostState, ...] = (), **settings: Any) -> GuardedClient:
        """One more client of this world, that knows what the states say."""
        trusted = ssl.create_default_context(cafile=self.server.certificate)
        tokens = count(1)
        world: dict[str, Any] = {
            "settings": self.settings,
            "manners": Manners(states),
            "allowance": self.server.allowance,
            "log": self.log.append,
            "keep": self.kept.append,
            "resolve": self.server.resolve,
            "clock": self.clock,
            "trusted": trusted,
            "token": lambda: f"nobody-has-this-{next(tokens)}",
            "caps": Caps(total_s=5.0),
        }
        return GuardedClient(**(world | settings))

    def visit(
        self, url: str, expected: Expected | None = None, previous: Previous | None = None, **settings: Any
    ) -> Visit:
        """One visit at the time of the clock, by the client of this world or one with other settings."""
        client = self.new_client(**settings) if settings else self.client
        return asyncio.run(visit(client, url, expected or Expected(), self.clock.now(), previous))


@contextmanager
def new_world(certificate: str = "valid") -> Iterator[World]:
    """A world with no sites yet."""
    server = SiteServer(certificate)
    try:
        yield World(server)
    finally:
        server.stop()
