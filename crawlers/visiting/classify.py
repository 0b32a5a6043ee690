"""The class of one answer: what its status, its words and where it led say of the service."""

import httpx

from crawlers.visiting.address import read_url
from crawlers.visiting.answer import Answer
from crawlers.visiting.domains import host_of, registered_domain
from crawlers.visiting.limits import LITTLE_TEXT, NO_TEXT
from crawlers.visiting.naming import Expected, names, names_by_host, shares_words
from crawlers.visiting.outcome import Outcome
from crawlers.visiting.page import Page
from crawlers.visiting.settings import Settings

_TOO_BUSY = 429
_MISSING = (404, 410)
_GONE = 410


def class_of_status(answer: Answer, page: Page | None, settings: Settings) -> Outcome | None:
    """The class that an answer has whatever its page says; None for a page to be judged by its words.

    A challenge is told first, since it comes with any status.
    """
    if _is_challenge(answer, page, settings):
        return Outcome.CHALLENGED
    if answer.is_page:
        return None if answer.document is not None else Outcome.EMPTY
    if answer.status in _MISSING:
        return _missing(answer)
    if answer.status == httpx.codes.NOT_MODIFIED:
        return Outcome.NOT_MODIFIED
    if answer.status == _TOO_BUSY:
        return Outcome.TOO_BUSY
    if answer.status >= 500:
        return Outcome.SERVER_ERROR
    return Outcome.BLOCKED if answer.status >= 400 else Outcome.UNREADABLE


def _missing(answer: Answer) -> Outcome:
    if not read_url(answer.final_url).is_root:
        return Outcome.PAGE_MISSING
    return Outcome.ROOT_GONE if answer.status == _GONE else Outcome.ROOT_MISSING


def _is_challenge(answer: Answer, page: Page | None, settings: Settings) -> bool:
    if answer.headers.get("cf-mitigated", "").lower() == "challenge":
        return True
    if page is None or len(page.text) >= LITTLE_TEXT:
        return False
    return any(words in page.opening for words in settings.challenge_words)


def class_of_words(answer: Answer, page: Page | None, expected: Expected, *, has_named: bool) -> Outcome:
    """The class of a page that answered with content and is neither parked nor missing.

    ``has_named`` says that an earlier visit found the service named on it.
    """
    is_away = leads_away(answer)
    if page is None:
        # A picture or a PDF has no words to tell by: of the same site it is content, of another one nothing is known.
        return Outcome.UNREADABLE if is_away else Outcome.OK
    if is_named(answer, page, expected):
        return Outcome.MOVED if is_away or _is_elsewhere(answer) else Outcome.OK
    if len(page.text) < NO_TEXT and page.is_drawn_by_scripts:
        return Outcome.NEEDS_SCRIPT
    if not page.text:
        return Outcome.EMPTY
    if is_away:
        return Outcome.UNRELATED
    if has_named and expected.name is not None and not shares_words(page, expected.name):
        return Outcome.CHANGED
    return Outcome.OK


def is_named(answer: Answer, page: Page, expected: Expected) -> bool:
    """Whether a page names the service; where nothing is known of it, whether it bears the word of the host asked."""
    if expected.is_known:
        return names(page, expected)
    return leads_away(answer) and names_by_host(page, answer.url, answer.final_url)


def leads_away(answer: Answer) -> bool:
    """Whether an address led to another registered domain."""
    return registered_domain(host_of(answer.url)) != registered_domain(host_of(answer.final_url))


def _is_elsewhere(answer: Answer) -> bool:
    """Whether an address led to another page of its site; https, www and a final slash are the same page."""
    return _place(answer.url) != _place(answer.final_url)


def _place(url: str) -> tuple[str, str, bytes]:
    parts = httpx.URL(url)
    return host_of(url).removeprefix("www."), parts.path.rstrip("/"), parts.query
