"""Reading feeds: RSS and Atom here, calendars and the events of pages by their own modules, all to one shape."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import feedparser

from crawlers.watching.addresses import whole_address
from crawlers.watching.calendars import is_calendar, read_calendar
from crawlers.watching.dated import Dated, DatedKind, FeedFormat, FeedReading, feed_of
from crawlers.watching.days import day_said
from crawlers.watching.embedded import Embedded, EventStatus
from crawlers.watching.limits import FEED_BEGINS_WITHIN, MAX_BYTES, MAX_ITEMS, MAX_TAGS
from crawlers.watching.markup import decoded, words_of
from directory.domain.sources import RawDocument

_ROOT = re.compile(r"<(?:[\w-]+:)?(?:rss|feed|rdf|channel|entry|item)\b", re.IGNORECASE)
_NESTED_ENTITY = re.compile(r"<!ENTITY\b[^<>]*&(?!#)")
"""An entity made of others: no feed needs one, and a few lines of them stand for gigabytes."""

_ITEM_DAYS = ("published", "created", "updated")
_FEED_DAYS = ("updated", "published")
_NO_FEED = "The document is neither RSS, Atom nor a calendar"


def read_feed(document: RawDocument, today: date) -> FeedReading:
    """What the feed or calendar in ``document`` says, as seen on the day ``today``.

    No bytes raise anything: those that are no feed have a ``problem``.
    """
    if not document.content.strip():
        return FeedReading(format=None, problem="The document is empty")
    if len(document.content) > MAX_BYTES:
        return FeedReading(format=None, problem=f"The document is longer than {MAX_BYTES:,} bytes")
    if document.content.count(b"<") > MAX_TAGS:
        return FeedReading(format=None, problem=f"The document has more than {MAX_TAGS:,} tags")
    if is_calendar(document):
        return read_calendar(document, today)
    text = decoded(document)
    if _ROOT.search(text[:FEED_BEGINS_WITHIN]) is None:
        return FeedReading(format=None, problem=_NO_FEED)
    if _NESTED_ENTITY.search(text):
        return FeedReading(format=None, problem="The document has entities made of other entities")
    return _read_syndicated(document, today)


def events_of_page(embedded: Embedded, today: date) -> FeedReading:
    """The events in a page's embedded data, as if they were a feed."""
    found = (
        Dated(
            kind=DatedKind.EVENT,
            on=event.on,
            title=event.name or "",
            url=event.url,
            is_cancelled=event.status is not EventStatus.SCHEDULED,
        )
        if event.on
        else None
        for event in embedded.events
    )
    return feed_of(FeedFormat.PAGE, found, today)


def _read_syndicated(document: RawDocument, today: date) -> FeedReading:
    headers = {"content-type": document.media_type} if document.media_type else {}
    try:
        # A stream, because it takes bare bytes for the name of a file first.
        parsed = feedparser.parse(
            BytesIO(document.content), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception:  # its loose parser meets junk that it was not made for, and what it raises then is not documented
        return FeedReading(format=None, problem="The document cannot be read as a feed")
    feed_format = _format_of(parsed.get("version") or "", bool(parsed.entries))
    if feed_format is None:
        return FeedReading(format=None, problem=_NO_FEED)
    return feed_of(
        feed_format,
        _items(parsed.entries, document.url),
        today,
        title=words_of(_text(parsed.feed, "title")),
        updated_on=_first_day(parsed.feed, _FEED_DAYS),
    )


def _format_of(version: str, has_items: bool) -> FeedFormat | None:
    """The format; RSS for items in no known version of any, which is how RSS is most often miswritten."""
    if version.startswith("atom"):
        return FeedFormat.ATOM
    return FeedFormat.RSS if version.startswith("rss") or has_items else None


def _items(entries: list[Any], base: str) -> Iterator[Dated | None]:
    for entry in entries[:MAX_ITEMS]:
        on = _first_day(entry, _ITEM_DAYS)
        url = whole_address(base, _text(entry, "link"))
        yield Dated(kind=DatedKind.POST, on=on, title=words_of(_text(entry, "title")), url=url) if on else None


def _first_day(element: Any, names: tuple[str, ...]) -> date | None:
    """The first whole date of these. The parser's own readings are left: it fills in months and days nobody wrote."""
    return next((day for name in names if (day := day_said(_text(element, name)))), None)


def _text(element: Any, name: str) -> str:
    # Past the parser's own look-up, which gives one date for another and warns that it does.
    value = dict.get(element, name)
    return value if isinstance(value, str) else ""
