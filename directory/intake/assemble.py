"""Assembling: what the sources and persons say of organizations and all that belongs to them, resolved."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from directory.domain.identifiers import record_id
from directory.domain.records import Basis, Kind, LocationType, ServiceStatus
from directory.domain.resolve import Claim, Resolved, resolve
from directory.intake.place import postcode_of
from directory.store import catalogue, linking
from directory.store.catalogue import Row
from directory.store.database import Transaction
from directory.store.observations import Version, edits_of, versions_below, versions_of

K = TypeVar("K", bound=Hashable)
Rows = dict[Kind, dict[str, Row]]

ORDER = (*catalogue.TABLES,)
"""The kinds of record of the catalogue, each after those it refers to."""


@dataclass(slots=True)
class Assembly:
    """What a batch of clusters resolves to, and which record of a source became which record of the catalogue."""

    rows: Rows = field(default_factory=lambda: {kind: {} for kind in ORDER})
    became: dict[Kind, dict[str, str]] = field(default_factory=lambda: {kind: {} for kind in ORDER})
    edits: dict[str, list[Version]] = field(default_factory=dict)
    """What persons set in records of sources, by the ids of those."""

    def add(
        self, kind: Kind, versions: Collection[Version], row_id: str | None = None, **references: str | None
    ) -> None:
        """Resolve what is said of one record, under the id of its earliest version unless another is given."""
        row_id = row_id or min(versions, key=lambda version: version.origin).record_id
        heard = _kept_on_registers(versions) if kind is Kind.SERVICE else versions
        # What a person set in a record holds as long as any source has the record.
        is_live = any(version.is_live for version in versions)
        edits = [replace(one, is_live=is_live) for version in versions for one in self.edits.get(version.record_id, ())]
        resolved = _resolve([*heard, *edits])
        for name, target in references.items():
            resolved.fields.pop(name, None)
            if target is not None:
                resolved.fields[name] = target
        self.rows[kind][row_id] = _row(row_id, resolved)
        self.became[kind].update({version.record_id: row_id for version in versions})


def assemble(transaction: Transaction, clusters: Mapping[str, frozenset[str]]) -> Assembly:
    """What is said of each cluster of organization records, under the id of the organization they become."""
    members = {one for cluster in clusters.values() for one in cluster}
    home_of = {member: home for home, cluster in clusters.items() for member in cluster}
    attached = _attached(transaction, members)
    own = _grouped(versions_of(transaction, members), lambda version: home_of[version.record_id])
    below = versions_below(transaction, members)
    assembly = Assembly(edits=edits_of(transaction, [one.record_id for one in below]))
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
    assembly.edits |= edits_of(transaction, [one.record_id for one in at_location])
    became = assembly.became[Kind.LOCATION]
    elsewhere = {str(one.other_id) for one in at_location} - became.keys()
    became.update(_became(transaction, Kind.LOCATION, linking.successors(transaction, elsewhere)))
    assembly.edits |= edits_of(transaction, elsewhere)
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
