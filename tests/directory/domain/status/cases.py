"""Invented cases: a service of an informal group that one directory has listed since 2024."""

from datetime import UTC, date, datetime
from typing import Any

from directory.domain.identifiers import Identifier
from directory.domain.records import Channel, Evidence, Funding, Organization, Service
from directory.domain.sources import Authority
from directory.domain.status.gather import Case, Listing
from directory.domain.status.sightings import Sighting
from directory.domain.wording.funding_period import FundingPeriod

ON = date(2026, 11, 21)


def listing(**changes: Any) -> Listing:
    """A directory that has listed the service since 2024 and was read yesterday, unless it is said otherwise."""
    usual: dict[str, Any] = {
        "channel": Channel.FEED,
        "authority": Authority.FEED,
        "first_seen": date(2024, 1, 1),
        "seen_until": date(2026, 11, 20),
        "read_on": date(2026, 11, 20),
        "is_live": True,
    }
    return Listing(**{**usual, **changes})


def case(
    *,
    organization: str = "Howdon Stitchers",
    identifiers: tuple[str, ...] = (),
    service: dict[str, Any] | None = None,
    listings: tuple[Listing, ...] = (listing(),),
    **held: Any,
) -> Case:
    """The case of a service; ``service`` are fields of it."""
    return Case(
        service_id="s",
        service=Service(**{"organization_id": "o", "name": "Stitch and Chat", **(service or {})}),
        organization=Organization(name=organization, identifiers=tuple(Identifier.parse(one) for one in identifiers)),
        listings=listings,
        **held,
    )


def evidence(symbol: str, on: date, channel: Channel = Channel.STATEMENT, **more: Any) -> Evidence:
    """Evidence from a source."""
    return Evidence(**{"channel": channel, "symbol": symbol, "on": on, "text": "", "organization_id": "o", **more})


def sighting(symbol: str, on: date, channel: Channel = Channel.STATEMENT, **more: Any) -> Sighting:
    """Something seen at noon of its day, unless it is said when we learnt of it."""
    at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    return Sighting(**{"service_id": "s", "channel": channel, "symbol": symbol, "on": on, "at": at, **more})


def grant(**more: Any) -> Funding:
    """Money for the organization, unless it is said to be for a service."""
    return Funding(**{"organization_id": "o", "funder": "The Example Fund", **more})


def period(end_on: date, **more: Any) -> FundingPeriod:
    """What the group says of its money."""
    return FundingPeriod(**{"end_on": end_on, "read_from": "we are funded by the Example Fund", **more})
