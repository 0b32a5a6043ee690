"""All that one visit showed, put together for being kept in one transaction."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from crawlers.visiting.host_wide import HostOutage
from crawlers.visiting.report import Visit
from crawlers.watch_evidence import (
    closure_of,
    event_sightings,
    moved_proposals,
    page_events,
    page_proposals,
    text_sightings,
    web_sightings,
)
from crawlers.watch_reading import SiteRead, document_of, feed_hash, feed_state, read_feed_of, read_site
from crawlers.watch_settings import WatchSettings
from crawlers.watch_state import after_visit, is_failing
from crawlers.watching.head import FeedLink
from directory.domain.status.sightings import Sighting
from directory.intake.watch import Asked, Outage, Proposal, Seen
from directory.queries.watching import Page, Watched


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A visit to a watched page: what it ``met``, and as what that is ``counted``; these differ in an outage of its
    host. ``asked`` are the requests that were made for it."""

    watched: Watched
    met: Visit
    counted: Visit
    outage: HostOutage | None
    asked: Asked


def seen_in(finding: Finding, documents: Path, settings: WatchSettings, pace: float) -> Seen:
    """What a visit showed; ``documents`` is the archive, ``pace`` as `crawlers.revisit.interval_days` takes it."""
    if finding.watched.page.kind == "feed":
        return _feed_seen(finding, documents, settings, pace)
    return _site_seen(finding, documents, settings, pace)


def _site_seen(finding: Finding, documents: Path, settings: WatchSettings, pace: float) -> Seen:
    watched, met = finding.watched, finding.met
    document = document_of(watched.page, met, documents)
    read = read_site(met, document)
    content_hash = read.words.content_hash if read else None
    if read is None and document is not None and met.symbol == "ok":
        # A picture or a PDF has no words, and still changes or not.
        content_hash = document.sha256
    is_own = watched.is_own and read is not None
    sightings = [*web_sightings(watched, finding.counted)]
    proposals = [*moved_proposals(watched, met)]
    if is_own and read is not None:
        said, put_forward = _own(watched, met, read, settings)
        sightings += said
        proposals += put_forward
    feeds = (
        {one.id: _feeds(read.words.feeds, settings.feeds_of_page) if is_own else () for one in watched.behind}
        if read
        else None
    )
    return _seen(
        finding,
        _known(finding, content_hash, pace),
        sightings,
        proposals=proposals,
        feeds=feeds,
        is_read=read is not None,
    )


def _own(
    watched: Watched, met: Visit, read: SiteRead, settings: WatchSettings
) -> tuple[Iterable[Sighting], Iterable[Proposal]]:
    """What a page says of the one service that it is about."""
    [only] = watched.behind
    closure = closure_of(only, met, read)
    events = event_sightings(
        only.id,
        page_events(met, read),
        met.at,
        met.url,
        most=settings.days_of_feed,
        most_ahead=settings.days_ahead_of_feed,
    )
    return (*text_sightings(only, met, read, closure), *events), page_proposals(only, met, read, closure)


def _feed_seen(finding: Finding, documents: Path, settings: WatchSettings, pace: float) -> Seen:
    watched, met, page = finding.watched, finding.met, finding.watched.page
    today = met.at.date()
    document = document_of(page, met, documents)
    reading = read_feed_of(met, document, today)
    content_hash = feed_hash(reading, document) if reading and document and met.symbol == "ok" else None
    known = _known(finding, content_hash, pace)
    if reading is not None and not (is_failing(met) and page.failures == 0):
        state = feed_state(page, reading, today)
        known = replace(
            known,
            feed_health=state.health.value,
            feed_since=state.since,
            feed_newest_on=state.newest_on,
            feed_usual_gap=state.usual_gap,
            feed_sentence=state.sentence,
        )
    sightings: Iterable[Sighting] = ()
    if watched.is_own and reading is not None and content_hash not in (None, page.content_hash):
        sightings = event_sightings(
            watched.behind[0].id,
            reading.items,
            met.at,
            met.url,
            most=settings.days_of_feed,
            most_ahead=settings.days_ahead_of_feed,
        )
    return _seen(finding, known, sightings)


def _known(finding: Finding, content_hash: str | None, pace: float) -> Page:
    return after_visit(
        finding.watched.page,
        finding.met,
        finding.counted,
        content_hash=content_hash,
        pace=pace,
        p_open=[one.p_open for one in finding.watched.behind if one.p_open is not None],
    )


def _seen(
    finding: Finding,
    known: Page,
    sightings: Iterable[Sighting],
    *,
    proposals: Iterable[Proposal] = (),
    feeds: dict[str, tuple[str, ...]] | None = None,
    is_read: bool = False,
) -> Seen:
    outage = finding.outage
    return Seen(
        page=known,
        at=finding.met.at,
        asked=finding.asked,
        sightings=tuple(sightings),
        proposals=tuple(proposals),
        feeds=feeds,
        is_read=is_read,
        outage=Outage(
            host=known.host,
            services=len(outage.urls),
            outcomes=",".join(sorted(one.code for one in outage.outcomes)),
        )
        if outage
        else None,
        is_answering=finding.met.symbol == "ok",
    )


def _feeds(found: Iterable[FeedLink], most: int) -> tuple[str, ...]:
    """The feeds of a page that its group writes, at most so many."""
    return tuple(feed.url for feed in found if not _is_of_comments(feed))[:most]


def _is_of_comments(feed: FeedLink) -> bool:
    """What visitors write says nothing of the group: blogs that nobody looks after are full of it."""
    return "/comments/" in feed.url or "comments" in feed.title.casefold()
