"""A search index that anybody can check by reading: a list of entries, and the formulas, in plain Python."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from rapidfuzz.distance import DamerauLevenshtein

from directory.domain.eligibility.logic import Truth
from directory.domain.entries import Entry
from directory.domain.places import Place
from directory.domain.records import LocationType, ServiceStatus
from directory.domain.status.rules import State
from directory.domain.times.sessions import LONDON, next_session
from index.boosts import Grade
from index.columns.criteria import says_anything
from index.expression import AllOf, AnyOf, Expression, Not, Phrase, Prefix, Word, leaves, replaced
from index.needs.phrases import Heard
from index.protocol import FACETS, FacetValue, Hit, IndexInfo, Query, Results, Sort
from index.verdict import verdict_on
from tests.index.said_by_texts import fields, impact, labels_of, stems_of
from tests.index.samples import BOOSTS, KNOWLEDGE, LANGUAGE, TAXONOMY, TODAY, clock

RINGS = (("0-1", "within 1 km", 1), ("1-2", "1 to 2 km", 2), ("2-5", "2 to 5 km", 5), ("5-10", "5 to 10 km", 10),
         ("10-20", "10 to 20 km", 20), ("20-", "more than 20 km", math.inf))  # fmt: skip


@dataclass
class Answer:
    """One service that matches, at its best place."""

    entry: Entry
    place: int | None
    distance: float | None
    score: float
    eligible: Truth


class Oracle:
    """See `SearchIndex`."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._cursor = 0

    def apply(self, entries: Iterable[Entry], removed: Sequence[str], cursor: int) -> None:
        for entry_id in removed:
            self._entries.pop(entry_id, None)
        self._entries.update({entry.id: entry for entry in entries})
        self._cursor = cursor

    def info(self) -> IndexInfo:
        count = len(self._findable())
        return IndexInfo(
            entries=count, documents=count, segments=0, tail=0, cursor=self._cursor, bytes_on_disk=0, built_at=""
        )

    def search(self, query: Query) -> Results:
        expression, searched_for = self._understood(query.text)
        best: dict[str, list[Answer]] = {}
        texts = {entry.id: self._text_score(entry, expression) for entry in self._findable()}
        for entry in self._findable():
            answers = list(self._answers(entry, texts[entry.id], query))
            if texts[entry.id] is not None and self._is_kept(entry, query) and answers:
                best[entry.id] = answers
        top = max((math.log(texts[entry_id] or 1) for entry_id in best), default=0.0)
        found = [min(answers, key=lambda one: _order(one, top)) for answers in best.values()]
        found.sort(
            key=lambda one: (
                _class(one),
                _lead(one, query.sort),
                *_order(one, top)[:2],
                one.entry.name.casefold(),
                one.entry.id,
            )
        )
        start = (query.page - 1) * query.size
        return Results(
            hits=tuple(_hit(one, top) for one in found[start : start + query.size]),
            total=len(found),
            facets=_facets(found, near=query.near is not None),
            searched_for=searched_for,
            not_eligible=sum(_class(one) == 1 for one in found),
            likely_closed=sum(_class(one) == 2 for one in found),
            topics=tuple((one.need, TAXONOMY.needs[one.need].label) for one in self._heard),
        )

    def _findable(self) -> list[Entry]:
        gone = (ServiceStatus.DEFUNCT, ServiceStatus.INACTIVE)
        return [
            entry
            for entry in self._entries.values()
            if (entry.standing.state is not State.CLOSED if entry.standing else entry.status not in gone)
        ]

    # Words

    def _understood(self, text: str) -> tuple[Expression | None, str | None]:
        self._heard: list[Heard] = []
        expression = LANGUAGE.parse(text)
        if expression is None:
            return None, None
        exchanged: dict[Word, Word | Prefix] = {}
        for leaf in leaves(expression):
            if isinstance(leaf, Word) and not self._frequency(leaf.stem) and not KNOWLEDGE.phrases.knows(leaf.stem):
                is_last = text[-1].isalnum() and LANGUAGE.words(text)[-1:] == [leaf]
                if is_last and len(leaf.surface) >= 3 and self._beginning(leaf.surface):
                    exchanged[leaf] = Prefix(leaf.surface, unfinished=True)
                elif (near := self._nearest(leaf.surface)) is not None:
                    exchanged[leaf] = near
        corrections = {old.surface: new.surface for old, new in exchanged.items() if isinstance(new, Word)}
        corrected = LANGUAGE.corrected(text, corrections)
        expression = replaced(expression, exchanged)
        parts = expression.parts if isinstance(expression, AnyOf) else (expression,)
        if all(isinstance(part, (Word, Prefix)) for part in parts):
            self._heard = KNOWLEDGE.phrases.heard(corrected)
        return expression, corrected if corrections else None

    def _words(self) -> set[Word]:
        return {
            word
            for entry in self._findable()
            for texts in fields(entry)
            for text in texts
            for word in LANGUAGE.words(text)
        }

    def _frequency(self, stem: str) -> int:
        return sum(impact(entry, stem) > 0 for entry in self._findable())

    def _beginning(self, start: str) -> list[str]:
        stems = {word.stem for word in self._words() if word.surface.startswith(start)}
        return sorted(stems, key=lambda stem: (-self._frequency(stem), stem))[:64]

    def _nearest(self, surface: str) -> Word | None:
        if len(surface) < 4 or not surface.isalpha():
            return None
        slips = 2 if len(surface) >= 8 else 1
        near = [(DamerauLevenshtein.distance(surface, word.surface), word) for word in self._words()]
        ranked = sorted((slip, -self._frequency(word.stem), word) for slip, word in near if slip <= slips)
        return ranked[0][2] if ranked else None

    def _idf(self, stem: str) -> float:
        frequency = self._frequency(stem)
        return math.log(1 + (len(self._findable()) - frequency + 0.5) / (frequency + 0.5))

    # Scores

    def _text_score(self, entry: Entry, expression: Expression | None) -> float | None:
        """None where the text does not match."""
        if expression is None:
            return 1.0
        met = any(impact(entry, stem) for one in self._heard for stem, _ in _around(one.need))
        if not met and not self._matches(entry, expression):
            return None
        wanted = list(dict.fromkeys(leaves(expression, with_excluded=False)))
        if not wanted:
            return 1.0
        sure = max((one.weight * self._met(one.need) for one in self._heard), default=0.0)
        score, matched = self._of_words(entry, wanted, sure)
        for one in self._heard:
            for stem, share in _around(one.need):
                worth = impact(entry, stem)
                if worth:
                    score += worth * (self._idf_of_need(one.need) * BOOSTS.words.topic * one.weight * share)
                    matched |= {leaf for leaf in wanted if isinstance(leaf, Word) and leaf.stem in one.stems}
        tells = {leaf: self._tells(leaf, sure) for leaf in wanted}
        if (len(wanted) > 1 or self._heard) and sum(tells.values()):
            share = sum(tells[leaf] for leaf in matched) / sum(tells.values())
            score *= share ** (BOOSTS.words.coordination * (1 - sure) + BOOSTS.words.topic_coordination * sure)
        return score or 1e-3

    def _of_words(self, entry: Entry, wanted: list[Word | Prefix], sure: float) -> tuple[float, set[Word | Prefix]]:
        """What the words of the question come to, and which of them the entry has."""
        plain = {stem for one in self._heard for stem in one.plain}
        score, matched = 0.0, set[Word | Prefix]()
        for leaf in wanted:
            worth = max((impact(entry, stem) for stem in self._stems(leaf)), default=0.0)
            if worth:
                is_plain = isinstance(leaf, Word) and leaf.stem in plain
                kept = BOOSTS.words.in_topic if is_plain else BOOSTS.words.beside_topic
                score += worth * (self._idf_of(leaf) * _meant(leaf) * (1 - sure * (1 - kept)))
                matched.add(leaf)
        return score, matched

    def _tells(self, leaf: Word | Prefix, sure: float) -> float:
        """How telling a word is: hardly, where it says none of the needs that were heard."""
        said = {stem for one in self._heard for stem in one.stems}
        left = 1.0 if isinstance(leaf, Word) and leaf.stem in said else 1 - sure * (1 - BOOSTS.words.beside_topic)
        return self._idf_of(leaf) * left

    def _met(self, need: str) -> float:
        """How far the services that meet a need, or a narrower one, are enough to be sure of it."""
        narrower = (need, *TAXONOMY.children(need))
        services = sum(self._frequency(f"need:{one}") for one in narrower)
        return services / (services + BOOSTS.words.few_services)

    def _idf_of_need(self, need: str) -> float:
        own = f"need:{need}"
        return self._idf(own) if self._frequency(own) else min(self._idf(stem) for stem, _ in _around(need))

    def _stems(self, leaf: Word | Prefix) -> list[str]:
        return self._beginning(leaf.start) if isinstance(leaf, Prefix) else [leaf.stem]

    def _idf_of(self, leaf: Word | Prefix) -> float:
        stems = self._stems(leaf)
        return self._idf(stems[0]) if stems else 0.0

    def _matches(self, entry: Entry, expression: Expression) -> bool:
        match expression:
            case Word():
                return impact(entry, expression.stem) > 0
            case Prefix():
                return any(impact(entry, stem) for stem in self._stems(expression))
            case Phrase():
                return any(_has_phrase(text, expression) for texts in fields(entry) for text in texts)
            case Not():
                return not self._matches(entry, expression.part)
            case AllOf():
                return all(self._matches(entry, part) for part in expression.parts)
            case AnyOf():
                return any(self._matches(entry, part) for part in expression.parts)

    def _answers(self, entry: Entry, text: float | None, query: Query) -> Iterator[Answer]:
        near = query.near
        eligible = verdict_on(entry, query.person).eligible
        verified = entry.verified_on.year * 12 + entry.verified_on.month if entry.verified_on else None

        def answer(kind: str, number: int | None, distance: float | None) -> Answer:
            state = entry.standing.state.value if entry.standing else None
            odds = round(entry.standing.p_open * 20) if entry.standing else None
            grade = Grade(entry.status.value, entry.basis.value, kind, verified, state, odds)
            score = math.log(text or 1) + sum(BOOSTS.weights(grade, TODAY, near=near is not None).values())
            if says_anything(query.person) and eligible is Truth.UNKNOWN:
                score += math.log(BOOSTS.eligible["unknown"])
            if near is not None:
                half = BOOSTS.distance.half_for(query.person.travel)
                score -= math.log(2) * (half if distance is None else distance) / half
            return Answer(entry, number, distance, score, eligible)

        places = [(n, one) for n, one in enumerate(entry.places) if one.location_type is not LocationType.VIRTUAL]
        if near is None:
            kind = places[0][1].location_type.value if places else "area"
            yield answer(kind, places[0][0] if places else None, None)
            return
        for number, one in places:
            distance = one.point.distance_m(near.point)
            if query.within_m is None or distance <= query.within_m:
                yield answer(one.location_type.value, number, distance)
        has_venue = any(one.location_type is LocationType.PHYSICAL for _, one in places)
        if not has_venue and set(entry.areas) & holding(near):
            yield answer("area", None, None)

    def _is_kept(self, entry: Entry, query: Query) -> bool:
        labels = labels_of(entry)
        return all(
            not values or bool({v for v, _ in labels[facet]} & set(values)) for facet, values in query.filters.items()
        )


