"""The key that signs links: given, or made once and kept in the home, where all workers and later starts find it."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from directory.domain.errors import SignpostError
from web.config import KEY_BYTES

FILE = "secret"


def signing_key(folder: Path, given: str | None, fresh: Callable[[int], bytes]) -> bytes:
    """The key ``given``, else that of the file in ``folder``, which is made of ``fresh`` bytes where there is none.

    Raise `SignpostError` where the file holds too little to be a key, as after a disk was full.
    """
    if given is not None:
        return given.encode()
    path = folder / FILE
    if not path.exists():
        _keep(path, fresh)
    key = path.read_bytes()
    if len(key) < KEY_BYTES:
        raise SignpostError(f"{path} is no key. Remove it: a new one is made, and links that were sent end.")
    return key


def _keep(path: Path, fresh: Callable[[int], bytes]) -> None:
    """Make the file whole or not at all; where another process was first, its file stays."""
    made = path.with_name(f".{FILE}-{fresh(8).hex()}")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(fresh(KEY_BYTES))
        with suppress(FileExistsError):
            path.hardlink_to(made)
    finally:
        made.unlink(missing_ok=True)
