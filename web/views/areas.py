"""Areas to look through: the local authorities that have services, and a page for each."""

from flask import Blueprint, Response, render_template

from web.access import Access, allow
from web.browse.areas import area_of, area_page, place_in, query_around, regions
from web.browse.counts import counts
from web.kept import kept_a_minute
from web.wiring import rooms

area_views = Blueprint("areas", __name__, url_prefix="/areas")


@area_views.get("")
@allow(Access.ANYONE)
def areas() -> Response:
    """Draw every area that has services."""
    found = regions(counts().areas(), rooms().gazetteer())
    return kept_a_minute(render_template("areas.html", regions=found))


@area_views.get("/<code>")
@allow(Access.ANYONE)
def area(code: str) -> Response:
    """Draw one area."""
    gazetteer = rooms().gazetteer()
    wanted = area_of(counts().areas(), code, gazetteer)
    place = place_in(wanted, gazetteer)
    results = rooms().index().search(query_around(place)) if place else None
    return kept_a_minute(render_template("area.html", page=area_page(wanted, place, results, gazetteer)))
