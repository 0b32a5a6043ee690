"""A search as it was typed, and the checks of its simple fields: text, distances and whole numbers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from unicodedata import category

from directory.domain.errors import SignpostError
from directory.domain.messages import mark, say
from directory.domain.places import Place
from index.limits import LARGEST_WITHIN_M, LONGEST_QUERY, SMALLEST_WITHIN_M
from index.protocol import Sort

_METRES = {"m": 1.0, "metre": 1.0, "km": 1_000.0, "kilometre": 1_000.0, "mi": 1_609.344, "mile": 1_609.344}
_RADIUS = re.compile(r"(\d{1,7}(?:\.\d{1,6})?)\s*([a-z]*)", re.ASCII)
_SPACES = re.compile(r"[ \t\r\n\u00a0]+")
_FROM_ONE = {
    "page": mark("Choose a page from 1 to {largest}."),
    "size": mark("Choose a size from 1 to {largest}."),
}
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)


class BadSearch(SignpostError):
    """A search that cannot be understood; ``field`` is the field to change, and the text says how."""

    def __init__(self, field: str, reason: str, alternatives: tuple[Place, ...] = ()) -> None:
        super().__init__(reason)
        self.field = field
        self.alternatives = alternatives


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The person a search is for, as it was typed: nothing checked, everything text.

    ``home`` is a postcode or part of one; ``speaks``, ``needs`` (access), ``condition`` and ``on`` (weekdays), ``at``
    (parts of days) may be several.
    """

    age: str = ""
    gender: str = ""
    home: str = ""
    practice: str = ""
    pcn: str = ""
    icb: str = ""
    carer: str = ""
    route: str = ""
    travel: str = ""
    free: str = ""
    speaks: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    condition: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """A search as it came from an address or a command line: nothing checked, everything text.

    ``filters`` are chosen values by facet (`index.protocol.FACETS`).
    """

    q: str = ""
    near: str = ""
    within: str = ""
    sort: str = ""
    page: str = ""
    size: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    profile: Profile = field(default_factory=Profile)


def typed(field: str, text: str) -> str:
    """``text`` with single spaces, if it is one that a person can have typed."""
    if len(text) > LONGEST_QUERY:
        raise BadSearch(
            field, say("This is {length} characters long: use at most {most}.", length=len(text), most=LONGEST_QUERY)
        )
    text = " ".join(_SPACES.split(text)).strip()
    if any(category(letter) in ("Cc", "Cs") for letter in text):
        raise BadSearch(field, say("There are characters in this that cannot be read: type it again."))
    return text


def metres(within: str) -> float | None:
    """The metres that ``5km``, ``3 miles``, ``800m`` or ``5`` (kilometres) means; None of nothing."""
    if not within:
        return None
    match = _RADIUS.fullmatch(within.lower())
    unit = _METRES.get(match[2].removesuffix("s") or "km") if match else None
    if match is None or unit is None:
        raise BadSearch("within", say("Write the distance as 5km, 3 miles or 800m."))
    radius = float(match[1]) * unit
    if not SMALLEST_WITHIN_M <= radius <= LARGEST_WITHIN_M:
        reason = say(
            "Choose a distance from {shortest} m to {longest} km.",
            shortest=SMALLEST_WITHIN_M,
            longest=LARGEST_WITHIN_M / 1000,
        )
        raise BadSearch("within", reason)
    return radius


def sorted_by(sort: str) -> Sort:
    """The order that was chosen, or the best match first."""
    if not sort:
        return Sort.BEST
    try:
        return Sort(sort)
    except ValueError:
        raise BadSearch("sort", say("Choose an order among {orders}.", orders=", ".join(Sort))) from None


def whole(field: str, text: str, default: int, largest: int) -> int:
    """The whole number from 1 to ``largest`` that was typed, or ``default``."""
    text = typed(field, text)
    if not text:
        return default
    if _WHOLE.fullmatch(text) is None or not 1 <= int(text) <= largest:
        raise BadSearch(field, say(_FROM_ONE[field], largest=largest))
    return int(text)
