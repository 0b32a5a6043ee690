"""One service, as a page and as JSON."""

from uuid import UUID

from flask import Blueprint, Response, jsonify, make_response, render_template

from directory.domain.errors import NotFound
from directory.queries.pages import ServicePage
from directory.queries.pages import service_page as ask
from web.access import Access, allow
from web.service_json import service_as_json
from web.service_sheet import service_sheet
from web.wiring import rooms

service_views = Blueprint("service", __name__, url_prefix="/services")


@service_views.get("/<service_id>")
@allow(Access.ANYONE)
def service_page(service_id: str) -> Response:
    """Draw everything known of a service."""
    page = _asked_for(service_id)
    sheet = service_sheet(page, rooms().today(), rooms().knowledge())
    return _kept_a_minute(make_response(render_template("service.html", page=sheet)))


@service_views.get("/<service_id>.json")
@allow(Access.ANYONE)
def service_json(service_id: str) -> Response:
    """Give everything known of a service as JSON."""
    return _kept_a_minute(jsonify(service_as_json(_asked_for(service_id))))


def _asked_for(service_id: str) -> ServicePage:
    try:
        canonical = str(UUID(service_id))
    except ValueError as error:
        raise NotFound("There is no service of this address.") from error
    if canonical != service_id:
        raise NotFound("There is no service of this address.")
    return ask(rooms().database(), service_id)


def _kept_a_minute(response: Response) -> Response:
    response.cache_control.public = True
    response.cache_control.max_age = 60
    return response
