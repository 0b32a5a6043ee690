"""The command ``serve``: the web server, which waits for an index if there is none yet."""

import logging
import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import click
from flask import Flask
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

from directory.domain.errors import InvalidValue, SignpostError
from web.app import ready_app
from web.browse.counts import count_ahead
from web.config import Config
from web.logs import WithoutQueries
from web.wiring import Rooms

WAIT_S = 2.0
"""How long to wait before looking for the index again."""

PATIENCE_S = 120
"""How long one answer may keep a process without threads before it is taken for stuck and started again: the first who
asks for all areas of a million services may wait for 15 s."""

THREADS = 4
"""Requests that a process takes at once where browsers ask it themselves, so that a slow one holds up no other. Behind
a proxy, which waits for the slow, each takes one, and a busy process leaves the next to one that is not
(docs/decisions/0011-one-request-a-process-behind-a-proxy.md)."""


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn, set up by us and not by its own command line."""

    def __init__(self, config: Config) -> None:
        self._config = config
        super().__init__()

    def load_config(self) -> None:
        """Say what gunicorn cannot guess; the access log, which would hold what people typed, stays off."""
        settings: dict[str, Any] = {
            "bind": f"{self._config.host}:{self._config.port}",
            "workers": self._config.workers,
            "threads": 1 if self._config.proxies else THREADS,
            "timeout": PATIENCE_S,
            "accesslog": None,
            "limit_request_line": 0,  # a search too long is answered with a page that keeps what was typed
            "proc_name": "signpost",
            "control_socket_disable": True,
            "post_worker_init": lambda worker: count_ahead(worker.wsgi),
        }
        for name, value in settings.items():
            self.cfg.set(name, value)
        logging.getLogger("gunicorn.error").addFilter(WithoutQueries())

    def load(self) -> Flask:
        """Make the application, in each worker."""
        return ready_app(self._config)


@click.command()
@click.option("--host", help="The address to listen on (default 127.0.0.1).")
@click.option("--port", type=click.IntRange(0, 65_535), help="The port to listen on (default PORT, else 8000).")
@click.option("--workers", type=click.IntRange(min=1), help="How many processes answer (default 2).")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Play this day again (default: the present).")
def serve(host: str | None, port: int | None, workers: int | None, on: datetime | None) -> None:
    """Serve the site until stopped.

    With --on, pages leave out evidence and money of later days. Search follows once `signpost status recompute --on`
    has judged all services as of the day and `signpost index refresh` has taken that in.
    """
    try:
        config = Config.of(os.environ)
    except InvalidValue as error:
        raise click.ClickException(error.reason) from error
    config = replace(
        config,
        host=host or config.host,
        port=config.port if port is None else port,
        workers=workers or config.workers,
        as_of=on and on.date(),
    )
    wait_for_index(Rooms(config.home), time.sleep)
    click.echo(f"Signpost is at http://{config.host}:{config.port}")
    Server(config).run()


def wait_for_index(rooms: Rooms, sleep: Callable[[float], None]) -> None:
    """Return once the index can be opened, saying at first what is missing."""
    said = False
    while True:
        try:
            rooms.index()
        except SignpostError as error:
            if not said:
                click.echo(f"{error} Waiting until there is one.", err=True)
                said = True
            sleep(WAIT_S)
        else:
            return
