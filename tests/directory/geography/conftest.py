"""The geography pack, and the tables compiled with it."""

from pathlib import Path

import pytest

from directory.geography import Gazetteer
from tests.conftest import MIRROR, compiled_geography

PACK = MIRROR / "geography"


@pytest.fixture(scope="session")
def pack() -> Path:
    """The geography pack in the mirror."""
    if not PACK.is_dir():
        pytest.skip(f"The geography pack is not at {PACK}")
    return PACK


@pytest.fixture(scope="session")
def packed_gazetteer(geography_cache: Path, pack: Path) -> Gazetteer:
    return Gazetteer.open(compiled_geography(geography_cache, pack))
