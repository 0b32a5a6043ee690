"""What the page of an organization shows: what it is, what it runs, where that is, and who says so."""

from dataclasses import dataclass

from directory.domain.codec import from_fields
from directory.domain.errors import NotFound
from directory.domain.messages import say
from directory.domain.provenance import Provenance
from directory.domain.records import Funding, Kind, Location, Organization, Service
from directory.domain.status.standing import Standing
from directory.queries import Database
from directory.queries.pages import FundingItem, Winners
from directory.store import Transaction, catalogue, linking, observations, status
from directory.store.catalogue import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRun:
    """A service of the organization; ``standing`` is whether it runs, None where nobody has judged it."""

    id: str
    service: Service
    is_live: bool
    standing: Standing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationPage:
    """Everything known of one organization. ``places`` has none whose address is kept private. ``funding`` is its own
    and that of its services; ``sources`` lists each source once."""

    organization_id: str
    organization: Organization
    winners: Winners
    services: tuple[ServiceRun, ...]
    places: tuple[Location, ...]
    funding: tuple[FundingItem, ...]
    sources: tuple[Provenance, ...]


def organization_page(database: Database, organization_id: str) -> OrganizationPage:
    """Everything known of an organization or, where it was merged, of the one that stands for it now.

    Raise `NotFound` where none ever was.
    """
    with database.read() as transaction:
        now = linking.successors(transaction, [organization_id]).get(organization_id, organization_id)
        found = catalogue.rows(transaction, Kind.ORGANIZATION, [now])
        if now not in found:
            raise NotFound(say("There is no organization of this address."))
        return _page(transaction, found[now])


def _page(transaction: Transaction, row: Row) -> OrganizationPage:
    services = catalogue.rows_where(transaction, Kind.SERVICE, "organization_id", [row.id])
    at_locations = catalogue.rows_where(transaction, Kind.SERVICE_AT_LOCATION, "service_id", services).values()
    locations = catalogue.rows(transaction, Kind.LOCATION, {one.fields["location_id"] for one in at_locations})
    funding = catalogue.rows_where(transaction, Kind.FUNDING, "organization_id", [row.id]).values()
    shown = [row, *services.values(), *funding]
    origin = observations.origins(transaction, {claim for one in shown for claim in one.claims})
    standings = status.standings_of(transaction, services)
    organization = from_fields(Kind.ORGANIZATION, row.fields)
    assert isinstance(organization, Organization)
    return OrganizationPage(
        organization_id=row.id,
        organization=organization,
        winners={name: tuple(origin[one] for one in ids) for name, ids in row.winners.items()},
        services=tuple(_service(one, standings.get(one.id)) for one in services.values()),
        places=tuple(place for one in locations.values() if not (place := _location(one)).confidential),
        funding=tuple(FundingItem(funding=_funding(one), provenance=origin[one.claims[0]]) for one in funding),
        sources=tuple({origin[claim].source_id: origin[claim] for one in shown for claim in one.claims}.values()),
    )


def _service(row: Row, standing: Standing | None) -> ServiceRun:
    service = from_fields(Kind.SERVICE, row.fields)
    assert isinstance(service, Service)
    return ServiceRun(id=row.id, service=service, is_live=row.is_live, standing=standing)


def _location(row: Row) -> Location:
    location = from_fields(Kind.LOCATION, row.fields)
    assert isinstance(location, Location)
    return location


def _funding(row: Row) -> Funding:
    funding = from_fields(Kind.FUNDING, row.fields)
    assert isinstance(funding, Funding)
    return funding
