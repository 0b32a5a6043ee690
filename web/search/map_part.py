"""The map beside the results: where each numbered card is, what is searched around, and what has no place on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from directory.domain.entries import Entry, EntryPlace
from directory.domain.messages import Message, say_count
from directory.domain.places import Place, Point, Precision
from directory.domain.records import LocationType

_ABOUT_M = {Precision.SECTOR: 1_000.0, Precision.OUTCODE: 3_000.0, Precision.PLACE: 2_000.0}
"""Metres around a point that stands for no more than an area: about the reach of such areas in a town."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map; ``about_m`` is how far off it may be where that is more than a street, else None."""

    latitude: float
    longitude: float
    about_m: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPart:
    """What the map is drawn from beside the cards: the middle of the search, where it has one, and the names of those
    cards, with their numbers, that have no place on it."""

    middle: Spot | None
    label: str | None
    unplaced: tuple[tuple[int, str], ...]
    placed: int

    @property
    def is_worth_drawing(self) -> bool:
        """Whether any card has a place."""
        return self.placed > 0

    @property
    def together(self) -> tuple[Message, ...]:
        """What is said of services whose pins are one, from two of them to all; our script fills their numbers in."""
        return tuple(
            say_count(
                "{n} service close together: {numbers}. Zoom in.",
                "{n} services close together: {numbers}. Zoom in.",
                number,
                numbers="{numbers}",
            )
            for number in range(2, self.placed + 1)
        )


def spot_of(entry: Entry, nearest: EntryPlace | None) -> Spot | None:
    """Where ``entry`` is on the map: at a place that people go to, never at an office or at what is not told."""
    venues = (place for place in entry.places if place.location_type is LocationType.PHYSICAL)
    place = nearest or next(venues, None)
    if place is None or place.location_type is not LocationType.PHYSICAL:
        return None
    return spot_at(place.point, place.precision)


def spot_at(point: Point, precision: Precision) -> Spot | None:
    """The spot of a point that is known so precisely; None where it is not known at all."""
    return None if precision is Precision.NONE else _spot(point, _ABOUT_M.get(precision))


def map_part(near: Place | None, cards: Iterable[tuple[str, Spot | None]], first_number: int) -> MapPart:
    """The map around ``near`` of ``cards``, each its name and spot, numbered from ``first_number``."""
    numbered = list(enumerate(cards, first_number))
    rough = None if near is None or not near.precision.is_about else near.radius_m
    return MapPart(
        middle=None if near is None else _spot(near.point, rough),
        label=None if near is None else near.label,
        unplaced=tuple((number, name) for number, (name, spot) in numbered if spot is None),
        placed=sum(spot is not None for _, (_, spot) in numbered),
    )


def _spot(point: Point, about_m: float | None) -> Spot:
    # Five decimals are a metre.
    return Spot(latitude=round(point.latitude, 5), longitude=round(point.longitude, 5), about_m=about_m)
