"""The site over a tiny real catalogue: database, geography and index are the real ones, only the day is given."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from directory.domain.home import Home
from tests.web import world
from tests.web.desk import Site, copied, filled
from web.app import create_app
from web.config import Config
from web.wiring import Rooms

NewHome = Callable[[], Home]


@pytest.fixture(scope="session")
def new_home(tmp_path_factory: pytest.TempPathFactory, geography_folder: Path) -> NewHome:
    """A function that makes one more empty home, whose geography is the shared one."""

    def make() -> Home:
        folder = tmp_path_factory.mktemp("home")
        (folder / "geography").symlink_to(geography_folder)
        return Home(folder=folder, database_url=f"sqlite:///{folder / 'catalogue.sqlite'}")

    return make


@pytest.fixture(scope="session")
def filled_home(new_home: NewHome) -> Home:
    """A home with the tiny catalogue and its index; nobody changes it."""
    home = new_home()
    world.fill(home)
    world.build_index(home)
    return home


@pytest.fixture(scope="session")
def app(filled_home: Home) -> Iterator[Flask]:
    """The site as it is served."""
    rooms = Rooms(filled_home, now=lambda: world.NOW)
    yield create_app(Config(home=filled_home), rooms)
    rooms.database().close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser that keeps cookies, if any were set."""
    return app.test_client()


@pytest.fixture
def links(app: Flask) -> Iterator[None]:
    """What a test needs whose pages hold links but are not asked for."""
    with app.test_request_context():
        yield


@pytest.fixture
def empty_app(new_home: NewHome) -> Iterator[Flask]:
    """The site of a home where nothing has been built."""
    home = new_home()
    rooms = Rooms(home, now=lambda: world.NOW)
    yield create_app(Config(home=home), rooms)
    rooms.database().close()


@pytest.fixture
def empty_app_client(empty_app: Flask) -> FlaskClient:
    """A browser at the site of a home where nothing has been built."""
    return empty_app.test_client()


@pytest.fixture
def site(filled_home: Home, tmp_path: Path) -> Iterator[Site]:
    """The tiny catalogue, judged as of its day; a copy, for tests that write to it."""
    made = copied(filled_home, tmp_path)
    yield made
    made.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def on_either(request: pytest.FixtureRequest, new_home: NewHome) -> Iterator[Site]:
    """The same on a database of each kind in turn."""
    home = new_home()
    if request.param == "postgresql":
        new_url: Callable[[], str] = request.getfixturevalue("new_postgres_url")
        home = Home(folder=home.folder, database_url=new_url())
    made = filled(home)
    yield made
    made.close()
