"""One request in its turn: allowed, looked up, waited for, made over one connection a host, and logged."""

import asyncio
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import httpcore
import httpx

from crawlers.visiting.address import Allowance, Endpoint, Target, check_target
from crawlers.visiting.clock import Clock
from crawlers.visiting.exchange import Caps, DistrustedCertificate, Meter, OutOfBytes, Received, exchange
from crawlers.visiting.limits import LONGEST_WAIT_S, MAX_ROBOTS_BYTES
from crawlers.visiting.locks import Locks
from crawlers.visiting.manners import Manners, has_opted_out, retry_after_s
from crawlers.visiting.network import PinnedBackend, Resolver, look_up
from crawlers.visiting.outcome import Outcome, Unanswered

_ASKS_FOR_TIME = (429, 503)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlRecord:
    """One request as the crawl log keeps it; ``bytes`` as they travelled, ``failure`` where there was no answer."""

    host: str
    address: str | None
    url: str
    started_at: datetime
    took_s: float
    bytes: int
    status: int | None
    failure: Outcome | None


Log = Callable[[CrawlRecord], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a host answered, how long it took, and what is wrong with its certificate (None when it is trusted)."""

    received: Received
    took_s: float
    distrust: str | None = None


@dataclass(kw_only=True)
class Asker:
    """Makes single requests, each in its turn.

    ``opted_out`` are hosts that are never asked, nor any name below them. ``trusted`` holds the authorities whose
    certificates are believed; ``resolve`` and ``through`` are how names are looked up and connections made.
    """

    user_agent: str
    manners: Manners
    opted_out: frozenset[str]
    allowance: Allowance
    resolve: Resolver
    through: httpcore.AsyncNetworkBackend
    clock: Clock
    trusted: ssl.SSLContext
    log: Log
    caps: Caps
    _locks: Locks = field(default_factory=Locks, init=False)

    def admit(self, target: Target) -> None:
        """Raise `Unanswered` when a target may not be asked at all."""
        check_target(target, self.allowance)
        if has_opted_out(target.host, self.opted_out):
            raise Unanswered(Outcome.OPTED_OUT)

    async def ask(
        self, target: Target, headers: Mapping[str, str], *, crawl_delay_s: float = 0.0, most: int | None = None
    ) -> Reply:
        """The answer to one request of at most ``most`` bytes; raise `Unanswered` with why there is none.

        Where the certificate is not to be trusted the host is asked once more without trust, so that its words can be
        read; nothing but the request for the page is ever sent.
        """
        self.admit(target)
        caps = self.caps if most is None else replace(self.caps, body=most, travelled=most)
        sent = {"User-Agent": self.user_agent, **headers}
        try:
            return await self._in_turn(target, sent, crawl_delay_s, caps, self.trusted)
        except DistrustedCertificate as distrust:
            reply = await self._in_turn(target, sent, crawl_delay_s, caps, httpx.create_ssl_context(verify=False))
            return replace(reply, distrust=distrust.detail)

    async def _in_turn(
        self, target: Target, headers: Mapping[str, str], crawl_delay_s: float, caps: Caps, tls: ssl.SSLContext
    ) -> Reply:
        """Wait for the turn of the host and of its addresses, ask, and remember what it took."""
        async with self._locks.held(f"host {target.host}"):
            endpoints = await self._looked_up(target)
            addresses = [str(endpoint.address) for endpoint in endpoints]
            async with self._locks.held(*(f"address {address}" for address in sorted(addresses))):
                await self._wait(target.host, addresses)
                return await self._exchange(target, endpoints, headers, crawl_delay_s, caps, tls)

    async def _looked_up(self, target: Target) -> tuple[Endpoint, ...]:
        started_at = self.clock.now()
        try:
            async with asyncio.timeout(self.caps.total_s):
                return await look_up(target, self.resolve, self.allowance)
        except TimeoutError:
            self._record(target, Meter(), started_at, Outcome.NAME_UNANSWERED)
            raise Unanswered(Outcome.NAME_UNANSWERED) from None
        except Unanswered as failure:
            self._record(target, Meter(), started_at, failure.outcome)
            raise

    async def _wait(self, host: str, addresses: Sequence[str]) -> None:
        now = self.clock.now()
        free_at = self.manners.free_at(host, addresses, now)
        if (free_at - now).total_seconds() > LONGEST_WAIT_S:
            raise Unanswered(Outcome.POSTPONED, f"Next at {free_at:%Y-%m-%d %H:%M} UTC.", not_before=free_at)
        while now < free_at:
            await self.clock.sleep((free_at - now).total_seconds())
            now = self.clock.now()

    async def _exchange(
        self,
        target: Target,
        endpoints: tuple[Endpoint, ...],
        headers: Mapping[str, str],
        crawl_delay_s: float,
        caps: Caps,
        tls: ssl.SSLContext,
    ) -> Reply:
        started_at = self.clock.now()
        state = self.manners.state(target.host, started_at)
        backend = PinnedBackend(target.host, endpoints, self.through)
        meter = Meter()
        received: Received | None = None
        failure: Outcome | None = None
        try:
            capped = replace(caps, travelled=min(caps.travelled, state.bytes_left))
            received = await exchange(target, backend, headers, tls=tls, caps=capped, meter=meter)
        except OutOfBytes:
            failure = Outcome.TOO_LARGE
            if state.bytes <= MAX_ROBOTS_BYTES:
                # It does not fit in what robots rules leave of a day, so it never will.
                raise
            raise Unanswered(Outcome.POSTPONED, "What is left of a day's bytes is too little for it.") from None
        except Unanswered as unanswered:
            failure = unanswered.outcome
            raise
        finally:
            took_s = self._record(target, meter, started_at, failure)
            self.manners.asked(
                target.host,
                [str(endpoint.address) for endpoint in endpoints],
                self.clock.now(),
                took_s=took_s,
                travelled=meter.travelled,
                crawl_delay_s=crawl_delay_s,
                retry_after_s=self._pause_asked_for(received),
            )
        return Reply(received=received, took_s=took_s)

    def _pause_asked_for(self, received: Received | None) -> float:
        if received is None or received.status not in _ASKS_FOR_TIME:
            return 0.0
        return retry_after_s(received.headers.get("Retry-After"), self.clock.now())

    def _record(self, target: Target, meter: Meter, started_at: datetime, failure: Outcome | None) -> float:
        """Write one line of the crawl log; the seconds the request took."""
        took_s = max(0.0, (self.clock.now() - started_at).total_seconds())
        self.log(
            CrawlRecord(
                host=target.host,
                address=str(meter.reached.address) if meter.reached else None,
                url=target.url,
                started_at=started_at,
                took_s=took_s,
                bytes=meter.travelled,
                status=meter.status,
                failure=failure,
            )
        )
        return took_s
