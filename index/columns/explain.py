"""Why a service was found, in one plain sentence, and what each part of its score came to."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from directory.domain.eligibility.logic import Truth
from directory.domain.entries import Entry
from directory.domain.messages import Message, both, listed, mark, say, sentence, within
from directory.domain.places import Place, Precision, rounded_distance_m
from directory.domain.postcode import outcode_of
from directory.domain.records import LocationType
from index.boosts import LN2, Boosts, Grade
from index.columns.criteria import says_anything
from index.columns.documents import BY_AREA, areas_holding
from index.columns.grades import GradeWeights
from index.columns.labels import Label
from index.columns.order import Placed
from index.columns.part import Part
from index.columns.plan import Plan
from index.knowledge import Knowledge
from index.needs.signs import PREFIX
from index.protocol import Contribution, Hit, Query, coarser

_FIELDS = (mark("{words} in its name"), mark("{words} in its categories"), mark("{words} in what it does"))
_DESCRIPTION = 2


class Explainer:
    """Makes the hits of one search. It does so twenty times a search, and so looks up all it can only once."""

    def __init__(
        self, plan: Plan, query: Query, best: float, boosts: Boosts, weights: GradeWeights, knowledge: Knowledge
    ) -> None:
        self._near, self._best = query.near, best
        self._half_m = boosts.distance.half_for(query.person.travel)
        self._is_for_somebody = says_anything(query.person)
        self._unknown = Contribution(factor="eligible", weight=math.log(boosts.eligible["unknown"]), words="")
        self._weights = weights
        self._areas = areas_holding(query.near) if query.near else []
        self._numbers: dict[int, list[int | None]] = {}
        self._said: dict[tuple[tuple[int | None, ...], tuple[str, ...]], Message] = {}
        self._stems: dict[str, str] = {}
        self._topics: dict[str, None] = {}
        for term in plan.wanted:
            for stem in term.stems:
                if term.is_topic:
                    self._topics[stem.removeprefix(PREFIX)] = None
                else:
                    self._stems.setdefault(stem, f"“{term.written}”")
        asked = dict.fromkeys([*(need for need, _ in plan.topics), *self._topics])
        self._heard = {need for need, _ in plan.topics}
        self._rank = {need: rank for rank, need in enumerate(asked)}
        self._taxonomy = knowledge.signs.taxonomy.needs
        self._marked = knowledge.language.marker(self._stems)

    def hit(self, placed: Placed) -> Hit:
        """The result as the reader gets it."""
        entry, grade = placed.part.entry(placed.service), placed.part.grades[placed.grade]
        place = None if placed.place == BY_AREA else placed.place
        needs = self._needs(placed.part.labels["need"].of_set(placed.needs))
        contributions, is_described = self._text(placed, needs)
        joint, place_words = ", ", ""
        if self._near is not None:
            contributions.append(self._distance(entry, place, placed.distance, self._near))
            joint, place_words = ", " if place is not None else "; ", _place_in_words(entry, grade)
        contributions += self._weights.contributions(grade, place_words)
        if self._is_for_somebody and placed.eligible == Truth.UNKNOWN:
            contributions.append(self._unknown)
        return Hit(
            entry=entry,
            score=placed.score,
            distance_m=None if math.isnan(placed.distance) else placed.distance,
            place=place,
            why=_sentence(contributions, joint, entry),
            contributions=tuple(contributions),
            highlights=self._marked(entry.description) if is_described and entry.description else (),
            eligible=Truth(placed.eligible),
            needs=tuple(needs),
        )

    def _needs(self, labels: Sequence[Label]) -> list[Label]:
        """The needs among the labels, those asked for first; a broader need is said beside its narrower one
        only where it was asked for."""
        broader = {self._taxonomy[need].parent for need, _ in labels if need in self._taxonomy}
        narrow = [label for label in labels if label[0] not in broader or label[0] in self._heard]
        return sorted(narrow, key=lambda label: self._rank.get(label[0], len(self._rank)))

    def _text(self, placed: Placed, needs: Sequence[Label]) -> tuple[list[Contribution], bool]:
        """What the words and topics of the question did, and whether the description has any of the words."""
        if not self._stems and not self._topics:
            return [], False
        tokens, ends = placed.part.columns.words_of(placed.service)
        numbers = self._numbers_in(placed.part)
        fields = tuple([bisect_right(ends, tokens.index(one)) if one in tokens else None for one in numbers])
        about = tuple(label for need, label in needs if need in self._topics)
        words = self._said.get((fields, about))
        if words is None:
            words = self._said[fields, about] = listed(self._matches(fields, about), "; ")
        description = tokens[ends[_DESCRIPTION - 1] :]
        is_described = _DESCRIPTION in fields or any(one in description for one in numbers)
        return [Contribution(factor="text", weight=math.log(placed.text / self._best), words=words)], is_described

    def _matches(self, fields: Sequence[int | None], about: Sequence[str]) -> Iterator[Message]:
        """In words, which of ``fields`` has each stem first, as a name says more than a description does; and which
        needs it is ``about``."""
        said: list[dict[str, None]] = [{} for _ in _FIELDS]
        for field, written in zip(fields, self._stems.values(), strict=True):
            if field is not None:
                said[field][written] = None
        found = [say(where, words=both(words)) for words, where in zip(said, _FIELDS, strict=True) if words]
        if found:
            yield say("matches {found}", found=both(found))
        if about:
            yield say("about {needs}", needs=both(within(say(label)) for label in about))

    def _numbers_in(self, part: Part) -> list[int | None]:
        """The number in ``part`` of each stem asked for."""
        numbers = self._numbers.get(id(part))
        if numbers is None:
            numbers = self._numbers[id(part)] = [part.stem(stem) for stem in self._stems]
        return numbers

    def _distance(self, entry: Entry, place: int | None, distance: float, near: Place) -> Contribution:
        if place is None:
            return Contribution(factor="area", weight=-LN2, words=self._area(entry, near))
        words = distance_in_words(distance, coarser(entry.places[place].precision, near.precision))
        return Contribution(factor="distance", weight=-LN2 * distance / self._half_m, words=words)

    def _area(self, entry: Entry, near: Place) -> Message:
        code = next(area for area in self._areas if area in entry.areas)
        if code == "uk":
            return say("serves the whole of the UK")
        if code != near.local_authority:
            return say("serves {area}", area=code)
        if not near.local_authority_name:
            return say("serves the council area of {place}", place=near.label)
        return say("serves {area}", area=near.local_authority_name)


def distance_in_words(distance_m: float, precision: Precision) -> Message:
    """``350 m away``, ``1.2 km away``, or ``about 3 km away`` where a point is only about."""
    shown = rounded_distance_m(distance_m, precision)
    if precision.is_about:
        return say("about {distance} km away", distance=shown / 1000) if shown else say("in the same area")
    if shown < 1000:
        return say("{distance} m away", distance=shown)
    return say("{distance} km away", distance=f"{shown / 1000:.1f}")


def _place_in_words(entry: Entry, grade: Grade) -> str:
    if grade.place == LocationType.PHYSICAL:
        return ""
    office = next((place for place in entry.places if place.location_type is LocationType.POSTAL), None)
    if office is None:
        return ""
    outcode = outcode_of((office.postcode or "").split(" ")[0])
    return say("based in {outcode}", outcode=outcode) if outcode else say("its office is not where it runs")


def _sentence(contributions: Iterable[Contribution], joint: str, entry: Entry) -> Message:
    words = [part.words for part in contributions if part.words]
    if words:
        return sentence(listed(words, joint))
    titles = [source.title for source in entry.sources]
    return sentence(say("listed by {sources}", sources=both(titles) if titles else ""))
