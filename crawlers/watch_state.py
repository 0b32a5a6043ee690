"""What is known of a watched page after a visit: whether it fails, how often it changes, when it is looked at again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from crawlers.revisit import FIRST_RATE, next_check, rate_of
from crawlers.visiting.outcome import Outcome
from crawlers.visiting.report import Previous, Visit
from directory.queries.watching import Page

GAPS_KEPT = 50
"""Readings by which the rate of a page is known: what it did years ago says little of what it does now."""

_DAY = timedelta(days=1)


def previous_of(page: Page) -> Previous | None:
    """What the next visit needs to know of the last one; None before the first."""
    if page.outcome is None or page.since is None or page.final_url is None:
        return None
    return Previous(
        outcome=Outcome.of(page.outcome),
        since=page.since,
        final_url=page.final_url,
        etag=page.etag,
        last_modified=page.last_modified,
        has_named=page.has_named,
        is_noindex=page.is_noindex,
    )


def is_failing(met: Visit) -> bool:
    """Whether a visit met a page that fails or is gone."""
    return met.symbol in ("fail", "gone")


def after_visit(
    page: Page, met: Visit, counted: Visit, *, content_hash: str | None, pace: float, p_open: Sequence[float]
) -> Page:
    """What is known of ``page`` after a visit that ``met`` this, which is ``counted`` as that.

    ``content_hash`` is of what the page says, None where nothing was read of it. See `next_check` for the rest.
    """
    known = _read(_counted(page, met, counted), met, content_hash)
    due = next_check(
        met.at,
        rate=known.rate or FIRST_RATE,
        pace=pace,
        failing_since=known.failing_since,
        failures=known.failures,
        is_read=met.symbol is not None,
        p_open=p_open,
    )
    return replace(known, next_check=max(due, met.not_before or due))


def _counted(page: Page, met: Visit, counted: Visit) -> Page:
    failing_since, failures = page.failing_since, page.failures
    if met.symbol == "ok":
        failing_since, failures = None, 0
    elif is_failing(met):
        failing_since, failures = failing_since or met.at, failures + 1
    return replace(
        page,
        outcome=met.outcome.code,
        symbol=counted.symbol,
        reason=counted.reason,
        since=met.since,
        final_url=met.final_url,
        etag=met.etag,
        last_modified=met.last_modified,
        has_named=met.has_named,
        checks=page.checks + 1,
        first_checked=page.first_checked or met.at,
        last_checked=met.at,
        failing_since=failing_since,
        failures=failures,
        trouble=None,
    )


def _read(page: Page, met: Visit, content_hash: str | None) -> Page:
    if content_hash is None:
        if met.outcome is Outcome.NOT_MODIFIED:
            # What did not change is not in the archive, so the next visit asks for it whatever the host says.
            page = replace(page, etag=None, last_modified=None)
        return page
    has_changed = page.content_hash is not None and content_hash != page.content_hash
    gaps = tuple(page.gaps)
    if page.last_read is not None and met.at > page.last_read:
        gaps = (*gaps, ((met.at - page.last_read) / _DAY, has_changed))[-GAPS_KEPT:]
    if met.document is not None:
        page = replace(page, document=met.document.sha256, media_type=met.document.media_type)
    return replace(
        page,
        content_hash=content_hash,
        is_noindex=met.is_noindex,
        changes=page.changes + has_changed,
        gaps=gaps,
        rate=rate_of(gaps) if gaps else None,
        last_read=met.at,
        last_changed=met.at if has_changed or page.last_read is None else page.last_changed,
    )
