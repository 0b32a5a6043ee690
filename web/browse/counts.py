"""Counts for pages to look through, which each process keeps for a while: working them out reads all there is."""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Generic, TypeVar, cast

from flask import Flask, current_app

from directory.queries.browse import Area, areas
from directory.queries.changes import latest_cursor
from index.protocol import Query
from web.config import COUNTS_KEPT
from web.wiring import Lazily, Rooms

Counted = TypeVar("Counted")

logger = logging.getLogger(__name__)

_EXTENSION = "signpost.counts"

Work = Callable[[], object]


def aside(work: Work) -> None:
    """Do ``work`` in a thread of its own, which nobody waits for."""
    threading.Thread(target=work, daemon=True).start()


class Kept(Generic[Counted]):
    """Something worked out when it is first asked for, and again once it is old and ``cursor`` has moved meanwhile.

    ``clock`` is a stop-watch in seconds. Only who asks first waits: later it is worked out ``aside``, and whoever asks
    gets what there was.
    """

    def __init__(
        self,
        work_out: Callable[[], Counted],
        cursor: Callable[[], int],
        clock: Callable[[], float],
        for_s: float,
        aside: Callable[[Work], object] = aside,
    ) -> None:
        self._work_out, self._cursor, self._clock, self._for_s = work_out, cursor, clock, for_s
        self._aside = aside
        self._turn = threading.Lock()
        self._kept: tuple[float, int, Counted] | None = None

    def __call__(self) -> Counted:
        kept = self._kept
        if kept is None:
            with self._turn:
                return self._renewed()
        if self._clock() - kept[0] > self._for_s and self._turn.acquire(blocking=False):
            self._aside(self._renew)
        return kept[2]

    def _renew(self) -> None:
        """Work it out again in the turn taken for that, and give the turn back whatever happens."""
        try:
            self._renewed()
        except Exception:
            logger.exception("What is counted cannot be counted again; what there was is shown")
        finally:
            self._turn.release()

    def _renewed(self) -> Counted:
        now, kept = self._clock(), self._kept
        if kept is not None and now - kept[0] <= self._for_s:
            return kept[2]
        cursor = self._cursor()
        counted = kept[2] if kept is not None and kept[1] == cursor else self._work_out()
        self._kept = (now, cursor, counted)
        return counted


class Counts:
    """How many services there are in each area and for each need, as of at most an hour ago."""

    def __init__(self, rooms: Rooms, clock: Callable[[], float] = time.monotonic) -> None:
        self._rooms = rooms
        kept_s = COUNTS_KEPT.total_seconds()
        self._areas = Kept(lambda: areas(rooms.database()), lambda: latest_cursor(rooms.database()), clock, kept_s)
        self._needs = {
            need: Kept(partial(self._with_need, need), lambda: rooms.index().info().cursor, clock, kept_s)
            for need in rooms.knowledge().signs.taxonomy.needs
        }

    def areas(self) -> Mapping[str, Area]:
        """Every local authority with services, by code."""
        return self._areas()

    def of_need(self, need: str) -> int:
        """The services that a search for this need finds, without those that have probably closed."""
        return self._needs[need]()

    def _with_need(self, need: str) -> int:
        return self._rooms.index().search(Query(filters={"need": (need,)}, size=1, suggest=False)).fitting


def install(app: Flask, rooms: Rooms) -> None:
    """Give ``app`` its counts."""
    app.extensions[_EXTENSION] = Lazily(lambda: Counts(rooms))


def count_ahead(app: Flask) -> None:
    """Begin to count the areas, which is long work for a large catalogue, before anybody asks."""
    aside(_counts_of(app).areas)


def counts() -> Counts:
    """The counts of the app that answers the present request."""
    return _counts_of(current_app)


def _counts_of(app: Flask) -> Counts:
    return cast("Lazily[Counts]", app.extensions[_EXTENSION])()
