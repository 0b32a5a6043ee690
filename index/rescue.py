"""Rescues a search that finds next to nothing: tries the smallest changes to it, and says which one helped."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from directory.domain.eligibility.logic import Truth
from directory.domain.places import Precision
from index.columns.explain import distance_in_words
from index.limits import LARGEST_WITHIN_M, MOST_RESCUES, RESCUED, THIN, WIDER
from index.protocol import Hit, Query, Results, SearchIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescue:
    """What a changed search finds: ``words`` say what was changed, and ``total`` counts what it finds in all.

    ``kind`` is ``filter`` (without the filter on ``facet``), ``wider``, ``anywhere`` (by phone or online) or ``place``
    (wherever it is).
    """

    kind: str
    words: str
    query: Query
    hits: tuple[Hit, ...]
    total: int
    facet: str | None = None


def rescues(index: SearchIndex, query: Query, results: Results) -> Iterator[Rescue]:
    """What little changes to ``query`` find that it did not, the smallest change first; none where it found enough."""
    if results.total - results.not_eligible >= THIN or query.page > 1:
        return
    known = {hit.entry.id for hit in results.hits if hit.eligible != Truth.NO}
    helped = (rescue for change in _changes(query) if (rescue := _tried(index, change, known)) is not None)
    kinds: set[str] = set()
    for rescue in islice(helped, MOST_RESCUES + len(WIDER)):
        if rescue.kind not in kinds and len(kinds) < MOST_RESCUES:
            if rescue.kind != "filter":
                kinds.add(rescue.kind)
            yield rescue


def _changes(query: Query) -> Iterator[Rescue]:
    """Changed searches not yet made."""
    for facet, values in query.filters.items():
        if values:
            without = replace(query, filters={**query.filters, facet: ()})
            yield _untried("filter", f"Without the choice of {facet}", without, facet)
    if query.near is not None and query.within_m is not None:
        for times in WIDER:
            within_m = min(query.within_m * times, LARGEST_WITHIN_M)
            words = f"Within {distance_in_words(within_m, Precision.POSTCODE).removesuffix(' away')}"
            yield _untried("wider", words, replace(query, within_m=within_m))
        by_wire = {**query.filters, "how": ("online", "phone")}
        yield _untried(
            "anywhere", "By phone or online, from anywhere", replace(query, near=None, within_m=None, filters=by_wire)
        )
        yield _untried("place", "Wherever it is", replace(query, near=None, within_m=None))


def _untried(kind: str, words: str, query: Query, facet: str | None = None) -> Rescue:
    return Rescue(kind=kind, words=words, query=replace(query, size=RESCUED + THIN), hits=(), total=0, facet=facet)


def _tried(index: SearchIndex, change: Rescue, known: set[str]) -> Rescue | None:
    """The change with what it finds that is not ``known`` and can take the person; None where that is nothing."""
    results = index.search(change.query)
    hits = [hit for hit in results.hits if hit.entry.id not in known and hit.eligible != Truth.NO]
    if not hits:
        return None
    return replace(change, hits=tuple(hits[:RESCUED]), total=results.total - results.not_eligible)
