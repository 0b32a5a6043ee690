"""Reporting a problem, through the pages: one button, a private link, and what becomes of it."""

import logging
import re
from datetime import timedelta
from typing import Any

import pytest

from directory.store import status
from tests.web import world
from tests.web.desk import OWN, Site
from tests.web.markup import Markup
from web.config import REPORTS_OF_CLIENT, REPORTS_OF_SERVICE

KINDS = ("closed", "nobody", "moved", "full", "wrong_phone", "not_for", "running", "other")
NOTICE = "Somebody reported on 21 November 2026 that it has closed. Nobody has checked it yet."


def test_one_tap_counts_at_once_and_leads_to_a_page_that_tells_what_became_of_it(on_either: Site) -> None:
    before = on_either.running(world.CHOIR).assessment.p_open
    answer = on_either.tell(world.CHOIR, "closed")
    assert answer.status_code == 303
    own = answer.headers["Location"]
    assert re.fullmatch(r"/reports/[\w-]{22}", own)

    assert on_either.running(world.CHOIR).assessment.p_open < before
    listing = on_either.page(f"/services/{world.CHOIR}")
    assert NOTICE in listing
    assert "Somebody reported that it has closed." in listing
    waiting = on_either.page(own)
    assert "Nobody has checked it yet" in waiting
    assert "You told us on 21 November 2026 that it has closed." in waiting

    on_either.later(days=3)
    on_either.answer(world.CHOIR, "runs")
    decided = on_either.page(own)
    assert "Somebody checked, and found it otherwise" in decided
    assert "We checked on 24 November 2026: it is running." in decided
    assert "Add this note" not in decided
    assert NOTICE not in on_either.page(f"/services/{world.CHOIR}")


@pytest.mark.parametrize(
    ("what", "said", "words"),
    [
        ("closed", "closed", "Somebody checked, and you were right"),
        ("wrong_phone", "not_in_service", "Somebody checked, and you were right"),
        ("full", "runs", "Somebody has looked into it"),
        ("closed", "no_answer", "Nobody has checked it yet"),
    ],
)
def test_an_answer_is_told_to_whoever_reported(site: Site, what: str, said: str, words: str) -> None:
    own = site.own_page(world.CHOIR, what)
    site.answer(world.CHOIR, said)

    assert words in site.page(own)


def test_every_kind_is_taken_and_every_page_is_sound(site: Site) -> None:
    for what in (*KINDS, "no_answer"):
        assert Markup(site.page(site.own_page(world.SHED, what))).faults == []
    assert Markup(site.page(f"/services/{world.SHED}/report")).faults == []


def test_a_listing_offers_the_buttons_that_fit_it(site: Site) -> None:
    living = site.page(f"/services/{world.CHOIR}")
    site.answer(world.LUNCH, "closed")
    closed = site.page(f"/services/{world.LUNCH}")

    assert re.findall(r'name="what" value="(?!add)(\w+)"', living) == list(KINDS)
    assert "Something wrong?" in living
    assert "Did you find out?" in closed
    assert re.findall(r'name="what" value="(?!add)(\w+)"', closed) == ["running", "closed", "no_answer", "other"]
    assert "One tap tells us. You can say more on the next page, or stop there." in closed


def test_only_what_speaks_of_its_end_is_told_to_everybody(site: Site) -> None:
    for what in ("full", "moved", "running"):
        site.own_page(world.CHOIR, what)

    assert "Nobody has checked it yet" not in site.page(f"/services/{world.CHOIR}")


def test_a_note_is_for_staff_alone(on_either: Site) -> None:
    own = on_either.own_page(world.CHOIR, "nobody")
    typed = "The door was locked. I am ann@example.org, 0191 498 0123, NHS 943 476 5919."
    answer = on_either.client.post(own, data={"note": typed}, headers=OWN)
    assert (answer.status_code, answer.headers["Location"]) == (303, own)

    assert "The door was locked. I am [taken out], [taken out], NHS [taken out]." in on_either.page("/check")
    public = [f"/services/{world.CHOIR}", f"/services/{world.CHOIR}.json", own]
    assert not any("locked" in on_either.page(address) for address in public)
    assert "You added a note." in on_either.page(own)
    again = on_either.client.post(own, data={"note": "Something else"}, headers=OWN)
    assert again.status_code == 303
    assert "Something else" not in on_either.page("/check")


def test_a_note_too_long_is_given_back_to_be_mended(site: Site) -> None:
    own = site.own_page(world.CHOIR, "other")
    answer = site.client.post(own, data={"note": "locked " * 80}, headers=OWN)

    assert answer.status_code == 400
    assert "Write at most 500 characters." in answer.text
    assert "locked locked" in answer.text
    assert Markup(answer.text).faults == []


