"""The total order of results: by score and then distance, or the other way round, then name, then id; and its start."""

import math
from collections.abc import Sequence
from functools import total_ordering
from typing import NamedTuple

import numpy as np

from directory.domain.eligibility.person import Person
from index.columns.criteria import Verdicts
from index.columns.match import Scores
from index.columns.part import Part
from index.columns.rank import CLASSES, PLACES, Ranked
from index.columns.spans import Numbers

_BEYOND_M = 1e8
"""Metres that nothing on the earth is apart."""

_BLOCK = 256
_JUST_BELOW = 1 - 1e-8
"""Scores that are equal to `PLACES` decimals are within this factor of each other."""


class Placed(NamedTuple):
    """One result in its place: what `Ranked` and the columns of its part say of it."""

    part: Part
    service: int
    place: int
    grade: int
    needs: int
    eligible: int
    kind: int
    distance: float
    text: float
    score: float


def firsts(answers: Sequence[Ranked], count: int, *, by_distance: bool = False) -> tuple[list[Placed], float]:
    """The first ``count`` results, and the best text score, which all scores are measured by."""
    best = max((float(ranked.text.max()) for ranked in answers if len(ranked.text)), default=1.0)
    found = [placed for ranked in answers for placed in _firsts(ranked, best, count, by_distance)]
    if len(answers) > 1:
        found.sort(key=lambda placed: _Key(placed, by_distance))
    return found[:count], best


def _firsts(ranked: Ranked, best: float, count: int, by_distance: bool) -> list[Placed]:
    """The first ``count`` of a part, in order."""
    rows = _nearest(ranked, count) if by_distance else _best(ranked, count)
    eligible = _eligible(ranked, rows)
    classes = np.zeros(len(rows), dtype=np.int8) if ranked.classes is None else ranked.classes[rows]
    score = np.log(ranked.worth[rows] / CLASSES[classes] / best).round(PLACES)
    rank = ranked.part.columns.rank[ranked.documents[rows]]
    first, then = (ranked.distance[rows], -score) if by_distance else (-score, ranked.distance[rows])
    order = np.lexsort((rank, then, first, classes))[:count]
    rows, score, eligible, classes = rows[order], score[order], eligible[order], classes[order]
    columns, documents = ranked.part.columns, ranked.documents[rows]
    numbers = [column[documents] for column in (columns.service, columns.place, columns.grade, columns.need_set)]
    values = (*numbers, eligible, classes, ranked.distance[rows], ranked.text[rows], score)
    return [Placed(ranked.part, *row) for row in zip(*(column.tolist() for column in values), strict=True)]


def _best(ranked: Ranked, count: int) -> Numbers:
    """Rows among which the ``count`` of the best score are."""
    rows: Numbers = np.flatnonzero(ranked.worth >= _bound(ranked.worth, count) * _JUST_BELOW)
    return rows


def _nearest(ranked: Ranked, count: int) -> Numbers:
    """Rows among which the ``count`` nearest are, those of a later class after all of the one before."""
    apart = np.where(np.isnan(ranked.distance), _BEYOND_M, ranked.distance)
    if ranked.classes is not None:
        apart = apart + ranked.classes * (2 * _BEYOND_M)
    rows: Numbers = np.flatnonzero(apart <= -_bound(-apart, count)) if len(apart) > count else np.arange(len(apart))
    return rows


def _eligible(ranked: Ranked, rows: Numbers) -> Verdicts:
    """The verdicts on some rows, which for nobody in particular are not worked out for all."""
    if ranked.eligible is None:
        return ranked.part.judge.verdicts(ranked.documents[rows], Person())
    return ranked.eligible[rows]


def _bound(worth: Scores, count: int) -> float:
    """A number that at least ``count`` of ``worth`` reach, not far below the best: 0 when there are few.

    The count-th best of the best of each block is such a number, and found in a tenth of the time of a partition.
    """
    blocks = len(worth) // _BLOCK
    if blocks <= count:
        return float(np.partition(worth, len(worth) - count)[len(worth) - count]) if len(worth) > count else 0.0
    tops = worth[: blocks * _BLOCK].reshape(blocks, _BLOCK).max(axis=1)
    return float(np.partition(tops, blocks - count)[blocks - count])


@total_ordering
class _Key:
    """Compares results of different parts; reads names, which are stored with the entries, only where it must."""

    __slots__ = ("numbers", "placed")

    def __init__(self, placed: Placed, by_distance: bool) -> None:
        self.placed = placed
        distance = math.inf if math.isnan(placed.distance) else placed.distance
        first, then = (distance, -placed.score) if by_distance else (-placed.score, distance)
        self.numbers = (placed.kind, first, then)

    def _name(self) -> tuple[str, str]:
        entry = self.placed.part.entry(self.placed.service)
        return entry.name.casefold(), entry.id

    def __eq__(self, other: object) -> bool:
        return self is other

    def __lt__(self, other: "_Key") -> bool:
        if self.numbers != other.numbers:
            return self.numbers < other.numbers
        return self._name() < other._name()
