"""The geopy face of the gazetteer, with the network shut."""

import pytest
from geopy.location import Location

from directory.geography import Gazetteer, SignpostGeocoder


@pytest.fixture(scope="module")
def geocoder(gazetteer: Gazetteer) -> SignpostGeocoder:
    return SignpostGeocoder(gazetteer)


def test_a_postcode_is_geocoded_with_its_precision(geocoder: SignpostGeocoder) -> None:
    location = geocoder.geocode("NE28 9ND")

    assert isinstance(location, Location)
    assert location.address == "NE28 9ND"
    assert (location.latitude, location.longitude) == pytest.approx((55.01179, -1.49559), abs=1e-4)
    assert location.raw == {
        "precision": "postcode",
        "radius_m": 100.0,
        "ended": False,
        "local_authority": "E08000022",
    }


def test_namesakes_come_when_more_than_one_is_asked_for(geocoder: SignpostGeocoder) -> None:
    locations = geocoder.geocode("Newport", exactly_one=False)

    assert isinstance(locations, list)
    assert len(locations) > 3
    assert locations[0].raw["precision"] == "place"


def test_what_is_unknown_is_none(geocoder: SignpostGeocoder) -> None:
    assert geocoder.geocode("JE2 3AB") is None
    assert geocoder.geocode("qqqqqqqqq", exactly_one=False) is None


def test_the_nearest_postcode_answers_for_a_point(geocoder: SignpostGeocoder) -> None:
    location = geocoder.reverse((55.011792, -1.495587))

    assert isinstance(location, Location)
    assert location.raw["local_authority"] == "E08000022"
    assert geocoder.reverse("55.011792, -1.495587", exactly_one=False) == [location]


def test_a_point_at_sea_or_unknown_is_none(geocoder: SignpostGeocoder) -> None:
    assert geocoder.reverse((55.0, 3.0)) is None
    assert geocoder.reverse((0, 0)) is None
