"""The small map of one place: what lies around it, nothing over its mark or out of the sheet."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from directory.domain.places import Precision
from directory.domain.records import Location, LocationType
from directory.geography import Gazetteer
from tests.conftest import compiled_geography
from web.search.map_part import Spot
from web.search.small_map import PAPER, SCREEN, Size, map_of, small_map


@pytest.fixture(scope="module")
def mapped(geography_cache: Path, mirror: Path) -> Gazetteer:
    """The places of the country with the lines between its wards."""
    return Gazetteer.open(compiled_geography(geography_cache, mirror / "geography"))


@pytest.mark.parametrize(("size", "town"), [(SCREEN, "Wallsend"), (PAPER, "Byker")])
def test_places_around_are_named_clear_of_the_mark_and_of_each_other(mapped: Gazetteer, size: Size, town: str) -> None:
    # South of the bridges, so that both towns lie around it.
    found = small_map(mapped, Spot(latitude=54.985, longitude=-1.575), size)

    assert found is not None
    assert town in {name.words for name in found.names}
    assert found.told.startswith("A map with the place in its middle, and around it: ")
    for name in found.names:
        assert 0 < name.x < size.width
        assert 0 < name.y < size.height
        assert abs(name.x - size.width / 2) > 20 or abs(name.y - size.height / 2) > 20
    for one, other in combinations(found.names, 2):
        assert (one.x, one.y) != (other.x, other.y)


def test_a_place_is_drawn_where_it_is(mapped: Gazetteer) -> None:
    found = small_map(mapped, Spot(latitude=54.985, longitude=-1.575), SCREEN)

    assert found is not None
    [wallsend] = [name for name in found.names if name.words == "Wallsend"]
    # It lies 1.6 miles east of there and half a mile north.
    assert abs((wallsend.x - SCREEN.width / 2) / SCREEN.mile - 1.6) < 0.2
    assert abs((SCREEN.height / 2 - wallsend.y) / SCREEN.mile - 0.4) < 0.2


def test_what_is_known_roughly_has_a_circle_of_that_size(mapped: Gazetteer) -> None:
    found = small_map(mapped, Spot(latitude=54.985, longitude=-1.575, about_m=1_609.344), SCREEN)

    assert found is not None
    assert found.about == SCREEN.mile
    assert found.key.startswith("It is somewhere in the circle.")


def test_where_there_are_no_lines_there_is_no_map(mapped: Gazetteer, gazetteer: Gazetteer) -> None:
    at_sea, in_town = Spot(latitude=56.5, longitude=-0.5), Spot(latitude=54.985, longitude=-1.575)

    assert small_map(mapped, at_sea, SCREEN) is None
    assert small_map(gazetteer, in_town, SCREEN) is None


def test_the_map_is_of_the_one_place_that_people_go_to(mapped: Gazetteer) -> None:
    hall = Location(location_type=LocationType.PHYSICAL, latitude=54.985, longitude=-1.575, precision=Precision.ADDRESS)
    office = replace(hall, location_type=LocationType.POSTAL)
    unplaced = replace(hall, latitude=None, longitude=None)

    def opened() -> Gazetteer:
        return mapped

    assert map_of(opened, [hall, office], SCREEN) == small_map(mapped, Spot(latitude=54.985, longitude=-1.575), SCREEN)
    for places in ([], [office], [hall, hall], [replace(hall, confidential=True)], [unplaced]):
        assert map_of(opened, places, SCREEN) is None
