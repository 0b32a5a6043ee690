"""The ways in which an index comes to hold some entries: each must answer alike, and the oracle tells how."""

from collections.abc import Callable, Sequence
from pathlib import Path

from directory.domain.entries import Entry
from index.build import build
from index.columns.engine import ColumnIndex
from index.protocol import Query, Results, SearchIndex
from tests.index.oracle import Oracle
from tests.index.samples import BOOSTS, KNOWLEDGE, WALLSEND, clock

Filled = Callable[[Sequence[Entry]], SearchIndex]


def opened(folder: Path, tail_entries: int = 1_000) -> ColumnIndex:
    return ColumnIndex(folder, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock, tail_entries=tail_entries)


def built(folder: Path, entries: Sequence[Entry]) -> SearchIndex:
    build(folder, entries, 0, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)
    return opened(folder)


def tailed(folder: Path, entries: Sequence[Entry]) -> SearchIndex:
    index = built(folder, ())
    for number, one in enumerate(entries, 1):
        index.apply([one], [], number)
    return index


def folded(folder: Path, entries: Sequence[Entry]) -> SearchIndex:
    built(folder, entries[::2])
    index = opened(folder, tail_entries=1)
    for number, one in enumerate(entries[1::2], 1):
        index.apply([one], [], number)
    return index


ENGINES: dict[str, Callable[[Path, Sequence[Entry]], SearchIndex]] = {
    "built": built,
    "through the tail": tailed,
    "folded": folded,
}
"""Those that explain what they found."""

WAYS = ENGINES | {"oracle": lambda _folder, entries: Oracle(entries)}


def names(results: Results) -> list[str]:
    return [hit.entry.name for hit in results.hits]


def near(text: str = "", within_m: float | None = 10_000, **more: object) -> Query:
    return Query(text=text, near=WALLSEND, within_m=within_m, **more)  # type: ignore[arg-type]
