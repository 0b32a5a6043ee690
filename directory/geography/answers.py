"""What the gazetteer answers: a finding for one text a person typed, columns for many postcodes at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.domain.places import Place, Precision

PRECISIONS = tuple(Precision)
"""The precisions by the codes that `PlaceColumns` holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The place a text most likely means, others of the same name, and a sentence for the person who typed it.

    ``reason`` says why there is no place, or why it is coarser than what was asked for.
    """

    place: Place | None = None
    alternatives: tuple[Place, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceColumns:
    """Where many postcodes are, one row each, in the order they were asked for.

    ``latitude``, ``longitude`` and ``radius_m`` are NaN where a postcode is unknown; ``precision`` holds positions in
    `PRECISIONS`; ``local_authority`` is empty where unknown.
    """

    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    precision: NDArray[np.int8]
    radius_m: NDArray[np.float64]
    local_authority: NDArray[np.str_]
    ended: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.latitude)
