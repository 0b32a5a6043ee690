"""The service that a text is read for, and whether words of the text name it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from directory.domain.names import normalise_name

_BRACKETS = re.compile(r"\(([^()]*)\)")
_INITIALS = re.compile(r"\b[A-Z](?:[.&]?[A-Z0-9]){2,9}\b")
_SMALL = frozenset({"of", "and", "the", "for", "in", "on", "at", "to", "a", "y", "yr", "o"})
_SHORTEST_INITIALS = 3
"""Two letters stand for too much: "UK", "PM"."""
_WE = re.compile(r"\b(?:we|us|our|ni|ein|rydym|rydyn|byddwn|fyddwn)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Service:
    """A service by its names, each in `normalise_name` form, and whether the page read is its own."""

    names: frozenset[str]
    initials: frozenset[str]
    words: frozenset[str]
    """All words of its names."""
    is_own_page: bool

    def is_named_in(self, text: str) -> bool:
        """Whether ``text`` has one of the names, by folded words, or its initials in capitals."""
        if not self.names:
            return False
        folded = f" {normalise_name(text)} "
        if any(f" {name} " in folded and _is_name(name, text) for name in self.names):
            return True
        return any(re.sub(r"[.&]", "", found[0]) in self.initials for found in _INITIALS.finditer(text))

    def is_meant_in(self, sentence: str) -> bool:
        """Whether ``sentence`` speaks of the service: on its own page any does, elsewhere by name or as we."""
        return self.is_own_page or _WE.search(sentence) is not None or self.is_named_in(sentence)


def _is_name(name: str, text: str) -> bool:
    """Whether ``name`` is a name in ``text``: one of a single word needs a capital, as "Hope" does."""
    return " " in name or any(word[0].isupper() and normalise_name(word) == name for word in text.split())


def service_of(names: Sequence[str], *, is_own_page: bool) -> Service:
    """The service called ``names``; what stands in brackets in a name is a name too."""
    forms = {form for name in names for form in (name, _BRACKETS.sub(" ", name), *_BRACKETS.findall(name))}
    folded = frozenset(filter(None, (normalise_name(form) for form in forms)))
    initials = {
        "".join(word[0] for word in name.split() if word not in left_out).upper()
        for name in folded
        for left_out in (_SMALL, frozenset[str]())
    }
    return Service(
        names=folded,
        initials=frozenset(one for one in initials if len(one) >= _SHORTEST_INITIALS),
        words=frozenset(word for name in folded for word in name.split()),
        is_own_page=is_own_page,
    )
