"""The gazetteer as a geopy geocoder, for programs that speak geopy; it never goes to the network."""

from typing import Any

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point as GeopyPoint

from directory.domain.errors import InvalidValue
from directory.domain.places import Place, Point
from directory.geography.gazetteer import Gazetteer


class SignpostGeocoder(Geocoder):  # type: ignore[misc]  # geopy is not typed
    """Answers geopy's two questions from the compiled tables.

    A `Location` has in ``raw`` the ``precision`` of its point, the ``radius_m`` within which the thing meant will lie,
    whether the postcode has ``ended``, and the code of its ``local_authority``.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._gazetteer = gazetteer

    def geocode(
        self, query: str, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL
    ) -> Location | list[Location] | None:
        """Where ``query`` is; with ``exactly_one`` off, also its namesakes. ``timeout`` is not needed."""
        finding = self._gazetteer.find(query)
        if finding.place is None:
            return None
        if exactly_one:
            return _location(finding.place)
        return [_location(place) for place in (finding.place, *finding.alternatives)]

    def reverse(
        self, query: Any, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL
    ) -> Location | list[Location] | None:
        """The postcode nearest to ``query``, which is anything geopy takes for a point."""
        try:
            point = Point(*GeopyPoint(query)[:2])
        except InvalidValue:
            return None
        place = self._gazetteer.nearest(point)
        if place is None:
            return None
        return _location(place) if exactly_one else [_location(place)]


def _location(place: Place) -> Location:
    raw = {
        "precision": place.precision.value,
        "radius_m": place.radius_m,
        "ended": place.ended,
        "local_authority": place.local_authority,
    }
    return Location(place.label, (place.point.latitude, place.point.longitude), raw)
