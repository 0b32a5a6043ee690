"""Reading what a visit brought, or what an earlier one brought where nothing has changed since."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from crawlers.visiting.outcome import Outcome
from crawlers.visiting.report import Visit
from crawlers.watching.dated import FeedFormat, FeedReading
from crawlers.watching.embedded import Embedded, read_embedded
from crawlers.watching.feed_state import FeedHealth, FeedState, judge_feed
from crawlers.watching.feeds import read_feed
from crawlers.watching.page import PageReading, read_page
from directory.domain.errors import NotFound
from directory.domain.sources import RawDocument
from directory.intake import archive
from directory.queries.watching import Page

_STAMP = b"DTSTAMP"
"""Of a calendar the one property that says when it was asked for, and nothing of its events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRead:
    """What a page says, in words and in embedded data."""

    words: PageReading
    embedded: Embedded


def document_of(page: Page, met: Visit, documents: Path) -> RawDocument | None:
    """The document that shows what is at ``page`` now, from the archive where it has not changed; None without one."""
    if met.outcome is not Outcome.NOT_MODIFIED:
        return met.document
    if page.document is None:
        return None
    try:
        content = archive.read(documents, page.document)
    except NotFound:
        return None
    return RawDocument(url=met.final_url, content=content, fetched_at=met.at, media_type=page.media_type)


def read_site(met: Visit, document: RawDocument | None) -> SiteRead | None:
    """What the page of a service says; None where its words are not its own, or it has none without its scripts."""
    has_own_words = met.text is not None or met.outcome is Outcome.NOT_MODIFIED
    if document is None or not has_own_words:
        return None
    words = read_page(document)
    if words.needs_script:
        return None
    # A header may ask for it, too.
    words = replace(words, is_noindex=words.is_noindex or met.is_noindex)
    return SiteRead(words=words, embedded=read_embedded(document))


def read_feed_of(met: Visit, document: RawDocument | None, today: date) -> FeedReading | None:
    """What a feed says; None where the visit says nothing of it, as when robots rules forbid it."""
    if met.symbol == "ok" and document is not None:
        return read_feed(document, today)
    if met.symbol in ("fail", "gone") or met.outcome is Outcome.EMPTY:
        return FeedReading(format=None, problem=met.reason.rstrip("."))
    return None


def feed_hash(reading: FeedReading, document: RawDocument) -> str:
    """A hash that stays the same until somebody changes something: a recurring event is no news each time it recurs."""
    if reading.format is FeedFormat.CALENDAR:
        kept = [line for line in document.content.splitlines() if not line.startswith(_STAMP)]
        return sha256(b"\n".join(kept)).hexdigest()
    return sha256(repr(sorted(map(str, reading.items))).encode("utf-8", "replace")).hexdigest()


def feed_state(page: Page, reading: FeedReading, today: date) -> FeedState:
    """How a feed is doing by this reading, after what is known of it."""
    return judge_feed(reading, _known(page), today)


def _known(page: Page) -> FeedState | None:
    if page.feed_health is None or page.feed_since is None:
        return None
    return FeedState(
        health=FeedHealth(page.feed_health),
        since=page.feed_since,
        newest_on=page.feed_newest_on,
        usual_gap=page.feed_usual_gap,
        sentence=page.feed_sentence or "",
    )
