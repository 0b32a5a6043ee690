"""Parked domains: which of the signs of one a page bears."""

from collections.abc import Iterable

import httpx

from crawlers.visiting.domains import host_of, is_within, registered_domain
from crawlers.visiting.limits import LINKS_AWAY, LITTLE_TEXT
from crawlers.visiting.page import Page
from crawlers.visiting.settings import Settings


def parked_signs(page: Page, url: str, settings: Settings) -> list[str]:
    """The signs that a page by itself bears, each as a few words; `parked.parked_signs` needs no other page."""
    host = host_of(url)
    signs = []
    if any(words in page.opening for words in settings.parking_words):
        signs.append("it speaks of a domain for sale or parked")
    if len(page.text) < LITTLE_TEXT and _share_away(page.links, url) > LINKS_AWAY:
        signs.append("it is little more than links to other sites")
    if any(is_within(host, parking) for parking in settings.parking_hosts):
        signs.append("its host is a parking service")
    if page.title.strip().lower().removeprefix("www.") in {host.removeprefix("www."), registered_domain(host)}:
        signs.append("its title is the bare domain")
    return signs


def _share_away(links: Iterable[str], url: str) -> float:
    """The share of links that lead to other sites; links that are no addresses are left out."""
    own = registered_domain(host_of(url))
    away = []
    for link in links:
        try:
            joined = httpx.URL(url).join(link)
        except (httpx.InvalidURL, UnicodeError, ValueError):
            continue
        if joined.scheme in ("http", "https"):
            away.append(registered_domain(host_of(str(joined))) != own)
    return sum(away) / len(away) if away else 0.0
