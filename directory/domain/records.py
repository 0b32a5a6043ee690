"""The records of the catalogue, under their HSDS 3 names: what sources say and what readers are shown.

One class serves both sides. In an observation, references (``organization_id`` and the like) hold the source's
local ids; in the catalogue they hold catalogue ids. Fields HSDS does not have are marked "ours". Absent is None
or an empty tuple, and always means "not stated".
"""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from directory.domain.eligibility.criteria import Criterion
from directory.domain.errors import InvalidValue
from directory.domain.identifiers import Identifier
from directory.domain.parts import Accessibility, Address, Attribute, CostOption, Language, Phone, Schedule, ServiceArea
from directory.domain.places import Point, Precision
from directory.domain.wording.funding_period import FundingPeriod


class LocationType(StrEnum):
    """HSDS ``location_type``: somewhere to go, somewhere to write to, or nowhere on the ground."""

    PHYSICAL = "physical"
    POSTAL = "postal"
    VIRTUAL = "virtual"


class ServiceStatus(StrEnum):
    """HSDS ``status`` of a service, as a source stated it."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    DEFUNCT = "defunct"
    TEMPORARILY_CLOSED = "temporarily closed"


class Basis(StrEnum):
    """Ours: whether somebody listed this service, or a register's words about its organization stand in for one."""

    LISTED = "listed"
    REGISTER = "register"


