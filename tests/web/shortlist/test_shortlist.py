"""A shortlist through the pages: collecting, changing, sending, and what a link tells later."""

import logging
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import Engine, event
from werkzeug.test import TestResponse

from directory.domain.home import Home
from directory.domain.shortlist.shortlist import Item, Shortlist
from index.protocol import Query
from tests.web import world
from tests.web.desk import OWN, Site
from tests.web.markup import Markup
from web.app import create_app
from web.config import SHORTLIST_NOTE, SHORTLIST_SERVICES, Config
from web.shortlist.link import links
from web.shortlist.page import without_echoes

ABSENT = "00000000-0000-4000-8000-000000000009"


def press(site: Site, what: str, service: str = "", **more: str) -> TestResponse:
    """Press a button of the list."""
    return site.client.post("/shortlist", data={"what": what, "service": service, **more}, headers=OWN)


def collect(site: Site, *services: str) -> None:
    """Put services on the list of the site's browser."""
    for service in services:
        assert press(site, "add", service).status_code == 303


def link(site: Site) -> str:
    """The path of the link to the list as it is."""
    [address] = re.findall(r'readonly value="([^"]+)"', site.page("/shortlist"))
    return str(urlsplit(address).path)


def names(page: str) -> list[str]:
    return re.findall(r'<h2><a href="[^"]+">\d+\. ([^<]+)</a></h2>', page)


def some(site: Site, count: int) -> list[str]:
    """The ids of so many services."""
    return [hit.entry.id for hit in site.rooms.index().search(Query(size=count)).hits]


def merged_with_successor(site: Site) -> str:
    """The id of a service that another stands for."""
    with site.rooms.database().read() as transaction:
        [(merged,)] = transaction.exec_driver_sql("SELECT id FROM successor WHERE kind = 'service' LIMIT 1").all()
    return str(merged)


def test_a_list_begins_empty_and_says_how_to_fill_it(site: Site) -> None:
    page = site.page("/shortlist")

    assert "Your shortlist is empty" in page
    assert "Add to shortlist" in page
    assert Markup(page).faults == []


def test_a_button_on_a_listing_and_on_a_result_adds_it(site: Site) -> None:
    for address in (f"/services/{world.CHOIR}", "/search?q=choir"):
        page = site.page(address)
        assert f'<input type="hidden" name="service" value="{world.CHOIR}">' in page
        assert 'name="what" value="add">Add to shortlist' in page
        assert Markup(page).faults == []


def test_of_an_earlier_day_nothing_can_be_collected_or_copied(site: Site, tmp_path: Path) -> None:
    collect(site, world.CHOIR)
    address = link(site)
    home = Home(folder=tmp_path, database_url=f"sqlite:///{tmp_path / 'catalogue.sqlite'}")
    past = create_app(Config(home=home, as_of=world.TODAY), site.rooms).test_client()

    assert "Add to shortlist" not in past.get(f"/services/{world.CHOIR}").text
    assert "Make a copy to change" not in past.get(address).text


def test_services_are_collected_in_order_without_an_account(site: Site) -> None:
    added = press(site, "add", world.CHOIR)
    collect(site, world.SHED, world.LUNCH, world.CHOIR)

    assert (added.status_code, added.headers["Location"]) == (303, f"/shortlist#s-{world.CHOIR}")
    page = site.page("/shortlist")
    assert names(page) == ["Wallsend Community Choir", "Howdon Shed Club", "Segedunum Lunch Table"]
    assert "Shortlist: 3 services" in page
    for words in ("Tuesday 24 November, 10am to 12 noon", "Oakwood Hall, 3 Hall Lane", "0191 234 5678", "Free"):
        assert words in page
    assert Markup(page).faults == []


