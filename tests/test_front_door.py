"""The one command, as a new user types it: prepare, search, look, and be refused in one sentence."""

import contextlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import signpost as front_door
from directory.domain.home import Home
from directory.domain.messages import day
from directory.queries import open_catalogue
from directory.queries.entries import all_entries
from web.app import create_app
from web.config import Config
from web.wiring import rooms


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


FUNDERS = ("gb-360g-lloyds-bank-foundation", "gb-360g-power-to-change", "gb-360g-wolfson")
POWER_TO_CHANGE = "grants-360giving/a002400000nO46WAAS.json"


def ending(run: Run, on: str, within: str) -> dict[str, dict[str, Any]]:
    """Whose money ends, by name."""
    found = json.loads(run("status", "funding", "--within", within, "--on", on, "--json").stdout)
    return {one["name"]: one for one in found}


def test_on_a_day_of_2019_real_groups_are_about_to_lose_their_funding_and_their_pages_say_so(
    run: Run, home: Home, mirror: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_MIRROR", str(mirror))
    run("harvest", *FUNDERS, "gb-ukcat-largest")

    losing = ending(run, "2019-06-30", "180d")
    listed = run("status", "funding", "--within", "180d", "--on", "2019-06-30").stdout.splitlines()
    assert len(losing) > 50
    assert all("2019-06-30" <= one["end_on"] <= "2019-12-27" and one["funder"] for one in losing.values())
    assert all(one["amount"] > 0 for one in losing.values())
    assert [line.partition("  ")[0] for line in listed[:-1]] == sorted(one["end_on"] for one in losing.values())
    assert any("money from Power to Change Trust (GBP " in line for line in listed)

    run("status", "recompute", "--on", "2019-06-30")
    run("index", "build")
    with_a_page = [one for one in losing.values() if one["service_ids"]]
    assert with_a_page
    client = create_app(Config(home=home, as_of=date(2019, 6, 30))).test_client()
    for one in with_a_page:
        page = client.get(f"/services/{one['service_ids'][0]}").text
        end = day(date.fromisoformat(one["end_on"]))
        assert "As of 30 June 2019." in page
        # Nearer than four months it is at risk; further off its money is only known until then.
        assert f"Funding of its organization ends on {end}." in page or f"is known until {end}." in page
        assert f"Funding ends {end}" in page
        assert f"Funding ends {end}" in client.get("/search", query_string={"q": one["name"]}).text
    with client.application.app_context():
        rooms().database().close()


def test_a_grant_that_was_awarded_later_was_not_known_on_the_day(
    run: Run, mirror: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_MIRROR", str(mirror))
    run("harvest", *FUNDERS)
    day, later = "2016-12-31", "2017-03-31"

    before, after = ending(run, day, "180d"), ending(run, later, "90d")
    renewed = {name for name, one in before.items() if one["end_on"] > later} - set(after)

    # The same body may have another name in its later grant, but has the same number.
    recipients = [
        (one["recipientOrganization"][0], one["awardDate"][:10])
        for one in json.loads((mirror / POWER_TO_CHANGE).read_bytes())["grants"]
    ]
    ids = {recipient["id"] for recipient, _ in recipients if recipient["name"] in renewed}
    assert len(renewed) == len(ids) > 1
    assert ids == {
        recipient["id"] for recipient, awarded in recipients if recipient["id"] in ids and day < awarded <= later
    }
