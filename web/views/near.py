"""What is on near a place: a box to say where, and a page for each place."""

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for

from index.box import Box
from index.finder import UK_TIME, Found
from index.request import BadSearch
from web.access import Access, allow
from web.browse.near import near_page, query_near, week_of
from web.search.cards import Drawer
from web.search.choices import Choice
from web.search.near_place import in_path, kept_place, of_path, place_typed
from web.wiring import rooms

near_views = Blueprint("near", __name__, url_prefix="/near")


@near_views.get("")
@allow(Access.ANYONE)
def where() -> Response:
    """Ask where; or lead to the page of the place that was said."""
    said = request.args.get("place", "")
    try:
        place = place_typed("place", said, rooms().gazetteer())
    except BadSearch as error:
        places = tuple(
            Choice(label=one.label, address=url_for("near.place", path=in_path(one.label)))
            for one in error.alternatives
        )
        drawn = render_template("near_where.html", said=kept_place(said), error=error.sentence, places=places)
        return make_response(drawn, 400)
    if place is None:
        return make_response(render_template("near_where.html", said="", error=None, places=()))
    return _to(place.label)


@near_views.get("/<path>")
@allow(Access.ANYONE)
def place(path: str) -> Response:
    """Draw what is on; an address that holds a whole postcode is left at once for one that says less."""
    said = of_path(path)
    kept = kept_place(said)
    if kept != said and in_path(kept) != path:
        return _to(kept)
    try:
        found_place = place_typed("place", kept, rooms().gazetteer())
    except BadSearch:
        found_place = None
    if found_place is None:
        return make_response(redirect(url_for("near.where", place=kept)))
    at = rooms().now().astimezone(UK_TIME)
    days = week_of(at.date())[: 1 if request.args.get("on") == "today" else None]
    query = query_near(found_place, days)
    found = Found(query=query, results=rooms().index().search(query), at=at, box=Box())
    drawer = Drawer(found, rooms().knowledge().signs, rooms().invented())
    page = near_page(found, found_place, drawer, days, path)
    response = make_response(render_template("near.html", page=page))
    response.cache_control.private = True
    response.cache_control.max_age = 60
    return response


def _to(label: str) -> Response:
    on = "today" if request.args.get("on") == "today" else None
    return make_response(redirect(url_for("near.place", path=in_path(label), on=on)))
