"""Fixtures that all tests share: databases, compiled geography, the demonstration, and the mirror of real documents."""

import fcntl
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings

from directory.domain.home import Home
from directory.geography import Gazetteer, ensure
from directory.store import Database, open_database
from tests.browser.figures import FIGURES, figures_in_words
from tests.demonstration import home_in, make_demonstration
from tests.postgres import NoPostgres, TemporaryPostgres
from tests.web.desk import Site

REPOSITORY = Path(__file__).parent.parent
MIRROR = REPOSITORY.parent / "shared" / "mirror"

TEMPLATE = "template_of_tests"

# How long an example takes says how busy the machine is, and nothing of what is tested.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what the tests in a browser measured, and keep it."""
    figures = figures_in_words(terminalreporter.getreports("passed"))
    if figures:
        terminalreporter.section("In a browser")
        terminalreporter.write(figures)
        path = REPOSITORY / FIGURES
        path.parent.mkdir(exist_ok=True)
        path.write_text(figures, encoding="utf-8")


@pytest.fixture(scope="session")
def mirror() -> Path:
    """The folder of real documents; tests that need it are skipped where it is not."""
    if not (MIRROR / "manifest.csv").exists():
        pytest.skip(f"the mirror of real documents is not at {MIRROR}")
    return MIRROR


def compiled_geography(cache: Path, pack: Path | None = None) -> Path:
    """Compiled tables under ``cache``; test processes that run side by side wait here for the first to compile."""
    folder = cache / ("packed" if pack else "plain")
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ensure(folder, pack)
    return folder


@pytest.fixture(scope="session")
def geography_cache(request: pytest.FixtureRequest) -> Path:
    """Where compiled geography is kept between runs of the tests."""
    assert request.config.cache is not None
    return request.config.cache.mkdir("geography")


@pytest.fixture(scope="session")
def geography_folder(geography_cache: Path) -> Path:
    """Tables compiled from PyPI's packages alone."""
    return compiled_geography(geography_cache)


@pytest.fixture(scope="session")
def gazetteer(geography_folder: Path) -> Gazetteer:
    """The places of the United Kingdom."""
    return Gazetteer.open(geography_folder)


@pytest.fixture
def home(tmp_path: Path, geography_folder: Path) -> Home:
    """An installation of its own, whose geography is the shared one."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "geography").symlink_to(geography_folder)
    return Home(folder=folder, database_url=f"sqlite:///{folder / 'catalogue.sqlite'}")


@pytest.fixture(scope="session")
def demonstration_home(tmp_path_factory: pytest.TempPathFactory, geography_folder: Path, worker_id: str) -> Home:
    """The demonstration as of the day of the tests; test processes share it, and none changes it."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    folder = shared / "demonstration"
    with (shared / "demonstration.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            making = shared / "demonstration-unfinished"
            making.mkdir()
            make_demonstration(making, geography_folder)
            making.rename(folder)
    return home_in(folder)


@pytest.fixture(scope="session")
def demonstration_site(demonstration_home: Home) -> Iterator[Site]:
    """The site over the demonstration, at the clock of the tests; whoever sits at its machine is staff."""
    site = Site(demonstration_home)
    yield site
    site.close()


@pytest.fixture(scope="session")
def new_postgres_url() -> Iterator[Callable[[], str]]:
    """A function that makes one more empty PostgreSQL database, with the newest schema, and gives its URL."""
    try:
        server = TemporaryPostgres()
    except NoPostgres as reason:
        pytest.skip(f"no PostgreSQL: {reason}")
    numbers = count(1)

    def administer(statement: str) -> None:
        with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    administer(f"CREATE DATABASE {TEMPLATE}")
    open_database(server.url(TEMPLATE)).close()

    def new_url() -> str:
        name = f"test_{next(numbers)}"
        administer(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        return server.url(name)

    yield new_url
    server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'catalogue.sqlite'}"
    new_url: Callable[[], str] = request.getfixturevalue("new_postgres_url")
    return new_url()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An empty database, of each kind in turn."""
    opened = open_database(database_url)
    yield opened
    opened.close()
