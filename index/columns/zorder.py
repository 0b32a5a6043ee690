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
_ONE = np.uint32(1)
_LAST_CELL = (1 << _BITS) - 1
_CELLS = 12
"""A circle is covered by at most about this many cells each way; more would be ranges too short to be worth it."""


EVERYWHERE = np.array([0], dtype=np.uint32), np.array([0xFFFF_FFFF], dtype=np.uint32)
"""The range of all keys."""


def keys(latitudes: Array, longitudes: Array) -> Keys:
    """The numbers on the curve of points in degrees."""
    spread = _spread()
    return spread[_cells(longitudes, WEST, EAST)] | spread[_cells(latitudes, SOUTH, NORTH)] << _ONE


def cover(centre: Point, radius_m: float) -> tuple[Keys, Keys]:
    """Ranges of keys, both ends included, that hold every point within ``radius_m`` of ``centre``."""
    angle = radius_m / EARTH_RADIUS_M
    reach = math.sin(min(angle, math.pi / 2)) / max(math.cos(math.radians(centre.latitude)), 1e-12)
    height, width = math.degrees(angle), math.degrees(math.asin(reach)) if reach < 1 else 360.0
    west, east = _cell(centre.longitude - width, WEST, EAST), _cell(centre.longitude + width, WEST, EAST)
    south, north = _cell(centre.latitude - height, SOUTH, NORTH), _cell(centre.latitude + height, SOUTH, NORTH)
    level = max((east - west) // _CELLS, (north - south) // _CELLS).bit_length()
    columns = _spread()[west >> level : (east >> level) + 1]
    rows = _spread()[south >> level : (north >> level) + 1]
    codes = np.sort(columns | rows[:, None] << _ONE, axis=None)
    apart = np.flatnonzero(codes[1:] - codes[:-1] != 1)
    first = np.concatenate((codes[:1], codes[apart + 1]))
    last = np.concatenate((codes[apart], codes[-1:]))
    size, ones = np.uint32(2 * level), np.uint32((1 << 2 * level) - 1)
    return first << size, last << size | ones


def _cells(degrees: Array, low: float, high: float) -> Keys:
    cells = (degrees - low) * ((1 << _BITS) / (high - low))
    return np.clip(cells, 0, _LAST_CELL).astype(np.uint32)


def _cell(degrees: float, low: float, high: float) -> int:
    """`_cells` of one number, which an array would make slow."""
    return min(max(0, int((degrees - low) * ((1 << _BITS) / (high - low)))), _LAST_CELL)


@cache
def _spread() -> Keys:
    """Every number of 16 bits with a 0 put before each of them."""
    spread = np.arange(1 << _BITS, dtype=np.uint32)
    for shift, mask in ((8, 0x00FF00FF), (4, 0x0F0F0F0F), (2, 0x33333333), (1, 0x55555555)):
        spread = (spread | (spread << np.uint32(shift))) & np.uint32(mask)
    return spread
