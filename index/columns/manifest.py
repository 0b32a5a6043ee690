"""The manifest: which segments and which tail are the index now, swapped in one atomic step."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from directory.domain.errors import SignpostError

FORMAT = 3
"""Raised when what is written changes its form; an index of another form is built again, never converted."""

_NAME = "manifest.json"


class NoIndex(SignpostError):
    """There is no index that this version can read."""


class SegmentName(msgspec.Struct, frozen=True, kw_only=True):
    """A segment's folder, and the folder of what was hidden in it at the last fold."""

    folder: str
    hiding: str | None = None


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """The index at one generation: segments from the oldest, then the tail. ``cursor`` is where the tail begins."""

    format: int
    generation: int
    segments: tuple[SegmentName, ...]
    tail: str
    cursor: int
    built_at: str


def stamp(folder: Path) -> tuple[int, int] | None:
    """A number that changes whenever the manifest is swapped; None when there is none. One system call."""
    try:
        status = os.stat(folder / _NAME)  # noqa: PTH116 - in the path of every search
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns


def read_manifest(folder: Path) -> Manifest:
    """The manifest in ``folder``; raise `NoIndex` where there is none of this version's format."""
    try:
        manifest = msgspec.json.decode((folder / _NAME).read_bytes(), type=Manifest)
    except (FileNotFoundError, msgspec.DecodeError):
        manifest = None
    if manifest is None or manifest.format != FORMAT:
        raise NoIndex(f"There is no search index in {folder} that this version reads: run `signpost index build`.")
    return manifest


def next_generation(folder: Path) -> int:
    """The number of the generation to write next."""
    try:
        return read_manifest(folder).generation + 1
    except NoIndex:
        return 1


def publish(folder: Path, manifest: Manifest) -> None:
    """Make ``manifest`` the index: its tail begins empty, everything is on the disk before the name points to it, and
    what nothing names any more is removed. Readers that hold the old files keep them until they look again."""
    (folder / manifest.tail).touch()
    folders = {name for segment in manifest.segments for name in (segment.folder, segment.hiding) if name}
    for name in folders:
        for path in (folder / name).iterdir():
            _sync(path)
        _sync(folder / name)
    beside = folder / f"{_NAME}.new"
    beside.write_bytes(msgspec.json.format(msgspec.json.encode(manifest)))
    _sync(beside)
    beside.replace(folder / _NAME)
    _sync(folder)
    _remove_others(folder, {_NAME, _LOCK, manifest.tail} | folders)


def _remove_others(folder: Path, kept: set[str]) -> None:
    for path in folder.iterdir():
        if path.name in kept:
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)  # a reader on Windows may hold it: the next fold tries again
        else:
            path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    if sys.platform == "win32" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


_LOCK = "writer.lock"


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the one lock that writers of this index share; wait for it as long as another process writes."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _LOCK).open("a+b") as lock:
        _lock(lock.fileno())
        yield  # closing the file lets go of the lock, also when the process is killed


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
