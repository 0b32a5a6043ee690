"""How well readings agree with labels made by people: precision and recall for each field, mark by mark."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Counts of one field over many texts: marks that are in both, in the reading alone, and in the labels alone."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was read that is right; None where nothing was read."""
        read = self.right + self.wrong
        return self.right / read if read else None

    @property
    def recall(self) -> float | None:
        """The share of what is there that was read; None where nothing is there."""
        there = self.right + self.missed
        return self.right / there if there else None

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)


Marks = Mapping[str, frozenset[str]]
"""What one text says, by field."""


def compare(pairs: Iterable[tuple[Marks, Marks]]) -> dict[str, Agreement]:
    """The agreement of readings with labels, as pairs in that order, for each field of the labels."""
    totals: dict[str, Agreement] = {}
    for read, labelled in pairs:
        for field, marks in labelled.items():
            found = read[field]
            counts = Agreement(len(found & marks), len(found - marks), len(marks - found))
            totals[field] = totals.get(field, Agreement()) + counts
    return totals
