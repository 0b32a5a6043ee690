"""The index over a real catalogue: built, refreshed, described and searched by the commands."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from directory.domain.home import Home
from directory.intake import open_door
from directory.queries import open_catalogue
from index.cli import index, search
from index.columns.engine import ColumnIndex
from index.protocol import Query
from index.refresh import refresh
from index.relevance.evaluate import NothingJudged
from index.request import BadSearch
from tests.directory.said import receive, registered, source, without

REGISTER = source("gb-register")
READING = [
    *registered("1", "Wallsend Community Choir", description="Singing for everybody, every Tuesday."),
    *registered("2", "Howdon Lunch Club", "NE28 0AA"),
]


@pytest.fixture
def filled(home: Home) -> Home:
    with open_door(home) as door:
        receive(door, REGISTER, READING)
    return home


def run(home: Home, *words: str) -> Result:
    command = search if words[0] == "search" else index
    return CliRunner().invoke(command, list(words[words[0] == "search" :]), obj=home)


def test_an_index_is_built_described_and_searched(filled: Home) -> None:
    assert "2 services" in run(filled, "build").output
    assert "Services: 2" in run(filled, "info").output

    shown = run(filled, "search", "singing", "--near", "NE28 9ND", "--within", "5km").output

    assert "1 found within 5 km of NE28 9ND" in shown
    assert "1. Wallsend Community Choir" in shown
    assert "Matches “singing” in what it does" in shown
    assert "Singing for everybody" in shown


def test_json_is_what_the_web_gives(filled: Home) -> None:
    run(filled, "build")

    document = json.loads(run(filled, "search", "choirr", "--size", "1", "--json").output)

    assert (document["total"], document["searched_for"]) == (1, "choir")
    assert document["results"][0]["sources"] == [{"id": "gb-register", "title": "Register gb-register"}]


def test_what_was_corrected_noted_and_suggested_is_printed(filled: Home) -> None:
    run(filled, "build")

    assert "Searched for: choir" in run(filled, "search", "choirr").output
    assert "Try: choir lunch" in run(filled, "search", "choir AND lunch").output
    assert "Other places: " in run(filled, "search", "", "--near", "Newport").output
    assert "Note: " in run(filled, "search", "", "--near", "BT1 1AA").output


def test_a_refresh_takes_in_what_changed_and_nothing_twice(filled: Home) -> None:
    assert "2 services" in run(filled, "refresh").output
    with open_door(filled) as door:
        receive(door, REGISTER, [*without(READING, "2"), *registered("3", "Football for all")], days=1)

    assert "changed services taken in" in run(filled, "refresh").output
    assert "0 changed services" in run(filled, "refresh").output

    assert "1 found" in run(filled, "search", "football").output


def test_what_left_the_catalogue_leaves_the_index(filled: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    run(filled, "build")
    opened = ColumnIndex(filled.index)
    ids = [hit.entry.id for hit in opened.search(_everything()).hits]
    monkeypatch.setattr("index.refresh.changes_since", lambda _database, _cursor: (99, [*ids, "never-there"]))
    monkeypatch.setattr("index.refresh.entries_of", lambda _database, _ids: {})
    monkeypatch.setattr("index.refresh._AT_ONCE", 1)

    with closing(open_catalogue(filled.database_url)) as database:
        assert refresh(opened, database) == 3

    assert (opened.search(_everything()).total, opened.info().cursor) == (0, 99)


def test_a_bad_search_is_refused(filled: Home) -> None:
    run(filled, "build")

    assert isinstance(run(filled, "search", "choir", "--within", "5km").exception, BadSearch)


@pytest.fixture
def judgements(tmp_path: Path) -> Path:
    path = tmp_path / "judged.csv"
    path.write_text(
        "query,id,grade,half,kind\nsinging on tuesdays,GB-CHC-1122334,3,tune,everyday\n"
        "xylophones,GB-CHC-1122335,2,report,everyday\n,GB-CHC-1122335,0,,\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def charities(home: Home) -> Home:
    with open_door(home) as door:
        receive(door, REGISTER, [
            *registered("1", "Choir", description="Singing every Tuesday.", identifiers=["GB-CHC-1122334"]),
            *registered("2", "Lunch club", identifiers=["GB-CHC-1122335"]),
        ])  # fmt: skip
    return home


def test_ranking_is_measured_on_judged_services(charities: Home, judgements: Path) -> None:
    lines = run(charities, "evaluate", "--judgements", str(judgements)).output.splitlines()

    assert lines[0] == "judged.csv"
    assert lines[2].split() == ["1.000"] * 6 + ["singing", "on", "tuesdays"]
    assert lines[3].split() == ["0.000"] * 6 + ["xylophones"]
    assert [line.split("  ")[-1].split(";")[0] for line in lines[6:]] == [
        "report half, everyday: 1", "tune half, everyday: 1", "all: 2",
    ]  # fmt: skip


def test_one_half_is_measured_by_itself_without_its_queries(charities: Home, judgements: Path) -> None:
    shown = run(charities, "evaluate", "--judgements", str(judgements), "--half", "report", "--totals").output

    assert "all: 1;" in shown
    assert "xylophones" not in shown
    assert "tune" not in shown


def test_judgements_of_nothing_in_the_catalogue_are_refused(filled: Home, judgements: Path) -> None:
    refused = run(filled, "evaluate", "--judgements", str(judgements)).exception

    assert isinstance(refused, NothingJudged)


def _everything() -> Query:
    return Query()


def test_a_half_without_queries_is_refused(charities: Home, tmp_path: Path) -> None:
    path = tmp_path / "judged.csv"
    path.write_text("query,id,grade\nsinging,GB-CHC-1122334,3\n", encoding="utf-8")

    refused = run(charities, "evaluate", "--judgements", str(path), "--half", "tune").exception

    assert isinstance(refused, NothingJudged)
