"""Search, as a page and as JSON: both read the same form and ask the same finder."""

from flask import Blueprint, Response, jsonify, make_response, render_template, request

from index.finder import find
from index.results import as_json
from web.access import Access, allow
from web.forms import SearchForm
from web.results import distances_offered, results_page
from web.wiring import rooms

search_views = Blueprint("search", __name__)


@search_views.get("/search")
@allow(Access.ANYONE)
def search_page() -> Response:
    """Draw a page of results."""
    form = SearchForm.read(request.query_string)
    found = find(rooms().index(), rooms().gazetteer(), form.checked())
    page = results_page(found, form, rooms().today(), rooms().invented())
    return _private(
        make_response(render_template("search.html", page=page, form=form, distances=distances_offered(form)))
    )


@search_views.get("/search.json")
@allow(Access.ANYONE)
def search_json() -> Response:
    """Give the same results as JSON."""
    form = SearchForm.read(request.query_string)
    found = find(rooms().index(), rooms().gazetteer(), form.checked())
    return _private(jsonify(as_json(found)))


def _private(response: Response) -> Response:
    """Let nobody but this browser keep the answer: its address may hold a postcode."""
    response.cache_control.private = True
    response.cache_control.no_cache = True
    return response
