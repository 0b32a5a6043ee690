"""Changes that pages put forward, for a person to decide on."""

from dataclasses import dataclass

from directory.domain.records import Kind
from directory.queries import Database
from directory.store import catalogue, linking, proposals
from directory.store.proposals import Proposal

_SUREST_FIRST = ("high", "medium", "low")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A change that nobody has decided on, with the service that it is of as the catalogue has it now."""

    number: int
    service_id: str
    service_name: str
    change: Proposal


def waiting(database: Database) -> list[Waiting]:
    """The changes that wait for a person, the surest first and then the oldest; none of services that are no more."""
    with database.read() as transaction:
        found = proposals.open_proposals(transaction)
        merged = linking.successors(transaction, {one.service_id for one in found.values()})
        now = {one.service_id: merged.get(one.service_id, one.service_id) for one in found.values()}
        rows = catalogue.rows(transaction, Kind.SERVICE, set(now.values()))
    listed = [
        Waiting(number=number, service_id=row.id, service_name=row.fields["name"], change=one)
        for number, one in found.items()
        if (row := rows.get(now[one.service_id])) is not None
    ]
    return sorted(listed, key=lambda one: (_SUREST_FIRST.index(one.change.confidence), one.change.found_at, one.number))


__all__ = ["Proposal", "Waiting", "waiting"]
