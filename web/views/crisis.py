"""The crisis page, what keeps a copy of it in browsers, and for staff the lines that wait to be checked."""

from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from flask import Blueprint, Response, make_response, redirect, render_template, request
from markupsafe import Markup

from directory.domain.places import Nation
from web.access import Access, allow
from web.assets import content
from web.config import CRISIS_LINES_KEPT
from web.crisis.checks import crisis_checks
from web.crisis.known import Crisis, crisis
from web.crisis.near import Near, near
from web.crisis.page import Wanted, crisis_lines, crisis_page
from web.language.languages import LANGUAGES
from web.language.prefix import language
from web.wiring import rooms

crisis_views = Blueprint("crisis", __name__)

WORKER = "crisis-worker.js"


@crisis_views.get("/crisis")
@allow(Access.ANYONE)
def crisis_view() -> Response:
    """Draw the page; an address that says a whole postcode is left at once for one that says less."""
    minute = rooms().now().replace(second=0, microsecond=0)
    if not request.query_string:
        return _not_kept(make_response(_plain(crisis(), minute, language().code)))
    wanted = Wanted.read(request.args, crisis())
    if wanted.is_cut:
        return _not_kept(make_response(redirect(wanted.address())))
    around = near(wanted.near, crisis().needs_of(wanted.topics)) if wanted.near else None
    if around and wanted.nation is None:
        wanted = replace(wanted, nation=around.nation)
    return _not_kept(make_response(_drawn(crisis(), minute, wanted, around)))


@crisis_views.get(f"/{WORKER}")
@allow(Access.ANYONE)
def crisis_worker() -> Response:
    """Send the script that keeps a copy: from here, so that it may answer for /crisis."""
    response = Response(content(WORKER), mimetype="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    return response


@crisis_views.get("/check/crisis")
@allow(Access.STAFF)
def check_crisis() -> str:
    """Draw the lines that wait, with what to find out about each."""
    return render_template("crisis_check.html", page=crisis_checks(crisis().tables.lines, rooms().today()))


@lru_cache(maxsize=len(LANGUAGES))
def _plain(known: Crisis, minute: datetime, _code: str) -> str:
    """The page that nothing was asked of, which is drawn once a minute in one language."""
    return _drawn(known, minute, Wanted(), None)


def _drawn(known: Crisis, minute: datetime, wanted: Wanted, around: Near | None) -> str:
    page = crisis_page(known, wanted, minute)
    lines = _lines(known, minute, wanted.nation, wanted.topics, wanted.is_saved, language().code)
    # The lines are real, so the page does not say that groups are invented, nor ask the catalogue whether they are.
    return render_template("crisis.html", page=page, lines=lines, near=around, is_demonstration=lambda: False)


@lru_cache(maxsize=CRISIS_LINES_KEPT)
def _lines(
    known: Crisis, minute: datetime, nation: Nation | None, topics: tuple[str, ...], is_saved: bool, _code: str
) -> Markup:
    """The lines, drawn once a minute for whoever asks for the same in one language: they say nothing of who asks."""
    lines = crisis_lines(known, minute, nation=nation, topics=topics, is_saved=is_saved)
    return Markup(render_template("parts/crisis_lines.html", lines=lines))  # noqa: S704  # a template escaped it


def _not_kept(response: Response) -> Response:
    """Let a browser ask again each time: whether a line is open changes, and an address may say where somebody is."""
    response.cache_control.private = True
    response.cache_control.no_cache = True
    return response
