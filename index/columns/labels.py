"""Sets of labels (the categories or sources of a service), kept once each, so that counting is counting sets."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from index.columns.columns import FAMILIES
from index.columns.spans import Array, Numbers, numbers_in

Label = tuple[str, str]
"""A value and what it is called."""


class LabelSets:
    """Gathers sets of labels and numbers them as they come; a million services share far fewer sets."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._sets: dict[tuple[str, ...], int] = {}

    def add(self, labels: dict[str, str]) -> int:
        """The number of this set of labels, given as values with their names."""
        key = tuple(sorted(labels))
        number = self._sets.get(key)
        if number is None:
            number = self._sets[key] = len(self._sets)
        self._names.update(labels)
        return number

    def labels(self) -> "Labels":
        """All gathered so far, in arrays."""
        values = sorted(self._names)
        number_of = {value: number for number, value in enumerate(values)}
        lengths = np.array([len(members) for members in self._sets], dtype=np.int64)
        members = np.array([number_of[value] for value in chain.from_iterable(self._sets)], dtype=np.uint32)
        owners = np.repeat(np.arange(len(lengths)), lengths)
        return Labels(
            values=tuple((value, self._names[value]) for value in values),
            set_offsets=_offsets(lengths),
            members=members,
            label_offsets=_offsets(np.bincount(members, minlength=len(values))),
            holders=owners[np.argsort(members, kind="stable")],
        )


def _offsets(lengths: Array) -> Numbers:
    return np.concatenate(([0], np.cumsum(lengths)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """``members[set_offsets[s] : set_offsets[s + 1]]`` are the labels in set s, as numbers in ``values``, and
    ``holders[label_offsets[v] : label_offsets[v + 1]]`` the sets that label v is in."""

    values: tuple[Label, ...]
    set_offsets: Array
    members: Array
    label_offsets: Array
    holders: Array

    def of_set(self, number: int) -> list[Label]:
        """The labels in one set."""
        members = self.members[self.set_offsets[number] : self.set_offsets[number + 1]]
        return [self.values[member] for member in members.tolist()]

    def count(self, sets: Array) -> Numbers:
        """How many of the documents that have these sets have each label."""
        if 6 * len(sets) < len(self.set_offsets) or not self.values:
            starts = self.set_offsets[sets]
            members = self.members[numbers_in(starts, self.set_offsets[sets + 1] - starts)]
            return np.bincount(members, minlength=len(self.values))
        # So many documents that it is quicker to count each set, and to add up for each label the sets that hold it.
        times = np.bincount(sets, minlength=len(self.set_offsets) - 1).astype(np.int32)
        return np.add.reduceat(times.take(self.holders), self.label_offsets[:-1]).astype(np.int64)

    def having(self, wanted: Sequence[str]) -> NDArray[np.bool_]:
        """Which sets have any of the values ``wanted``."""
        mask = np.zeros(len(self.set_offsets) - 1, dtype=np.bool_)
        for value in wanted:
            number = bisect_left(self.values, value, key=itemgetter(0))
            if number < len(self.values) and self.values[number][0] == value:
                mask[self.holders[self.label_offsets[number] : self.label_offsets[number + 1]]] = True
        return mask


def labels_of(facet: str, values: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The family whose labels the values of a facet are, and those labels: traits have their facet before them."""
    return (facet, values) if facet in FAMILIES else ("trait", [f"{facet}:{value}" for value in values])


class AllLabels:
    """The labels of several parts under one numbering, in the order of their names, so that counts can be added up."""

    def __init__(self, parts: Sequence[Labels]) -> None:
        names = {value: name for labels in parts for value, name in labels.values}
        self.values: list[Label] = sorted(names.items(), key=lambda label: (label[1], label[0]))
        number_of = {value: number for number, (value, _) in enumerate(self.values)}
        self._numbers = [np.array([number_of[value] for value, _ in labels.values], dtype=np.int64) for labels in parts]

    def commonest(self, counts: Sequence[Numbers], most: int) -> list[tuple[Label, int]]:
        """The ``most`` frequent labels with their counts, given the counts of each part; of equals, by name."""
        totals = np.zeros(len(self.values), dtype=np.int64)
        for numbers, counted in zip(self._numbers, counts, strict=True):
            totals[numbers] += counted
        order = np.argsort(-totals, kind="stable")[:most]
        commonest = zip(order.tolist(), totals[order].tolist(), strict=True)
        return [(self.values[number], count) for number, count in commonest if count]
