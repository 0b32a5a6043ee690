"""What was found as JSON: every key that was promised, with what it says."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from directory.domain.eligibility.criteria import Access, AgeRange, Criterion, Field
from directory.domain.eligibility.criteria import Test as Bearing
from directory.domain.entries import Entry
from directory.domain.parts import Frequency, Schedule
from directory.domain.places import Nation
from directory.domain.status.rules import State
from directory.domain.status.standing import Standing
from directory.geography import Gazetteer
from index.build import build
from index.columns.engine import ColumnIndex
from index.finder import Found, find
from index.request import Profile, SearchRequest
from index.results import as_json, told_of
from tests.index.samples import BOOSTS, COUNCIL, KNOWLEDGE, MUSIC, clock, entry, place

A_TUESDAY_NIGHT = datetime(2026, 11, 24, 19, 30, tzinfo=UTC)
OVER_65 = Criterion(field=Field.AGE, test=Bearing.NEEDS, ages=(AgeRange(65),))
UNDER_25 = Criterion(field=Field.AGE, test=Bearing.NEEDS, ages=(AgeRange(None, 24),))
TUESDAYS = Schedule(freq=Frequency.WEEKLY, byday="TU", opens_at=time(19), closes_at=time(21))
CHOIR = entry(
    "1", "Choir", place(1_234, postcode="NE28 9ND"), organization="Singers", description="We sing.",
    categories=(MUSIC,), url="https://choir.example.org", identifiers=("GB-CHC-1122334",),
    criteria=(OVER_65,), schedules=(TUESDAYS,), nation=Nation.ENGLAND,
)  # fmt: skip

REASONS = {CHOIR.id: [{"text": "The people who run it said that it runs on 3 March 2026."}]}


@contextmanager
def index_of(*entries: Entry) -> Iterator[ColumnIndex]:
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / "index"
        build(folder, entries, 0, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)
        yield ColumnIndex(folder, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)


def found(gazetteer: Gazetteer, request: SearchRequest, *entries: Entry, at: datetime = A_TUESDAY_NIGHT) -> Found:
    with index_of(*entries) as index:
        return find(index, gazetteer, request, at)


def document(
    gazetteer: Gazetteer, request: SearchRequest, *entries: Entry, at: datetime = A_TUESDAY_NIGHT
) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(json.dumps(as_json(found(gazetteer, request, *entries, at=at), REASONS)))
    return written


def test_one_result_holds_every_key_that_was_promised(gazetteer: Gazetteer) -> None:
    asked = SearchRequest(q="singing for a wheelchair user", near="NE28 9ND", profile=Profile(age="67"))

    [result] = document(gazetteer, asked, CHOIR)["results"]

    assert result == {
        "id": "1",
        "name": "Choir",
        "organization": "Singers",
        "description": "We sing.",
        "url": "https://choir.example.org",
        "postcode": "NE28 9ND",
        "point": [54.99, pytest.approx(-1.51066)],
        "precision": "postcode",
        "distance_m": 2610.0,
        "eligible": "unknown",
        "met": ["65+"],
        "ask": ["wheelchair access"],
        "unmet": [],
        "next_session": {
            "on": "2026-12-01",
            "start": "2026-12-01T19:00:00+00:00",
            "end": "2026-12-01T21:00:00+00:00",
            "certain": True,
        },
        "open_now": "yes",
        "status": None,
        "need": {"id": "music", "label": "Singing and music"},
        "needs": [{"id": "music", "label": "Singing and music"}],
        "categories": [{"taxonomy": "needs", "code": "music", "label": "Singing and music"}],
        "score": result["score"],
        "why": "Matches “singing” in its categories; about singing and music, 2.6 km away",
        "identifiers": ["GB-CHC-1122334"],
        "sources": [{"id": COUNCIL.id, "title": COUNCIL.title}],
    }
    assert result["score"] < 0


def test_the_page_says_how_the_search_was_understood(gazetteer: Gazetteer) -> None:
    page = document(gazetteer, SearchRequest(q="choirr near NE28 9ND", size="5"), CHOIR)

    assert set(page) == {
        "query", "near", "searched_for", "topics", "total", "not_eligible", "likely_closed", "page", "size",
        "results", "rescues", "facets", "suggestions", "alternatives",
    }  # fmt: skip
    assert (page["query"], page["searched_for"], page["page"], page["size"]) == ("choirr", "choir", 1, 5)
    assert page["topics"] == [{"id": "music", "label": "Singing and music"}]
    assert page["near"] == {
        "label": "NE28 9ND",
        "point": [55.01179, -1.49559],
        "precision": "postcode",
        "radius_m": 100.0,
        "ended": False,
        "note": None,
    }
    assert page["facets"]["day"] == [{"value": "tue", "label": "Tuesday", "count": 1}]


def test_who_is_not_taken_is_told_why_and_counted(gazetteer: Gazetteer) -> None:
    young = entry("2", "Young choir", criteria=(UNDER_25,))

    page = document(gazetteer, SearchRequest(q="choir", profile=Profile(age="67")), young, CHOIR)

    assert [(result["id"], result["eligible"]) for result in page["results"]] == [("1", "yes"), ("2", "no")]
    assert (page["total"], page["not_eligible"]) == (2, 1)
    assert page["results"][1]["unmet"] == ["under 25s only"]


def test_what_nobody_stated_is_null_or_unknown(gazetteer: Gazetteer) -> None:
    [result] = document(gazetteer, SearchRequest(), entry("1", "Plain"))["results"]

    assert (result["eligible"], result["open_now"]) == ("unknown", "unknown")
    assert (result["met"], result["ask"], result["unmet"], result["needs"]) == ([], [], [], [])
    for key in ("next_session", "need", "point", "postcode", "distance_m", "description", "url"):
        assert result[key] is None
    assert result["precision"] == "none"
    assert result["why"] == "Listed by The council's directory"


def test_a_session_of_which_only_the_day_is_known_has_no_hours(gazetteer: Gazetteer) -> None:
    one = entry("1", "Choir", schedules=(Schedule(freq=Frequency.WEEKLY, byday="WE"),))

    [result] = document(gazetteer, SearchRequest(), one)["results"]

    assert result["next_session"] == {"on": "2026-11-25", "start": None, "end": None, "certain": True}
    assert result["open_now"] == "no"


def test_from_about_a_place_distances_are_about(gazetteer: Gazetteer) -> None:
    page = document(gazetteer, SearchRequest(q="choir", near="Wallsend"), CHOIR)

    assert page["near"]["precision"] == "place"
    assert page["results"][0]["distance_m"] == 1_500
    assert "about 1.5 km away" in page["results"][0]["why"]


def test_the_places_of_the_same_name_are_given(gazetteer: Gazetteer) -> None:
    page = document(gazetteer, SearchRequest(near="Newport"), CHOIR)

    assert page["results"] == []
    assert "Newport, Isle of Wight" in [place["label"] for place in page["alternatives"]]


def test_without_a_place_there_is_no_distance(gazetteer: Gazetteer) -> None:
    page = document(gazetteer, SearchRequest(q="choir"), CHOIR)

    assert (page["near"], page["results"][0]["distance_m"], page["facets"]["distance"]) == (None, None, [])


def test_a_rescue_says_what_was_changed_and_gives_whole_results(gazetteer: Gazetteer) -> None:
    far = entry("1", "Choir", place(15_000), criteria=(Criterion(
        field=Field.ACCESS, test=Bearing.ACCEPTS, values=(Access.BSL,)),
    ))  # fmt: skip

    page = document(gazetteer, SearchRequest(q="choir", near="NE28 9ND", profile=Profile(needs=("bsl",))), far)

    rescue = page["rescues"][0]
    assert (page["total"], rescue["kind"], rescue["facet"], rescue["total"]) == (0, "wider", None, 1)
    assert rescue["words"] == "Within 20 km"
    assert (rescue["results"][0]["id"], rescue["results"][0]["eligible"]) == ("1", "yes")


def test_a_result_says_whether_it_still_runs_as_far_as_that_was_judged(gazetteer: Gazetteer) -> None:
    judged = Standing(
        state=State.AT_RISK,
        p_open=0.87654,
        confirmed_on=date(2026, 3, 3),
        confirmed_by="owner_open",
        funding_end=date(2027, 1, 31),
    )
    bare = Standing(state=State.UNCONFIRMED, p_open=0.5)
    entries = [replace(CHOIR, standing=judged), entry("2", "Choir unconfirmed", standing=bare)]
    page = document(gazetteer, SearchRequest(q="choir"), *entries)

    assert {one["id"]: one["status"] for one in page["results"]} == {
        CHOIR.id: {
            "state": "at_risk",
            "p_open": 0.877,
            "confirmed_on": "2026-03-03",
            "confirmed_by": "owner_open",
            "method": "owner",
            "reasons": [{"text": "The people who run it said that it runs on 3 March 2026."}],
            "funding": {"end_on": "2027-01-31"},
        },
        "2": {
            "state": "unconfirmed",
            "p_open": 0.5,
            "confirmed_on": None,
            "confirmed_by": None,
            "method": None,
            "reasons": [],
            "funding": None,
        },
    }


def test_a_rescue_tells_of_services_as_results_do(gazetteer: Gazetteer) -> None:
    far = replace(CHOIR, places=(place(14_000),), standing=Standing(state=State.OPEN, p_open=0.9))
    asked = SearchRequest(q="choir", near="NE28 9ND")
    page = document(gazetteer, asked, far)

    assert page["results"] == []
    assert page["rescues"][0]["results"][0]["status"]["reasons"] == REASONS[CHOIR.id]
    assert told_of(found(gazetteer, asked, far)) == {CHOIR.id}
