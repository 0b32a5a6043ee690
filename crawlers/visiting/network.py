"""Connections to checked addresses only: a name is looked up once, judged whole, and pinned for the connection."""

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field

import httpcore

from crawlers.visiting.address import Allowance, Endpoint, Target, check_endpoint
from crawlers.visiting.limits import ENDPOINTS_TRIED
from crawlers.visiting.outcome import Outcome, Unanswered

Resolver = Callable[[str, int], Awaitable[Sequence[tuple[str, int]]]]
"""From a host name and a port to the addresses and ports that stand for them; raises `socket.gaierror`."""

_NO_SUCH_NAME = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})
"""What a look-up says of a name that does not exist; not every system tells the second from the first."""


async def system_resolver(host: str, port: int) -> list[tuple[str, int]]:
    """What the system says of a name."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(str(address[0]), int(address[1])) for *_, address in found]


async def look_up(target: Target, resolve: Resolver, allowance: Allowance) -> tuple[Endpoint, ...]:
    """The endpoints of an address, each of them checked; at most one of IPv4 and one of IPv6, in this order.

    Raise `Unanswered` when the name is unknown, nobody answers for it, or any of its addresses may not be asked.
    """
    if target.literal is not None:
        found = [Endpoint(target.literal, target.port)]
    else:
        found = await _resolved(target, resolve)
    for endpoint in found:
        check_endpoint(endpoint, target.port, allowance)
    families = {endpoint.address.version: endpoint for endpoint in reversed(found)}
    return tuple(families[version] for version in sorted(families))[:ENDPOINTS_TRIED]


async def _resolved(target: Target, resolve: Resolver) -> list[Endpoint]:
    try:
        answers = await resolve(target.host, target.port)
        found = [Endpoint(ipaddress.ip_address(address), port) for address, port in answers]
    except socket.gaierror as error:
        if error.errno in _NO_SUCH_NAME:
            raise Unanswered(Outcome.NAME_UNKNOWN) from None
        raise Unanswered(Outcome.NAME_UNANSWERED) from None
    except ValueError:
        raise Unanswered(Outcome.NAME_UNANSWERED, "The answer holds no address.") from None
    if not found:
        raise Unanswered(Outcome.NAME_UNKNOWN)
    return found


async def is_any_known(names: Iterable[str], resolve: Resolver) -> bool:
    """Whether any of these names resolves: none of them does when our own network is down."""
    for name in names:
        try:
            if await resolve(name, 443):
                return True
        except OSError:
            continue
    return False


@dataclass(slots=True)
class PinnedBackend(httpcore.AsyncNetworkBackend):
    """A network on which the name ``host`` has the given endpoints and no others, and no other name exists.

    ``through`` makes the connections; ``reached`` is the endpoint that took the last one.
    """

    host: str
    endpoints: tuple[Endpoint, ...]
    through: httpcore.AsyncNetworkBackend
    reached: Endpoint | None = field(default=None, init=False)

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first endpoint that takes it; raise `httpcore.ConnectError` as the last one does."""
        if host.strip("[]") != self.host:
            raise httpcore.ConnectError(f"{host} was not looked up")
        *others, last = self.endpoints
        for endpoint in others:
            try:
                return await self._connect(endpoint, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._connect(last, timeout, local_address, socket_options)

    async def _connect(
        self,
        endpoint: Endpoint,
        timeout: float | None,
        local_address: str | None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None,
    ) -> httpcore.AsyncNetworkStream:
        self.reached = endpoint
        address = str(endpoint.address)
        return await self.through.connect_tcp(address, endpoint.port, timeout, local_address, socket_options)

    async def sleep(self, seconds: float) -> None:
        """Wait, as the pool asks for between retries."""
        await self.through.sleep(seconds)
