"""Counts beside the results: how many services have each category, each source, and lie in each ring of distance."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from index.columns.labels import AllLabels, Label
from index.columns.part import Part
from index.columns.rank import Ranked
from index.limits import MOST_CATEGORIES, MOST_SOURCES
from index.protocol import FacetValue

_RINGS_KM = (1, 2, 5, 10, 20)
_EDGES_M = np.array(_RINGS_KM) * 1000.0
RINGS: tuple[Label, ...] = (
    ("0-1", "within 1 km"),
    *((f"{low}-{high}", f"{low} to {high} km") for low, high in pairwise(_RINGS_KM)),
    ("20-", "more than 20 km"),
)


class Facets:
    """Counts answers; made anew when the parts change, as it numbers the labels of all of them."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._categories = AllLabels([part.categories for part in parts])
        self._sources = AllLabels([part.sources for part in parts])

    def of(self, answers: Sequence[Ranked], *, near: bool) -> dict[str, tuple[FacetValue, ...]]:
        """The counts over ``answers``, one of each part: the commonest categories and sources, and the rings
        when a place was given."""
        categories = [a.part.categories.count(a.part.columns.category_set[a.documents]) for a in answers]
        sources = [a.part.sources.count(a.part.columns.source_set[a.documents]) for a in answers]
        return {
            "category": _values(self._categories.commonest(categories, MOST_CATEGORIES)),
            "source": _values(self._sources.commonest(sources, MOST_SOURCES)),
            "distance": _values(_rings(answers)) if near else (),
        }


def _rings(answers: Sequence[Ranked]) -> Iterable[tuple[Label, int]]:
    """How many lie in each ring; a service found by area lies in none."""
    totals = np.zeros(len(RINGS), dtype=np.int64)
    for ranked in answers:
        at_a_distance = ranked.distance[~np.isnan(ranked.distance)]
        totals += np.bincount(np.searchsorted(_EDGES_M, at_a_distance), minlength=len(RINGS))
    return ((label, count) for label, count in zip(RINGS, totals.tolist(), strict=True) if count)


def _values(counted: Iterable[tuple[Label, int]]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(value=value, label=label, count=count) for (value, label), count in counted)
