"""A small map without scripts: where one place is among those around it, in shapes that a page or a print can draw."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from directory.domain.places import EARTH_RADIUS_M, Point
from directory.domain.records import Location, LocationType
from directory.geography import Box, Gazetteer
from web.config import MAP_NAMES, SMALL_MAP_LINE_POINTS
from web.search.map_part import Spot, spot_at

WIDTH, HEIGHT = 360, 240
"""Of the drawing, in units of its own."""

MILE_M = 1_609.344
MILES_ACROSS = 4.0
_UNITS_PER_M = WIDTH / (MILES_ACROSS * MILE_M)
_M_PER_DEGREE = math.radians(EARTH_RADIUS_M)

MILE = MILE_M * _UNITS_PER_M
"""The length of a mile on it."""

_LETTER, _LINE = 6.4, 16.0
"""The room that a letter of a name takes, and a line of it."""

_MARK = 26.0
"""Names keep so far from the mark in the middle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """The name of a place nearby, around the spot where it is written."""

    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallMap:
    """The place is in the middle. ``lines`` is the path of the lines between wards, as SVG writes it, and ``about`` how
    far off the place may be where that is more than a street, else None."""

    lines: str
    names: tuple[Name, ...]
    about: float | None
    width: int = WIDTH
    height: int = HEIGHT
    mile: float = MILE


def map_of(gazetteer: Gazetteer, places: Iterable[Location]) -> SmallMap | None:
    """The map of the one place among ``places`` that people go to; None where there is none, or several."""
    spots = [spot for place in places if (spot := _spot_of(place)) is not None]
    return small_map(gazetteer, spots[0]) if len(spots) == 1 else None


def _spot_of(place: Location) -> Spot | None:
    if place.confidential or place.location_type is not LocationType.PHYSICAL:
        return None
    if place.latitude is None or place.longitude is None:
        return None
    return spot_at(Point(place.latitude, place.longitude), place.precision)


def small_map(gazetteer: Gazetteer, spot: Spot) -> SmallMap | None:
    """The map around ``spot``; None where there are no lines to draw, and so nothing to find one's way by."""
    sheet = _Sheet(spot)
    lines = [sheet.path(line) for line in gazetteer.outlines(sheet.box, SMALL_MAP_LINE_POINTS)]
    if not lines:
        return None
    names = tuple(_with_room(sheet.name(*one) for one in gazetteer.places_within(sheet.box, MAP_NAMES)))
    about = spot.about_m * _UNITS_PER_M if spot.about_m else None
    return SmallMap(lines="".join(lines), names=names, about=about and round(about, 1))


class _Sheet:
    """Where on the drawing a point of the country is: so small a piece of it is as good as flat."""

    def __init__(self, spot: Spot) -> None:
        self._west, self._north = spot.longitude, spot.latitude
        self._down = _M_PER_DEGREE * _UNITS_PER_M
        self._across = self._down * math.cos(math.radians(spot.latitude))
        far, high = WIDTH / 2 / self._across, HEIGHT / 2 / self._down
        self.box = Box(self._west - far, self._north - high, self._west + far, self._north + high)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """The units from the left and from the top."""
        x, y = (longitude - self._west) * self._across, (self._north - latitude) * self._down
        return round(x + WIDTH / 2, 1), round(y + HEIGHT / 2, 1)

    def path(self, line: list[tuple[float, float]]) -> str:
        """A line as a path."""
        points = (f"{x:g} {y:g}" for x, y in (self.at(*point) for point in line))
        return f"M{'L'.join(points)}"

    def name(self, words: str, point: Point) -> Name:
        """A name at its point."""
        x, y = self.at(point.longitude, point.latitude)
        return Name(words=words, x=x, y=y)


def _with_room(names: Iterator[Name]) -> Iterator[Name]:
    """Those that stand clear of the edge, of the mark and of those before them, which are of larger places."""
    taken = [(WIDTH / 2, HEIGHT / 2, _MARK, _MARK)]
    for name in names:
        half = len(name.words) * _LETTER / 2
        if not (half < name.x < WIDTH - half and _LINE < name.y < HEIGHT - 2 * _LINE):
            continue
        if all(abs(name.x - x) > half + wide or abs(name.y - y) > (_LINE + high) / 2 for x, y, wide, high in taken):
            taken.append((name.x, name.y, half, _LINE))
            yield name
