"""Publishing: resolving organizations with all that belongs to them, and bringing the catalogue to the result."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from directory.domain.identifiers import record_id
from directory.domain.records import Basis, Kind, LocationType, ServiceStatus
from directory.domain.resolve import Claim, Resolved, resolve
from directory.geography import Gazetteer
from directory.intake.derive import derive
from directory.intake.limits import BATCH
from directory.intake.link import link
from directory.intake.place import keep_confidence_at, name_areas, place_all, postcode_of
from directory.store import catalogue, linking, observations
from directory.store.catalogue import Row
from directory.store.database import Transaction
from directory.store.observations import Version, versions_below, versions_of

K = TypeVar("K", bound=Hashable)
Rows = dict[Kind, dict[str, Row]]

_ORDER = (*catalogue.TABLES,)


@dataclass(slots=True)
class Assembly:
    """What a batch of clusters resolves to, and which record of a source became which record of the catalogue."""

    rows: Rows = field(default_factory=lambda: {kind: {} for kind in _ORDER})
    became: dict[Kind, dict[str, str]] = field(default_factory=lambda: {kind: {} for kind in _ORDER})

    def add(
        self, kind: Kind, versions: Collection[Version], row_id: str | None = None, **references: str | None
    ) -> None:
        """Resolve what is said of one record, under the id of its earliest version unless another is given."""
        row_id = row_id or min(versions, key=lambda version: version.origin).record_id
        resolved = _resolve(_kept_on_registers(versions) if kind is Kind.SERVICE else versions)
        for name, target in references.items():
            resolved.fields.pop(name, None)
            if target is not None:
                resolved.fields[name] = target
        self.rows[kind][row_id] = _row(row_id, resolved)
        self.became[kind].update({version.record_id: row_id for version in versions})


def publish(transaction: Transaction, changed: Collection[str], gazetteer: Gazetteer, at: datetime) -> int:
    """Link and resolve the organizations around ``changed`` (ids of their records); how many services that touched.

    Organizations whose services take place at a location of those are published with them.
    """
    clusters = link(transaction, changed, at)
    members = {one for cluster in clusters.values() for one in cluster}
    locations = observations.locations_of(transaction, members)
    visitors = observations.organizations_at(transaction, locations) - members
    if visitors:
        clusters = link(transaction, members | visitors, at)
    touched = 0
    homes = sorted(clusters)
    for start in range(0, len(homes), BATCH):
        batch = {home: clusters[home] for home in homes[start : start + BATCH]}
        touched += _publish_batch(transaction, batch, gazetteer)
    return touched


def _publish_batch(transaction: Transaction, clusters: Mapping[str, frozenset[str]], gazetteer: Gazetteer) -> int:
    assembly = _assemble(transaction, clusters)
    locations = assembly.rows[Kind.LOCATION]
    place_all([row.fields for row in locations.values()], gazetteer)
    name_areas((row.fields for row in assembly.rows[Kind.SERVICE].values()), gazetteer)
    for row in assembly.rows[Kind.SERVICE_AT_LOCATION].values():
        if row.fields["location_id"] in locations and locations[row.fields["location_id"]].fields.get("confidential"):
            keep_confidence_at(row.fields)
    derive(assembly.rows, gazetteer)
    members = {one for cluster in clusters.values() for one in cluster}
    return _bring_to(transaction, members, assembly)


# --- What the sources say, put together ------------------------------------------------------------------------------


def _assemble(transaction: Transaction, clusters: Mapping[str, frozenset[str]]) -> Assembly:
    members = {one for cluster in clusters.values() for one in cluster}
    home_of = {member: home for home, cluster in clusters.items() for member in cluster}
    attached = _attached(transaction, members)
    own = _grouped(versions_of(transaction, members), lambda version: home_of[version.record_id])
    below = versions_below(transaction, members)
    assembly = Assembly()
    for home, versions in own.items():
        facts = [one for version in versions for one in attached.get(version.record_id, ())]
        facts = list({one.id: one for one in facts}.values())
        _add_organization(assembly, home, versions, [one for one in facts if one.kind is Kind.ORGANIZATION_FACTS])
        for one in facts:
            if one.kind is Kind.EVIDENCE:
                # Evidence about a number is about everyone who bears it, if a person holds them apart.
                row_id = record_id(one.source_id, f"{Kind.EVIDENCE} about {home}", one.local_id)
                assembly.add(Kind.EVIDENCE, [one], row_id, organization_id=home)
    by_home = _grouped(below, lambda version: home_of[str(version.parent_id)])
    for home, versions in by_home.items():
        _add_services(assembly, home, [one for one in versions if one.kind is Kind.SERVICE])
        _add_locations(assembly, home, [one for one in versions if one.kind is Kind.LOCATION])
    _add_below_services(transaction, assembly, [one.record_id for one in below if one.kind is Kind.SERVICE])
    funded = {one.other_id for one in below if one.kind is Kind.FUNDING and one.other_id}
    service_of = _became(transaction, Kind.SERVICE, funded) | assembly.became[Kind.SERVICE]
    for version in below:
        home = home_of[str(version.parent_id)]
        if version.kind in (Kind.FUNDING, Kind.EVIDENCE):
            service = service_of.get(version.other_id) if version.other_id else None
            assembly.add(version.kind, [version], organization_id=home, service_id=service)
    _adopt_parents(transaction, assembly, own)
    return assembly


def _became(transaction: Transaction, kind: Kind, record_ids: Collection[str]) -> dict[str, str]:
    """The rows of the catalogue that these records became, where there are any."""
    stands_for = linking.successors(transaction, record_ids)
    became = {one: stands_for.get(one, one) for one in record_ids}
    held = catalogue.rows(transaction, kind, set(became.values()))
    return {one: row_id for one, row_id in became.items() if row_id in held}


def _adopt_parents(transaction: Transaction, assembly: Assembly, own: Mapping[str, Collection[Version]]) -> None:
    """Name the parents of organizations by what they became in the catalogue."""
    source_of = {version.id: version.source_id for versions in own.values() for version in versions}
    children = {
        row.id: record_id(source_of[row.winners[_PARENT][0]], Kind.ORGANIZATION, row.fields[_PARENT])
        for row in assembly.rows[Kind.ORGANIZATION].values()
        if _PARENT in row.fields
    }
    stands_for = linking.successors(transaction, children.values())
    for child, parent in children.items():
        assembly.rows[Kind.ORGANIZATION][child].fields[_PARENT] = stands_for.get(parent, parent)


_PARENT = "parent_organization_id"


def _attached(transaction: Transaction, members: Collection[str]) -> dict[str, list[Version]]:
    """For each organization record, what other sources say of whoever bears one of its identifiers."""
    keys = linking.keys_of(transaction, members)
    wanted = {key for own in keys.values() for key in own if key.startswith("id:")}
    bearers = linking.bearers_of(transaction, wanted, (Kind.ORGANIZATION_FACTS, Kind.EVIDENCE))
    versions = {
        one.record_id: one for one in versions_of(transaction, {one for ids in bearers.values() for one in ids})
    }
    return {
        member: [versions[one] for key in sorted(own) for one in sorted(bearers.get(key, ()))]
        for member, own in keys.items()
    }


def _add_organization(assembly: Assembly, home: str, versions: Collection[Version], facts: Collection[Version]) -> None:
    # Facts alone are no organization: beside one that every source has dropped they are not heard as living.
    is_live = any(version.is_live for version in versions)
    resolved = _resolve([*versions, *(facts if is_live else [replace(one, is_live=False) for one in facts])])
    for part in (resolved.fields, resolved.winners):
        part.pop("identifier", None)
    assembly.rows[Kind.ORGANIZATION][home] = _row(home, resolved)


def _add_services(assembly: Assembly, home: str, versions: Collection[Version]) -> None:
    """Each service that was listed, and one for all the registers that describe the organization."""
    described = [one for one in versions if one.fields.get("basis") == Basis.REGISTER]
    listed = [[one] for one in versions if one.fields.get("basis") != Basis.REGISTER]
    for group in [*listed, described]:
        if group:
            assembly.add(Kind.SERVICE, group, organization_id=home)


def _add_locations(assembly: Assembly, home: str, versions: Collection[Version]) -> None:
    """Each venue by itself, and one registered office for the organization whatever number of registers name one."""
    offices = [one for one in versions if one.fields["location_type"] == LocationType.POSTAL]
    venues = [[one] for one in versions if one.fields["location_type"] != LocationType.POSTAL]
    secret = {code for one in versions if one.fields.get("confidential") and (code := postcode_of(one.fields))}
    for group in [*venues, offices]:
        if group:
            kept = [_in_confidence(one) if postcode_of(one.fields) in secret else one for one in group]
            assembly.add(Kind.LOCATION, kept, organization_id=home)


def _in_confidence(version: Version) -> Version:
    """What another source says openly of a place that one source asked to keep secret."""
    return replace(version, fields={**version.fields, "confidential": True})


def _add_below_services(transaction: Transaction, assembly: Assembly, services: Collection[str]) -> None:
    """Where services take place, with the venues that no organization of theirs owns, and evidence about them."""
    below = versions_below(transaction, services)
    at_location = _where_now([one for one in below if one.kind is Kind.SERVICE_AT_LOCATION])
    became = assembly.became[Kind.LOCATION]
    elsewhere = {str(one.other_id) for one in at_location} - became.keys()
    became.update(_became(transaction, Kind.LOCATION, linking.successors(transaction, elsewhere)))
    for version in versions_of(transaction, elsewhere - became.keys()):
        owner = linking.successors(transaction, [version.parent_id]) if version.parent_id else {}
        assembly.add(Kind.LOCATION, [version], organization_id=owner.get(str(version.parent_id), version.parent_id))
    service_of = assembly.became[Kind.SERVICE]
    pairs = _grouped(at_location, lambda one: (service_of[str(one.parent_id)], became[str(one.other_id)]))
    for (service, location), versions in pairs.items():
        assembly.add(Kind.SERVICE_AT_LOCATION, versions, service_id=service, location_id=location)
    for version in below:
        if version.kind is Kind.EVIDENCE:
            service = service_of[str(version.parent_id)]
            organization = assembly.rows[Kind.SERVICE][service].fields["organization_id"]
            assembly.add(Kind.EVIDENCE, [version], service_id=service, organization_id=organization)


def _where_now(at_location: Collection[Version]) -> list[Version]:
    """Where services take place: where they did before counts only for a service that takes place nowhere now."""
    running = {one.parent_id for one in at_location if one.is_live}
    return [one for one in at_location if one.is_live or one.parent_id not in running]


def _kept_on_registers(versions: Collection[Version]) -> Collection[Version]:
    """Of a body with several numbers, those that a register has taken off are not heard beside one that it keeps."""
    return [one for one in versions if one.is_live and one.fields.get("status") == ServiceStatus.ACTIVE] or versions


def _resolve(versions: Iterable[Version]) -> Resolved:
    return resolve(
        [
            Claim(
                observation_id=version.id,
                authority=version.authority,
                is_live=version.is_live,
                verified_on=version.verified_on,
                fields=version.fields,
            )
            for version in versions
        ]
    )


def _row(row_id: str, resolved: Resolved) -> Row:
    fields, winners = resolved.fields, resolved.winners
    return Row(id=row_id, fields=fields, winners=winners, claims=resolved.claims, is_live=resolved.is_live)


def _grouped(versions: Iterable[Version], key: Callable[[Version], K]) -> dict[K, list[Version]]:
    groups: dict[K, list[Version]] = {}
    for version in versions:
        groups.setdefault(key(version), []).append(version)
    return groups


# --- What the catalogue holds, brought to it --------------------------------------------------------------------------


def _bring_to(transaction: Transaction, members: Collection[str], assembly: Assembly) -> int:
    """Write what differs, take out what is no more, and note which services may look different."""
    held = _held(transaction, members, assembly)
    written: dict[Kind, list[Row]] = {}
    removed: dict[Kind, set[str]] = {}
    for kind in _ORDER:
        wanted = assembly.rows[kind]
        written[kind] = [row for row in wanted.values() if held[kind].get(row.id) != row]
        removed[kind] = held[kind].keys() - wanted.keys()
        catalogue.write(transaction, kind, written[kind])
    for kind in reversed(_ORDER):
        catalogue.remove(transaction, kind, removed[kind])
    for kind in (Kind.SERVICE, Kind.LOCATION):
        linking.set_successors(transaction, kind, assembly.became[kind])
    touched = _touched_services(transaction, assembly, held, written, removed)
    catalogue.note_changes(transaction, sorted(touched))
    return len(touched)


def _held(transaction: Transaction, members: Collection[str], assembly: Assembly) -> Rows:
    """The rows of these organizations as they are, and those that share an id with what is wanted."""
    held = {kind: catalogue.rows(transaction, kind, assembly.rows[kind]) for kind in _ORDER}
    held[Kind.ORGANIZATION] |= catalogue.rows(transaction, Kind.ORGANIZATION, members)
    for kind in (Kind.SERVICE, Kind.LOCATION, Kind.FUNDING, Kind.EVIDENCE):
        held[kind] |= catalogue.rows_where(transaction, kind, "organization_id", members)
    held[Kind.SERVICE_AT_LOCATION] |= catalogue.rows_where(
        transaction, Kind.SERVICE_AT_LOCATION, "service_id", held[Kind.SERVICE]
    )
    return held


def _touched_services(
    transaction: Transaction,
    assembly: Assembly,
    held: Rows,
    written: Mapping[Kind, list[Row]],
    removed: Mapping[Kind, set[str]],
) -> set[str]:
    organizations = {row.id for row in written[Kind.ORGANIZATION]}
    # Money and evidence look like nothing of themselves, but whether the services still run must be judged again.
    for kind in (Kind.FUNDING, Kind.EVIDENCE):
        dated = [*written[kind], *(held[kind][one] for one in removed[kind])]
        organizations |= {row.fields["organization_id"] for row in dated}
    locations = [row.id for row in written[Kind.LOCATION]]
    services = assembly.rows[Kind.SERVICE]
    at_location = catalogue.rows_where(transaction, Kind.SERVICE_AT_LOCATION, "location_id", locations)
    touched = {row.id for row in written[Kind.SERVICE]} | removed[Kind.SERVICE]
    touched |= {row.id for row in services.values() if row.fields["organization_id"] in organizations}
    touched |= {row.fields["service_id"] for row in written[Kind.SERVICE_AT_LOCATION]}
    touched |= {row.fields["service_id"] for row in at_location.values()}
    gone = (held[Kind.SERVICE_AT_LOCATION][one] for one in removed[Kind.SERVICE_AT_LOCATION])
    return touched | {row.fields["service_id"] for row in gone}
