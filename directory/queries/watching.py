"""What watching works with: which pages to visit and for whom, how hosts are to be treated, and which feeds ail."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from directory.domain.codec import from_fields
from directory.domain.errors import NotFound
from directory.domain.parts import Schedule
from directory.domain.records import Kind, Location, Organization, Service, ServiceAtLocation
from directory.domain.web_pages import page_address, place_of
from directory.queries import Database
from directory.store import Transaction, catalogue, crawl_log, status, watching
from directory.store.catalogue import Row
from directory.store.crawl_log import HostMemory, Outage, Request
from directory.store.watching import Page

TROUBLED = ("failing", "emptied", "silent")
"""The states of health in which somebody should look at a feed."""

NEIGHBOURS = 4
"""Other pages of a host that are looked at when one begins to fail: with it enough to tell that the host fails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """A service that a page is watched for, and what the catalogue has of it.

    ``is_sole`` says that its organization has no other service. ``postcodes`` and ``schedules`` are also those of its
    places, but for confidential ones.
    """

    id: str
    service: Service
    organization: Organization
    is_sole: bool
    postcodes: tuple[str, ...]
    schedules: tuple[Schedule, ...]
    p_open: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A page and the services it is watched for. ``is_own`` says that it speaks of one of them and of nothing else."""

    page: Page
    behind: tuple[Behind, ...]
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedInTrouble:
    """A feed that fails, is empty, or is silent ``since`` a day, why in a sentence, and the services it is of."""

    url: str
    health: str
    since: date
    sentence: str
    service_ids: tuple[str, ...]


def due(database: Database, at: datetime, *, most: int, most_of_host: int) -> list[Watched]:
    """The pages to be visited by now, at most so many; where one began to fail, others of its host as well."""
    with database.read() as transaction:
        pages = {one.url: one for one in watching.due(transaction, at, most=most, most_of_host=most_of_host)}
        began = {one.host: one.failing_since for one in pages.values() if one.failures == 1}
        for host, failing_since in began.items():
            if failing_since is not None:
                others = watching.untried_since(transaction, host, failing_since, NEIGHBOURS)
                pages |= {one.url: one for one in others if one.url not in pages}
        return _watched(transaction, list(pages.values()))


def watched(database: Database, url_or_id: str) -> list[Watched]:
    """The page of this address, or the pages and feeds of this service; raise `NotFound` where none is watched."""
    with database.read() as transaction:
        urls = [url] if (url := page_address(url_or_id)) else watching.urls_of(transaction, url_or_id)
        found = _watched(transaction, list(watching.pages(transaction, urls).values()))
    if not found or not found[0].behind:
        raise NotFound("No service of the catalogue is watched at this address or by this id.")
    return found


def failing(database: Database, host: str, since: datetime) -> dict[str, tuple[Page, int]]:
    """The pages of a host that failed when they were last visited, if that was after ``since``; of how many services
    each is the page."""
    with database.read() as transaction:
        pages = watching.failing(transaction, host, since)
        services = watching.services_of(transaction, [one.url for one in pages])
    return {one.url: (one, len(services.get(one.url, ()))) for one in pages}


def rates(database: Database) -> list[float | None]:
    """How often each watched page changes, in changes a day; None where it was never read."""
    with database.read() as transaction:
        return watching.rates(transaction)


def checked_since(database: Database, at: datetime) -> int:
    """How many pages were checked since then."""
    with database.read() as transaction:
        return watching.checked_since(transaction, at)


def host_memories(database: Database) -> list[HostMemory]:
    """When each host may next be asked, and what was read of it."""
    with database.read() as transaction:
        return crawl_log.host_memories(transaction)


def requests_since(database: Database, at: datetime) -> list[Request]:
    """The crawl log from then on."""
    with database.read() as transaction:
        return crawl_log.requests_since(transaction, at)


def outages(database: Database) -> list[tuple[Outage, datetime, datetime | None]]:
    """Every outage of a whole host, with when it began and ended (None: not yet)."""
    with database.read() as transaction:
        return crawl_log.outages(transaction)


def feeds_in_trouble(database: Database) -> list[FeedInTrouble]:
    """The feeds that fail, lost all they had, or have had nothing new for too long; the longest so first."""
    with database.read() as transaction:
        pages = watching.feeds(transaction, TROUBLED)
        services = watching.services_of(transaction, [one.url for one in pages])
    return [
        FeedInTrouble(
            url=one.url,
            health=one.feed_health,
            since=one.feed_since,
            sentence=one.feed_sentence or "",
            service_ids=tuple(services[one.url]),
        )
        for one in pages
        if one.feed_health is not None and one.feed_since is not None
    ]


def _watched(transaction: Transaction, pages: Sequence[Page]) -> list[Watched]:
    ids = watching.services_of(transaction, [page.url for page in pages])
    behind = _behind(transaction, {one for found in ids.values() for one in found})
    sharers = watching.sharers(transaction, {page.place for page in pages})
    found = []
    for page in pages:
        services = tuple(behind[one] for one in ids.get(page.url, ()) if one in behind)
        is_alone = len(sharers.get(page.place, ())) == 1 and len(services) == 1
        found.append(Watched(page=page, behind=services, is_own=is_alone and _is_own(page, services[0])))
    return found


def _is_own(page: Page, only: Behind) -> bool:
    """Whether a page of one service alone is about it, and not about an organization that has other services, too."""
    website = page_address(only.organization.website or "")
    return only.is_sole or website is None or place_of(website) != page.place


def _behind(transaction: Transaction, service_ids: Iterable[str]) -> dict[str, Behind]:
    services = catalogue.rows(transaction, Kind.SERVICE, service_ids)
    owners = {row.fields["organization_id"] for row in services.values()}
    organizations = catalogue.rows(transaction, Kind.ORGANIZATION, owners)
    siblings = catalogue.rows_where(transaction, Kind.SERVICE, "organization_id", owners).values()
    at_locations = catalogue.rows_where(transaction, Kind.SERVICE_AT_LOCATION, "service_id", services).values()
    locations = catalogue.rows(transaction, Kind.LOCATION, {row.fields["location_id"] for row in at_locations})
    standings = status.standings_of(transaction, services)
    found = {}
    for row in services.values():
        owner = row.fields["organization_id"]
        service, organization = (
            from_fields(Kind.SERVICE, row.fields),
            from_fields(Kind.ORGANIZATION, organizations[owner].fields),
        )
        assert isinstance(service, Service)
        assert isinstance(organization, Organization)
        held = [one for one in at_locations if one.fields["service_id"] == row.id]
        postcodes, schedules = _of_places(held, locations)
        found[row.id] = Behind(
            id=row.id,
            service=service,
            organization=organization,
            is_sole=sum(one.fields["organization_id"] == owner for one in siblings) == 1,
            postcodes=postcodes,
            schedules=(*service.schedules, *service.read_schedules, *schedules),
            p_open=standings[row.id].p_open if row.id in standings else None,
        )
    return found


def _of_places(
    at_locations: Iterable[Row], locations: Mapping[str, Row]
) -> tuple[tuple[str, ...], tuple[Schedule, ...]]:
    postcodes: list[str] = []
    schedules: list[Schedule] = []
    for row in at_locations:
        at = from_fields(Kind.SERVICE_AT_LOCATION, row.fields)
        location = from_fields(Kind.LOCATION, locations[row.fields["location_id"]].fields)
        assert isinstance(at, ServiceAtLocation)
        assert isinstance(location, Location)
        schedules += at.schedules
        if not location.confidential:
            postcodes += [one.postal_code for one in location.addresses if one.postal_code]
    return tuple(dict.fromkeys(postcodes)), tuple(schedules)


__all__ = [
    "Behind",
    "FeedInTrouble",
    "HostMemory",
    "Outage",
    "Page",
    "Request",
    "Watched",
    "checked_since",
    "due",
    "failing",
    "feeds_in_trouble",
    "host_memories",
    "outages",
    "rates",
    "requests_since",
    "watched",
]
