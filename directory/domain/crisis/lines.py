"""A helpline as we know it: what may be said of it, and whether it may be shown at all."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from directory.domain.crisis.hours import Hours
from directory.domain.errors import InvalidValue
from directory.domain.places import Nation

_NUMBER = re.compile(r"\d+(?: \d+)*")
_SHORT_CODE = re.compile(r"[6-8]\d{4}")
"""Numbers of five figures that are texted and never rung."""

_SEEN = re.compile(r"20\d\d(?:-(?:0[1-9]|1[0-2]))?")


class Kind(StrEnum):
    """How a line is shown: in the band on top, among ways to reach 999 without speaking, as a line, or as a link."""

    BAND = "band"
    SIGNS = "signs"
    LINE = "line"
    FINDER = "finder"


class Show(StrEnum):
    """Whether a line may be shown: it may, it may once a person has checked it, or it may not."""

    YES = "yes"
    AFTER_CHECK = "after_check"
    NO = "no"


class Confidence(StrEnum):
    """How sure a number or hours are, surest first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"

    @property
    def is_enough(self) -> bool:
        """Whether it is enough to be shown."""
        return self in (Confidence.HIGH, Confidence.MEDIUM)


class Cost(StrEnum):
    """What a call costs: nothing, what a call usually costs, or nobody said."""

    FREE = "free"
    NORMAL = "normal"
    UNKNOWN = "unknown"


class Bill(StrEnum):
    """Whether a call is kept off a telephone bill, as the operator says: it is, mostly, perhaps not, or unsaid."""

    OFF = "off"
    MOSTLY_OFF = "mostly_off"
    MAY_SHOW = "may_show"
    UNKNOWN = "unknown"


class Audience(StrEnum):
    """Who may be told of a line: anybody, or professionals alone."""

    PUBLIC = "public"
    PROFESSIONAL = "professional"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One helpline. ``after`` is what to do once through; ``text_first`` what must be done before texting.

    ``seen`` is the year, or year and month, of the newest page that had it, "" where that had no date. ``check`` is
    what somebody must find out, or must know to keep it right.
    """

    id: str
    kind: Kind
    name: str
    publisher: str
    help: str
    who: str
    nations: frozenset[Nation]
    phone: str
    after: str
    text: str
    text_word: str
    text_first: str
    chat: str
    bsl: str
    email: str
    hours: Hours | None
    hours_words: str
    cost: Cost
    bill: Bill
    topics: tuple[str, ...]
    audience: Audience
    url: str
    number_seen: str
    hours_seen: str
    seen: str
    confidence: Confidence
    hours_confidence: Confidence
    show: Show
    check: str
    checked_on: date | None
    checked_by: str

    def __post_init__(self) -> None:
        for check in (_check_words, _check_numbers, _check_pairs):
            check(self)
        if self.show is Show.YES and not (self.confidence.is_enough and self.url and self.is_reachable):
            raise InvalidValue("show", self.show, "Only a line that can be reached, and of a sure number, may be shown")

    @property
    def is_reachable(self) -> bool:
        """Whether there is a way to it."""
        return bool(self.phone or self.text or self.bsl or self.kind is Kind.FINDER)

    @property
    def is_shown(self) -> bool:
        """Whether anybody may be shown it."""
        return self.show is Show.YES and self.audience is Audience.PUBLIC

    @property
    def sure_hours(self) -> Hours | None:
        """Its hours, where they are sure enough to be shown."""
        return self.hours if self.hours_confidence.is_enough else None

    @property
    def is_always_open(self) -> bool:
        """Whether it surely answers at any time of any day."""
        return self.sure_hours is not None and self.sure_hours.is_always

    @property
    def is_for_all_nations(self) -> bool:
        """Whether it serves the whole of the United Kingdom."""
        return self.nations == frozenset(Nation)


def _check_words(line: Line) -> None:
    for field in ("id", "name", "publisher", "help", "who"):
        if not getattr(line, field):
            raise InvalidValue(field, "", "This must be said of every line")
    for field in ("chat", "bsl", "url"):
        address = getattr(line, field)
        if address and not address.startswith("https://"):
            raise InvalidValue(field, address, "An address begins with https://")
    if line.seen and not _SEEN.fullmatch(line.seen):
        raise InvalidValue("seen", line.seen, "Write a year, or a year and a month, such as 2026-09")


def _check_numbers(line: Line) -> None:
    for field in ("phone", "text"):
        number = getattr(line, field)
        if number and not _NUMBER.fullmatch(number):
            raise InvalidValue(field, number, "A number is figures with single spaces, and nothing else")
    figures = line.phone.replace(" ", "")
    if _SHORT_CODE.fullmatch(figures) or (figures.startswith("999") and figures != "999"):
        raise InvalidValue("phone", line.phone, "This is a number that nobody must ring with one tap")
    if line.cost is Cost.FREE and figures.startswith("03"):
        raise InvalidValue("cost", line.cost, "A number that begins with 03 is never called free")


def _check_pairs(line: Line) -> None:
    if (line.hours is None) is not (not line.hours_words):
        raise InvalidValue("hours_words", line.hours_words, "Hours and their words go together")
    if (line.checked_on is None) is not (not line.checked_by):
        raise InvalidValue("checked_by", line.checked_by, "The day of a check and who checked go together")
