"""The map beside results: what has a place on it, what has none, and what it asks of other hosts."""

import re

import pytest
from flask.testing import FlaskClient

from directory.domain.entries import EntryPlace
from directory.domain.errors import InvalidValue
from directory.domain.home import Home
from directory.domain.places import Place, Point, Precision
from directory.domain.records import LocationType
from tests.web import world
from tests.web.made import an_entry
from web.app import create_app
from web.config import Config, Tiles
from web.search.map_part import Spot, map_part, spot_of
from web.wiring import Rooms

HALL = Point(54.990001, -1.53)


def a_venue(kind: LocationType = LocationType.PHYSICAL, precision: Precision = Precision.POSTCODE) -> EntryPlace:
    return EntryPlace(location_type=kind, point=HALL, precision=precision)


def test_a_venue_has_a_spot_to_the_metre() -> None:
    assert spot_of(an_entry(places=(a_venue(),)), None) == Spot(latitude=54.99, longitude=-1.53)


def test_a_place_that_is_roughly_known_has_a_circle() -> None:
    rough = a_venue(precision=Precision.OUTCODE)

    spot = spot_of(an_entry(places=(rough,)), rough)

    assert spot is not None
    assert spot.about_m == 3_000


@pytest.mark.parametrize("kind", [LocationType.POSTAL, LocationType.VIRTUAL])
def test_where_nobody_goes_has_no_spot(kind: LocationType) -> None:
    place = a_venue(kind)

    assert spot_of(an_entry(places=(place,)), place) is None
    assert spot_of(an_entry(places=(place,)), None) is None


def test_what_is_nowhere_has_no_spot() -> None:
    assert spot_of(an_entry(places=()), None) is None
    assert spot_of(an_entry(places=(a_venue(precision=Precision.NONE),)), None) is None


def test_cards_without_a_spot_are_named_with_their_numbers() -> None:
    spot = Spot(latitude=54.99, longitude=-1.53)

    part = map_part(None, [("Choir", spot), ("Telephone choir", None)], 21)

    assert part.is_worth_drawing
    assert part.middle is None
    assert part.unplaced == ((22, "Telephone choir"),)
    assert not map_part(None, [("Telephone choir", None)], 1).is_worth_drawing


def test_pins_that_are_one_are_told_as_many_as_there_may_be() -> None:
    spot = Spot(latitude=55.0, longitude=-1.5)

    assert map_part(None, [("Choir", spot)] * 3, 1).together == (
        "2 services close together: {numbers}. Zoom in.",
        "3 services close together: {numbers}. Zoom in.",
    )


@pytest.mark.parametrize(("precision", "about_m"), [(Precision.POSTCODE, None), (Precision.PLACE, 1_500)])
def test_the_middle_is_a_circle_where_it_is_rough(precision: Precision, about_m: float | None) -> None:
    near = Place(label="Wallsend", point=HALL, precision=precision, radius_m=1_500)

    middle = map_part(near, [], 1).middle

    assert middle is not None
    assert middle.about_m == about_m


def test_cards_tell_the_number_place_and_trust_of_their_pin(client: FlaskClient) -> None:
    page = client.get("/search?q=ukulele&near=NE28+9ND").text

    assert re.search(r'id="card-1" data-number="1" data-lat="55.01\d+" data-lon="-1.49\d+" data-trust="ok"', page)
    assert re.search(r'<section class="sp-mapcol" id="map-part" aria-labelledby="map-title" hidden', page)


def test_a_confidential_service_is_on_no_map(client: FlaskClient) -> None:
    page = client.get("/search?q=haven+refuge&near=NE28+9ND").text

    assert world.REFUGE in page
    card = page[page.index('id="card-1"') : page.index(world.REFUGE)]
    assert "data-lat" not in card


def test_a_list_without_venues_has_no_map(client: FlaskClient) -> None:
    assert "map-part" not in client.get("/search?q=telephone+choir&how=phone&source=nowhere").text


def test_pages_ask_a_host_for_tiles_only_where_a_setting_names_it(filled_home: Home) -> None:
    tiles = Tiles.of(
        {
            "SIGNPOST_TILES": "https://tiles.example.org/{z}/{x}/{y}.png",
            "SIGNPOST_TILES_ATTRIBUTION": "Example Maps",
        }
    )
    rooms = Rooms(filled_home, now=lambda: world.NOW)
    answer = create_app(Config(home=filled_home, tiles=tiles), rooms).test_client().get("/search?q=choir&near=NE28")
    rooms.database().close()

    assert "img-src 'self' https://tiles.example.org;" in answer.headers["Content-Security-Policy"]
    assert 'data-tiles="https://tiles.example.org/{z}/{x}/{y}.png" data-tiles-attribution="Example Maps"' in answer.text
    assert Config.of({}).tiles is None


@pytest.mark.parametrize(
    ("address", "attribution"),
    [
        ("http://tiles.example.org/{z}/{x}/{y}.png", "Example Maps"),
        ("https://tiles.example.org/{z}/{x}.png", "Example Maps"),
        ("https://a.example.org;script-src */{z}/{x}/{y}", "Example Maps"),
        ("https://tiles.example.org/{z}/{x}/{y}.png", ""),
    ],
)
def test_tiles_of_no_clear_host_or_owner_are_refused(address: str, attribution: str) -> None:
    with pytest.raises(InvalidValue):
        Tiles(address=address, attribution=attribution)
