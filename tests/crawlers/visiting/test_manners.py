"""No host is asked faster or more than manners allow, by any number of tasks at once."""

import asyncio
import itertools
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.visiting.limits import BYTES_A_DAY, MOST_RETRY_AFTER_S, PAGES_A_DAY
from crawlers.visiting.manners import HostState, Manners, gap, has_opted_out, retry_after_s
from crawlers.visiting.naming import Expected
from crawlers.visiting.outcome import Outcome
from crawlers.visiting.visit import visit
from tests.crawlers.visiting.site import Asked, Reply, page
from tests.crawlers.visiting.world import START, World

HOST = "elm-hall.example.org"
HOME = f"http://{HOST}/"
ADDRESS = ["192.0.2.1"]


def test_no_host_and_no_address_is_asked_faster_than_its_limit_by_many_tasks_at_once(world: World) -> None:
    delays = {"elm": 0, "oak": 30, "ash": 90}
    for name, delay in delays.items():
        robots = Reply(body=f"User-agent: *\nCrawl-delay: {delay}".encode())

        def slow(asked: Asked, takes_s: float = delay / 10) -> Reply:
            world.clock.jump(seconds=takes_s)
            return page("Hall", "Lunch every Tuesday.")

        routes = {f"/{number}": slow for number in range(4)}
        world.server.add(f"{name}.example.org", {"/robots.txt": robots, **routes})

    async def visit_all() -> None:
        urls = [f"http://{name}.example.org/{number}" for number in range(4) for name in delays]
        await asyncio.gather(*(visit(world.client, url, Expected(), START) for url in urls))

    asyncio.run(visit_all())

    assert len(world.log) == 3 * (1 + 4 + 1)
    asked_of_host = defaultdict(list)
    for record in world.log:
        asked_of_host[record.host].append(record)
    for host, records in asked_of_host.items():
        for earlier, later in itertools.pairwise(records):
            apart = (later.started_at - earlier.started_at).total_seconds() - earlier.took_s
            assert apart >= max(5, min(delays[host.partition(".")[0]], 60), 10 * earlier.took_s) - 0.001
    by_time = sorted(world.log, key=lambda record: record.started_at)
    for earlier, later in itertools.pairwise(by_time):
        apart = (later.started_at - earlier.started_at).total_seconds() - earlier.took_s
        assert apart >= max(5, 10 * earlier.took_s) - 0.001  # they all share one address


@pytest.mark.parametrize(
    ("took_s", "crawl_delay_s", "expected"), [(0.1, 0, 5), (2, 0, 20), (0.1, 30, 30), (0.1, 600, 60), (20, 60, 200)]
)
def test_gap_is_the_longest_of_three(took_s: float, crawl_delay_s: float, expected: float) -> None:
    assert gap(took_s, crawl_delay_s) == expected


def test_twenty_requests_a_day_and_the_next_day_twenty_more(world: World) -> None:
    routes = {f"/{number}": page(f"Page {number}", f"This is page {number}.") for number in range(30)}
    site = world.server.add(HOST, {"/": page("Elm", "Lunch."), **routes})

    met = [world.visit(f"{HOME}{number}") for number in range(30)]
    first_day = len(site.asked)
    world.clock.jump(days=1)
    again = world.visit(f"{HOME}29")

    assert first_day == PAGES_A_DAY
    assert (met[-1].outcome, met[-1].symbol) == (Outcome.POSTPONED, None)
    assert met[-1].not_before == datetime(2026, 3, 3, tzinfo=UTC)
    assert again.outcome is Outcome.OK


def test_two_million_bytes_a_day_and_no_more(world: World) -> None:
    large = Reply(body=b"<p>" + b"a " * 400_000, headers={"Content-Type": "text/html"})
    site = world.server.add(HOST, {"/": large, "/tea": large, "/cake": large, "/pie": large})

    met = [world.visit(f"{HOME}{path}").outcome for path in ("", "", "", "")]

    assert met[0] is met[1] is Outcome.OK
    assert met[2] is met[3] is Outcome.POSTPONED
    assert sum(record.bytes for record in world.log) <= BYTES_A_DAY
    assert site.paths.count("/") == 4


def test_retry_after_is_honoured_and_bounded(world: World) -> None:
    busy = page("Busy", "Later, please.", status=429, Retry_After="3600")
    site = world.server.add(HOST, {"/": busy})

    first = world.visit(HOME)
    site.routes["/"] = page("Elm", "Lunch.")
    soon = world.visit(HOME)
    world.clock.jump(hours=1)
    later = world.visit(HOME)

    assert (first.outcome, first.symbol) == (Outcome.TOO_BUSY, None)
    assert soon.outcome is Outcome.POSTPONED
    assert soon.not_before == START + timedelta(seconds=3605)
    assert later.outcome is Outcome.OK


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0), (" 120 ", 120.0), (format_datetime(START + timedelta(minutes=5), usegmt=True), 300.0),
        (format_datetime(START - timedelta(minutes=5), usegmt=True), 0.0), ("9" * 40, MOST_RETRY_AFTER_S),
        ("Mon, 02 Mar 2026 09:01:00 -0000", 60.0), ("soon", 0.0), ("-5", 0.0), ("", 0.0), (None, 0.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", MOST_RETRY_AFTER_S),
    ],
)  # fmt: skip
def test_retry_after_is_read_as_seconds_or_as_a_date(header: str | None, seconds: float) -> None:
    assert retry_after_s(header, START) == seconds


@given(st.text())
def test_any_retry_after_is_within_bounds(header: str) -> None:
    assert 0.0 <= retry_after_s(header, START) <= MOST_RETRY_AFTER_S


def test_states_handed_in_again_go_on_where_they_were() -> None:
    manners = Manners()
    manners.asked(HOST, ADDRESS, START, took_s=1.0, travelled=700, crawl_delay_s=20)

    again = Manners(manners.states())

    assert again.states() == manners.states()
    assert again.free_at(HOST, ADDRESS, START) == START + timedelta(seconds=20)
    assert again.state(HOST, START) == HostState(
        host=HOST, not_before=START + timedelta(seconds=20), day=START.date(), pages=1, bytes=700
    )


def test_hosts_of_one_address_share_its_gap() -> None:
    manners = Manners()
    manners.asked(HOST, ADDRESS, START, took_s=0.1, travelled=1, retry_after_s=600)

    assert manners.free_at("oak.example.org", ADDRESS, START) == START + timedelta(seconds=5)
    assert manners.free_at("oak.example.org", ["192.0.2.2"], START) == START


def test_a_worker_that_starts_again_keeps_its_manners(world: World) -> None:
    world.server.add(HOST, {"/": page("Elm", "Lunch.")})
    world.visit(HOME)

    restarted = world.new_client(states=world.client.manners.states())
    asyncio.run(visit(restarted, HOME, Expected(), world.clock.now()))

    gaps = [b.started_at - a.started_at for a, b in zip(world.log, world.log[1:], strict=False)]
    assert len(gaps) == 3
    assert min(gaps) >= timedelta(seconds=5)


@pytest.mark.parametrize(
    ("host", "has"),
    [("example.org", True), ("a.b.example.org", True), ("example.com", False), ("anexample.org", False)],
)
def test_opting_out_covers_the_names_below(host: str, has: bool) -> None:
    assert has_opted_out(host, {"example.org"}) is has