def test_the_list_is_kept_in_one_cookie_that_only_its_pages_are_sent(site: Site) -> None:
    cookie = press(site, "add", world.CHOIR).headers["Set-Cookie"]

    for words in ("HttpOnly", "SameSite=Lax", "Path=/shortlist"):
        assert words in cookie
    assert not any(words in cookie for words in ("Expires", "Max-Age", "Secure", "Domain"))
    assert "This list is kept in a cookie of this browser alone." in site.page("/shortlist")


def test_the_list_is_the_same_in_every_language(site: Site) -> None:
    site.client.post("/cy/shortlist", data={"what": "add", "service": world.CHOIR}, headers=OWN)
    collect(site, world.SHED)

    for page in (site.page("/shortlist"), site.page("/cy/shortlist"), site.page("/ur/shortlist")):
        assert set(re.findall(r'id="s-([^"]+)"', page)) == {world.CHOIR, world.SHED}
    assert "/ur/shortlist/" in site.page("/ur/shortlist")
    press(site, "clear")
    assert 'id="s-' not in site.page("/ur/shortlist")


def test_by_tls_the_cookie_and_the_link_are_for_tls_alone(site: Site) -> None:
    site.app.config["PROXIES"] = 1
    answer = site.client.post(
        "/shortlist",
        data={"what": "add", "service": world.CHOIR},
        headers={**OWN, "X-Forwarded-Proto": "https"},
    )
    drawn = site.client.get("/shortlist", base_url="https://localhost").text

    assert "Secure" in answer.headers["Set-Cookie"]
    assert 'readonly value="https://localhost/shortlist/' in drawn


def test_services_are_moved_and_removed(site: Site) -> None:
    collect(site, world.CHOIR, world.SHED, world.LUNCH)
    press(site, "up", world.LUNCH)
    press(site, "down", world.CHOIR)
    assert names(site.page("/shortlist")) == [
        "Segedunum Lunch Table",
        "Wallsend Community Choir",
        "Howdon Shed Club",
    ]
    removed = press(site, "remove", world.CHOIR)

    assert removed.headers["Location"] == "/shortlist"
    assert names(site.page("/shortlist")) == ["Segedunum Lunch Table", "Howdon Shed Club"]


def test_the_first_cannot_go_up_nor_the_last_down(site: Site) -> None:
    collect(site, world.CHOIR, world.SHED)
    page = site.page("/shortlist")

    assert len(re.findall('value="up"', page)) == 1
    assert len(re.findall('value="down"', page)) == 1


def test_a_list_is_cleared_for_the_next_person_at_the_desk(site: Site) -> None:
    collect(site, world.CHOIR)
    cleared = press(site, "clear")

    assert "Max-Age=0" in cleared.headers["Set-Cookie"]
    assert "Your shortlist is empty" in site.page("/shortlist")


def test_a_list_ends_with_the_day(site: Site) -> None:
    collect(site, world.CHOIR)
    site.later(days=1)

    assert "Your shortlist is empty" in site.page("/shortlist")


def test_a_list_holds_so_many_and_says_so(site: Site) -> None:
    services = some(site, SHORTLIST_SERVICES + 1)
    collect(site, *services[:-1])
    answer = press(site, "add", services[-1])

    assert answer.status_code == 409
    assert "A shortlist holds up to 10 services. Remove one to add another." in answer.text
    assert len(names(answer.text)) == SHORTLIST_SERVICES
    assert Markup(answer.text).faults == []


def test_a_note_says_what_not_to_write_and_is_kept_beside_its_service(site: Site) -> None:
    collect(site, world.CHOIR)
    assert "Do not write a name, address or anything about a person." in site.page("/shortlist")
    press(site, "note", world.CHOIR, note="Use the side door, 07700 900123")

    assert 'value="Use the side door, [taken out]"' in site.page("/shortlist")


def test_a_note_too_long_is_given_back_to_be_mended(site: Site) -> None:
    collect(site, world.CHOIR, world.SHED)
    typed = "x" * (SHORTLIST_NOTE + 1)
    answer = press(site, "note", world.SHED, note=typed)

    assert answer.status_code == 400
    assert "Write at most 80 characters." in answer.text
    assert f'value="{typed}"' in answer.text
    assert Markup(answer.text).faults == []


