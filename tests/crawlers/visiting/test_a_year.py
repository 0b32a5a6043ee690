"""A site is played over a simulated year: it lives, falters, moves, lapses and is parked, and is visited politely."""

from itertools import pairwise

from crawlers.visiting.naming import Expected
from crawlers.visiting.outcome import Outcome
from crawlers.visiting.report import Visit
from tests.crawlers.visiting.site import page, redirect
from tests.crawlers.visiting.world import World

HOST = "elm-hall.example.org"
CLUB = Expected(name="Elm Hall Lunch Club")
LUNCH = page("Elm Hall Lunch Club", "Lunch every Tuesday at noon, with tea.", ETag='"march"')


def test_a_site_lives_moves_lapses_and_is_parked(world: World) -> None:
    site = world.server.add(HOST, {"/": LUNCH})
    moved = world.server.add("elm-hall.example.net", {"/": LUNCH})
    visits: list[Visit] = []

    for day in range(0, 360, 30):
        if day == 60:
            site.routes["/"] = page("Error", "Database connection failed.", status=500)
        if day == 90:
            site.routes["/"] = redirect("http://elm-hall.example.net/")
        if day == 180:
            moved.is_registered = False
        if day == 270:
            moved.is_registered = True
            moved.routes["/"] = page("elm-hall.example.net", "This domain is for sale.")
        previous = visits[-1].as_previous() if visits else None
        visits.append(world.visit(f"http://{HOST}/", CLUB, previous))
        world.clock.jump(days=30)

    assert [one.outcome for one in visits] == [
        *[Outcome.OK] * 2, Outcome.SERVER_ERROR, *[Outcome.MOVED] * 3, Outcome.NAME_UNKNOWN, *[Outcome.NAME_GONE] * 2,
        *[Outcome.PARKED] * 3,
    ]  # fmt: skip
    assert visits[3].proposed_url == "http://elm-hall.example.net/"
    asked = [record for record in world.log if record.address is not None]
    assert all((later.started_at - earlier.started_at).total_seconds() >= 5 for earlier, later in pairwise(asked))
