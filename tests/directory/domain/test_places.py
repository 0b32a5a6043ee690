"""Points, distances and how precisely they are said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.errors import InvalidValue
from directory.domain.places import Nation, Point, Precision, rounded_distance_m

WALLSEND = Point(54.9911, -1.5341)
LEEDS = Point(53.7996, -1.5492)

points = st.builds(
    Point,
    st.floats(min_value=49, max_value=61),
    st.floats(min_value=-9, max_value=2).filter(lambda degrees: degrees != 0),
)


def test_a_known_distance_is_right_to_a_third_of_a_per_cent() -> None:
    # 132,553 m on the WGS 84 ellipsoid.
    assert WALLSEND.distance_m(LEEDS) == pytest.approx(132_553, rel=0.0035)


@given(points, points)
def test_distance_is_the_same_both_ways_and_never_negative(one: Point, other: Point) -> None:
    assert one.distance_m(other) == pytest.approx(other.distance_m(one), abs=1e-6)
    assert one.distance_m(one) == 0 <= one.distance_m(other)


@pytest.mark.parametrize(("latitude", "longitude"), [(0, 0), (91, 0), (55, 181), (float("nan"), 1)])
def test_a_point_that_is_nowhere_is_refused(latitude: float, longitude: float) -> None:
    with pytest.raises(InvalidValue):
        Point(latitude, longitude)


@pytest.mark.parametrize(
    ("metres", "precision", "shown"),
    [
        (1234.0, Precision.POSTCODE, 1230.0),
        (1234.0, Precision.OUTCODE, 1000.0),
        (5_102.7, Precision.OUTCODE, 5_000.0),
        (12_340.0, Precision.PLACE, 12_000.0),
        (47_900.0, Precision.PLACE, 48_000.0),
        (3210.0, Precision.SECTOR, 3000.0),
    ],
)
def test_distances_are_rounded_to_what_is_known(metres: float, precision: Precision, shown: float) -> None:
    assert rounded_distance_m(metres, precision) == pytest.approx(shown)
    assert precision.is_about == (precision is not Precision.POSTCODE)


def test_the_first_letter_of_an_area_code_tells_the_nation() -> None:
    found = [Nation.of_area(code) for code in ("E08000022", "N09000003", "S12000033", "W06000015", "L99999999", "")]
    assert found == [Nation.ENGLAND, Nation.NORTHERN_IRELAND, Nation.SCOTLAND, Nation.WALES, None, None]
