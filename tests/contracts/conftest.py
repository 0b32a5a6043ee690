"""An index filled in each way in turn."""

from pathlib import Path

import pytest

from tests.contracts.ways import ENGINES, WAYS, Filled


@pytest.fixture(params=WAYS)
def filled(request: pytest.FixtureRequest, tmp_path: Path) -> Filled:
    """Fills an index, the oracle among them."""
    way = WAYS[request.param]
    return lambda entries: way(tmp_path / "index", entries)


@pytest.fixture(params=ENGINES)
def explaining(request: pytest.FixtureRequest, tmp_path: Path) -> Filled:
    """Fills an index that says why it found what it found, which the oracle does not."""
    way = ENGINES[request.param]
    return lambda entries: way(tmp_path / "index", entries)
