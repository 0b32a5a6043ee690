"""What a page says outside its text: addresses it links to, feeds, its own address, language and robots rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote

from lxml import html

from crawlers.watching.addresses import host_of, whole_address
from crawlers.watching.limits import MAX_FOUND, MAX_LINKS, MAX_URL
from crawlers.watching.markup import words_of

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
_FEED_TYPES = {
    "application/rss+xml": "rss",
    "application/rdf+xml": "rss",
    "application/atom+xml": "atom",
    "text/calendar": "calendar",
}
_CALENDAR = re.compile(r"\.ics(?:\?|$)|[?&]ical=1\b|^webcals?:", re.IGNORECASE)
_WEBCAL = re.compile(r"^webcal(?=s?:)", re.IGNORECASE)
_ROBOTS = frozenset({"robots", "googlebot", "signpost"})
_HIDING = frozenset({"noindex", "none"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link to a page: its whole address, the host without ``www.``, and the words that are linked."""

    url: str
    host: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed that a page names; ``format`` is ``rss``, ``atom`` or ``calendar``."""

    url: str
    format: str
    title: str


def base_of(tree: html.HtmlElement, url: str) -> str:
    """The address that the page's links are relative to."""
    written = next((element.get("href", "") for element in tree.iter("base")), "")
    return whole_address(url, written) or url


def links_of(tree: html.HtmlElement, base: str) -> tuple[Link, ...]:
    """The links to pages, each address once, in the order of the page."""
    found: dict[str, Link] = {}
    for element in islice(_anchors(tree), MAX_LINKS):
        url = whole_address(base, element.get("href"))
        host = host_of(url) if url else None
        if url and host and url not in found:
            found[url] = Link(url=url, host=host, words=words_of(element.text_content()))
    return tuple(found.values())


def written_to(tree: html.HtmlElement) -> tuple[str, ...]:
    """The ``mailto:`` and ``tel:`` links, with their percent escapes read."""
    hrefs = (element.get("href").strip()[:MAX_URL] for element in _anchors(tree))
    chosen = (unquote(href) for href in hrefs if href[:7].lower() == "mailto:" or href[:4].lower() == "tel:")
    return tuple(islice(dict.fromkeys(chosen), MAX_FOUND))


def feeds_of(tree: html.HtmlElement, base: str, links: tuple[Link, ...]) -> tuple[FeedLink, ...]:
    """The feeds declared in the page's head, then the calendars it links to."""
    found = {feed.url: feed for feed in _linked_calendars(tree, base, links)}
    declared = {feed.url: feed for feed in _declared_feeds(tree, base)}
    return tuple((declared | {url: feed for url, feed in found.items() if url not in declared}).values())[:MAX_FOUND]


def _declared_feeds(tree: html.HtmlElement, base: str) -> Iterator[FeedLink]:
    for element in tree.iter("link"):
        kind = _FEED_TYPES.get(element.get("type", "").partition(";")[0].strip().lower())
        url = whole_address(base, element.get("href", ""))
        if kind and url and "alternate" in element.get("rel", "").lower().split():
            yield FeedLink(url=url, format=kind, title=words_of(element.get("title", "")))


def _linked_calendars(tree: html.HtmlElement, base: str, links: tuple[Link, ...]) -> Iterator[FeedLink]:
    for link in links:
        if _CALENDAR.search(link.url):
            yield FeedLink(url=link.url, format="calendar", title=link.words)
    for element in _anchors(tree):
        # Calendar programs are called by a scheme of their own; the same address answers to http.
        href = element.get("href").strip()
        url = whole_address(base, _WEBCAL.sub("http", href)) if _WEBCAL.match(href) else None
        if url:
            yield FeedLink(url=url, format="calendar", title=words_of(element.text_content()))


def _anchors(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    return (element for element in tree.iter("a", "area") if element.get("href"))


def canonical_of(tree: html.HtmlElement, base: str) -> str | None:
    """The address that the page says is its own."""
    for element in tree.iter("link"):
        if "canonical" in element.get("rel", "").lower().split():
            return whole_address(base, element.get("href", ""))
    return None


def language_of(tree: html.HtmlElement) -> str | None:
    """The language tag of the page, in lower case, such as ``en-gb`` or ``cy``."""
    written = next((element.get("lang") or element.get("xml:lang") or "" for element in tree.iter("html")), "")
    tag = written.strip().lower().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else None


def is_noindex(tree: html.HtmlElement) -> bool:
    """Whether the page asks robots not to show it in results."""
    return any(
        element.get("name", "").strip().lower() in _ROBOTS
        and not _HIDING.isdisjoint(re.split(r"[,\s]+", element.get("content", "").lower()))
        for element in tree.iter("meta")
    )
