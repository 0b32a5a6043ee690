"""The search form as it was typed, read from an address that may hold anything, and written into links."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import pairwise
from string import ascii_letters
from typing import Any
from urllib.parse import parse_qsl, urlencode

from directory.domain.messages import say
from directory.domain.postcode import is_whole_postcode, part_of_postcode, sector_of
from index.profile import to_sector
from index.protocol import FACETS
from index.request import BadSearch, Profile, SearchRequest
from web.language.prefix import page_address

PAGE_OF_RESULTS = "search.search_page"
MOST_CHOSEN = 40
"""Values of one field: more than any facet or list offers, so that no address makes a page of endless links."""

PERSON_FIELDS = tuple(one.name for one in fields(Profile))
SEVERAL = tuple(one.name for one in fields(Profile) if one.default == ())
"""The fields of a profile that may be named more than once."""

LISTED = ("speaks", "condition")
"""Of those, the ones that a person types into one box, with commas between."""

UNCLEAR = "unclear"
"""Stands in an address for a home that held no postcode: what was typed may be a street, so it is kept nowhere."""

_WORDS = re.compile(r"[A-Za-z0-9]+")
_SINGLE = ("q", "near", "within", "sort", "page", "size")
_FIRST_COUNTS = (*_SINGLE, *(name for name in PERSON_FIELDS if name not in SEVERAL))
_KNOWN = frozenset((*_FIRST_COUNTS, *SEVERAL, *FACETS))
_NOT_DRAWN = ("pcn", "icb")
"""What a link may say of a person that the form has no box for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchForm(SearchRequest):
    """What was asked for, word for word but for the home: a part of a postcode, nothing, or `UNCLEAR`.

    ``unreadable`` names a field whose bytes are no text. ``is_cut`` says that the address holds more of a home.
    """

    unreadable: str | None = None
    is_cut: bool = False

    @classmethod
    def read(cls, query_string: bytes) -> "SearchForm":
        """The form that ``query_string`` holds, whatever bytes it is made of; of a field named twice, the first."""
        values: dict[str, list[str]] = {}
        unreadable = None
        # Latin-1 carries any byte through the parser, which is then told to be UTF-8 or not.
        for name, carried in parse_qsl(query_string.decode("latin-1"), keep_blank_values=True, encoding="latin-1"):
            if name not in _KNOWN:
                continue
            value = carried.encode("latin-1").decode(errors="replace")
            values.setdefault(name, []).append(value)
            if unreadable is None and value.encode() != carried.encode("latin-1"):
                unreadable = name
        homes = values.get("home", [])
        values["home"] = [home_kept(home) for home in homes]
        first = {name: values[name][0] for name in _FIRST_COUNTS if values.get(name)}
        said: dict[str, Any] = {name: first.pop(name) for name in PERSON_FIELDS if name in first}
        said |= {name: _different(_unlisted(name, values.get(name, []))) for name in SEVERAL}
        chosen = {name: _different(values[name]) for name in FACETS if name in values}
        return cls(
            **first,
            filters={name: several for name, several in chosen.items() if several},
            profile=Profile(**said),
            unreadable=unreadable,
            is_cut=values["home"] != homes,
        )

    def checked(self) -> SearchRequest:
        """The question for the finder; raise `BadSearch` when part of the form cannot be read, or is endless."""
        if self.unreadable is not None:
            raise BadSearch(self.unreadable, say("This holds characters that cannot be read. Type it again."))
        if self.profile.home == UNCLEAR:
            raise BadSearch(
                "home",
                say(
                    "Write only the postcode they live at, or its first part, such as NE28 9. "
                    "We took out what was there, to keep it private."
                ),
            )
        for name, value in self.parameters().items():
            if isinstance(value, list) and len(value) > MOST_CHOSEN:
                raise BadSearch(name, say("Choose at most {n} of these.", n=MOST_CHOSEN))
        return self

    def but(self, **changes: Any) -> "SearchForm":
        """The form with some fields changed, back on the first page of results unless a page is named."""
        return replace(self, **{"page": "", **changes})

    def choosing(self, facet: str, *values: str) -> "SearchForm":
        """The form with ``values`` as all that is chosen of a facet."""
        others = {name: chosen for name, chosen in self.filters.items() if name != facet}
        return self.but(filters=others | {facet: values} if values else others)

    def switching(self, facet: str, value: str) -> "SearchForm":
        """The form with one value of a facet chosen or, where it was, no longer."""
        chosen = self.filters.get(facet, ())
        if value in chosen:
            return self.choosing(facet, *(one for one in chosen if one != value))
        return self.choosing(facet, *chosen, value)

    def saying(self, **changes: Any) -> "SearchForm":
        """The form with something else said of the person."""
        return self.but(profile=replace(self.profile, **changes))

    def is_saying(self, name: str, value: str) -> bool:
        """Whether the person is said to be so, for a box that is ticked or an option that is chosen."""
        said = getattr(self.profile, name)
        return value in said if name in SEVERAL else value == said

    def typed(self, name: str) -> str:
        """What the box of this field of the person holds."""
        said = getattr(self.profile, name)
        if name in LISTED:
            return ", ".join(said)
        return "" if (name, said) == ("home", UNCLEAR) else str(said)

    def undrawn(self) -> Iterator[tuple[str, str]]:
        """What the form holds and shows in no field: the order, the filters, and the rarest things said of a person."""
        if self.sort:
            yield "sort", self.sort
        yield from ((facet, value) for facet, values in self.filters.items() for value in values)
        yield from ((name, said) for name in _NOT_DRAWN if (said := getattr(self.profile, name)))

    def parameters(self) -> dict[str, str | list[str]]:
        """The form as the parameters of an address, without those that say nothing."""
        asked: dict[str, Any] = {name: getattr(self, name) for name in _SINGLE}
        asked |= {name: getattr(self.profile, name) for name in PERSON_FIELDS} | dict(self.filters)
        return {name: [*value] if isinstance(value, tuple) else value for name, value in asked.items() if value}

    def address(self) -> str:
        """The address of the page of results that this form asks for."""
        asked = self.parameters()
        return f"{page_address(PAGE_OF_RESULTS)}{'?' if asked else ''}{_encoded(asked)}"

    def switches(self) -> Callable[[str, str], str]:
        """The address of `switching` by facet and value: what they have in common is written once, as a page of results
        has a hundred of them."""
        plain = self.but().address()
        stems = {facet: self.choosing(facet).address() for facet in self.filters}

        def switched(facet: str, value: str) -> str:
            stem, chosen = stems.get(facet, plain), self.filters.get(facet, ())
            values = [one for one in chosen if one != value] if value in chosen else [*chosen, value]
            between = "&" if "?" in stem else "?"
            return f"{stem}{between}{'&'.join(_chosen(facet, one) for one in values)}" if values else stem

        return switched


