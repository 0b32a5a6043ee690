"""Everything the catalogue holds for and against services still running, put together for judging them."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TypeVar

from directory.domain.codec import from_fields
from directory.domain.records import Channel, Evidence, Funding, Kind, Organization, Service
from directory.domain.status.gather import Case
from directory.queries import Database
from directory.store import Transaction, catalogue, observations, status
from directory.store.catalogue import Row
from directory.store.listings import listings


def case_of(database: Database, service_id: str) -> Case | None:
    """The case of one service, None where there is no such service."""
    with database.read() as transaction:
        return cases(transaction, [service_id]).get(service_id)


def cases(transaction: Transaction, service_ids: Collection[str]) -> dict[str, Case]:
    """The cases of these services, leaving out those that are not in the catalogue."""
    services = catalogue.rows(transaction, Kind.SERVICE, service_ids)
    owners = {row.fields["organization_id"] for row in services.values()}
    organizations = catalogue.rows(transaction, Kind.ORGANIZATION, owners)
    evidence = _by_owner(transaction, Evidence, owners)
    funding = _by_owner(transaction, Funding, owners)
    listed = listings(transaction, {claim for row in services.values() for claim in row.claims})
    seen = status.sightings_of(transaction, services)
    since = described_since(transaction, services, organizations)
    found = {}
    for row in services.values():
        owner = row.fields["organization_id"]
        service = from_fields(Kind.SERVICE, row.fields)
        organization = from_fields(Kind.ORGANIZATION, organizations[owner].fields)
        assert isinstance(service, Service)
        assert isinstance(organization, Organization)
        found[row.id] = Case(
            service_id=row.id,
            service=service,
            organization=organization,
            # That somebody changed a field of a record is no sign that anybody lists it.
            listings=tuple(one for claim in row.claims if (one := listed[claim]).channel is not Channel.STATEMENT),
            evidence=_about(row.id, evidence.get(owner, ())),
            funding=_about(row.id, funding.get(owner, ())),
            sightings=tuple(seen.get(row.id, ())),
            described_since=since.get(row.id),
        )
    return found


def described_since(
    transaction: Transaction, services: Mapping[str, Row], organizations: Mapping[str, Row]
) -> dict[str, date]:
    """Of the services whose words speak of money, when their source was first read to say so as it says it now.

    The words may be older. But before that day nobody here could know them, and an earlier version may have said
    something else.
    """
    told = {row.id: text_of(row, organizations) for row in services.values() if "read_funding" in row.fields}
    origin = observations.origins(transaction, {claim for claims in told.values() for claim in claims})
    return {id_: min(origin[one].first_seen for one in claims).date() for id_, claims in told.items() if claims}


def text_of(service: Row, organizations: Mapping[str, Row]) -> tuple[int, ...]:
    """The observations that the description of a service came from, or that of its organization where it has none."""
    organization = organizations[service.fields["organization_id"]]
    return tuple(service.winners.get("description") or organization.winners.get("description") or ())


Dated = TypeVar("Dated", Evidence, Funding)


def _by_owner(transaction: Transaction, expected: type[Dated], owners: Collection[str]) -> dict[str, list[Dated]]:
    """The records about each of these organizations, or about one service of it, that were not withdrawn."""
    kind = _KIND[expected]
    found: dict[str, list[Dated]] = {}
    for row in catalogue.rows_where(transaction, kind, "organization_id", owners).values():
        record = from_fields(kind, row.fields)
        if row.is_live and isinstance(record, expected):
            found.setdefault(row.fields["organization_id"], []).append(record)
    return found


_KIND: dict[type[Evidence] | type[Funding], Kind] = {Evidence: Kind.EVIDENCE, Funding: Kind.FUNDING}


def _about(service_id: str, dated: Iterable[Dated]) -> tuple[Dated, ...]:
    """What is about this service or its organization, and not about another service of it."""
    return tuple(one for one in dated if one.service_id in (None, service_id))
