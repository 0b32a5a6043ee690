"""Points on the earth, how precisely they are known, and the distance between them."""

import math
from dataclasses import dataclass
from enum import StrEnum

from directory.domain.errors import InvalidValue
from directory.domain.messages import mark

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of the earth in metres (IUGG), for great-circle distances: within 0.35 % of the ellipsoid."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point in degrees, WGS 84. ``0, 0`` is refused: in every source seen it means that nobody knew."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise InvalidValue("point", f"{self.latitude},{self.longitude}", "These are not degrees on the earth")
        if self.latitude == 0 and self.longitude == 0:
            raise InvalidValue("point", "0,0", "Coordinates 0,0 stand for an unknown place")

    def distance_m(self, other: "Point") -> float:
        """Great-circle distance in metres (haversine)."""
        phi, other_phi = math.radians(self.latitude), math.radians(other.latitude)
        half_chord = (
            math.sin((other_phi - phi) / 2) ** 2
            + math.cos(phi) * math.cos(other_phi) * math.sin(math.radians(other.longitude - self.longitude) / 2) ** 2
        )
        return 2 * EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(half_chord)))


class Precision(StrEnum):
    """How closely a point stands for a place, finest first."""

    ADDRESS = "address"
    POSTCODE = "postcode"
    SECTOR = "sector"
    OUTCODE = "outcode"
    PLACE = "place"
    NONE = "none"

    @property
    def is_about(self) -> bool:
        """Whether a distance from here is said as "about"."""
        return self in (Precision.SECTOR, Precision.OUTCODE, Precision.PLACE)


class Nation(StrEnum):
    """The part of the United Kingdom a place is in."""

    ENGLAND = mark("England")
    NORTHERN_IRELAND = mark("Northern Ireland")
    SCOTLAND = mark("Scotland")
    WALES = mark("Wales")

    @classmethod
    def of_area(cls, code: str) -> "Nation | None":
        """The nation of a GSS area code such as ``E08000022``, by its first letter."""
        return {"E": cls.ENGLAND, "N": cls.NORTHERN_IRELAND, "S": cls.SCOTLAND, "W": cls.WALES}.get(code[:1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a postcode, part of one, or a name is: a point, how precise it is, and what area holds it.

    ``radius_m`` is the distance within which the thing meant will lie. ``local_authority`` is a GSS code
    (``E08000022``), and its name goes with it where that is known. ``ended`` says that Royal Mail no longer delivers
    to this postcode.
    """

    label: str
    point: Point
    precision: Precision
    radius_m: float
    local_authority: str | None = None
    local_authority_name: str | None = None
    nation: Nation | None = None
    outcode: str | None = None
    postcode: str | None = None
    ended: bool = False


_STEPS_M = (500.0, 1_000.0, 2_000.0, 5_000.0, 10_000.0, 20_000.0, 50_000.0, 100_000.0)
"""What a distance that is only "about" is rounded to: never finer than half a kilometre or than a tenth of itself."""


def rounded_distance_m(distance_m: float, precision: Precision) -> float:
    """The distance to show: to 10 m, or where a place is only "about" to the larger of 0.5 km and about a tenth."""
    step = 10.0
    if precision.is_about:
        step = max((one for one in _STEPS_M if one <= distance_m / 10), default=_STEPS_M[0])
    return round(distance_m / step) * step
