"""A line of a service's page and the heading it stands under."""

from dataclasses import dataclass

from directory.domain.provenance import Provenance
from directory.queries.pages import Winners

Origins = tuple[Provenance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line: its words, where they came from, and the address they lead to, if they do.

    ``known`` is False for a line that says what is not known. ``label`` comes before the words. ``read_from`` is the
    wording that a line was worked out from, which no source states as it stands.
    """

    words: str
    origins: Origins = ()
    known: bool = True
    label: str | None = None
    address: str | None = None
    lead: bool = False
    read_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The facts under one heading of the page."""

    id: str
    title: str
    facts: tuple[Fact, ...]


def told_by(winners: Winners, *fields: str) -> Origins:
    """The observations that any of ``fields`` came from, each once."""
    return tuple(dict.fromkeys(origin for field in fields for origin in winners.get(field, ())))
