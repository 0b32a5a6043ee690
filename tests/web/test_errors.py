"""The one table from exceptions to answers."""

import pytest
from werkzeug.exceptions import MethodNotAllowed, RequestEntityTooLarge, TooManyRequests

from directory.domain.errors import InvalidValue, NotFound
from directory.geography import NotBuilt
from directory.queries.pages import Gone
from index.request import BadSearch
from web.errors import problem_of
from web.problem import Successor


@pytest.mark.parametrize(
    ("error", "status", "field"),
    [
        (BadSearch("near", "Nobody knows this place."), 400, "near"),
        (InvalidValue("postal_code", "x", "This is not a postcode."), 400, "postal_code"),
        (NotFound("There is no service of this address."), 404, None),
        (Gone(None, None), 410, None),
        (MethodNotAllowed(), 405, None),
        (RequestEntityTooLarge(), 413, None),
        (TooManyRequests(), 429, None),
        (ZeroDivisionError(), 500, None),
    ],
)
def test_each_exception_has_a_status_a_title_and_a_sentence(error: Exception, status: int, field: str | None) -> None:
    problem = problem_of(error)

    assert (problem.status, problem.field) == (status, field)
    assert problem.title
    assert problem.sentence.endswith(".")


def test_tables_that_are_not_built_are_a_matter_of_waiting() -> None:
    assert problem_of(NotBuilt.__new__(NotBuilt)).status == 503


def test_what_went_wrong_inside_is_not_told() -> None:
    assert "secret" not in problem_of(RuntimeError("secret")).sentence


def test_a_merged_service_names_its_successor() -> None:
    assert problem_of(Gone("an-id", "A name")).successor == Successor(id="an-id", name="A name")
    assert problem_of(Gone("an-id", None)).successor is None
