"""The settings of the web server: the only place in this package that reads the environment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from directory.domain.errors import InvalidValue
from directory.domain.home import Home

LOCAL_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
DEFAULT_WORKERS = 2
REQUEST_BYTES = 64 * 1024
"""The largest body any request may have: a form with a note, or with the days of one page of checks."""

REPORTS_OF_CLIENT = 30
REPORTS_WITHIN = timedelta(hours=1)
"""Reports that one client may send: a whole surgery may share an address, and ring thirty groups in a busy hour."""

REPORTS_OF_SERVICE = 20
"""Reports of one service within a day: by then somebody will look into it, whatever else is reported."""

CLIENTS_REMEMBERED = 20_000
"""Clients whose reports are counted; those that reported longest ago are forgotten first."""

TOKEN_BYTES = 16
"""Of the secret in a reporter's link: 128 bits, which nobody guesses."""

CHECKS_SHOWN = 10
"""Services to be checked on one page: an hour of telephoning."""

CHANGES_SHOWN = 20
"""Proposed changes on one page: a few minutes of reading."""

NEAR_DAYS = 7
"""Days of what is on near a place: until the same weekday comes again."""

NEAR_LOOKED_AT = 200
"""Services near a place whose sessions are worked out for one page: a fraction of a second of work."""

NEAR_SHOWN_OF_DAY = 12
"""Sessions of one day on that page; the search has the rest."""

SITEMAP_ADDRESSES = 50_000
"""Addresses in one file of the sitemap: the protocol allows no more."""

SITEMAP_FILLED = 40_000
"""Addresses that a file has when the map is cut: ids spread evenly, but not quite."""

COUNTS_KEPT = timedelta(hours=1)
"""How long counts of needs and areas are kept: at a million services, those of areas take seconds to work out."""

BROWSE_SHOWN = 5
"""Services on the page of a need: a taste of what a search finds."""

NEEDS_OF_AREA = 12
"""Needs on the page of an area, the commonest first."""

AREA_LOOKED_AT = 200
"""Services near the middle of an area among which organizations of the area are looked for."""

ORGANIZATIONS_OF_AREA = 30
"""Organizations on the page of an area."""

SERVICES_OF_ORGANIZATION = 100
"""Services on the page of an organization: some bodies have a branch in every town."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What one web server needs to know: its home, where it listens, and how many processes answer.

    ``as_of`` is the day that it plays again, None where it answers as of the present. ``has_staff`` says that whoever
    sits at this machine is staff, and ``proxies`` how many proxies of our own pass requests on.
    """

    home: Home
    host: str = LOCAL_HOST
    port: int = DEFAULT_PORT
    workers: int = DEFAULT_WORKERS
    as_of: date | None = None
    has_staff: bool = False
    proxies: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.port <= 65_535:
            raise InvalidValue("PORT", self.port, "A port is a whole number from 0 to 65535")
        if self.proxies < 0:
            raise InvalidValue("SIGNPOST_PROXIES", self.proxies, "Proxies are counted from 0")
        if self.workers < 1:
            raise InvalidValue("workers", self.workers, "A server needs at least one worker")

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Config":
        """Read ``SIGNPOST_HOME`` and its kin (see `Home.of`), ``PORT`` (default 8000), ``SIGNPOST_STAFF`` (1 where
        whoever sits here is staff) and ``SIGNPOST_PROXIES`` (default 0)."""
        port = environment.get("PORT") or str(DEFAULT_PORT)
        if not (port.isascii() and port.isdigit()):
            raise InvalidValue("PORT", port, "A port is a whole number from 0 to 65535")
        proxies = environment.get("SIGNPOST_PROXIES") or "0"
        if not (proxies.isascii() and proxies.isdigit()):
            raise InvalidValue("SIGNPOST_PROXIES", proxies, "Proxies are a whole number from 0")
        return cls(
            home=Home.of(environment),
            port=int(port),
            has_staff=environment.get("SIGNPOST_STAFF") == "1",
            proxies=int(proxies),
        )
