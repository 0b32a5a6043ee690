"""Sites for tests: any number of invented hosts, served from one loopback port, whose pages a test changes as it goes.

`Site` says what a host answers, and `SiteServer` serves sites and resolves their names.
"""

import socket
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

from crawlers.visiting.address import Allowance
from crawlers.visiting.settings import read_settings

CERTIFICATES = Path(__file__).parent / "certificates"
KNOWN_NAMES = frozenset(read_settings().well_known_names)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request as a site saw it."""

    host: str
    path: str
    headers: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What a site answers; ``holds`` never finishes until the server stops, ``breaks_off`` closes the connection.

    A body that ``is_framed`` goes out as it is, without a Content-Length.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    holds: bool = False
    breaks_off: bool = False
    is_framed: bool = False


Route = Reply | Callable[[Asked], Reply]


def page(title: str, *lines: str, head: str = "", status: int = 200, **headers: str) -> Reply:
    """A page of HTML; ``X_Robots_Tag="noindex"`` is a header."""
    body = "".join(f"<p>{line}</p>" for line in lines)
    content = f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status=status, body=content, headers={"Content-Type": "text/html; charset=utf-8"} | named)


def redirect(to: str, status: int = 301) -> Reply:
    """An answer that sends visitors on."""
    return Reply(status=status, headers={"Location": to})


MISSING = page("Not found", "There is nothing here.", status=404)


@dataclass(kw_only=True)
class Site:
    """One host: ``routes`` by path with query, and ``otherwise`` for all others. A test changes them between visits.

    ``is_registered`` False is a domain that lapsed, ``is_answered_for`` False one whose name servers are dead; a site
    that ``refuses`` has nobody listening. ``answers`` overrules the addresses that its name has.
    """

    host: str
    routes: dict[str, Route] = field(default_factory=dict)
    otherwise: Route = MISSING
    is_registered: bool = True
    is_answered_for: bool = True
    refuses: bool = False
    answers: Callable[[], list[tuple[str, int]]] | None = None
    asked: list[Asked] = field(default_factory=list)
    looked_up: int = 0

    def reply(self, asked: Asked) -> Reply:
        """The answer to one request, which is remembered."""
        self.asked.append(asked)
        route = self.routes.get(asked.path, self.otherwise)
        return route if isinstance(route, Reply) else route(asked)

    @property
    def paths(self) -> list[str]:
        """The paths asked for so far, in order."""
        return [asked.path for asked in self.asked]


class SiteServer:
    """Serves sites by the Host header on loopback ports, one plain and one for TLS, and resolves their names."""

    def __init__(self, certificate: str = "valid") -> None:
        self.sites: dict[str, Site] = {}
        self.certificate = CERTIFICATES / f"{certificate}.pem"
        self._stopping = Event()
        self._plain = self._listening(None)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate)
        self._tls = self._listening(context)
        # A port that is ours and that nobody listens on refuses connections for certain.
        self._refusing = socket.socket()
        self._refusing.bind(("127.0.0.1", 0))

    @property
    def ports(self) -> dict[int, int]:
        """The loopback ports that stand for 80 and 443."""
        return {80: self._plain.server_port, 443: self._tls.server_port}

    @property
    def refusing_port(self) -> int:
        return int(self._refusing.getsockname()[1])

    @property
    def allowance(self) -> Allowance:
        """What a client must be allowed to reach the sites."""
        ports = (*self.ports.values(), self.refusing_port)
        return Allowance.of(",".join(f"127.0.0.1:{port}" for port in ports))

    def add(self, host: str, routes: dict[str, Route] | None = None, **settings: Any) -> Site:
        """One more site; a host that begins with ``*.`` answers for every name below."""
        site = Site(host=host, routes=routes or {}, **settings)
        self.sites[host] = site
        return site

    async def resolve(self, host: str, port: int) -> list[tuple[str, int]]:
        """What the name of a site stands for, as getaddrinfo would say it."""
        if host in KNOWN_NAMES:
            return [("192.0.2.1", port)]
        site = self._site(host)
        if site is None or not site.is_registered:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        site.looked_up += 1
        if not site.is_answered_for:
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        if site.answers is not None:
            return site.answers()
        return [("127.0.0.1", self.refusing_port if site.refuses else self.ports[port])]

    def stop(self) -> None:
        """Let every answer go, and close the ports."""
        self._stopping.set()
        for server in (self._plain, self._tls):
            server.shutdown()
            server.server_close()
        self._refusing.close()

    def _site(self, host: str) -> Site | None:
        return self.sites.get(host) or self.sites.get(f"*.{host.partition('.')[2]}")

    def _listening(self, tls: ssl.SSLContext | None) -> ThreadingHTTPServer:
        server = _Server(("127.0.0.1", 0), self._handler())
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return server

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        sites = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                host = (self.headers.get("Host") or "").rpartition(":")[0] or self.headers.get("Host") or ""
                site = sites._site(host)
                assert site is not None, f"no site of a test is {host}"
                sites._send(self, site.reply(Asked(host=host, path=self.path, headers=dict(self.headers))))

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        return Handler

    def _send(self, handler: BaseHTTPRequestHandler, reply: Reply) -> None:
        handler.close_connection = True
        if reply.breaks_off:
            return
        if reply.holds:
            self._stopping.wait()
            return
        length = {} if reply.is_framed else {"Content-Length": str(len(reply.body))}
        headers = {**length, **reply.headers}
        handler.send_response(reply.status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        if reply.status not in (204, 304):
            handler.wfile.write(reply.body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up in the middle is what some tests are about."""
