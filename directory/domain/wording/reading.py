"""What the readers of a description share: criteria on the word of the text, and how strongly a phrase is put."""

import re

from directory.domain.eligibility.criteria import Criterion, Field, SaidBy, Strength, Test

_PREFERS = re.compile(
    r"\b(?:priorit(?:y|ies|ise[sd]?|ising)|prefer(?:ence|ably|red)?|mainly|mostly|primarily|principally|particularly"
    r"|especially|in\s+particular|aimed\s+at|targeted\s+at|but\s+not\s+(?:limited|restricted|exclusively))\b",
    re.IGNORECASE,
)
_WELCOMES = re.compile(r"\b(?:including|such\s+as|also\s+(?:open\s+to|welcomes?|for)|as\s+well\s+as)\b", re.IGNORECASE)
_WELCOME_AFTER = re.compile(
    r"\s*(?:(?:are|is)\s+)?(?:(?:all|also|always|very|most|especially|particularly)\s+)*welcomed?\b", re.IGNORECASE
)
_CLAUSE_START = re.compile(r"[.;:!?\n(]")
_LOOKED_BACK = 48
"""How many characters before a phrase may say how strongly it is meant."""


def mentions(lowered: str, words: tuple[str, ...]) -> bool:
    """Whether any of ``words`` is somewhere in ``lowered``: the cheap question before the dear ones."""
    for word in words:  # noqa: SIM110 - a generator would double the time of this innermost loop
        if word in lowered:
            return True
    return False


def before(text: str, start: int, length: int = _LOOKED_BACK) -> str:
    """What stands before ``start`` in the same clause, at most ``length`` characters of it."""
    head = text[max(0, start - length) : start]
    return _CLAUSE_START.split(head)[-1]


def strength_at(text: str, start: int, end: int) -> Strength:
    """How strongly the phrase ``text[start:end]`` is put, by the words around it; "must" unless they soften it."""
    words = before(text, start)
    if _PREFERS.search(words):
        return Strength.PREFERS
    is_welcomed = _WELCOMES.search(words) or _WELCOME_AFTER.match(text, end)
    return Strength.WELCOMES if is_welcomed else Strength.MUST


def read(
    field: Field,
    test: Test,
    span: str,
    values: tuple[str, ...] = (),
    *,
    strength: Strength = Strength.MUST,
    amount: float | None = None,
    note: str | None = None,
) -> Criterion:
    """A criterion on the word of the description, with ``span`` the wording it was read from."""
    return Criterion(
        field=field, test=test, values=values, strength=strength, amount=amount, note=note,
        said_by=SaidBy.TEXT, span=span,
    )  # fmt: skip
