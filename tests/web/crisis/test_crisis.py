"""The crisis page: it stands with database and index gone, shows what may be shown, and comes first in search."""

import logging
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.domain.crisis.lines import Line
from directory.domain.home import Home
from directory.queries.crisis import read_crisis
from tests.web import world
from tests.web.conftest import NewHome
from tests.web.desk import ELSEWHERE, copied
from tests.web.markup import Markup
from web.app import create_app
from web.assets import FOLDER
from web.config import CRISIS_PANEL_LINES, Config
from web.crisis.near import CANNOT_LOOK, NONE_KNOWN
from web.wiring import Rooms

LINES = {line.id: line for line in read_crisis().lines}
SHOWN = [line for line in LINES.values() if line.is_shown]
HELD = [line for line in LINES.values() if not line.is_shown]
CHRISTMAS = datetime(2026, 12, 25, 12, tzinfo=UTC)
"""A Friday, and a bank holiday everywhere."""


def part(page: str, part_id: str) -> str:
    """The part of the page under one heading."""
    found = re.search(rf'aria-labelledby="{part_id}-title">(.*?)</section>', page, re.DOTALL)
    return unescape(found[1]) if found else ""


def is_on(line: Line, page: str) -> bool:
    return f'id="line-{line.id}"' in page


@pytest.fixture
def at(filled_home: Home) -> Callable[[datetime], FlaskClient]:
    """A function that gives a browser at the site at some moment."""
    return lambda moment: create_app(Config(home=filled_home), Rooms(filled_home, now=lambda: moment)).test_client()


@pytest.fixture
def bare(tmp_path: Path) -> tuple[Home, FlaskClient]:
    """A home where there is nothing at all, and a browser at its site."""
    home = Home(folder=tmp_path / "gone", database_url=f"sqlite:///{tmp_path / 'gone' / 'catalogue.sqlite'}")
    return home, create_app(Config(home=home), Rooms(home, now=lambda: world.NOW)).test_client()


def test_every_line_that_may_be_shown_is_and_no_other(client: FlaskClient) -> None:
    page = client.get("/crisis").text

    assert [line.id for line in SHOWN if not is_on(line, page) and line.kind != "band"] == []
    numbers = {line.phone for line in HELD} - {line.phone for line in SHOWN}
    assert [line.id for line in HELD if is_on(line, page)] == []
    assert [number for number in numbers if number in page] == []


def test_a_site_that_never_opened_its_rooms_shows_the_page_and_opens_none(bare: tuple[Home, FlaskClient]) -> None:
    home, client = bare

    answer = client.get("/crisis")

    assert answer.status_code == 200
    assert [line.id for line in SHOWN if line.id not in answer.text and line.kind != "band"] == []
    assert not home.folder.exists()


def test_a_site_that_loses_its_database_and_index_shows_the_same_page(filled_home: Home, tmp_path: Path) -> None:
    site = copied(filled_home, tmp_path)
    before = site.page("/crisis")
    site.page("/search?q=choir")
    site.close()
    for path in (*tmp_path.glob("catalogue.sqlite*"), tmp_path / "index"):
        path.unlink()

    assert site.page("/crisis") == before
    assert not list(tmp_path.glob("catalogue.sqlite*"))


def test_where_local_services_cannot_be_looked_up_the_page_says_so_and_stands(bare: tuple[Home, FlaskClient]) -> None:
    answer = bare[1].get("/crisis?near=NE28+9")

    assert answer.status_code == 200
    assert CANNOT_LOOK in answer.text
    assert is_on(LINES["samaritans"], answer.text)


