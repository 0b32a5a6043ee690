"""Folds the tail into a segment, together with segments that are not much larger, beside what readers are using."""

import shutil
from collections.abc import Iterable
from datetime import datetime
from itertools import chain
from pathlib import Path

from directory.domain.entries import Entry
from index.boosts import TextWeights
from index.columns.live import Live
from index.columns.manifest import FORMAT, Manifest, SegmentName, next_generation, publish
from index.columns.segment import Segment
from index.columns.write import Progress, write_segment
from index.knowledge import Knowledge
from index.limits import FOLD_RATIO


def publish_segment(
    folder: Path,
    kept: tuple[SegmentName, ...],
    entries: Iterable[Entry],
    cursor: int,
    knowledge: Knowledge,
    text: TextWeights,
    progress: Progress,
    built_at: datetime,
) -> int:
    """Write a segment of ``entries`` and make it the index, after the ``kept`` ones, with an empty tail.

    The caller holds the writers' lock. Killed at any point, it leaves the old index as it was.
    """
    generation = next_generation(folder)
    name = f"segment-{FORMAT}-{generation:06d}"
    shutil.rmtree(folder / name, ignore_errors=True)
    count = write_segment(folder / name, entries, knowledge, text, progress)
    publish(
        folder,
        Manifest(
            format=FORMAT,
            generation=generation,
            segments=(*kept, SegmentName(folder=name)) if count else kept,
            tail=f"tail-{generation:06d}.log",
            cursor=cursor,
            built_at=built_at.isoformat(timespec="seconds"),
        ),
    )
    return count


def fold(live: Live, knowledge: Knowledge, text: TextWeights, built_at: datetime) -> None:
    """Make one segment of the tail and of the segments it outgrew; what is hidden in the others is kept beside them."""
    size = live.tail.live
    kept = list(live.segments)
    folded: list[Segment] = []
    while kept and kept[-1].live < FOLD_RATIO * size:
        folded.append(kept.pop())
        size += folded[-1].live
    generation = next_generation(live.folder)
    names = tuple(_kept(live.folder, segment, generation) for segment in kept)
    entries = chain(live.tail.entries(), *(segment.entries() for segment in folded))
    publish_segment(live.folder, names, entries, live.cursor, knowledge, text, lambda _what, _count: None, built_at)


def _kept(folder: Path, segment: Segment, generation: int) -> SegmentName:
    if segment.hidden is None:
        return SegmentName(folder=segment.folder.name)
    hiding = f"hiding-{generation:06d}-{segment.folder.name}"
    shutil.rmtree(folder / hiding, ignore_errors=True)
    segment.save_hidden(folder / hiding)
    return SegmentName(folder=segment.folder.name, hiding=hiding)
