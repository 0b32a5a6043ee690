"""The page of one service: its facts, badges, evidence and sources, ready to be drawn."""

from dataclasses import dataclass
from datetime import date

from directory.domain.provenance import Provenance
from directory.domain.records import Basis
from directory.queries.pages import EvidenceItem, ServicePage
from index.knowledge import Knowledge
from web.derived_needs import derived_needs
from web.fact import Fact, Origins, Subject
from web.facts import fact_sheet, first_phone
from web.present import short_date
from web.trust import Badge, badges, checked_badge, evidence_against, last_check


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSheet:
    """Everything the page of a service says."""

    id: str
    name: str
    organization_name: str
    badges: tuple[Badge, ...]
    checked: Badge
    call: Fact | None
    against: tuple[EvidenceItem, ...]
    evidence: tuple[EvidenceItem, ...]
    is_from_register: bool
    is_demonstration: bool
    subjects: tuple[Subject, ...]
    sources: tuple[Provenance, ...]
    siblings: tuple[tuple[str, str], ...]


def service_sheet(page: ServicePage, today: date, knowledge: Knowledge) -> ServiceSheet:
    """What the page says of the service on the day ``today``; ``knowledge`` tells the needs in its words."""
    checked_on, by = last_check(page)
    return ServiceSheet(
        id=page.service_id,
        name=page.service.name,
        organization_name=page.organization.name,
        badges=badges(page, today),
        checked=checked_badge(checked_on, today, by),
        call=first_phone(page),
        against=evidence_against(page.evidence),
        evidence=tuple(sorted(page.evidence, key=lambda item: item.evidence.on, reverse=True)),
        is_from_register=page.service.basis is Basis.REGISTER,
        is_demonstration=any(source.demonstration for source in page.sources),
        subjects=fact_sheet(page, derived_needs(page, knowledge)),
        sources=page.sources,
        siblings=page.siblings,
    )


def newest_word(origins: Origins) -> str:
    """The date to show beside a fact: the last check that a source speaks of, else when the fact was last seen."""
    checks = [origin.verified_on for origin in origins if origin.verified_on is not None]
    if checks:
        return f"checked {short_date(max(checks))}"
    return f"seen {short_date(max(origin.seen_until for origin in origins))}"
