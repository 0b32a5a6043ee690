"""`signpost watch` makes a round and says what it met; `signpost sources` tells of feeds in trouble."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from crawlers import watch_cli
from crawlers.cli import sources
from crawlers.one_at_a_time import held_alone
from crawlers.visiting.client import GuardedClient
from crawlers.watch import Report
from crawlers.watch_cli import new_watch, said_of, watch, watch_step
from crawlers.watch_settings import read_watch_settings
from directory.domain.errors import Refused
from directory.domain.home import Home
from directory.geography import Gazetteer
from directory.intake import Door
from directory.queries import open_catalogue
from tests.crawlers.visiting.site import Reply, SiteServer, page
from tests.crawlers.visiting.world import SimulatedClock
from tests.crawlers.watch.world import GROUPS, group, service_id
from tests.directory.said import receive

FEED = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
Run = Callable[..., Result]


@pytest.fixture
def site(home: Home, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a group's site, which has an empty feed; the clock jumps, since manners would have us wait."""

    def with_jumping_clock(**settings: object) -> GuardedClient:
        return GuardedClient(clock=SimulatedClock(), **settings)  # type: ignore[arg-type]

    server = SiteServer()
    monkeypatch.setattr(watch_cli, "GuardedClient", with_jumping_clock)
    monkeypatch.setenv("SIGNPOST_FETCH_ALLOW", f"127.0.0.1:{server.ports[80]}")
    server.add("127.0.0.1", {"/": page("Elm Club", "Elm Club meets.", head=FEED), "/feed.xml": Reply()})
    url = f"http://127.0.0.1:{server.ports[80]}/"
    with closing(open_catalogue(home.database_url)) as database:
        receive(Door(database, gazetteer), GROUPS, group("elm", "Elm Club", url))
    yield url
    server.stop()


@pytest.fixture
def run(home: Home) -> Run:
    def said(command: click.Command, *words: str) -> Result:
        return CliRunner().invoke(command, words, obj=home)

    return said


def test_a_round_says_how_many_pages_met_what(site: str, run: Run, home: Home) -> None:
    result = run(watch)

    assert result.exit_code == 0, result.output
    assert [line.split() for line in result.output.splitlines()] == [["1", "pages", "visited."], ["1", "ok"]]
    assert len(list(home.documents.rglob("*.gz"))) == 1


@pytest.mark.parametrize("by", ["address", "id"])
def test_one_page_may_be_named(site: str, run: Run, by: str) -> None:
    named = site if by == "address" else service_id("elm")

    assert run(watch, "--once", named).output.startswith("1 pages visited.")
    assert "ok" in run(watch, "--once", named).output


def test_what_is_not_watched_cannot_be_named(site: str, run: Run) -> None:
    result = run(watch, "--once", "http://oak.example.org/")

    assert str(result.exception) == "No service of the catalogue is watched at this address or by this id."


def test_a_budget_bounds_a_round(site: str, run: Run) -> None:
    assert run(watch, "--budget", "1").output.startswith("1 pages")
    assert run(watch, "--budget", "0").exit_code == 2


def test_a_home_with_a_mirror_stays_off_the_network(site: str, run: Run, home: Home, tmp_path: Path) -> None:
    mirrored = replace(home, mirror=tmp_path)

    result = CliRunner().invoke(watch, [], obj=mirrored)

    assert result.output.startswith("SIGNPOST_MIRROR is set")
    with closing(open_catalogue(home.database_url)) as database:
        step = watch_step(mirrored, new_watch(mirrored, database, read_watch_settings()))
        assert step(lambda: False).startswith("SIGNPOST_MIRROR is set")


def test_two_rounds_at_once_are_refused(site: str, run: Run, home: Home) -> None:
    with held_alone(home.folder / "watch.lock", "never said"):
        result = run(watch)

    assert isinstance(result.exception, Refused)
    assert str(result.exception) == "Another round of watching is under way."
    assert run(watch).exit_code == 0


def test_a_worker_makes_rounds_until_it_is_to_stop(site: str, home: Home) -> None:
    with closing(open_catalogue(home.database_url)) as database:
        step = watch_step(home, new_watch(home, database, read_watch_settings()))

        assert step(lambda: True) == "0 pages visited.\nThe round ended before all was visited; the next one goes on."
        assert step(lambda: False).startswith("1 pages visited.")


def test_a_round_without_a_network_says_so() -> None:
    assert said_of(Report(is_offline=True)).endswith("Our own network is down: what failed was not recorded.")


def test_sources_tell_of_feeds_in_trouble(site: str, run: Run) -> None:
    run(watch)
    quiet = run(sources).stdout
    run(watch, "--once", f"{site}feed.xml")

    rows = json.loads(run(sources, "--json").stdout)

    assert "Watched feeds" not in quiet
    assert rows[-1] == {
        "id": f"{site}feed.xml",
        "outcome": "failing",
        "since": rows[-1]["since"],
        "reason": "The page answered with nothing to read.",
        "services": service_id("elm"),
    }
    assert "Watched feeds in trouble:" in run(sources).stdout
