"""What a search index must do, whichever engine does it: the query it is asked and the results it gives."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from directory.domain.entries import Entry
from directory.domain.places import Place, Precision

_PRECISIONS = list(Precision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A search, understood: words, where from, how far, and what to keep.

    ``within_m`` is a radius in metres around ``near``; services with no venue are found when an area they serve holds
    ``near``. ``categories`` (``taxonomy:code``) and ``sources`` keep the services that have any of those named. Pages
    are counted from 1.
    """

    text: str = ""
    near: Place | None = None
    within_m: float | None = None
    categories: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    page: int = 1
    size: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """One part of a score: what it is about (``text``, ``distance``, ``basis`` …), its weight, and it in words."""

    factor: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One service found. ``distance_m`` is from the searcher to its nearest place, None without one; ``place`` is
    the number of that place in ``entry.places``. ``highlights`` is the part of the description that matched, as
    pairs of text and whether it matched.
    """

    entry: Entry
    score: float
    distance_m: float | None
    place: int | None
    why: str
    contributions: tuple[Contribution, ...]
    highlights: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value results may be narrowed to, and how many of all results have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """A page of hits, best first, out of ``total``; facet counts over all of them.

    ``facets`` has the keys ``category``, ``source`` and ``distance``. ``suggestions`` are whole queries worth trying;
    ``searched_for`` is the text really searched, where a word nobody uses was corrected.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: dict[str, tuple[FacetValue, ...]]
    suggestions: tuple[str, ...] = ()
    searched_for: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexInfo:
    """What an index holds: ``cursor`` is how far into the catalogue's changes it has read."""

    entries: int
    documents: int
    segments: int
    tail: int
    cursor: int
    bytes_on_disk: int
    built_at: str


def coarser(one: Precision, other: Precision) -> Precision:
    """The precision of a distance between two points: that of the one less well known."""
    return max(one, other, key=_PRECISIONS.index)


class SearchIndex(Protocol):
    """An engine that finds services. Results are totally ordered: equal scores go by distance, name, then id."""

    def search(self, query: Query) -> Results:
        """Answer ``query``."""

    def apply(self, entries: Iterable[Entry], removed: Sequence[str], cursor: int) -> None:
        """Replace or add ``entries`` and hide the ids in ``removed``; visible to the next search of any reader."""

    def info(self) -> IndexInfo:
        """What the index holds now."""
