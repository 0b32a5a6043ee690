"""Counts beside the results: how many services have each label of each facet, and lie in each ring of distance."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from directory.domain.messages import say
from index.columns.columns import FAMILIES
from index.columns.labels import AllLabels, Label
from index.columns.part import Part
from index.columns.rank import Ranked
from index.limits import MOST_TRAITS, MOST_VALUES
from index.protocol import FACETS, FacetValue
from index.traits import trait_in_words

_RINGS_KM = (1, 2, 5, 10, 20)
_EDGES_M = np.array(_RINGS_KM) * 1000.0
RINGS: tuple[Label, ...] = (
    ("0-1", say("within 1 km")),
    *(
        (f"{low}-{high}", say("{nearest} to {furthest} km", nearest=low, furthest=high))
        for low, high in pairwise(_RINGS_KM)
    ),
    ("20-", say("more than 20 km")),
)
Facets = dict[str, tuple[FacetValue, ...]]


class FacetCounter:
    """Counts answers; made anew when the parts change, as it numbers the labels of all of them."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._labels = {family: AllLabels([part.labels[family] for part in parts]) for family in FAMILIES}

    def of(self, answers: Sequence[Ranked], *, near: bool) -> Facets:
        """The counts over ``answers``, one of each part: the commonest values of each facet, and the rings when a
        place was given."""
        facets: dict[str, list[FacetValue]] = {facet: [] for facet in FACETS}
        for family, labels in self._labels.items():
            counts = [a.part.labels[family].count(a.part.columns.sets(family)[a.documents]) for a in answers]
            if family in facets:
                for (value, label), count in labels.commonest(counts, MOST_VALUES):
                    words = say(label) if family == "need" else label
                    facets[family].append(FacetValue(value=value, label=words, count=count))
            else:
                for (value, label), count in labels.commonest(counts, MOST_TRAITS):
                    facet, _, value = value.partition(":")
                    words = trait_in_words(facet, value, label)
                    facets[facet].append(FacetValue(value=value, label=words, count=count))
        rings = _rings(answers) if near else ()
        return {facet: tuple(values) for facet, values in facets.items()} | {
            "distance": tuple(FacetValue(value=value, label=label, count=count) for (value, label), count in rings)
        }


def _rings(answers: Sequence[Ranked]) -> Iterable[tuple[Label, int]]:
    """How many lie in each ring; a service found by area lies in none."""
    totals = np.zeros(len(RINGS), dtype=np.int64)
    for ranked in answers:
        at_a_distance = ranked.distance[~np.isnan(ranked.distance)]
        totals += np.bincount(np.searchsorted(_EDGES_M, at_a_distance), minlength=len(RINGS))
    return ((label, count) for label, count in zip(RINGS, totals.tolist(), strict=True) if count)
