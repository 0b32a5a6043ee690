"""What every register's row becomes: an organization, one service that stands for what it does, and its office."""

from collections.abc import Iterator

from crawlers.families.rows import Row
from directory.domain.parts import Address, Attribute, ServiceArea
from directory.domain.places import Point
from directory.domain.records import (
    Basis,
    Channel,
    Evidence,
    Location,
    LocationType,
    Organization,
    Service,
    ServiceAtLocation,
    ServiceStatus,
)
from directory.domain.sources import Observation


def registered(
    row: Row,
    local_id: str,
    organization: Organization,
    *,
    address: Address | None,
    point: Point | None = None,
    removal: str | None = None,
    is_proof: bool = True,
    attributes: tuple[Attribute, ...] = (),
    service_areas: tuple[ServiceArea, ...] = (),
) -> Iterator[Observation]:
    """The records of one row, all with its ``local_id``.

    The service has the organization's name and words, marked as a register's. ``removal`` says, in a sentence, that
    the register no longer holds the organization: its service is inactive, and the sentence is evidence. ``is_proof``
    says that only bodies that have ceased are taken off this register.
    """
    yield row.observe(local_id, organization)
    service = Service(
        organization_id=local_id,
        name=organization.name,
        description=organization.description,
        url=organization.website,
        status=ServiceStatus.INACTIVE if removal else ServiceStatus.ACTIVE,
        basis=Basis.REGISTER,
        attributes=attributes,
        service_areas=service_areas,
    )
    yield row.observe(local_id, service)
    if address is not None:
        office = Location(
            location_type=LocationType.POSTAL,
            organization_id=local_id,
            addresses=(address,),
            latitude=point.latitude if point else None,
            longitude=point.longitude if point else None,
        )
        yield row.observe(local_id, office)
        yield row.observe(local_id, ServiceAtLocation(service_id=local_id, location_id=local_id))
    if removal is not None:
        evidence = Evidence(
            channel=Channel.REGISTER if is_proof else Channel.FEED,
            symbol="ceased" if is_proof else "dropped",
            on=row.fetched_on,
            text=removal,
            organization_id=local_id,
            is_noticed=True,
        )
        yield row.observe(f"{local_id}/{evidence.symbol}", evidence)
