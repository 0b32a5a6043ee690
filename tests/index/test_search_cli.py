"""The search command for somebody: choices by facet, a profile, and what is said to people and programs."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from directory.domain.home import Home
from directory.domain.records import Organization, Service
from directory.intake import open_door
from index.cli import index, search
from index.limits import THIN
from index.request import BadSearch
from tests.directory.said import receive, registered, said, source

REGISTER = source("gb-register")
READING = [
    *registered("1", "Seniors' choir", description="Free singing for people aged 65 and over, Tuesdays 10am to 12pm."),
    *registered("2", "Evening choir", description="Singing on Wednesdays from 7pm to 9pm. £5 a session."),
    said("4", Organization(name="Makers together")),
    said(
        "4",
        Service(organization_id="4", name="Knitting by post", url="https://knitting.example.org", description="Wool."),
    ),
    *registered("3", "Leeds choir", "LS1 4AP", description="Singing in the middle of town."),
]


@pytest.fixture
def filled(home: Home) -> Home:
    with open_door(home) as door:
        receive(door, REGISTER, READING)
    assert CliRunner().invoke(index, ["build"], obj=home).exit_code == 0
    return home


def run(home: Home, *words: str) -> Result:
    return CliRunner().invoke(search, list(words), obj=home)


def document(home: Home, *words: str) -> dict[str, Any]:
    result = run(home, *words, "--json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.output)
    return found


def names(found: dict[str, Any]) -> list[str]:
    return [result["name"] for result in found["results"]]


def refused(home: Home, *words: str) -> BadSearch:
    reason = run(home, *words).exception
    assert isinstance(reason, BadSearch)
    return reason


def test_only_keeps_what_has_one_of_the_values_of_each_facet(filled: Home) -> None:
    assert names(document(filled, "choir", "--only", "cost=free")) == ["Seniors' choir"]
    assert set(names(document(filled, "choir", "--only", "day=tue", "--only", "day=wed"))) == {
        "Seniors' choir",
        "Evening choir",
    }
    assert names(document(filled, "choir", "--only", "day=wed", "--only", "cost=free")) == []


@pytest.mark.parametrize("pair", ["colour=red", "cost", "=free", ""])
def test_a_facet_that_is_none_is_refused_with_those_there_are(filled: Home, pair: str) -> None:
    reason = refused(filled, "choir", "--only", pair)

    assert reason.field == "only"
    assert str(reason).startswith("Write facet=value, with one of the facets need, category, day")


def test_a_profile_puts_last_who_is_not_taken_and_says_why(filled: Home) -> None:
    found = document(filled, "choir", "--near", "NE28 9ND", "--age", "30", "--on", "tue", "--on", "wed")

    assert [(one["name"], one["eligible"]) for one in found["results"]] == [
        ("Evening choir", "unknown"),
        ("Seniors' choir", "no"),
    ]
    assert found["not_eligible"] == 1
    assert found["results"][1]["unmet"] == ["65+ only"]


def test_every_option_of_the_profile_is_read(filled: Home) -> None:
    found = document(
        filled, "choir", "--age", "67", "--gender", "f", "--home", "NE28 9ND", "--needs", "wheelchair", "--condition",
        "dementia", "--speaks", "Polish", "--carer", "yes", "--route", "self", "--travel", "walk", "--on", "tue",
        "--at", "morning", "--free", "yes",
    )  # fmt: skip

    [seniors] = [one for one in found["results"] if one["name"] == "Seniors' choir"]
    assert seniors["eligible"] == "unknown"
    assert {"65+", "free", "Tuesdays, mornings"} <= set(seniors["met"])
    assert {"wheelchair access", "dementia"} <= set(seniors["ask"])


@pytest.mark.parametrize(
    ("field", "value"),
    [("age", "old"), ("gender", "female"), ("home", "Wallsend"), ("needs", "wings"), ("carer", "maybe"),
     ("route", "bus"), ("travel", "fly"), ("on", "today"), ("at", "night"), ("free", "1")],
)  # fmt: skip
def test_a_profile_that_makes_no_sense_is_refused_by_field(filled: Home, field: str, value: str) -> None:
    assert refused(filled, "choir", f"--{field}", value).field == field


def test_lines_say_whom_it_takes_and_when_nobody_asks_nothing(filled: Home) -> None:
    shown = run(filled, "choir", "--near", "NE28 9ND", "--age", "67").output

    assert "   Eligible: 65+" in shown
    assert "   Ask about: age" in shown


def test_lines_offer_what_little_changes_would_find(filled: Home) -> None:
    shown = run(filled, "choir", "--near", "LS1 4AP", "--within", "2km", "--only", "cost=free").output

    assert shown.startswith("0 found within 2 km of LS1 4AP\n")
    assert "Without the choice of cost: 1\n   Leeds choir" in shown
    assert "Wherever it is: 1\n   Seniors' choir" in shown


def test_json_tells_the_same_rescues(filled: Home) -> None:
    found = document(filled, "choir", "--near", "LS1 4AP", "--within", "2km")

    assert found["total"] < THIN
    assert [(one["kind"], one["words"]) for one in found["rescues"]] == [("place", "Wherever it is")]
    assert set(names(found["rescues"][0])) == {"Seniors' choir", "Evening choir"}


def test_lines_say_who_runs_it_and_where_to_read_more(filled: Home) -> None:
    shown = run(filled, "knitting").output

    assert "1. Knitting by post\n   by Makers together\n" in shown
    assert "   https://knitting.example.org" in shown


def test_a_sentence_says_it_all(filled: Home) -> None:
    found = document(filled, "free singing for a 67 year old near NE28 on Tuesday mornings")

    assert (found["query"], found["near"]["label"]) == ("singing", "NE28")
    assert found["results"][0]["name"] == "Seniors' choir"
    assert found["results"][0]["met"] == ["65+", "free", "Tuesdays, mornings"]
