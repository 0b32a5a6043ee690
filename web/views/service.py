"""One service, as a page, as JSON and as a calendar."""

import logging
from dataclasses import replace
from uuid import UUID

from flask import Blueprint, Response, jsonify, make_response, render_template, url_for

from directory.domain.errors import NotFound
from directory.domain.messages import say
from directory.queries.pages import ServicePage
from directory.queries.pages import service_page as ask
from directory.queries.running import Running, running
from index.box import Box
from index.finder import UK_TIME, Found
from web.access import Access, allow
from web.config import SESSIONS_IN_CALENDAR, SESSIONS_SHOWN
from web.kept import kept_a_minute
from web.search.cards import Card, Drawer
from web.search.small_map import SCREEN, map_of
from web.service.alike import ALIKE_SHOWN, living_like
from web.service.as_json import service_as_json
from web.service.calendar_file import calendar_file
from web.service.linked_data import linked_data
from web.service.sheet import service_sheet
from web.service.upcoming import Occurrence, upcoming
from web.wiring import rooms
from web.words.sessions import session_in_words

logger = logging.getLogger(__name__)

service_views = Blueprint("service", __name__, url_prefix="/services")


@service_views.get("/<service_id>")
@allow(Access.ANYONE)
def service_page(service_id: str) -> Response:
    """Draw everything known of a service."""
    page, running = _asked_for(service_id), _running(service_id)
    sheet = service_sheet(page, running, rooms().knowledge(), _living_like(page))
    address = url_for(".service_page", service_id=service_id, _external=True)
    has_closed = sheet.has_probably_closed
    drawn = render_template(
        "service.html",
        page=sheet,
        sessions=[session_in_words(one.session, running.on) for one in _upcoming(page, running, SESSIONS_SHOWN)],
        linked_data=None if has_closed else linked_data(page, address),
        map=map_of(rooms().gazetteer, (place.location for place in page.places), SCREEN),
    )
    return kept_a_minute(drawn)


@service_views.get("/<service_id>.json")
@allow(Access.ANYONE)
def service_json(service_id: str) -> Response:
    """Give everything known of a service as JSON."""
    return kept_a_minute(jsonify(service_as_json(_asked_for(service_id), _running(service_id))))


@service_views.get("/<service_id>.ics")
@allow(Access.ANYONE)
def service_calendar(service_id: str) -> Response:
    """Give its next sessions as a calendar file."""
    page = _asked_for(service_id)
    occurrences = _upcoming(page, _running(service_id), SESSIONS_IN_CALENDAR)
    address = url_for(".service_page", service_id=service_id, _external=True)
    response = make_response(calendar_file(page, occurrences, address, rooms().now()))
    response.mimetype = "text/calendar"
    return kept_a_minute(response)


def _upcoming(page: ServicePage, running: Running, most: int) -> list[Occurrence]:
    return upcoming(page, running, rooms().now(), most)


def _living_like(page: ServicePage) -> tuple[Card, ...]:
    """Living services like this one and near it."""
    query = living_like(page, rooms().knowledge())
    if query is None:
        return ()
    try:
        results = rooms().index().search(query)
    except Exception:  # whatever ails the index, what is known of this one must still be drawn
        logger.warning("Services like one cannot be looked up", exc_info=True)
        return ()
    found = Found(query=query, results=results, at=rooms().now().astimezone(UK_TIME), box=Box())
    drawer = Drawer(found, rooms().knowledge().signs, rooms().invented())
    own = {page.service_id, *(sibling for sibling, _ in page.siblings)}  # those are shown apart
    return tuple(drawer.card(hit) for hit in results.hits if hit.entry.id not in own)[:ALIKE_SHOWN]


def _running(service_id: str) -> Running:
    return running(rooms().database(), rooms().model(), service_id, rooms().today())


def _asked_for(service_id: str) -> ServicePage:
    try:
        canonical = str(UUID(service_id))
    except ValueError as error:
        raise NotFound(say("There is no service of this address.")) from error
    if canonical != service_id:
        raise NotFound(say("There is no service of this address."))
    page, today = ask(rooms().database(), service_id), rooms().today()
    return replace(
        page,
        funding=tuple(item for item in page.funding if item.is_known(today)),
        evidence=tuple(item for item in page.evidence if item.evidence.on <= today),
    )
