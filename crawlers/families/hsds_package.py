"""HSDS data packages, versions 1.x and 3.0, in a zip: every table of one gathered into the records of the catalogue."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from crawlers.families import hsds_children as children
from crawlers.families import readers
from crawlers.families.hsds_children import Children, gather
from crawlers.families.hsds_tables import Package, open_package
from crawlers.families.hsds_terms import Terms
from crawlers.families.rows import Row
from directory.domain.identifiers import Identifier
from directory.domain.parts import Accessibility, Address, Attribute, CostOption, Language, Phone, Schedule, ServiceArea
from directory.domain.records import (
    Channel,
    Evidence,
    Funding,
    Location,
    LocationType,
    Organization,
    Service,
    ServiceAtLocation,
    ServiceStatus,
)
from directory.domain.sources import Issue, Observation, RawDocument

_OF_SERVICE = ("service_id",)
_OF_LOCATION = ("location_id",)
_OF_ORGANIZATION = ("organization_id",)


def read(document: RawDocument, *, country: str) -> Iterator[Observation | Issue]:
    """Every record of a package; ``country`` (ISO 3166) is where its addresses are when they do not say."""
    package = open_package(document, country)
    terms = Terms.of(package)
    parts = _Parts.of(package, terms)
    organizations = package.ids("organizations")
    yield from terms.observations
    records: dict[str, Callable[[Row], Observation]] = {
        "organizations": lambda row: _organization(row, parts, organizations),
        "locations": lambda row: _location(row, parts, organizations),
        "services": lambda row: _service(row, parts),
        "service_at_location": lambda row: _service_at_location(row, parts),
        "funding": _funding,
        "evidence": _evidence,
    }
    for table, build in records.items():
        yield from package.read(table, build, are_records=True)
    yield from package.issues


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What other tables say of organizations, services and locations."""

    phones: Children[Phone]
    schedules: Children[Schedule]
    addresses: Children[Address]
    accessibility: Children[Accessibility]
    cost_options: Children[CostOption]
    service_areas: Children[ServiceArea]
    languages: Children[Language]
    attributes: Children[Attribute]
    eligibility: Children[str]
    identifiers: Children[Identifier]

    @classmethod
    def of(cls, package: Package, terms: Terms) -> "_Parts":
        """All parts of ``package``."""
        at_location = ("service_at_location_id", "service_id")
        return cls(
            phones=gather(package, "phones", children.phone, (*at_location, "organization_id")),
            schedules=gather(package, "schedules", children.schedule, at_location),
            addresses=gather(package, "addresses", children.address_in(package.country), _OF_LOCATION),
            accessibility=gather(package, "accessibility", children.accessibility, _OF_LOCATION),
            cost_options=gather(package, "cost_options", children.cost_option, _OF_SERVICE),
            service_areas=gather(package, "service_areas", children.service_area, _OF_SERVICE),
            languages=gather(package, "languages", children.language, _OF_SERVICE),
            attributes=gather(package, "attributes", terms.attribute, ("link_id",)),
            eligibility=gather(package, "eligibility", children.eligibility, _OF_SERVICE),
            identifiers=gather(package, "organization_identifiers", children.identifier, _OF_ORGANIZATION),
        )


def _organization(row: Row, parts: _Parts, there: frozenset[str]) -> Observation:
    local_id, alternate_name = row.take("id"), row.take_optional("alternate_name")
    row.ignore("logo", "tax_id", "tax_status", "uri")
    record = Organization(
        name=row.take("name"),
        alternate_names=(alternate_name,) if alternate_name else (),
        description=row.take_optional("description"),
        email=row.take_optional("email"),
        website=row.take_optional("website"),
        year_incorporated=row.read_optional("year_incorporated", readers.whole_number),
        legal_status=row.take_optional("legal_status"),
        parent_organization_id=_reference(row, "parent_organization_id", there),
        identifiers=parts.identifiers.of("organizations", local_id),
        phones=parts.phones.of("organizations", local_id),
    )
    return row.observe(local_id, record)


def _reference(row: Row, column: str, there: Iterable[str]) -> str | None:
    """The id in ``column`` of a record that this one can do without."""
    local_id = row.take_optional(column)
    if local_id is None or local_id in there:
        return local_id
    row.complain(column, "There is no such record in the package", local_id)
    return None