def _class(one: Answer) -> int:
    """What has probably closed comes after what does not take the person, which comes after all the rest."""
    if one.entry.standing is not None and one.entry.standing.state is State.LIKELY_CLOSED:
        return 2
    return 1 if one.eligible is Truth.NO else 0


def holding(near: Place) -> set[str]:
    """The areas that hold ``near``."""
    sector = near.postcode[:-2] if near.postcode else None
    codes = (near.local_authority, near.outcode, sector, near.nation and near.nation.value, "uk")
    return {code for code in codes if code}


def _around(need: str) -> list[tuple[str, float]]:
    """The stems of a need, of those one level down and of the one above, with their shares."""
    parent = TAXONOMY.needs[need].parent
    below = [(f"need:{one}", BOOSTS.words.narrower) for one in TAXONOMY.children(need)]
    return [(f"need:{need}", 1.0), *below, *([(f"need:{parent}", BOOSTS.words.broader)] if parent else [])]


def _meant(leaf: Word | Prefix) -> float:
    if isinstance(leaf, Word):
        return 1.0
    return BOOSTS.words.unfinished if leaf.unfinished else BOOSTS.words.prefix


def _has_phrase(text: str, phrase: Phrase) -> bool:
    stems, wanted = stems_of([text]), [word.stem for word in phrase.words]
    return any(stems[at : at + len(wanted)] == wanted for at in range(len(stems)))


