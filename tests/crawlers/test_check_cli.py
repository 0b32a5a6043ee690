"""`signpost check` visits one page and says what was met, why, and what would follow."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crawlers import check_cli
from crawlers.check_cli import check
from directory.domain.errors import InvalidValue
from directory.domain.home import Home
from tests.crawlers.visiting.site import Reply, Site, SiteServer, page, redirect
from tests.crawlers.visiting.world import SimulatedClock


@pytest.fixture
def server() -> Iterator[SiteServer]:
    started = SiteServer()
    yield started
    started.stop()


@pytest.fixture
def site(server: SiteServer, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site at a bare loopback address, which is allowed; the clock jumps, since manners would have us wait."""
    monkeypatch.setattr(check_cli, "SystemClock", SimulatedClock)
    monkeypatch.setenv("SIGNPOST_FETCH_ALLOW", f"127.0.0.1:{server.ports[80]}, 127.0.0.1:{server.refusing_port}")
    return server.add("127.0.0.1", {"/": page("Elm Hall", "Lunch every Tuesday.")})


def run(tmp_path: Path, *arguments: str, mirror: Path | None = None) -> Result:
    home = Home(folder=tmp_path, database_url="sqlite://", mirror=mirror)
    return CliRunner().invoke(check, arguments, obj=home)


def test_page_that_answers_is_ok(site: Site, server: SiteServer, tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{server.ports[80]}/"

    result = run(tmp_path, url)

    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "ok (ok): The page answered with its own content.",
        f"Final address: {url}",
        "Would count as a sign that the service is running.",
    ]


def test_verdict_as_json_says_what_would_follow(site: Site, server: SiteServer, tmp_path: Path) -> None:
    origin = f"http://127.0.0.1:{server.ports[80]}"
    site.routes["/"] = redirect("/new")
    site.routes["/new"] = page("Busy", status=429, Retry_After="3600", X_Robots_Tag="noindex")

    result = run(tmp_path, f"{origin}/", "--json")

    assert result.exit_code == 0
    said = json.loads(result.output)
    assert (said["url"], said["final_url"]) == (f"{origin}/", f"{origin}/new")
    assert (said["outcome"], said["symbol"]) == ("too_busy", None)
    assert said["would"].endswith("show no excerpt of the page, as it asks")


def test_host_that_refuses_fails_though_there_is_no_other_network(
    site: Site, server: SiteServer, tmp_path: Path
) -> None:
    result = run(tmp_path, f"http://127.0.0.1:{server.refusing_port}/")

    assert result.output.startswith("refused (fail): ")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://0x7f000001/", "http://2130706433/",
        "http://017700000001/", "http://127.1/", "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/latest/",
        "http://example.org:22/", "http://user:secret@example.org/", "http://127.0.0.1:1/",
    ],
)  # fmt: skip
def test_address_that_may_not_be_visited_is_a_verdict(url: str, site: Site, tmp_path: Path) -> None:
    result = run(tmp_path, url, "--json")

    assert result.exit_code == 0
    assert json.loads(result.output)["outcome"] == "address_refused"
    assert site.asked == []


@pytest.mark.parametrize("url", ["file:///etc/passwd", "gopher://example.org/", "elm hall", "http://", ""])
def test_what_is_no_web_address_is_one_sentence_and_code_2(url: str, tmp_path: Path) -> None:
    result = run(tmp_path, url)

    assert result.exit_code == 2
    assert result.output.splitlines()[-1].startswith("Error: Invalid value: ")


def test_allowance_of_what_is_not_loopback_is_refused(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_FETCH_ALLOW", "10.0.0.1:80")

    assert isinstance(run(tmp_path, "http://example.org/").exception, InvalidValue)


@pytest.mark.parametrize("as_json", [True, False])
def test_installation_with_a_mirror_says_that_nothing_was_visited(
    as_json: bool, site: Site, server: SiteServer, tmp_path: Path
) -> None:
    url = f"http://127.0.0.1:{server.ports[80]}/"

    result = run(tmp_path, url, *(["--json"] if as_json else []), mirror=tmp_path)

    assert result.exit_code == 0
    assert "SIGNPOST_MIRROR is set, so the network is not used and nothing was visited." in result.output
    assert site.asked == []


def test_robots_rules_that_fail_are_told(site: Site, server: SiteServer, tmp_path: Path) -> None:
    site.routes["/robots.txt"] = Reply(status=503)

    result = run(tmp_path, f"http://127.0.0.1:{server.ports[80]}/")

    assert result.output.startswith("robots_failed (no observation): ")


def test_bare_address_has_no_names_below_it_to_ask_for(site: Site, server: SiteServer, tmp_path: Path) -> None:
    site.otherwise = site.routes["/"] = page("127.0.0.1", "Lunch every Tuesday in the main hall at noon.")

    result = run(tmp_path, f"http://127.0.0.1:{server.ports[80]}/")

    assert result.output.startswith("ok (ok): ")


def test_new_address_is_told(site: Site, server: SiteServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    port = server.ports[80]
    monkeypatch.setenv("SIGNPOST_FETCH_ALLOW", f"127.0.0.1:{port}, localhost:{port}")
    server.add("localhost", {"/": redirect(f"http://127.0.0.1:{port}/")})
    site.routes["/"] = page("Elm Hall", "We were at localhost before.")

    result = run(tmp_path, f"http://localhost:{port}/")

    assert result.output.startswith("moved (ok): ")
    assert f"propose http://127.0.0.1:{port}/ as the new address" in result.output


def test_time_to_wait_is_told(site: Site, server: SiteServer, tmp_path: Path) -> None:
    site.routes["/robots.txt"] = Reply(status=429, headers={"Retry-After": "7200"})

    result = run(tmp_path, f"http://127.0.0.1:{server.ports[80]}/")

    assert result.output.startswith("postponed (no observation): ")
    assert "ask again after 2026-03-02 11:00 UTC" in result.output
