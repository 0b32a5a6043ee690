"""The guarded client: robots rules first, redirects followed by us, each step checked like the first."""

import ssl
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from secrets import token_hex

import httpcore
import httpx

from crawlers.visiting.address import Allowance, Target, read_url
from crawlers.visiting.answer import Answer, Validators
from crawlers.visiting.asking import Asker, CrawlRecord, Log, Reply
from crawlers.visiting.clock import Clock, SystemClock
from crawlers.visiting.decoding import ACCEPTED
from crawlers.visiting.exchange import Caps
from crawlers.visiting.limits import MAX_REDIRECTS, MAX_ROBOTS_BYTES
from crawlers.visiting.locks import Locks
from crawlers.visiting.manners import Manners
from crawlers.visiting.network import Resolver, is_any_known, system_resolver
from crawlers.visiting.outcome import Outcome, Unanswered
from crawlers.visiting.probing import Probes
from crawlers.visiting.robots import Rules
from crawlers.visiting.settings import Settings
from directory.domain.errors import InvalidValue
from directory.domain.sources import RawDocument

_ACCEPT = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.5", "Accept-Encoding": ACCEPTED}

_RULES_UNREADABLE = frozenset({Outcome.TOO_LARGE, Outcome.UNREADABLE})
"""Failures of robots.txt that say nothing of the site itself, so that only its rules are unknown."""

Keep = Callable[[RawDocument], object]
"""Puts a document away before anybody reads it, as `directory.intake.archive.keep` does."""


def _log_nothing(record: CrawlRecord) -> None:
    """For those who keep no crawl log."""


def _keep_nothing(document: RawDocument) -> None:
    """For those who keep no archive."""


@dataclass(kw_only=True)
class GuardedClient:
    """Fetches any address a stranger may have written, without harm to us and with manners to them.

    ``allowance`` names loopback addresses that may be asked, and ``opted_out`` hosts that may not, beside those of the
    settings. ``log`` is told of every request, and ``keep`` is given
    every document before it is returned. ``resolve``, ``through``, ``clock``, ``trusted`` and ``token`` (words nobody
    has used, for pages that do not exist) are the world as it is unless given. One client serves many tasks at once.
    """

    settings: Settings
    manners: Manners
    allowance: Allowance = field(default_factory=Allowance)
    opted_out: Collection[str] = ()
    log: Log = _log_nothing
    keep: Keep = _keep_nothing
    resolve: Resolver = system_resolver
    through: httpcore.AsyncNetworkBackend = field(default_factory=httpcore.AnyIOBackend)
    clock: Clock = field(default_factory=SystemClock)
    trusted: ssl.SSLContext = field(default_factory=httpx.create_ssl_context)
    token: Callable[[], str] = token_hex
    caps: Caps = field(default_factory=Caps)

    def __post_init__(self) -> None:
        self._asker = Asker(
            user_agent=self.settings.user_agent,
            manners=self.manners,
            opted_out=frozenset(host.lower().strip(".") for host in (*self.settings.opted_out, *self.opted_out)),
            allowance=self.allowance,
            resolve=self.resolve,
            through=self.through,
            clock=self.clock,
            trusted=self.trusted,
            log=self.log,
            caps=self.caps,
        )
        self.probes = Probes(self.get, self.clock, self.token)
        self._rules: dict[str, Rules] = {}
        self._locks = Locks()

    async def get(self, url: str, validators: Validators | None = None) -> Answer:
        """The answer of an address, through at most five redirects; its body is kept before it is returned.

        Raise `InvalidValue` when ``url`` is no web address, and `Unanswered` when there is no answer to read.
        """
        asked = target = read_url(url)
        distrust: str | None = None
        for _ in range(MAX_REDIRECTS + 1):
            try:
                reply = await self._permitted(target, validators)
            except Unanswered as failure:
                failure.url, failure.is_ours = target.url, self.allowance.allows(target)
                raise
            distrust = distrust or reply.distrust
            location = reply.received.redirect
            if location is None:
                return self._answer(asked.url, target, reply, distrust)
            target = _sent_on(location)
        raise Unanswered(Outcome.ENDLESS_REDIRECTS, f"It was followed {MAX_REDIRECTS} times.")

    async def is_online(self) -> bool:
        """Whether our own network is up, as far as looking up well-known names tells."""
        return await is_any_known(self.settings.well_known_names, self.resolve)

    async def _permitted(self, target: Target, validators: Validators | None) -> Reply:
        """The reply of one page, if its site's robots rules let us ask for it."""
        self._asker.admit(target)
        rules = await self._rules_of(target)
        if not rules.allow(target.url):
            raise Unanswered(Outcome.ROBOTS_FAILED if rules.failed else Outcome.ROBOTS_REFUSED)
        headers = _ACCEPT | (validators.headers_for(target.url) if validators else {})
        return await self._asker.ask(target, headers, crawl_delay_s=rules.crawl_delay_s)

    def _answer(self, url: str, target: Target, reply: Reply, distrust: str | None) -> Answer:
        received = reply.received
        document: RawDocument | None = None
        if received.body:
            media_type = received.headers.get("Content-Type")
            document = RawDocument(
                url=target.url, content=received.body, fetched_at=self.clock.now(), media_type=media_type
            )
            self.keep(document)
        return Answer(
            url=url,
            final_url=target.url,
            status=received.status,
            headers=received.headers,
            document=document,
            took_s=reply.took_s,
            distrust=distrust,
        )

    async def _rules_of(self, target: Target) -> Rules:
        """The robots rules of a target's origin, read once a day."""
        async with self._locks.held(target.origin):
            known = self._rules.get(target.origin)
            if known is not None and known.is_fresh(self.clock.now()):
                return known
            rules = await self._read_rules(target)
            self._rules[target.origin] = rules
        self.manners.heard(target.host, self.clock.now(), rules.crawl_delay_s)
        return rules

    async def _read_rules(self, target: Target) -> Rules:
        """Ask for robots.txt; a host that does not answer at all fails as it would for the page."""
        asked = read_url(f"{target.origin}/robots.txt")
        for hop in range(MAX_REDIRECTS + 1):
            try:
                reply = await self._asker.ask(asked, _ACCEPT, most=MAX_ROBOTS_BYTES)
                location = reply.received.redirect
                if location is None:
                    return Rules.of(reply.received.status, reply.received.body, self.clock.now())
                asked = _sent_on(location)
            except Unanswered as failure:
                if failure.outcome is Outcome.POSTPONED or (hop == 0 and failure.outcome not in _RULES_UNREADABLE):
                    raise
                return Rules(self.clock.now(), failed=True)
        # RFC 9309: rules behind more than five redirects are no rules.
        return Rules(self.clock.now())


def _sent_on(location: str) -> Target:
    try:
        return read_url(location)
    except InvalidValue:
        raise Unanswered(Outcome.ADDRESS_REFUSED, "It sends us on to what is no web address.") from None
