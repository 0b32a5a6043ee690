"""Reads data/taxonomy and data/phrases.csv: needs on two levels, their cues, what other vocabularies call them."""

import csv
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from directory.domain.errors import SignpostError

DATA = Path(__file__).resolve().parents[2] / "data"

Category = tuple[str, str]
"""A vocabulary and a code in it."""


class BadTaxonomy(SignpostError):
    """A file of the taxonomy cannot be used; the text says which, where and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something people need, in plain words; ``parent`` is the broader need, None for one that is the broadest.

    ``crowding`` is how much its signs take from those of other needs in a text: much for what shows that nobody can
    simply be sent there, such as giving money to groups.
    """

    id: str
    label: str
    parent: str | None = None
    crowding: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that show a need. ``weight`` is 1 where they say it outright, less where they are a sign of it."""

    need: str
    words: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """``cues`` show a need in texts and questions alike; ``phrases`` are what people say, and count in questions only.

    ``mapped`` tells the needs that a category of another vocabulary stands for.
    """

    needs: Mapping[str, Need]
    cues: Sequence[Cue] = ()
    phrases: Sequence[Cue] = ()
    mapped: Mapping[Category, Sequence[str]]

    def children(self, need: str) -> list[str]:
        """The needs one level down."""
        return [one.id for one in self.needs.values() if one.parent == need]


def read_taxonomy(data: Path = DATA) -> Taxonomy:
    """Read the files below ``data``; raise `BadTaxonomy` at the first line that makes no sense."""
    needs = {
        row["id"]: Need(
            id=row["id"],
            label=row["label"],
            parent=row["parent"] or None,
            crowding=_positive(where, row.get("crowding") or "1"),
        )
        for where, row in _rows(data / "taxonomy" / "needs.csv", ("id", "parent", "label"))
    }
    for need in needs.values():
        if need.parent is not None and need.parent not in needs:
            raise BadTaxonomy(f"taxonomy/needs.csv: the parent {need.parent} of {need.id} is not there.")
    mapped: dict[Category, list[str]] = {}
    for where, row in _rows(data / "taxonomy" / "mappings.csv", ("need", "taxonomy", "code")):
        mapped.setdefault((row["taxonomy"], row["code"]), []).append(_known(row["need"], needs, where))
    return Taxonomy(
        needs=needs,
        cues=list(_cues(data / "taxonomy" / "cues.csv", "cue", needs)),
        phrases=list(_cues(data / "phrases.csv", "phrase", needs)),
        mapped=mapped,
    )


def _cues(path: Path, column: str, needs: Mapping[str, Need]) -> Iterator[Cue]:
    for where, row in _rows(path, ("need", column)):
        weight = _positive(where, row.get("weight") or "1")
        if weight > 1:
            raise BadTaxonomy(f"{where}: a weight is at most 1, and this is {row['weight']}.")
        yield Cue(need=_known(row["need"], needs, where), words=row[column], weight=weight)


def _positive(where: str, text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < math.inf:
        raise BadTaxonomy(f"{where}: {text} is not a number above 0.")
    return number


def _known(need: str, needs: Mapping[str, Need], where: str) -> str:
    if need not in needs:
        raise BadTaxonomy(f"{where}: there is no need called {need}.")
    return need


def _rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a file, each with where it stands; comment lines begin with a #."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(line for line in file if not line.startswith("#"))
        missing = [column for column in columns if column not in (reader.fieldnames or ())]
        if missing:
            raise BadTaxonomy(f"{path.name}: there is no column {missing[0]}.")
        for row in reader:
            where = f"{path.name} line {reader.line_num}"
            if any(row[column] is None for column in columns):
                raise BadTaxonomy(f"{where}: there are fewer columns than in its first line.")
            yield where, row
