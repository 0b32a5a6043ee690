"""Figures for one ranking and for many: nDCG, recall, success, and how far chance alone could move them.

Sources: Järvelin and Kekäläinen, *Cumulated gain-based evaluation of IR techniques* (2002), with the gain of Burges et
al. (2005); Sakai, *Evaluating evaluation metrics based on the bootstrap* (2006); Smucker, Allan and Carterette, *A
comparison of statistical significance tests for information retrieval evaluation* (2007).
"""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

RESAMPLES = 2_000
"""Draws of the bootstrap: its ends then move by well under a hundredth between seeds."""

PERMUTATIONS = 10_000
"""Draws of the permutation test: p-values are known to about .004 at .05."""


class Interval(NamedTuple):
    """The ends between which 95 % of what was drawn lies."""

    low: float
    high: float


def ndcg(ranked_grades: Sequence[int], all_grades: Iterable[int], depth: int = 10) -> float:
    """How near the first ``depth`` come to the best order there could be, from 0 to 1.

    ``ranked_grades`` are the grades of what was found, best first; ``all_grades`` those of everything judged for the
    query, found or not. A grade gains 2^grade - 1, divided by log2(1 + rank). 0 where nothing is relevant.
    """
    best = _discounted(sorted(all_grades, reverse=True)[:depth])
    return _discounted(ranked_grades[:depth]) / best if best else 0.0


def recall(ranked_grades: Sequence[int], all_grades: Iterable[int], depth: int = 20) -> float:
    """The share of everything relevant that is among the first ``depth``, 0 where nothing is relevant.

    It cannot reach 1 for a query with more than ``depth`` relevant answers.
    """
    relevant = _relevant(all_grades)
    return _relevant(ranked_grades[:depth]) / relevant if relevant else 0.0


def success(ranked_grades: Sequence[int], depth: int = 5) -> float:
    """1 if anything relevant is among the first ``depth``, else 0."""
    return float(_relevant(ranked_grades[:depth]) > 0)


def mean(values: Sequence[float]) -> float:
    """The mean over queries, each counting alike; raises `ValueError` for none."""
    _some(values)
    return math.fsum(values) / len(values)


def bootstrap_interval(values: Sequence[float], seed: int) -> Interval:
    """Where the mean of ``values`` would lie in 95 of 100 samples of as many other queries like these.

    The percentile bootstrap over `RESAMPLES` draws; the same seed gives the same interval. Raises `ValueError` for no
    values.
    """
    _some(values)
    drawn = np.random.default_rng(seed).integers(0, len(values), size=(RESAMPLES, len(values)))
    low, high = np.percentile(np.asarray(values, dtype=np.float64)[drawn].mean(axis=1), (2.5, 97.5))
    return Interval(float(low), float(high))


def paired_permutation(one: Sequence[float], other: Sequence[float], seed: int) -> float:
    """The two-sided p-value of the difference between two rankings' figures, query by query.

    How often a mean difference at least this large arises when each query's two figures change places at random, over
    `PERMUTATIONS` draws and the one observed, so never 0. Raises `ValueError` for no values, or not as many of each.
    """
    _some(one)
    differences = np.array([a - b for a, b in zip(one, other, strict=True)], dtype=np.float64)
    signs = np.random.default_rng(seed).choice((-1.0, 1.0), size=(PERMUTATIONS, len(differences)))
    # Sums of the same numbers in another order may differ in their last digits and must still count as equal.
    reached = np.abs(signs @ differences) >= abs(differences.sum()) - 1e-12
    return (1 + int(reached.sum())) / (1 + PERMUTATIONS)


def _discounted(grades: Sequence[int]) -> float:
    return math.fsum((2**grade - 1) / math.log2(1 + rank) for rank, grade in enumerate(grades, start=1))


def _relevant(grades: Iterable[int]) -> int:
    return sum(grade > 0 for grade in grades)


def _some(values: Sequence[float]) -> None:
    if not values:
        raise ValueError("there are no values")