def _location(row: Row, parts: _Parts, organizations: frozenset[str]) -> Observation:
    local_id = row.take("id")
    row.ignore("alternate_name", "external_identifier", "external_identifier_type")
    point = row.read_point("latitude", "longitude")
    record = Location(
        location_type=row.read_optional("location_type", readers.one_of(LocationType)) or LocationType.PHYSICAL,
        organization_id=_reference(row, "organization_id", organizations),
        name=row.take_optional("name"),
        description=row.take_optional("description"),
        transportation=row.take_optional("transportation"),
        url=row.take_optional("url"),
        addresses=parts.addresses.of("locations", local_id),
        accessibility=parts.accessibility.of("locations", local_id),
        latitude=point.latitude if point else None,
        longitude=point.longitude if point else None,
        confidential=_is_confidential(row),
    )
    return row.observe(local_id, record)


def _is_confidential(row: Row) -> bool:
    """Whether the address is secret: where that cannot be read, no location is made, rather than an open one."""
    return row.take_optional("x_confidential") is not None and row.read("x_confidential", readers.flag)


def _service(row: Row, parts: _Parts) -> Observation:
    local_id = row.take("id")
    row.ignore("program_id", "accreditations", "assurer_email", "fees", "last_modified", "licenses")
    minimum_age, maximum_age = _ages(row)
    assured_date = row.read_optional("assured_date", readers.day)
    # Before 3.0 eligibility was a table of its own.
    eligibility = row.take_optional("eligibility_description") or "\n".join(parts.eligibility.of("services", local_id))
    record = Service(
        organization_id=row.take("organization_id"),
        name=row.take("name"),
        alternate_name=row.take_optional("alternate_name"),
        description=row.take_optional("description"),
        url=row.take_optional("url"),
        email=row.take_optional("email"),
        status=row.read_optional("status", readers.one_of(ServiceStatus)) or ServiceStatus.ACTIVE,
        interpretation_services=row.take_optional("interpretation_services"),
        application_process=row.take_optional("application_process"),
        wait_time=row.take_optional("wait_time"),
        fees_description=row.take_optional("fees_description"),
        eligibility_description=eligibility or None,
        minimum_age=minimum_age,
        maximum_age=maximum_age,
        assured_date=assured_date,
        alert=row.take_optional("alert"),
        paused_until=row.read_optional("x_paused_until", readers.day),
        phones=parts.phones.of("services", local_id),
        schedules=children.united(parts.schedules.of("services", local_id)),
        cost_options=parts.cost_options.of("services", local_id),
        service_areas=parts.service_areas.of("services", local_id),
        languages=parts.languages.of("services", local_id),
        attributes=parts.attributes.of("services", local_id),
    )
    return row.observe(local_id, record, verified_on=assured_date)


def _ages(row: Row) -> tuple[float | None, float | None]:
    lowest, highest = (row.read_optional(column, readers.age) for column in ("minimum_age", "maximum_age"))
    if lowest is not None and highest is not None and lowest > highest:
        row.complain("minimum_age", f"The lowest age is above the highest, {highest:g}", f"{lowest:g}")
        return None, None
    return lowest, highest


def _service_at_location(row: Row, parts: _Parts) -> Observation:
    local_id = row.take("id")
    record = ServiceAtLocation(
        service_id=row.take("service_id"),
        location_id=row.take("location_id"),
        description=row.take_optional("description"),
        schedules=children.united(parts.schedules.of("service_at_location", local_id)),
        phones=parts.phones.of("service_at_location", local_id),
    )
    return row.observe(local_id, record)


def _funding(row: Row) -> Observation:
    """Money for an organization; the columns that begin with ``x_`` are ours."""
    record = Funding(
        organization_id=row.take("organization_id"),
        service_id=row.take_optional("service_id"),
        source=row.take_optional("source"),
        title=row.take_optional("x_title"),
        funder=row.take_optional("x_funder"),
        amount=row.read_optional("x_amount", readers.number),
        awarded_on=row.read_optional("x_awarded_on", readers.day),
        start_on=row.read_optional("x_start_on", readers.day),
        end_on=row.read_optional("x_end_on", readers.day),
    )
    return row.observe(row.take("id"), record)


def _evidence(row: Row) -> Observation:
    """A dated item about a service, or about an organization when it names no service; the whole table is ours."""
    organization_id, service_id = row.take_optional("organization_id"), row.take_optional("service_id")
    record = Evidence(
        channel=row.read("channel", readers.one_of(Channel)),
        symbol=row.take("symbol"),
        on=row.read("on", readers.day),
        text=row.take("text"),
        organization_id=None if service_id else organization_id,
        service_id=service_id,
        url=row.take_optional("url"),
    )
    return row.observe(row.take("id"), record)
