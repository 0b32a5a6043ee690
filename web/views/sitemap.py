"""What programs ask for that visit the whole site: the map of it, what to leave alone, and how to search it."""

from datetime import timedelta

from flask import Blueprint, Response, make_response, render_template, request

from directory.queries.browse import services_at_most
from web.access import Access, allow
from web.browse.counts import counts
from web.browse.sitemap import LEFT_ALONE, PAGES, pages_of, parts_of, services_in
from web.wiring import rooms

sitemap_views = Blueprint("sitemap", __name__)

KEPT = timedelta(hours=6)
"""How long an answer may be kept: search engines come back every few days."""


@sitemap_views.get("/sitemap.xml")
@allow(Access.ANYONE)
def index() -> Response:
    """Name the files of the map."""
    parts = tuple(parts_of(services_at_most(rooms().database())))
    return _as("application/xml", render_template("sitemap_index.xml", parts=parts))


@sitemap_views.get("/sitemap-<part>.xml")
@allow(Access.ANYONE)
def part(part: str) -> Response:
    """Give the addresses in one file of the map."""
    if part == PAGES:
        found = pages_of(rooms().knowledge().signs.taxonomy.needs, counts().areas())
    else:
        found = services_in(part, rooms().database())
    return _as("application/xml", render_template("sitemap.xml", addresses=tuple(found)))


@sitemap_views.get("/robots.txt")
@allow(Access.ANYONE)
def robots() -> Response:
    """Say what search engines are asked to leave alone, and where the map is."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in LEFT_ALONE), f"Sitemap: {request.host_url}sitemap.xml"]
    return _as("text/plain", "".join(f"{line}\n" for line in lines))


@sitemap_views.get("/opensearch.xml")
@allow(Access.ANYONE)
def opensearch() -> Response:
    """Describe the search box, so that a browser can offer it."""
    return _as("application/opensearchdescription+xml", render_template("opensearch.xml"))


def _as(media_type: str, text: str) -> Response:
    response = make_response(text)
    response.mimetype = media_type
    response.cache_control.public = True
    response.cache_control.max_age = int(KEPT.total_seconds())
    return response
