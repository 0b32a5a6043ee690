"""What our own map shows beneath its pins: lines between wards or authorities, and names of places, as GeoJSON."""

import math
from collections.abc import Iterator
from typing import Any

from directory.domain.errors import InvalidValue
from directory.geography import Box, Gazetteer
from web.config import MAP_NAMES, MAP_STEP, MOST_LINE_POINTS, WIDEST_MAP

ATTRIBUTION = "ONS, OS © Crown copyright and database right; names: GeoNames"

_DECIMALS = 5  # a metre


def box_of(text: str) -> Box:
    """The box that ``west,south,east,north`` in degrees means, moved out to whole steps; raise `InvalidValue` of one
    that is none, too large or nowhere in the country."""
    try:
        west, south, east, north = (float(edge) for edge in text.split(","))
    except ValueError:
        raise InvalidValue("bbox", text[:80], "Write a box as west,south,east,north in degrees") from None
    if not (-15 <= west < east <= 8 and 45 <= south < north <= 65):
        raise InvalidValue("bbox", text[:80], "This box does not lie on or around the United Kingdom")
    if east - west > WIDEST_MAP or north - south > WIDEST_MAP:
        raise InvalidValue("bbox", text[:80], f"Choose a box of at most {WIDEST_MAP:g} degrees")
    return Box(_down(west), _down(south), -_down(-east), -_down(-north))


def outlines_json(gazetteer: Gazetteer, box: Box) -> dict[str, Any]:
    """A GeoJSON collection: one feature with all lines, and one for each name, the largest place first."""
    lines = [[_rounded(*point) for point in line] for line in gazetteer.outlines(box, MOST_LINE_POINTS)]
    outline = {"type": "Feature", "properties": {}, "geometry": {"type": "MultiLineString", "coordinates": lines}}
    return {
        "type": "FeatureCollection",
        "attribution": ATTRIBUTION,
        "features": [outline, *_names(gazetteer, box)],
    }


def _names(gazetteer: Gazetteer, box: Box) -> Iterator[dict[str, Any]]:
    for name, point in gazetteer.places_within(box, MAP_NAMES):
        where = {"type": "Point", "coordinates": _rounded(point.longitude, point.latitude)}
        yield {"type": "Feature", "properties": {"name": name}, "geometry": where}


def _down(edge: float) -> float:
    """The whole step at or below ``edge``."""
    return round(math.floor(round(edge / MAP_STEP, 6)) * MAP_STEP, 6)


def _rounded(longitude: float, latitude: float) -> list[float]:
    return [round(longitude, _DECIMALS), round(latitude, _DECIMALS)]
