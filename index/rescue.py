"""Rescues a search that finds next to nothing: tries the smallest changes to it, and says which one helped."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from directory.domain.messages import say
from index.limits import LARGEST_WITHIN_M, MOST_CHOICES, MOST_RESCUES, MOST_TRIED, RESCUED, THIN, WIDER
from index.protocol import Hit, Query, Results, SearchIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescue:
    """What a changed search finds: ``words`` say what was changed, and ``total`` counts what it finds in all.

    ``kind`` is ``person`` (asking less of the times or the price), ``filter`` (without the choice of ``facet``, or of
    several), ``wider``, ``anywhere`` (by phone or online) or ``place`` (wherever it is).
    """

    kind: str
    words: str
    query: Query
    hits: tuple[Hit, ...]
    total: int
    facet: str | None = None


def rescues(index: SearchIndex, query: Query, results: Results) -> Iterator[Rescue]:
    """What little changes to ``query`` find that it did not, the smallest change first; none where it found enough."""
    if results.fitting >= THIN or query.page > 1:
        return
    known = {hit.entry.id for hit in results.hits if hit.is_fitting}
    helped: set[str] = set()
    for change in islice(_changes(query), MOST_TRIED):
        # One wider circle that helps is enough; of choices each is another.
        if len(helped) < MOST_RESCUES and change.words not in helped and change.kind not in helped:
            rescue = _tried(index, change, known)
            if rescue is not None:
                helped.add(change.words if change.kind in ("filter", "person") else change.kind)
                yield rescue


def _changes(query: Query) -> Iterator[Rescue]:
    """Changed searches not yet made."""
    person = query.person
    if person.days or person.parts:
        yield _untried(
            "person", say("On any day, at any time"), replace(query, person=replace(person, days=(), parts=()))
        )
    if person.free:
        yield _untried("person", say("Also what costs something"), replace(query, person=replace(person, free=False)))
    chosen = [facet for facet, values in query.filters.items() if values]
    for facet in chosen if len(chosen) <= MOST_CHOICES else ():
        without = replace(query, filters={**query.filters, facet: ()})
        yield _untried("filter", say("Without the choice of {facet}", facet=facet), without, facet)
    if len(chosen) > MOST_CHOICES:
        yield _untried("filter", say("Without any of the choices"), replace(query, filters={}))
    if query.near is not None and query.within_m is not None:
        for times in WIDER:
            within_m = min(query.within_m * times, LARGEST_WITHIN_M)
            words = say("Within {distance} km", distance=f"{within_m / 1000:g}")
            yield _untried("wider", words, replace(query, within_m=within_m))
        anywhere = replace(query, near=None, within_m=None)
        by_wire = replace(anywhere, filters={**query.filters, "how": ("online", "phone")})
        yield _untried("anywhere", say("By phone or online, from anywhere"), by_wire)
        yield _untried("place", say("Wherever it is"), anywhere)


def _untried(kind: str, words: str, query: Query, facet: str | None = None) -> Rescue:
    return Rescue(
        kind=kind, words=words, query=replace(query, size=RESCUED + THIN, suggest=False), hits=(), total=0, facet=facet
    )


def _tried(index: SearchIndex, change: Rescue, known: set[str]) -> Rescue | None:
    """The change with what it finds that is not ``known`` and fits; None where that is nothing."""
    results = index.search(change.query)
    hits = [hit for hit in results.hits if hit.entry.id not in known and hit.is_fitting]
    if not hits:
        return None
    return replace(change, hits=tuple(hits[:RESCUED]), total=results.fitting)
