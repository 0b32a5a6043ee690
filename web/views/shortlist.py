"""Shortlists: making one in a browser, and reading one that a signed link holds."""

from datetime import datetime
from uuid import UUID

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request, url_for

from directory.domain.errors import InvalidValue, NotFound
from directory.domain.messages import say
from directory.domain.shortlist.shortlist import Full, Shortlist
from directory.queries.pages import ServicePage
from directory.queries.shortlist import Listed, called_now, listed
from index.finder import UK_TIME
from web.access import SAFE, Access, allow
from web.config import SHORTLIST_NOTE, SHORTLIST_SERVICES
from web.handout.easy import easy_sentences
from web.handout.page import LAYOUTS, Handout, Layout, MapOf, handout, no_map
from web.handout.pdf import handout_pdf
from web.handout.pictures import PICTURES
from web.handout.send import Sending, sending
from web.handout.text import EMERGENCY, INVENTED, handout_text, left_out_in_words
from web.search.small_map import PAPER, SmallMap, map_of
from web.service.alike import ALIKE_SHOWN, living_like
from web.shortlist.cookie import is_secure, keep, working_list
from web.shortlist.link import links
from web.shortlist.page import ShortlistPage, closed, shortlist_page
from web.wiring import rooms

shortlist_views = Blueprint("shortlist", __name__, url_prefix="/shortlist")

_NOTHING = ("", "")
"""No note that could not be taken, where one would be the id of its service and what was typed."""


@shortlist_views.route("", methods=("GET", "POST"))
@allow(Access.ANYONE)
def own() -> Response:
    """Draw the list that this browser is making; or do what a button says, and draw it then."""
    shortlist = working_list(request, links(), rooms().today())
    if request.method in SAFE:
        return _drawn(shortlist)
    try:
        changed = _changed(shortlist)
    except Full as error:
        return _drawn(shortlist, status=409, problem=error.sentence)
    except InvalidValue as error:
        typed = (request.form.get("service", ""), request.form.get("note", ""))
        is_note = error.field == "note"
        return _drawn(shortlist, status=400, problem=error.reason, typed=typed if is_note else _NOTHING)
    response = make_response(redirect(url_for("shortlist.own", _anchor=_anchor(changed)), 303))
    keep(response, links(), changed, secure=is_secure(request, current_app.config["PROXIES"]))
    return response


@shortlist_views.get("/<token>")
@allow(Access.ANYONE)
def shared(token: str) -> Response:
    """Draw the list that a link holds, as its services stand now."""
    shortlist = links().read(token)
    found = _found(shortlist)
    drawn = render_template(
        "shortlist_shared.html",
        page=_page(shortlist, found),
        send=_sending(shortlist, _handout(shortlist, found), token),
        token=token,
        is_making_another=bool(working_list(request, links(), rooms().today()).items),
    )
    return make_response(drawn)


@shortlist_views.get("/<token>/handout")
@allow(Access.ANYONE)
def handout_page(token: str) -> Response:
    """Draw the handout for a patient, as it is printed."""
    shortlist = links().read(token)
    told = _handout(shortlist, _found(shortlist), _map)
    drawn = render_template(
        "handout.html",
        handout=told,
        sentences=[[*easy_sentences(leaf)] for leaf in told.leaves],
        pictures=PICTURES,
        emergency=EMERGENCY,
        invented=INVENTED,
        left_out=left_out_in_words(told) if told.left_out else None,
        layout=_layout(),
        layouts=LAYOUTS,
        send=_sending(shortlist, told, token),
        token=token,
    )
    return make_response(drawn)


@shortlist_views.get("/<token>/handout.pdf")
@allow(Access.ANYONE)
def handout_as_pdf(token: str) -> Response:
    """Give the same as a tagged PDF."""
    shortlist = links().read(token)
    told = _handout(shortlist, _found(shortlist), _map)
    code = _sending(shortlist, told, token).code
    response = make_response(handout_pdf(told, _layout(), code, _now()))
    response.content_type = "application/pdf"
    response.headers["Content-Disposition"] = 'inline; filename="handout.pdf"'
    return response


