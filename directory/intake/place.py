"""Placing locations: coordinates, precision and local authority from what a source said of where they are."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from directory.domain.places import Point, Precision
from directory.domain.postcode import part_of_postcode
from directory.domain.records import LocationType
from directory.geography import PRECISIONS, Gazetteer
from directory.geography.spelling import fold, fold_authority
from directory.intake.limits import MAX_DRAWN_AREA

Fields = dict[str, Any]

_FINER_THAN_AUTHORITY = (
    "addresses", "latitude", "longitude", "radius_m", "postcode_ended",
    "name", "description", "transportation", "url", "accessibility",
)  # fmt: skip
"""What is left out of a confidential location: anything that helps to find it inside its local authority."""


def place_all(locations: Sequence[Fields], gazetteer: Gazetteer) -> None:
    """Fill in coordinates, ``precision``, ``radius_m``, ``local_authority`` and ``postcode_ended`` of each location.

    Coordinates a source gave are kept: of a venue as its address, of a postal location as its postcode's. Otherwise the
    postcode decides, then a part of one, then a place name that only one place has. What none of them tells stays
    unknown. A confidential location keeps its local authority alone.
    """
    postcodes = [postcode_of(fields) or "" for fields in locations]
    found = gazetteer.bulk(postcodes)
    for number, fields in enumerate(locations):
        if not np.isnan(found.latitude[number]):
            _from_postcode(
                fields,
                Point(float(found.latitude[number]), float(found.longitude[number])),
                PRECISIONS[found.precision[number]],
                float(found.radius_m[number]),
                str(found.local_authority[number]) or None,
                bool(found.ended[number]),
            )
        elif "latitude" in fields:
            _from_source(fields, gazetteer)
        else:
            _from_words(fields, postcodes[number], gazetteer)
        if fields.get("confidential"):
            _keep_confidence(fields)


def postcode_of(fields: Mapping[str, Any]) -> str | None:
    """The first postcode, or part of one, among the addresses of a location in the United Kingdom."""
    return _first(fields, "postal_code")


def _first(fields: Mapping[str, Any], line: str) -> str | None:
    # Hollywood in Florida is not Hollywood in Worcestershire.
    lines = (address.get(line) for address in fields.get("addresses", ()) if address["country"] == "GB")
    return next((str(one) for one in lines if one), None)


def _from_postcode(
    fields: Fields, point: Point, precision: Precision, radius_m: float, authority: str | None, ended: bool
) -> None:
    if "latitude" in fields and fields["location_type"] == LocationType.PHYSICAL:
        precision, radius_m = Precision.ADDRESS, 0.0
    elif "latitude" not in fields:
        fields["latitude"], fields["longitude"] = point.latitude, point.longitude
    fields["precision"], fields["radius_m"] = precision, radius_m
    if authority:
        fields["local_authority"] = authority
    if ended:
        fields["postcode_ended"] = True


def _from_source(fields: Fields, gazetteer: Gazetteer) -> None:
    venue = fields["location_type"] == LocationType.PHYSICAL
    fields["precision"] = Precision.ADDRESS if venue else Precision.POSTCODE
    authority = gazetteer.authority_at(Point(fields["latitude"], fields["longitude"]))
    if authority:
        fields["local_authority"] = authority


def _from_words(fields: Fields, postcode: str, gazetteer: Gazetteer) -> None:
    partial = part_of_postcode(postcode)
    words = partial or _first(fields, "city")
    finding = gazetteer.find(words) if words else None
    if finding is None or finding.place is None or (finding.alternatives and not partial):
        return
    place = finding.place
    fields["latitude"], fields["longitude"] = place.point.latitude, place.point.longitude
    fields["precision"], fields["radius_m"] = place.precision, place.radius_m
    if place.local_authority:
        fields["local_authority"] = place.local_authority


def _keep_confidence(fields: Fields) -> None:
    for name in _FINER_THAN_AUTHORITY:
        fields.pop(name, None)
    fields["precision"] = Precision.NONE


def keep_confidence_at(at_location: Fields) -> None:
    """Leave of a service at a confidential location its times alone: words may name the place."""
    at_location.pop("description", None)
    for schedule in at_location.get("schedules", ()):
        schedule["description"] = schedule["notes"] = None


def name_areas(services: Iterable[Fields], gazetteer: Gazetteer) -> None:
    """Give the code of each area served that a source stated by name alone; a name nobody knows stays words.

    London is no one authority, and stays words too. So does an area whose drawing is too large to ask often.
    """
    for fields in services:
        if "service_areas" in fields:
            fields["service_areas"] = [_area(area, gazetteer) for area in fields["service_areas"]]


_NATIONS = {"england", "northern ireland", "scotland", "wales"}
_WHOLE_COUNTRY = {"uk", "united kingdom", "uk wide", "uk-wide", "national", "nationwide", "great britain"}


def _area(area: Mapping[str, Any], gazetteer: Gazetteer) -> dict[str, Any]:
    name = str(area["name"])
    if area.get("extent_type"):
        is_too_large = area["extent_type"] == "polygon" and len(str(area.get("extent") or "")) > MAX_DRAWN_AREA
        return {"name": area["name"]} if is_too_large else dict(area)
    if name.lower() in _WHOLE_COUNTRY:
        return {**area, "extent": "uk", "extent_type": "uk"}
    if name.lower() in _NATIONS:
        return {**area, "extent": name.title(), "extent_type": "nation"}
    partial = part_of_postcode(name)
    if partial:
        return {**area, "extent": partial, "extent_type": "postcode"}
    authority = None if _is_london(name) else gazetteer.local_authority_named(name)
    if authority is None:
        return dict(area)
    return {**area, "extent": authority.code, "extent_type": "local_authority"}


def _is_london(name: str) -> bool:
    """Whether the whole of London is meant, and not the authority that is called the City of London."""
    return fold_authority(name) == "london" and "city" not in fold(name).split()
