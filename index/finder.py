"""From what a person typed to what was found: understands the request, asks the index, and rescues thin answers."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from directory.domain.messages import say
from directory.geography import Finding, Gazetteer
from index.box import Box, split
from index.limits import DEEPEST_RESULT, DEFAULT_SIZE, DEFAULT_WITHIN_M, LARGEST_SIZE
from index.profile import person_in
from index.protocol import FACETS, Query, Results, SearchIndex
from index.request import BadSearch, SearchRequest, metres, sorted_by, typed, whole
from index.rescue import Rescue, rescues

UK_TIME = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was asked, as it was understood, and what was found.

    ``finding`` holds other places of the same name, ``box`` how the sentence was read, and ``rescues`` what little
    changes to the search would find where it found next to nothing. ``at`` is the moment it was asked, in UK time.
    """

    query: Query
    results: Results
    at: datetime
    box: Box
    finding: Finding = field(default_factory=Finding)
    rescues: tuple[Rescue, ...] = ()


def find(index: SearchIndex, gazetteer: Gazetteer, request: SearchRequest, at: datetime) -> Found:
    """Answer ``request``, made at ``at``; raise `BadSearch` naming the field that must change."""
    at = at.astimezone(UK_TIME)
    query, finding, box = understood(gazetteer, request, at)
    results = index.search(query)
    return Found(
        query=query,
        results=results,
        at=at,
        box=box,
        finding=finding,
        rescues=tuple(rescues(index, query, results)),
    )


def understood(gazetteer: Gazetteer, request: SearchRequest, at: datetime) -> tuple[Query, Finding, Box]:
    """The query that ``request`` means, how its place was found, and how its sentence was read.

    What was chosen in a field goes before what the sentence says of the same thing.
    """
    box = split(typed("q", request.q), gazetteer, today=at.date())
    person = person_in(request, box, gazetteer, at)
    finding = _place(gazetteer, typed("near", request.near)) if request.near.strip() else _in_box(gazetteer, box)
    chosen = metres(typed("within", request.within))
    if finding.place is None and person.home is not None and (chosen or box.within_m):
        finding = Finding(place=person.home)  # so far from where they live
    radius = chosen or box.within_m
    if chosen is not None and finding.place is None:
        raise BadSearch("near", say("Say near where: a distance needs a postcode or the name of a place."))
    size = whole("size", request.size, DEFAULT_SIZE, LARGEST_SIZE)
    query = Query(
        text=box.need,
        near=finding.place,
        within_m=None if finding.place is None else radius or DEFAULT_WITHIN_M,
        filters={facet: tuple(typed(facet, value) for value in request.filters.get(facet, ())) for facet in FACETS},
        person=person,
        sort=sorted_by(request.sort),
        page=whole("page", request.page, 1, max(1, DEEPEST_RESULT // size)),
        size=size,
    )
    return query, finding, box


def _in_box(gazetteer: Gazetteer, box: Box) -> Finding:
    """The place that the sentence names, with other places of the same name."""
    named = gazetteer.place_named(box.place_words) if box.place_words else None
    return replace(named, place=box.place) if named else Finding(place=box.place)


def _place(gazetteer: Gazetteer, near: str) -> Finding:
    finding = gazetteer.find(near)
    if finding.place is None:
        unknown = say("No place is known by the name {name}.", name=near)
        raise BadSearch("near", finding.reason or unknown, finding.alternatives)
    return finding
