"""Living in an area: by code, by postcode, on the map, and as far as the home is known."""

import json

import pytest

from directory.domain.eligibility.areas import is_in
from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import Person
from directory.domain.places import Nation, Place, Point, Precision
from tests.directory.domain.eligibility.stated import home

NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES
EXACT, SECTOR, OUTCODE, TOWN = Precision.POSTCODE, Precision.SECTOR, Precision.OUTCODE, Precision.PLACE


def square(half_degrees: float, longitude: float = -1.5) -> str:
    """A square about a point at the latitude of the home: half a hundredth of a degree is about 560 m there."""
    west, east = longitude - half_degrees, longitude + half_degrees
    south, north = 55.0 - half_degrees, 55.0 + half_degrees
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return f"polygon:{json.dumps({'type': 'Polygon', 'coordinates': [ring]})}"


@pytest.mark.parametrize(
    ("area", "lives", "expected"),
    [
        ("uk:", home(), YES),
        ("nation:England", home(), YES),
        ("nation:Scotland", home(), NO),
        ("nation:England", home(nation=None), UNKNOWN),
        ("authority:E08000022", home(), YES),
        ("authority:E08000022", home(EXACT), YES),
        ("authority:E08000022", home(OUTCODE), UNKNOWN),
        ("authority:E08000022", home(TOWN), UNKNOWN),
        ("authority:E08000037", home(), UNKNOWN),
        ("authority:E08000037", home(EXACT), NO),
        ("authority:E10000016", home(EXACT), UNKNOWN),
        ("authority:S12000048", home(), NO),
        ("authority:S12000048", home(nation=None), UNKNOWN),
        ("authority:E08000037", home(OUTCODE), UNKNOWN),
        ("authority:E08000037", home(TOWN), UNKNOWN),
        ("authority:S12000048", home(OUTCODE), NO),
        ("authority:E10000016", home(), UNKNOWN),
        ("authority:E08000022", home(local_authority=None, nation=None), UNKNOWN),
        ("postcode:NE", home(), YES),
        ("postcode:N", home(), NO),
        ("postcode:NE28", home(), YES),
        ("postcode:NE2", home(), NO),
        ("postcode:NE28 9", home(), YES),
        ("postcode:NE28 8", home(), NO),
        ("postcode:NE28 9", home(EXACT), YES),
        ("postcode:NE28 8", home(EXACT), NO),
        ("postcode:NE28 9", home(OUTCODE), UNKNOWN),
        ("postcode:NE30 9", home(OUTCODE), NO),
        ("postcode:NE28", home(TOWN), UNKNOWN),
        ("postcode:NE28", home(outcode=None), UNKNOWN),
        ("words:the east end", home(), UNKNOWN),
        ("parish:Wallsend", home(), UNKNOWN),
    ],
)
def test_a_home_is_in_an_area_as_far_as_both_are_known(area: str, lives: Place, expected: Truth) -> None:
    assert is_in(area, Person(home=lives)) is expected


@pytest.mark.parametrize(
    "area", ["uk:", "nation:England", "authority:E08000022", "postcode:NE28", square(1), "words:Howdon"]
)
def test_where_somebody_lives_who_did_not_say_is_unknown(area: str) -> None:
    assert is_in(area, Person()) is UNKNOWN


@pytest.mark.parametrize("kind", ["practice", "pcn", "icb"])
def test_registration_is_by_code(kind: str) -> None:
    assert is_in(f"{kind}:A87001", Person()) is UNKNOWN
    assert is_in(f"{kind}:A87001", Person(practice="a87001", pcn="a87001", icb="a87001")) is YES
    assert is_in(f"{kind}:A87001", Person(practice="A87002", pcn="A87002", icb="A87002")) is NO


@pytest.mark.parametrize(
    ("area", "radius_m", "expected"),
    [
        (square(0.1), 1_000.0, YES),
        (square(0.1), 10_000.0, UNKNOWN),
        (square(0.005), 100.0, YES),
        (square(0.005), 1_000.0, UNKNOWN),
        (square(0.1, longitude=-3.5), 1_000.0, NO),
        (square(0.1, longitude=-1.61), 1_000.0, UNKNOWN),
        (square(0.1, longitude=-1.61), 500.0, NO),
        (square(0.1, longitude=-1.6), 0.0, YES),
    ],
)
def test_a_home_is_on_the_map_unless_its_radius_reaches_over_the_edge(
    area: str, radius_m: float, expected: Truth
) -> None:
    assert is_in(area, Person(home=home(radius_m=radius_m))) is expected


@pytest.mark.parametrize("drawn", ["", "{}", "nothing", '{"type": "Point", "coordinates": [-1.5, 55.0]}'])
def test_what_draws_no_area_leaves_it_unknown(drawn: str) -> None:
    assert is_in(f"polygon:{drawn}", Person(home=home())) is UNKNOWN


def test_a_home_in_the_corner_of_the_box_around_an_area_is_not_in_it() -> None:
    corner = {"type": "Polygon", "coordinates": [[[-1.6, 54.9], [-1.4, 54.9], [-1.6, 55.1], [-1.6, 54.9]]]}
    area = f"polygon:{json.dumps(corner)}"
    assert is_in(area, Person(home=home(point=Point(55.08, -1.42)))) is NO
    assert is_in(area, Person(home=home(point=Point(55.001, -1.501)))) is UNKNOWN
    assert is_in(area, Person(home=home(point=Point(54.92, -1.58)))) is YES


@pytest.mark.parametrize("point", [Point(90, 0), Point(-90, 180)])
def test_a_home_at_a_pole_is_not_here(point: Point) -> None:
    assert is_in(square(0.1), Person(home=home(point=point))) is NO


def test_an_irish_home_is_known_to_its_outcode() -> None:
    belfast = Place(
        label="BT1",
        point=Point(54.6, -5.93),
        precision=OUTCODE,
        radius_m=800.0,
        local_authority="N09000003",
        nation=Nation.NORTHERN_IRELAND,
        outcode="BT1",
    )
    assert is_in("authority:N09000003", Person(home=belfast)) is UNKNOWN
    assert is_in("postcode:BT", Person(home=belfast)) is YES
    assert is_in("authority:E08000022", Person(home=belfast)) is NO
