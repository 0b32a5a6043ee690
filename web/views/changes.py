"""Changes that websites put forward, for staff at this machine: accept, reject, and take either back.

As in the queue of checks, a POST draws the next page itself, so that the name of who decides is in no address.
"""

from flask import Blueprint, Response, make_response, render_template, request

from directory.actions.decide import Desk
from directory.domain.errors import InvalidValue, NotFound, Refused
from directory.domain.messages import mark, say
from directory.queries.proposals import waiting
from web.access import Access, allow
from web.staff.changes_page import Decision, changes_page, in_words
from web.staff.check_page import Wanted
from web.wiring import rooms

_DONE = {
    "accept": mark("Published. {change}"),
    "reject": mark("Rejected. {change}"),
    "undo": mark("Taken back. {change}"),
}

change_views = Blueprint("changes", __name__, url_prefix="/check/changes")


@change_views.get("")
@allow(Access.STAFF)
def queue() -> Response:
    """Draw what waits."""
    return _drawn(Wanted.read(request.args).page)


@change_views.post("/<int:number>")
@allow(Access.STAFF)
def decide(number: int) -> Response:
    """Accept a change, reject it, or take back what was decided, and draw what waits now."""
    page, by = Wanted.read(request.form).page, request.form.get("by", "")
    verdict = request.form.get("verdict", "")
    if verdict not in _DONE:
        raise NotFound(say("There is no such decision."))
    try:
        desk = _desk(by)
        change = {"accept": desk.accept, "reject": desk.reject, "undo": desk.undo}[verdict](number)
    except InvalidValue as error:
        return _drawn(page, by=by, error=error.reason)
    except (NotFound, Refused) as error:
        return _drawn(page, by=by, error=error.sentence)
    done = Decision(words=say(_DONE[verdict], change=in_words(change)), number=None if verdict == "undo" else number)
    return _drawn(page, by=by, done=done)


def _desk(by: str) -> Desk:
    room = rooms()
    return Desk(room.database(), room.gazetteer(), room.model(), room.documents, by=by, on=room.today(), at=room.now())


def _drawn(page: int, *, by: str = "", done: Decision | None = None, error: str | None = None) -> Response:
    drawn = changes_page(waiting(rooms().database()), page, by=by, done=done, error=error)
    return make_response(render_template("changes.html", page=drawn), 400 if error else 200)
