"""Whose money ends soon: organizations, and services with money of their own, by the end of the last money known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from directory.domain.codec import from_fields
from directory.domain.records import Funding, Kind, Service
from directory.domain.status.funding import Outlook, Said, outlook, said_of
from directory.queries import Database
from directory.queries.cases import described_since
from directory.store import Transaction, catalogue
from directory.store.catalogue import Row
from directory.store.statements import chunks

BATCH = 2_000
"""Services looked through together for words about money."""

Owner = tuple[str, str | None]
"""An organization, and the service of it whose own the money is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The end of the last money known for one organization, or for one service that has its own; ``name`` is its name.

    ``service_ids`` are the services whose money it is: of an organization, all but those that have their own. ``said``
    are the words of the group, where it is known from them alone.
    """

    organization_id: str
    name: str
    end_on: date
    funder: str | None
    amount: float | None
    currency: str
    service_ids: tuple[str, ...]
    said: str | None = None


def endings(database: Database, on: date, until: date) -> list[Ending]:
    """The last money known on the day ``on`` that ends from then ``until``, the soonest first."""
    with database.read() as transaction:
        published: dict[Owner, list[Funding]] = {}
        for row in catalogue.funding_ending_after(transaction, on).values():
            record = from_fields(Kind.FUNDING, row.fields)
            assert isinstance(record, Funding)
            published.setdefault((record.organization_id, record.service_id), []).append(record)
        last = _last(published, _said(transaction, on), on)
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


def _last(published: Mapping[Owner, list[Funding]], said: Mapping[Owner, list[Said]], on: date) -> dict[Owner, Outlook]:
    """The last money of each owner; of a service only where it is its own that lasts longest."""
    found = {}
    for owner in published.keys() | said.keys():
        organization_id, service_id = owner
        general = published.get((organization_id, None), []) if service_id is not None else []
        money = outlook([*published.get(owner, ()), *general], on, said.get(owner, ()))
        if money is not None and money.is_own == (service_id is not None):
            found[owner] = money
    return found


def _said(transaction: Transaction, on: date) -> dict[Owner, list[Said]]:
    """What services say of money that ends on the day or later, by whose it is."""
    found: dict[Owner, list[Said]] = {}
    for ids in chunks(list(catalogue.ids_in_order(transaction, Kind.SERVICE)), BATCH):
        rows = catalogue.rows(transaction, Kind.SERVICE, ids)
        telling = {row.id: row for row in rows.values() if "read_funding" in row.fields and row.is_live}
        owners = {row.fields["organization_id"] for row in telling.values()}
        since = described_since(transaction, telling, catalogue.rows(transaction, Kind.ORGANIZATION, owners))
        for row in telling.values():
            for one in _told(row, since.get(row.id)):
                if one.funding.end_on is not None and one.funding.end_on >= on:
                    found.setdefault((one.funding.organization_id, one.funding.service_id), []).append(one)
    return found


def _told(row: Row, since: date | None) -> tuple[Said, ...]:
    service = from_fields(Kind.SERVICE, row.fields)
    assert isinstance(service, Service)
    return said_of(row.id, service, since)


def _ending(organization_id: str, name: str, money: Outlook, service_ids: Iterable[str]) -> Ending:
    return Ending(
        organization_id=organization_id,
        name=name,
        end_on=money.end_on,
        funder=money.funder,
        amount=money.amount,
        currency=money.currency,
        service_ids=tuple(service_ids),
        said=money.said,
    )
