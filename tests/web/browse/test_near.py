"""What is on near a place: grouped by day, soonest first, no more of a home than its sector, rescued when empty."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from flask.testing import FlaskClient

from directory.domain.eligibility.person import DayPart
from directory.domain.parts import Frequency, Schedule
from directory.domain.places import Nation
from tests.web.made import a_hit, a_place, an_entry, found, signs
from web.browse.near import hours_line, near_page, query_near, sessions_until, week_of
from web.config import NEAR_SHOWN_OF_DAY
from web.search.cards import Drawer

SATURDAY = datetime(2026, 11, 21, 9, tzinfo=ZoneInfo("Europe/London"))


def test_the_week_is_shown_by_day_the_soonest_first(client: FlaskClient) -> None:
    page = client.get("/near/NE28-9").text
    order = [page.index(words) for words in ("Tuesday 24 November", "Wallsend Community Choir", "Thursday 26 November")]

    assert order == sorted(order)
    assert "10am to 12 noon" in page
    assert "Howdon Shed Club" in page[order[2] :]
    assert "Segedunum Lunch Table" in page[order[2] :]
    assert page.index("Segedunum Lunch Table") < page.index("Howdon Shed Club")


def test_each_session_says_how_sure_we_are_that_the_group_runs(client: FlaskClient) -> None:
    page = client.get("/near/NE28-9").text
    card = page[page.index("Wallsend Community Choir") :].partition("</li>")[0]

    assert "Checked on 3 March 2026" in card
    assert "Free" in card


def test_a_session_that_has_begun_is_not_to_come(client: FlaskClient) -> None:
    # The friendship club began at 10, half an hour ago, and comes again in a week.
    assert "Segedunum Friendship Club" not in client.get("/near/NE28-9?on=today").text


def test_nothing_on_leads_to_other_ways(client: FlaskClient) -> None:
    page = client.get("/near/Truro?on=today").text

    assert "We know of nothing on near Truro" in page
    for address in ("/search?near=Truro", "/search?how=phone&amp;how=online", "/guide?near=Truro"):
        assert f'href="{address}' in page


def test_a_page_of_a_postcode_is_for_no_search_engine_and_one_of_a_town_is(client: FlaskClient) -> None:
    assert "noindex" in client.get("/near/NE28-9").text
    assert "noindex" not in client.get("/near/Truro").text


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("/near?place=NE28+9ND", "/near/NE28-9"),
        ("/near?place=3+Hall+Lane,+ne289nd&on=today", "/near/NE28-9?on=today"),
        ("/near/NE28-9ND", "/near/NE28-9"),
        ("/near/ne28", "/near/NE28"),
        ("/near?place=stoke+on+trent", "/near/Stoke-on-Trent"),
        ("/near?place=Newport,+Isle+of+Wight", "/near/Newport--Isle-of-Wight"),
        ("/near/no-such-place", "/near?place=no+such+place"),
    ],
)
def test_each_place_has_one_address_that_says_no_more_than_it_must(
    client: FlaskClient, asked: str, leads_to: str
) -> None:
    answer = client.get(asked)

    assert (answer.status_code, answer.headers["Location"]) == (302, leads_to)


def test_a_place_with_a_comma_is_found_by_its_path(client: FlaskClient) -> None:
    assert "near Newport, Isle of Wight this week" in client.get("/near/Newport--Isle-of-Wight").text


def test_a_place_that_is_not_known_is_asked_for_again_with_others_of_that_name(client: FlaskClient) -> None:
    answer = client.get("/near?place=Newport,+Shropshire")

    assert answer.status_code == 400
    assert 'value="Newport, Shropshire"' in answer.text
    assert 'href="/near/Newport--Wales"' in answer.text


def weekly(days: str, **more: object) -> Schedule:
    """A session on these days of every week."""
    return Schedule(freq=Frequency.WEEKLY, byday=days, dtstart=date(2026, 1, 1), **more)  # type: ignore[arg-type]


def test_every_session_until_the_last_day_is_found_once() -> None:
    entry = an_entry(
        schedules=(weekly("MO,TH", opens_at=time(10)), weekly("MO", opens_at=time(10)), weekly("SU")),
        nation=Nation.ENGLAND,
    )

    found = [(session.on.day, hours_line(session)) for session in sessions_until(entry, SATURDAY, date(2026, 11, 26))]

    assert sorted(found) == [(22, "Time not known. Ask"), (23, "From 10am"), (26, "From 10am")]


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ({"opens_at": time(10), "closes_at": time(12)}, "10am to 12 noon"),
        ({"opens_at": time(0), "closes_at": time(0)}, "All day and night"),
        ({"day_part": DayPart.EVENING}, "In the evening"),
    ],
)
def test_hours_are_said_as_one_would_on_the_phone(hours: dict[str, object], words: str) -> None:
    [session] = sessions_until(an_entry(schedules=(weekly("MO", **hours),)), SATURDAY, date(2026, 11, 24))

    assert hours_line(session) == words


def test_a_search_for_today_asks_for_its_day_alone() -> None:
    week = week_of(SATURDAY.date())

    assert len(week) == 7
    assert week[-1] - week[0] == timedelta(days=6)
    assert query_near(a_place(), week[:1]).filters == {"day": ("sat",)}
    assert len(query_near(a_place(), week).filters["day"]) == 7


@pytest.mark.usefixtures("links")
def test_of_a_day_with_very_much_the_first_are_shown_and_the_rest_found_by_search() -> None:
    entries = [
        an_entry(id=str(number), schedules=(weekly("MO", opens_at=time(10)),))
        for number in range(NEAR_SHOWN_OF_DAY + 1)
    ]
    answer = found(*(a_hit(entry=entry) for entry in entries), near=a_place(label="NE28"))

    page = near_page(answer, a_place(label="NE28"), Drawer(answer, signs()), week_of(answer.at.date()), "NE28")

    [monday] = page.days
    assert (monday.title, len(monday.sessions)) == ("Monday 23 November", NEAR_SHOWN_OF_DAY)
    assert monday.more is not None
    assert monday.more.address == "/search?near=NE28&day=mon"
