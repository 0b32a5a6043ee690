"""A name is looked up once for a connection, judged whole, and cannot be exchanged for another address afterwards."""

import asyncio
from collections.abc import Iterable
from ipaddress import ip_address
from typing import Any

import httpcore
import pytest

from crawlers.visiting.address import Allowance, Endpoint, read_url
from crawlers.visiting.exchange import Caps
from crawlers.visiting.network import PinnedBackend, is_any_known, look_up, system_resolver
from crawlers.visiting.outcome import Outcome, Unanswered
from tests.crawlers.visiting.site import page, redirect
from tests.crawlers.visiting.world import World

HOST = "elm-hall.example.org"
HOME = f"http://{HOST}/"


class Diverting(httpcore.AsyncNetworkBackend):
    """The open net as a test may have it: it notes where a connection goes, and makes it to a loopback port."""

    def __init__(self, port: int, refused: Iterable[str] = ()) -> None:
        self.port = port
        self.refused = set(refused)
        self.connected: list[tuple[str, int]] = []
        self.through = httpcore.AnyIOBackend()

    async def connect_tcp(self, host: str, port: int, *settings: Any, **more: Any) -> httpcore.AsyncNetworkStream:
        self.connected.append((host, port))
        if host in self.refused:
            raise httpcore.ConnectError("unreachable")
        return await self.through.connect_tcp("127.0.0.1", self.port)


def test_name_that_turns_to_loopback_on_a_second_look_up_is_looked_up_once_for_a_connection(world: World) -> None:
    answers = iter([[("93.184.216.34", 80)], [("93.184.216.34", 80)], [("127.0.0.1", 80)]])
    site = world.server.add(
        HOST, {"/": page("Elm", "Lunch."), "/tea": page("Tea", "Tea.")}, answers=lambda: next(answers)
    )
    net = Diverting(world.server.ports[80])
    client = world.new_client(through=net)

    met = asyncio.run(client.get(HOME))

    assert met.status == 200
    assert net.connected == [("93.184.216.34", 80), ("93.184.216.34", 80)]
    assert site.looked_up == 2  # one connection for the robots rules, one for the page
    assert site.asked[-1].headers["Host"] == HOST
    with pytest.raises(Unanswered) as refused:
        asyncio.run(client.get(f"{HOME}tea"))
    assert refused.value.outcome is Outcome.ADDRESS_REFUSED
    assert len(net.connected) == 2


def test_name_with_one_address_that_may_not_be_asked_is_refused_whole(world: World) -> None:
    world.server.add(HOST, {}, answers=lambda: [("93.184.216.34", 80), ("10.0.0.1", 80)])
    net = Diverting(world.server.ports[80])

    assert world.visit(HOME, through=net).outcome is Outcome.ADDRESS_REFUSED
    assert net.connected == []


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "::1", "::ffff:10.0.0.1", "169.254.169.254", "fe80::1%2", "100.64.0.1"]
)
def test_name_that_leads_to_an_inner_address_is_refused(address: str, world: World) -> None:
    world.server.add(HOST, {}, answers=lambda: [(address, 80)])

    assert world.visit(HOME).outcome is Outcome.ADDRESS_REFUSED


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1/", "http://[::1]/", "http://0x7f000001/", "http://inner.example.org/", "file:///etc/passwd",
           "http://elm-hall.example.org:22/", "http://a:b@elm-hall.example.org/", "gopher://x/", "http://example.org:port/"]
)  # fmt: skip
def test_redirect_to_what_may_not_be_asked_is_not_followed(to: str, world: World) -> None:
    world.server.add("inner.example.org", {}, answers=lambda: [("127.0.0.1", 80)])
    site = world.server.add(HOST, {"/": redirect(to)})

    met = world.visit(HOME)

    assert (met.outcome, met.symbol) == (Outcome.ADDRESS_REFUSED, None)
    assert site.paths == ["/robots.txt", "/"]


def test_second_address_is_tried_when_the_first_takes_no_connection(world: World) -> None:
    world.server.add(HOST, {"/": page("Elm", "Lunch.")}, answers=lambda: [("2a00:1450::1", 80), ("93.184.216.34", 80)])
    net = Diverting(world.server.ports[80], refused=["93.184.216.34"])

    assert world.visit(HOME, through=net).outcome is Outcome.OK
    assert net.connected[:2] == [("93.184.216.34", 80), ("2a00:1450::1", 80)]
    assert world.log[-1].address == "2a00:1450::1"


def test_host_that_no_connection_reaches_is_a_failure(world: World) -> None:
    world.server.add(HOST, {}, answers=lambda: [("93.184.216.34", 80)])
    net = Diverting(world.server.ports[80], refused=["93.184.216.34"])

    assert world.visit(HOME, through=net).outcome is Outcome.UNREACHABLE


def test_at_most_one_address_of_each_family_is_tried_those_of_ipv4_first() -> None:
    async def resolve(host: str, port: int) -> list[tuple[str, int]]:
        return [("2a00:1450::1", port), ("2a00:1450::2", port), ("8.8.8.8", port), ("8.8.4.4", port)]

    found = asyncio.run(look_up(read_url(HOME), resolve, Allowance()))

    assert [str(endpoint.address) for endpoint in found] == ["8.8.8.8", "2a00:1450::1"]


def test_pinned_network_knows_no_other_name() -> None:
    backend = PinnedBackend(HOST, (Endpoint(ip_address("8.8.8.8"), 80),), Diverting(1))

    with pytest.raises(httpcore.ConnectError, match="not looked up"):
        asyncio.run(backend.connect_tcp("other.example.org", 80))


def test_system_says_what_localhost_is() -> None:
    found = asyncio.run(system_resolver("localhost", 80))

    assert {address for address, _ in found} <= {"127.0.0.1", "::1"}
    assert {port for _, port in found} == {80}


def test_names_that_have_no_address_do_not_show_that_we_are_online(world: World) -> None:
    world.server.add("one.example.org", answers=list)
    world.server.add("two.example.org")

    assert not asyncio.run(is_any_known(["one.example.org", "none.example.org"], world.server.resolve))
    assert asyncio.run(is_any_known(["one.example.org", "two.example.org"], world.server.resolve))


def test_pinned_network_waits_as_the_one_beneath_does() -> None:
    asyncio.run(PinnedBackend(HOST, (), httpcore.AnyIOBackend()).sleep(0))


def test_look_up_that_never_ends_is_a_failure(world: World) -> None:
    async def resolve(host: str, port: int) -> list[tuple[str, int]]:
        if host == HOST:
            await asyncio.Event().wait()
        return [("192.0.2.1", port)]

    met = world.visit(HOME, resolve=resolve, caps=Caps(total_s=0.05))

    assert (met.outcome, met.symbol) == (Outcome.NAME_UNANSWERED, "fail")
    assert world.log[-1].failure is Outcome.NAME_UNANSWERED
