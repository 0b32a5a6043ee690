"""What the page of one service shows: the service, its organization and places, each field with where it came from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from directory.domain.codec import from_fields
from directory.domain.errors import NotFound
from directory.domain.messages import say
from directory.domain.parts import Phone, Schedule
from directory.domain.provenance import Provenance
from directory.domain.records import Evidence, Funding, Kind, Location, Organization, Service, ServiceAtLocation
from directory.domain.status.funding import Said, is_known, said_of
from directory.queries import Database
from directory.queries.cases import text_of
from directory.queries.terms import labelled
from directory.store import Transaction, catalogue, linking, observations
from directory.store.catalogue import Row

Winners = Mapping[str, tuple[Provenance, ...]]
"""For each published field of a record, the observations its value came from (several where values are united)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOfService:
    """A location of a service, with what holds only there; ``at_winners`` are the winners of those last three."""

    location_id: str
    location: Location
    winners: Winners
    description: str | None
    schedules: tuple[Schedule, ...]
    phones: tuple[Phone, ...]
    at_winners: Winners


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingItem:
    """One piece of funding and where it was published, or where the group ``said`` so."""

    funding: Funding
    provenance: Provenance
    said: Said | None = None

    def is_known(self, on: date) -> bool:
        """Whether it was known of on the day ``on``."""
        return self.said.known_from <= on if self.said else is_known(self.funding, on)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceItem:
    """One dated item about the service or its organization, and where it was published."""

    evidence: Evidence
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePage:
    """Everything known of one service. ``sources`` lists each source once, in the order of the domain's preference;
    ``is_live`` is whether any of them still has the service.
    """

    service_id: str
    is_live: bool
    service: Service
    service_winners: Winners
    organization_id: str
    organization: Organization
    organization_winners: Winners
    places: tuple[PlaceOfService, ...]
    funding: tuple[FundingItem, ...]
    evidence: tuple[EvidenceItem, ...]
    sources: tuple[Provenance, ...]
    siblings: tuple[tuple[str, str], ...]
    """Other services of the organization, as pairs of id and name."""


class Gone(NotFound):
    """The service was merged into another: ``successor`` is the id of the one to go to instead."""

    def __init__(self, successor: str | None, successor_name: str | None) -> None:
        super().__init__(say("This service is no longer in the catalogue."))
        self.successor = successor
        self.successor_name = successor_name


def service_page(database: Database, service_id: str) -> ServicePage:
    """Everything known of one service; raise `Gone` where another stands for it, `NotFound` where none ever was."""
    with database.read() as transaction:
        found = catalogue.rows(transaction, Kind.SERVICE, [service_id])
        if service_id not in found:
            raise _absence(transaction, service_id)
        return pages_of(transaction, found)[service_id]


def _absence(transaction: Transaction, service_id: str) -> NotFound:
    stands_for = linking.successors(transaction, [service_id]).values()
    services = catalogue.rows(transaction, Kind.SERVICE, stands_for)
    for successor, service in services.items():
        return Gone(successor, service.fields["name"])
    return NotFound(say("There is no service of this address."))


def pages_of(transaction: Transaction, services: Mapping[str, Row]) -> dict[str, ServicePage]:
    """Everything known of these services, in as many queries as of one."""
    owner_of = {row.id: row.fields["organization_id"] for row in services.values()}
    owners = catalogue.rows(transaction, Kind.ORGANIZATION, set(owner_of.values()))
    at_locations = catalogue.rows_where(transaction, Kind.SERVICE_AT_LOCATION, "service_id", services)
    wanted = {one.fields["location_id"] for one in at_locations.values()}
    locations = catalogue.rows(transaction, Kind.LOCATION, wanted)
    siblings, funding, evidence = (
        catalogue.rows_where(transaction, kind, "organization_id", owners)
        for kind in (Kind.SERVICE, Kind.FUNDING, Kind.EVIDENCE)
    )
    shown = [one for rows in (services, owners, at_locations, locations, funding, evidence) for one in rows.values()]
    origin = observations.origins(transaction, {claim for one in shown for claim in one.claims})
    names = catalogue.term_names(transaction)
    pages = {}
    for row in services.values():
        owner = owners[owner_of[row.id]]
        at = [one for one in at_locations.values() if one.fields["service_id"] == row.id]
        others = [one for one in siblings.values() if one.fields["organization_id"] == owner.id and one.id != row.id]
        pages[row.id] = _page(
            _Rows(row, owner, at, locations, _about(funding, row), _about(evidence, row), others), origin, names
        )
    return pages