def test_a_link_works_for_a_year_and_nobody_guesses_one(site: Site) -> None:
    own = site.own_page(world.CHOIR, "closed")
    for address in ("/reports/x", f"{own}x", "/reports/%00"):
        assert site.client.get(address).status_code == 404
        assert site.client.post(address, data={"note": "x"}, headers=OWN).status_code == 404
    site.later(days=366)

    assert site.client.get(own).status_code == 404


def test_the_page_of_a_report_is_kept_by_nobody_and_tells_nobody(site: Site) -> None:
    answer = site.client.get(site.own_page(world.CHOIR, "closed"))

    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert '<meta name="robots" content="noindex">' in answer.text
    assert "Set-Cookie" not in answer.headers


def test_a_program_that_fills_in_everything_is_thanked_for_nothing(site: Site) -> None:
    answer = site.tell(world.CHOIR, "closed", website="https://spam.example.org")

    assert (answer.status_code, answer.headers["Location"]) == (303, f"/services/{world.CHOIR}")
    with site.rooms.database().read() as transaction:
        assert status.sightings_of(transaction, [world.CHOIR]) == {}


@pytest.mark.parametrize("what", ["", "nonsense", "CLOSED"])
def test_what_no_button_says_is_asked_for_again(site: Site, what: str) -> None:
    answer = site.tell(world.CHOIR, what)

    assert answer.status_code == 400
    assert "Press one of the buttons" in answer.text
    assert Markup(answer.text).faults == []


def test_a_service_that_is_not_there_cannot_be_reported(site: Site) -> None:
    absent = "00000000-0000-0000-0000-000000000000"

    assert site.tell(absent, "closed").status_code == 404
    assert site.client.get(f"/services/{absent}/report").status_code == 404
    assert site.tell("not-an-id", "closed").status_code == 404


def test_one_client_may_send_so_many_and_is_told_when_it_may_again(site: Site) -> None:
    services = (world.CHOIR, world.SHED)
    codes = [site.tell(services[number % 2], "full").status_code for number in range(REPORTS_OF_CLIENT)]
    site.later(minutes=20)
    refused = site.tell(world.LUNCH, "closed")

    assert set(codes) == {303}
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == "2400"
    assert "Try again in 40 minutes." in refused.text
    assert Markup(refused.text).faults == []
    assert site.tell(world.LUNCH, "closed", "192.0.2.8").status_code == 303
    site.later(minutes=40)
    assert site.tell(world.LUNCH, "closed").status_code == 303


def test_of_one_service_so_many_are_taken_in_a_day_whoever_sends_them(on_either: Site) -> None:
    for number in range(REPORTS_OF_SERVICE):
        assert on_either.tell(world.CHOIR, "full", f"198.51.100.{number}").status_code == 303
    refused = on_either.tell(world.CHOIR, "full", "203.0.113.9")

    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == str(int(timedelta(days=1).total_seconds()))
    assert "Somebody will look into it. Try again tomorrow." in refused.text


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "https://elsewhere.example.org"}, 403),
        ({"Origin": "http://localhost"}, 303),
        # A browser that says nothing of it, since our pages ask it not to tell addresses.
        ({"Origin": "null"}, 303),
        ({}, 303),
    ],
)
def test_no_other_site_reports_in_the_name_of_its_visitors(site: Site, headers: dict[str, str], code: int) -> None:
    answer = site.client.post(f"/services/{world.CHOIR}/report", data={"what": "full"}, headers=headers)

    assert answer.status_code == code


def test_no_log_holds_who_reported_what_was_noted_or_the_secret(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        own = site.own_page(world.CHOIR, "closed")
        site.client.post(own, data={"note": "The door was locked."}, headers=OWN)
        site.page(own)

    for secret in ("192.0.2.7", "locked", own.removeprefix("/reports/")):
        assert secret not in caplog.text


def test_no_row_of_the_database_holds_an_address_or_the_secret(on_either: Site) -> None:
    own = on_either.own_page(world.CHOIR, "closed")
    with on_either.rooms.database().read() as transaction:
        names: list[Any] = [row.name for row in transaction.exec_driver_sql(_TABLES[transaction.dialect.name])]
        rows = [str(transaction.exec_driver_sql(f'SELECT * FROM "{name}"').all()) for name in names]

    assert len(names) > 10
    for secret in ("192.0.2.7", own.removeprefix("/reports/")):
        assert not any(secret in row for row in rows)


_TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'",
    "postgresql": "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
}
