"""What Signpost is, and how it tells whether a group still runs."""

from flask import Blueprint, Response, render_template

from web.access import Access, allow
from web.kept import kept_a_minute

about_views = Blueprint("about", __name__)


@about_views.get("/about")
@allow(Access.ANYONE)
def about() -> Response:
    """Draw the page."""
    return kept_a_minute(render_template("about.html"))
