"""Builds the whole search index beside the one in use, and swaps it in."""

from collections.abc import Iterable
from pathlib import Path

from directory.domain.entries import Entry
from index.boosts import Boosts, read_boosts
from index.columns.engine import Clock, utc_now
from index.columns.fold import publish_segment
from index.columns.manifest import writing
from index.columns.write import Progress
from index.knowledge import Knowledge, read_knowledge


def _in_silence(_what: str, _count: int) -> None:
    """Tell nobody."""


def build(
    folder: Path,
    entries: Iterable[Entry],
    cursor: int,
    progress: Progress = _in_silence,
    *,
    knowledge: Knowledge | None = None,
    boosts: Boosts | None = None,
    clock: Clock = utc_now,
) -> int:
    """Make ``entries``, all of different ids, the index in ``folder``, and return how many can be found.

    ``cursor`` is how far into the catalogue's changes ``entries`` go: take it before reading them, so that a change
    made meanwhile is read again by the next refresh and never missed. Searches go on until the swap and after it;
    writers wait.
    """
    weights = (boosts or read_boosts()).text
    with writing(folder):
        return publish_segment(folder, (), entries, cursor, knowledge or read_knowledge(), weights, progress, clock())
