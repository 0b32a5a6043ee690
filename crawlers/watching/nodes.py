"""Embedded data of any syntax as things with types and fields in the words of schema.org."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from crawlers.watching.limits import MAX_DEPTH, MAX_NODES, MAX_VALUE, MAX_VALUES
from crawlers.watching.markup import words_of


class Syntax(StrEnum):
    """How a page said something, the surest first."""

    JSON_LD = "JSON-LD"
    MICRODATA = "microdata"
    MICROFORMATS = "microformats"
    OPENGRAPH = "OpenGraph"
    LABELLED = "labelled text"
    PATTERN = "pattern in the text"


@dataclass(frozen=True, slots=True)
class Node:
    """A thing with its types and the values of each field, which are words or things."""

    types: tuple[str, ...]
    fields: Mapping[str, tuple["Node | str", ...]]

    def words(self, *names: str) -> str | None:
        """The first value in words of the first of these fields that has one; of a thing, its name."""
        for name in names:
            for value in self.fields.get(name, ()):
                text = value if isinstance(value, str) else value.words("name")
                if text:
                    return text
        return None

    def things(self, *names: str) -> Iterator["Node"]:
        """The values of these fields that are things."""
        return (value for name in names for value in self.fields.get(name, ()) if isinstance(value, Node))


class _Budget:
    """How many more values are read of one page."""

    def __init__(self) -> None:
        self.left = MAX_NODES

    def take(self) -> bool:
        self.left -= 1
        return self.left >= 0


_NAMESPACE = re.compile(r"^(?:https?://(?:www\.)?schema\.org/|schema:)", re.IGNORECASE)
_MICROFORMATS = {
    "tel": "telephone",
    "summary": "name",
    "start": "startDate",
    "end": "endDate",
    "adr": "address",
    "street-address": "streetAddress",
    "locality": "addressLocality",
    "region": "addressRegion",
    "postal-code": "postalCode",
    "status": "eventStatus",
    "org": "legalName",
}
_MICROFORMAT_TYPES = {"h-card": "Organization", "h-event": "Event", "h-adr": "PostalAddress"}
_OF_PERSONS = frozenset({"given-name", "family-name", "honorific-prefix", "job-title", "role", "nickname", "bday"})


def from_json(values: Iterable[Any]) -> list[Node]:
    """The things in values of JSON-LD, those of a ``@graph`` each for itself."""
    budget = _Budget()
    return [node for value in values for node in _of_json(value, 0, budget) if isinstance(node, Node)]


def _of_json(value: Any, depth: int, budget: _Budget) -> Iterator[Node | str]:
    if depth > MAX_DEPTH or not budget.take():
        return
    if isinstance(value, list):
        for one in value[:MAX_VALUES]:
            yield from _of_json(one, depth + 1, budget)
    elif isinstance(value, dict):
        if "@value" in value:
            yield from _of_json(value["@value"], depth + 1, budget)
            return
        fields = {
            _NAMESPACE.sub("", name): tuple(_of_json(one, depth + 1, budget))
            for name, one in value.items()
            if not name.startswith("@")
        }
        if fields:
            yield Node(_types(value.get("@type")), fields)
        if "@graph" in value:
            yield from _of_json(value["@graph"], depth + 1, budget)
    elif isinstance(value, str | int) and not isinstance(value, bool):
        yield from _of_words(str(value) if isinstance(value, str) else f"{value:.0f}" if abs(value) < 1e15 else "")


def _of_words(text: str) -> Iterator[str]:
    words = words_of(text)
    if words:
        yield words


def _types(written: Any) -> tuple[str, ...]:
    types = written if isinstance(written, list) else [written]
    return tuple(_NAMESPACE.sub("", one)[:MAX_VALUE] for one in types[:MAX_VALUES] if isinstance(one, str))


def from_microdata(items: Iterable[Any]) -> list[Node]:
    """The things in items of microdata, as the reader of package extruct gives them."""
    budget = _Budget()
    return [node for item in items for node in _of_microdata(item, 0, budget) if isinstance(node, Node)]


def _of_microdata(value: Any, depth: int, budget: _Budget) -> Iterator[Node | str]:
    if depth > MAX_DEPTH or not budget.take():
        return
    if isinstance(value, str):
        yield from _of_words(value)
    elif isinstance(value, list):
        for one in value[:MAX_VALUES]:
            yield from _of_microdata(one, depth + 1, budget)
    elif isinstance(value, dict) and "properties" in value:
        yield Node(
            _types(value.get("type")),
            {
                _NAMESPACE.sub("", name): tuple(_of_microdata(one, depth + 1, budget))
                for name, one in value["properties"].items()
            },
        )
    elif isinstance(value, dict):
        yield from _of_microdata(value.get("value"), depth + 1, budget)


def from_microformats(items: Iterable[Any]) -> list[Node]:
    """The things in items of microformats, as package mf2py gives them; the cards of persons are left out."""
    budget = _Budget()
    return [node for item in items for node in _of_microformat(item, 0, budget) if isinstance(node, Node)]


def _of_microformat(value: Any, depth: int, budget: _Budget) -> Iterator[Node | str]:
    if depth > MAX_DEPTH or not budget.take():
        return
    if isinstance(value, str):
        yield from _of_words(value)
    elif isinstance(value, dict) and "type" in value:
        properties = value.get("properties", {})
        if not ("h-card" in value["type"] and _is_person(properties)):
            yield Node(
                tuple(_MICROFORMAT_TYPES.get(one, one) for one in value["type"]),
                {
                    _MICROFORMATS.get(name, name): tuple(
                        node for one in values[:MAX_VALUES] for node in _of_microformat(one, depth + 1, budget)
                    )
                    for name, values in properties.items()
                },
            )
        for child in value.get("children", [])[:MAX_VALUES]:
            yield from _of_microformat(child, depth + 1, budget)
    elif isinstance(value, dict):
        yield from _of_microformat(value.get("value"), depth + 1, budget)


def _is_person(properties: Mapping[str, Any]) -> bool:
    """Whether a card is a person's: by fields that only people have, or by another name than their organization's."""
    names, organizations = properties.get("name", []), properties.get("org", [])
    return not _OF_PERSONS.isdisjoint(properties) or bool(organizations and names and names != organizations)
