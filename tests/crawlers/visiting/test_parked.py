"""Parked domains are told by any two signs, and a small real page by none or one."""

import pytest

from crawlers.visiting.naming import Expected
from crawlers.visiting.outcome import Outcome
from crawlers.visiting.page import Page
from crawlers.visiting.parked import parked_signs
from crawlers.visiting.settings import read_settings
from tests.crawlers.visiting.site import Reply, page
from tests.crawlers.visiting.world import World

HOST = "elm-hall-lapsed.example"
HOME = f"http://{HOST}/"
AWAY = "".join(f'<a href="http://ads{number}.example.com/">Ads</a>' for number in range(7))
NEAR = '<a href="/a">A</a><a href="mailto:a@example.org">M</a><a href="http://example.org:port/">broken</a>'
SALE = "Buy this domain today."


@pytest.mark.parametrize(
    ("parked", "signs"),
    [
        (page("Welcome", "This domain is for sale.", AWAY), 2),
        (page(HOST, SALE), 2),
        (page(f"www.{HOST}".upper(), AWAY), 2),
        (page("Elm Hall", "Lunch."), 0),
        (page("Elm Hall", "Lunch.", AWAY), 1),
        (page("Elm Hall", "Lunch.", AWAY, NEAR * 6), 0),
        (page("Elm Hall", "Lunch.", AWAY, "word " * 150), 0),
        (page(HOST, "Lunch."), 1),
        (page("Elm Hall", "word " * 150, SALE), 0),
    ],
)
def test_signs_are_counted(parked: Reply, signs: int, world: World) -> None:
    world.server.add(HOST, {"/": parked})

    met = world.visit(HOME)

    assert met.outcome is (Outcome.PARKED if signs >= 2 else Outcome.OK)
    assert met.reason.count(";") == max(0, signs - 1)


def test_page_with_one_sign_that_any_path_and_any_name_show_is_parked(world: World) -> None:
    same = page(HOST, "Welcome to this place of which there is nothing more to say as yet.")
    world.server.add(HOST, otherwise=same)
    wildcard = world.server.add(f"*.{HOST}", otherwise=same)

    met = world.visit(HOME)

    assert (met.outcome, met.symbol, met.text) == (Outcome.PARKED, "gone", None)
    assert "any path and any name" in met.reason
    assert wildcard.asked


@pytest.mark.parametrize("has_wildcard", [True, False])
def test_site_that_shows_one_page_for_any_path_alone_is_not_parked(has_wildcard: bool, world: World) -> None:
    world.server.add(HOST, otherwise=page(HOST, "Lunch every Tuesday in the main hall at noon."))
    if has_wildcard:
        world.server.add(f"*.{HOST}", otherwise=page("Other", "Something quite different from that."))

    assert world.visit(HOME).outcome is Outcome.OK


def test_page_that_bears_the_phone_of_the_service_is_not_parked(world: World) -> None:
    world.server.add(HOST, {"/": page(HOST, "Ring 0191 498 0123", AWAY)})

    assert world.visit(HOME, Expected(phones=("0191 498 0123",))).outcome is Outcome.OK
    assert world.visit(HOME).outcome is Outcome.PARKED


def test_host_of_a_parking_service_is_a_sign() -> None:
    signs = parked_signs(Page(title="Sale"), "http://elm.parkingcrew.net/", read_settings())

    assert signs == ["its host is a parking service"]
