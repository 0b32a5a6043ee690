"""Publishing: bringing the catalogue to what sources and persons say, around the organizations that have changed."""

from collections.abc import Collection, Mapping
from datetime import datetime

from directory.domain.records import Kind
from directory.geography import Gazetteer
from directory.intake.assemble import ORDER, Assembly, Rows, assemble
from directory.intake.derive import derive
from directory.intake.limits import BATCH
from directory.intake.link import link
from directory.intake.place import keep_confidence_at, name_areas, place_all
from directory.store import catalogue, linking, observations
from directory.store.catalogue import Row
from directory.store.database import Transaction


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
    assembly = assemble(transaction, clusters)
    locations = assembly.rows[Kind.LOCATION]
    place_all([row.fields for row in locations.values()], gazetteer)
    name_areas((row.fields for row in assembly.rows[Kind.SERVICE].values()), gazetteer)
    for row in assembly.rows[Kind.SERVICE_AT_LOCATION].values():
        if row.fields["location_id"] in locations and locations[row.fields["location_id"]].fields.get("confidential"):
            keep_confidence_at(row.fields)
    derive(assembly.rows, gazetteer)
    members = {one for cluster in clusters.values() for one in cluster}
    return _bring_to(transaction, members, assembly)


def _bring_to(transaction: Transaction, members: Collection[str], assembly: Assembly) -> int:
    """Write what differs, take out what is no more, and note which services may look different."""
    held = _held(transaction, members, assembly)
    written: dict[Kind, list[Row]] = {}
    removed: dict[Kind, set[str]] = {}
    for kind in ORDER:
        wanted = assembly.rows[kind]
        written[kind] = [row for row in wanted.values() if held[kind].get(row.id) != row]
        removed[kind] = held[kind].keys() - wanted.keys()
        catalogue.write(transaction, kind, written[kind])
    for kind in reversed(ORDER):
        catalogue.remove(transaction, kind, removed[kind])
    for kind in (Kind.SERVICE, Kind.LOCATION):
        linking.set_successors(transaction, kind, assembly.became[kind])
    touched = _touched_services(transaction, assembly, held, written, removed)
    catalogue.note_changes(transaction, sorted(touched))
    return len(touched)


def _held(transaction: Transaction, members: Collection[str], assembly: Assembly) -> Rows:
    """The rows of these organizations as they are, and those that share an id with what is wanted."""
    held = {kind: catalogue.rows(transaction, kind, assembly.rows[kind]) for kind in ORDER}
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
