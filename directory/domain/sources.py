"""Sources, the documents fetched from them, and the observations and issues that reading a document yields."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256

from directory.domain.records import Channel, Record


class Cadence(StrEnum):
    """How often a source is read again."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    ONCE = "once"


class Authority(StrEnum):
    """Whose word a source is: resolve prefers those named earlier (docs/methods.md)."""

    OWNER = "owner"
    MODERATOR = "moderator"
    FEED = "feed"
    CRAWL = "crawl"

    @property
    def rank(self) -> int:
        """0 for the word that is preferred to all others."""
        return list(Authority).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expect:
    """What a healthy run yields; outside it, nothing of the run is published.

    ``max_drop`` is the share of the records of the last published run that may be missing from this one.
    ``max_skipped`` is the share of the records read that may be skipped for their defects.
    """

    min_records: int = 1
    max_records: int = 1_000_000
    max_drop: float = 0.10
    max_skipped: float = 0.10

    def refusal(self, *, read: int, published: int, before: int | None) -> str | None:
        """Why a run of these numbers may not be published, in a sentence; None when it may.

        ``before`` is how many records the last published run left live, None when there was none.
        """
        if published < self.min_records:
            return f"Only {published:,} good records, where at least {self.min_records:,} were expected"
        if published > self.max_records:
            return f"{published:,} records, where at most {self.max_records:,} were expected"
        if read - published > self.max_skipped * read:
            return f"{read - published:,} of {read:,} records are defective, more than {self.max_skipped:.0%}"
        if before and published < (1 - self.max_drop) * before:
            return f"{published:,} records after {before:,} last time, a drop of more than {self.max_drop:.0%}"
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """Bytes as they were fetched, and where and when from."""

    url: str
    content: bytes = field(repr=False)
    fetched_at: datetime
    media_type: str | None = None

    @property
    def sha256(self) -> str:
        """The hash the archive keeps the document under."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One record as one source put it in one document.

    ``line`` is where in the document (from 1, of the file ``part`` inside a package); ``verified_on`` is the day the
    source says somebody last checked the record, where it says so.
    """

    local_id: str
    record: Record
    line: int | None = None
    part: str | None = None
    verified_on: date | None = None


MOST_SHOWN = 200
"""Characters of a defective value that its issue repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A defect in a document: the field, why it could not be taken, and its value as it stood.

    ``skipped`` says that the whole record was left out, and not this field alone.
    """

    field: str
    reason: str
    value: str
    skipped: bool
    line: int | None = None
    part: str | None = None


class Outcome(StrEnum):
    """How a run ended. Only a published run changes the catalogue."""

    PUBLISHED = "published"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One reading of one source, in numbers of records: ``read`` is ``published`` and ``skipped`` together.

    Of the published, ``new``, ``changed`` and ``unchanged`` compare with the run before; ``vanished`` records are
    those that it had and this one has not. ``reason`` says why nothing was published.
    """

    source_id: str
    at: datetime
    outcome: Outcome
    reason: str | None = None
    read: int = 0
    published: int = 0
    skipped: int = 0
    issues: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished: int = 0


Parse = Callable[[RawDocument], Iterator[Observation | Issue]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A declared publisher: who, under what licence, where, how often, what a good run looks like, and how to read it.

    ``attribution`` is the sentence the licence asks for. ``country`` other than GB keeps a source out of the UK
    catalogue unless it is harvested by name. ``demonstration`` marks invented records. ``enriches`` marks a source
    whose records add to organizations that others describe. ``channel`` is what having a service on its list counts as:
    a register's word that the body exists, or a feed's.
    """

    id: str
    title: str
    publisher: str
    licence: str
    attribution: str
    url: str
    cadence: Cadence
    parse: Parse = field(repr=False, compare=False)
    expect: Expect = Expect()
    authority: Authority = Authority.FEED
    country: str = "GB"
    demonstration: bool = False
    enriches: bool = False
    channel: Channel = Channel.FEED
