"""What is said of a person lives in one request: it is in no file, no log, no cookie, and no link tells their home."""

import logging
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from directory.domain.home import Home
from tests.web import world
from tests.web.conftest import NewHome
from tests.web.world import build_index
from web.app import create_app
from web.config import Config
from web.search.forms import UNCLEAR
from web.wiring import Rooms

HOME = "NE28 9ND"
PERSON = {
    "age": "67",
    "gender": "m",
    "home": HOME,
    "practice": "A83012",
    "pcn": "U12345",
    "icb": "QHM",
    "carer": "yes",
    "route": "gp",
    "travel": "bus",
    "free": "yes",
    "speaks": ["Klingon"],
    "needs": ["hearing_loop", "step_free"],
    "condition": ["lumbago"],
    "on": ["sat"],
    "at": ["morning"],
}
SEARCH = urlencode({"q": "club", "near": "NE28", "size": "1", **PERSON}, doseq=True)
TELLING = ("NE28 9ND", "NE28+9ND", "NE28%209ND", "NE289ND", "9ND")


@pytest.fixture
def own_home(new_home: NewHome) -> Home:
    """A home that no other test touches."""
    home = new_home()
    world.fill(home)
    build_index(home)
    return home


def contents(folder: Path) -> dict[str, str]:
    """A hash of every file below ``folder``."""
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}


def test_a_search_for_a_person_changes_no_file_and_writes_no_log_of_them(
    own_home: Home, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    rooms = Rooms(own_home, now=lambda: world.NOW)
    client = create_app(Config(home=own_home), rooms).test_client()
    client.get("/search?q=club")
    before = contents(own_home.folder)

    with caplog.at_level(logging.DEBUG):
        for address in ("/search", "/search.json"):
            assert client.get(f"{address}?{SEARCH}", follow_redirects=True).status_code == 200
            assert client.get(f"{address}?{SEARCH}&day=%ff").status_code in (302, 400)

    assert {"catalogue.sqlite", "manifest.json"} <= {Path(name).name for name in before}
    assert contents(own_home.folder) == before
    written = f"{caplog.text}{''.join(capfd.readouterr())}"
    for said in ("67", "A83012", "Klingon", "lumbago", "NE28", "hearing_loop"):
        assert said not in written
    rooms.database().close()


def test_a_failure_while_searching_for_a_person_logs_nothing_of_them(
    empty_app_client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = empty_app_client.get(f"/search?{SEARCH}".replace("NE28+9ND", "NE28+9"))

    assert answer.status_code == 503
    assert "GET /search failed" in caplog.text
    for said in ("Klingon", "lumbago", "NE28", "A83012"):
        assert said not in caplog.text


def test_no_answer_to_a_search_for_a_person_sets_a_cookie(client: FlaskClient) -> None:
    for address in ("/search", "/search.json"):
        answer = client.get(f"{address}?{SEARCH}", follow_redirects=True)

        assert answer.status_code == 200
        assert [one for step in (*answer.history, answer) for one in step.headers.getlist("Set-Cookie")] == []
        assert answer.cache_control.private


@pytest.mark.parametrize(
    "home", [HOME, "ne289nd", " NE28  9ND ", "3 Hall Lane, NE28 9ND, Wallsend", "NE28 9ND or NE28 9ND"]
)
def test_a_whole_postcode_of_a_home_is_left_at_once_for_its_sector(client: FlaskClient, home: str) -> None:
    answer = client.get("/search", query_string={"q": "club", "home": home, "needs": "bsl", "day": "mon"})

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/search?q=club&home=NE28+9&needs=bsl&day=mon"
    assert not any(telling in answer.text for telling in TELLING)


@pytest.mark.parametrize("typed", ["12 High Street Wallsend", "Wallsend", "a" * 10_000, "\0"])
def test_a_home_that_is_no_postcode_is_left_at_once_and_asked_for_again(client: FlaskClient, typed: str) -> None:
    first = client.get("/search", query_string={"q": "club", "home": typed, "day": "mon"})
    asked = client.get(first.headers["Location"])

    assert (first.status_code, first.headers["Location"]) == (302, f"/search?q=club&home={UNCLEAR}&day=mon")
    assert asked.status_code == 400
    assert "Write only the postcode they live at" in asked.text
    assert 'name="home" type="text" value=""' in asked.text
    assert 'name="q" type="text" value="club"' in asked.text
    assert "The rest of what you typed is still" in asked.text
    assert typed not in first.text + asked.text.replace("in Wallsend", "")


@pytest.mark.parametrize("typed", ["NE28 9N", "ne289n", "NE28 9NDx"])
def test_a_postcode_half_typed_is_left_for_its_sector(client: FlaskClient, typed: str) -> None:
    answer = client.get("/search", query_string={"home": typed})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/search?home=NE28+9")


def test_a_program_whose_home_is_no_postcode_is_told_what_to_write(client: FlaskClient) -> None:
    answer = client.get("/search.json?home=12+High+Street")

    assert answer.status_code == 400
    assert answer.json is not None
    assert answer.json["error"]["field"] == "home"
    assert "High" not in answer.text


def test_a_second_home_stays_in_no_address(client: FlaskClient) -> None:
    assert client.get("/search?home=NE28+9&home=NE28+9ND").headers["Location"] == "/search?home=NE28+9"


def test_no_page_or_link_tells_more_of_a_home_than_its_sector(client: FlaskClient) -> None:
    # Elsewhere the page may tell a postcode: that of a place where people meet.
    answer = client.get(f"/search?{SEARCH}", follow_redirects=True)
    links = [part.partition('"')[0] for part in answer.text.split('href="')[1:]]
    searches = [link for link in links if link.startswith("/search?")]

    assert len(answer.history) == 1
    assert answer.request.args["home"] == "NE28 9"
    assert sum("home=NE28+9&" in link or link.endswith("home=NE28+9") for link in searches) > 10
    assert not any(telling in link for link in links for telling in TELLING)
    assert 'name="home" type="text" value="NE28 9"' in answer.text


def test_a_program_gets_the_answer_for_the_sector(client: FlaskClient) -> None:
    whole, sector = (
        client.get("/search.json", query_string={"q": "club", "home": home}).json for home in (HOME, "NE28 9")
    )

    assert whole is not None
    assert whole == sector


def test_no_answer_tells_other_sites_the_address_it_came_from(client: FlaskClient) -> None:
    assert client.get(f"/search?{SEARCH}").headers["Referrer-Policy"] == "no-referrer"
