"""What was found, as the plain JSON that the command line and the web both give."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from directory.domain.eligibility.judge import Verdict
from directory.domain.entries import Entry
from directory.domain.places import Place, Point, Precision, rounded_distance_m
from directory.domain.status.standing import Standing
from directory.domain.times.sessions import next_session, open_now
from directory.queries.running import Reasons
from index.finder import Found
from index.protocol import Hit, coarser
from index.rescue import Rescue
from index.verdict import verdict_on

_POINT_DECIMALS = 5  # a metre


def as_json(found: Found, reasons: Reasons) -> dict[str, Any]:
    """The page of results, with the query as it was understood; ``reasons`` are those of the services it tells of."""
    query, results = found.query, found.results
    return {
        "query": query.text,
        "near": _place(query.near) | {"note": found.finding.reason} if query.near else None,
        "searched_for": results.searched_for,
        "topics": [_label(topic) for topic in results.topics],
        "total": results.total,
        "not_eligible": results.not_eligible,
        "likely_closed": results.likely_closed,
        "page": query.page,
        "size": query.size,
        "results": [_result(hit, found, reasons) for hit in results.hits],
        "rescues": [_rescue(rescue, found, reasons) for rescue in found.rescues],
        "facets": {
            name: [{"value": value.value, "label": value.label, "count": value.count} for value in values]
            for name, values in results.facets.items()
        },
        "suggestions": list(results.suggestions),
        "alternatives": [_place(place) for place in found.finding.alternatives],
    }


def told_of(found: Found) -> set[str]:
    """The ids of the services of which the page of results tells."""
    rescued = (hit for rescue in found.rescues for hit in rescue.hits)
    return {hit.entry.id for hit in (*found.results.hits, *rescued)}


def _rescue(rescue: Rescue, found: Found, reasons: Reasons) -> dict[str, Any]:
    return {
        "kind": rescue.kind,
        "facet": rescue.facet,
        "words": rescue.words,
        "total": rescue.total,
        "results": [_result(hit, found, reasons) for hit in rescue.hits],
    }


def _result(hit: Hit, found: Found, reasons: Reasons) -> dict[str, Any]:
    entry, near = hit.entry, found.query.near
    place = None if hit.place is None else entry.places[hit.place]
    precision = place.precision if place else Precision.NONE
    verdict = verdict_on(entry, found.query.person)
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
        **_eligibility(verdict),
        **_times(entry, found.at),
        "status": _status(entry.standing, reasons.get(entry.id, ())),
        "need": _label(hit.needs[0]) if hit.needs else None,
        "needs": [_label(need) for need in hit.needs],
        "categories": [_category(entry, number) for number in range(len(entry.categories))],
        "score": hit.score,
        "why": hit.why,
        "identifiers": list(entry.identifiers),
        "sources": [{"id": source.id, "title": source.title} for source in entry.sources],
    }


def _eligibility(verdict: Verdict) -> dict[str, Any]:
    return {
        "eligible": verdict.eligible.word,
        "met": list(verdict.met),
        "ask": list(verdict.ask),
        "unmet": list(verdict.unmet),
    }


def _status(standing: Standing | None, reasons: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """Whether it still runs, as it was judged last; None where nobody has judged it."""
    if standing is None:
        return None
    return {
        "state": standing.state.value,
        "p_open": round(standing.p_open, 3),
        "confirmed_on": standing.confirmed_on and standing.confirmed_on.isoformat(),
        "confirmed_by": standing.confirmed_by,
        "method": standing.method,
        "reasons": list(reasons),
        "funding": standing.funding_end and {"end_on": standing.funding_end.isoformat()},
    }


def _times(entry: Entry, at: datetime) -> dict[str, Any]:
    """The next session with whether it is certain, and whether it is open now, in three values."""
    session = next_session(entry.schedules, at, entry.nation)
    return {
        "next_session": session
        and {
            "on": session.on.isoformat(),
            "start": session.start and session.start.isoformat(),
            "end": session.end and session.end.isoformat(),
            "certain": session.certain,
        },
        "open_now": open_now(entry.schedules, at, entry.nation).word,
    }


def _shown_distance(distance_m: float | None, precision: Precision, near: Place | None) -> float | None:
    if distance_m is None or near is None:
        return None
    return rounded_distance_m(distance_m, coarser(precision, near.precision))


def _label(label: tuple[str, str]) -> dict[str, str]:
    return {"id": label[0], "label": label[1]}


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
