"""The one door, in front of an empty database of each kind."""

import pytest

from directory.geography import Gazetteer
from directory.intake import Door
from directory.store import Database


@pytest.fixture
def door(database: Database, gazetteer: Gazetteer) -> Door:
    """A door to an empty catalogue."""
    return Door(database, gazetteer)
