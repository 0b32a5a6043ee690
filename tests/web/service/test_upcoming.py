"""The next sessions on a listing, and the same as a calendar file and for search engines."""

import json
import re
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from flask.testing import FlaskClient
from icalendar import Calendar

from directory.domain.status.answers import Answer
from tests.web import world
from tests.web.desk import Site

CHOIR = f"/services/{world.CHOIR}"


def events(client: FlaskClient, address: str = f"{CHOIR}.ics") -> list[dict[str, Any]]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.mimetype == "text/calendar"
    return [dict(event) for event in Calendar.from_ical(answer.data).walk("VEVENT")]


def test_a_calendar_file_has_each_session_of_sixty_days_with_the_place_and_whom_to_ring(client: FlaskClient) -> None:
    found = events(client)

    days = [event["DTSTART"].dt for event in found]
    assert days[0] == datetime.fromisoformat("2026-11-24T10:00:00+00:00")
    assert {later - earlier for earlier, later in pairwise(days)} == {timedelta(days=7)}
    assert len(days) >= 8
    assert found[0]["LOCATION"] == "Oakwood Hall, 3 Hall Lane, Wallsend, NE28 9ND"
    assert found[0]["SUMMARY"] == "Wallsend Community Choir"
    assert "Ring 0191 234 5678 before you go" in str(found[0]["DESCRIPTION"])
    assert str(found[0]["URL"]).endswith(CHOIR)
    assert len({event["UID"] for event in found}) == len(found)


def test_the_page_lists_the_next_sessions_and_offers_the_file(client: FlaskClient) -> None:
    page = client.get(CHOIR).text

    assert "Tuesday 24 November, 10am to 12 noon" in page
    assert f'href="{CHOIR}.ics"' in page


def test_what_has_closed_has_no_sessions_and_is_not_told_to_search_engines(site: Site) -> None:
    site.answer(world.CHOIR, Answer.CLOSED)

    assert events(site.client) == []
    page = site.page(CHOIR)
    assert "Tuesday 24 November" not in page
    assert "application/ld+json" not in page


def test_what_is_paused_has_no_sessions_before_it_starts_again(site: Site) -> None:
    until = date(2026, 12, 8)
    site.answer(world.CHOIR, Answer.PAUSED, **{f"until-{world.CHOIR}": until.isoformat()})

    [first, *_] = events(site.client)
    assert first["DTSTART"].dt.date() == date(2026, 12, 15)


def linked(client: FlaskClient, service_id: str) -> dict[str, Any]:
    page = client.get(f"/services/{service_id}").text
    [found] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    thing: dict[str, Any] = json.loads(found)
    return thing


def test_search_engines_are_told_what_the_page_says(client: FlaskClient) -> None:
    thing = linked(client, world.CHOIR)

    assert thing["@type"] == "Service"
    assert thing["name"] == "Wallsend Community Choir"
    assert str(thing["url"]).endswith(CHOIR)
    assert thing["audience"] == {"@type": "PeopleAudience", "suggestedMinAge": 16}
    assert thing["isAccessibleForFree"] is True
    [channel] = thing["availableChannel"]
    assert channel["serviceLocation"]["address"]["postalCode"] == "NE28 9ND"
    assert thing["hoursAvailable"] == [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": ["Tuesday"], "opens": "10:00", "closes": "12:00"}
    ]


@pytest.mark.parametrize("service_id", [world.REFUGE, world.TRUST_IN_REGISTER])
def test_nothing_secret_and_no_registered_office_is_told(client: FlaskClient, service_id: str) -> None:
    assert "availableChannel" not in linked(client, service_id)
    assert all("LOCATION" not in event for event in events(client, f"/services/{service_id}.ics"))
