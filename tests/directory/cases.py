"""An invented choir and what sources say of it, for tests of whether services still run."""

from datetime import UTC, date, datetime
from typing import Any

from directory.domain.identifiers import Identifier
from directory.domain.records import Basis, Channel, Evidence, Funding, Organization, Record, Service
from directory.domain.sources import Observation
from directory.domain.status.sightings import Sighting
from directory.store import Database, catalogue, status
from tests.directory.said import said, source

GUIDE = source("guide")
REGISTER = source("register", channel=Channel.REGISTER)
TODAY = date(2026, 11, 21)


def choir(*others: tuple[str, Record], number: str | None = None, **stated: Any) -> list[Observation]:
    """What the guide says of a choir and of the trust that runs it; ``others`` are further records by local id."""
    numbers = (Identifier.parse(number),) if number else ()
    trust = Organization(name="Wadebrook Arts Trust", identifiers=numbers)
    service = Service(**{"organization_id": "trust", "name": "Wadebrook Choir", **stated})
    told: list[tuple[str, Record]] = [("trust", trust), ("choir", service), *others]
    return [said(key, record) for key, record in told]


def grant(**stated: Any) -> Funding:
    """Money for the trust, unless it is said to be for a service of it."""
    return Funding(**{"organization_id": "trust", "funder": "The Example Fund", **stated})


def evidence(symbol: str, on: date, channel: Channel = Channel.STATEMENT, **about: Any) -> Evidence:
    """What the guide says it knows; about the choir unless it is said otherwise."""
    return Evidence(channel=channel, symbol=symbol, on=on, text="So it is said.", **(about or {"service_id": "choir"}))


def fading() -> list[Observation]:
    """A choir at which a link worker found nobody: without more evidence it is ever less likely to run."""
    said_of_it = {"owner_open": date(2026, 3, 1), "linkworker_nobody": date(2026, 10, 1)}
    said_of_it["owner_no_reply"] = date(2026, 10, 15)
    return choir(*((symbol, evidence(symbol, on)) for symbol, on in said_of_it.items()))


def registered(number: str, name: str) -> list[Observation]:
    """A body on the register, with the service that stands for it."""
    body = Organization(name=name, identifiers=(Identifier.parse(number),))
    return [said(number, body), said(number, Service(organization_id=number, name=name, basis=Basis.REGISTER))]


def sighting(service_id: str, symbol: str, on: date, channel: Channel = Channel.STATEMENT, **more: Any) -> Sighting:
    """Something seen at noon of its day."""
    at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    return Sighting(**{"service_id": service_id, "channel": channel, "symbol": symbol, "on": on, "at": at, **more})


def see(database: Database, *sightings: Sighting) -> list[int]:
    """Keep what was seen, and note it on the feed as whoever sees things does; the numbers it is kept under."""
    with database.write() as transaction:
        catalogue.note_changes(transaction, {one.service_id for one in sightings})
        return status.add_sightings(transaction, sightings)
