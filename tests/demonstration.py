"""The demonstration as it stands on the day of the tests: received, judged and indexed at a clock that is stopped."""

from pathlib import Path

from crawlers.runs import harvest
from crawlers.sources import source
from directory.actions.reassess import reassess
from directory.actions.report import report
from directory.domain.home import Home
from directory.domain.identifiers import record_id
from directory.domain.reports import What
from directory.domain.sources import Outcome
from directory.domain.status.posterior import Model
from directory.intake import open_door
from directory.queries.status_settings import read_status_settings
from tests.web import world
from tests.web.world import build_index

REPORT = "the-secret-of-one-report"
"""Opens the page of the one report that somebody made."""


SECRET = b"of these tests alone, and of thirty-two bytes at least"
"""Signs the links to shortlists of this demonstration."""


def service_id(key: str) -> str:
    """The id of the service that ``data/demo/services.csv`` calls ``key``."""
    return record_id(world.DEMONSTRATION, "service", key)


def organization_id(key: str) -> str:
    """The id of the organization that ``data/demo/organizations.csv`` calls ``key``."""
    return record_id(world.DEMONSTRATION, "organization", key)


def make_demonstration(folder: Path, geography: Path) -> Home:
    """A home in the empty ``folder`` that holds the demonstration as of `world.NOW`, with compiled ``geography``."""
    (folder / "geography").symlink_to(geography)
    (folder / "secret").write_bytes(SECRET)
    home = home_in(folder)
    model = Model(read_status_settings())
    with open_door(home) as door:
        run = harvest(door, source(world.DEMONSTRATION), home, world.AT)
        assert run.outcome is Outcome.PUBLISHED
        reassess(door.database, model, world.TODAY)
        reported = service_id("burn-toenails")
        report(door.database, model, reported, What.CLOSED, token=REPORT, on=world.TODAY, at=world.NOW, most=1)
    build_index(home)
    return home


def home_in(folder: Path) -> Home:
    """The home in ``folder``, whose database is a SQLite file there."""
    return Home(folder=folder, database_url=f"sqlite:///{folder / 'catalogue.sqlite'}")
