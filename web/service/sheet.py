"""The page of one service: its facts, badges, evidence and sources, ready to be drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.domain.messages import Message, day, say, short_day
from directory.domain.provenance import Provenance
from directory.domain.records import Basis
from directory.domain.status.rules import State
from directory.domain.status.timeline import Item, Sign
from directory.queries.pages import ServicePage
from directory.queries.running import Running
from index.knowledge import Knowledge
from web.search.cards import Card
from web.service.derived_needs import derived_needs
from web.service.fact import Fact, Origins, Subject
from web.service.facts import fact_sheet, first_phone
from web.service.timeline import Drawing, drawing
from web.words.trust import Badge, badges


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """What speaks against a service; ``on`` is None where it has no day of its own."""

    words: str
    on: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSheet:
    """Everything the page of a service says."""

    id: str
    name: str
    organization_id: str
    organization_name: str
    badges: tuple[Badge, ...]
    running: Running
    drawing: Drawing | None
    items: tuple[Item, ...]
    against: tuple[Against, ...]
    has_probably_closed: bool
    successors: tuple[tuple[str, str], ...]
    alike: tuple[Card, ...]
    call: Fact | None
    is_from_register: bool
    is_demonstration: bool
    subjects: tuple[Subject, ...]
    sources: tuple[Provenance, ...]
    siblings: tuple[tuple[str, str], ...]


AGAINST_SHOWN = 5
"""Of what speaks against a service, so much says enough."""


def service_sheet(
    page: ServicePage, running: Running, knowledge: Knowledge, alike: tuple[Card, ...] = ()
) -> ServiceSheet:
    """What the page says of the service on the day it was judged; ``knowledge`` tells the needs in its words, and
    ``alike`` are living services like it."""
    today, service = running.on, page.service
    return ServiceSheet(
        id=page.service_id,
        name=page.service.name,
        organization_id=page.organization_id,
        organization_name=page.organization.name,
        badges=badges(
            running.standing,
            today,
            status=service.status,
            basis=service.basis,
            is_live=page.is_live,
            paused_until=running.paused_until or service.paused_until,
        ),
        running=running,
        drawing=drawing(running.items, today),
        items=running.items,
        against=tuple(_against(running))[:AGAINST_SHOWN],
        successors=running.successors,
        alike=alike,
        has_probably_closed=has_probably_closed(running),
        call=first_phone(page),
        is_from_register=page.service.basis is Basis.REGISTER,
        is_demonstration=any(source.demonstration for source in page.sources),
        subjects=fact_sheet(page, derived_needs(page, knowledge)),
        sources=page.sources,
        siblings=page.siblings,
    )


def _against(running: Running) -> Iterator[Against]:
    """What speaks against it: the words of those who said so, or where nobody said it, what counts most."""
    if running.assessment.is_declared:
        said = {item.text: item for item in reversed(running.items) if item.sign is Sign.AGAINST}
        newest = sorted(said.values(), key=lambda item: item.on, reverse=True)
        yield from (Against(words=item.text, on=day(item.on)) for item in newest)
    else:
        yield from (Against(words=reason.text) for reason in running.assessment.reasons if reason.weight < 0)


def has_probably_closed(running: Running) -> bool:
    """Whether nobody should be sent there without a call."""
    return running.assessment.state in (State.LIKELY_CLOSED, State.CLOSED)


def newest_word(origins: Origins) -> Message:
    """The date to show beside a fact: the last check that a source speaks of, else when the fact was last seen."""
    checks = [origin.verified_on for origin in origins if origin.verified_on is not None]
    if checks:
        return say("checked {day}", day=short_day(max(checks)))
    return say("seen {day}", day=short_day(max(origin.seen_until for origin in origins)))
