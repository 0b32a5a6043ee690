"""Great-circle distances from one point to many."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from directory.domain.places import EARTH_RADIUS_M, Point


def distances_m(
    point: Point | tuple[ArrayLike, ArrayLike], latitudes: ArrayLike, longitudes: ArrayLike
) -> NDArray[np.float64]:
    """Metres from ``point`` to each place, in degrees, as `Point.distance_m` has them; NaN where a place is NaN.

    In place of one point, a pair of arrays in degrees gives each place a point of its own.
    """
    here = (point.latitude, point.longitude) if isinstance(point, Point) else point
    phi, other_phi = np.radians(here[0]), np.radians(latitudes)
    half_chord = (
        np.sin((other_phi - phi) / 2) ** 2
        + np.cos(phi) * np.cos(other_phi) * np.sin(np.radians(np.subtract(longitudes, here[1])) / 2) ** 2
    )
    metres: NDArray[np.float64] = 2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(np.minimum(half_chord, 1.0)))
    return metres
