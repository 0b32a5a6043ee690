"""The pages and feeds that are watched, and the services they are watched for."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy import Exists, Select, delete, exists, func, or_, select

from directory.domain.status.sightings import Sighting
from directory.store import schema_status, schema_watching
from directory.store.database import Transaction
from directory.store.new_rows import insert_into, insert_new
from directory.store.statements import chunks, upsert

_page = schema_watching.page.c
_owned = schema_watching.page_of_service.c
_reader = schema_watching.change_reader.c

_READER = "watching"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One address that is watched, and what is known of it.

    ``outcome`` is the code of what the last visit met, ``symbol`` what that counted as, and ``since`` when it was first
    met in a row. ``document`` is the hash of the last document with its own words. ``gaps`` are the days between one
    reading and the next, and whether it had changed. ``failures`` counts the visits in a row that failed, from
    ``failing_since`` on. ``trouble`` names our own error where the last visit ended in one.
    """

    url: str
    host: str
    place: str
    kind: Literal["site", "feed"]
    next_check: datetime
    outcome: str | None = None
    symbol: str | None = None
    reason: str | None = None
    since: datetime | None = None
    final_url: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    has_named: bool = False
    is_noindex: bool = False
    content_hash: str | None = None
    document: str | None = None
    media_type: str | None = None
    checks: int = 0
    changes: int = 0
    gaps: Sequence[tuple[float, bool]] = ()
    rate: float | None = None
    first_checked: datetime | None = None
    last_checked: datetime | None = None
    last_read: datetime | None = None
    last_changed: datetime | None = None
    failing_since: datetime | None = None
    failures: int = 0
    trouble: str | None = None
    feed_health: str | None = None
    feed_since: date | None = None
    feed_newest_on: date | None = None
    feed_usual_gap: int | None = None
    feed_sentence: str | None = None


def write_page(transaction: Transaction, page: Page) -> None:
    """Keep what is known of a page now."""
    upsert(transaction, schema_watching.page, [asdict(page)])


def add_pages(transaction: Transaction, pages: Collection[Page]) -> None:
    """Begin to watch these pages, but for those that are watched already."""
    insert_new(transaction, schema_watching.page, [asdict(page) for page in pages])


def pages(transaction: Transaction, urls: Iterable[str]) -> dict[str, Page]:
    """What is known of these addresses, as far as they are watched."""
    found: dict[str, Page] = {}
    for chunk in chunks(urls):
        found |= {page.url: page for page in _found(transaction, _pages().where(_page.url.in_(chunk)))}
    return found


def due(transaction: Transaction, at: datetime, *, most: int, most_of_host: int) -> list[Page]:
    """The pages of services to be checked by now: those that fail first, then the longest overdue."""
    turn = (_page.failing_since.is_(None), _page.next_check, _page.url)
    of_host = func.row_number().over(partition_by=_page.host, order_by=turn).label("of_host")
    ranked = select(_page.url, of_host).where(_page.next_check <= at, _is_of_somebody()).subquery()
    query = _pages().join(ranked, ranked.c.url == _page.url).where(ranked.c.of_host <= most_of_host)
    return _found(transaction, query.order_by(*turn).limit(most))


def untried_since(transaction: Transaction, host: str, at: datetime, most: int) -> list[Page]:
    """Pages of a host that do not fail as far as is known, and have not been checked since ``at``."""
    before = or_(_page.last_checked.is_(None), _page.last_checked < at)
    query = _pages().where(_page.host == host, _page.failing_since.is_(None), before, _is_of_somebody())
    return _found(transaction, query.order_by(_page.url).limit(most))


def failing(transaction: Transaction, host: str, since: datetime) -> list[Page]:
    """The pages of a host that failed at their last check, if that was after ``since``."""
    query = _pages().where(_page.host == host, _page.failing_since.is_not(None), _page.last_checked >= since)
    return _found(transaction, query.order_by(_page.url))


def feeds(transaction: Transaction, healths: Collection[str]) -> list[Page]:
    """The feeds of services in these states of health, the longest in theirs first."""
    query = _pages().where(_page.kind == "feed", _page.feed_health.in_(healths), _is_of_somebody())
    return _found(transaction, query.order_by(_page.feed_since, _page.url))


