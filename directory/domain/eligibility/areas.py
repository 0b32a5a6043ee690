"""Whether somebody lives in an area, or is registered there, as far as their home is known."""

import math
from functools import lru_cache
from itertools import takewhile

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from directory.domain.eligibility.criteria import AreaKind
from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import Person
from directory.domain.places import EARTH_RADIUS_M, Nation, Place, Precision
from directory.domain.postcode import sector_of

_DISTRICTS = ("E06", "E07", "E08", "E09", "N09", "S12", "W06")
"""How the codes of the authorities begin that a `Place` may have: a county's code is none of them."""

_WITHIN_ONE = (Precision.ADDRESS, Precision.POSTCODE)
"""Homes that lie wholly in one authority."""

_REMEMBERED = 200
"""Areas drawn on the map that are kept as shapes: a large one takes some hundred kilobytes."""

_TURN = np.linspace(0, 2 * math.pi, 32, endpoint=False)
_CIRCLE = np.column_stack([np.cos(_TURN), np.sin(_TURN)]) / math.cos(math.pi / len(_TURN))
"""A polygon about the circle of radius 1, so that no part of the circle is outside it."""


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
    """Whether a home is in the authority of a GSS code, for sure as far as its precision goes.

    2,493 of 10,880 sectors lie in more than one authority, and 3.3 % of live postcodes in another than most of their
    sector (postcode tables of 2026). A home known to its sector is taken to be where most of the sector is, since it
    is so 97 times in 100 and the search keeps nothing finer; but nobody is turned away on that ground: in another
    authority of the same nation is unknown. An outcode or a town may reach anywhere into the next authority.
    """
    if home.nation is not None and Nation.of_area(code) not in (None, home.nation):
        return Truth.NO
    if home.local_authority is None or home.precision not in (*_WITHIN_ONE, Precision.SECTOR):
        return Truth.UNKNOWN
    if code == home.local_authority:
        return Truth.YES
    is_outside = home.precision in _WITHIN_ONE and code.startswith(_DISTRICTS)
    return Truth.NO if is_outside else Truth.UNKNOWN


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
    reach = home.radius_m / (math.radians(1) * EARTH_RADIUS_M)
    reach_east = reach / max(math.cos(math.radians(home.point.latitude)), _LEAST_COSINE)
    east, north = home.point.longitude, home.point.latitude
    west_edge, south_edge, east_edge, north_edge = shape.bounds
    if not (
        west_edge - reach_east <= east <= east_edge + reach_east and south_edge - reach <= north <= north_edge + reach
    ):
        return Truth.NO
    around = _around(east, north, reach_east, reach)
    if shape.covers(around):
        return Truth.YES
    return Truth.UNKNOWN if shape.intersects(around) else Truth.NO


_LEAST_COSINE = 1e-6


def _around(east: float, north: float, reach_east: float, reach: float) -> BaseGeometry:
    """All that lies within the reach of a point, in degrees."""
    if not reach:
        return shapely.Point(east, north)
    return shapely.Polygon(_CIRCLE * (reach_east, reach) + (east, north))


@lru_cache(maxsize=_REMEMBERED)
def _shape(geojson: str) -> BaseGeometry | None:
    """The area drawn, made ready for many questions; None where the text draws none."""
    try:
        shape = shapely.from_geojson(geojson)
    except shapely.errors.GEOSException:
        return None
    if not (shape.area > 0 and shape.is_valid):
        return None
    shapely.prepare(shape)
    return shape
