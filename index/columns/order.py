"""The total order of results: by score, then distance, then name, then id; and one page of it."""

import math
from collections.abc import Sequence
from functools import total_ordering
from typing import NamedTuple

import numpy as np

from index.columns.match import Scores
from index.columns.part import Part
from index.columns.rank import PLACES, Ranked

_BLOCK = 256
_JUST_BELOW = 1 - 1e-8
"""Scores that are equal to `PLACES` decimals are within this factor of each other."""


class Placed(NamedTuple):
    """One result in its place: what `Ranked` and the columns of its part say of it."""

    part: Part
    service: int
    place: int
    grade: int
    distance: float
    text: float
    score: float


def page(answers: Sequence[Ranked], number: int, size: int) -> tuple[list[Placed], float]:
    """The results of page ``number``, and the best text score, which all scores are measured by."""
    best = max((float(ranked.text.max()) for ranked in answers if len(ranked.text)), default=1.0)
    last = number * size
    firsts = [placed for ranked in answers for placed in _firsts(ranked, best, last)]
    if len(answers) > 1:
        firsts.sort(key=_Key)
    return firsts[last - size : last], best


def _firsts(ranked: Ranked, best: float, count: int) -> list[Placed]:
    """The first ``count`` of a part, in order."""
    rows = np.flatnonzero(ranked.worth >= _bound(ranked.worth, count) * _JUST_BELOW)
    score = np.log(ranked.worth[rows] / best).round(PLACES)
    rank = ranked.part.columns.rank[ranked.documents[rows]]
    order = np.lexsort((rank, ranked.distance[rows], -score))[:count]
    rows, score = rows[order], score[order]
    columns, documents = ranked.part.columns, ranked.documents[rows]
    numbers = (columns.service[documents], columns.place[documents], columns.grade[documents])
    values = (*numbers, ranked.distance[rows], ranked.text[rows], score)
    return [Placed(ranked.part, *row) for row in zip(*(column.tolist() for column in values), strict=True)]


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

    def __init__(self, placed: Placed) -> None:
        self.placed = placed
        self.numbers = (-placed.score, math.inf if math.isnan(placed.distance) else placed.distance)

    def _name(self) -> tuple[str, str]:
        entry = self.placed.part.entry(self.placed.service)
        return entry.name.casefold(), entry.id

    def __eq__(self, other: object) -> bool:
        return self is other

    def __lt__(self, other: "_Key") -> bool:
        if self.numbers != other.numbers:
            return self.numbers < other.numbers
        return self._name() < other._name()
