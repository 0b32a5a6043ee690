"""Robots rules are read before anything else, once a day, and obeyed."""

import itertools
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.visiting.outcome import Outcome
from crawlers.visiting.robots import Rules, is_noindex
from tests.crawlers.visiting.site import Reply, page, redirect
from tests.crawlers.visiting.world import World

AT = datetime(2026, 3, 2, tzinfo=UTC)
HOST = "elm-hall.example.org"
HOME = f"http://{HOST}/"
LUNCH = page("Elm Hall", "Lunch every Tuesday.")


def rules(text: str, status: int = 200) -> Reply:
    return Reply(status=status, body=text.encode(), headers={"Content-Type": "text/plain"})


@pytest.mark.parametrize(
    ("robots", "outcome"),
    [
        (rules("User-agent: *\nDisallow: /"), Outcome.ROBOTS_REFUSED),
        (rules("User-agent: signpost\nDisallow: /"), Outcome.ROBOTS_REFUSED),
        (rules("User-agent: Signpost/0.1\nDisallow: /\nUser-agent: *\nAllow: /"), Outcome.OK),
        (rules("User-agent: otherbot\nDisallow: /"), Outcome.OK),
        (rules("User-agent: *\nDisallow: /private"), Outcome.OK),
        (rules("\ufeffUser-agent: *\nDisallow: /"), Outcome.ROBOTS_REFUSED),
        (rules("no rules at all"), Outcome.OK),
        (rules("", 404), Outcome.OK),
        (rules("User-agent: *\nDisallow: /", 403), Outcome.OK),
        (rules("", 500), Outcome.ROBOTS_FAILED),
        (rules("", 503), Outcome.ROBOTS_FAILED),
        (rules("#" * 600_000), Outcome.ROBOTS_FAILED),
        (redirect("http://127.0.0.1/robots.txt"), Outcome.ROBOTS_FAILED),
        (redirect("/robots.txt"), Outcome.OK),
        (redirect("http://lapsed.example.com/robots.txt"), Outcome.ROBOTS_FAILED),
        (redirect("http://rules.example.net/elm"), Outcome.ROBOTS_REFUSED),
    ],
)
def test_robots_rules_decide_whether_the_page_is_asked_for(robots: Reply, outcome: Outcome, world: World) -> None:
    world.server.add("rules.example.net", {"/elm": rules("User-agent: *\nDisallow: /")})
    site = world.server.add(HOST, {"/robots.txt": robots, "/": LUNCH})

    met = world.visit(HOME)

    assert met.outcome is outcome
    assert ("/" in site.paths) is (outcome is Outcome.OK)
    assert site.paths[0] == "/robots.txt"


def test_robots_rules_are_read_once_a_day(world: World) -> None:
    site = world.server.add(HOST, {"/": LUNCH})

    for _ in range(3):
        world.visit(HOME)
        world.clock.jump(hours=10)
    world.visit(HOME)

    assert site.paths.count("/robots.txt") == 2
    assert site.paths.count("/") == 4


def test_robots_rules_of_the_site_that_a_redirect_leads_to_are_obeyed(world: World) -> None:
    world.server.add(HOST, {"/": redirect("http://oak-hall.example.com/")})
    oak = world.server.add("oak-hall.example.com", {"/robots.txt": rules("User-agent: *\nDisallow: /"), "/": LUNCH})

    met = world.visit(HOME)

    assert (met.outcome, met.final_url) == (Outcome.ROBOTS_REFUSED, "http://oak-hall.example.com/")
    assert oak.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    ("asked", "honoured"), [("30", 30.0), ("2.5", 2.5), ("3600", 60.0), ("junk", 0.0), ("-1", 0.0)]
)
def test_crawl_delay_is_honoured_up_to_a_minute(asked: str, honoured: float) -> None:
    read = Rules.of(200, f"User-agent: *\nCrawl-delay: {asked}".encode(), AT)

    assert read.crawl_delay_s == honoured


def test_crawl_delay_holds_from_the_very_first_page(world: World) -> None:
    world.server.add(HOST, {"/robots.txt": rules("User-agent: *\nCrawl-delay: 40"), "/": LUNCH, "/tea": LUNCH})

    world.visit(HOME)
    world.visit(f"{HOME}tea")

    starts = [record.started_at for record in world.log]
    assert all((later - earlier).total_seconds() >= 40 for earlier, later in itertools.pairwise(starts))


@given(st.binary(max_size=500))
def test_junk_for_rules_neither_raises_nor_slows_past_the_limit(junk: bytes) -> None:
    read = Rules.of(200, b"User-agent: *\n" + junk, AT)

    assert read.allow(HOME) in (True, False)
    assert 0 <= read.crawl_delay_s <= 60


@pytest.mark.parametrize(
    ("directives", "hides"),
    [
        ("noindex", True), ("NOINDEX, nofollow", True), ("none", True), ("signpost: noindex", True),
        ("nofollow, noindex", True), ("otherbot: noindex", False), ("otherbot: nofollow, noindex", False),
        ("otherbot: noindex, signpost: none", True), ("nofollow", False), ("", False), ("max-snippet: 0", False),
        ("unavailable_after: 25 Jun 2026 15:00:00 GMT, noindex", True),
    ],
)  # fmt: skip
def test_directives_that_ask_not_to_be_shown(directives: str, hides: bool) -> None:
    assert is_noindex(directives) is hides
