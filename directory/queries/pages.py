"""What the page of one service shows: the service, its organization and places, each field with where it came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from directory.domain.errors import NotFound
from directory.domain.records import Evidence, Funding, Location, Organization, Schedule, Service


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a published value came from. ``local_id`` is what the source calls the record; ``seen_until`` is the
    last day the source still said so, and ``is_live`` whether it says so now."""

    source_id: str
    source_title: str
    publisher: str
    licence: str
    attribution: str
    url: str
    local_id: str
    first_seen: datetime
    seen_until: datetime
    is_live: bool
    verified_on: date | None
    document_sha256: str


Winners = Mapping[str, tuple[Provenance, ...]]
"""For each published field of a record, the observations its value came from (several where values are united)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOfService:
    """A location of a service, with what holds only there."""

    location_id: str
    location: Location
    winners: Winners
    description: str | None
    schedules: tuple[Schedule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingItem:
    """One piece of funding and where it was published."""

    funding: Funding
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceItem:
    """One dated item about the service or its organization, and where it was published."""

    evidence: Evidence
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePage:
    """Everything known of one service. ``sources`` lists each source once, in the order of the domain's preference."""

    service_id: str
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
    """The service was merged or retired. ``successor`` is the id of the service to go to instead, if there is one."""

    def __init__(self, successor: str | None, successor_name: str | None) -> None:
        super().__init__("This service is no longer in the catalogue.")
        self.successor = successor
        self.successor_name = successor_name
