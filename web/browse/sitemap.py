"""The map of the site for search engines, cut by the beginnings of ids, and what they are asked to leave alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from string import hexdigits

from flask import request, url_for

from directory.domain.errors import NotFound
from directory.domain.messages import say
from directory.queries import Database
from directory.queries.browse import listed_services
from web.config import SITEMAP_ADDRESSES, SITEMAP_FILLED
from web.language.languages import LANGUAGES, STARTS, Language
from web.language.prefix import start_of

PAGES = "pages"
SERVICES = "services"

_PERSONAL = ("/search", "/near?", "/query.json", "/guide/", "/shortlist", "/reports/", "/check", "/services/*/report")
LEFT_ALONE = tuple(f"{start}{path}" for start in STARTS for path in _PERSONAL)
"""Addresses that say something of a person or are meant for one alone, in every language."""

STANDING = (
    "home.home",
    "crisis.crisis_view",
    "guide.ask",
    "near.where",
    "needs.needs",
    "areas.areas",
    "about.about",
    "plain.sources",
    "plain.privacy",
    "plain.accessibility",
)
"""Pages of the site that are always there, by endpoint."""

_PART = re.compile(rf"{SERVICES}(?:-([0-9a-f]{{1,8}}))?")
_HEX = hexdigits[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One page, and the day on which something of it last changed, where that is known.

    ``alternates`` are the page in each language. Every page names its own as well, so those of services, of which there
    are very many, are left to that.
    """

    url: str
    changed: date | None = None
    alternates: tuple[tuple[Language, str], ...] = ()


def parts_of(services: int) -> Iterator[str]:
    """The files that the map of so many services is cut into: none holds more than the protocol allows."""
    yield PAGES
    digits = 0
    while services > SITEMAP_FILLED * len(_HEX) ** digits:
        digits += 1
    for begins in product(_HEX, repeat=digits):
        yield f"{SERVICES}-{''.join(begins)}" if digits else SERVICES


def pages_of(needs: Iterable[str], areas: Iterable[str]) -> Iterator[Address]:
    """The pages that are no service's: those that are always there, and one for each need and each area."""
    yield from (_page(url_for(endpoint)) for endpoint in STANDING)
    yield from (_page(url_for("needs.need", need_id=need)) for need in needs)
    yield from (_page(url_for("areas.area", code=code)) for code in sorted(areas))


def services_in(part: str, database: Database) -> Iterator[Address]:
    """The pages of services in one file; raise `NotFound` where there is no such file."""
    match = _PART.fullmatch(part)
    if match is None:
        raise NotFound(say("There is no such part of the map."))
    # Making one address from another takes a tenth of the time of asking Flask for each.
    stem = url_for("service.service_page", service_id="0", _external=True).removesuffix("0")
    for service_id, confirmed_on in listed_services(database, match[1] or "", SITEMAP_ADDRESSES):
        yield Address(url=f"{stem}{service_id}", changed=confirmed_on)


def _page(address: str) -> Address:
    host, path = request.host_url.removesuffix("/"), address.removeprefix(request.script_root)
    alternates = tuple((language, f"{host}{start_of(language)}{path}") for language in LANGUAGES.values())
    return Address(url=f"{host}{address}", alternates=alternates)
