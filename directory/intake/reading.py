"""A reading: the records of one document, each in its one form and sound among the others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from directory.domain.errors import InvalidValue
from directory.domain.identifiers import record_id
from directory.domain.places import Point
from directory.domain.postcode import is_whole_postcode
from directory.domain.records import (
    Evidence,
    Funding,
    Kind,
    Location,
    Organization,
    Record,
    Service,
    ServiceAtLocation,
    kind_of,
)
from directory.domain.sources import Issue, Observation, Source
from directory.geography import Gazetteer
from directory.intake.limits import FAR_FROM_POSTCODE_M
from directory.intake.normalise import issue_with, normalise, readable

_PARENTS_FIRST = (
    Kind.TAXONOMY_TERM,
    Kind.ORGANIZATION,
    Kind.ORGANIZATION_FACTS,
    Kind.IDENTIFIER_RELATION,
    Kind.LOCATION,
    Kind.SERVICE,
    Kind.SERVICE_AT_LOCATION,
    Kind.FUNDING,
    Kind.EVIDENCE,
)

References = tuple[tuple[str, Kind, str], ...]


def references(record: Record) -> References:
    """The records that ``record`` cannot do without, as field, kind and local id; the one it belongs to comes first."""
    stated: list[tuple[str, Kind, str | None]] = []
    match record:
        case Service() | Location():
            stated = [("organization_id", Kind.ORGANIZATION, record.organization_id)]
        case ServiceAtLocation():
            stated = [("service_id", Kind.SERVICE, record.service_id)]
            stated += [("location_id", Kind.LOCATION, record.location_id)]
        case Funding():
            stated = [("organization_id", Kind.ORGANIZATION, record.organization_id)]
            stated += [("service_id", Kind.SERVICE, record.service_id)]
        case Evidence():
            stated = [("organization_id", Kind.ORGANIZATION, record.organization_id)]
            stated += [("service_id", Kind.SERVICE, record.service_id)]
        case _:
            pass
    return tuple((name, kind, local_id) for name, kind, local_id in stated if local_id is not None)


@dataclass(slots=True)
class Reading:
    """What one document yielded: the sound records by kind and local id, and every issue met."""

    source: Source
    records: dict[tuple[Kind, str], Observation] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    skipped: int = 0

    @property
    def read(self) -> int:
        """How many records the document held, sound or not."""
        return len(self.records) + self.skipped

    def complain(self, observation: Observation, name: str, value: str, reason: str, *, skip: bool) -> None:
        """Note an issue with a record, or with one field of it."""
        self.issues.append(issue_with(observation, name, value, reason, skipped=skip))
        self.skipped += skip

    def record_id(self, kind: Kind, local_id: str) -> str:
        """The id of a record of this source."""
        return record_id(self.source.id, kind, local_id)


def read(source: Source, yielded: Iterable[Observation | Issue], gazetteer: Gazetteer) -> Reading:
    """Take in everything a document yields; what is unsound becomes issues, and the rest goes on."""
    reading = Reading(source=source)
    for item in yielded:
        if isinstance(item, Issue):
            reading.issues.append(replace(item, value=readable(item.value)))
            reading.skipped += item.skipped
            continue
        try:
            observation, issues = normalise(item, source.country)
        except InvalidValue as error:
            reading.complain(item, error.field, error.value, error.reason, skip=True)
            continue
        reading.issues += issues
        observation = replace(observation, local_id=readable(observation.local_id))
        key = (kind_of(observation.record), observation.local_id)
        if key in reading.records:
            reason = f"This {key[0].replace('_', ' ')} stands in the document twice"
            reading.complain(observation, "id", observation.local_id, reason, skip=True)
        else:
            reading.records[key] = observation
    _forget_missing_parents(reading)
    _drop_dangling(reading)
    _check_places(reading, gazetteer)
    return reading


_NO_SUCH = "There is no such {} in the document, or it was left out"


def _forget_missing_parents(reading: Reading) -> None:
    """Let an organization stand without a parent that is not there: it does not belong to it as a service does."""
    for key, observation in reading.records.items():
        record = observation.record
        if isinstance(record, Organization) and record.parent_organization_id is not None:
            parent = record.parent_organization_id
            if (Kind.ORGANIZATION, parent) not in reading.records:
                reason = _NO_SUCH.format(Kind.ORGANIZATION)
                reading.complain(observation, "parent_organization_id", parent, reason, skip=False)
                reading.records[key] = replace(observation, record=replace(record, parent_organization_id=None))


def _drop_dangling(reading: Reading) -> None:
    """Leave out records that refer to one that is not there, parents before what depends on them."""
    by_kind: dict[Kind, list[tuple[Kind, str]]] = {kind: [] for kind in _PARENTS_FIRST}
    for key in reading.records:
        by_kind[key[0]].append(key)
    for kind in _PARENTS_FIRST:
        for key in by_kind[kind]:
            observation = reading.records[key]
            missing = [one for one in references(observation.record) if (one[1], one[2]) not in reading.records]
            if missing:
                name, target, local_id = missing[0]
                reading.complain(observation, name, local_id, _NO_SUCH.format(target), skip=True)
                del reading.records[key]


def _check_places(reading: Reading, gazetteer: Gazetteer) -> None:
    """Note postcodes that do not exist, and leave out coordinates far from their own postcode."""
    if reading.source.country != "GB":
        return
    placed = [
        (key, observation, observation.record, address.postal_code)
        for key, observation in reading.records.items()
        if isinstance(observation.record, Location)
        for address in observation.record.addresses[:1]
        if is_whole_postcode(address.postal_code)
    ]
    found = gazetteer.bulk([str(postcode) for *_, postcode in placed])
    for number, (key, observation, location, postcode) in enumerate(placed):
        if np.isnan(found.latitude[number]):
            reading.complain(observation, "postal_code", str(postcode), "There is no such postcode", skip=False)
        elif location.latitude is not None and location.longitude is not None:
            there = Point(float(found.latitude[number]), float(found.longitude[number]))
            away = there.distance_m(Point(location.latitude, location.longitude)) - float(found.radius_m[number])
            if away > FAR_FROM_POSTCODE_M:
                value = f"{location.latitude},{location.longitude}"
                reason = f"These coordinates are {away / 1000:.0f} km from {postcode}, so the postcode is believed"
                reading.complain(observation, "latitude", value, reason, skip=False)
                sound = replace(location, latitude=None, longitude=None)
                reading.records[key] = replace(observation, record=sound)


def locations_of_organizations(reading: Reading) -> Mapping[str, list[Location]]:
    """The locations of each organization in the reading, by its local id."""
    found: dict[str, list[Location]] = {}
    for observation in reading.records.values():
        location = observation.record
        if isinstance(location, Location) and location.organization_id is not None:
            found.setdefault(location.organization_id, []).append(location)
    return found
