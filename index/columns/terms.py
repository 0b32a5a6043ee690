"""What the words of a question are worth in this index, and the exact counts that say so."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from rapidfuzz.distance import DamerauLevenshtein

from index.columns.part import Part
from index.expression import Word
from index.limits import MOST_EXPANSIONS, SHORTEST_CORRECTED, TWO_SLIPS_FROM


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the question, or one need that it speaks of: any of ``stems`` is it.

    ``idf`` is how telling it is, ``weight`` how surely meant. ``words`` are the numbers of the words of the question
    that a document with this has: a word itself, and of a need all words that say it.
    """

    written: str
    stems: tuple[str, ...]
    idf: float
    weight: float
    words: frozenset[int] = frozenset()
    is_topic: bool = False

    @property
    def worth(self) -> np.float64:
        """What its impacts are multiplied by, as a double, so that sums are the same in whatever order."""
        return np.float64(self.idf * self.weight)


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