@pytest.mark.parametrize("what", ["", "nonsense"])
def test_what_no_button_says_changes_nothing(site: Site, what: str) -> None:
    answer = press(site, what, world.CHOIR)

    assert answer.status_code == 400
    assert "Press one of the buttons." in answer.text
    assert Markup(answer.text).faults == []


@pytest.mark.parametrize("service", [ABSENT, "not-an-id", ""])
def test_a_service_that_is_not_there_is_not_added(site: Site, service: str) -> None:
    assert press(site, "add", service).status_code == 404


def test_of_a_merged_service_the_one_that_stands_for_it_is_added(site: Site) -> None:
    merged = merged_with_successor(site)
    added = press(site, "add", merged)

    assert added.status_code == 303
    assert merged not in added.headers["Location"]


def test_another_site_adds_nothing(site: Site) -> None:
    answer = site.client.post(
        "/shortlist", data={"what": "add", "service": world.CHOIR}, headers={"Sec-Fetch-Site": "cross-site"}
    )

    assert answer.status_code == 403
    assert "Your shortlist is empty" in site.page("/shortlist")


def test_a_link_shows_the_list_to_anybody_and_sets_no_cookie(site: Site) -> None:
    collect(site, world.CHOIR, world.SHED)
    press(site, "note", world.CHOIR, note="Use the side door")
    address = link(site)
    answer = site.app.test_client().get(address)

    assert answer.status_code == 200
    assert names(answer.text) == ["Wallsend Community Choir", "Howdon Shed Club"]
    for words in (
        "Made on 21 November 2026.",
        "Nothing we know of has changed since 21 November 2026.",
        "Use the side door",
    ):
        assert words in answer.text
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert '<meta name="robots" content="noindex">' in answer.text
    assert Markup(answer.text).faults == []


def test_a_link_tells_later_what_has_closed_and_where_to_go_instead(site: Site) -> None:
    collect(site, world.LIVING_BAND, world.CHOIR)
    address = link(site)
    site.later(days=3)
    site.answer(world.LIVING_BAND, "closed")
    page = site.page(address)

    assert "1 service has changed since 21 November 2026." in page
    assert "<h3>Changed since 21 November 2026</h3>" in page
    assert "<li>It has closed</li>" in page
    assert "Go to one of these instead:" in page
    assert page.count("Changed since") == 1
    assert Markup(page).faults == []


def test_a_closed_service_whose_words_tell_no_need_has_nothing_offered_in_its_place(site: Site) -> None:
    collect(site, world.CLOSED_CLUB)
    site.answer(world.CLOSED_CLUB, "closed")
    page = site.page("/shortlist")

    assert "Call before you tell anyone." in page
    assert "instead" not in page


def test_what_another_line_says_as_well_is_said_once() -> None:
    assert without_echoes(["Lunch: £4.50", "£4.50", "Tea £1", "Tea £1"]) == ("Lunch: £4.50", "Tea £1")


def test_what_is_not_known_is_to_be_asked(site: Site) -> None:
    collect(site, world.CLOSED_BAND)

    assert site.page("/shortlist").count("Not known. Ask") >= 4


def test_a_link_tells_that_a_service_is_paused_and_that_it_runs_again(on_either: Site) -> None:
    collect(on_either, world.CHOIR)
    running = link(on_either)
    on_either.answer(world.CHOIR, "paused", **{f"until-{world.CHOIR}": "2026-12-31"})
    assert "<li>It is paused</li>" in on_either.page(running)
    assert "Paused until 31 December 2026" in on_either.page(running)
    paused = link(on_either)
    on_either.later(days=1)
    on_either.answer(world.CHOIR, "runs")

    assert "<li>It is running again</li>" in on_either.page(paused)
    assert "Nothing we know of has changed" in on_either.page(running)


