"""What invented sources say, for tests of the door and of what comes after it."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from directory.domain.identifiers import Identifier
from directory.domain.parts import Address
from directory.domain.records import (
    Basis,
    Location,
    LocationType,
    Organization,
    Record,
    Service,
    ServiceAtLocation,
    kind_of,
)
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Run, Source
from directory.intake import Door

FIRST_DAY = datetime(2026, 1, 1, 9, tzinfo=UTC)


def nothing(_document: RawDocument) -> Iterator[Observation | Issue]:
    """The parse of a source whose reading the test makes itself."""
    return iter(())


def source(source_id: str, **declared: object) -> Source:
    """An invented source; by default any number of records is as expected."""
    values: dict[str, object] = {
        "title": f"Register {source_id}",
        "publisher": "An invented council",
        "licence": "OGL-UK-3.0",
        "attribution": "Contains invented information",
        "url": f"https://example.org/{source_id}.csv",
        "cadence": Cadence.WEEKLY,
        "expect": Expect(min_records=0, max_drop=1, max_skipped=1),
        "parse": nothing,
    }
    return Source(id=source_id, **{**values, **declared})  # type: ignore[arg-type]


def said(local_id: str, record: Record, line: int = 1, verified_on: date | None = None) -> Observation:
    """One record of a reading."""
    return Observation(local_id=local_id, record=record, line=line, verified_on=verified_on)


def registered(
    local_id: str,
    name: str,
    postcode: str | None = "NE28 9ND",
    *,
    identifiers: Iterable[str] = (),
    description: str | None = None,
    verified_on: date | None = None,
) -> list[Observation]:
    """A row of a register: an organization, the service that stands for it, and its registered office."""
    office = Location(
        location_type=LocationType.POSTAL,
        organization_id=local_id,
        addresses=(Address(postal_code=postcode),) if postcode else (),
    )
    records: list[Record] = [
        Organization(name=name, identifiers=tuple(Identifier.parse(one) for one in identifiers)),
        Service(organization_id=local_id, name=name, description=description, basis=Basis.REGISTER),
        office,
        ServiceAtLocation(service_id=local_id, location_id=local_id),
    ]
    return [said(local_id, record, verified_on=verified_on) for record in records]


def receive(
    door: Door, of: Source, reading: Iterable[Observation | Issue], days: int = 0, content: bytes | None = None
) -> Run:
    """Let a source say something, so many days after the first."""
    at = FIRST_DAY + timedelta(days=days)
    listed = list(reading)
    document = RawDocument(url=of.url, content=content or repr(listed).encode(), fetched_at=at)
    return door.receive(of, document, listed, at)


def without(reading: Iterable[Observation], local_id: str) -> list[Observation]:
    """A reading from which everything of one local id is missing."""
    return [one for one in reading if one.local_id != local_id]


def kinds(reading: Iterable[Observation]) -> list[str]:
    """The kinds of record in a reading, in order."""
    return [kind_of(one.record) for one in reading]
