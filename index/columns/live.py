"""The index as one reader sees it: the published segments, and the tail followed as writers append to it."""

from pathlib import Path

from directory.domain.errors import SignpostError
from index.boosts import TextWeights
from index.columns.log import Change, LogReader
from index.columns.manifest import Manifest, read_manifest, stamp
from index.columns.part import Part
from index.columns.segment import Segment
from index.columns.tail import Tail
from index.knowledge import Knowledge

_ATTEMPTS = 5
"""A fold may remove what an old manifest names before it is opened; the new manifest is there by then."""


class StaleIndex(SignpostError):
    """The index was built with other text weights than those that hold now."""


class Live:
    """Everything a search looks through. `catch_up` before each search costs two system calls when nothing changed."""

    manifest: Manifest
    segments: list[Segment]
    tail: Tail

    def __init__(self, folder: Path, knowledge: Knowledge, text: TextWeights) -> None:
        self.folder = folder
        self._knowledge, self._text = knowledge, text
        self._stamp: tuple[int, int] | None = None
        self._log: LogReader | None = None
        self.cursor = 0
        self.catch_up()

    @property
    def tail_position(self) -> int:
        """Bytes of whole changes in the tail's log."""
        return self._log.position if self._log else 0

    @property
    def parts(self) -> list[Part]:
        """All parts that hold something."""
        parts: list[Part] = [*self.segments, self.tail]
        return [part for part in parts if len(part.columns.service)]

    def catch_up(self) -> bool:
        """Read what writers published or appended since the last call, and say whether there was anything."""
        current = stamp(self.folder)
        reopened = current is None or current != self._stamp
        if reopened:
            self._open()
        changes = self._log.new() if self._log else []
        for change in changes:
            self._take(change)
        return reopened or bool(changes)

    def _open(self) -> None:
        for attempt in range(_ATTEMPTS):
            seen = stamp(self.folder)
            manifest = read_manifest(self.folder)
            try:
                segments = [
                    Segment(self.folder / name.folder, self.folder / name.hiding if name.hiding else None)
                    for name in manifest.segments
                ]
                break
            except FileNotFoundError:
                if attempt == _ATTEMPTS - 1:
                    raise
        if any(segment.meta.text != self._text for segment in segments):
            raise StaleIndex("The text weights in boosts.toml have changed: run `signpost index build`.")
        self.manifest, self.segments, self._stamp = manifest, segments, seen
        self._log = LogReader(self.folder / manifest.tail)
        self.tail = Tail(self._knowledge, self._text)
        self.cursor = manifest.cursor

    def _take(self, change: Change) -> None:
        for entry_id in (*(entry.id for entry in change.entries), *change.removed):
            for segment in self.segments:
                segment.hide(entry_id)
            self.tail.hide(entry_id)
        self.tail.add(change.entries)
        self.cursor = change.cursor
