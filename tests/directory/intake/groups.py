"""Groups as an invented guide tells of them, for tests of what is derived from their words."""

from directory.domain.parts import Accessibility, Address, Schedule
from directory.domain.records import Location, LocationType, Organization, Service, ServiceAtLocation
from directory.domain.sources import Observation
from directory.intake import Door
from directory.queries.entries import all_entries
from directory.queries.pages import service_page
from tests.directory.said import said, source

GUIDE = source("guide")


def offered(name: str = "Harmony Choir", **stated: object) -> Service:
    """A service of the one organization of the guide."""
    return Service(organization_id="1", name=name, **stated)  # type: ignore[arg-type]


def group(
    service: Service, organization: Organization | None = None, schedules: tuple[Schedule, ...] = ()
) -> list[Observation]:
    """What the guide says of one group: who runs it, what it is, and the hall where it meets."""
    hall = Location(
        location_type=LocationType.PHYSICAL,
        addresses=(Address(postal_code="NE28 9ND"),),
        accessibility=(Accessibility(description="Hearing loop"),),
    )
    here = ServiceAtLocation(service_id="1", location_id="1", schedules=schedules)
    records = (organization or Organization(name="Harmony"), service, hall, here)
    return [said("1", record) for record in records]


def the_service(door: Door) -> Service:
    """The one service of the catalogue."""
    (entry,) = all_entries(door.database)
    return service_page(door.database, entry.id).service
