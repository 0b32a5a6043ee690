"""A change that a person accepts sets the right fields of the right record, or says why it cannot."""

from dataclasses import replace
from typing import Any

import pytest

from directory.domain.corrections import NO_END, Correction, Field, Held, correction
from directory.domain.errors import Refused
from directory.domain.parts import Schedule
from directory.domain.records import Kind, Location, LocationType, Service, ServiceAtLocation

HALL = Location(location_type=LocationType.PHYSICAL)
OFFICE = Location(location_type=LocationType.POSTAL)
HELD = Held(
    service_id="choir",
    service=Service(organization_id="trust", name="Choir"),
    at_locations={"at hall": ServiceAtLocation(service_id="choir", location_id="hall")},
    locations={"hall": HALL, "office": OFFICE},
)
TUESDAYS = (Schedule(description="Tuesdays"),)


def timed(*keys: str) -> dict[str, ServiceAtLocation]:
    return {key: ServiceAtLocation(service_id="choir", location_id=key, schedules=TUESDAYS) for key in keys}


@pytest.mark.parametrize(
    ("field", "after", "fields"),
    [
        (Field.PHONE, "01632 960123", {"phones": [{"number": "01632 960123"}]}),
        (Field.EMAIL, "choir@example.org", {"email": "choir@example.org"}),
        (Field.WEBSITE, "https://choir.example.org/", {"url": "https://choir.example.org/"}),
        (Field.OPENING_TIMES, "Mon 10:00-12:00", {"schedules": [{"description": "Mon 10:00-12:00"}]}),
        (Field.PAUSED_UNTIL, "2026-09-01", {"status": "temporarily closed", "paused_until": "2026-09-01"}),
        (Field.PAUSED_UNTIL, NO_END, {"status": "temporarily closed"}),
    ],
)
def test_most_changes_are_of_the_service(field: Field, after: str, fields: dict[str, Any]) -> None:
    assert correction(field, after, HELD) == Correction(
        field=field, kind=Kind.SERVICE, record_id="choir", fields=fields
    )


def test_a_postcode_is_of_the_one_place_to_go_to_and_leaves_no_street() -> None:
    found = correction(Field.POSTCODE, "NE28 9ND", HELD)

    assert (found.kind, found.record_id) == (Kind.LOCATION, "hall")
    assert found.fields == {"addresses": [{"postal_code": "NE28 9ND", "country": "GB"}]}


@pytest.mark.parametrize(
    ("locations", "reason"),
    [
        ({"office": OFFICE}, "no place to go to"),
        ({"hall": HALL, "barn": HALL}, "2 places to go to"),
        ({"refuge": replace(HALL, confidential=True)}, "in confidence"),
    ],
)
def test_a_postcode_of_no_certain_place_is_refused(locations: dict[str, Location], reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        correction(Field.POSTCODE, "NE28 9ND", replace(HELD, locations=locations))


def test_times_that_stand_at_a_place_are_corrected_there() -> None:
    found = correction(Field.OPENING_TIMES, "Mon 10:00-12:00", replace(HELD, at_locations=timed("at hall")))

    assert (found.kind, found.record_id) == (Kind.SERVICE_AT_LOCATION, "at hall")


@pytest.mark.parametrize(
    "held",
    [
        replace(HELD, at_locations=timed("at hall", "at barn")),
        replace(HELD, at_locations=timed("at hall"), service=replace(HELD.service, schedules=TUESDAYS)),
    ],
)
def test_times_that_stand_in_several_records_are_not_corrected(held: Held) -> None:
    with pytest.raises(Refused, match="several places"):
        correction(Field.OPENING_TIMES, "Mon 10:00-12:00", held)
