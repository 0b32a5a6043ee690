"""What tests of the watching run share: a world of invented groups."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from directory.geography import Gazetteer
from tests.crawlers.watch.world import WatchWorld, new_watch_world


@pytest.fixture
def world(tmp_path: Path, gazetteer: Gazetteer) -> Iterator[WatchWorld]:
    """A world with no sites and no groups yet."""
    with new_watch_world(tmp_path, gazetteer) as made:
        yield made
