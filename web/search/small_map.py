"""A small map without scripts: where one place is among those around it, in shapes that a page or a print can draw."""

import logging
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from directory.domain.messages import Message, listed, say
from directory.domain.places import EARTH_RADIUS_M, Point
from directory.domain.records import Location, LocationType
from directory.geography import Box, Gazetteer
from web.config import MAP_NAMES, SMALL_MAP_LINE_POINTS
from web.search.map_part import Spot, spot_at

logger = logging.getLogger(__name__)

MILE_M = 1_609.344
MILES_ACROSS = 4.0
_M_PER_DEGREE = math.radians(EARTH_RADIUS_M)

_LETTER, _LINE = 6.4, 16.0
"""The room that a letter of a name takes, and a line of it."""

_MARK = 26.0
"""Names keep so far from the mark in the middle."""


@dataclass(frozen=True, slots=True)
class Size:
    """How wide and high a drawing is, in units of its own, of which a name is 12 high."""

    width: int
    height: int

    @property
    def mile(self) -> float:
        """The length of a mile on it."""
        return self.width / MILES_ACROSS


SCREEN = Size(360, 240)
PAPER = Size(220, 140)
"""Of a handout: drawn 15 em wide, its names are four fifths as large as the text beside it, so few have room."""


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
    size: Size

    @property
    def told(self) -> Message:
        """What it shows, for who does not see it."""
        if not self.names:
            return say("A map with the place in its middle")
        return say(
            "A map with the place in its middle, and around it: {names}",
            names=listed(name.words for name in self.names),
        )

    @property
    def key(self) -> Message:
        """What its marks mean."""
        if self.about:
            return say("It is somewhere in the circle. The line at the foot is a mile long.")
        return say("The dot is where it is. The line at the foot is a mile long.")


def map_of(gazetteer: Callable[[], Gazetteer], places: Iterable[Location], size: Size) -> SmallMap | None:
    """The map of the one place among ``places`` that people go to; None where there is none, or several.

    Whatever ails the gazetteer, the address still says where it is, so there is no map then.
    """
    spots = [spot for place in places if (spot := _spot_of(place)) is not None]
    if len(spots) != 1:
        return None
    try:
        return small_map(gazetteer(), spots[0], size)
    except Exception:
        logger.warning("A small map cannot be drawn", exc_info=True)
        return None


def _spot_of(place: Location) -> Spot | None:
    if place.confidential or place.location_type is not LocationType.PHYSICAL:
        return None
    if place.latitude is None or place.longitude is None:
        return None
    return spot_at(Point(place.latitude, place.longitude), place.precision)


def small_map(gazetteer: Gazetteer, spot: Spot, size: Size) -> SmallMap | None:
    """The map around ``spot``; None where there are no lines to draw, and so nothing to find one's way by."""
    sheet = _Sheet(spot, size)
    lines = [sheet.path(line) for line in gazetteer.outlines(sheet.box, SMALL_MAP_LINE_POINTS)]
    if not lines:
        return None
    names = tuple(_with_room((sheet.name(*one) for one in gazetteer.places_within(sheet.box, MAP_NAMES)), size))
    about = round(spot.about_m / MILE_M * size.mile, 1) if spot.about_m else None
    return SmallMap(lines="".join(lines), names=names, about=about, size=size)


class _Sheet:
    """Where on the drawing a point of the country is: so small a piece of it is as good as flat."""

    def __init__(self, spot: Spot, size: Size) -> None:
        self._size = size
        self._west, self._north = spot.longitude, spot.latitude
        self._down = _M_PER_DEGREE / MILE_M * size.mile
        self._across = self._down * math.cos(math.radians(spot.latitude))
        far, high = size.width / 2 / self._across, size.height / 2 / self._down
        self.box = Box(self._west - far, self._north - high, self._west + far, self._north + high)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """The units from the left and from the top."""
        x, y = (longitude - self._west) * self._across, (self._north - latitude) * self._down
        return round(x + self._size.width / 2, 1), round(y + self._size.height / 2, 1)

    def path(self, line: list[tuple[float, float]]) -> str:
        """A line as a path."""
        points = (f"{x:g} {y:g}" for x, y in (self.at(*point) for point in line))
        return f"M{'L'.join(points)}"

    def name(self, words: str, point: Point) -> Name:
        """A name at its point."""
        x, y = self.at(point.longitude, point.latitude)
        return Name(words=words, x=x, y=y)


def _with_room(names: Iterator[Name], size: Size) -> Iterator[Name]:
    """Those that stand clear of the edge, of the mark and of those before them, which are of larger places."""
    taken = [(size.width / 2, size.height / 2, _MARK, _MARK)]
    for name in names:
        half = len(name.words) * _LETTER / 2
        if not (half < name.x < size.width - half and _LINE < name.y < size.height - 2 * _LINE):
            continue
        if all(abs(name.x - x) > half + wide or abs(name.y - y) > (_LINE + high) / 2 for x, y, wide, high in taken):
            taken.append((name.x, name.y, half, _LINE))
            yield name
