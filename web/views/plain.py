"""Pages that tell of the site itself: where its facts come from, what it keeps of visitors, and who can use it."""

from flask import Blueprint, Response, render_template

from directory.queries.runs import latest_runs
from directory.queries.watching import feeds_in_trouble
from web.access import Access, allow
from web.kept import kept_a_minute
from web.wiring import rooms

plain_views = Blueprint("plain", __name__)


@plain_views.get("/sources")
@allow(Access.ANYONE)
def sources() -> Response:
    """Draw the sources, with how each was last read, and the feeds of groups that ail."""
    runs = latest_runs(rooms().database())
    return kept_a_minute(
        render_template(
            "sources.html",
            sources=tuple((source, runs.get(source.id)) for source in rooms().sources()),
            troubled=feeds_in_trouble(rooms().database()),
            has_pack=rooms().gazetteer().has_pack,
        )
    )


@plain_views.get("/privacy")
@allow(Access.ANYONE)
def privacy() -> Response:
    """Draw what is kept of visitors."""
    return kept_a_minute(render_template("privacy.html"))


@plain_views.get("/accessibility")
@allow(Access.ANYONE)
def accessibility() -> Response:
    """Draw the accessibility statement."""
    return kept_a_minute(render_template("accessibility.html"))
