"""Serves a site on this machine for a browser to visit."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from web.config import LOCAL_HOST


class _Quietly(WSGIRequestHandler):
    """Tells nobody what was asked for."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 – the name is Werkzeug's
        """Say nothing."""


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Serve ``app`` on a free port of this machine; its address, without a slash at the end."""
    server = make_server(LOCAL_HOST, 0, app, threaded=True, request_handler=_Quietly)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://{LOCAL_HOST}:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
