"""Which postcode is nearest to a point, by the squares of a grid laid over the country."""

import numpy as np
from numpy.typing import NDArray

from directory.domain.places import Point
from directory.geography.distance import distances_m
from directory.geography.numbering import Numbers
from directory.geography.tables import MICRO, Cells, Micro, Points

NEAREST_WITHIN_M = 8_000.0
"""Farther from every postcode than this, a point is out at sea or in another country."""

_SOUTH, _WEST = 49 * MICRO, -9 * MICRO
_HEIGHT, _WIDTH = 10_000, 16_000
_SQUARES_IN_ROW = 1024  # more than the country is wide, so that a step beyond its edge is not a step into the next row
_SIDE_M = 850.0  # the narrower side of a square where it is narrowest, off the north of Shetland
_REACHES = (1, 3, 10)


def _row(latitudes: Micro) -> NDArray[np.int64]:
    return (latitudes.astype(np.int64) - _SOUTH) // _HEIGHT


def _column(longitudes: Micro) -> NDArray[np.int64]:
    return (longitudes.astype(np.int64) - _WEST) // _WIDTH


def lay_out(points: Points) -> Cells:
    """Sort the rows of ``points`` into squares of about a kilometre."""
    squares = (_row(points.latitudes) * _SQUARES_IN_ROW + _column(points.longitudes)).astype(np.uint32)
    order = np.argsort(squares, kind="stable").astype(np.uint32)
    numbers, starts = np.unique(squares[order], return_index=True)
    return Cells(numbers=numbers, starts=np.append(starts, len(order)).astype(np.uint32), order=order)


def nearest_row(points: Points, cells: Cells, point: Point) -> int | None:
    """The row of the postcode nearest to ``point``, or None when none lies within `NEAREST_WITHIN_M`."""
    row, column = (
        int(axis(np.array([round(degrees * MICRO)], np.int32))[0])
        for axis, degrees in ((_row, point.latitude), (_column, point.longitude))
    )
    if not (0 <= column < _SQUARES_IN_ROW):
        return None
    for reach in _REACHES:
        rows = _rows_around(cells, row, column, reach)
        if not len(rows):
            continue
        distances = distances_m(point, points.latitudes[rows] / MICRO, points.longitudes[rows] / MICRO)
        closest = int(np.argmin(distances))
        # Beyond the squares looked into, another postcode may be nearer than the closest one inside them.
        if distances[closest] <= min(reach * _SIDE_M, NEAREST_WITHIN_M):
            return int(rows[closest])
    return None


def _rows_around(cells: Cells, row: int, column: int, reach: int) -> Numbers:
    """The rows of the postcodes in the squares up to ``reach`` away; squares side by side are one range."""
    southern = np.arange(max(row - reach, 0), max(row + reach + 1, 0), dtype=np.int64) * _SQUARES_IN_ROW
    western = np.searchsorted(cells.numbers, (southern + max(column - reach, 0)).astype(np.uint32))
    eastern = np.searchsorted(cells.numbers, (southern + column + reach).astype(np.uint32), side="right")
    ranges = [cells.order[cells.starts[west] : cells.starts[east]] for west, east in zip(western, eastern, strict=True)]
    return np.concatenate([np.empty(0, np.uint32), *ranges])
