"""The first page: what Signpost is, the search box, and everyday needs as links."""

from flask import Blueprint, Response, make_response, render_template

from web.access import Access, allow
from web.forms import SearchForm
from web.needs import NEEDS
from web.results import DISTANCES
from web.trust import Badge

home_views = Blueprint("home", __name__)

TRUST_LINES = (
    (
        Badge(kind="ok", words="Checked on 3 March 2026"),
        "Somebody checked.",
        "A source says that a person looked, and on what day. Signpost does not yet ring groups itself.",
    ),
    (
        Badge(kind="warn", words="May have closed"),
        "Something speaks against it.",
        "A register or a source says that it ended or moved. Call before you tell anyone.",
    ),
    (
        Badge(kind="old", words="Not checked by a person"),
        "Nobody says they checked.",
        "We show who described the group and when it was last seen there. We do not guess the rest.",
    ),
)
"""An example of each badge, what it means in a few words, and in full."""


@home_views.get("/")
@allow(Access.ANYONE)
def home() -> Response:
    """Draw the first page."""
    page = render_template("home.html", form=SearchForm(), distances=DISTANCES, needs=NEEDS, trust_lines=TRUST_LINES)
    response = make_response(page)
    response.cache_control.public = True
    response.cache_control.max_age = 60
    return response
