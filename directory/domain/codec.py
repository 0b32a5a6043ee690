"""Records to JSON and back: one canonical text for each record, so that its hash tells whether it changed."""

from hashlib import sha256
from typing import Any

import msgspec

from directory.domain.records import CLASS_OF, Evidence, Kind, Record, stated_fields


def to_fields(record: Record) -> dict[str, Any]:
    """The stated fields of ``record`` as plain JSON values, in the order the class declares them."""
    plain: dict[str, Any] = msgspec.to_builtins(stated_fields(record))
    return plain


def from_fields(kind: Kind, plain: dict[str, Any]) -> Record:
    """The record of ``kind`` that `to_fields` made ``plain`` from; raise `msgspec.ValidationError` on anything else."""
    return msgspec.convert(plain, type=CLASS_OF[kind])


def content_hash(record: Record) -> str:
    """A hash of what ``record`` states; equal records have equal hashes whatever the order of reading.

    The day on which something was noticed is not part of what is stated.
    """
    plain = to_fields(record)
    if isinstance(record, Evidence) and record.is_noticed:
        del plain["on"]
    return sha256(msgspec.json.encode(plain, order="sorted")).hexdigest()
