"""Reads the rows of data/crisis strictly: a bad row stops the reading with one sentence that names it and its field."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from directory.domain.crisis.hours import Hours
from directory.domain.crisis.lines import Audience, Bill, Confidence, Cost, Kind, Line, Show
from directory.domain.crisis.phrases import Phrase, Strength
from directory.domain.errors import InvalidValue, SignpostError
from directory.domain.places import Nation

Row = Mapping[str, str]
Listed = TypeVar("Listed")

EMERGENCY = "999"
SILENT = "999_silent_55"
LISTENER = "samaritans"
"""The lines that every page needs: for danger to life, for those who cannot speak, and for anybody at any time."""

ALL_NATIONS = "UK"
_LANGUAGE = re.compile(r"[a-z]{2}(-Latn)?")
"""Of a phrase, for the speaker who checks it."""

_FIRST_ROW = 2
"""Of a file whose first row names its columns, as an editor counts."""


class BadRow(SignpostError):
    """A row that cannot be used; the text says which, which field of it, and why."""

    def __init__(self, number: int, name: str, field: str, reason: str) -> None:
        super().__init__(f"Row {number} ({name}), {field}: {reason}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A kind of crisis: its label, what to ``say`` to somebody at the desk, and the needs of local services for it.

    Those that ``is_first`` are offered before the rest.
    """

    id: str
    label: str
    is_first: bool
    say: str
    needs: tuple[str, ...]


def topics_from(rows: Iterable[Row]) -> tuple[Topic, ...]:
    """The topics in ``rows``, in their order; raise `BadRow`."""

    def topic(row: Row) -> Topic:
        if not (row["label"] and row["say"]):
            raise InvalidValue("label", row["label"], "A topic has a label and something to say")
        return Topic(
            id=row["id"],
            label=row["label"],
            is_first=_one_of({"yes": True, "no": False}, row, "first"),
            say=row["say"],
            needs=_several(row["needs"]),
        )

    columns = ("id", "label", "first", "say", "needs")
    return tuple(_unique(_read(rows, columns, "id", topic), "id", lambda one: one.id))


def lines_from(rows: Iterable[Row], topics: Iterable[Topic]) -> tuple[Line, ...]:
    """The lines in ``rows``, in their order; raise `BadRow`, also where a line that every page needs is not shown."""
    known = frozenset(topic.id for topic in topics)
    columns = tuple(field.name for field in fields(Line))
    lines = tuple(_unique(_read(rows, columns, "id", lambda row: _line(row, known)), "id", lambda line: line.id))
    shown = {line.id for line in lines if line.is_shown and line.is_always_open}
    for needed in (EMERGENCY, SILENT, LISTENER):
        if needed not in shown:
            raise BadRow(len(lines) + _FIRST_ROW, needed, "show", "Every page needs this line, shown and always open")
    return lines


def phrases_from(rows: Iterable[Row], topics: Iterable[Topic]) -> tuple[Phrase, ...]:
    """The phrases in ``rows``; raise `BadRow`."""
    known = frozenset(topic.id for topic in topics)

    def phrase(row: Row) -> Phrase:
        strength = Strength(_one_of({one.value: one for one in Strength}, row, "strength"))
        about = _known(row, "topics", known)
        if bool(about) is not strength.has_topics:
            raise InvalidValue(
                "topics",
                row["topics"],
                f"A phrase that is {strength} has {'topics' if strength.has_topics else 'no topic'}",
            )
        if not _LANGUAGE.fullmatch(row["language"]):
            raise InvalidValue("language", row["language"], "Write a language as en, or as ur-Latn in Latin letters")
        return Phrase.of(row["phrase"], strength, about)

    read = _read(rows, ("phrase", "topics", "strength", "language"), "phrase", phrase)
    return tuple(_unique(read, "phrase", lambda one: " ".join(one.words)))


def _line(row: Row, topics: frozenset[str]) -> Line:
    read: dict[str, Any] = dict(row)
    for name, kind in _ENUMERATIONS.items():
        read[name] = _one_of({one.value: one for one in kind}, row, name)
    read["nations"] = _nations(row)
    read["hours"] = Hours(row["hours"]) if row["hours"] else None
    read["topics"] = _known(row, "topics", topics)
    read["checked_on"] = _day(row, "checked_on")
    return Line(**read)


_ENUMERATIONS: Mapping[str, type[StrEnum]] = {
    "kind": Kind,
    "cost": Cost,
    "bill": Bill,
    "audience": Audience,
    "confidence": Confidence,
    "hours_confidence": Confidence,
    "show": Show,
}


def _nations(row: Row) -> frozenset[Nation]:
    if row["nations"] == ALL_NATIONS:
        return frozenset(Nation)
    named = _known(row, "nations", frozenset(Nation))
    if not named:
        raise InvalidValue("nations", "", "Every line serves some nation")
    return frozenset(Nation(one) for one in named)


def _several(text: str) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()


def _known(row: Row, field: str, known: frozenset[str]) -> tuple[str, ...]:
    several = _several(row[field])
    for one in several:
        if one not in known:
            raise InvalidValue(field, one, f"Nobody knows {one!r}")
    return several


def _one_of(known: Mapping[str, Listed], row: Row, field: str) -> Listed:
    if row[field] not in known:
        raise InvalidValue(field, row[field], f"Write one of {', '.join(known)}")
    return known[row[field]]


def _day(row: Row, field: str) -> date | None:
    try:
        return date.fromisoformat(row[field]) if row[field] else None
    except ValueError:
        raise InvalidValue(field, row[field], "Write a day as 2026-11-22") from None


def _read(
    rows: Iterable[Row], columns: tuple[str, ...], key: str, made_of: Callable[[Row], Listed]
) -> Iterator[tuple[int, Listed]]:
    """Each row with its number, as ``made_of`` makes it of exactly ``columns``."""
    for number, row in enumerate(rows, _FIRST_ROW):
        name = row.get(key) or "without a name"
        if tuple(row) != columns or None in row.values():
            raise BadRow(number, name, "columns", f"They are {', '.join(columns)}, and each has a value")
        stray = next((field for field, value in row.items() if value != value.strip()), None)
        if stray is not None:
            raise BadRow(number, name, stray, "There are spaces at its ends")
        # What is said in other languages is a pattern, in which a brace would be the place of a value.
        braced = next((field for field, value in row.items() if "{" in value or "}" in value), None)
        if braced is not None:
            raise BadRow(number, name, braced, "There is a brace in it")
        try:
            yield number, made_of(row)
        except InvalidValue as error:
            raise BadRow(number, name, error.field, error.reason) from error


def _unique(read: Iterable[tuple[int, Listed]], field: str, key_of: Callable[[Listed], str]) -> Iterator[Listed]:
    seen: set[str] = set()
    for number, one in read:
        key = key_of(one)
        if key in seen:
            raise BadRow(number, key, field, "This is there twice")
        seen.add(key)
        yield one
