"""Who may call a route: each view states its rule, and a request for one that states none is refused."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from flask import Flask, Response, abort, make_response, render_template, request

from directory.domain.messages import say
from web.origin import is_own_page, is_this_machine
from web.problem import Problem

View = TypeVar("View", bound=Callable[..., object])


class Access(StrEnum):
    """The rules a view may state."""

    ANYONE = "anyone"
    STAFF = "staff"
    """Somebody at this machine, where the server was told that whoever sits there is staff."""


SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""

_NOT_FROM_HERE = Problem(
    status=403,
    title=say("Nothing was saved"),
    sentence=say("This was not sent from a page of Signpost. Open the page here and send it again."),
)
_LONG_AGO = Problem(
    status=403,
    title=say("Nothing was saved"),
    sentence=say("This site shows how things stood on an earlier day. Nothing can be added to that."),
)


def allow(rule: Access) -> Callable[[View], View]:
    """State the access rule of a view."""

    def stated(view: View) -> View:
        view.__dict__["access"] = rule
        return view

    return stated


def rule_of(app: Flask, endpoint: str) -> Access | None:
    """The rule that the view of ``endpoint`` states, None when it states none."""
    rule = app.view_functions[endpoint].__dict__.get("access")
    return rule if isinstance(rule, Access) else None


def enforce(app: Flask, *, has_staff: bool = False, is_past: bool = False) -> None:
    """Refuse every request for a route that states no rule, so that forgetting to state one opens nothing.

    To anybody but staff, a page for staff is not there. A form is taken only from a page of this site, and none at all
    where the site shows a day that is past.
    """

    def check() -> Response | None:
        if request.endpoint is None:
            return None
        rule = rule_of(app, request.endpoint)
        if rule is None:
            abort(403)
        if rule is Access.STAFF and not (has_staff and is_this_machine(request)):
            abort(404)
        if request.method in SAFE:
            return None
        if not is_own_page(request, sure=rule is Access.STAFF):
            return _refused(_NOT_FROM_HERE)
        return _refused(_LONG_AGO) if is_past else None

    app.before_request(check)


def _refused(problem: Problem) -> Response:
    return make_response(render_template("error.html", problem=problem), problem.status)
