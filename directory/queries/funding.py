"""Whose money ends soon: organizations, and services with money of their own, by the end of the last grant known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from directory.domain.codec import from_fields
from directory.domain.records import Funding, Kind
from directory.domain.status.funding import Outlook, outlook
from directory.queries import Database
from directory.store import catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The end of the last money known for one organization, or for one service that has its own; ``name`` is its name.

    ``service_ids`` are the services whose money it is: of an organization, all but those that have their own.
    """

    organization_id: str
    name: str
    end_on: date
    funder: str | None
    amount: float | None
    currency: str
    service_ids: tuple[str, ...]


def endings(database: Database, on: date, until: date) -> list[Ending]:
    """The last money known on the day ``on`` that ends from then ``until``, the soonest first."""
    with database.read() as transaction:
        by_owner: dict[tuple[str, str | None], list[Funding]] = {}
        for row in catalogue.funding_ending_after(transaction, on).values():
            record = from_fields(Kind.FUNDING, row.fields)
            assert isinstance(record, Funding)
            by_owner.setdefault((record.organization_id, record.service_id), []).append(record)
        last = {owner: money for owner, funding in by_owner.items() if (money := outlook(funding, on)) is not None}
        due = {owner: money for owner, money in last.items() if money.end_on <= until}
        organization_ids = {organization_id for organization_id, _ in due}
        organizations = catalogue.rows(transaction, Kind.ORGANIZATION, organization_ids)
        services = catalogue.rows_where(transaction, Kind.SERVICE, "organization_id", organization_ids)
        services |= catalogue.rows(transaction, Kind.SERVICE, {one for _, one in due if one is not None})
    found = []
    for (organization_id, service_id), money in due.items():
        owner = organizations[organization_id] if service_id is None else services[service_id]
        theirs = (row.id for row in services.values() if row.fields["organization_id"] == organization_id)
        paid_for = [one for one in theirs if (organization_id, one) not in last] if service_id is None else [service_id]
        found.append(_ending(organization_id, owner.fields["name"], money, paid_for))
    return sorted(found, key=lambda one: (one.end_on, one.name, one.organization_id))


def _ending(organization_id: str, name: str, money: Outlook, service_ids: Iterable[str]) -> Ending:
    return Ending(
        organization_id=organization_id,
        name=name,
        end_on=money.end_on,
        funder=money.funder,
        amount=money.amount,
        currency=money.currency,
        service_ids=tuple(service_ids),
    )