class Scale(StrEnum):
    """Ours: how far an organization works, as its register says."""

    LOCAL = "local"
    REGIONAL = "regional"
    NATIONAL = "national"
    NATIONAL_AND_OVERSEAS = "national and overseas"
    OVERSEAS = "overseas"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A body that runs services. ``scale`` and ``federation`` are ours."""

    name: str
    alternate_names: tuple[str, ...] = ()
    description: str | None = None
    email: str | None = None
    website: str | None = None
    year_incorporated: int | None = None
    legal_status: str | None = None
    parent_organization_id: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    phones: tuple[Phone, ...] = ()
    scale: Scale | None = None
    federation: str | None = None

    def __post_init__(self) -> None:
        _require_name("organization", self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationFacts:
    """Ours: what a source adds to an organization that somebody else describes; alone it creates nothing."""

    identifier: Identifier
    alternate_names: tuple[str, ...] = ()
    scale: Scale | None = None
    federation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What is offered. ``basis``, ``paused_until`` and the last five are ours, and intake fills those: ``criteria``
    is whom it takes, the rest is what its words name: ``how`` ways to take part (``in_person``, ``phone``, ``online``,
    ``at_home``), ``audience`` groups, ``read_schedules`` when, ``read_funding`` until when there is money.
    """

    organization_id: str
    name: str
    alternate_name: str | None = None
    description: str | None = None
    url: str | None = None
    email: str | None = None
    status: ServiceStatus = ServiceStatus.ACTIVE
    interpretation_services: str | None = None
    application_process: str | None = None
    wait_time: str | None = None
    fees_description: str | None = None
    eligibility_description: str | None = None
    minimum_age: float | None = None
    maximum_age: float | None = None
    assured_date: date | None = None
    alert: str | None = None
    paused_until: date | None = None
    basis: Basis = Basis.LISTED
    phones: tuple[Phone, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    cost_options: tuple[CostOption, ...] = ()
    service_areas: tuple[ServiceArea, ...] = ()
    languages: tuple[Language, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    how: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    read_schedules: tuple[Schedule, ...] = ()
    read_funding: tuple[FundingPeriod, ...] = ()

    def __post_init__(self) -> None:
        _require_name("service", self.name)
        ages = (self.minimum_age, self.maximum_age)
        if any(age is not None and not 0 <= age <= 130 for age in ages):
            raise InvalidValue("minimum_age", ages, "An age is between 0 and 130 years")
        if self.minimum_age is not None and self.maximum_age is not None and self.minimum_age > self.maximum_age:
            raise InvalidValue("minimum_age", ages, "The lowest age is above the highest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where. ``confidential``, ``precision`` and what follows it are ours, and intake fills the latter.

    A postal location is a registered office or home: it is shown as "based in", never as a venue. A confidential one
    keeps its local authority and loses everything finer before it reaches the catalogue.
    """

    location_type: LocationType
    organization_id: str | None = None
    name: str | None = None
    description: str | None = None
    transportation: str | None = None
    url: str | None = None
    addresses: tuple[Address, ...] = ()
    accessibility: tuple[Accessibility, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    confidential: bool = False
    precision: Precision = Precision.NONE
    radius_m: float | None = None
    local_authority: str | None = None
    postcode_ended: bool = False

    def __post_init__(self) -> None:
        if self.latitude is not None and self.longitude is not None:
            Point(self.latitude, self.longitude)
        elif self.latitude is not None or self.longitude is not None:
            raise InvalidValue("latitude", (self.latitude, self.longitude), "Coordinates are two numbers, not one")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAtLocation:
    """This service at that location, with the times that hold only there."""

    service_id: str
    location_id: str
    description: str | None = None
    schedules: tuple[Schedule, ...] = ()
    phones: tuple[Phone, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """Money for an organization, or for one service of it. All but the first three fields are ours.

    ``start_on`` to ``end_on`` is the funded period as published; the end of a grant is not the end of a service.
    """

    organization_id: str
    service_id: str | None = None
    source: str | None = None
    title: str | None = None
    description: str | None = None
    funder: str | None = None
    funder_identifier: Identifier | None = None
    amount: float | None = None
    currency: str = "GBP"
    awarded_on: date | None = None
    start_on: date | None = None
    end_on: date | None = None

    def __post_init__(self) -> None:
        if self.start_on and self.end_on and self.start_on > self.end_on:
            raise InvalidValue("end_on", self.end_on, f"Funding ends before it starts on {self.start_on}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomyTerm:
    """One term of a vocabulary: ``taxonomy`` is the vocabulary's id."""

    taxonomy: str
    code: str
    name: str
    parent_code: str | None = None
    description: str | None = None


class Relation(StrEnum):
    """How two numbers stand to each other."""

    SAME = "same"
    SUCCEEDED_BY = "succeeded by"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentifierRelation:
    """Ours: a register's word that two identifiers are one body, or that the second took over from the first."""

    left: Identifier
    right: Identifier
    relation: Relation
    left_name: str | None = None
    right_name: str | None = None
    on: date | None = None


class Channel(StrEnum):
    """Ours: the kind of watching or telling that a piece of evidence came by."""

    REGISTER = "register"
    FEED = "feed"
    WEB = "web"
    TEXT = "text"
    PHONE = "phone"
    EVENT = "event"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Ours: a dated item for or against something still running, in one plain sentence.

    In an observation it is about an organization or a service of the same source by its local id, or about whoever
    bears ``identifier``; in the catalogue it always names the organization, and the service where it is about one.
    ``symbol`` is a word of its channel's vocabulary, such as ``ceased``, ``transferred`` or ``owner_closed``.
    ``is_noticed`` says that ``on`` is the day we noticed and not the day it happened: noticing again is no news.
    """

    channel: Channel
    symbol: str
    on: date
    text: str
    organization_id: str | None = None
    service_id: str | None = None
    identifier: Identifier | None = None
    successor: Identifier | None = None
    url: str | None = None
    is_noticed: bool = False

    def __post_init__(self) -> None:
        if self.organization_id is None and self.service_id is None and self.identifier is None:
            raise InvalidValue("evidence", self.text, "Evidence is about an organization, a service or an identifier")


Record = (
    Organization
    | OrganizationFacts
    | Service
    | Location
    | ServiceAtLocation
    | Funding
    | TaxonomyTerm
    | IdentifierRelation
    | Evidence
)


class Kind(StrEnum):
    """The kinds of record, as observations and ids name them."""

    ORGANIZATION = "organization"
    ORGANIZATION_FACTS = "organization_facts"
    SERVICE = "service"
    LOCATION = "location"
    SERVICE_AT_LOCATION = "service_at_location"
    FUNDING = "funding"
    TAXONOMY_TERM = "taxonomy_term"
    IDENTIFIER_RELATION = "identifier_relation"
    EVIDENCE = "evidence"


CLASS_OF: dict[Kind, type[Record]] = {
    Kind.ORGANIZATION: Organization,
    Kind.ORGANIZATION_FACTS: OrganizationFacts,
    Kind.SERVICE: Service,
    Kind.LOCATION: Location,
    Kind.SERVICE_AT_LOCATION: ServiceAtLocation,
    Kind.FUNDING: Funding,
    Kind.TAXONOMY_TERM: TaxonomyTerm,
    Kind.IDENTIFIER_RELATION: IdentifierRelation,
    Kind.EVIDENCE: Evidence,
}
_KIND_OF = {record: kind for kind, record in CLASS_OF.items()}


def kind_of(record: Record) -> Kind:
    """The kind of ``record``."""
    return _KIND_OF[type(record)]


def stated_fields(record: Record) -> dict[str, object]:
    """The fields of ``record`` that say something, that is, hold neither None nor an empty tuple."""
    values = ((field.name, getattr(record, field.name)) for field in fields(record))
    return {name: value for name, value in values if value is not None and value != ()}


def _require_name(kind: str, name: str) -> None:
    if not name.strip():
        raise InvalidValue("name", name, f"This {kind} has no name")
