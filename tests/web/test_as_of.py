"""A day played again: every page says which, and nothing of later days is on it."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask.testing import FlaskClient

from directory.domain.home import Home
from tests.web import world
from tests.web.markup import Markup
from tests.web.test_routes import PAGES
from web.app import create_app
from web.config import Config
from web.wiring import rooms

STRIP = "As of 31 August 2026. Evidence and money of later days are left out."


@pytest.fixture(scope="module")
def past(filled_home: Home) -> Iterator[FlaskClient]:
    """A browser at the site as of the day before the Tyne Ukulele Band said that it has closed."""
    app = create_app(Config(home=filled_home, as_of=date(2026, 8, 31)))
    yield app.test_client()
    with app.app_context():
        rooms().database().close()


@pytest.mark.parametrize("address", PAGES)
def test_every_page_says_which_day_it_shows(past: FlaskClient, client: FlaskClient, address: str) -> None:
    page = past.get(address).text

    assert STRIP in page
    assert Markup(page).faults == []
    assert "As of" not in client.get(address).text


def test_what_was_not_known_on_the_day_is_nowhere(past: FlaskClient) -> None:
    page = past.get(f"/services/{world.CLOSED_BAND}").text
    program = past.get(f"/services/{world.CLOSED_BAND}.json").json

    assert "This group has closed" not in page
    assert "We played our last tune" not in page
    assert program is not None
    assert (program["evidence"], program["status"]["on"], program["status"]["is_declared"]) == ([], "2026-08-31", False)


def test_money_is_told_from_its_award(past: FlaskClient, filled_home: Home) -> None:
    before = create_app(Config(home=filled_home, as_of=date(2026, 1, 4))).test_client()
    told, untold = (one.get(f"/services/{world.LIVING_BAND}.json").json for one in (past, before))

    assert told is not None
    assert untold is not None
    assert [one["amount"] for one in told["funding"]] == [500.0]
    assert (untold["funding"], untold["status"]["funding"]) == ([], None)
    with before.application.app_context():
        rooms().database().close()


def test_money_that_a_group_speaks_of_is_told_from_when_its_words_were_read(
    client: FlaskClient, past: FlaskClient
) -> None:
    now, then = (one.get(f"/services/{world.LUNCH}.json").json for one in (client, past))

    assert now is not None
    assert then is not None
    assert len(now["funding"]) == 1
    assert (then["funding"], then["status"]["funding"]) == ([], None)


def test_the_clock_stands_at_noon_in_the_uk(past: FlaskClient) -> None:
    with past.application.app_context():
        assert rooms().now().isoformat() == "2026-08-31T12:00:00+01:00"
        assert rooms().today() == date(2026, 8, 31)