def _encoded(asked: Mapping[str, str | list[str]]) -> str:
    """Parameters as an address has them, with the signs that need no escape as they are."""
    return urlencode(asked, doseq=True, safe="!$'()*,/:;?@")


@lru_cache(maxsize=4_096)
def _chosen(facet: str, value: str) -> str:
    """A value of a facet as an address has it: pages have the same hundred again and again."""
    return _encoded({facet: value})


def home_kept(home: str) -> str:
    """The part of a postcode that ``home`` means, no finer than a sector; `UNCLEAR` of a text that means none.

    A whole postcode may stand anywhere in a longer text; a part of one only first, as a street may look like it.
    """
    if not home.strip() or home == UNCLEAR:
        return home.strip()
    words = _WORDS.findall(home)
    pairs = (f"{one}{other}" for one, other in pairwise(words))
    whole = next((found for found in (home, *words, *pairs) if is_whole_postcode(found)), None)
    if whole is not None:
        return to_sector(whole)
    text = " ".join(words)
    return part_of_postcode(text) or _cut_to_part(text) or UNCLEAR


def _cut_to_part(text: str) -> str | None:
    """The part of a postcode before letters too many: of "NE28 9N" the sector NE28 9, of "NE28 Wallsend" NE28."""
    cut = text.rstrip(ascii_letters + " ")
    is_begun = text[len(cut) :][:1].isalpha()
    return sector_of(cut) if is_begun else part_of_postcode(cut)


def _unlisted(name: str, values: list[str]) -> list[str]:
    """The values of a field, apart where they were typed with commas between."""
    return [part.strip() for value in values for part in value.split(",")] if name in LISTED else values


def _different(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