def test_a_link_made_before_a_merger_leads_to_what_stands_there_now(site: Site) -> None:
    merged = merged_with_successor(site)
    made = Shortlist(made_on=world.TODAY, items=(Item(service_id=merged), Item(service_id=ABSENT)))
    with site.app.app_context():
        token = links().token(made)
    page = site.page(f"/shortlist/{token}")

    assert len(names(page)) == 1
    assert "It is part of this listing now" in page
    assert "One service of this list was taken out of the directory." in page
    assert "2 services have changed since" in page
    assert Markup(page).faults == []


@pytest.mark.parametrize("end", ["", "/handout", "/handout.pdf", "/handout.txt"])
def test_a_link_that_is_not_whole_is_answered_with_one_clear_sentence(site: Site, end: str) -> None:
    collect(site, world.CHOIR)
    answer = site.client.get(f"{link(site)[:-3]}{end}")

    assert answer.status_code == 404
    assert "This link to a shortlist is not whole. Ask whoever sent it to send it again." in answer.text


def test_a_colleague_makes_a_copy_to_change(site: Site) -> None:
    collect(site, world.CHOIR, world.SHED)
    address = link(site)
    press(site, "clear")
    collect(site, world.LUNCH)
    assert "It takes the place of the list you are making." in site.page(address)
    press(site, "take", list=address.removeprefix("/shortlist/"))

    assert names(site.page("/shortlist")) == ["Wallsend Community Choir", "Howdon Shed Club"]
    assert press(site, "take", list="nonsense").status_code == 404


def test_a_link_still_works_after_a_restart(site: Site, tmp_path: Path) -> None:
    collect(site, world.CHOIR)
    address = link(site)
    home = Home(folder=tmp_path, database_url=f"sqlite:///{tmp_path / 'catalogue.sqlite'}")
    restarted = create_app(Config(home=home), site.rooms)

    assert restarted.test_client().get(address).status_code == 200


def test_email_and_text_are_ready_to_send_and_bounded(site: Site) -> None:
    collect(site, world.CHOIR, world.SHED)
    page = site.page("/shortlist")
    [email], [text] = (re.findall(rf'href="({scheme}:[^"]+)"', page) for scheme in ("mailto", "sms"))

    assert len(email) <= 1_800
    assert "Wallsend%20Community%20Choir" in email
    assert text.startswith("sms:?&amp;body=Wallsend%20Community%20Choir%3A%200191%20234%205678%0A")
    assert "shortlist%2F" in text


def test_the_code_leads_to_the_list_without_its_notes(site: Site) -> None:
    collect(site, world.CHOIR)
    before = re.findall(r'<svg[^>]*class="segno".*?</svg>', site.page("/shortlist"))
    press(site, "note", world.CHOIR, note="Use the side door")

    assert len(before) == 1
    assert re.findall(r'<svg[^>]*class="segno".*?</svg>', site.page("/shortlist")) == before


def test_no_log_holds_a_list_or_a_note(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        collect(site, world.CHOIR)
        press(site, "note", world.CHOIR, note="Use the side door")
        address = link(site)
        site.page(address)
        site.client.get(f"{address}x")

    assert "side door" not in caplog.text
    assert address.rpartition("/")[2] not in caplog.text


def test_ten_services_take_no_more_queries_than_one(site: Site) -> None:
    asked: list[str] = []

    def note_query(*told: object) -> None:
        asked.append(str(told[2]))

    services = some(site, SHORTLIST_SERVICES)
    site.page("/about")
    counts = []
    event.listen(Engine, "before_cursor_execute", note_query)
    for number in (2, SHORTLIST_SERVICES):
        collect(site, *services[:number])
        asked.clear()
        site.page("/shortlist")
        counts.append(len(asked))
    event.remove(Engine, "before_cursor_execute", note_query)

    assert len(names(site.page("/shortlist"))) == SHORTLIST_SERVICES
    assert counts[0] == counts[1] > 5