def _order(one: Answer, top: float) -> tuple[float, float, int]:
    distance = math.inf if one.distance is None else one.distance
    return -round(one.score - top, 9), distance, -1 if one.place is None else one.place


def _lead(one: Answer, sort: Sort) -> float:
    """What goes before the score in the order that was asked for."""
    entry = one.entry
    if sort is Sort.NEAR:
        return math.inf if one.distance is None else one.distance
    if sort is Sort.CONFIRMED:
        confirmed_on = entry.standing.confirmed_on if entry.standing else None
        return -confirmed_on.toordinal() if confirmed_on else 0
    session = next_session(entry.schedules, clock(), entry.nation) if sort is Sort.SOON else None
    if session is None:
        return math.inf
    return (
        session.start.timestamp() if session.start else datetime.combine(session.on, time(23, 59), LONDON).timestamp()
    )


def _hit(one: Answer, top: float) -> Hit:
    return Hit(
        entry=one.entry,
        score=round(one.score - top, 9),
        distance_m=one.distance,
        place=one.place,
        why="",
        contributions=(),
        eligible=one.eligible,
    )


def _facets(found: list[Answer], *, near: bool) -> dict[str, tuple[FacetValue, ...]]:
    rings = Counter(
        next(ring[:2] for ring in RINGS if one.distance <= ring[2] * 1000) for one in found if one.distance is not None
    )
    counts = Counter(
        (facet, label) for one in found for facet, labels in labels_of(one.entry).items() for label in labels
    )
    return {facet: _ranked(facet, counts) for facet in FACETS} | {
        "distance": tuple(
            FacetValue(value=ring[0], label=ring[1], count=rings[ring[:2]])
            for ring in RINGS
            if near and rings[ring[:2]]
        ),
    }


def _ranked(facet: str, counts: Counter[tuple[str, tuple[str, str]]]) -> tuple[FacetValue, ...]:
    own = [(label, count) for (one, label), count in counts.items() if one == facet]
    # Equal counts go by words, then by the value as it is stored, which for a trait is behind its facet.
    ranked = sorted(own, key=lambda item: (-item[1], item[0][1], item[0][0]))
    return tuple(FacetValue(value=value, label=label, count=count) for (value, label), count in ranked)
