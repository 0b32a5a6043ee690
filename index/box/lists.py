"""The word lists of the box, read once from data/index/box.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from directory.domain.eligibility.person import Weekday
from index.boosts import DATA

WEEK = tuple(Weekday)

Words = tuple[str, ...]
Meaning = tuple[str, Any]
Phrases = dict[str, list[tuple[Words, Meaning]]]
"""Phrases by their first word, the longest first, each with the field it fills and what it fills it with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """Every list of the file. Words are in lower case without apostrophes, and phrases are tuples of them.

    ``ordinary`` words are places only after a preposition, and those of ``never`` not even there.
    """

    phrases: Phrases
    short_days: frozenset[str]
    genders: dict[str, str]
    people: frozenset[str]
    ambiguous: frozenset[str]
    alone: frozenset[str]
    near_only: frozenset[str]
    asking: frozenset[str]
    ordinary: frozenset[str]
    never: frozenset[str]
    prepositions: frozenset[str]
    before: frozenset[str]
    led: frozenset[str]
    after: tuple[Words, ...]
    least_people: float
    not_outcodes: frozenset[str]
    pace: dict[str, float]
    loose_when: frozenset[str]
    loose_who: frozenset[str]
    trailing: frozenset[str]
    leading: frozenset[str]
    between: frozenset[str]


@cache
def read_lists(path: Path = DATA / "box.toml") -> Lists:
    """Read the file, once in a process; raise `KeyError` naming a list that is missing."""
    file: dict[str, dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))
    phrases = _by_first_word(_meanings(file))
    names, around, loose = file["names"], file["around_names"], file["loose"]
    never = _set(names["never"])
    return Lists(
        phrases=phrases,
        short_days=_set(file["days"]["short"]),
        genders={word: sex for sex in "fmx" for word in file["gender"][sex].split()},
        people=_set(file["gender"]["people"]),
        ambiguous=_set(names["ambiguous"]),
        alone=_set(names["alone"]),
        near_only=_set(names["near_only"]),
        asking=_set(names["asking"]),
        ordinary=_set(names["after_preposition"]) | never,
        never=never | {" ".join(phrase) for phrase in _phrases(names["never_phrases"])},
        prepositions=_set(around["prepositions"]),
        before=_set(around["before"]),
        led=_set(around["led"]),
        after=tuple(sorted(_phrases(around["after"]), key=len, reverse=True)),
        least_people=file["sizes"]["anywhere"],
        not_outcodes=_set(file["outcodes"]["not_alone"]),
        pace=file["pace"],
        loose_when=_set(loose["when"]),
        loose_who=_set(loose["who"]),
        trailing=_set(loose["trailing"]),
        leading=_set(loose["leading"]),
        between=_set(loose["between"]),
    )


def _meanings(file: dict[str, dict[str, Any]]) -> list[tuple[Words, Meaning]]:
    """Every phrase of the file that fills a field, and those that are kept whole."""
    found: list[tuple[Words, Meaning]] = []

    def add(text: str, field: str, value: Any) -> None:
        found.extend((phrase, (field, value)) for phrase in _phrases(text))

    for text in file["kept"].values():
        add(text, "kept", None)
    add(file["near_me"]["phrases"], "near_me", True)
    days = file["days"]
    for number, day in enumerate(WEEK):
        add(days[day.value].replace(" ", ","), "days", (number,))
    add(days["weekdays"].replace(" ", ","), "days", (0, 1, 2, 3, 4))
    add(days["weekend"].replace(" ", ","), "days", (5, 6))
    for part, text in file["times"].items():
        add(text, "times", part)
    add(file["free"]["phrases"], "free", True)
    for access, text in file["access"].items():
        add(text, "access", access)
    return found


def _by_first_word(meanings: list[tuple[Words, Meaning]]) -> Phrases:
    table: Phrases = {}
    for phrase, meaning in sorted(meanings, key=lambda one: -len(one[0])):
        table.setdefault(phrase[0], []).append((phrase, meaning))
    return table


def _phrases(text: str) -> list[Words]:
    return [tuple(phrase.split()) for phrase in text.split(",") if phrase.strip()]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())
