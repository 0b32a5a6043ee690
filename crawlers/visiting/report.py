"""What a visit reports, and what the next visit needs to know of it."""

from dataclasses import dataclass
from datetime import datetime

from crawlers.visiting.outcome import Outcome, Symbol
from directory.domain.sources import RawDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """What the next visit needs to know of the last one; `Visit.as_previous` makes it.

    ``since`` is when its outcome was first met in a row; ``has_named`` that some visit found the service named.
    """

    outcome: Outcome
    since: datetime
    final_url: str
    etag: str | None = None
    last_modified: str | None = None
    has_named: bool = False
    is_noindex: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What a visit to ``url`` met, and why it is called that (``reason``, one or more sentences).

    ``document`` is the body as it came and ``text`` its words, None where they are not the service's own.
    ``proposed_url`` is where the service's page is now. ``is_noindex`` asks that no excerpt be shown. ``took_s`` is how
    long the host took to answer. ``not_before`` is when the host may be asked again, where it is not at once.
    """

    url: str
    final_url: str
    at: datetime
    outcome: Outcome
    since: datetime
    reason: str
    document: RawDocument | None = None
    text: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    proposed_url: str | None = None
    has_named: bool = False
    is_noindex: bool = False
    took_s: float = 0.0
    not_before: datetime | None = None

    @property
    def symbol(self) -> Symbol | None:
        """What the visit says of the service; None is no observation."""
        return self.outcome.symbol

    def as_previous(self) -> Previous:
        """What the next visit needs to know of this one."""
        return Previous(
            outcome=self.outcome,
            since=self.since,
            final_url=self.final_url,
            etag=self.etag,
            last_modified=self.last_modified,
            has_named=self.has_named,
            is_noindex=self.is_noindex,
        )
