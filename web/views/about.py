"""What Signpost is, and how it tells whether a group still runs."""

from flask import Blueprint, Response, make_response, render_template

from web.access import Access, allow

about_views = Blueprint("about", __name__)


@about_views.get("/about")
@allow(Access.ANYONE)
def about() -> Response:
    """Draw the page."""
    response = make_response(render_template("about.html"))
    response.cache_control.public = True
    response.cache_control.max_age = 60
    return response
