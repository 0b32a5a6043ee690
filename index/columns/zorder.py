"""A Z-order curve over the British Isles: near points get near numbers, so that a circle is a handful of ranges."""

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

from directory.domain.places import EARTH_RADIUS_M, Point
from index.columns.spans import Array

Keys = NDArray[np.uint32]

SOUTH, NORTH, WEST, EAST = 49.0, 61.5, -9.0, 2.5
"""The box that the curve fills. Points outside it get the key of its edge: found all the same, only less quickly."""

_BITS = 16
_CELLS = 12
"""A circle is covered by at most about this many cells each way; more would be ranges too short to be worth it."""


EVERYWHERE = np.array([0], dtype=np.uint32), np.array([0xFFFF_FFFF], dtype=np.uint32)
"""The range of all keys."""


def keys(latitudes: Array, longitudes: Array) -> Keys:
    """The numbers on the curve of points in degrees."""
    return _interleave(_cells(longitudes, WEST, EAST), _cells(latitudes, SOUTH, NORTH))


def cover(centre: Point, radius_m: float) -> tuple[Keys, Keys]:
    """Ranges of keys, both ends included, that hold every point within ``radius_m`` of ``centre``."""
    angle = radius_m / EARTH_RADIUS_M
    reach = math.sin(min(angle, math.pi / 2)) / max(math.cos(math.radians(centre.latitude)), 1e-12)
    height, width = math.degrees(angle), math.degrees(math.asin(reach)) if reach < 1 else 360.0
    west, east = _cells(np.array([centre.longitude - width, centre.longitude + width]), WEST, EAST).tolist()
    south, north = _cells(np.array([centre.latitude - height, centre.latitude + height]), SOUTH, NORTH).tolist()
    level = max((east - west) // _CELLS, (north - south) // _CELLS).bit_length()
    columns = np.arange(west >> level, (east >> level) + 1, dtype=np.uint32)
    rows = np.arange(south >> level, (north >> level) + 1, dtype=np.uint32)
    codes = np.sort(_interleave(columns[None, :], rows[:, None]).ravel()).astype(np.uint64)
    apart = np.flatnonzero(np.diff(codes) != 1)
    first = codes[np.concatenate(([0], apart + 1))]
    last = codes[np.concatenate((apart, [len(codes) - 1]))]
    size = np.uint64(2 * level)
    one = np.uint64(1)
    return (first << size).astype(np.uint32), (((last + one) << size) - one).astype(np.uint32)


def _cells(degrees: Array, low: float, high: float) -> Keys:
    cells = (degrees - low) * ((1 << _BITS) / (high - low))
    return np.clip(cells, 0, (1 << _BITS) - 1).astype(np.uint32)


def _interleave(even: Array, odd: Array) -> Keys:
    spread = _spread()
    return spread[even] | (spread[odd] << np.uint32(1))


@cache
def _spread() -> Keys:
    """Every number of 16 bits with a 0 put before each of them."""
    spread = np.arange(1 << _BITS, dtype=np.uint32)
    for shift, mask in ((8, 0x00FF00FF), (4, 0x0F0F0F0F), (2, 0x33333333), (1, 0x55555555)):
        spread = (spread | (spread << np.uint32(shift))) & np.uint32(mask)
    return spread
