"""What the grades of documents weigh today: worked out once a day for each, and looked up for each document."""

from datetime import date
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from index.boosts import Boosts, Grade
from index.columns.part import Part


class GradeWeights:
    """The weights of every grade as of ``today``, for questions that have a place (``near``) or none."""

    def __init__(self, boosts: Boosts, today: date, *, near: bool) -> None:
        self._boosts, self._today, self._near = boosts, today, near
        self._by_grade: dict[Grade, dict[str, float]] = {}
        self._by_part: WeakKeyDictionary[Part, NDArray[np.float64]] = WeakKeyDictionary()

    def of_grade(self, grade: Grade) -> dict[str, float]:
        """Each weight by name."""
        weights = self._by_grade.get(grade)
        if weights is None:
            weights = self._by_grade[grade] = self._boosts.weights(grade, self._today, near=self._near)
        return weights

    def of(self, part: Part) -> NDArray[np.float64]:
        """The product of the factors of each grade that ``part`` numbers."""
        factors = self._by_part.get(part)
        if factors is None or len(factors) < len(part.grades):
            weights = [sum(self.of_grade(grade).values()) for grade in part.grades]
            factors = self._by_part[part] = np.exp(np.array(weights))
        return factors
