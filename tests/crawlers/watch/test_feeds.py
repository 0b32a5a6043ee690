"""Feeds and calendars that pages name are watched: what has a day is a sign of life, and trouble is told."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from directory.domain.records import Channel
from directory.queries.watching import feeds_in_trouble
from tests.crawlers.visiting.site import Reply, Site, page
from tests.crawlers.watch.world import WatchWorld, group, service_id
from tests.directory.said import FIRST_DAY

ELM = "http://elm.example.org/"
CLUB = "Elm Lunch Club"
RSS = '<link rel="alternate" type="application/rss+xml" title="{title}" href="{url}">'
POSTS = RSS.format(title="Elm Lunch Club", url="/feed.xml")
COMMENTS = RSS.format(title="Comments on Elm Lunch Club", url="/comments/feed.xml")
CALENDAR = '<link rel="alternate" type="text/calendar" href="/club.ics">'
TODAY = FIRST_DAY.date()


def rss(days: Sequence[date]) -> Reply:
    items = "".join(f"<item><title>Lunch</title><pubDate>{day:%d %b %Y} 10:00 GMT</pubDate></item>" for day in days)
    body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Elm</title>{items}</channel></rss>'
    return Reply(body=body.encode(), headers={"Content-Type": "application/rss+xml"})


def calendar(*lines: str, stamp: str = "20260101T090000Z") -> Reply:
    event = ("BEGIN:VEVENT", "UID:1", f"DTSTAMP:{stamp}", "SUMMARY:Lunch", *lines, "END:VEVENT")
    body = "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *event, "END:VCALENDAR", ""))
    return Reply(body=body.encode(), headers={"Content-Type": "text/calendar"})


@pytest.fixture
def site(world: WatchWorld) -> Site:
    """A group whose page names a feed of posts, one of comments, and a calendar."""
    world.catalogue(group("elm", CLUB, ELM))
    return world.server.add(
        "elm.example.org",
        {
            "/": page(CLUB, f"{CLUB} meets for lunch.", head=POSTS + COMMENTS + CALENDAR),
            "/feed.xml": rss([TODAY - timedelta(days=days) for days in (1, 8, 15)]),
            "/comments/feed.xml": rss([TODAY]),
            "/club.ics": calendar("DTSTART;VALUE=DATE:20260106", "RRULE:FREQ=WEEKLY"),
        },
    )


def days(world: WatchWorld, symbol: str) -> list[date]:
    return [one.on for one in world.seen("elm", Channel.EVENT) if one.symbol == symbol]


def both_rounds(world: WatchWorld) -> None:
    """The page, and then the feeds that it names."""
    world.round()
    world.round(minutes=15)


def test_feeds_of_a_page_are_watched_but_for_what_visitors_write(world: WatchWorld, site: Site) -> None:
    both_rounds(world)

    assert {url for url, known in world.pages().items() if known.kind == "feed"} == {f"{ELM}feed.xml", f"{ELM}club.ics"}
    assert "/comments/feed.xml" not in site.paths


def test_posts_are_signs_of_life_on_their_own_days(world: WatchWorld, site: Site) -> None:
    both_rounds(world)

    assert days(world, "post") == [TODAY - timedelta(days=days) for days in (15, 8, 1)]
    assert world.symbols("elm") == ["ok"]  # a feed that works says nothing more of the site


def test_a_recurring_event_nobody_touches_is_a_sign_of_life_for_some_weeks_only(world: WatchWorld, site: Site) -> None:
    both_rounds(world)
    first = days(world, "event")

    world.watch.once(service_id("elm"))
    for later in range(4):
        site.routes["/club.ics"] = calendar(
            "DTSTART;VALUE=DATE:20260106", "RRULE:FREQ=WEEKLY", stamp=f"2026{later + 2:02}01T090000Z"
        )
        world.round(days=30)

    assert first == [date(2026, 1, 6) + timedelta(weeks=week) for week in range(10)]
    assert days(world, "event") == first


def test_an_event_that_somebody_adds_is_news(world: WatchWorld, site: Site) -> None:
    both_rounds(world)
    before = days(world, "event")

    site.routes["/club.ics"] = calendar("DTSTART;VALUE=DATE:20260701")
    world.round(days=30)

    assert set(days(world, "event")) - set(before) == {date(2026, 7, 1)}


def test_events_that_are_called_off_are_no_sign_of_life(world: WatchWorld, site: Site) -> None:
    site.routes["/club.ics"] = calendar("DTSTART;VALUE=DATE:20260106", "STATUS:CANCELLED")

    both_rounds(world)

    assert days(world, "event") == []


def test_events_in_a_pages_own_data_count(world: WatchWorld, site: Site) -> None:
    said = '{"@context": "https://schema.org", "@type": "Event", "name": "Fair", "startDate": "2026-03-01"}'
    site.routes["/"] = page(CLUB, "Lunch.", head=f'<script type="application/ld+json">{said}</script>')

    world.round()

    assert days(world, "event") == [date(2026, 3, 1)]


def test_a_feed_that_several_services_share_says_nothing_of_each(world: WatchWorld, site: Site) -> None:
    world.server.add("oak.example.org", {"/": page("Oak", "Oak.", head=RSS.format(title="Elm", url=f"{ELM}feed.xml"))})
    world.catalogue(group("elm", CLUB, ELM), group("oak", "Oak Choir", "http://oak.example.org/"))

    both_rounds(world)

    assert days(world, "post") == []


def test_a_feed_that_the_page_names_no_longer_is_let_go(world: WatchWorld, site: Site) -> None:
    both_rounds(world)
    site.routes["/"] = page(CLUB, f"{CLUB} meets for lunch.")
    world.round(days=9)
    asked = site.paths.count("/feed.xml")

    world.round(days=61)

    assert site.paths.count("/feed.xml") == asked


def test_a_feed_with_nothing_new_for_long_is_silent(world: WatchWorld, site: Site) -> None:
    both_rounds(world)
    assert feeds_in_trouble(world.database) == []

    world.rounds(200)

    [silent] = feeds_in_trouble(world.database)
    assert (silent.url, silent.health, silent.service_ids) == (f"{ELM}feed.xml", "silent", (service_id("elm"),))
    assert "31 December 2025" in silent.sentence


def test_a_feed_that_fails_is_in_trouble_from_the_second_look_on(world: WatchWorld, site: Site) -> None:
    both_rounds(world)
    del site.routes["/feed.xml"]

    world.round(days=9)
    after_one = feeds_in_trouble(world.database)
    world.round(hours=1)

    [failing] = feeds_in_trouble(world.database)
    assert after_one == []
    assert (failing.url, failing.health) == (f"{ELM}feed.xml", "failing")
    assert failing.sentence == "The page is not there any more, though the site is."


def test_a_feed_that_has_lost_all_it_had_is_emptied(world: WatchWorld, site: Site) -> None:
    both_rounds(world)

    site.routes["/feed.xml"] = rss([])
    world.round(days=9)

    assert [one.health for one in feeds_in_trouble(world.database)] == ["emptied"]


def test_a_feed_that_is_no_feed_any_more_fails(world: WatchWorld, site: Site) -> None:
    both_rounds(world)

    site.routes["/feed.xml"] = page("Elm", "Our feed has moved.")
    world.round(days=9)

    assert [one.health for one in feeds_in_trouble(world.database)] == ["failing"]


def test_what_robots_rules_say_of_a_feed_is_not_its_trouble(world: WatchWorld, site: Site) -> None:
    site.routes["/robots.txt"] = Reply(body=b"User-agent: *\nDisallow: /feed.xml\n")

    both_rounds(world)

    assert world.page(f"{ELM}feed.xml").outcome == "robots_refused"
    assert feeds_in_trouble(world.database) == []
