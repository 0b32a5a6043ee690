"""The services of a shortlist as they stand now: all of them together, in as many queries as one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from directory.domain.entries import Entry
from directory.domain.errors import NotFound
from directory.domain.messages import say
from directory.domain.records import Kind
from directory.domain.shortlist.facts import KeyFacts, how_it_runs, key_facts
from directory.domain.status.answers import PAUSED
from directory.domain.status.sightings import last_statement
from directory.queries import Database
from directory.queries.entries import entries_of
from directory.queries.pages import ServicePage, pages_of
from directory.store import Transaction, catalogue, checks, linking, status
from directory.store.catalogue import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A service of a list.

    ``paused_until`` is what its source says, or what somebody who asked was told last, as long as it lasts.
    """

    entry: Entry
    page: ServicePage
    paused_until: date | None
    facts: KeyFacts


def listed(database: Database, service_ids: Collection[str], on: date) -> dict[str, Listed]:
    """The services of these ids as of the day ``on``, each under the id asked for; of one that was merged, the one
    that stands for it. What is not in the catalogue any more is left out.
    """
    with database.read() as transaction:
        found, stands_for = _stand_now(transaction, service_ids)
        pages = pages_of(transaction, found)
        paused = _paused(transaction, found, on)
    entries = entries_of(database, [*pages])
    made = {
        key: _listed(entry, pages[key], paused.get(key) or pages[key].service.paused_until, on)
        for key, entry in entries.items()
    }
    stood_for = {one: stands_for.get(one, one) for one in service_ids}
    return {one: made[key] for one, key in stood_for.items() if key in made}


def called_now(database: Database, service_id: str) -> str:
    """The id of the service, or of the one that stands for it now; raise `NotFound` where there is none."""
    with database.read() as transaction:
        found, _ = _stand_now(transaction, [service_id])
    for now in found:
        return now
    raise NotFound(say("There is no service of this address."))


def _stand_now(transaction: Transaction, service_ids: Collection[str]) -> tuple[dict[str, Row], dict[str, str]]:
    """The services of these ids and those that stand for merged ones, with which stands for which."""
    found = catalogue.rows(transaction, Kind.SERVICE, service_ids)
    stands_for = linking.successors(transaction, [one for one in service_ids if one not in found])
    return found | catalogue.rows(transaction, Kind.SERVICE, stands_for.values()), stands_for


def _listed(entry: Entry, page: ServicePage, paused_until: date | None, on: date) -> Listed:
    until = paused_until if paused_until is not None and paused_until >= on else None
    how = how_it_runs(entry.standing, entry.status, is_live=entry.is_live, is_paused=until is not None)
    at_places = [phone for place in page.places for phone in place.phones]
    phones = [*page.service.phones, *page.organization.phones, *at_places]
    facts = key_facts(how, phones, [place.location for place in page.places], entry.schedules)
    return Listed(entry=entry, page=page, paused_until=until, facts=facts)


def _paused(transaction: Transaction, service_ids: Collection[str], on: date) -> dict[str, date]:
    """Until when services are paused of which nobody has said since that they run or have closed."""
    until = {key: day for key, day in checks.pauses(transaction).items() if key in service_ids}
    said = status.sightings_of(transaction, until)
    return {key: day for key, day in until.items() if last_statement(said.get(key, ()), on) == PAUSED}
