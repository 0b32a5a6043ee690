"""What watching brings in: which pages there are to watch, and what one visit to one of them showed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from directory.domain.records import Kind
from directory.domain.status.sightings import Sighting
from directory.domain.web_pages import host_in, page_address, place_of
from directory.intake.limits import BATCH
from directory.store import Database, Transaction, catalogue, crawl_log, proposals, watching
from directory.store.crawl_log import HostMemory, Outage, Request
from directory.store.proposals import Proposal
from directory.store.statements import chunks
from directory.store.watching import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a visit asked of hosts: each request, and what is to be remembered of each host."""

    hosts: tuple[HostMemory, ...] = ()
    requests: tuple[Request, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """All that one visit ``at`` a time showed: ``page`` as it is known from now on, and what follows for services.

    ``feeds`` are those the page names, by the service whose page it is; None where nobody may tell, because the page
    was not read. ``is_read`` says that its proposals are all it has to say. ``outage`` is of its host, if that fails as
    a whole; ``is_answering`` says that the host is well.
    """

    page: Page
    at: datetime
    asked: Asked = Asked()
    sightings: tuple[Sighting, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    feeds: Mapping[str, tuple[str, ...]] | None = None
    is_read: bool = False
    outage: Outage | None = None
    is_answering: bool = False


def follow_catalogue(database: Database, at: datetime) -> int:
    """Watch the pages that services have now: their own, else their organization's; how many services were looked at.

    Only services on the change feed are looked at, in whole batches: a run that is killed is run again.
    """
    with database.read() as transaction:
        newest = catalogue.latest_change(transaction)
        changed = catalogue.changed_since(transaction, watching.followed(transaction))
    for chunk in chunks(sorted(changed), BATCH):
        with database.write() as transaction:
            _follow(transaction, chunk, at)
    if changed:
        with database.write() as transaction:
            watching.set_followed(transaction, newest)
    return len(changed)


def _follow(transaction: Transaction, service_ids: list[str], at: datetime) -> None:
    services = catalogue.rows(transaction, Kind.SERVICE, service_ids)
    owners = {row.fields["organization_id"] for row in services.values()}
    organizations = catalogue.rows(transaction, Kind.ORGANIZATION, owners)
    addresses: dict[str, str | None] = dict.fromkeys(service_ids)
    for row in services.values():
        stated = row.fields.get("url") or organizations[row.fields["organization_id"]].fields.get("website")
        addresses[row.id] = page_address(stated) if stated else None
    watching.set_addresses(transaction, addresses)
    watching.add_pages(transaction, [_new_page(url, at) for url in dict.fromkeys(addresses.values()) if url])


def _new_page(url: str, at: datetime) -> Page:
    return Page(url=url, host=host_in(url), place=place_of(url), kind="site", next_check=at)


def record(database: Database, seen: Seen) -> bool:
    """Keep everything that one visit showed, whole or not at all; whether it was not known before.

    A visit that is no later than the last one kept of its page is not kept again.
    """
    with database.write() as transaction:
        _remember(transaction, seen.asked)
        known = watching.pages(transaction, [seen.page.url]).get(seen.page.url)
        if known is not None and known.last_checked is not None and seen.at <= known.last_checked:
            return False
        watching.write_page(transaction, seen.page)
        _note_host(transaction, seen)
        if seen.feeds is not None:
            _watch_feeds(transaction, seen, seen.feeds)
        if seen.is_read:
            proposals.lapse_proposals(transaction, seen.page.url, seen.proposals, seen.at)
        proposals.add_proposals(transaction, seen.proposals)
        catalogue.note_changes(transaction, sorted(watching.add_seen(transaction, seen.sightings)))
        return True


def put_off(database: Database, page: Page, until: datetime, asked: Asked, trouble: str | None = None) -> None:
    """Keep that a page is to be visited later and was not checked now; ``trouble`` names our own error, if it was one.

    Nothing else of what is known of the page changes.
    """
    with database.write() as transaction:
        _remember(transaction, asked)
        known = watching.pages(transaction, [page.url]).get(page.url, page)
        watching.write_page(transaction, replace(known, next_check=until, trouble=trouble))


def forget_requests(database: Database, before: datetime) -> None:
    """Take requests made earlier than that out of the crawl log."""
    with database.write() as transaction:
        crawl_log.forget_requests(transaction, before)


def _remember(transaction: Transaction, asked: Asked) -> None:
    crawl_log.write_host_memories(transaction, asked.hosts)
    crawl_log.log_requests(transaction, asked.requests)


def _note_host(transaction: Transaction, seen: Seen) -> None:
    if seen.outage is not None:
        crawl_log.note_outage(transaction, seen.outage, seen.at)
    elif seen.is_answering:
        crawl_log.end_outage(transaction, seen.page.host, seen.at)


def _watch_feeds(transaction: Transaction, seen: Seen, feeds: Mapping[str, tuple[str, ...]]) -> None:
    for service_id, found in feeds.items():
        urls = [url for one in found if (url := page_address(one)) is not None and url != seen.page.url]
        watching.set_feeds(transaction, service_id, seen.page.url, urls)
        watching.add_pages(transaction, [replace(_new_page(url, seen.at), kind="feed") for url in urls])


__all__ = [
    "Asked",
    "HostMemory",
    "Outage",
    "Proposal",
    "Request",
    "Seen",
    "follow_catalogue",
    "forget_requests",
    "put_off",
    "record",
]
