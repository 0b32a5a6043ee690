"""Whether this server can do its work, for whatever watches over it."""

from flask import Blueprint, Response, jsonify, make_response

from web.access import Access, allow
from web.wiring import rooms

health_views = Blueprint("health", __name__)


@health_views.get("/health")
@allow(Access.ANYONE)
def health() -> Response:
    """Say of each room whether it answers; 503 unless all do."""
    answers = rooms().health()
    return make_response(
        jsonify({name: {"ok": ok} for name, ok in answers.items()}), 200 if all(answers.values()) else 503
    )
