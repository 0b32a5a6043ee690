"""Placing locations, and naming the areas that services serve."""

from typing import Any

import pytest

from directory.domain.codec import from_fields, to_fields
from directory.domain.parts import Address, ServiceArea
from directory.domain.places import Precision
from directory.domain.records import Kind, Location, LocationType, Service
from directory.geography import Gazetteer
from directory.intake.limits import MAX_DRAWN_AREA
from directory.intake.place import name_areas, place_all

VENUE, OFFICE = LocationType.PHYSICAL, LocationType.POSTAL


def placed(gazetteer: Gazetteer, location: Location) -> Location:
    fields = to_fields(location)
    place_all([fields], gazetteer)
    found = from_fields(Kind.LOCATION, fields)
    assert isinstance(found, Location)
    return found


def at(address: Address, kind: LocationType = VENUE, **stated: Any) -> Location:
    return Location(location_type=kind, addresses=(address,), **stated)


@pytest.mark.parametrize(
    ("address", "precision", "authority"),
    [
        (Address(postal_code="NE28 9ND"), Precision.POSTCODE, "E08000022"),
        (Address(postal_code="NE28 9"), Precision.SECTOR, "E08000022"),
        (Address(postal_code="NE28"), Precision.OUTCODE, "E08000022"),
        (Address(postal_code="BT1 5GS"), Precision.OUTCODE, "N09000003"),
        (Address(city="Wallsend"), Precision.PLACE, "E08000022"),
    ],
)
def test_a_place_is_as_precise_as_what_was_said(
    gazetteer: Gazetteer, address: Address, precision: Precision, authority: str
) -> None:
    found = placed(gazetteer, at(address))
    assert (found.precision, found.local_authority) == (precision, authority)
    assert found.latitude is not None
    assert found.radius_m is not None


@pytest.mark.parametrize(
    "address",
    [
        Address(),
        Address(postal_code="NE99 9ZZ"),
        Address(postal_code="JE2 3AB"),
        Address(city="Newport"),
        Address(city="Nowhere in particular"),
        Address(city="Wallsend", country="US"),
    ],
)
def test_what_nobody_knows_or_several_places_are_called_stays_unknown(gazetteer: Gazetteer, address: Address) -> None:
    found = placed(gazetteer, at(address))
    assert (found.latitude, found.longitude, found.precision) == (None, None, Precision.NONE)


@pytest.mark.parametrize(("kind", "precision"), [(VENUE, Precision.ADDRESS), (OFFICE, Precision.POSTCODE)])
@pytest.mark.parametrize("postcode", ["NE28 9ND", None])
def test_coordinates_of_a_source_are_kept_and_are_finer_for_a_venue(
    gazetteer: Gazetteer, kind: LocationType, precision: Precision, postcode: str | None
) -> None:
    found = placed(gazetteer, at(Address(postal_code=postcode), kind, latitude=55.012, longitude=-1.496))
    assert (found.latitude, found.longitude, found.precision) == (55.012, -1.496, precision)
    assert found.local_authority == "E08000022"


@pytest.mark.parametrize("stated", [{}, {"latitude": 55.012, "longitude": -1.496}])
def test_a_confidential_place_keeps_its_local_authority_alone(gazetteer: Gazetteer, stated: dict[str, Any]) -> None:
    refuge = at(
        Address(address_1="12 Invented Road", postal_code="NE28 9ND"),
        confidential=True,
        name="Refuge",
        description="Behind the church",
        transportation="Bus 1",
        **stated,
    )
    assert placed(gazetteer, refuge) == Location(location_type=VENUE, confidential=True, local_authority="E08000022")


@pytest.mark.parametrize(
    ("name", "extent_type", "extent"),
    [
        ("UK-wide", "uk", "uk"),
        ("Scotland", "nation", "Scotland"),
        ("NE28", "postcode", "NE28"),
        ("ne28 9", "postcode", "NE28 9"),
        ("Perth & Kinross", "local_authority", "S12000048"),
        ("The east end", None, None),
        ("London", None, None),
        ("Greater London", None, None),
        ("City of London", "local_authority", "E09000001"),
        ("London Borough of Camden", "local_authority", "E09000007"),
    ],
)
def test_an_area_said_by_name_gets_its_code(
    gazetteer: Gazetteer, name: str, extent_type: str | None, extent: str | None
) -> None:
    fields = to_fields(Service(organization_id="1", name="Lifts", service_areas=(ServiceArea(name=name),)))
    name_areas([fields], gazetteer)
    service = from_fields(Kind.SERVICE, fields)
    assert isinstance(service, Service)
    assert service.service_areas == (ServiceArea(name=name, extent=extent, extent_type=extent_type),)


def test_an_area_that_came_with_its_code_keeps_it(gazetteer: Gazetteer) -> None:
    area = ServiceArea(name="Here", extent="E08000022", extent_type="local_authority")
    fields = to_fields(Service(organization_id="1", name="Lifts", service_areas=(area,)))
    name_areas([fields], gazetteer)
    assert fields["service_areas"] == [{"name": "Here", "extent": "E08000022", "extent_type": "local_authority"}]


@pytest.mark.parametrize(("letters", "kept"), [(MAX_DRAWN_AREA, True), (MAX_DRAWN_AREA + 1, False)])
def test_a_drawing_that_is_too_large_leaves_the_name_alone(gazetteer: Gazetteer, letters: int, kept: bool) -> None:
    area = {"name": "Our patch", "extent": "x" * letters, "extent_type": "polygon"}
    fields: dict[str, Any] = {"service_areas": [area]}
    name_areas([fields], gazetteer)
    assert fields["service_areas"] == [area if kept else {"name": "Our patch"}]
