"""What was read: the notices of a text, and what they make of it as evidence."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from directory.domain.closure.classes import Kind


class TextSymbol(StrEnum):
    """What a text shows in the channel of closure words (METHODS 1.3)."""

    CLOSURE_WORDS = "closure_words"
    NO_CLOSURE_WORDS = "no_closure_words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One sentence that says something of an end, with the dates it gives.

    ``effective_on`` is the day from which it holds, the last of it where a month or year is said. ``until`` is of a
    pause: its last day, or the day of opening again where that is said. ``is_own`` tells whether the service that the
    text was read for is meant, or somebody else.
    """

    kind: Kind
    sentence: str
    effective_on: date | None
    until: date | None
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureReading:
    """The notices of a text in its order, as they stand ``on`` a day."""

    notices: tuple[Notice, ...]
    on: date
    is_observation: bool
    """False where nothing follows from the text for one service: it is empty or is about several."""

    @property
    def symbol(self) -> TextSymbol | None:
        """What the text shows of the service; None where that is no observation."""
        if not self.is_observation:
            return None
        return TextSymbol.CLOSURE_WORDS if self._first(Kind.CLOSED) else TextSymbol.NO_CLOSURE_WORDS

    @property
    def closed(self) -> Notice | None:
        """The first own notice that it has closed: the sentence to show as the reason."""
        return self._first(Kind.CLOSED)

    @property
    def paused(self) -> Notice | None:
        """The first own notice of a pause that is not over."""
        return self._first(Kind.PAUSED)

    @property
    def closing(self) -> Notice | None:
        """The first own notice that it is to close."""
        return self._first(Kind.CLOSING)

    @property
    def at_risk(self) -> Notice | None:
        """The first own notice that it may close."""
        return self._first(Kind.AT_RISK)

    @property
    def converted(self) -> Notice | None:
        """The first own notice that it goes on as something else."""
        return self._first(Kind.CONVERTED)

    def _first(self, kind: Kind) -> Notice | None:
        own = (notice for notice in self.notices if notice.is_own and notice.kind is kind)
        return next((notice for notice in own if notice.until is None or notice.until >= self.on), None)
