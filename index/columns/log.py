"""The tail on disk: a log of framed changes, synced before it counts, whose torn end is never read."""

import os
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from directory.domain.entries import Entry
from index.limits import LONGEST_FRAME

_HEADER = struct.Struct("<II")


class Change(msgspec.Struct, kw_only=True, frozen=True):
    """Entries added or replaced and ids removed together; ``cursor`` is how far the catalogue had been read."""

    cursor: int
    entries: tuple[Entry, ...] = ()
    removed: tuple[str, ...] = ()


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Change).decode


class LogReader:
    """Follows a log from the beginning. ``position`` is the end of the last whole frame read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int] | None = None
        self.position = 0

    def new(self) -> list[Change]:
        """The changes appended since the last call; an end that is torn, or still being written, waits.

        A log that is gone was folded, and has nothing new: whoever reads the manifest again finds the next one.
        """
        try:
            status = os.stat(self._path)  # noqa: PTH116 - in the path of every search
        except FileNotFoundError:
            return []
        seen = (status.st_size, status.st_mtime_ns)
        if seen == self._seen or status.st_size == self.position:
            return []
        self._seen = seen
        with self._path.open("rb") as log:
            log.seek(self.position)
            content = log.read(status.st_size - self.position)
        changes = []
        for change, end in _frames(content):
            changes.append(change)
            self.position += end
        return changes


def _frames(content: bytes) -> Iterator[tuple[Change, int]]:
    """Each whole change and its length; stop at the first that is not whole."""
    start = 0
    while start + _HEADER.size <= len(content):
        length, checksum = _HEADER.unpack_from(content, start)
        body = content[start + _HEADER.size : start + _HEADER.size + length]
        if length > LONGEST_FRAME or len(body) < length or zlib.crc32(body) != checksum:
            return
        yield _decode(body), _HEADER.size + length
        start += _HEADER.size + length


def append(path: Path, end: int, change: Change) -> None:
    """Write ``change`` at ``end``, over whatever a killed writer left torn there, and sync it to the disk."""
    body = _encode(change)
    with path.open("r+b") as log:
        log.truncate(end)
        log.seek(end)
        log.write(_HEADER.pack(len(body), zlib.crc32(body)) + body)
        log.flush()
        os.fsync(log.fileno())
