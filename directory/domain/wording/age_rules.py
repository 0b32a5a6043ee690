"""What a wording of an age limit is: a pattern, what its numbers mean, and how sure it is."""

import re
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What the numbers of a wording mean."""

    RANGE = "range"
    FROM = "from"
    TO = "to"
    BELOW = "below"
    """Under 25: the highest age is 24."""
    OVER_AND_UNDER = "over and under"
    EXACTLY = "exactly"


class AgeRule(NamedTuple):
    """One wording. ``cues`` are bits of which one must be near; ``is_sure`` says that no trap needs to be looked for
    in the words around it, because it says "age" or "old" itself."""

    pattern: re.Pattern[str]
    kind: Kind
    cues: tuple[str, ...]
    is_sure: bool


def rule(pattern: str, kind: Kind, *cues: str, sure: bool = True) -> AgeRule:
    """A row of a table; ``cues`` are as `AgeRule` has them."""
    return AgeRule(re.compile(pattern, re.IGNORECASE), kind, cues, sure)
