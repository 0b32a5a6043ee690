"""Hears needs in questions: by the cues that texts show them by, by everyday phrases, and by their words in any mix."""

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from index.language import Language
from index.limits import REMEMBERED_PLANS
from index.needs.hearing import Hearing
from index.needs.signs import Signs
from index.needs.taxonomy import Taxonomy


class Heard(NamedTuple):
    """A need in a question: how surely it is meant, up to 1, and the stems of the words that say it.

    ``plain`` are those that texts say it with too: "bereavement", where people may say "since my wife died".
    """

    need: str
    weight: float
    stems: frozenset[str]
    plain: frozenset[str]


class _Saying(NamedTuple):
    need: str
    stems: frozenset[str]
    telling: float


class _Ear(dict[str, list[tuple[float, frozenset[str]]]]):
    """What was heard of each need: how surely, and by which stems."""

    def hear(self, need: str, weight: float, stems: frozenset[str]) -> None:
        self.setdefault(need, []).append((weight, stems))


class PhraseBook:
    """All phrases and cues of a taxonomy by the stems in them. A telling stem is one that few needs have.

    A question is compared in three ways, which are added up: with cues, word for word; with whole phrases, in any
    order, nearly all of whose telling words must be there; and with all the words of a need's phrases and cues
    together. Words for people ("mum", "lady") mostly say who asks and not what for, so they count little.
    """

    def __init__(self, taxonomy: Taxonomy, language: Language, signs: Signs, hearing: Hearing) -> None:
        self._language, self._signs, self._hearing = language, signs, hearing
        self.heard = lru_cache(maxsize=REMEMBERED_PLANS)(self._heard)
        self._kin = self._stems(hearing.people)
        self._about_people = {
            need.id for need in taxonomy.needs.values() if hearing.about_people & {need.id, need.parent}
        }
        phrases = [(phrase.need, self._stems(phrase.words)) for phrase in taxonomy.phrases]
        labels = [(need.id, self._stems(need.label)) for need in taxonomy.needs.values()]
        cues = [(cue.need, self._stems(cue.words)) for cue in taxonomy.cues]
        self._of_cues: dict[str, frozenset[str]] = {}
        for need, stems in cues:
            self._of_cues[need] = self._of_cues.get(need, frozenset()) | stems
        self._counts: dict[str, dict[str, float]] = {}
        for said, weight in ((phrases, 1.0), (labels, hearing.label), (cues, hearing.cue)):
            for need, stems in said:
                for stem in stems:
                    counts = self._counts.setdefault(stem, {})
                    counts[need] = counts.get(need, 0.0) + weight
        self._most = {stem: max(counts.values()) for stem, counts in self._counts.items()}
        needs = len(taxonomy.needs)
        self._telling = {stem: math.log(1 + needs / len(counts)) for stem, counts in self._counts.items()}
        self._of_stem: dict[str, list[int]] = {}
        self._sayings: list[_Saying] = []
        for need, stems in [*phrases, *labels]:
            for stem in stems:
                self._of_stem.setdefault(stem, []).append(len(self._sayings))
            self._sayings.append(_Saying(need, stems, sum(self._telling[stem] for stem in stems)))

    def _stems(self, words: str) -> frozenset[str]:
        return frozenset(word.stem for word in self._language.words(words))

    def deaf(self) -> "PhraseBook":
        """A book that hears nothing, to compare with."""
        nothing = Taxonomy(needs={}, mapped={})
        return PhraseBook(nothing, self._language, Signs(nothing, self._language), self._hearing)

    def knows(self, stem: str) -> bool:
        """Whether any cue or phrase has the stem."""
        return stem in self._counts

    def _heard(self, text: str) -> list[Heard]:
        """The needs in a question, the surest first."""
        hearing, stems = self._hearing, self._stems(text) & self._counts.keys()
        ear = _Ear()
        self._by_cue(text, ear)
        self._by_phrase(stems, ear)
        loosely = self._by_words(stems)
        sure = []
        for need in ear.keys() | loosely.keys():
            weight, said = self._together(ear.get(need, ()))
            told, words = loosely.get(need, (0.0, frozenset()))
            factor = hearing.of_people if need in self._about_people else 1.0
            plain = stems & self._of_cues.get(need, frozenset())
            sure.append(Heard(need, factor * (weight + hearing.loosely * told), said or words, plain))
        sure.sort(key=lambda one: (-one.weight, one.need))
        best = sure[0].weight if sure else 1.0
        least = max(hearing.least, hearing.least_of_best * best)
        # Beside the surest, which is never more than sure, the others keep their proportion.
        return [one._replace(weight=one.weight / max(1.0, best)) for one in sure[: hearing.most] if one.weight >= least]

    def _by_cue(self, text: str, ear: _Ear) -> None:
        """Cues that stand in the text, word for word."""
        cues = self._signs.taxonomy.cues
        for sign in set(self._signs.in_tokens(self._language.tokens(text))):
            stems = self._stems(cues[sign.cue].words)
            ear.hear(cues[sign.cue].need, self._said(sign.weight, stems), stems)

    def _by_phrase(self, stems: frozenset[str], ear: _Ear) -> None:
        """Phrases that have most of their telling words among ``stems``."""
        held: dict[int, float] = {}
        for stem in stems:
            for number in self._of_stem.get(stem, ()):
                held[number] = held.get(number, 0.0) + self._telling[stem]
        for number, telling in held.items():
            saying = self._sayings[number]
            share = telling / saying.telling
            if share >= self._hearing.nearly:
                said = saying.stems & stems
                enough = min(1.0, telling / self._hearing.enough_told)
                ear.hear(saying.need, self._said(share**2 * enough, said), said)

    def _said(self, weight: float, stems: frozenset[str]) -> float:
        return weight * (self._hearing.of_kin if stems <= self._kin else 1.0)

    def _by_words(self, stems: frozenset[str]) -> dict[str, tuple[float, frozenset[str]]]:
        """For each need that has some of ``stems``, the share of their telling power it has, and which those are."""
        worth = {stem: self._telling[stem] * (self._hearing.of_kin if stem in self._kin else 1.0) for stem in stems}
        total = sum(self._telling[stem] for stem in stems) or 1.0
        told: dict[str, tuple[float, frozenset[str]]] = {}
        for stem in stems:
            for need, count in self._counts[stem].items():
                share = worth[stem] / total * count / (self._most[stem] + self._hearing.enough)
                before, said = told.get(need, (0.0, frozenset()))
                told[need] = (before + share, said | {stem})
        return told

    def _together(self, said: Iterable[tuple[float, frozenset[str]]]) -> tuple[float, frozenset[str]]:
        """The surest of what says a need, a little surer for each other thing that says it."""
        weight, stems = 0.0, frozenset[str]()
        for number, (other, further) in enumerate(sorted(said, key=lambda one: (-one[0], sorted(one[1])))):
            weight += (1 - weight) * other * (self._hearing.seconded if number else 1.0)
            stems |= further
        return weight, stems
