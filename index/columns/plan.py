"""A question made ready for this index: what its words are worth, what they were corrected to, what a prefix means."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from rapidfuzz.distance import DamerauLevenshtein

from index.boosts import WordWeights
from index.columns.part import Part
from index.expression import Expression, Prefix, Word, leaves, replaced
from index.language import Language
from index.limits import MOST_EXPANSIONS, MOST_WORDS, SHORTEST_CORRECTED, SHORTEST_UNFINISHED, TWO_SLIPS_FROM


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the question: any of ``stems`` is it. ``idf`` is how telling it is, ``weight`` how surely meant."""

    written: str
    stems: tuple[str, ...]
    idf: float
    weight: float

    @property
    def worth(self) -> np.float64:
        """What its impacts are multiplied by, as a double, so that sums are the same in whatever order."""
        return np.float64(self.idf * self.weight)


@dataclass(frozen=True, slots=True)
class Plan:
    """``expression`` says what must match, None for everything; ``wanted`` are the terms that count."""

    expression: Expression | None
    terms: dict[Word | Prefix, Term]
    wanted: tuple[Term, ...]
    searched_for: str | None


class Corpus:
    """What all parts of the index hold together: exact counts, whatever was hidden and whichever part holds it."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self.frequency = lru_cache(maxsize=10_000)(self._frequency)

    @cached_property
    def services(self) -> int:
        """How many services can be found."""
        return sum(part.live for part in self.parts)

    def _frequency(self, stem: str) -> int:
        numbers = ((part, part.stem(stem)) for part in self.parts)
        return sum(part.frequency(number) for part, number in numbers if number is not None)

    def idf(self, frequency: int) -> float:
        """BM25's inverse document frequency, never negative."""
        return math.log(1 + (self.services - frequency + 0.5) / (frequency + 0.5))

    def stems_beginning(self, start: str) -> tuple[str, ...]:
        """The most frequent stems of words that begin so."""
        found = set().union(*(part.stems_beginning(start) for part in self.parts))
        ranked = sorted((-self._frequency(stem), stem) for stem in found)
        return tuple(stem for frequency, stem in ranked[:MOST_EXPANSIONS] if frequency)

    def nearest(self, word: str) -> Word | None:
        """The word in use that ``word`` was most likely meant to be: fewest slips, then most frequent."""
        if len(word) < SHORTEST_CORRECTED or not word.isalpha():
            return None
        slips = 2 if len(word) >= TWO_SLIPS_FROM else 1
        distance = DamerauLevenshtein.distance
        near = {
            (slip, -frequency, surface, stem)
            for part in self.parts
            for surface, stem in part.words_like(word, slips)
            if (slip := distance(word, surface, score_cutoff=slips)) <= slips and (frequency := self.frequency(stem))
        }
        return Word(*min(near)[2:]) if near else None


def make_plan(text: str, language: Language, corpus: Corpus, weights: WordWeights) -> Plan:
    """Read ``text`` and fit it to what the index holds."""
    expression = language.parse(text)
    if expression is None:
        return Plan(None, {}, (), None)
    exchanged = _exchanges(text, expression, language, corpus)
    if exchanged:
        expression = replaced(expression, exchanged)
    terms = {leaf: _term(leaf, corpus, weights) for leaf in leaves(expression)}
    wanted = dict.fromkeys(leaves(expression, with_excluded=False))
    corrections = {old.surface: new.surface for old, new in exchanged.items() if isinstance(new, Word)}
    return Plan(
        expression,
        terms,
        tuple(terms[leaf] for leaf in list(wanted)[:MOST_WORDS]),
        language.corrected(text, corrections) if corrections else None,
    )


def _exchanges(text: str, expression: Expression, language: Language, corpus: Corpus) -> dict[Word, Word | Prefix]:
    """What to take for the words that nobody uses: a longer word when the last one is only begun, else a near one."""
    exchanged: dict[Word, Word | Prefix] = {}
    unknown = [leaf for leaf in leaves(expression) if isinstance(leaf, Word) and not corpus.frequency(leaf.stem)]
    for word in unknown[:MOST_WORDS]:
        if _may_be_unfinished(word, text, language) and corpus.stems_beginning(word.surface):
            exchanged[word] = Prefix(word.surface, unfinished=True)
        elif nearest := corpus.nearest(word.surface):
            exchanged[word] = nearest
    return exchanged


def _may_be_unfinished(word: Word, text: str, language: Language) -> bool:
    """Only a last word that nobody uses as it stands: "men" means men, not mental health."""
    ends_in_it = text[-1:].isalnum() and language.word(language.tokens(text)[-1]) == word
    return ends_in_it and len(word.surface) >= SHORTEST_UNFINISHED


def _term(leaf: Word | Prefix, corpus: Corpus, weights: WordWeights) -> Term:
    if isinstance(leaf, Word):
        frequency = corpus.frequency(leaf.stem)
        return Term(leaf.surface, (leaf.stem,) if frequency else (), corpus.idf(frequency), 1.0)
    stems = corpus.stems_beginning(leaf.start)
    # The most frequent of its words says how telling a prefix is: rare ones among them would make it seem rare.
    idf = corpus.idf(corpus.frequency(stems[0])) if stems else 0.0
    return Term(f"{leaf.start}…", stems, idf, weights.unfinished if leaf.unfinished else weights.prefix)
