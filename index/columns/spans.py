"""Runs of consecutive document numbers: how a search looks at few documents of many."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Array = NDArray[Any]


def numbers_in(starts: Array, lengths: Array) -> Numbers:
    """``starts[0], starts[0] + 1, … (lengths[0] of them), starts[1], …`` in one array."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - lengths), lengths) + np.arange(total)


@dataclass(frozen=True, slots=True)
class Spans:
    """Disjoint runs ``[start, end)`` in ascending order, and the dense numbering 0, 1, 2 … of what lies in them.

    Scores are added up in arrays over that numbering, which are as long as the place searched is crowded, and not as
    long as the catalogue.
    """

    starts: Numbers
    ends: Numbers
    offsets: Numbers
    size: int

    @classmethod
    def of(cls, starts: Array, ends: Array) -> "Spans":
        """The spans that cover the runs given, which may overlap and be in any order."""
        order = np.argsort(starts, kind="stable")
        starts, ends = starts[order].astype(np.int64), np.maximum.accumulate(ends[order].astype(np.int64))
        keep = ends > starts
        starts, ends = starts[keep], ends[keep]
        if len(starts) > 1:
            apart = starts[1:] > ends[:-1]
            starts = starts[np.concatenate(([True], apart))]
            ends = ends[np.concatenate((apart, [True]))]
        lengths = ends - starts
        totals = np.cumsum(lengths)
        return cls(starts, ends, totals - lengths, int(totals[-1]) if len(totals) else 0)

    @classmethod
    def whole(cls, count: int) -> "Spans":
        """All of ``count`` documents."""
        return cls(np.array([0]), np.array([count]), np.array([0]), count)

    @classmethod
    def where(cls, mask: NDArray[np.bool_]) -> "Spans":
        """The runs of documents that ``mask`` has."""
        edges = np.flatnonzero(np.diff(np.concatenate(([False], mask, [False])).astype(np.int8)))
        return cls.of(edges[::2], edges[1::2])

    def cut(self, numbers: Array) -> tuple[Array, slice | Numbers]:
        """The dense numbers of those of the sorted ``numbers`` that lie in the spans, and which of them those are."""
        if len(self.starts) == 1:
            start, end = int(self.starts[0]), int(self.ends[0])
            low, high = np.searchsorted(numbers, np.array([start, end], dtype=numbers.dtype))
            return numbers[low:high].astype(np.int64) - start, slice(low, high)
        low, high = np.searchsorted(numbers, np.array((self.starts, self.ends), dtype=numbers.dtype))
        lengths = high - low
        which = numbers_in(low, lengths)
        return numbers[which] - np.repeat(self.starts - self.offsets, lengths), which

    def numbers(self, dense: Array) -> Numbers:
        """The document numbers of dense numbers."""
        if len(self.starts) == 1:
            span = np.zeros(1, dtype=np.int64)
        else:
            span = np.searchsorted(self.offsets, dense, side="right") - 1
        numbers: Numbers = dense + (self.starts - self.offsets)[span]
        return numbers
