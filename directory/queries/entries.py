"""Entries: each service with what finding it and showing it in a list needs, put together from the catalogue."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from directory.domain.codec import from_fields
from directory.domain.eligibility.from_records import criteria_with_places, ways_to_take_part
from directory.domain.entries import Category, Entry, EntryPlace, EntrySource
from directory.domain.parts import Schedule
from directory.domain.places import Nation, Point
from directory.domain.records import Kind, Location, Organization, Service, ServiceAtLocation
from directory.domain.times.reading import is_worded
from directory.queries import Database
from directory.queries.terms import Terms, labelled
from directory.store import Transaction, catalogue, observations, runs, status
from directory.store.catalogue import Row

BATCH = 1_000
"""Entries put together at a time."""


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """What entries call terms and sources."""

    terms: Terms
    source_titles: Mapping[str, str]


class _Located(NamedTuple):
    """A place of a service, and the times that hold only there."""

    location: Location
    schedules: tuple[Schedule, ...]


def all_entries(database: Database) -> Iterator[Entry]:
    """Every service of the catalogue, in the order of their ids, as one state of the catalogue has them."""
    with database.read() as transaction:
        ids = list(catalogue.ids_in_order(transaction, Kind.SERVICE))
        vocabulary = _vocabulary(transaction)
        for start in range(0, len(ids), BATCH):
            yield from _entries(transaction, ids[start : start + BATCH], vocabulary)


def entries_of(database: Database, ids: Sequence[str]) -> dict[str, Entry]:
    """The entries of these services, leaving out those no longer in the catalogue."""
    with database.read() as transaction:
        vocabulary = _vocabulary(transaction)
        return {entry.id: entry for entry in _entries(transaction, ids, vocabulary)}


def _vocabulary(transaction: Transaction) -> _Vocabulary:
    titles = {source.id: source.title for source in runs.catalogue_sources(transaction)}
    return _Vocabulary(terms=catalogue.term_names(transaction), source_titles=titles)


def _entries(transaction: Transaction, ids: Iterable[str], vocabulary: _Vocabulary) -> Iterator[Entry]:
    services = catalogue.rows(transaction, Kind.SERVICE, ids)
    owners = {row.fields["organization_id"] for row in services.values()}
    organizations = catalogue.rows(transaction, Kind.ORGANIZATION, owners)
    at_locations = catalogue.rows_where(transaction, Kind.SERVICE_AT_LOCATION, "service_id", services).values()
    locations = catalogue.rows(transaction, Kind.LOCATION, {row.fields["location_id"] for row in at_locations})
    places: dict[str, list[_Located]] = {}
    for row in at_locations:
        at = _record(ServiceAtLocation, Kind.SERVICE_AT_LOCATION, row)
        location = _record(Location, Kind.LOCATION, locations[at.location_id])
        places.setdefault(at.service_id, []).append(_Located(location, at.schedules))
    claims = {one for row in (*services.values(), *organizations.values()) for one in row.claims}
    said_by = observations.sources_of(transaction, claims)
    standings = status.standings_of(transaction, services)
    for row in services.values():
        organization = organizations[row.fields["organization_id"]]
        entry = _entry(row, organization, places.get(row.id, []), said_by, vocabulary)
        yield replace(entry, standing=standings.get(row.id))


def _entry(
    row: Row,
    owner: Row,
    located: Sequence[_Located],
    said_by: Mapping[int, tuple[str, date | None]],
    vocabulary: _Vocabulary,
) -> Entry:
    service = _record(Service, Kind.SERVICE, row)
    organization = _record(Organization, Kind.ORGANIZATION, owner)
    locations = [one.location for one in located]
    authorities = (one.local_authority for one in locations if one.local_authority)
    sources = dict.fromkeys(said_by[one][0] for one in (*row.claims, *owner.claims))
    verified = [day for one in row.claims if (day := said_by[one][1])]
    other_names = (service.alternate_name, *organization.alternate_names)
    return Entry(
        id=row.id,
        name=service.name,
        organization_id=owner.id,
        organization=organization.name,
        alternate_names=tuple(name for name in other_names if name),
        description=service.description or organization.description,
        url=service.url or organization.website,
        categories=tuple(
            Category(taxonomy=one.taxonomy, code=one.code, label=str(one.label))
            for one in labelled(service.attributes, vocabulary.terms)
        ),
        places=tuple(place for location in locations if (place := _place(location))),
        areas=_areas(service, locations),
        status=service.status,
        basis=service.basis,
        identifiers=tuple(str(identifier) for identifier in organization.identifiers),
        sources=tuple(EntrySource(id=one, title=vocabulary.source_titles.get(one, one)) for one in sources),
        verified_on=max(verified, default=None),
        is_live=row.is_live,
        criteria=criteria_with_places(service, locations),
        schedules=_schedules(service, located),
        how=ways_to_take_part(service, locations),
        audience=service.audience,
        languages=tuple(language.name for language in service.languages),
        nation=next((nation for code in authorities if (nation := Nation.of_area(code))), None),
    )


def _record(expected: type[Any], kind: Kind, row: Row) -> Any:
    record = from_fields(kind, row.fields)
    assert isinstance(record, expected)
    return record


def _place(location: Location) -> EntryPlace | None:
    if location.latitude is None or location.longitude is None:
        return None
    postcodes = (address.postal_code for address in location.addresses if address.postal_code)
    return EntryPlace(
        location_type=location.location_type,
        point=Point(location.latitude, location.longitude),
        precision=location.precision,
        postcode=next(postcodes, None),
        name=location.name,
    )


def _schedules(service: Service, located: Iterable[_Located]) -> tuple[Schedule, ...]:
    """All that is known of when: words that were read are there as what was read from them, and not once more."""
    read = {schedule.read_from for schedule in service.read_schedules}
    stated = (*service.schedules, *(schedule for one in located for schedule in one.schedules))
    kept = [one for one in stated if not (is_worded(one) and (one.description or "").strip() in read)]
    return (*kept, *service.read_schedules)


def _areas(service: Service, locations: Iterable[Location]) -> tuple[str, ...]:
    """The codes of the areas served; a confidential place serves its local authority where nothing else is said."""
    stated = tuple(area.extent for area in service.service_areas if area.extent)
    hidden = (one.local_authority for one in locations if one.confidential and one.local_authority)
    return stated or tuple(dict.fromkeys(hidden))
