"""The settings of visiting are whole, and say who visits."""

import asyncio
from datetime import UTC, datetime, timedelta

from crawlers.visiting.clock import SystemClock
from crawlers.visiting.settings import read_settings
from tests.crawlers.visiting.site import page
from tests.crawlers.visiting.world import World


def test_word_lists_are_in_lower_case_so_that_they_are_met() -> None:
    settings = read_settings()

    words = [*settings.parking_words, *settings.challenge_words, *settings.parking_hosts, *settings.opted_out]
    assert [word for word in words if word != word.lower().strip()] == []
    assert len(set(settings.parking_words)) == len(settings.parking_words)


def test_every_request_says_who_asks_and_where_to_read_of_it_and_carries_no_cookie(world: World) -> None:
    reply = page("Elm Hall", "Lunch.", Set_Cookie="who=me; Path=/")
    site = world.server.add("elm-hall.example.org", {"/": reply, "/tea": reply})

    world.visit("http://elm-hall.example.org/")
    world.visit("http://elm-hall.example.org/tea")

    for asked in site.asked:
        assert asked.headers["User-Agent"].startswith("Signpost/")
        assert asked.headers["User-Agent"].endswith(f" (+{world.settings.contact_url})")
        assert "Cookie" not in asked.headers


def test_clock_of_the_machine_tells_the_time_and_waits() -> None:
    clock = SystemClock()

    asyncio.run(clock.sleep(0))

    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)
