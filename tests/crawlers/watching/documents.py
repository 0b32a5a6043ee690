"""Documents written by the tests: pages, feeds and calendars as they would have been fetched."""

from datetime import UTC, date, datetime

from crawlers.watching.contacts import Contacts, read_contacts
from crawlers.watching.embedded import Embedded, read_embedded
from crawlers.watching.page import PageReading, read_page
from directory.domain.sources import RawDocument

TODAY = date(2026, 7, 7)
URL = "https://www.example.org/about/"


def document(content: bytes | str, url: str = URL, media_type: str | None = None) -> RawDocument:
    """A document as fetched on `TODAY`."""
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    fetched_at = datetime(TODAY.year, TODAY.month, TODAY.day, 9, 30, tzinfo=UTC)
    return RawDocument(url=url, content=raw, fetched_at=fetched_at, media_type=media_type)


def html(body: str, head: str = "") -> str:
    """A page with that body and head."""
    return f"<!DOCTYPE html><html lang='en-GB'><head><title>A hall</title>{head}</head><body>{body}</body></html>"


def page(body: str, head: str = "", url: str = URL) -> PageReading:
    """The reading of a page with that body and head."""
    return read_page(document(html(body, head), url))


def contacts(body: str) -> Contacts:
    """The contacts on a page with that body."""
    return read_contacts(page(body))


def embedded(body: str, head: str = "") -> Embedded:
    """The embedded data of a page with that body and head."""
    return read_embedded(document(html(body, head)))


def json_ld(text: str) -> str:
    """A script with that JSON-LD."""
    return f'<script type="application/ld+json">{text}</script>'


def calendar(*events: str) -> RawDocument:
    """A calendar with events of those lines."""
    blocks = "".join(f"BEGIN:VEVENT\r\n{event.strip()}\r\nEND:VEVENT\r\n" for event in events)
    return document(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Hall diary\r\n{blocks}END:VCALENDAR\r\n")


def rss(*items: str, channel: str = "") -> RawDocument:
    """An RSS feed with items of that markup."""
    joined = "".join(f"<item>{item}</item>" for item in items)
    return document(
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{channel}{joined}</channel></rss>'
    )
