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
_NEW_THOUGHT = re.compile(
    # "We do not charge, drop in", "it is not far and you can refer yourself"
    r"[,–—]|\s-\s|\b(?:but|so|because|however|although|though|unless)\b"
    r"|\band\s+(?=(?:we|you|they|it|people|anyone|anybody|everyone|can|just|simply|please|then|is|are)\b)",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(
    # "why not drop in", "don't forget to bring", "not only for carers", "no need to book just turn up"
    r"\bwhy\s+not\b|(?:\bnot|n['’]t)\s+(?:hesitate|forget|be\s+(?:shy|afraid)|worry|only|merely|solely|exclusively)\b"
    r"|(?:\bnot|n['’]t)\s+just(?=\s+(?:for|to|in|an?|the|those|people|supports?|helps?|help)\b)|\bor\s+not\b|\bno\s+(?:matter|doubt|problem|charge|cost|fee)\b|\bnot[\s-]for[\s-]profit"
    r"|\bno\s+need\s+to\s+(?:book|be\s+referred|register|phone|call|ring|make\s+an\s+appointment)\b"
    r"|\bno\s+(?:appointments?|bookings?|referrals?)\s+(?:(?:is|are)\s+)?(?:needed|necessary|required)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"(?:\b(?:no|not|never|neither|nor|without|cannot|dont|cant|nobody|unable|stopped|ceased)\b|n['’]t\b)",
    re.IGNORECASE,
)
_REACHES = re.compile(r"\s*(?:[\w'’“\"/-]+\s+){0,6}[“\"'‘]?$")
_DENIAL_AFTER = re.compile(
    # "is not accepted", "sessions are no longer available", "has been suspended"
    r"(?:\s+(?!and\b|or\b|if\b|book|appoint|referr|charge)\w+){0,2}?\s*(?:(?:\b(?:not|never|no\s+longer|cannot)|n['’]t)\s+(?:(?:be|been|being"
    r"|currently|now|yet|always|usually|normally|generally)\s+)*(?:available|possible|accept\w*|offer\w*|run(?:ning)?"
    r"|taken|tak(?:e|ing)\s+place|permitted|allowed|operating|provided|held|considered|open|needed|required|necessary"
    r"|essential)\b|\b(?:is|are|been|currently|now)\s+(?:suspended|cancelled|closed|unavailable|paused|discontinued"
    r"|ended|stopped|unnecessary)\b)",
    re.IGNORECASE,
)
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


def is_denied(text: str, start: int, end: int) -> bool:
    """Whether the clause around ``text[start:end]`` says that it is not so, before it ("we do not take …") or after it
    ("… is not available"). What is denied twice is not denied: "we cannot see you without …"."""
    words = _NEW_THOUGHT.split(before(text, start))[-1]
    begun = words + text[start : min(end, start + 9)]
    excused = _NO_DENIAL.sub(lambda match: " " * len(match[0]), begun)[: len(words)]
    denials = [match for match in _DENIAL.finditer(excused) if _REACHES.match(excused, match.end())]
    return len(denials) % 2 == 1 or _DENIAL_AFTER.match(text, end) is not None


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
