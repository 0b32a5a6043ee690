"""The list that is being made: kept in one browser, in signed cookies that only pages of shortlists are sent."""

from contextlib import suppress
from datetime import date

from flask import Request, Response

from directory.domain.shortlist.shortlist import Shortlist
from web.language.languages import STARTS
from web.shortlist.link import BrokenLink, Links

COOKIE = "shortlist"
PATHS = tuple(f"{start}/shortlist" for start in STARTS)
"""The same list is kept for its pages in each language, a cookie for each. Elsewhere none is sent: searches and
listings stay the same for everybody."""


def working_list(request: Request, links: Links, today: date) -> Shortlist:
    """The list of this browser, empty where there is none. One of another day has ended: a desk may be shared."""
    with suppress(BrokenLink):
        kept = links.read(request.cookies.get(COOKIE, ""))
        if kept.made_on == today:
            return kept
    return Shortlist(made_on=today)


def keep(response: Response, links: Links, shortlist: Shortlist, *, secure: bool) -> None:
    """Keep the list until the browser is closed; forget it where nothing is on it."""
    token = links.token(shortlist)
    for path in PATHS:
        if shortlist.items:
            response.set_cookie(COOKIE, token, path=path, secure=secure, httponly=True, samesite="Lax")
        else:
            response.delete_cookie(COOKIE, path=path, secure=secure, httponly=True, samesite="Lax")


def is_secure(request: Request, proxies: int) -> bool:
    """Whether the browser came by TLS: to us, or to a proxy of our own, which says so."""
    passed = request.headers.get("X-Forwarded-Proto", "").rpartition(",")[2].strip()
    return request.is_secure or (proxies > 0 and passed == "https")
