"""The one place that opens the rooms of the house for the web: catalogue, gazetteer and search index."""

import logging
import os
import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Generic, TypeVar, cast

from flask import Flask, current_app

from directory.domain.home import Home
from directory.domain.status.posterior import Model
from directory.geography import Gazetteer
from directory.queries import Database, open_catalogue
from directory.queries.sources import CatalogueSource, catalogue_sources, demonstrations
from directory.queries.status_settings import read_status_settings
from index.columns.engine import ColumnIndex
from index.finder import UK_TIME
from index.knowledge import Knowledge, read_knowledge
from index.protocol import SearchIndex

logger = logging.getLogger(__name__)

Opened = TypeVar("Opened")

SOURCES_KEPT_S = 60.0
"""How long the list of sources is kept, and which of them are a demonstration: every page asks for that."""

_EXTENSION = "signpost"


class Lazily(Generic[Opened]):
    """Something opened at first use, once in each process: a forked child does not share what its parent opened."""

    def __init__(self, open_it: Callable[[], Opened]) -> None:
        self._open_it = open_it
        self._lock = threading.Lock()
        self._opened: tuple[int, Opened] | None = None

    def __call__(self) -> Opened:
        with self._lock:
            if self._opened is None or self._opened[0] != os.getpid():
                self._opened = (os.getpid(), self._open_it())
            return self._opened[1]


class Rooms:
    """What the pages ask of the other rooms; ``now`` and ``clock`` are the clock on the wall and the stop-watch."""

    def __init__(
        self,
        home: Home,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.database: Lazily[Database] = Lazily(lambda: open_catalogue(home.database_url))
        self.gazetteer: Lazily[Gazetteer] = Lazily(lambda: Gazetteer.open(home.geography))
        self.index: Lazily[SearchIndex] = Lazily(lambda: ColumnIndex(home.index, clock=now))
        self.knowledge: Lazily[Knowledge] = Lazily(read_knowledge)
        self.model: Lazily[Model] = Lazily(lambda: Model(read_status_settings()))
        self.documents = home.documents
        self.now = now
        self._clock = clock
        self._sources: tuple[float, tuple[CatalogueSource, ...]] | None = None
        self._invented: tuple[float, frozenset[str]] | None = None

    def today(self) -> date:
        """The day it is in the UK."""
        return self.now().astimezone(UK_TIME).date()

    def sources(self) -> tuple[CatalogueSource, ...]:
        """The sources of the catalogue, asked for again after a minute."""
        now = self._clock()
        if self._sources is None or now - self._sources[0] > SOURCES_KEPT_S:
            self._sources = (now, catalogue_sources(self.database()))
        return self._sources[1]

    def invented(self) -> frozenset[str]:
        """The ids of the sources that hold a demonstration; as last known while the catalogue cannot be asked."""
        now = self._clock()
        if self._invented is None or now - self._invented[0] > SOURCES_KEPT_S:
            known = self._invented[1] if self._invented else frozenset()
            try:
                known = demonstrations(self.database())
            except Exception:  # whatever ails the database, the page that says so must still be drawn
                logger.warning("The catalogue cannot say whether it holds a demonstration", exc_info=True)
            self._invented = (now, known)
        return self._invented[1]

    def health(self) -> dict[str, bool]:
        """Whether each room answers."""
        return {
            "database": _works(lambda: demonstrations(self.database())),
            "index": _works(lambda: self.index().info()),
            "geography": _works(self.gazetteer),
        }


def install(app: Flask, rooms: Rooms) -> None:
    """Give ``app`` its rooms."""
    app.extensions[_EXTENSION] = rooms


def rooms() -> Rooms:
    """The rooms of the app that answers the present request."""
    return cast("Rooms", current_app.extensions[_EXTENSION])


def _works(ask: Callable[[], object]) -> bool:
    try:
        ask()
    except Exception:  # whatever is wrong with it, the answer to "does it work?" is no
        logger.warning("A room does not answer", exc_info=True)
        return False
    return True
