"""What each word of a document is worth to it: BM25F, worked out once when the document is indexed."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.boosts import TextWeights
from index.columns.columns import FIELD_COUNT, SEPARATOR, Columns
from index.columns.spans import Array, Numbers, numbers_in

_SLOT_BITS = 22


class Weighed(NamedTuple):
    """Stems, the rows that hold them, and what they are worth there: rows ascending for each stem, and each stem's
    entries side by side."""

    stems: Array
    rows: Array
    impacts: NDArray[np.float32]


MOST_ROWS = (1 << _SLOT_BITS) // FIELD_COUNT
"""How many rows can be weighed at once."""


def weigh(columns: Columns, services: Array, text: TextWeights) -> Weighed:
    """Weigh the words of ``services``; row r of the answer is the r-th of them.

    Every occurrence becomes one sortable number of stem, row and field, so that counting words is one sort, and no
    Python object stands for a word.
    """
    stems, slots, counts, lengths = _occurrences(columns, services)
    words = _saturated(stems, slots // FIELD_COUNT, counts * _worth(slots, lengths, text), text.k1)
    needs = _signs(columns, services)
    weights = needs.weights * _worth(needs.slots, lengths, text)
    # No word has the stem of a need, so the two lie side by side without being mixed.
    return Weighed(*map(np.concatenate, zip(words, _saturated(needs.stems, needs.rows, weights, text.k1), strict=True)))


def _worth(slots: Numbers, lengths: Numbers, text: TextWeights) -> NDArray[np.float64]:
    """What one occurrence in each of ``slots`` counts: the weight of the field, less in a longer text."""
    weight, usual = _per_field(text)
    field = slots % FIELD_COUNT
    worth: NDArray[np.float64] = weight[field] / (1 - text.b + text.b * lengths[slots] / usual[field])
    return worth


def _saturated(stems: Array, rows: Numbers, shares: NDArray[np.float64], k1: float) -> Weighed:
    """Shares added up for each stem of each row, with less and less from each further one; ``stems`` are ordered."""
    if not len(stems):
        return Weighed(stems, rows, np.empty(0, dtype=np.float32))
    first = np.flatnonzero(np.concatenate(([True], (stems[1:] != stems[:-1]) | (rows[1:] != rows[:-1]))))
    frequency = np.add.reduceat(shares, first)
    impacts = (frequency * (k1 + 1) / (k1 + frequency)).astype(np.float32)
    return Weighed(stems[first], rows[first], impacts)


class _Signs(NamedTuple):
    stems: Array
    rows: Numbers
    slots: Numbers
    weights: NDArray[np.float64]


def _signs(columns: Columns, services: Array) -> _Signs:
    """The signs of needs, in the order of stem, then row."""
    starts = columns.sign_offsets[services]
    lengths = columns.sign_offsets[services.astype(np.int64) + 1] - starts
    which = numbers_in(starts, lengths)
    rows = np.repeat(np.arange(len(services)), lengths)
    order = np.lexsort((rows, columns.signs[which]))
    which, rows = which[order], rows[order]
    slots = FIELD_COUNT * rows + columns.sign_fields[which]
    return _Signs(columns.signs[which], rows, slots, columns.sign_weights[which].astype(np.float64))


def _occurrences(columns: Columns, services: Array) -> tuple[Array, Numbers, Numbers, Numbers]:
    """Stem, slot (row x 3 + field) and count of each word in each field, sorted; and each slot's length in words."""
    edges = columns.fields[FIELD_COUNT * services.astype(np.int64)[:, None] + np.arange(FIELD_COUNT + 1)]
    tokens = columns.tokens[numbers_in(edges[:, 0], edges[:, -1] - edges[:, 0])]
    slots = np.repeat(np.arange(FIELD_COUNT * len(services)), np.diff(edges, axis=1).ravel())
    words = tokens != SEPARATOR
    tokens, slots = tokens[words], slots[words]
    lengths = np.bincount(slots, minlength=FIELD_COUNT * len(services))
    keys = (tokens.astype(np.uint64) << np.uint64(_SLOT_BITS)) | slots.astype(np.uint64)
    keys.sort()
    first = np.flatnonzero(np.concatenate((keys[:1] == keys[:1], keys[1:] != keys[:-1])))
    counts = np.diff(np.append(first, len(keys)))
    keys = keys[first]
    stems = (keys >> np.uint64(_SLOT_BITS)).astype(np.uint32)
    return stems, (keys & np.uint64((1 << _SLOT_BITS) - 1)).astype(np.int64), counts, lengths


def _per_field(text: TextWeights) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    weight, usual = text.weight, text.usual_length
    return (
        np.array([weight.name, weight.tags, weight.description]),
        np.array([usual.name, usual.tags, usual.description]),
    )
