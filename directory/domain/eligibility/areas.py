"""Whether somebody lives in an area, or is registered there, as far as their home is known."""

import math
from functools import lru_cache
from itertools import takewhile

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from directory.domain.eligibility.criteria import AreaKind
from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import Person
from directory.domain.places import EARTH_RADIUS_M, Nation, Place, Precision
from directory.domain.postcode import sector_of

_DISTRICTS = ("E06", "E07", "E08", "E09", "N09", "S12", "W06")
"""How the codes of the authorities begin that a `Place` may have: a county's code is none of them."""

_SURE = (Precision.ADDRESS, Precision.POSTCODE, Precision.SECTOR)
"""Homes that lie wholly in one authority, or so nearly that it is the one meant."""


def is_in(area: str, person: Person) -> Truth:
    """Whether ``person`` is of ``area``, a kind and a code with a colon between (see `AreaKind`).

    Unknown where they did not say enough of themselves, or where nobody knows what the area is.
    """
    kind, _, code = area.partition(":")
    match kind:
        case AreaKind.PRACTICE:
            return _same(code, person.practice)
        case AreaKind.PCN:
            return _same(code, person.pcn)
        case AreaKind.ICB:
            return _same(code, person.icb)
        case _:
            return _lives_in(kind, code, person.home) if person.home else Truth.UNKNOWN


def _lives_in(kind: str, code: str, home: Place) -> Truth:
    match kind:
        case AreaKind.UK:
            return Truth.YES
        case AreaKind.AUTHORITY:
            return _in_authority(code, home)
        case AreaKind.POSTCODE:
            return _in_postcodes(code, home)
        case AreaKind.NATION:
            return _same(code, home.nation)
        case AreaKind.POLYGON:
            return _in_polygon(code, home)
        case _:
            return Truth.UNKNOWN


def _same(wanted: str, stated: str | None) -> Truth:
    if stated is None:
        return Truth.UNKNOWN
    return Truth.YES if wanted.casefold() == stated.casefold() else Truth.NO


def _in_authority(code: str, home: Place) -> Truth:
    """An outcode or a town may reach into the next authority: it is never known to be outside."""
    if code == home.local_authority:
        return Truth.YES
    is_elsewhere = home.nation is not None and Nation.of_area(code) not in (None, home.nation)
    is_known = home.local_authority is not None and home.precision in _SURE and code.startswith(_DISTRICTS)
    return Truth.NO if is_elsewhere or is_known else Truth.UNKNOWN


def _in_postcodes(code: str, home: Place) -> Truth:
    """A town has several outcodes, so that the one of its middle says nothing of a home there."""
    if home.outcode is None or home.precision is Precision.PLACE:
        return Truth.UNKNOWN
    if code.isalpha():
        return _same(code, "".join(takewhile(str.isalpha, home.outcode)))
    outcode, _, digit = code.partition(" ")
    if not digit or outcode != home.outcode:
        return _same(outcode, home.outcode)
    return _same(code, _sector(home))


def _sector(home: Place) -> str | None:
    if home.postcode is not None:
        return sector_of(home.postcode[:-2])
    return sector_of(home.label) if home.precision is Precision.SECTOR else None


def _in_polygon(geojson: str, home: Place) -> Truth:
    """Within means so far within that no part of the home's radius reaches out; without likewise."""
    shape = _shape(geojson)
    if shape is None:
        return Truth.UNKNOWN
    shape = _in_metres(shape, home)
    middle = shapely.Point(0, 0)
    if shape.boundary.distance(middle) < home.radius_m:
        return Truth.UNKNOWN
    return Truth.YES if shape.covers(middle) else Truth.NO


@lru_cache(maxsize=1_000)
def _shape(geojson: str) -> BaseGeometry | None:
    """The area drawn, None where the text draws none."""
    try:
        shape = shapely.from_geojson(geojson)
    except shapely.errors.GEOSException:
        return None
    return shape if shape.area > 0 and shape.is_valid else None


def _in_metres(shape: BaseGeometry, home: Place) -> BaseGeometry:
    """``shape`` on a plane about ``home``: true to a metre in a kilometre as far away as it matters."""
    metres_to_degree = math.radians(1) * EARTH_RADIUS_M
    scale = np.array([metres_to_degree * math.cos(math.radians(home.point.latitude)), metres_to_degree])
    origin = np.array([home.point.longitude, home.point.latitude])

    def onto_plane(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        on_plane: NDArray[np.float64] = (degrees - origin) * scale
        return on_plane

    flat: BaseGeometry = shapely.transform(shape, onto_plane)
    return flat
