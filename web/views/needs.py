"""Needs to look through: the tree of them, and a page for each."""

from flask import Blueprint, Response, render_template

from index.box import Box
from index.finder import UK_TIME, Found
from web.access import Access, allow
from web.browse.counts import counts
from web.browse.needs import need_of, need_page, query_for, tree
from web.kept import kept_a_minute
from web.search.cards import Drawer
from web.wiring import rooms

needs_views = Blueprint("needs", __name__, url_prefix="/needs")


@needs_views.get("")
@allow(Access.ANYONE)
def needs() -> Response:
    """Draw every need."""
    branches = tree(rooms().knowledge().signs.taxonomy, counts().of_need)
    return kept_a_minute(render_template("needs.html", branches=branches))


@needs_views.get("/<need_id>")
@allow(Access.ANYONE)
def need(need_id: str) -> Response:
    """Draw one need with the first services that meet it."""
    signs = rooms().knowledge().signs
    wanted = need_of(signs.taxonomy, need_id)
    query = query_for(wanted)
    results = rooms().index().search(query)
    found = Found(query=query, results=results, at=rooms().now().astimezone(UK_TIME), box=Box())
    drawer = Drawer(found, signs, rooms().invented())
    cards = tuple(drawer.card(hit) for hit in results.hits if hit.is_fitting)
    page = need_page(signs.taxonomy, wanted, counts().of_need, cards)
    return kept_a_minute(render_template("need.html", page=page))
