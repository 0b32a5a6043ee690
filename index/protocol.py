"""What a search index must do, whichever engine does it: the query it is asked and the results it gives.

What a search makes by the dozen is a `msgspec.Struct`: it is made in a tenth of the time that a dataclass takes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

import msgspec

from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import Person
from directory.domain.entries import Entry
from directory.domain.places import Place, Precision
from directory.domain.status.rules import State

_PRECISIONS = list(Precision)

FACETS = (
    "need",
    "category",
    "day",
    "time",
    "cost",
    "who",
    "access",
    "how",
    "referral",
    "language",
    "trust",
    "status",
    "source",
)
"""What results may be narrowed to; beside these they are counted by ``distance``."""


class Sort(StrEnum):
    """What a page of results puts first: the best match, the nearest, what is on soonest, or what somebody confirmed
    most lately. Among equals the best match is first, and what comes last for another reason stays last."""

    BEST = "best"
    NEAR = "near"
    SOON = "soon"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A search, understood: words, where from, how far, and what to keep.

    ``within_m`` is a radius in metres around ``near``; services with no venue are found when an area they serve holds
    ``near``. ``filters`` are values of `FACETS`: a service is kept that has any of those named of each facet.
    ``person`` is whom the search is for. Pages are counted from 1. ``suggest`` asks for easier questions where nothing
    is found.
    """

    text: str = ""
    near: Place | None = None
    within_m: float | None = None
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    person: Person = field(default_factory=Person)
    sort: Sort = Sort.BEST
    page: int = 1
    size: int = 20
    suggest: bool = True


class Contribution(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a score: what it is about (``text``, ``distance``, ``basis`` …), its weight, and it in words."""

    factor: str
    weight: float
    words: str


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One service found. ``distance_m`` is from the searcher to its nearest place, None without one; ``place`` is
    the number of that place in ``entry.places``. ``highlights`` is the part of the description that matched, as
    pairs of text and whether it matched. ``eligible`` is whether it takes the person of the query, and ``needs`` are
    the needs it was found to meet, as ids with labels: the ones asked for first.
    """

    entry: Entry
    score: float
    distance_m: float | None
    place: int | None
    why: str
    contributions: tuple[Contribution, ...]
    highlights: tuple[tuple[str, bool], ...] = ()
    eligible: Truth = Truth.UNKNOWN
    needs: tuple[tuple[str, str], ...] = ()

    @property
    def is_fading(self) -> bool:
        """Whether it has probably closed."""
        return self.entry.standing is not None and self.entry.standing.state is State.LIKELY_CLOSED

    @property
    def is_fitting(self) -> bool:
        """Whether somebody may be sent there, as far as anybody knows."""
        return self.eligible != Truth.NO and not self.is_fading


class FacetValue(msgspec.Struct, frozen=True, kw_only=True):
    """A value results may be narrowed to, and how many of all results have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """A page of hits, best first, out of ``total``; facet counts over all of them.

    ``facets`` has the keys of `FACETS` and ``distance``. ``suggestions`` are whole queries worth trying;
    ``searched_for`` is the text really searched, where a word nobody uses was corrected. The last ``likely_closed``
    of ``total`` have probably closed, and the ``not_eligible`` before them do not take the person of the query:
    ``barred_by`` counts them under the first field of criteria that bars each, or ``time``. ``topics`` are the needs
    heard in its text, as ids with labels.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: dict[str, tuple[FacetValue, ...]]
    suggestions: tuple[str, ...] = ()
    searched_for: str | None = None
    not_eligible: int = 0
    barred_by: Mapping[str, int] = field(default_factory=dict)
    likely_closed: int = 0
    topics: tuple[tuple[str, str], ...] = ()

    @property
    def fitting(self) -> int:
        """How many of ``total`` somebody may be sent to: those that come before the last."""
        return self.total - self.not_eligible - self.likely_closed


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
    """An engine that finds services. Results are totally ordered: equal scores go by distance, name, then id.

    `Sort.SOON` and `Sort.CONFIRMED` order the `index.limits.MOST_SORTED` best matches; the others follow them.
    """

    def search(self, query: Query) -> Results:
        """Answer ``query``."""

    def apply(self, entries: Iterable[Entry], removed: Sequence[str], cursor: int) -> None:
        """Replace or add ``entries`` and hide the ids in ``removed``; visible to the next search of any reader."""

    def info(self) -> IndexInfo:
        """What the index holds now."""
