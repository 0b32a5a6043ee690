"""The one command, as a new user types it: prepare, search, look, and be refused in one sentence."""

import contextlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import signpost as front_door
from directory.domain.home import Home
from directory.queries import open_catalogue
from directory.queries.entries import all_entries


class Run:
    """Runs `signpost` with these words."""

    def __call__(self, *words: str, succeeds: bool = True) -> Result:
        result = CliRunner().invoke(front_door.signpost, words)
        if succeeds:
            assert result.exit_code == 0, result.output
        return result


@pytest.fixture
def run(home: Home, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("SIGNPOST_HOME", str(home.folder))
    monkeypatch.delenv("SIGNPOST_DATABASE_URL", raising=False)
    monkeypatch.delenv("SIGNPOST_MIRROR", raising=False)
    return Run()


def test_an_empty_home_becomes_a_searchable_demonstration_and_stays_so(run: Run) -> None:
    run("prepare")
    found = json.loads(run("search", "choir", "--near", "NE28", "--json").stdout)
    assert found["total"] >= 4
    assert "“choir”" in found["results"][0]["why"]
    again = run("prepare").output
    assert "0 changed services" in again


def test_a_catalogue_of_real_sources_gets_no_demonstration(
    run: Run, home: Home, mirror: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_MIRROR", str(mirror))
    run("harvest", "gb-salvation-army")
    run("prepare")
    rows = json.loads(run("sources", "--json").stdout)
    harvested = {row["id"] for row in rows if row.get("outcome")}
    assert harvested == {"gb-salvation-army"}


def test_twins_can_be_made_one_and_taken_apart_again(run: Run, home: Home) -> None:
    run("prepare")
    with contextlib.closing(open_catalogue(home.database_url)) as database:
        twins = [entry for entry in all_entries(database) if entry.name.startswith("Wallsend Harmony")]
        first, second = (twin.organization_id for twin in twins)
    why = ("--by", "a moderator", "--why", "One choir, listed twice")
    run("judgements", "add", first, second, "--verdict", "same", *why)
    number, verdict, *_ = run("judgements", "list", "--limit", "1").stdout.split()
    assert verdict == "same"
    assert run("index", "refresh").stdout.startswith("2 changed")
    run("judgements", "undo", number, "--by", "a moderator", "--why", "Two after all")
    assert "One choir" not in run("judgements", "list").stdout
    assert run("judgements", "undo", number, "--by", "a moderator", "--why", "Again", succeeds=False).exit_code == 1


def test_what_is_refused_is_one_sentence(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIGNPOST_HOME", str(home.folder / "nothing-here"))
    monkeypatch.setattr("sys.argv", ["signpost", "search", "choir"])
    with pytest.raises(SystemExit) as ended:
        front_door.main()
    said = capsys.readouterr().err
    assert ended.value.code == 1
    assert said.startswith("signpost: ")
    assert len(said.splitlines()) == 1