def _about(rows: Mapping[str, Row], service: Row) -> list[Row]:
    """What is about this service or its organization, and not about another service of it."""
    owner = service.fields["organization_id"]
    return [
        one
        for one in rows.values()
        if one.fields["organization_id"] == owner and one.fields.get("service_id") in (None, service.id)
    ]


class _Rows(NamedTuple):
    """The records that the page of one service is made of; of ``locations`` also those of others."""

    service: Row
    owner: Row
    at_locations: Sequence[Row]
    locations: Mapping[str, Row]
    funding: Sequence[Row]
    evidence: Sequence[Row]
    siblings: Sequence[Row]


def _page(rows: _Rows, origin: Mapping[int, Provenance], term_names: Mapping[tuple[str, str], str]) -> ServicePage:
    row, owner = rows.service, rows.owner
    service, organization = from_fields(Kind.SERVICE, row.fields), from_fields(Kind.ORGANIZATION, owner.fields)
    assert isinstance(service, Service)
    assert isinstance(organization, Organization)
    places = [rows.locations[one.fields["location_id"]] for one in rows.at_locations]
    shown = [row, owner, *rows.at_locations, *places, *rows.funding, *rows.evidence]
    return ServicePage(
        service_id=row.id,
        is_live=row.is_live,
        service=replace(service, attributes=labelled(service.attributes, term_names)),
        service_winners=_winners(row, origin),
        organization_id=owner.id,
        organization=organization,
        organization_winners=_winners(owner, origin),
        places=tuple(_place(one, rows.locations[one.fields["location_id"]], origin) for one in rows.at_locations),
        funding=(
            *(_funding_item(one, origin) for one in rows.funding),
            *_funding_said(row, service, owner, origin),
        ),
        evidence=tuple(_evidence_item(one, origin) for one in rows.evidence),
        sources=tuple({origin[claim].source_id: origin[claim] for one in shown for claim in one.claims}.values()),
        siblings=tuple((one.id, one.fields["name"]) for one in rows.siblings),
    )


def _winners(row: Row, origin: Mapping[int, Provenance]) -> Winners:
    return {name: tuple(origin[one] for one in ids) for name, ids in row.winners.items()}


def _place(at: Row, located: Row, origin: Mapping[int, Provenance]) -> PlaceOfService:
    at_location, location = from_fields(Kind.SERVICE_AT_LOCATION, at.fields), from_fields(Kind.LOCATION, located.fields)
    assert isinstance(at_location, ServiceAtLocation)
    assert isinstance(location, Location)
    if location.confidential:
        # What a source calls a place may be its name: "refuge-of-…".
        origin = {key: replace(one, local_id="") for key, one in origin.items()}
    return PlaceOfService(
        location_id=located.id,
        location=location,
        winners=_winners(located, origin),
        description=at_location.description,
        schedules=at_location.schedules,
        phones=at_location.phones,
        at_winners=_winners(at, origin),
    )


def _funding_item(row: Row, origin: Mapping[int, Provenance]) -> FundingItem:
    funding = from_fields(Kind.FUNDING, row.fields)
    assert isinstance(funding, Funding)
    return FundingItem(funding=funding, provenance=origin[row.claims[0]])


def _funding_said(row: Row, service: Service, owner: Row, origin: Mapping[int, Provenance]) -> Iterator[FundingItem]:
    for claim in text_of(row, {owner.id: owner})[:1]:
        for said in said_of(row.id, service, origin[claim].first_seen.date()):
            yield FundingItem(funding=said.funding, provenance=origin[claim], said=said)


def _evidence_item(row: Row, origin: Mapping[int, Provenance]) -> EvidenceItem:
    evidence = from_fields(Kind.EVIDENCE, row.fields)
    assert isinstance(evidence, Evidence)
    return EvidenceItem(evidence=evidence, provenance=origin[row.claims[0]])
