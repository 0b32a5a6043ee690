"""Strong Kleene logic: what follows when some answers are not known."""

from collections.abc import Iterable
from enum import IntEnum


class Truth(IntEnum):
    """No, unknown or yes, in that order: "and" is the least of its parts, "or" the greatest."""

    NO = 0
    UNKNOWN = 1
    YES = 2

    @property
    def word(self) -> str:
        """``yes``, ``no`` or ``unknown``."""
        return self.name.lower()


def all_of(parts: Iterable[Truth]) -> Truth:
    """No if any part is no, else unknown if any is unknown, else yes; of nothing, yes."""
    return min(parts, default=Truth.YES)


def any_of(parts: Iterable[Truth]) -> Truth:
    """Yes if any part is yes, else unknown if any is unknown, else no; of nothing, no."""
    return max(parts, default=Truth.NO)


def negated(part: Truth) -> Truth:
    """No for yes, yes for no; unknown stays unknown."""
    return Truth(Truth.YES - part)