def rates(transaction: Transaction) -> list[float | None]:
    """How often each page of services changes, in changes a day; None where it was never read."""
    return [*transaction.execute(select(_page.rate).where(_is_of_somebody())).scalars()]


def checked_since(transaction: Transaction, at: datetime) -> int:
    """How many pages were checked since then."""
    query = select(func.count()).select_from(schema_watching.page).where(_page.last_checked >= at)
    return int(transaction.execute(query).scalar_one())


def services_of(transaction: Transaction, urls: Iterable[str]) -> dict[str, list[str]]:
    """The services that each of these addresses is watched for, in the order of their ids."""
    found: dict[str, list[str]] = {}
    for chunk in chunks(urls):
        query = select(_owned.url, _owned.service_id).where(_owned.url.in_(chunk)).order_by(_owned.service_id)
        for row in transaction.execute(query):
            found.setdefault(row.url, []).append(row.service_id)
    return found


def urls_of(transaction: Transaction, service_id: str) -> list[str]:
    """The addresses that are watched for a service, its own before feeds found there."""
    query = select(_owned.url).where(_owned.service_id == service_id)
    return [*transaction.execute(query.order_by(_owned.found_on.is_not(None), _owned.url)).scalars()]


def sharers(transaction: Transaction, places: Iterable[str]) -> dict[str, set[str]]:
    """The services whose pages are at each of these places."""
    found: dict[str, set[str]] = {}
    joined = schema_watching.page.join(schema_watching.page_of_service, _owned.url == _page.url)
    for chunk in chunks(places):
        query = select(_page.place, _owned.service_id).select_from(joined).where(_page.place.in_(chunk))
        for row in transaction.execute(query):
            found.setdefault(row.place, set()).add(row.service_id)
    return found


def followed(transaction: Transaction) -> int:
    """The newest change of the catalogue that watching has followed, 0 before the first."""
    found = transaction.execute(select(_reader.seq).where(_reader.name == _READER)).scalar()
    return int(found or 0)


def set_followed(transaction: Transaction, seq: int) -> None:
    """Keep that watching has followed the catalogue up to this change."""
    upsert(transaction, schema_watching.change_reader, [{"name": _READER, "seq": seq}])


def set_addresses(transaction: Transaction, addresses: Mapping[str, str | None]) -> None:
    """Watch each of these services at its address and no longer at another; at none where it has none."""
    for service_id, url in addresses.items():
        leaves = [_owned.service_id == service_id]
        if url is not None:
            # Feeds were found on the page they belong to.
            leaves.append(func.coalesce(_owned.found_on, _owned.url) != url)
        transaction.execute(delete(schema_watching.page_of_service).where(*leaves))
    kept = [{"service_id": one, "url": url, "found_on": None} for one, url in addresses.items() if url is not None]
    insert_new(transaction, schema_watching.page_of_service, kept)


def set_feeds(transaction: Transaction, service_id: str, found_on: str, urls: Collection[str]) -> None:
    """Watch these feeds, and no others found on that page, for a service."""
    found_there = (_owned.service_id == service_id, _owned.found_on == found_on)
    transaction.execute(delete(schema_watching.page_of_service).where(*found_there, _owned.url.not_in(urls)))
    rows = [{"service_id": service_id, "url": url, "found_on": found_on} for url in urls]
    insert_new(transaction, schema_watching.page_of_service, rows)


def add_seen(transaction: Transaction, sightings: Iterable[Sighting]) -> set[str]:
    """Keep what was seen on pages, each thing of a day once; the services of which there is something new."""
    new: set[str] = set()
    statement = insert_into(transaction, schema_status.sighting).on_conflict_do_nothing()
    for one in sightings:
        added = transaction.execute(statement.returning(schema_status.sighting.c.service_id), asdict(one))
        new.update(added.scalars())
    return new


def _pages() -> Select[tuple[object, ...]]:
    return select(schema_watching.page)


def _is_of_somebody() -> Exists:
    return exists(select(_owned.url).where(_owned.url == _page.url))


def _found(transaction: Transaction, query: Select[tuple[object, ...]]) -> list[Page]:
    return [
        Page(**{**row._asdict(), "gaps": tuple((days, bool(changed)) for days, changed in row.gaps)})
        for row in transaction.execute(query)
    ]
