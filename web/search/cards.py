"""A card of the list: one service with how far it is, whether it takes the person, when it is on and what it costs."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

import msgspec

from directory.domain.eligibility.criteria import Criterion, Field, SaidBy, Test
from directory.domain.eligibility.judge import Verdict
from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import Person
from directory.domain.eligibility.words import cost_in_words
from directory.domain.entries import Entry, EntryPlace
from directory.domain.messages import listed, say, sentence
from directory.domain.records import LocationType
from directory.domain.times.sessions import open_now
from index.columns.criteria import says_anything
from index.finder import Found
from index.needs.signs import Signs
from index.protocol import Hit
from index.verdict import verdict_on
from web.search.map_part import Spot, spot_of
from web.words.present import distance_in_words
from web.words.sessions import next_in_words
from web.words.trust import Badge, badges

NEEDS_SHOWN = 5
"""Of a service that helps with much, the needs that were asked for and a few more."""


class Fit(msgspec.Struct, frozen=True, kw_only=True):
    """One part of the verdict: ``kind`` is ``met``, ``ask``, ``unmet`` or, where nobody was described, ``who``."""

    kind: str
    title: str
    words: str


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Words, and whether they were worked out from a description."""

    words: str
    derived: bool


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One service in the list."""

    id: str
    name: str
    organization: str | None
    distance: str | None
    where: str
    spot: Spot | None
    badges: tuple[Badge, ...]
    demonstration: bool
    fits: tuple[Fit, ...]
    next: str | None
    is_open: bool
    cost: Told | None
    description: tuple[tuple[str, bool], ...]
    why: str
    needs: tuple[str, ...]
    derived_needs: tuple[str, ...]
    categories: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawer:
    """Draws the cards of one page. ``invented`` are the ids of the demonstration's sources, and ``signs`` tell which
    needs the categories of a service stand for."""

    found: Found
    signs: Signs
    invented: Collection[str] = field(default=())

    def card(self, hit: Hit) -> Card:
        """The card of one hit."""
        entry, at = hit.entry, self.found.at
        needs, derived = self._needs(hit)
        place = entry.places[hit.place] if hit.place is not None else None
        return Card(
            id=entry.id,
            name=entry.name,
            organization=entry.organization if entry.organization != entry.name else None,
            distance=self._distance(hit, place),
            where=_where(entry, place),
            spot=spot_of(entry, place),
            badges=badges(entry.standing, at.date(), status=entry.status, basis=entry.basis, is_live=entry.is_live),
            demonstration=any(source.id in self.invented for source in entry.sources),
            fits=tuple(fits(verdict_on(entry, self.found.query.person), self.found.query.person)),
            next=next_in_words(entry, at),
            is_open=open_now(entry.schedules, at, entry.nation) is Truth.YES,
            cost=_cost(entry.criteria),
            description=hit.highlights or (((entry.description, False),) if entry.description else ()),
            why=hit.why,
            needs=needs,
            derived_needs=derived,
            categories=tuple(category.label for category in entry.categories),
            sources=tuple(source.title for source in entry.sources),
        )

    def _distance(self, hit: Hit, place: EntryPlace | None) -> str | None:
        near = self.found.query.near
        if hit.distance_m is None or near is None or place is None:
            return None
        return distance_in_words(hit.distance_m, near.precision, place.precision)

    def _needs(self, hit: Hit) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The needs that its source put it under, and those that only its words tell."""
        categories = [(category.taxonomy, category.code) for category in hit.entry.categories]
        stated = {self.signs.need(sign.need).id for one in categories for sign in self.signs.in_category(one)}
        shown = hit.needs[:NEEDS_SHOWN]
        return (
            tuple(say(label) for need, label in shown if need in stated),
            tuple(say(label) for need, label in shown if need not in stated),
        )


def fits(verdict: Verdict, person: Person) -> Iterator[Fit]:
    """The verdict, a phrase to a part; of what stands in the way the first is said, as one is enough."""
    if not says_anything(person):
        limits = (*verdict.met, *verdict.ask)
        if limits:
            yield Fit(kind="who", title=say("Who for"), words=listed(limits) if len(limits) > 1 else limits[0])
        return
    if verdict.unmet:
        yield Fit(kind="unmet", title=say("Not eligible"), words=verdict.unmet[0])
        return
    yield from (Fit(kind="met", title=say("Eligible"), words=words) for words in verdict.met)
    yield from (Fit(kind="ask", title=say("Ask about"), words=words) for words in verdict.ask)


def _cost(criteria: Collection[Criterion]) -> Told | None:
    """What coming costs, where that is known."""
    stated = [one for one in criteria if one.field is Field.COST and one.test is not Test.EXCLUDES and one.values]
    if not stated:
        return None
    words = sentence(listed(dict.fromkeys(cost_in_words(one) for one in stated)))
    return Told(words=words, derived=stated[0].said_by is SaidBy.TEXT)


def _where(entry: Entry, nearest: EntryPlace | None) -> str:
    """The place of a service in a few words: a registered office is where it is based, not where to go."""
    place = nearest or next(iter(entry.places), None)
    if place is None:
        return say("No public address")
    if place.location_type is LocationType.VIRTUAL:
        return say("By phone or online")
    told = ", ".join(part for part in (place.name, place.postcode) if part)
    if place.location_type is LocationType.POSTAL:
        if place.postcode:
            return say("based in {postcode}", postcode=place.postcode)
        return say("the place it is based in is not known")
    return told or say("its address is not shown")
