"""The search form as it was typed, read from an address that may hold anything, and written into links."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl

from flask import url_for

from index.finder import BadSearch, SearchRequest

PAGE_OF_RESULTS = "search.search_page"
_SINGLE = ("q", "near", "within", "page", "size")
_REPEATED = {"category": "categories", "source": "sources"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchForm(SearchRequest):
    """What was asked for, word for word. ``unreadable`` names a field whose bytes are no text."""

    unreadable: str | None = None

    @classmethod
    def read(cls, query_string: bytes) -> "SearchForm":
        """The form that ``query_string`` holds, whatever bytes it is made of; of a field named twice, the first."""
        single: dict[str, str] = {}
        repeated: dict[str, list[str]] = {field: [] for field in _REPEATED.values()}
        unreadable = None
        # Latin-1 carries any byte through the parser, which is then told to be UTF-8 or not.
        for name, carried in parse_qsl(query_string.decode("latin-1"), keep_blank_values=True, encoding="latin-1"):
            value = carried.encode("latin-1").decode(errors="replace")
            if name in _SINGLE:
                single.setdefault(name, value)
            elif name in _REPEATED and value:
                repeated[_REPEATED[name]].append(value)
            else:
                continue
            if unreadable is None and value.encode() != carried.encode("latin-1"):
                unreadable = name
        return cls(
            **single,
            categories=tuple(dict.fromkeys(repeated["categories"])),
            sources=tuple(dict.fromkeys(repeated["sources"])),
            unreadable=unreadable,
        )

    def checked(self) -> SearchRequest:
        """The question for the finder; raise `BadSearch` when part of the form cannot be read as text."""
        if self.unreadable is not None:
            raise BadSearch(self.unreadable, "This holds characters that cannot be read. Type it again.")
        return self

    def but(self, **changes: Any) -> "SearchForm":
        """The form with some fields changed, back on the first page of results unless a page is named."""
        return replace(self, **{"page": "", **changes})

    def address(self) -> str:
        """The address of the page of results that this form asks for."""
        asked: dict[str, Any] = {name: getattr(self, name) for name in _SINGLE if getattr(self, name)}
        asked |= {name: list(getattr(self, field)) for name, field in _REPEATED.items()}
        return url_for(PAGE_OF_RESULTS, **asked)
