"""The page of an organization, ready to be drawn, and the same as JSON."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from directory.domain.provenance import Provenance
from directory.domain.status.funding import is_known
from directory.queries.organizations import OrganizationPage, ServiceRun
from web.config import SERVICES_OF_ORGANIZATION
from web.service.fact import Fact
from web.service.facts import funding_in_words
from web.service.organization_facts import what_it_is, where_it_is
from web.words.trust import Badge, badges


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A service it runs, and whether that still runs."""

    id: str
    name: str
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationSheet:
    """Everything the page says. ``left`` services are too many to be shown."""

    id: str
    name: str
    facts: tuple[Fact, ...]
    services: tuple[Run, ...]
    left: int
    places: tuple[Fact, ...]
    funding: tuple[Fact, ...]
    sources: tuple[Provenance, ...]
    is_demonstration: bool


def organization_sheet(page: OrganizationPage, today: date) -> OrganizationSheet:
    """What the page says ``today``."""
    services = sorted(page.services, key=lambda one: (one.service.name.casefold(), one.id))
    return OrganizationSheet(
        id=page.organization_id,
        name=page.organization.name,
        facts=tuple(what_it_is(page.organization, page.winners)),
        services=tuple(_run(one, today) for one in services[:SERVICES_OF_ORGANIZATION]),
        left=max(0, len(services) - SERVICES_OF_ORGANIZATION),
        places=tuple(where_it_is(page.places)),
        funding=tuple(
            Fact(words=funding_in_words(item.funding), origins=(item.provenance,))
            for item in page.funding
            if is_known(item.funding, today)
        ),
        sources=page.sources,
        is_demonstration=any(source.demonstration for source in page.sources),
    )


def organization_as_json(page: OrganizationPage) -> dict[str, Any]:
    """The organization with its numbers, its services and its sources, for programs."""
    organization = page.organization
    return {
        "id": page.organization_id,
        "name": organization.name,
        "alternate_names": list(organization.alternate_names),
        "description": organization.description,
        "website": organization.website,
        "year_incorporated": organization.year_incorporated,
        "legal_status": organization.legal_status,
        "identifiers": [str(identifier) for identifier in organization.identifiers],
        "services": [
            {
                "id": one.id,
                "name": one.service.name,
                "state": one.standing.state if one.standing else None,
                "confirmed_on": _day(one.standing.confirmed_on) if one.standing else None,
            }
            for one in page.services
        ],
        "sources": [
            {"id": one.source_id, "title": one.source_title, "url": one.url, "licence": one.licence}
            for one in page.sources
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _run(one: ServiceRun, today: date) -> Run:
    service = one.service
    return Run(
        id=one.id,
        name=service.name,
        badges=badges(
            one.standing,
            today,
            status=service.status,
            basis=service.basis,
            is_live=one.is_live,
            paused_until=service.paused_until,
        ),
    )
