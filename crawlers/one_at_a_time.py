"""A lock on a file that one process at a time can hold, and that is let go of when it is killed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from directory.domain.errors import Refused


@contextmanager
def held_alone(file: Path, otherwise: str) -> Iterator[None]:
    """Hold the lock; raise `Refused` with the sentence ``otherwise`` where another process has it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a+b") as lock:
        try:
            _lock(lock.fileno())
        except OSError:
            raise Refused(otherwise) from None
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
