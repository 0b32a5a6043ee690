"""From what a person typed to what was found: checks the request, finds the place, asks the index."""

import re
from dataclasses import dataclass, field
from unicodedata import category

from directory.domain.errors import SignpostError
from directory.domain.places import Place
from directory.geography import Finding, Gazetteer
from index.limits import (
    DEEPEST_RESULT,
    DEFAULT_SIZE,
    DEFAULT_WITHIN_M,
    LARGEST_SIZE,
    LARGEST_WITHIN_M,
    LONGEST_QUERY,
    SMALLEST_WITHIN_M,
)
from index.protocol import Query, Results, SearchIndex

_METRES = {"m": 1.0, "metre": 1.0, "km": 1_000.0, "kilometre": 1_000.0, "mi": 1_609.344, "mile": 1_609.344}
_RADIUS = re.compile(r"(\d{1,7}(?:\.\d{1,6})?)\s*([a-z]*)", re.ASCII)
_SPACES = re.compile(r"[ \t\r\n\u00a0]+")
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)


class BadSearch(SignpostError):
    """A search that cannot be understood; ``field`` is the field to change, and the text says how."""

    def __init__(self, field: str, reason: str, alternatives: tuple[Place, ...] = ()) -> None:
        super().__init__(reason)
        self.field = field
        self.alternatives = alternatives


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """A search as it came from an address or a command line: nothing checked, everything text."""

    q: str = ""
    near: str = ""
    within: str = ""
    page: str = ""
    size: str = ""
    categories: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was asked, as it was understood, and what was found. ``finding`` holds other places of the same name."""

    query: Query
    results: Results
    finding: Finding = field(default_factory=Finding)


def find(index: SearchIndex, gazetteer: Gazetteer, request: SearchRequest) -> Found:
    """Answer ``request``; raise `BadSearch` naming the field that must change."""
    query, finding = understood(gazetteer, request)
    return Found(query=query, results=index.search(query), finding=finding)


def understood(gazetteer: Gazetteer, request: SearchRequest) -> tuple[Query, Finding]:
    """The query that ``request`` means, and how its place was found."""
    text = _text("q", request.q)
    finding = _place(gazetteer, _text("near", request.near))
    radius = _radius(_text("within", request.within))
    if radius is not None and finding.place is None:
        raise BadSearch("near", "Say near where: a distance needs a postcode or the name of a place.")
    size = _whole("size", request.size, DEFAULT_SIZE, LARGEST_SIZE)
    query = Query(
        text=text,
        near=finding.place,
        within_m=None if finding.place is None else radius or DEFAULT_WITHIN_M,
        categories=tuple(_text("category", value) for value in request.categories),
        sources=tuple(_text("source", value) for value in request.sources),
        page=_whole("page", request.page, 1, max(1, DEEPEST_RESULT // size)),
        size=size,
    )
    return query, finding


def _text(field: str, text: str) -> str:
    """``text`` with single spaces, if it is one that a person can have typed."""
    if len(text) > LONGEST_QUERY:
        raise BadSearch(field, f"This is {len(text):,} characters long: use at most {LONGEST_QUERY}.")
    text = " ".join(_SPACES.split(text)).strip()
    if any(category(letter) in ("Cc", "Cs") for letter in text):
        raise BadSearch(field, "There are characters in this that cannot be read: type it again.")
    return text


def _place(gazetteer: Gazetteer, near: str) -> Finding:
    if not near:
        return Finding()
    finding = gazetteer.find(near)
    if finding.place is None:
        raise BadSearch("near", finding.reason or f"No place is known by the name {near}.", finding.alternatives)
    return finding


def _radius(within: str) -> float | None:
    """The metres that ``5km``, ``3 miles``, ``800m`` or ``5`` (kilometres) means."""
    if not within:
        return None
    match = _RADIUS.fullmatch(within.lower())
    unit = _METRES.get(match[2].removesuffix("s") or "km") if match else None
    if match is None or unit is None:
        raise BadSearch("within", "Write the distance as 5km, 3 miles or 800m.")
    radius = float(match[1]) * unit
    if not SMALLEST_WITHIN_M <= radius <= LARGEST_WITHIN_M:
        reason = f"Choose a distance from {SMALLEST_WITHIN_M:.0f} m to {LARGEST_WITHIN_M / 1000:.0f} km."
        raise BadSearch("within", reason)
    return radius


def _whole(field: str, text: str, default: int, largest: int) -> int:
    text = _text(field, text)
    if not text:
        return default
    if _WHOLE.fullmatch(text) is None or not 1 <= int(text) <= largest:
        raise BadSearch(field, f"Choose a {field} from 1 to {largest}.")
    return int(text)
