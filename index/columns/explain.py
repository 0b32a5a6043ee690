"""Why a service was found, in one plain sentence, and what each part of its score came to."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from directory.domain.entries import Entry
from directory.domain.places import Place, Precision, rounded_distance_m
from directory.domain.postcode import outcode_of
from directory.domain.records import LocationType
from index.boosts import LN2, Grade
from index.columns.documents import BY_AREA, areas_holding
from index.columns.grades import GradeWeights
from index.columns.order import Placed
from index.columns.part import Part
from index.columns.plan import Plan
from index.language import Language
from index.protocol import Contribution, Hit, Query, coarser

_FIELDS = ("in its name", "in its categories", "in what it does")
_DESCRIPTION = 2


class Explainer:
    """Makes the hits of one search. It does so twenty times a search, and so looks up all it can only once."""

    def __init__(
        self, plan: Plan, query: Query, best: float, half_m: float, weights: GradeWeights, language: Language
    ) -> None:
        self._near, self._best, self._half_m = query.near, best, half_m
        self._weights = weights
        self._areas = areas_holding(query.near) if query.near else []
        self._numbers: dict[int, list[tuple[int, str]]] = {}
        self._stems: dict[str, str] = {}
        for term in plan.wanted:
            for stem in term.stems:
                self._stems.setdefault(stem, f"“{term.written}”")
        self._marked = language.marker(self._stems)

    def hit(self, placed: Placed) -> Hit:
        """The result as the reader gets it."""
        ranked, part, document = placed.ranked, placed.ranked.part, placed.document
        service = int(part.columns.service[document])
        entry = part.entry(service)
        number = int(part.columns.place[document])
        place = None if number == BY_AREA else number
        distance = float(ranked.distance[placed.row])
        contributions, is_described = self._text(placed, service)
        if self._near is not None:
            contributions.append(self._distance(entry, place, distance, self._near))
        contributions += self._grade(entry, part.grades[part.columns.grade[document]])
        return Hit(
            entry=entry,
            score=placed.score,
            distance_m=None if math.isnan(distance) else distance,
            place=place,
            why=_sentence(contributions, entry),
            contributions=tuple(contributions),
            highlights=self._marked(entry.description) if is_described and entry.description else (),
        )

    def _text(self, placed: Placed, service: int) -> tuple[list[Contribution], bool]:
        """What the words of the question did, each at the first field that has it, as a name says more than a
        description does; and whether the description has any."""
        if not self._stems:
            return [], False
        part = placed.ranked.part
        tokens, ends = part.columns.words_of(service)
        said: list[dict[str, None]] = [{} for _ in _FIELDS]
        for number, written in self._stems_in(part):
            if number in tokens:
                said[bisect_right(ends, tokens.index(number))][written] = None
        phrases = [f"{_listed([*words])} {where}" for words, where in zip(said, _FIELDS, strict=True) if words]
        weight = math.log(placed.ranked.text[placed.row] / self._best)
        words = f"matches {_listed(phrases)}" if phrases else ""
        described = tokens[ends[_DESCRIPTION - 1] :]
        is_described = any(number in described for number, _ in self._stems_in(part))
        return [Contribution(factor="text", weight=weight, words=words)], is_described

    def _stems_in(self, part: Part) -> list[tuple[int, str]]:
        """The numbers in ``part`` of the stems asked for, and the word each was asked by."""
        numbers = self._numbers.get(id(part))
        if numbers is None:
            found = ((part.stem(stem), written) for stem, written in self._stems.items())
            numbers = self._numbers[id(part)] = [(number, written) for number, written in found if number is not None]
        return numbers

    def _distance(self, entry: Entry, place: int | None, distance: float, near: Place) -> Contribution:
        if place is None:
            return Contribution(factor="area", weight=-LN2, words=f"serves {self._area(entry, near)}")
        words = distance_in_words(distance, coarser(entry.places[place].precision, near.precision))
        return Contribution(factor="distance", weight=-LN2 * distance / self._half_m, words=words)

    def _area(self, entry: Entry, near: Place) -> str:
        code = next(area for area in self._areas if area in entry.areas)
        if code == "uk":
            return "the whole of the UK"
        if code == near.local_authority:
            return near.local_authority_name or f"the council area of {near.label}"
        return code

    def _grade(self, entry: Entry, grade: Grade) -> Iterable[Contribution]:
        for factor, weight in self._weights.of_grade(grade).items():
            words = ""
            if factor == "place" and self._near is not None:
                words = _place_in_words(entry, grade)
            elif factor != "freshness" and weight:
                words = _IN_WORDS.get((factor, getattr(grade, factor)), "")
            if weight or words:
                yield Contribution(factor=factor, weight=weight, words=words)


_IN_WORDS = {
    ("status", "temporarily closed"): "temporarily closed",
    ("basis", "register"): "described by a register",
}


def distance_in_words(distance_m: float, precision: Precision) -> str:
    """``350 m away``, ``1.2 km away``, or ``about 3 km away`` where a point is only about."""
    shown = rounded_distance_m(distance_m, precision)
    if precision.is_about:
        return f"about {shown / 1000:.1f} km away" if shown else "in the same area"
    return f"{shown:.0f} m away" if shown < 1000 else f"{shown / 1000:.1f} km away"


def _place_in_words(entry: Entry, grade: Grade) -> str:
    if grade.place == LocationType.PHYSICAL:
        return ""
    office = next((place for place in entry.places if place.location_type is LocationType.POSTAL), None)
    if office is None:
        return ""
    outcode = outcode_of((office.postcode or "").split(" ")[0])
    return f"based in {outcode}" if outcode else "its office is not where it runs"


def _sentence(contributions: Iterable[Contribution], entry: Entry) -> str:
    words = [part.words for part in contributions if part.words]
    by_area = any(part.factor == "area" for part in contributions)
    text = ("; " if by_area else ", ").join(words) or f"listed by {_listed([source.title for source in entry.sources])}"
    return text[:1].upper() + text[1:]


def _listed(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
