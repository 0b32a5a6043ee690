"""What was found, as the plain JSON that the command line and the web both give."""

from typing import Any

from directory.domain.entries import Entry
from directory.domain.places import Place, Point, Precision, rounded_distance_m
from index.finder import Found
from index.protocol import Hit, coarser

_POINT_DECIMALS = 5  # a metre


def as_json(found: Found) -> dict[str, Any]:
    """The page of results, with the query as it was understood."""
    query, results = found.query, found.results
    return {
        "query": query.text,
        "near": _place(query.near) | {"note": found.finding.reason} if query.near else None,
        "searched_for": results.searched_for,
        "total": results.total,
        "page": query.page,
        "size": query.size,
        "results": [_result(hit, query.near) for hit in results.hits],
        "facets": {
            name: [{"value": value.value, "label": value.label, "count": value.count} for value in values]
            for name, values in results.facets.items()
        },
        "suggestions": list(results.suggestions),
        "alternatives": [_place(place) for place in found.finding.alternatives],
    }


def _result(hit: Hit, near: Place | None) -> dict[str, Any]:
    entry = hit.entry
    place = None if hit.place is None else entry.places[hit.place]
    precision = place.precision if place else Precision.NONE
    return {
        "id": entry.id,
        "name": entry.name,
        "organization": entry.organization,
        "description": entry.description,
        "url": entry.url,
        "postcode": place.postcode if place else None,
        "point": _point(place.point) if place else None,
        "precision": precision.value,
        "distance_m": _shown_distance(hit.distance_m, precision, near),
        "categories": [_category(entry, number) for number in range(len(entry.categories))],
        "score": hit.score,
        "why": hit.why,
        "identifiers": list(entry.identifiers),
        "sources": [{"id": source.id, "title": source.title} for source in entry.sources],
    }


def _shown_distance(distance_m: float | None, precision: Precision, near: Place | None) -> float | None:
    if distance_m is None or near is None:
        return None
    return rounded_distance_m(distance_m, coarser(precision, near.precision))


def _category(entry: Entry, number: int) -> dict[str, str]:
    category = entry.categories[number]
    return {"taxonomy": category.taxonomy, "code": category.code, "label": category.label}


def _place(place: Place) -> dict[str, Any]:
    return {
        "label": place.label,
        "point": _point(place.point),
        "precision": place.precision.value,
        "radius_m": place.radius_m,
        "ended": place.ended,
    }


def _point(point: Point) -> list[float]:
    return [round(point.latitude, _POINT_DECIMALS), round(point.longitude, _POINT_DECIMALS)]
