"""What tests of visiting share: a world of invented sites."""

from collections.abc import Iterator

import pytest

from tests.crawlers.visiting.world import World, new_world


@pytest.fixture
def world() -> Iterator[World]:
    """A world with no sites yet."""
    with new_world() as made:
        yield made
