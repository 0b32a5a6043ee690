"""What a site says of addresses that cannot exist, asked once a day of each site."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from crawlers.visiting.address import read_url
from crawlers.visiting.answer import Answer, page_of
from crawlers.visiting.clock import Clock
from crawlers.visiting.domains import registered_domain
from crawlers.visiting.limits import PROBES_FRESH_S
from crawlers.visiting.locks import Locks
from crawlers.visiting.outcome import Unanswered
from crawlers.visiting.page import Page


class Probes:
    """Pages that sites show for a random path and for a random name, remembered for a day.

    ``get`` fetches an address; ``token`` makes a word that no site can have used.
    """

    def __init__(self, get: Callable[[str], Awaitable[Answer]], clock: Clock, token: Callable[[], str]) -> None:
        self._get = get
        self._clock = clock
        self._token = token
        self._locks = Locks()
        self._known: dict[str, tuple[datetime, Page | None]] = {}

    async def unknown_path(self, url: str) -> Page | None:
        """The page that the site of ``url`` shows for a path that does not exist; None when it says so."""
        origin = read_url(url).origin
        return await self._page(origin, f"{origin}/{self._token()}")

    async def unknown_name(self, url: str) -> Page | None:
        """The page shown for a name below the domain of ``url`` that nobody set up; None when there is none."""
        target = read_url(url)
        domain = registered_domain(target.host)
        if target.literal is not None or "." not in domain:
            return None
        return await self._page(f"*.{domain}", f"{target.scheme}://{self._token()}.{domain}/")

    async def _page(self, key: str, url: str) -> Page | None:
        async with self._locks.held(key):
            asked_at, page = self._known.get(key, (None, None))
            if asked_at is not None and (self._clock.now() - asked_at).total_seconds() < PROBES_FRESH_S:
                return page
            try:
                answer = await self._get(url)
            except Unanswered:
                # A site that does not answer now may answer the next visit: nothing is remembered.
                return None
            page = await page_of(answer) if answer.is_page else None
            self._known[key] = (self._clock.now(), page)
            return page
