"""What holds for every route: an access rule, headers, no cookie, the demonstration's banner, sound markup."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.domain.home import Home
from tests.web import world
from tests.web.conftest import NewHome
from tests.web.markup import Markup
from web.access import Access, allow, rule_of
from web.app import create_app
from web.assets import content_hash
from web.config import Config
from web.wiring import Rooms

BANNER = "This is a demonstration. The groups here are invented."

PAGES = (
    "/",
    "/about",
    "/sources",
    "/privacy",
    "/accessibility",
    "/needs",
    "/needs/arts",
    "/needs/singing",
    "/needs/nothing",
    "/areas",
    "/areas/E08000022",
    "/areas/E06000052",
    f"/organizations/{world.TRUST}",
    f"/organizations/{world.HAVEN}",
    "/organizations/00000000-0000-0000-0000-000000000000",
    "/guide",
    "/guide?next=yes&q=something-else",
    "/guide/where?q=choir",
    "/guide/where?next=yes&near=nowhere+at+all",
    "/guide/when?q=choir&near=NE28+9&on=mon",
    "/near",
    "/near?place=nowhere+at+all",
    "/near/NE28-9",
    "/near/NE28-9?on=today",
    "/near/Truro",
    "/search",
    "/search?q=choir&near=NE28+9ND&within=5km",
    "/search?q=choir&category=needs:singing&source=demo-tyneside",
    "/search?q=xyzzyplugh",
    "/search?near=nowhere+at+all",
    "/search?q=club+near+NE28+for+over+65s&gender=m&home=NE28+9&needs=bsl&on=sat&speaks=Polish",
    "/search?q=club&near=NE28&cost=free",
    "/search?q=club&age=two&needs=bsl",
    "/search?page=0",
    "/search?q=ukulele&near=NE28+9ND&status=likely_closed",
    f"/services/{world.CHOIR}",
    f"/services/{world.REFUGE}",
    f"/services/{world.TRUST_IN_REGISTER}",
    f"/services/{world.TRUST_IN_OTHER_REGISTER}",
    f"/services/{world.CLOSED_CLUB}",
    f"/services/{world.LUNCH}",
    f"/services/{world.SHED}",
    f"/services/{world.VANISHED}",
    f"/services/{world.LIVING_BAND}",
    f"/services/{world.FADING_BAND}",
    f"/services/{world.CLOSED_BAND}",
    "/services/not-an-id",
    "/nowhere",
)
OTHERS = (
    "/search.json?q=choir",
    "/search.json?page=0",
    "/query.json?q=choir",
    "/places.json?q=wallse",
    "/outlines.json?bbox=-1.6,54.9,-1.4,55.1",
    "/search?q=club&home=NE28+9ND",
    "/guide/where?next=yes&near=NE28",
    "/near?place=NE28+9ND",
    "/near/NE28-9ND",
    f"/services/{world.CHOIR}.json",
    f"/services/{world.CHOIR}.ics",
    "/services/not-an-id.json",
    f"/organizations/{world.TRUST}.json",
    "/health",
    "/sitemap.xml",
    "/sitemap-services.xml",
    "/robots.txt",
    "/opensearch.xml",
    f"/static/{content_hash('signpost.css')}/signpost.css",
    "/reports/no-such-secret",
    "/check",
    "/check/changes",
    "/shortlist/no-such-list",
    "/shortlist/no-such-list/handout",
    "/shortlist/no-such-list/handout.pdf",
    "/shortlist/no-such-list/handout.txt",
    "/check/crisis",
    "/crisis-worker.js",
)
CRISIS = (
    "/crisis",
    "/crisis?nation=wales&topic=debt_money",
    "/crisis?near=NE28+9",
    "/crisis?copy=saved",
    "/crisis?q=hello",
)
"""Pages of lines that are real whatever the catalogue holds."""

FORMS = (f"/services/{world.CHOIR}/report", "/shortlist")
"""Pages that take what their form sends at the same address."""

SENT = (f"/check/{world.CHOIR}", f"/check/{world.CHOIR}/undo", "/check/changes/1")
"""What is sent and never asked for."""


def test_every_route_states_who_may_call_it(app: Flask) -> None:
    assert [rule.rule for rule in app.url_map.iter_rules() if rule_of(app, rule.endpoint) is None] == []


def test_these_tests_call_every_route(app: Flask) -> None:
    adapter = app.url_map.bind("localhost")
    asked = (address.split("?")[0] for address in (*PAGES, *OTHERS, *FORMS, *CRISIS) if address != "/nowhere")
    called = {adapter.match(address)[0] for address in asked}
    called |= {adapter.match(address, method="POST")[0] for address in SENT}

    assert called == {rule.endpoint for rule in app.url_map.iter_rules()}


def test_a_route_that_states_no_rule_is_refused(filled_home: Home) -> None:
    app = create_app(Config(home=filled_home))
    app.add_url_rule("/forgotten", view_func=lambda: "secret", endpoint="forgotten")

    answer = app.test_client().get("/forgotten")

    assert answer.status_code == 403
    assert "secret" not in answer.text


def test_a_rule_stays_with_its_view() -> None:
    def view() -> str:
        return "page"

    assert allow(Access.ANYONE)(view) is view


@pytest.mark.parametrize("address", [*PAGES, *OTHERS, *FORMS, *CRISIS])
def test_every_answer_bears_the_headers_and_sets_no_cookie(client: FlaskClient, address: str) -> None:
    with client.get(address) as answer:
        headers = answer.headers

    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Cache-Control" in headers
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("address", [*PAGES, *FORMS, *CRISIS])
def test_every_page_is_sound_markup(client: FlaskClient, address: str) -> None:
    assert Markup(client.get(address).text).faults == []


@pytest.mark.parametrize("address", [*PAGES, *FORMS])
def test_every_page_says_that_the_groups_are_invented(client: FlaskClient, address: str) -> None:
    assert BANNER in client.get(address).text


def test_without_a_demonstration_no_page_says_so(new_home: NewHome) -> None:
    home = new_home()
    world.fill(home, with_demonstration=False)
    rooms = Rooms(home)

    page = create_app(Config(home=home), rooms).test_client().get("/sources").text
    rooms.database().close()

    assert BANNER not in page
    assert "The register" in page


@pytest.mark.parametrize("address", [*PAGES, *OTHERS])
def test_no_route_changes_anything_for_a_post(client: FlaskClient, address: str) -> None:
    answer = client.post(address)

    assert answer.status_code in (404, 405)
    if answer.status_code == 405:
        assert "GET" in answer.headers["Allow"]


def test_a_file_may_be_kept_for_a_year_only_at_the_address_of_its_content(client: FlaskClient) -> None:
    digest = content_hash("signpost.css")
    with client.get(f"/static/{digest}/signpost.css") as kept, client.get("/static/0/signpost.css") as stale:
        assert kept.cache_control.max_age == 31_536_000
        assert kept.cache_control.immutable
        assert stale.headers["Cache-Control"] == "no-store"
        assert stale.data == kept.data


@pytest.mark.parametrize("name", ["nothing.css", "../config.py", "%2e%2e/config.py", "%00"])
def test_no_file_but_the_sites_own_is_sent(client: FlaskClient, name: str) -> None:
    assert client.get(f"/static/x/{name}").status_code == 404


def test_health_says_that_each_room_answers(client: FlaskClient) -> None:
    answer = client.get("/health")

    assert answer.status_code == 200
    assert answer.json == {"database": {"ok": True}, "index": {"ok": True}, "geography": {"ok": True}}


def test_health_says_which_room_does_not(empty_app: Flask) -> None:
    answer = empty_app.test_client().get("/health")

    assert answer.status_code == 503
    assert answer.json is not None
    assert answer.json["index"] == {"ok": False}
    assert answer.json["database"] == {"ok": True}


def test_without_an_index_search_says_to_come_back(empty_app: Flask) -> None:
    page = empty_app.test_client().get("/search?q=choir")
    program = empty_app.test_client().get("/search.json?q=choir")

    assert (page.status_code, program.status_code) == (503, 503)
    assert "Try again in a few minutes" in page.text
    assert program.json == {
        "error": {
            "status": 503,
            "message": "The search index is still being made. Try again in a few minutes.",
            "field": None,
        }
    }


def test_the_first_page_leads_to_a_dozen_searches(client: FlaskClient) -> None:
    page = client.get("/").text

    assert page.count('class="sp-tile"') == 12
    assert '<a href="tel:999">Call 999</a>' in page
    assert "/search?q=food+bank" in page or "/search?q=food%20bank" in page


def test_crisis_help_is_one_key_away_from_every_page(client: FlaskClient) -> None:
    for address in (*PAGES, *FORMS):
        assert '<a class="sp-nav__crisis" href="/crisis" accesskey="c">Crisis help</a>' in client.get(address).text


def test_the_sentence_shown_on_the_first_page_is_read_as_it_says(client: FlaskClient) -> None:
    page = client.get("/").text
    shown = page.partition("<blockquote>“")[2].partition("”</blockquote>")[0]

    read = client.get("/query.json", query_string={"q": shown}).json

    assert read is not None
    told = (read["place"], read["age"], read["gender"], read["days"], read["access"])
    assert told == ("NE28", [72, 72], "m", ["tue"], ["step_free"])


def test_each_sentence_to_try_on_the_first_page_finds_what_it_is_about(client: FlaskClient) -> None:
    page = client.get("/").text
    links = page.partition('id="try"')[2].partition("</ul>")[0].split('href="')[1:]

    topics = [client.get(link.partition('"')[0].replace("/search?", "/search.json?")).json["topics"] for link in links]  # type: ignore[index]

    assert len(topics) == 4
    assert all(topics)


def test_a_page_loads_its_font_before_the_style_sheet_asks_for_it_and_at_the_same_address(client: FlaskClient) -> None:
    page = client.get("/").text
    address = page.partition('<link rel="preload" href="/static/')[2].partition('"')[0]
    sheet = client.get(page.partition('<link rel="stylesheet" href="')[2].partition('"')[0])

    assert f'url("../{address}")' in sheet.text
    with client.get(f"/static/{address}") as font:
        assert font.mimetype == "font/woff2"
        assert font.cache_control.immutable
    sheet.close()


def test_the_page_of_sources_names_each_with_its_licence(client: FlaskClient) -> None:
    page = client.get("/sources").text

    for words in ("Tyneside groups", "The register", "The other register", "Open Government Licence v3.0"):
        assert words in page
    assert "Contains information of The register." in page


def test_the_page_of_sources_says_whose_places_these_are(client: FlaskClient) -> None:
    page = client.get("/sources").text

    for owner in ("Office for National Statistics", "OS data", "Royal Mail data", "GeoNames"):
        assert owner in page
