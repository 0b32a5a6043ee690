"""One visit to the web page of a service: fetch it, judge it, and report what was met."""

from datetime import datetime

from crawlers.visiting.answer import Answer, Validators, page_of
from crawlers.visiting.classify import is_named
from crawlers.visiting.client import GuardedClient
from crawlers.visiting.judging import Verdict, judged
from crawlers.visiting.limits import NAME_GONE_AFTER_S
from crawlers.visiting.naming import Expected
from crawlers.visiting.outcome import Outcome, Unanswered
from crawlers.visiting.page import Page
from crawlers.visiting.report import Previous, Visit
from crawlers.visiting.robots import is_noindex

_MAY_BE_OURS = frozenset({Outcome.NAME_UNKNOWN, Outcome.NAME_UNANSWERED, Outcome.UNREACHABLE, Outcome.TIMED_OUT})
"""Failures that look the same when it is our own network that is down."""

_UNKNOWN_NAMES = frozenset({Outcome.NAME_UNKNOWN, Outcome.NAME_GONE})

_OWN_WORDS = frozenset({Outcome.OK, Outcome.MOVED, Outcome.TLS_TROUBLE})
"""Classes of pages whose words are the service's own."""


async def visit(
    client: GuardedClient, url: str, expected: Expected, at: datetime, previous: Previous | None = None
) -> Visit:
    """Visit a page ``at`` this time; raise `InvalidValue` when ``url`` is no web address.

    ``expected`` is what the service is known by. ``previous`` is the last visit, if there was one: an unchanged page
    need not be sent again, and a domain that is unknown on two days is gone.
    """
    validators = _validators(previous)
    try:
        answer = await client.get(url, validators)
    except Unanswered as failure:
        return await _unanswered(client, url, at, previous, failure)
    page = await page_of(answer)
    has_named = previous is not None and previous.has_named
    if answer.distrust is not None:
        verdict = Verdict(Outcome.TLS_TROUBLE, answer.distrust)
    else:
        verdict = await judged(client, answer, page, expected, has_named=has_named)
    if verdict.outcome is Outcome.NOT_MODIFIED:
        if previous is not None and validators is not None:
            return _unchanged(url, at, previous, answer, verdict)
        verdict = Verdict(Outcome.UNREADABLE, "It says that nothing changed, which nobody asked.")
    return _met(url, at, previous, answer, page, expected, verdict)


def _met(
    url: str,
    at: datetime,
    previous: Previous | None,
    answer: Answer,
    page: Page | None,
    expected: Expected,
    verdict: Verdict,
) -> Visit:
    """The report on an answer that came with a body, or with none where one was due."""
    outcome = verdict.outcome
    own = page if outcome in _OWN_WORDS else None
    named = own is not None and is_named(answer, own, expected)
    return Visit(
        url=url,
        final_url=answer.final_url,
        at=at,
        outcome=outcome,
        since=_since(outcome, at, previous),
        reason=verdict.reason,
        document=answer.document,
        text=own.text if own is not None else None,
        etag=answer.headers.get("ETag"),
        last_modified=answer.headers.get("Last-Modified"),
        proposed_url=answer.final_url if outcome is Outcome.MOVED else None,
        has_named=named or (previous is not None and previous.has_named),
        is_noindex=is_noindex(answer.headers.get("X-Robots-Tag", "")) or (page is not None and page.is_noindex),
        took_s=answer.took_s,
    )


def _unchanged(url: str, at: datetime, previous: Previous, answer: Answer, verdict: Verdict) -> Visit:
    """The report on a page that is as it was: what was known of it still holds."""
    return Visit(
        url=url,
        final_url=answer.final_url,
        at=at,
        outcome=verdict.outcome,
        since=_since(verdict.outcome, at, previous),
        reason=verdict.reason,
        etag=answer.headers.get("ETag", previous.etag),
        last_modified=answer.headers.get("Last-Modified", previous.last_modified),
        has_named=previous.has_named,
        is_noindex=previous.is_noindex,
        took_s=answer.took_s,
    )


async def _unanswered(
    client: GuardedClient, url: str, at: datetime, previous: Previous | None, failure: Unanswered
) -> Visit:
    """The report on an address that gave nothing to read."""
    verdict = Verdict(failure.outcome, failure.detail)
    if failure.outcome in _MAY_BE_OURS and not failure.is_ours and not await client.is_online():
        verdict = Verdict(Outcome.OWN_NETWORK)
    since = _since(verdict.outcome, at, previous)
    if verdict.outcome is Outcome.NAME_UNKNOWN and (at - since).total_seconds() >= NAME_GONE_AFTER_S:
        verdict = Verdict(Outcome.NAME_GONE)
    return Visit(
        url=url,
        final_url=failure.url or url,
        at=at,
        outcome=verdict.outcome,
        since=since,
        reason=verdict.reason,
        has_named=previous is not None and previous.has_named,
        not_before=failure.not_before,
    )


def _validators(previous: Previous | None) -> Validators | None:
    """What to ask with, where "unchanged" would mean that the service is well."""
    if previous is None or previous.outcome.symbol != "ok":
        return None
    return Validators(previous.final_url, previous.etag, previous.last_modified)


def _since(outcome: Outcome, at: datetime, previous: Previous | None) -> datetime:
    """When an outcome was first met in a row that lasts until now; an unknown name stays one when it is gone."""
    if previous is None:
        return at
    is_same = previous.outcome is outcome or {previous.outcome, outcome} <= _UNKNOWN_NAMES
    return previous.since if is_same else at