def test_why_local_services_cannot_be_looked_up_is_noted_without_the_place(
    bare: tuple[Home, FlaskClient], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        bare[1].get("/crisis?near=NE28+9")

    assert "cannot be looked up" in caplog.text
    assert "NE28" not in caplog.text


def test_local_services_come_with_the_lines_of_the_nation_they_are_in(client: FlaskClient) -> None:
    page = client.get("/crisis?near=NE28+9&topic=abuse_at_home").text

    assert "Haven Refuge" in part(page, "near")
    assert "Invented for the demonstration" in part(page, "near")
    assert is_on(LINES["ndah"], page)
    assert not is_on(LINES["live_fear_free"], page)


def test_a_place_with_nothing_near_says_that_none_is_known(client: FlaskClient) -> None:
    assert NONE_KNOWN in client.get("/crisis?near=Lerwick&topic=gambling").text


def test_a_place_that_nobody_knows_says_so(client: FlaskClient) -> None:
    page = client.get("/crisis?near=xyzzyplugh").text

    assert '<p role="status">' in page
    assert is_on(LINES["samaritans"], page)


def test_an_address_keeps_no_more_of_a_postcode_than_its_sector(client: FlaskClient) -> None:
    answer = client.get("/crisis?near=ne289nd&topic=debt_money&nation=wales")

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/crisis?nation=wales&topic=debt_money&near=NE28+9"


@pytest.mark.parametrize(
    ("nation", "own", "other"),
    [
        ("england", "nhs111_mh_england", "lifeline_ni"),
        ("wales", "nhs111_wales", "nhs24_scotland"),
        ("scotland", "nhs24_scotland", "nhs111_wales"),
        ("northern-ireland", "lifeline_ni", "nhs111_mh_england"),
    ],
)
def test_each_nation_sees_its_own_lines(client: FlaskClient, nation: str, own: str, other: str) -> None:
    page = client.get(f"/crisis?nation={nation}").text

    assert is_on(LINES[own], page)
    assert not is_on(LINES[other], page)
    assert is_on(LINES["samaritans"], page)


def test_a_topic_shows_its_lines_and_what_to_say(client: FlaskClient) -> None:
    page = client.get("/crisis?topic=debt_money&nation=england").text

    assert "Who to call: Debt and bailiffs" in page
    assert "Nobody has to be let in today." in unescape(page)
    assert is_on(LINES["stepchange"], page)
    assert not is_on(LINES["childline"], page)
    assert 'href="/crisis?nation=england&amp;topic=debt_money" aria-current="true"' in page


def test_a_word_is_enough_to_find_a_topic(client: FlaskClient) -> None:
    assert "Who to call: Suicide or self-harm" in client.get("/crisis?q=sucidal").text
    assert "Who to call: Debt and bailiffs" in client.get("/crisis?q=debt").text
    assert "We did not hear a kind of crisis" in client.get("/crisis?q=parsnips").text


def test_what_makes_no_sense_is_passed_over(client: FlaskClient) -> None:
    page = client.get("/crisis?nation=narnia&topic=weather&near=%20").text

    assert "Who to call right now" in page
    assert is_on(LINES["nhs24_scotland"], page)


def test_lines_are_open_now_or_shut_as_the_clock_says(at: Callable[[datetime], FlaskClient]) -> None:
    saturday = at(world.NOW).get("/crisis?nation=england").text
    monday = at(datetime(2026, 11, 23, 10, 30, tzinfo=UTC)).get("/crisis?nation=england").text

    assert "Opens Monday 9am" in part(saturday, "shut")
    assert is_on(LINES["stepchange"], part(saturday, "open"))
    assert "Open until 2pm" in part(saturday, "open")
    assert is_on(LINES["citizens_advice_england"], part(monday, "open"))
    assert "Opens today 3pm" in part(monday, "shut")
    assert is_on(LINES["nspcc"], part(monday, "unknown"))
    assert "Hours not known" in part(monday, "unknown")


def test_on_a_bank_holiday_hours_of_weekdays_are_not_promised(at: Callable[[datetime], FlaskClient]) -> None:
    page = at(CHRISTMAS).get("/crisis?nation=england").text

    assert is_on(LINES["stepchange"], part(page, "unknown"))
    assert "Bank holiday: ring and see" in part(page, "unknown")
    assert is_on(LINES["citizens_advice_england"], part(page, "shut"))
    assert is_on(LINES["samaritans"], part(page, "open"))


def test_a_line_that_does_not_promise_when_it_opens_says_only_that_it_is_shut(
    at: Callable[[datetime], FlaskClient],
) -> None:
    page = at(datetime(2026, 12, 24, 21, tzinfo=UTC)).get("/crisis?nation=england").text

    assert "Closed now" in part(page, "shut")


def test_somebody_listens_beside_every_line_that_does_not_always_answer(client: FlaskClient) -> None:
    cards = re.findall(r'id="line-(\w+)">(.*?)</li>', client.get("/crisis").text, re.DOTALL)
    number = LINES["samaritans"].phone

    assert len(cards) > 40
    assert [name for name, card in cards if not LINES[name].is_always_open and f"{number}</a>" not in card] == []


def test_numbers_are_tapped_only_as_they_may_be(client: FlaskClient) -> None:
    page = client.get("/crisis").text
    rung = set(re.findall(r'href="tel:([^"]*)"', page))
    texted = {line.text.replace(" ", "") for line in SHOWN if len(line.text) == 5}

    assert all(number.isdigit() for number in rung)
    assert not rung & texted
    assert not any(number.startswith("999") and number != "999" for number in rung)


def test_no_number_that_begins_with_03_is_called_free(client: FlaskClient) -> None:
    cards = re.findall(r'id="line-(\w+)">(.*?)</li>', client.get("/crisis").text, re.DOTALL)
    charged = [card for name, card in cards if LINES[name].phone.startswith("03")]

    assert charged
    assert not any("ree to call" in card for card in charged)


def test_only_lines_whose_operator_says_so_are_said_to_stay_off_the_bill(client: FlaskClient) -> None:
    cards = re.findall(r'id="line-(\w+)">(.*?)</li>', client.get("/crisis").text, re.DOTALL)

    off = {name for name, card in cards if "Not on the phone bill" in card}

    assert off == {"samaritans", "childline", "mens_advice", "live_fear_free"}
    assert all("The phone still lists it" in card for name, card in cards if name in off)


def test_a_line_that_nobody_of_ours_rang_says_so(client: FlaskClient) -> None:
    page = client.get("/crisis").text

    assert "Seen October 2026. Not yet rung by us" in page
    assert "Seen 2024. Not yet rung by us" in page
    assert "Date not known. Not yet rung by us" in page


def test_one_can_leave_at_once_without_a_script(client: FlaskClient) -> None:
    assert re.search(
        r'<a class="sp-exit" id="leave" href="https://[^"]+" rel="noreferrer nofollow">', client.get("/crisis").text
    )


def test_the_page_is_not_said_to_be_invented_and_is_not_kept_by_others(client: FlaskClient) -> None:
    answer = client.get("/crisis")

    assert "This is a demonstration" not in answer.text
    assert answer.cache_control.private
    assert answer.cache_control.no_cache


def test_the_copy_that_a_browser_keeps_says_its_day_and_claims_nothing_to_be_open(client: FlaskClient) -> None:
    page = client.get("/crisis?copy=saved").text

    assert "This is a copy saved on Saturday 21 November 2026" in page
    assert "Open until" not in page
    assert "Open now" not in page
    assert "Anywhere in the United Kingdom" in page
    assert all(is_on(line, page) for line in SHOWN if line.kind != "band")
    assert Markup(page).faults == []


def test_a_site_that_shows_a_past_day_claims_nothing_to_be_open(filled_home: Home) -> None:
    client = create_app(Config(home=filled_home, as_of=date(2026, 3, 3))).test_client()

    assert "Open now" not in client.get("/crisis").text
    assert "24 hours, every day" in client.get("/search?q=want+to+die").text


def test_the_worker_is_sent_from_the_root_and_asked_for_again_each_time(client: FlaskClient) -> None:
    with client.get("/crisis-worker.js") as answer:
        assert answer.mimetype == "text/javascript"
        assert answer.headers["Cache-Control"] == "no-cache"
        assert b"/crisis?copy=saved" in answer.data


def test_scripts_may_come_from_this_site_alone(client: FlaskClient) -> None:
    policy = client.get("/crisis").headers["Content-Security-Policy"]

    assert "script-src 'self';" in policy
    assert "worker-src 'self';" in policy
    assert "connect-src 'self'" in policy
    assert re.findall(r"<script(?![^>]* src=\"/static/)", client.get("/crisis").text) == []


def test_no_script_asks_another_host() -> None:
    assert [
        path.name
        for path in FOLDER.glob("crisis-*.js")
        if "//" in re.sub(r"^\s*//.*$", "", path.read_text(), flags=re.M)
    ] == []


@pytest.mark.parametrize("address", ["/search?q=hes+hitting+me", "/search?q=hes+hitting+me&near=nowhere+at+all"])
def test_crisis_words_in_a_search_bring_helplines_above_everything(client: FlaskClient, address: str) -> None:
    page = client.get(address).text

    assert "Abuse at home: who to call right now" in page
    assert page.index('id="crisis-title"') < page.index('name="q"')
    assert page.count('<li class="sp-line') == CRISIS_PANEL_LINES
    assert 'href="/crisis?topic=abuse_at_home"' in page
    assert Markup(page).faults == []


def test_where_a_life_is_in_danger_999_comes_first(client: FlaskClient) -> None:
    page = client.get("/search?q=overdoze").text
    only = client.get("/search?q=not+breathing").text

    assert page.index('class="sp-999__num"') < page.index('id="crisis-title"')
    assert "Danger to life: who to call right now" in only
    assert 'class="sp-999__num"' not in client.get("/search?q=bailiffs").text


def test_search_without_crisis_words_has_no_panel(client: FlaskClient) -> None:
    assert "crisis-title" not in client.get("/search?q=choir").text


def test_the_panel_comes_where_the_index_cannot_answer(empty_app: Flask) -> None:
    answer = empty_app.test_client().get("/search?q=I+want+to+die")

    assert answer.status_code == 503
    assert is_on(LINES["samaritans"], answer.text)


def test_the_panel_comes_where_nothing_can_answer(bare: tuple[Home, FlaskClient]) -> None:
    answer = bare[1].get("/search?q=I+want+to+die")

    assert answer.status_code == 503
    assert is_on(LINES["samaritans"], answer.text)


def test_a_program_is_told_too(client: FlaskClient) -> None:
    told, untold = (client.get(f"/search.json?q={q}").json for q in ("taken+an+overdoze", "choir"))

    assert told is not None
    assert untold is not None
    assert untold["crisis"] is None
    assert told["crisis"]["emergency"] is True
    assert told["crisis"]["topics"] == ["drugs_alcohol", "suicide_self_harm"]
    assert told["crisis"]["url"] == "/crisis?topic=drugs_alcohol"
    assert told["crisis"]["lines"][0]["phone"]


def test_every_page_leads_there_by_one_key(client: FlaskClient) -> None:
    assert all('href="/crisis" accesskey="c"' in client.get(page).text for page in ("/", "/about", "/nowhere"))


def test_staff_see_which_lines_wait_and_what_to_find_out(filled_home: Home) -> None:
    app = create_app(Config(home=filled_home, has_staff=True), Rooms(filled_home, now=lambda: world.NOW))
    page = unescape(app.test_client().get("/check/crisis").text)
    waiting = [line for line in LINES.values() if line.show == "after_check"]

    assert f"{len(waiting)} lines wait to be shown" in page
    assert all(line.check in page for line in waiting)
    assert "data/crisis/lines.csv" in page
    assert app.test_client().get("/check/crisis", environ_overrides=ELSEWHERE).status_code == 404


def test_without_staff_nobody_sees_them(client: FlaskClient) -> None:
    assert client.get("/check/crisis").status_code == 404


def test_a_home_with_nothing_in_it_still_hears_of_a_crisis(new_home: NewHome) -> None:
    home = new_home()

    assert create_app(Config(home=home)).test_client().get("/crisis?q=sucidal").status_code == 200
