"""The settings of the web server."""

from pathlib import Path

import pytest

from directory.domain.errors import InvalidValue
from web.config import Config


def test_port_and_home_come_from_the_environment(tmp_path: Path) -> None:
    config = Config.of({"PORT": "8123", "SIGNPOST_HOME": str(tmp_path)})

    assert (config.port, config.home.folder, config.host) == (8123, tmp_path, "127.0.0.1")


def test_nothing_set_means_port_8000() -> None:
    assert Config.of({}).port == 8000
    assert Config.of({"PORT": ""}).port == 8000


@pytest.mark.parametrize("port", ["http", "-1", "65536", "80.5", "８０"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    with pytest.raises(InvalidValue, match="whole number"):
        Config.of({"PORT": port})


def test_a_server_without_workers_is_refused() -> None:
    config = Config.of({})

    with pytest.raises(InvalidValue, match="at least one worker"):
        Config(home=config.home, workers=0)


def test_a_server_that_loads_the_application_itself_gets_one_that_has_opened_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path / "home"))

    from web.wsgi import app

    assert app.url_map
    assert not (tmp_path / "home").exists()
