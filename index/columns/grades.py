"""What the grades of documents weigh and say today: worked out once a day for each, and looked up for each document."""

from datetime import date
from functools import lru_cache
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from directory.domain.messages import say
from directory.domain.status.rules import State
from index.boosts import Boosts, Grade
from index.columns.part import Part
from index.protocol import Contribution

_IN_WORDS = {
    ("status", "temporarily closed"): say("temporarily closed"),
    ("basis", "register"): say("described by a register"),
    ("state", "unconfirmed"): say("not confirmed lately"),
    ("state", "at_risk"): say("its funding ends"),
    ("state", "likely_closed"): say("may have closed"),
}

LIKELY_CLOSED = 2
"""The class of what has probably closed: listed after what does not take the person of a query, which is 1."""

_REMEMBERED = 10_000


class GradeWeights:
    """The weights of every grade as of ``today``, for questions that have a place (``near``) or none."""

    def __init__(self, boosts: Boosts, today: date, *, near: bool) -> None:
        self._boosts, self._today, self._near = boosts, today, near
        self._by_part: WeakKeyDictionary[Part, NDArray[np.float64]] = WeakKeyDictionary()
        self._classes: WeakKeyDictionary[Part, NDArray[np.int8]] = WeakKeyDictionary()
        self.contributions = lru_cache(maxsize=_REMEMBERED)(self._contributions)

    def of(self, part: Part) -> NDArray[np.float64]:
        """The product of the factors of each grade that ``part`` numbers."""
        factors = self._by_part.get(part)
        if factors is None or len(factors) < len(part.grades):
            weights = [sum(self._of_grade(grade).values()) for grade in part.grades]
            factors = self._by_part[part] = np.exp(np.array(weights))
        return factors

    def fading(self, part: Part) -> NDArray[np.int8] | None:
        """For each grade that ``part`` numbers, the class it is listed in; None where none has probably closed."""
        classes = self._classes.get(part)
        if classes is None or len(classes) < len(part.grades):
            states = [LIKELY_CLOSED if grade.state == State.LIKELY_CLOSED else 0 for grade in part.grades]
            classes = self._classes[part] = np.array(states, dtype=np.int8)
        return classes if classes.any() else None

    def _of_grade(self, grade: Grade) -> dict[str, float]:
        """Each weight by name."""
        return self._boosts.weights(grade, self._today, near=self._near)

    def _contributions(self, grade: Grade, place: str) -> tuple[Contribution, ...]:
        """What a grade did to a score; ``place`` is in words where the document is, when that needs saying."""
        made = []
        for factor, weight in self._of_grade(grade).items():
            words = place if factor == "place" else ""
            if weight and not words:
                name = "state" if factor == "running" else factor
                words = _IN_WORDS.get((name, getattr(grade, name, "") or ""), "")
            if weight or words:
                made.append(Contribution(factor=factor, weight=weight, words=words))
        return tuple(made)
