"""The archive of raw documents: each is kept by its hash before it is read, so that it can be read again."""

import gzip
import os
import re
import zlib
from hashlib import sha256 as hash_of
from pathlib import Path
from tempfile import NamedTemporaryFile

from directory.domain.errors import NotFound
from directory.domain.sources import RawDocument

_SHA256 = re.compile(r"[0-9a-f]{64}")


def keep(folder: Path, document: RawDocument) -> Path:
    """Keep the bytes of ``document`` under ``folder``, unless they are there; the file they are in.

    The file appears whole or not at all: it is written under another name first.
    """
    path = _path(folder, document.sha256)
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".writing-", delete=False) as file:
        file.write(gzip.compress(document.content, mtime=0))
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(path)
    return path


def read(folder: Path, sha256: str) -> bytes:
    """The bytes kept under this hash; raise `NotFound` when there are none, or other ones."""
    if _SHA256.fullmatch(sha256) is None:
        raise NotFound(f"{sha256[:80]!r} is not the hash of a document")
    try:
        content = gzip.decompress(_path(folder, sha256).read_bytes())
    except FileNotFoundError:
        raise NotFound(f"The archive has no document {sha256}") from None
    except (OSError, EOFError, zlib.error) as error:
        raise NotFound(f"The document {sha256} is damaged: {error}") from None
    if hash_of(content).hexdigest() != sha256:
        raise NotFound(f"The document {sha256} is damaged: its bytes have another hash")
    return content


def _path(folder: Path, sha256: str) -> Path:
    return folder / sha256[:2] / f"{sha256}.gz"
