"""What goes wrong, as an answer: one table from exceptions to a status and a sentence, as a page or as JSON."""

import logging

from flask import Flask, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from directory.domain.errors import InvalidValue, NotFound, SignpostError
from directory.domain.messages import say
from directory.queries.pages import Gone
from index.request import BadSearch
from web.problem import Problem, Successor
from web.search.forms import SearchForm
from web.search.person import WHO_FOR
from web.search.results import distances_offered, places_to_choose

logger = logging.getLogger(__name__)

_HTTP = {
    400: (say("This request cannot be understood"), say("Check the address and try again.")),
    403: (say("You may not open this page"), say("Nobody has said who may open it.")),
    404: (say("Page not found"), say("There is nothing at this address. Check that it is whole, or search instead.")),
    405: (say("This cannot be done here"), say("This address does not take that.")),
    413: (say("That is too much to send"), say("Send less and try again.")),
}
_UNFORESEEN = (say("Something went wrong"), say("The fault is ours and has been noted. Try again in a minute."))
_NOT_READY = (say("Not ready yet"), say("The search index is still being made. Try again in a few minutes."))


def problem_of(error: Exception) -> Problem:
    """The status and the words for ``error``."""
    match error:
        case BadSearch():
            return Problem(
                status=400,
                title=say("Your search needs a change"),
                sentence=error.sentence,
                field=error.field,
                places=error.alternatives,
            )
        case InvalidValue():
            return Problem(status=400, title=_HTTP[400][0], sentence=error.sentence, field=error.field)
        case Gone():
            successor = None
            if error.successor is not None and error.successor_name is not None:
                successor = Successor(id=error.successor, name=error.successor_name)
            return Problem(status=410, title=say("This service is gone"), sentence=error.sentence, successor=successor)
        case NotFound():
            return Problem(status=404, title=_HTTP[404][0], sentence=error.sentence)
        case SignpostError():
            return Problem(status=503, title=_NOT_READY[0], sentence=_NOT_READY[1])
        case HTTPException():
            status = error.code or 500
            title, sentence = _HTTP.get(status, _UNFORESEEN)
            return Problem(status=status, title=title, sentence=sentence)
        case _:
            return Problem(status=500, title=_UNFORESEEN[0], sentence=_UNFORESEEN[1])


def answer_errors(app: Flask) -> None:
    """Make every exception of ``app`` an answer that a person, or a program that asked for JSON, can read."""

    def answer(error: Exception) -> Response:
        problem = problem_of(error)
        if problem.status >= 500:
            # The path alone: a query string holds what somebody typed about a person.
            logger.error("%s %s failed", request.method, request.url_rule or "an unknown address", exc_info=error)
        response = make_response(_as_json(problem) if _wants_json() else _as_page(problem), problem.status)
        if isinstance(error, HTTPException) and error.code == 405:
            response.headers["Allow"] = ", ".join(sorted(getattr(error, "valid_methods", None) or ("GET",)))
        return response

    app.register_error_handler(Exception, answer)


def _wants_json() -> bool:
    return request.path.endswith(".json")


def _as_json(problem: Problem) -> Response:
    error: dict[str, object] = {"status": problem.status, "message": problem.sentence, "field": problem.field}
    if problem.successor is not None:
        error["successor"] = {"id": problem.successor.id, "name": problem.successor.name}
    return jsonify({"error": error})


def _as_page(problem: Problem) -> str:
    if problem.field is None:
        return render_template("error.html", problem=problem)
    form = SearchForm.read(request.query_string)
    return render_template(
        "bad_search.html",
        problem=problem,
        form=form,
        distances=distances_offered(form),
        mend=_where_to_mend(problem.field, form),
        places=places_to_choose(problem.places, form),
    )


def _where_to_mend(field: str, form: SearchForm) -> str:
    """The address of the field at fault or, where the page shows no such field, of the search without it."""
    if field in ("q", "near", "within") or field in WHO_FOR.names:
        return f"#{field}"
    return form.saying(pcn="", icb="").but(size="", sort="", filters={}).address()
