"""Compiled postcode and place tables for the tests, built once and kept in pytest's cache."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from directory.geography import Gazetteer, ensure

PACK = Path(__file__).parents[4] / "shared" / "mirror" / "geography"


@contextmanager
def only_one_process(lock: Path) -> Iterator[None]:
    """Hold ``lock`` against the other workers of pytest-xdist; SQLite's lock is let go even when a process dies."""
    connection = sqlite3.connect(lock, timeout=600, isolation_level=None)
    try:
        connection.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        connection.close()


def compiled_geography(cache_dir: Path, pack: Path | None = None) -> Path:
    """The tables under ``cache_dir``, built unless they are current."""
    folder = cache_dir / ("packed" if pack else "plain")
    with only_one_process(cache_dir / "lock.sqlite"):
        ensure(folder, pack)
    return folder


@pytest.fixture(scope="session")
def geography_cache(request: pytest.FixtureRequest) -> Path:
    assert request.config.cache is not None
    return request.config.cache.mkdir("geography")


@pytest.fixture(scope="session")
def geography_folder(geography_cache: Path) -> Path:
    """Tables compiled from PyPI packages alone."""
    return compiled_geography(geography_cache)


@pytest.fixture(scope="session")
def pack() -> Path:
    """The geography pack in the mirror."""
    if not PACK.is_dir():
        pytest.skip(f"The geography pack is not at {PACK}")
    return PACK


@pytest.fixture(scope="session")
def gazetteer(geography_folder: Path) -> Gazetteer:
    return Gazetteer.open(geography_folder)


@pytest.fixture(scope="session")
def packed_gazetteer(geography_cache: Path, pack: Path) -> Gazetteer:
    return Gazetteer.open(compiled_geography(geography_cache, pack))
