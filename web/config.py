"""The settings of the web server: the only place in this package that reads the environment."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from directory.domain.errors import InvalidValue
from directory.domain.home import Home

_TILE_HOST = re.compile(r"https://[a-z0-9.-]+(?::[0-9]{1,5})?(?=/)")

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

SESSIONS_SHOWN = 3
"""The next sessions that the page of a service lists: who cannot come to the first may come to these."""

SESSIONS_IN_CALENDAR = 20
"""Sessions in a calendar file: those of 60 days, of a group that meets twice a week."""

CHECKS_SHOWN = 10
"""Services to be checked on one page: an hour of telephoning."""

CHANGES_SHOWN = 20
"""Proposed changes on one page: a few minutes of reading."""

KEY_BYTES = 32
"""Of the key that signs links to shortlists: as many as its hash gives."""

LEAST_SECRET = 32
"""Characters of a secret that is given: as many figures in hexadecimal would be 128 bits."""

SHORTLIST_SERVICES = 10
"""Services on a shortlist: more than anybody is told of at once, and few enough for a code that phones read."""

SHORTLIST_NOTE = 80
"""Characters of a note beside a service: a hint and not a history. Ten of them fit into a cookie."""

LONGEST_EMAIL = 1_800
"""Characters of the address that opens an e-mail ready to send: some programs take no more than 2,000."""

LONGEST_TEXT = 459
"""Characters of a text message ready to send: what three messages hold."""

CRISIS_TYPED = 300
"""Letters of what somebody typed that are read for crisis words: more than a search takes, and read in milliseconds."""

CRISIS_PANEL_LINES = 4
"""Helplines above a page of results: as many as are read at once, with the crisis page one tap away."""

CRISIS_LINES_KEPT = 300
"""Drawings of the lines that are kept: one for each nation and kind of crisis, and for the saved copy."""

CRISIS_NEAR_SHOWN = 6
"""Local services on the crisis page: it is about the lines."""

CRISIS_CHECK_DAYS = 91
"""Days after which a helpline is to be checked again: numbers live long, but hours change within a season."""

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

PLACES_OFFERED = 8
"""Places offered while one is typed: as many as are read at a glance."""

LONGEST_PLACE = 100
"""Characters of a place: the longest name in the gazetteer has 53, and the longest of an area to follow it 36."""

PLACES_KEPT_S = 24 * 60 * 60
"""Seconds that browsers keep what a beginning may become and what a map shows: places move seldom."""

WIDEST_MAP = 8.0
"""Degrees of a map either way: the country is seven wide, and at that width its lines are few."""

MAP_STEP = 0.05
"""Degrees that the edges of a map are moved out to: neighbours share an answer, and nobody learns whose map it was."""

MOST_LINE_POINTS = 20_000
"""Points of the lines of one map: wards of a city fifty kilometres wide, drawn as fine as a screen can show."""

SMALL_MAP_LINE_POINTS = 1_500
"""Points of the lines of a small map, four miles wide."""

MAP_NAMES = 60
"""Names of places on one map, of which those are drawn that have room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """Pictures that maps are drawn on: their address, with ``{z}``, ``{x}`` and ``{y}`` in it, and whose they are."""

    address: str
    attribution: str

    def __post_init__(self) -> None:
        is_whole = all(part in self.address for part in ("{z}", "{x}", "{y}"))
        if not is_whole or _TILE_HOST.match(self.address) is None:
            raise InvalidValue("SIGNPOST_TILES", self.address, "Tiles are at https://<host>/… with {z}, {x} and {y}")
        if not self.attribution:
            raise InvalidValue("SIGNPOST_TILES_ATTRIBUTION", "", "Say whose the tiles are")

    @property
    def host(self) -> str:
        """The one other host that pages may then ask, for pictures alone."""
        found = _TILE_HOST.match(self.address)
        return found[0] if found else ""

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Tiles | None":
        """Read ``SIGNPOST_TILES`` and, with it, ``SIGNPOST_TILES_ATTRIBUTION``; None where neither is set."""
        address = environment.get("SIGNPOST_TILES", "")
        return cls(address=address, attribution=environment.get("SIGNPOST_TILES_ATTRIBUTION", "")) if address else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What one web server needs to know: its home, where it listens, and how many processes answer.

    ``as_of`` is the day that it plays again, None where it answers as of the present. ``has_staff`` says that whoever
    sits at this machine is staff, and ``proxies`` how many proxies of our own pass requests on. ``secret`` signs links
    to shortlists; None where a key is kept in the home. ``tiles`` are what maps are drawn on, None for our own outlines
    alone.
    """

    home: Home
    host: str = LOCAL_HOST
    port: int = DEFAULT_PORT
    workers: int = DEFAULT_WORKERS
    as_of: date | None = None
    has_staff: bool = False
    proxies: int = 0
    secret: str | None = None
    tiles: Tiles | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.port <= 65_535:
            raise InvalidValue("PORT", self.port, "A port is a whole number from 0 to 65535")
        if self.proxies < 0:
            raise InvalidValue("SIGNPOST_PROXIES", self.proxies, "Proxies are counted from 0")
        if self.workers < 1:
            raise InvalidValue("workers", self.workers, "A server needs at least one worker")
        if self.secret is not None and len(self.secret) < LEAST_SECRET:
            raise InvalidValue("SIGNPOST_SECRET", "", f"A secret has at least {LEAST_SECRET} characters")

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Config":
        """Read ``SIGNPOST_HOME`` and its kin (see `Home.of`), ``PORT`` (default 8000), ``SIGNPOST_STAFF`` (1 where
        whoever sits here is staff), ``SIGNPOST_PROXIES`` (default 0), ``SIGNPOST_SECRET`` and what `Tiles.of`
        reads."""
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
            secret=environment.get("SIGNPOST_SECRET") or None,
            tiles=Tiles.of(environment),
        )
