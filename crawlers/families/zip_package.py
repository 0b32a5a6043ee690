"""A package of CSV files in a zip, opened without trusting it: bombs and tricks with paths are refused."""

import zlib
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from crawlers.errors import UnreadableDocument
from crawlers.limits import MAX_FILES, MAX_UNPACKED

_UNREADABLE = (BadZipFile, LargeZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What `zipfile` raises at damaged, encrypted or oddly compressed files."""


def csv_files(content: bytes) -> dict[str, bytes]:
    """The CSV files of a zip by their paths, in the order of those; other files are left alone."""
    try:
        with ZipFile(BytesIO(content)) as package:
            members = [member for member in package.infolist() if not member.is_dir()]
            _refuse_tricks(members)
            return _unpacked(package, [member for member in members if member.filename.lower().endswith(".csv")])
    except _UNREADABLE as error:
        raise UnreadableDocument(f"The zip cannot be opened: {error}") from None


def _refuse_tricks(members: list[ZipInfo]) -> None:
    if len(members) > MAX_FILES:
        raise UnreadableDocument(f"The zip holds {len(members)} files, more than {MAX_FILES}")
    names = [member.filename for member in members]
    if len(set(names)) < len(names):
        raise UnreadableDocument("The zip holds two files of one name")
    for name in names:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
            raise UnreadableDocument(f"The zip holds a file with a path that leads out of it: {name[:80]!r}")


def _unpacked(package: ZipFile, members: list[ZipInfo]) -> dict[str, bytes]:
    """The bytes of each file; the sizes a zip states are not believed, so reading stops at the limit."""
    left = MAX_UNPACKED
    files: dict[str, bytes] = {}
    for member in sorted(members, key=lambda member: member.filename):
        with package.open(member) as file:
            files[member.filename] = file.read(left + 1)
        left -= len(files[member.filename])
        if left < 0:
            raise UnreadableDocument(f"The zip unpacks to more than {MAX_UNPACKED:,} bytes")
    return files
