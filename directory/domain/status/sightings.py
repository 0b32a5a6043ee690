"""What was seen and said of services after they were imported: by watching, and by people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from directory.domain.records import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What one look, or one person's word, showed of a service on a day.

    ``symbol`` is a word of the channel's vocabulary, as in `directory.domain.records.Evidence`; of ``event`` it is
    ``post`` or ``event``, and ``on`` is its day, which may be to come. ``at`` is when we learnt of it. ``reporter``
    tells people apart without naming them, and ``method`` is how they know, such as ``phone`` or ``visit``.
    """

    service_id: str
    channel: Channel
    symbol: str
    on: date
    at: datetime
    text: str | None = None
    url: str | None = None
    reporter: str | None = None
    method: str | None = None


def last_statement(sightings: Iterable[Sighting], on: date) -> str | None:
    """What somebody said last, up to the day ``on``, of whether a service runs; None where nobody said anything."""
    said = [one for one in sightings if one.channel is Channel.STATEMENT and one.on <= on]
    return max(said, key=lambda one: (one.on, one.at)).symbol if said else None
