"""Checking services, for staff at this machine: the queue, an answer by one button, and taking it back.

An answer is given by a POST that draws the next page itself, and is not followed by a redirect: the name of who checks
lives in the form alone, and an address would keep it. Sent again, the same answer is the same answer.
"""

from uuid import UUID

from flask import Blueprint, Response, make_response, render_template, request

from directory.actions.answer import answer, undo_answer
from directory.domain.errors import InvalidValue, NotFound
from directory.domain.messages import say
from directory.queries.pages import service_page
from web.access import Access, allow
from web.staff.check_page import Asker, Done, Wanted, check_page, finding_of, shown_of
from web.staff.checking import checks
from web.wiring import rooms

check_views = Blueprint("check", __name__, url_prefix="/check")


@check_views.get("")
@allow(Access.STAFF)
def queue() -> Response:
    """Draw what is to be checked."""
    return _drawn(Wanted.read(request.args), Asker())


@check_views.post("/<uuid:service_id>")
@allow(Access.STAFF)
def give(service_id: UUID) -> Response:
    """Record an answer about a service, and draw what is to be checked now."""
    wanted, asker = Wanted.read(request.form), Asker.read(request.form)
    try:
        finding = finding_of(str(service_id), request.form)
        number = answer(
            rooms().database(), rooms().model(), finding, by=asker.name, on=rooms().today(), at=rooms().now()
        )
    except InvalidValue as error:
        return _drawn(wanted, asker, error=error)
    done = Done(service_id=str(service_id), name=_name(service_id), words=finding.words(), number=number)
    return _drawn(wanted, asker, done=done)


@check_views.post("/<uuid:service_id>/undo")
@allow(Access.STAFF)
def undo(service_id: UUID) -> Response:
    """Take an answer back, and draw what is to be checked now."""
    wanted, asker = Wanted.read(request.form), Asker.read(request.form)
    number = request.form.get("number", "")
    if not (number.isascii() and number.isdigit() and len(number) <= 9):
        raise NotFound(say("There is no such answer."))
    try:
        undo_answer(
            rooms().database(),
            rooms().model(),
            str(service_id),
            int(number),
            by=asker.name,
            on=rooms().today(),
            at=rooms().now(),
        )
    except InvalidValue as error:
        return _drawn(wanted, asker, error=error)
    return _drawn(wanted, asker, done=Done(service_id=str(service_id), name=_name(service_id)))


def _name(service_id: UUID) -> str:
    return service_page(rooms().database(), str(service_id)).service.name


def _drawn(wanted: Wanted, asker: Asker, *, done: Done | None = None, error: InvalidValue | None = None) -> Response:
    on, model = rooms().today(), rooms().model()
    waiting = checks().waiting(on, risk=wanted.risk, outcode=wanted.outcode)
    briefs = [checks().brief(model, one, on) for one in shown_of(waiting, wanted)]
    page = check_page(waiting, briefs, wanted, checks().settings, on, asker=asker, done=done, error=error)
    return make_response(render_template("check.html", page=page), 400 if error else 200)