@shortlist_views.get("/<token>/handout.txt")
@allow(Access.ANYONE)
def handout_as_text(token: str) -> Response:
    """Give the same as plain text."""
    shortlist = links().read(token)
    told = _handout(shortlist, _found(shortlist))
    response = make_response(handout_text(told, _sending(shortlist, told, token).address))
    response.content_type = "text/plain; charset=utf-8"
    return response


def _handout(shortlist: Shortlist, found: dict[str, Listed], map_of: MapOf = no_map) -> Handout:
    return handout(shortlist, found, _now(), rooms().invented(), map_of)


def _map(page: ServicePage) -> SmallMap | None:
    return map_of(rooms().gazetteer, (place.location for place in page.places), PAPER)


def _layout() -> Layout:
    """The layout asked for; what is none is the plain one."""
    asked = request.args.get("layout", "")
    return Layout(asked) if asked in {*Layout} else Layout.PLAIN


def _now() -> datetime:
    return rooms().now().astimezone(UK_TIME)


def _sending(shortlist: Shortlist, told: Handout, token: str) -> Sending:
    """The ways to pass on the list of ``token``; its code leaves the notes out, so that a phone can read it."""
    scheme = "https" if is_secure(request, current_app.config["PROXIES"]) else "http"
    address, short = (
        url_for("shortlist.shared", token=one, _external=True, _scheme=scheme)
        for one in (token, links().token(shortlist.without_notes()))
    )
    return sending(told, address, short)


def _changed(shortlist: Shortlist) -> Shortlist:
    """The list after what the button that was pressed does to it."""
    service_id = request.form.get("service", "")
    match request.form.get("what"):
        case "add":
            return shortlist.adding(_in_the_catalogue(service_id), most=SHORTLIST_SERVICES)
        case "up":
            return shortlist.moving(service_id, by=-1)
        case "down":
            return shortlist.moving(service_id, by=1)
        case "remove":
            return shortlist.without(service_id)
        case "note":
            return shortlist.noting(service_id, request.form.get("note", ""), longest=SHORTLIST_NOTE)
        case "clear":
            return Shortlist(made_on=shortlist.made_on)
        case "take":
            return links().read(request.form.get("list", "")).as_of(shortlist.made_on, {})
        case _:
            raise InvalidValue("what", "", say("Press one of the buttons."))


def _in_the_catalogue(service_id: str) -> str:
    """The id as the catalogue writes it; raise `NotFound` where no service has it."""
    try:
        canonical = str(UUID(service_id))
    except ValueError:
        raise NotFound(say("There is no service of this address.")) from None
    return called_now(rooms().database(), canonical)


def _anchor(shortlist: Shortlist) -> str | None:
    """Where to look on the list after the change: at the service it was made to, if that is there."""
    service_id = request.form.get("service")
    return f"s-{service_id}" if service_id in shortlist.ids else None


def _drawn(
    shortlist: Shortlist, *, status: int = 200, problem: str | None = None, typed: tuple[str, str] = _NOTHING
) -> Response:
    found = _found(shortlist)
    made = shortlist.as_of(rooms().today(), {key: one.facts for key, one in found.items()})
    token = links().token(made) if made.items else None
    drawn = render_template(
        "shortlist.html",
        page=_page(shortlist, found),
        send=_sending(made, _handout(made, found), token) if token else None,
        token=token,
        problem=problem,
        typed=typed,
        most=SHORTLIST_SERVICES,
        longest=SHORTLIST_NOTE,
    )
    return make_response(drawn, status)


def _found(shortlist: Shortlist) -> dict[str, Listed]:
    return listed(rooms().database(), shortlist.ids, rooms().today())


def _page(shortlist: Shortlist, found: dict[str, Listed]) -> ShortlistPage:
    instead = {one.page.service_id: _instead(one) for one in closed(found)}
    return shortlist_page(shortlist, found, _now(), instead, rooms().invented())


def _instead(one: Listed) -> tuple[tuple[str, str], ...]:
    """Living services like one that has closed, near where it was."""
    query = living_like(one.page, rooms().knowledge())
    if query is None:
        return ()
    hits = rooms().index().search(query).hits
    return tuple((hit.entry.id, hit.entry.name) for hit in hits if hit.entry.id != one.page.service_id)[:ALIKE_SHOWN]
