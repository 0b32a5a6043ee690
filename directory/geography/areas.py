"""Sectors and outcodes, each summed up from the postcodes in it: a middle, a radius and a local authority."""

import numpy as np
from numpy.typing import NDArray

from directory.geography.distance import distances_m
from directory.geography.tables import MICRO, Areas, Points

LEAST_RADIUS_M = 100.0
"""No place is known more closely than a postcode is."""

SHARE_WITHIN = 0.9
"""The radius of an area is the distance within which this share of its postcodes lies."""


def summarise(points: Points, size: int) -> Areas:
    """Sum up the postcodes whose numbers, divided by ``size`` (`SECTOR` or `OUTCODE`), are the same.

    The middle is the mean of the live postcodes, the radius the distance within which nine in ten of them lie, the
    authority the one most of them are in. An area whose postcodes have all ended is summed up from those.
    """
    numbers, members = np.unique(points.numbers // np.uint32(size), return_inverse=True)
    live = np.bincount(members, ~points.ended)
    counted = ~points.ended | (live == 0)[members]
    members, points = members[counted], points.at(counted)
    counts = np.bincount(members)
    latitudes = np.bincount(members, points.latitudes) / counts
    longitudes = np.bincount(members, points.longitudes) / counts
    distances = distances_m(
        (latitudes[members] / MICRO, longitudes[members] / MICRO), points.latitudes / MICRO, points.longitudes / MICRO
    )
    return Areas(
        numbers=numbers,
        latitudes=np.rint(latitudes).astype(np.int32),
        longitudes=np.rint(longitudes).astype(np.int32),
        authorities=_most_frequent(members, points.authorities),
        ended=live == 0,
        radii=_radii(members, counts, distances),
    )


def _radii(members: NDArray[np.intp], counts: NDArray[np.intp], distances: NDArray[np.float64]) -> NDArray[np.float32]:
    """For each area the least distance that nine in ten of its members lie within, and never under 100 m."""
    in_order = distances[np.lexsort((distances, members))]
    ends = np.cumsum(counts)
    ninth = ends - counts + np.ceil(counts * SHARE_WITHIN).astype(np.intp) - 1
    radii: NDArray[np.float32] = np.maximum(in_order[ninth], LEAST_RADIUS_M).astype(np.float32)
    return radii


def _most_frequent(members: NDArray[np.intp], values: NDArray[np.int16]) -> NDArray[np.int16]:
    """For each area the value that most of its members have; members are ascending and every area has some."""
    pairs, counts = np.unique(np.stack([members, values]), axis=1, return_counts=True)
    order = np.lexsort((counts, pairs[0]))
    last_of_area = np.flatnonzero(np.diff(pairs[0][order], append=-1))
    frequent: NDArray[np.int16] = pairs[1][order][last_of_area].astype(np.int16)
    return frequent
