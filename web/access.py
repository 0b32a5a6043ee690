"""Who may call a route: each view states its rule, and a request for one that states none is refused."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from flask import Flask, abort, request

View = TypeVar("View", bound=Callable[..., object])


class Access(StrEnum):
    """The rules a view may state."""

    ANYONE = "anyone"


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


def enforce(app: Flask) -> None:
    """Refuse every request for a route that states no rule, so that forgetting to state one opens nothing."""

    def check() -> None:
        if request.endpoint is not None and rule_of(app, request.endpoint) is not Access.ANYONE:
            abort(403)

    app.before_request(check)
