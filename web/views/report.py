"""Reporting a problem with a service: one button records it, a private link tells what became of it."""

import math
from datetime import timedelta
from secrets import token_urlsafe
from uuid import UUID

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request, url_for

from directory.actions.report import A_DAY, add_note, report
from directory.domain.errors import InvalidValue, Refused
from directory.domain.messages import say, say_count
from directory.domain.reports import TooManyReports, What
from directory.queries.pages import service_page
from directory.queries.reports import closings_reported, own_report
from directory.queries.running import running
from web.access import SAFE, Access, allow
from web.config import REPORTS_OF_SERVICE, TOKEN_BYTES
from web.origin import client_of
from web.problem import Problem
from web.service.report_limit import report_limit
from web.service.report_page import TRAP, ReportBox, report_box, report_page
from web.service.sheet import has_probably_closed
from web.wiring import rooms

report_views = Blueprint("report", __name__)


@report_views.app_template_global("report_box")
def box_of(service_id: str, has_closed: bool) -> ReportBox:
    """The box that takes reports on the page of a service."""
    return report_box(has_closed, closings_reported(rooms().database(), service_id))


@report_views.route("/services/<uuid:service_id>/report", methods=("GET", "POST"))
@allow(Access.ANYONE)
def send(service_id: UUID) -> Response:
    """Draw the buttons on a page of their own; or record what one says, and lead to the page that is the reporter's."""
    if request.method in SAFE:
        return _buttons(str(service_id))
    if request.form.get(TRAP):
        return _see(url_for("service.service_page", service_id=service_id))
    try:
        what = What(request.form.get("what", ""))
    except ValueError:
        return _buttons(str(service_id), status=400)
    wait = report_limit().wait(client_of(request, current_app.config["PROXIES"]))
    if wait:
        return _too_many(say("You have told us of many things. Thank you."), wait)
    token = token_urlsafe(TOKEN_BYTES)
    at, on = rooms().now(), rooms().today()
    try:
        report(
            rooms().database(),
            rooms().model(),
            str(service_id),
            what,
            token=token,
            on=on,
            at=at,
            most=REPORTS_OF_SERVICE,
        )
    except TooManyReports as error:
        return _too_many(error.sentence, A_DAY)
    return _see(url_for("report.own", token=token))


@report_views.route("/reports/<token>", methods=("GET", "POST"))
@allow(Access.ANYONE)
def own(token: str) -> Response:
    """Tell a reporter what became of a report; or add a note to it."""
    if request.method in SAFE:
        return _told(token)
    typed = request.form.get("note", "")
    try:
        add_note(rooms().database(), token, typed, at=rooms().now())
    except InvalidValue as error:
        return _told(token, typed=typed, error=error.reason)
    except Refused:
        # Sent twice, or after somebody had checked: the page says how it stands.
        pass
    return _see(url_for("report.own", token=token))


def _told(token: str, *, typed: str = "", error: str | None = None) -> Response:
    page = report_page(own_report(rooms().database(), token, rooms().now()), typed=typed, error=error)
    return make_response(render_template("report_done.html", page=page, token=token), 400 if error else 200)


def _buttons(service_id: str, status: int = 200) -> Response:
    page = service_page(rooms().database(), service_id)
    closed = has_probably_closed(running(rooms().database(), rooms().model(), service_id, rooms().today()))
    drawn = render_template(
        "report.html", service_id=service_id, name=page.service.name, has_closed=closed, is_wrong=status != 200
    )
    return make_response(drawn, status)


def _see(address: str) -> Response:
    return make_response(redirect(address, 303))


def _too_many(sentence: str, wait: timedelta) -> Response:
    minutes = math.ceil(wait.total_seconds() / 60)
    if wait >= A_DAY:
        told = say("{sentence} Try again tomorrow.", sentence=sentence)
    else:
        told = say_count(
            "{sentence} Try again in {n} minute.",
            "{sentence} Try again in {n} minutes.",
            minutes,
            sentence=sentence,
        )
    problem = Problem(status=429, title=say("Not now, please"), sentence=told)
    response = make_response(render_template("error.html", problem=problem), 429)
    response.headers["Retry-After"] = str(math.ceil(wait.total_seconds()))
    return response
