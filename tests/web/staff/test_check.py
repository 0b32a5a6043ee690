"""Checking services, through the pages: what is to be checked, the answers, and who may give them."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from directory.domain.errors import InvalidValue
from directory.domain.home import Home
from directory.domain.records import Channel
from directory.domain.status.rules import State
from directory.queries.pages import service_page
from directory.store import catalogue, status
from tests.web import world
from tests.web.desk import ELSEWHERE, OWN, Site
from tests.web.markup import Markup
from web.app import create_app
from web.config import Config
from web.staff.check_page import Wanted, way_to_ask

ANSWERS = ("runs", "closed", "no_answer", "not_in_service", "could_not_say", "paused", "reopened")


def names(page: str) -> list[str]:
    """The services in the queue, in order."""
    return re.findall(r'<h2><a href="/services/[^"]*">([^<]*)</a>', page)


def card(page: str, name: str) -> str:
    """What the queue says of one service."""
    [found] = [part for part in page.split('<li class="sp-card sp-check">') if f">{name}</a></h2>" in part]
    return found


def test_from_the_queue_to_an_answer_and_back(on_either: Site) -> None:
    on_either.tell(world.CHOIR, "closed")
    queue = on_either.page("/check")
    assert names(queue)[0] == "Wallsend Community Choir"
    first = card(queue, "Wallsend Community Choir")
    assert "Somebody reported on 21 November 2026 that it has closed. Is that so?" in first
    assert "It was last confirmed on 3 March 2026." in first
    assert '<a href="tel:+441912345678">0191 234 5678</a>' in first

    answered = on_either.answer(world.CHOIR, "closed", method="visit")
    assert answered.status_code == 200
    assert "We went there: it has closed. Saved." in answered.text
    assert "Wallsend Community Choir" not in names(answered.text)
    assert 'value="Pat"' in answered.text
    listing = on_either.page(f"/services/{world.CHOIR}")
    assert "This group has closed" in listing
    assert "We went there: it has closed." in listing
    assert "Did you find out?" in listing
    assert on_either.running(world.CHOIR).assessment.state is State.CLOSED

    number = re.findall(r'name="number" value="(\d+)"', answered.text)[0]
    undone = on_either.client.post(f"/check/{world.CHOIR}/undo", data={"by": "Pat", "number": number}, headers=OWN)
    assert "Your answer was taken back" in undone.text
    assert names(undone.text)[0] == "Wallsend Community Choir"
    assert "This group has closed" not in on_either.page(f"/services/{world.CHOIR}")
    with on_either.rooms.database().read() as transaction:
        assert status.statuses_of(transaction, [world.CHOIR])[world.CHOIR].state is not State.CLOSED


@pytest.mark.parametrize("said", ANSWERS)
def test_every_button_is_kept_as_evidence_and_puts_the_service_on_the_feed(on_either: Site, said: str) -> None:
    with on_either.rooms.database().read() as transaction:
        cursor = catalogue.latest_change(transaction)
    until = (world.TODAY + timedelta(days=30)).isoformat()

    assert on_either.answer(world.LUNCH, said, **{f"until-{world.LUNCH}": until}).status_code == 200

    with on_either.rooms.database().read() as transaction:
        [kept] = status.sightings_of(transaction, [world.LUNCH])[world.LUNCH]
        assert world.LUNCH in catalogue.changed_since(transaction, cursor)
    assert (kept.channel is Channel.PHONE) == (said in ("no_answer", "not_in_service", "could_not_say"))
    assert (kept.on, kept.method) == (world.TODAY, "phone")
    assert kept.text is not None
    assert kept.text in on_either.page(f"/services/{world.LUNCH}")


def test_one_that_was_rung_in_vain_comes_back_after_some_days(site: Site) -> None:
    site.tell(world.SHED, "full")
    assert names(site.page("/check"))[0] == "Howdon Shed Club"

    answered = site.answer(world.SHED, "no_answer").text
    assert "Howdon Shed Club" not in names(answered)
    assert "1 more was tried, and comes back within 3 days of the call." in answered
    site.later(days=3)
    assert names(site.page("/check"))[0] == "Howdon Shed Club"


def test_sent_again_an_answer_is_the_same_answer(site: Site) -> None:
    numbers = {re.findall(r'name="number" value="(\d+)"', site.answer(world.LUNCH, "runs").text)[0] for _ in range(2)}

    assert len(numbers) == 1


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"by": "", "answer": "runs"}, "Write your name first"),
        ({"by": "x" * 41, "answer": "runs"}, "at most 40 characters"),
        ({"by": "Pat", "answer": "paused"}, "Say until when it is paused."),
        ({"by": "Pat", "answer": "paused", f"until-{world.LUNCH}": "2026-11-20"}, "A pause ends after today"),
        ({"by": "Pat", "answer": "paused", f"until-{world.LUNCH}": "soon"}, "Say until when it is paused."),
        ({"by": "Pat", "answer": "nonsense"}, "Press one of the buttons"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_saved(site: Site, form: dict[str, str], sentence: str) -> None:
    answer = site.client.post(f"/check/{world.LUNCH}", data=form, headers=OWN)

    assert answer.status_code == 400
    assert sentence in answer.text
    assert Markup(answer.text).faults == []
    with site.rooms.database().read() as transaction:
        assert status.sightings_of(transaction, [world.LUNCH]) == {}


def test_the_queue_is_sound_markup_in_every_state(site: Site) -> None:
    own = site.own_page(world.CHOIR, "closed")
    site.client.post(own, data={"note": "The door <b>was locked</b>."}, headers=OWN)
    pages = [
        site.page(address)
        for address in ("/check", "/check?risk=other&near=NE28", "/check?near=nowhere", "/check?near=AB10&page=7")
    ]
    answered = site.answer(world.CHOIR, "runs").text
    number = re.findall(r'name="number" value="(\d+)"', answered)[0]
    undone = site.client.post(f"/check/{world.CHOIR}/undo", data={"by": "Pat", "number": number}, headers=OWN).text

    for page in (*pages, answered, undone):
        assert Markup(page).faults == []
    assert "The door &lt;b&gt;was locked&lt;/b&gt;." in pages[0]
    assert "Write it like NE28." in pages[2]
    assert "Nothing is waiting here" in pages[3]


def test_the_queue_is_narrowed_by_place_and_class(site: Site) -> None:
    near = names(site.page("/check?near=ne28"))
    basics = site.page("/check?risk=basics")

    assert "Haven Refuge" not in near
    assert set(near) < set(names(site.page("/check")))
    assert '<option value="basics" selected>Help with food and money (every month)</option>' in basics
    assert names(basics) != names(site.page("/check"))


def test_a_refuge_is_checked_every_week(site: Site) -> None:
    site.later(days=8)

    refuge = card(site.page("/check?risk=crisis"), "Haven Refuge")
    assert "Help in a crisis" in refuge
    assert "due since" in refuge
    assert "No phone, e-mail or website is known." in refuge
    assert "Secret Street" not in refuge


def test_the_queue_comes_in_pages_that_keep_what_was_chosen(site: Site) -> None:
    site.later(days=200)
    total = int(re.findall(r"(\d+) groups are waiting", site.page("/check"))[0])
    second = site.page("/check?page=2")

    assert total > 10
    assert len(names(site.page("/check"))) == 10
    assert len(names(second)) == total - 10
    assert not set(names(second)) & set(names(site.page("/check")))
    assert 'href="/check?page=2"' in site.page("/check")
    assert "Page 2 of 2" in site.page("/check?page=99")
    assert '<input type="hidden" name="page" value="2">' in second


def test_keys_answer_for_the_first_group_alone_and_enter_for_none(site: Site) -> None:
    page = site.page("/check")

    assert re.findall(r'accesskey="(\d)"', page) == ["1", "2", "3", "4", "5", "6", "7"]
    form = page.partition('<form method="post"')[2]
    assert re.findall(r"<button[^>]*>", form)[0] == '<button type="submit" disabled hidden>'


def test_whom_to_ask_is_the_best_way_that_the_listing_shows(site: Site) -> None:
    page = service_page(site.rooms.database(), world.CHOIR)
    no_phone = replace(page, service=replace(page.service, phones=()))
    no_email = replace(no_phone, service=replace(no_phone.service, email=None))
    nothing = replace(no_email, organization=replace(no_email.organization, website=None))
    ways = [way_to_ask(one) for one in (page, no_phone, no_email, nothing)]

    assert [way and way.address for way in ways] == [
        "tel:+441912345678",
        "mailto:choir@example.org",
        "https://www.arts.example.org",
        None,
    ]


def test_a_name_is_in_no_address(site: Site) -> None:
    answer = site.answer(world.LUNCH, "runs")

    assert answer.headers.get("Location") is None
    assert not [link for link in re.findall(r'(?:href|action)="([^"]*)"', answer.text) if "Pat" in link]
    assert "Set-Cookie" not in answer.headers


def staff_asks(site: Site, address: str = "127.0.0.1", **headers: str) -> int:
    asked = {name.replace("_", "-"): value for name, value in headers.items()}
    return site.client.get("/check", headers=asked, environ_overrides={"REMOTE_ADDR": address}).status_code


def test_the_queue_is_there_for_this_machine_alone(site: Site) -> None:
    assert staff_asks(site) == 200
    assert staff_asks(site, "::1") == 200
    assert staff_asks(site, "192.0.2.7") == 404
    assert staff_asks(site, "") == 404
    for header in ("X_Forwarded_For", "X_Forwarded_Host", "X_Real_IP", "Forwarded", "Via"):
        assert staff_asks(site, **{header: "127.0.0.1"}) == 404
    assert staff_asks(site, Host="signpost.example.org") == 404
    assert staff_asks(site, Host="127.0.0.1:8000") == 200
    assert staff_asks(site, Host="[::1]:8000") == 200


def test_an_answer_is_taken_from_this_machine_alone(site: Site) -> None:
    for address in (f"/check/{world.LUNCH}", f"/check/{world.LUNCH}/undo"):
        answer = site.client.post(
            address, data={"by": "Pat", "answer": "runs"}, headers=OWN, environ_overrides=ELSEWHERE
        )
        assert answer.status_code == 404


def test_without_the_setting_there_is_no_queue(filled_home: Home) -> None:
    client = create_app(Config(home=filled_home)).test_client()

    assert client.get("/check").status_code == 404
    assert client.post(f"/check/{world.LUNCH}", data={"by": "Pat", "answer": "runs"}, headers=OWN).status_code == 404


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "null"},
        {"Origin": "https://evil.example.org"},
        {"Origin": "http://localhost:9999"},
    ],
)
def test_an_answer_that_no_page_of_ours_sent_is_refused(site: Site, headers: dict[str, str]) -> None:
    answer = site.client.post(f"/check/{world.LUNCH}", data={"by": "Pat", "answer": "closed"}, headers=headers)

    assert answer.status_code == 403
    assert "Nothing was saved" in answer.text
    assert Markup(answer.text).faults == []
    with site.rooms.database().read() as transaction:
        assert status.sightings_of(transaction, [world.LUNCH]) == {}


def test_an_older_browser_says_of_its_page_where_it_is_from(site: Site) -> None:
    form = {"by": "Pat", "answer": "runs"}

    answer = site.client.post(f"/check/{world.LUNCH}", data=form, headers={"Origin": "http://localhost"})
    assert answer.status_code == 200


@pytest.mark.parametrize("number", ["", "x", "-1", "0", "1" * 30, "99999"])
def test_what_was_not_answered_cannot_be_taken_back(site: Site, number: str) -> None:
    answer = site.client.post(f"/check/{world.LUNCH}/undo", data={"by": "Pat", "number": number}, headers=OWN)

    assert answer.status_code == 404


def test_an_answer_is_taken_back_by_somebody_with_a_name(site: Site) -> None:
    number = re.findall(r'name="number" value="(\d+)"', site.answer(world.LUNCH, "runs").text)[0]

    answer = site.client.post(f"/check/{world.LUNCH}/undo", data={"number": number}, headers=OWN)
    assert answer.status_code == 400
    assert "Write your name first" in answer.text


def test_a_service_that_is_not_there_has_no_answers(site: Site) -> None:
    absent = "00000000-0000-0000-0000-000000000000"

    assert site.answer(absent, "runs").status_code == 404
    assert site.answer("not-an-id", "runs").status_code == 404


def test_on_a_day_that_is_past_nothing_is_saved(filled_home: Home) -> None:
    past = create_app(Config(home=filled_home, has_staff=True, as_of=world.TODAY)).test_client()
    form = {"by": "Pat", "answer": "runs", "what": "closed"}

    for address in (f"/check/{world.LUNCH}", f"/services/{world.LUNCH}/report"):
        answer = past.post(address, data=form, headers=OWN)
        assert answer.status_code == 403
        assert "how things stood on an earlier day" in answer.text
    assert "Something wrong?" not in past.get(f"/services/{world.LUNCH}").text


@pytest.mark.parametrize("page", ["0", "-1", "x", "１", "9" * 30, ""])
def test_a_page_that_is_none_is_the_first(page: str) -> None:
    assert Wanted.read({"page": page, "risk": "nonsense"}) == Wanted()


def test_staff_and_proxies_are_settings(tmp_path: Path) -> None:
    assert not Config.of({}).has_staff
    assert not Config.of({"SIGNPOST_STAFF": "yes"}).has_staff
    assert Config.of({"SIGNPOST_STAFF": "1"}).has_staff
    assert Config.of({"SIGNPOST_PROXIES": "2"}).proxies == 2
    for wrong in ("-1", "one", "²"):
        with pytest.raises(InvalidValue, match="Proxies"):
            Config.of({"SIGNPOST_PROXIES": wrong})
    with pytest.raises(InvalidValue, match="Proxies"):
        Config(home=Home.of({"SIGNPOST_HOME": str(tmp_path)}), proxies=-1)


def test_a_pause_shows_on_the_listing_until_it_is_over_or_somebody_says_otherwise(site: Site) -> None:
    address = f"/services/{world.LUNCH}"
    site.answer(world.LUNCH, "paused", **{f"until-{world.LUNCH}": "2027-01-04"})
    paused = site.page(address)
    site.later(days=1)
    site.answer(world.LUNCH, "runs")
    running = site.page(address)
    site.later(days=1)
    site.answer(world.LUNCH, "paused", **{f"until-{world.LUNCH}": "2026-12-01"})
    site.later(days=10)

    assert "Paused until 4 January 2027" in paused
    assert '"sp-badge sp-badge--pause"' in paused
    assert '"sp-badge sp-badge--pause"' not in running
    assert '"sp-badge sp-badge--pause"' not in site.page(address)
