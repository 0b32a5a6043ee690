"""Records: what cannot be built wrong, and the one text each has."""

from dataclasses import replace
from datetime import date, time

import msgspec
import pytest

from directory.domain.codec import content_hash, from_fields, to_fields
from directory.domain.errors import InvalidValue
from directory.domain.identifiers import Identifier
from directory.domain.parts import Frequency, Phone, Schedule
from directory.domain.records import (
    CLASS_OF,
    Channel,
    Evidence,
    Funding,
    Kind,
    Location,
    LocationType,
    Organization,
    Record,
    Service,
    kind_of,
    stated_fields,
)

SERVICE = Service(
    organization_id="choir",
    name="Harmony Choir",
    minimum_age=18,
    assured_date=date(2026, 3, 1),
    phones=(Phone(number="0191 498 0001"),),
    schedules=(Schedule(freq=Frequency.WEEKLY, byday="TU", opens_at=time(19), closes_at=time(21)),),
)
RECORDS: list[Record] = [
    SERVICE,
    Organization(name="Harmony", identifiers=(Identifier.parse("GB-CHC-1122334"),)),
    Location(location_type=LocationType.POSTAL, latitude=55.0, longitude=-1.5),
    Funding(organization_id="choir", amount=1000.5, end_on=date(2027, 3, 31)),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_comes_back_from_its_plain_fields(record: Record) -> None:
    assert from_fields(kind_of(record), to_fields(record)) == record


def test_only_what_is_stated_is_kept() -> None:
    assert stated_fields(Organization(name="Harmony")) == {"name": "Harmony"}


def test_the_hash_changes_with_what_is_said_and_with_nothing_else() -> None:
    assert content_hash(SERVICE) == content_hash(replace(SERVICE))
    assert content_hash(SERVICE) != content_hash(replace(SERVICE, minimum_age=19))


def test_fields_nobody_knows_are_not_read_as_a_record() -> None:
    with pytest.raises(msgspec.ValidationError):
        from_fields(Kind.SERVICE, {"name": "without an organization"})


def test_every_kind_has_its_class() -> None:
    assert set(CLASS_OF) == set(Kind)


@pytest.mark.parametrize("ages", [{"minimum_age": -1}, {"maximum_age": 200}, {"minimum_age": 60, "maximum_age": 16}])
def test_ages_that_nobody_has_are_refused(ages: dict[str, float]) -> None:
    with pytest.raises(InvalidValue):
        Service(organization_id="choir", name="Harmony Choir", **ages)  # type: ignore[arg-type]


def test_a_name_of_spaces_is_no_name() -> None:
    with pytest.raises(InvalidValue, match="no name"):
        Organization(name="  ")


def test_funding_cannot_end_before_it_starts() -> None:
    with pytest.raises(InvalidValue, match="before it starts"):
        Funding(organization_id="choir", start_on=date(2026, 5, 1), end_on=date(2026, 4, 1))


def test_evidence_is_about_something() -> None:
    with pytest.raises(InvalidValue, match="about an organization"):
        Evidence(channel=Channel.REGISTER, symbol="ceased", on=date(2026, 1, 1), text="Removed.")


@pytest.mark.parametrize("degrees", [{"latitude": 0.0, "longitude": 0.0}, {"latitude": 55.0}, {"longitude": -1.5}])
def test_a_location_that_is_nowhere_is_refused(degrees: dict[str, float]) -> None:
    with pytest.raises(InvalidValue):
        Location(location_type=LocationType.PHYSICAL, **degrees)  # type: ignore[arg-type]


def test_the_day_of_noticing_is_not_part_of_what_is_said() -> None:
    noticed = Evidence(
        channel=Channel.REGISTER,
        symbol="ceased",
        on=date(2026, 1, 1),
        text="Left.",
        organization_id="1",
        is_noticed=True,
    )
    later = replace(noticed, on=date(2026, 2, 1))
    assert content_hash(noticed) == content_hash(later)
    dated = (replace(one, is_noticed=False) for one in (noticed, later))
    assert len({content_hash(one) for one in dated}) == 2
