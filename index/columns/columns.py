"""The columns of a part of the index: one row a document, and the words of each service in their order."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.columns.spans import Array, Numbers, numbers_in

SEPARATOR = 0xFFFF_FFFF
"""Stands in `Columns.tokens` after each piece of text, so that no phrase runs from one into the next."""

FIELD_COUNT = 3

FAMILIES = ("category", "source", "need", "trait")
"""The kinds of label that services have; each has a column ``<family>_set`` with the number of a set of labels."""

_READ_AT_ONCE = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Row by row, for documents: ``service`` is the number of the service, ``place`` that of the place in its entry,
    ``xyz`` the point on the unit sphere (NaN where a document has none), ``grade`` what its boosts depend on, ``rank``
    its service's position among all by name and id, ``siblings`` whether its service has other documents. The columns
    of `FAMILIES` are its sets of labels, ``criteria`` its sets of criteria, one line for each field (see
    `index.columns.criteria`), and ``sure`` and ``maybe`` the days and parts of days of its sessions as bits.

    For services: ``tokens`` are the stems of all texts, and field f of service s is ``tokens[fields[3 s + f] :
    fields[3 s + f + 1]]``. The signs of needs in them are ``signs`` (stems), each in a field of ``sign_fields`` and of
    a weight in ``sign_weights``; those of service s are numbers ``sign_offsets[s]`` to ``sign_offsets[s + 1]``.
    """

    service: Array
    place: Array
    xyz: NDArray[np.float64]
    grade: Array
    rank: Array
    siblings: NDArray[np.bool_]
    category_set: Array
    source_set: Array
    need_set: Array
    trait_set: Array
    criteria: Array
    sure: Array
    maybe: Array
    tokens: Array
    fields: Array
    signs: Array
    sign_fields: Array
    sign_weights: Array
    sign_offsets: Array

    def reordered(self, order: Numbers) -> "Columns":
        """The same documents, numbered anew."""
        sets = [f"{family}_set" for family in FAMILIES]
        rows = ("service", "place", "xyz", "grade", "rank", "siblings", "sure", "maybe", *sets)
        anew = {name: getattr(self, name)[order] for name in rows}
        return replace(self, **anew, criteria=self.criteria[:, order])

    def words_of(self, service: int) -> tuple[list[int], list[int]]:
        """The stems of a service, all fields end to end with separators, and where each field ends."""
        start, *ends = self.fields[FIELD_COUNT * service : FIELD_COUNT * (service + 1) + 1].tolist()
        return self.tokens[start : ends[-1]].tolist(), [end - start for end in ends]

    def sets(self, family: str) -> Array:
        """The column of one of `FAMILIES`."""
        column: Array = getattr(self, f"{family}_set")
        return column

    def stems_of(self, service: int) -> set[int]:
        """All stems a service is found by: those of its words and of its needs."""
        signs = self.signs[self.sign_offsets[service] : self.sign_offsets[service + 1]]
        return {*self.words_of(service)[0], *signs.tolist()} - {SEPARATOR}

    def has_phrase(self, services: Array, stems: list[int]) -> NDArray[np.bool_]:
        """Which of ``services`` have these stems next to each other.

        They are read some at a time: what one batch needs then stays in the processor's cache for the next.
        """
        batches = (services[start : start + _READ_AT_ONCE] for start in range(0, len(services), _READ_AT_ONCE))
        return np.concatenate([np.zeros(0, dtype=np.bool_), *(self._has_phrase(batch, stems) for batch in batches)])

    def _has_phrase(self, services: Array, stems: list[int]) -> NDArray[np.bool_]:
        starts = self.fields[FIELD_COUNT * services.astype(np.int64)]
        lengths = self.fields[FIELD_COUNT * (services.astype(np.int64) + 1)] - starts
        tokens = self.tokens[numbers_in(starts, lengths)]
        count = max(0, len(tokens) - len(stems) + 1)
        here = np.ones(count, dtype=np.bool_)
        for distance, stem in enumerate(stems):
            here &= tokens[distance : distance + count] == stem
        found = np.zeros(len(services), dtype=np.bool_)
        found[np.searchsorted(np.cumsum(lengths), np.flatnonzero(here), side="right")] = True
        return found


def on_the_sphere(latitudes: Array | float, longitudes: Array | float) -> NDArray[np.float64]:
    """Points in degrees as unit vectors: the distance of two is then a subtraction away, and no sine."""
    phi, theta = np.radians(latitudes), np.radians(longitudes)
    across = np.cos(phi)
    return np.stack((across * np.cos(theta), across * np.sin(theta), np.sin(phi)), axis=-1)
