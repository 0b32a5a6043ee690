"""Search, as a page and as JSON: both read the same form and ask the same finder."""

from flask import Blueprint, Response, jsonify, make_response, redirect, render_template, request

from directory.queries.running import reasons_of
from index.box import box_json, split
from index.finder import find
from index.request import typed
from index.results import as_json, told_of
from web.access import Access, allow
from web.crisis.panel import panel_json
from web.search.forms import SearchForm
from web.search.results import distances_offered, results_page
from web.wiring import rooms

search_views = Blueprint("search", __name__)


@search_views.get("/search")
@allow(Access.ANYONE)
def search_page() -> Response:
    """Draw a page of results; an address that says where somebody lives is left at once for one that says less."""
    form = SearchForm.read(request.query_string)
    if form.is_cut:
        return _private(make_response(redirect(form.address())))
    found = find(rooms().index(), rooms().gazetteer(), form.checked(), rooms().now())
    page = results_page(found, form, rooms().knowledge().signs, rooms().invented())
    return _private(
        make_response(render_template("search.html", page=page, form=form, distances=distances_offered(form)))
    )


@search_views.get("/search.json")
@allow(Access.ANYONE)
def search_json() -> Response:
    """Give the same results as JSON."""
    form = SearchForm.read(request.query_string)
    found = find(rooms().index(), rooms().gazetteer(), form.checked(), rooms().now())
    answer = as_json(found, reasons_of(rooms().database(), told_of(found)))
    return _private(jsonify({"crisis": panel_json(), **answer}))


@search_views.get("/query.json")
@allow(Access.ANYONE)
def query_json() -> Response:
    """Say how the search box is understood, without searching."""
    q = typed("q", SearchForm.read(request.query_string).checked().q)
    return _private(jsonify(box_json(split(q, rooms().gazetteer(), today=rooms().today()))))


def _private(response: Response) -> Response:
    """Let nobody but this browser keep the answer: its address may hold a postcode."""
    response.cache_control.private = True
    response.cache_control.no_cache = True
    return response
