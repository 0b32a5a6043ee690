"""Places while they are typed, and what a map of some of the country shows, as JSON for our own scripts."""

from flask import Blueprint, Response, jsonify, request

from web.access import Access, allow
from web.config import PLACES_KEPT_S
from web.search.outlines import box_of
from web.search.outlines import outlines_json as as_geojson
from web.search.places import may_be_kept, places_begun, typed_place
from web.wiring import rooms

place_views = Blueprint("places", __name__)


@place_views.get("/places.json")
@allow(Access.ANYONE)
def places_json() -> Response:
    """Complete the name of a place, or a postcode no further than its sector."""
    text = typed_place(request.args.get("q", ""))
    response = jsonify({"places": places_begun(rooms().gazetteer(), text)})
    return _kept(response) if may_be_kept(text) else response


@place_views.get("/outlines.json")
@allow(Access.ANYONE)
def outlines_json() -> Response:
    """Give the lines and names that a map of some of the country shows."""
    return _kept(jsonify(as_geojson(rooms().gazetteer(), box_of(request.args.get("bbox", "")))))


def _kept(response: Response) -> Response:
    """Let anybody on the way keep the answer: it says nothing of who asked."""
    response.cache_control.public = True
    response.cache_control.max_age = PLACES_KEPT_S
    return response
