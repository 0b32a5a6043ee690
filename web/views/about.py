"""What Signpost is, and the sources it draws on with what their licences ask to be said."""

from flask import Blueprint, Response, make_response, render_template

from directory.queries.watching import feeds_in_trouble
from web.access import Access, allow
from web.wiring import rooms

about_views = Blueprint("about", __name__)


@about_views.get("/about")
@allow(Access.ANYONE)
def about() -> Response:
    """Draw the page."""
    page = render_template(
        "about.html",
        sources=rooms().sources(),
        has_pack=rooms().gazetteer().has_pack,
        troubled=feeds_in_trouble(rooms().database()),
    )
    response = make_response(page)
    response.cache_control.public = True
    response.cache_control.max_age = 60
    return response
