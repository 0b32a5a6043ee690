"""The command that serves the site."""

import logging
from datetime import date

import pytest
from click.testing import CliRunner

from directory.domain.home import Home
from tests.web.conftest import NewHome
from tests.web.world import build_index
from web import cli
from web.config import Config
from web.logs import WithoutQueries
from web.wiring import Rooms

# An index that nobody uses any more closes its files when it is collected, and Python warns of that.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, filled_home: Home) -> list[Config]:
    """The settings of each server that would have run; no server does."""
    ran: list[Config] = []
    monkeypatch.setattr(cli.Server, "run", lambda server: ran.append(server._config))
    monkeypatch.setenv("SIGNPOST_HOME", str(filled_home.folder))
    monkeypatch.setenv("PORT", "8123")
    return ran


def test_serve_honours_port_and_home(served: list[Config], filled_home: Home) -> None:
    result = CliRunner().invoke(cli.serve, [])

    assert result.exit_code == 0, result.output
    assert "http://127.0.0.1:8123" in result.output
    assert served[0].home.folder == filled_home.folder


def test_options_win_over_the_environment(served: list[Config]) -> None:
    CliRunner().invoke(cli.serve, ["--port", "0", "--host", "0.0.0.0", "--workers", "3"])

    assert (served[0].port, served[0].host, served[0].workers) == (0, "0.0.0.0", 3)


def test_a_day_may_be_played_again(served: list[Config]) -> None:
    assert CliRunner().invoke(cli.serve, ["--on", "2019-06-30"]).exit_code == 0
    assert CliRunner().invoke(cli.serve, []).exit_code == 0
    assert CliRunner().invoke(cli.serve, ["--on", "yesterday"]).exit_code == 2

    assert [config.as_of for config in served] == [date(2019, 6, 30), None]


def test_help_says_what_it_is_to_play_a_day_again() -> None:
    said = " ".join(CliRunner().invoke(cli.serve, ["--help"]).output.split())

    assert "With --on, pages leave out evidence and money of later days." in said
    assert "`signpost status recompute --on`" in said


def test_a_port_that_is_none_is_a_sentence(served: list[Config], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "eighty")

    result = CliRunner().invoke(cli.serve, [])

    assert result.exit_code == 1
    assert "A port is a whole number" in result.output
    assert served == []


def test_the_server_keeps_no_log_of_what_people_typed(served: list[Config]) -> None:
    server = cli.Server(Config.of({}))

    assert server.cfg.accesslog is None
    assert server.cfg.limit_request_line == 0
    assert server.load().url_map


@pytest.mark.parametrize(("proxies", "workers"), [("0", "gthread"), ("1", "sync")])
def test_a_process_takes_one_request_at_a_time_where_a_proxy_waits_for_the_slow(proxies: str, workers: str) -> None:
    assert cli.Server(Config.of({"SIGNPOST_PROXIES": proxies})).cfg.worker_class_str == workers


def test_serve_waits_for_an_index_and_says_so_once(new_home: NewHome, capsys: pytest.CaptureFixture[str]) -> None:
    home = new_home()
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 2:
            build_index(home)

    cli.wait_for_index(Rooms(home), sleep)

    assert slept == [cli.WAIT_S, cli.WAIT_S]
    assert capsys.readouterr().err.count("Waiting until there is one") == 1


def test_a_log_holds_no_shortlist() -> None:
    record = logging.LogRecord("x", logging.INFO, "", 0, "Bad: GET /shortlist/Ab-1_.x/handout?a=b", (), None)

    assert WithoutQueries().filter(record)
    assert record.getMessage() == "Bad: GET /shortlist/…/handout?…"


def test_a_log_holds_no_query_string() -> None:
    record = logging.LogRecord("gunicorn.error", logging.INFO, "", 0, "Bad: %r", ("GET /search?near=NE28 9ND",), None)

    assert WithoutQueries().filter(record)
    assert record.getMessage() == "Bad: 'GET /search?…'"
