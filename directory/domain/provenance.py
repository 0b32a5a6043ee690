"""Provenance: where a published value came from, as a reader is shown it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """One version of one record of one source.

    ``local_id`` is what the source calls the record. ``seen_until`` is the last time the source was seen to say so, and
    ``is_live`` whether it still does. ``verified_on`` is the day on which, the source says, somebody checked.
    """

    observation_id: int
    source_id: str
    source_title: str
    publisher: str
    licence: str
    attribution: str
    url: str
    demonstration: bool
    local_id: str
    first_seen: datetime
    seen_until: datetime
    is_live: bool
    verified_on: date | None
    document_sha256: str
