"""How many reports one client may send: counted in memory, under a hash that nobody can turn back after the day."""

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from datetime import date, datetime, timedelta
from hashlib import blake2b
from typing import cast

from flask import Flask, current_app

from web.config import CLIENTS_REMEMBERED, REPORTS_OF_CLIENT, REPORTS_WITHIN

_EXTENSION = "signpost.report_limit"


class ReportLimit:
    """Counts the reports of each client. The salt of the hashes is changed every day, and what was counted forgotten.

    ``salt`` makes a new secret. Each process counts for itself.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        salt: Callable[[], bytes],
        *,
        most: int = REPORTS_OF_CLIENT,
        within: timedelta = REPORTS_WITHIN,
        clients: int = CLIENTS_REMEMBERED,
    ) -> None:
        self._now, self._new_salt = now, salt
        self._most, self._within, self._clients = most, within, clients
        self._turn = threading.Lock()
        self._day = date.min
        self._salt = b""
        self._sent: OrderedDict[bytes, deque[datetime]] = OrderedDict()

    def wait(self, client: str) -> timedelta:
        """How long ``client`` has to wait before it may report; nothing where it may now, and then it is counted."""
        with self._turn:
            now = self._now()
            self._begin_day(now.date())
            key = blake2b(client.encode(), key=self._salt, digest_size=16).digest()
            sent = self._sent.setdefault(key, deque(maxlen=self._most))
            self._sent.move_to_end(key)
            if len(sent) == self._most and now - sent[0] < self._within:
                return sent[0] + self._within - now
            sent.append(now)
            if len(self._sent) > self._clients:
                self._sent.popitem(last=False)
            return timedelta(0)

    def _begin_day(self, today: date) -> None:
        if today != self._day:
            self._day, self._salt = today, self._new_salt()
            self._sent.clear()


def install(app: Flask, limit: ReportLimit) -> None:
    """Give ``app`` its limit."""
    app.extensions[_EXTENSION] = limit


def report_limit() -> ReportLimit:
    """The limit of the app that answers the present request."""
    return cast("ReportLimit", current_app.extensions[_EXTENSION])
