"""A group that closes leaves the list and keeps its page; one that opens again comes back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from directory.actions.reassess import reassess
from directory.domain.records import Channel
from directory.domain.status.posterior import Model
from directory.domain.status.sightings import Sighting
from directory.queries.status_settings import read_status_settings
from directory.store import Database, catalogue, open_database, status
from index.columns.engine import ColumnIndex
from index.refresh import refresh
from tests.web import world
from tests.web.conftest import NewHome
from tests.web.world import build_index
from web.app import create_app
from web.config import Config
from web.wiring import Rooms


@dataclass(frozen=True)
class Town:
    """The site over a catalogue in which people say things."""

    client: FlaskClient
    database: Database
    index: ColumnIndex
    model: Model

    def said(self, service_id: str, symbol: str) -> None:
        """Let somebody say something yesterday, and let search know what follows."""
        at = world.NOW - timedelta(days=1)
        told = Sighting(service_id=service_id, channel=Channel.STATEMENT, symbol=symbol, on=at.date(), at=at)
        with self.database.write() as transaction:
            status.add_sightings(transaction, [told])
            catalogue.note_changes(transaction, [service_id])
        reassess(self.database, self.model, world.TODAY)
        refresh(self.index, self.database)

    def found(self) -> list[str]:
        """The ids of what a search finds."""
        document = self.client.get("/search.json?q=ukulele&near=NE28+9ND").json
        assert document is not None
        return [one["id"] for one in document["results"]]

    def page(self, service_id: str) -> str:
        """The page of a service."""
        return self.client.get(f"/services/{service_id}").text


@pytest.fixture
def town(new_home: NewHome) -> Iterator[Town]:
    home = new_home()
    world.fill(home)
    build_index(home)
    database, rooms = open_database(home.database_url), Rooms(home, now=lambda: world.NOW)
    client = create_app(Config(home=home), rooms).test_client()
    yield Town(client, database, ColumnIndex(home.index), Model(read_status_settings()))
    database.close()
    rooms.database().close()


def test_a_group_that_closes_leaves_the_list_and_keeps_its_page(town: Town) -> None:
    assert world.LIVING_BAND in town.found()
    town.said(world.LIVING_BAND, "owner_closed")

    assert world.LIVING_BAND not in town.found()
    assert "This group has closed" in town.page(world.LIVING_BAND)


def test_a_group_that_opens_again_comes_back(town: Town) -> None:
    assert world.CLOSED_BAND not in town.found()
    town.said(world.CLOSED_BAND, "owner_reopened")

    assert world.CLOSED_BAND in town.found()
    assert "Confirmed by the group yesterday" in town.page(world.CLOSED_BAND)
    assert "This group has" not in town.page(world.CLOSED_BAND)


def test_in_place_of_a_group_of_which_no_need_is_known_nothing_is_offered(town: Town) -> None:
    town.said(world.CLOSED_CLUB, "curator_closed")

    assert "This group has closed" in town.page(world.CLOSED_CLUB)
    assert "Go to one of these instead" not in town.page(world.CLOSED_CLUB)
