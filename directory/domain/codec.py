"""Records to JSON and back: one canonical text for each record, so that its hash tells whether it changed."""

from hashlib import sha256
from typing import Any

import msgspec

from directory.domain.records import CLASS_OF, Kind, Record, stated_fields


def to_fields(record: Record) -> dict[str, Any]:
    """The stated fields of ``record`` as plain JSON values, in the order the class declares them."""
    plain: dict[str, Any] = msgspec.to_builtins(stated_fields(record))
    return plain


def from_fields(kind: Kind, plain: dict[str, Any]) -> Record:
    """The record of ``kind`` that `to_fields` made ``plain`` from; raise `msgspec.ValidationError` on anything else."""
    return msgspec.convert(plain, type=CLASS_OF[kind])


def content_hash(record: Record) -> str:
    """A hash of what ``record`` states; equal records have equal hashes whatever the order of reading."""
    return sha256(msgspec.json.encode(to_fields(record), order="sorted")).hexdigest()
