"""The first page: what Signpost is, the search box, and everyday needs as links."""

from flask import Blueprint, Response, render_template

from directory.domain.messages import say, say_count
from web.access import Access, allow
from web.crisis.known import crisis
from web.crisis.line import phone_of
from web.kept import kept_a_minute
from web.search.forms import SearchForm
from web.search.needs import NEEDS
from web.search.results import DISTANCES
from web.words.trust import Badge

home_views = Blueprint("home", __name__)

TRUST_LINES = (
    (
        Badge(kind="ok", words=say("Confirmed by the group {when}", when=say_count("{n} day ago", "{n} days ago", 12))),
        say("Somebody said that it runs."),
        say("Its own people, a link worker who went, or somebody who rang. Open the listing to see who, how and when."),
    ),
    (
        Badge(kind="warn", words=say("May have closed: call first")),
        say("More speaks against it than for it."),
        say(
            "Its website is gone, its number is dead, or somebody found nobody there. The listing says why we think so."
        ),
    ),
    (
        Badge(kind="old", words=say_count("Not confirmed for {n} month", "Not confirmed for {n} months", 14)),
        say("Nobody has said so lately."),
        say("We show what was last seen of it and when. We do not guess the rest."),
    ),
)
"""An example of each badge, what it means in a few words, and in full."""


@home_views.get("/")
@allow(Access.ANYONE)
def home() -> Response:
    """Draw the first page."""
    listener = crisis().listener
    page = render_template(
        "home.html",
        form=SearchForm(),
        distances=DISTANCES,
        needs=NEEDS,
        trust_lines=TRUST_LINES,
        listener=listener.name,
        number=phone_of(listener),
    )
    return kept_a_minute(page)
