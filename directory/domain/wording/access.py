"""Access: what a description says that a place has, or lacks, for people who need it."""

import re
from typing import NamedTuple

from directory.domain.eligibility.criteria import Access, Criterion, Field, Test
from directory.domain.wording.reading import mentions, read


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    cues: tuple[str, ...]
    feature: Access
    is_lacking: bool


def _rule(pattern: str, feature: Access, *cues: str, is_lacking: bool = False) -> _Rule:
    return _Rule(re.compile(pattern, re.IGNORECASE), cues, feature, is_lacking)


_WHEELCHAIR = r"(?:wheel\s?chairs?|disabled)"
_NOT_TOILET = r"(?!\s+(?:(?:public|unisex|baby|and\s+\w+)\s+)?(?:toilets?|wcs?|loos?|washrooms?|changing))"
"""A toilet that wheelchairs get into says nothing of the way into the building."""
_NOT = r"\b(?:no|not|without|lacks?|isn['’]?t|aren['’]?t|un(?:suitable)|sorry,?\s+no|limited)\b[\w\s,'’/-]{0,24}?"

_RULES = (
    # What is lacking first: "no wheelchair access", "not accessible by wheelchair", "disabled access is not available"
    _rule(
        rf"{_NOT}\b{_WHEELCHAIR}[\s-]*(?:access|accessible|friendly|users|user)\b{_NOT_TOILET}",
        Access.WHEELCHAIR,
        "wheel",
        "disabled",
        "accessible",
        is_lacking=True,
    ),
    _rule(
        r"\bnot\s+(?:fully\s+|very\s+)?accessible\s+(?:to|by|for)\s+(?:people\s+in\s+"
        r"|those\s+in\s+)?(?:a\s+)?wheelchairs?\b",
        Access.WHEELCHAIR,
        "wheel",
        "disabled",
        "accessible",
        is_lacking=True,
    ),
    _rule(
        rf"\b{_WHEELCHAIR}\s+access\s+(?:is\s+)?(?:not|un)[\s-]*available\b|\binaccessible\s+to\s+wheelchairs?",
        Access.WHEELCHAIR,
        "wheel",
        "disabled",
        "accessible",
        is_lacking=True,
    ),
    # "up two flights and no lift", "steps to the entrance", "upstairs with no lift", "no step-free access"
    _rule(
        r"\b(?:no|without\s+a|not\s+have\s+a|there\s+is\s+no)\s+(?:working\s+)?lift\b"
        r"|\bup\s+(?:\w+\s+)?(?:flights?|steep\s+(?:stairs|steps))\b",
        Access.STEP_FREE,
        *("step", "lift", "flight", "stair", "steep", "ramp", "level", "ground floor", "one floor"),
        is_lacking=True,
    ),
    _rule(
        r"\b(?:no|not)\s+(?:\w+\s+){0,2}(?:step[\s-]?free|level\s+access|ramp)\b|\bonly\s+by\s+(?:stairs"
        r"|steps)\b|\bsteps\s+(?:up\s+)?to\s+the\s+(?:entrance|door|building)\b",
        Access.STEP_FREE,
        *("step", "lift", "flight", "stair", "steep", "ramp", "level", "ground floor", "one floor"),
        is_lacking=True,
    ),
    _rule(
        r"\b(?:no|without\s+an?|not\s+have\s+an?)\s+(?:fully\s+)?(?:wheel\s?chair[\s-]*)?(?:accessible|disabled|adapted|wheel\s?chair)\s+(?:toilets?|wcs?|loos?"
        r"|toilet\s+facilities)\b",
        Access.ACCESSIBLE_TOILET,
        "toilet",
        "wc",
        "loo",
        is_lacking=True,
    ),
    _rule(
        r"\b(?:no|without\s+an?|not\s+have\s+an?)\s+(?:induction\s+|hearing\s+)(?:loop|induction)",
        Access.HEARING_LOOP,
        "loop",
        is_lacking=True,
    ),
    # Then what is there: "wheelchair accessible", "suitable for wheelchair users", "wheelchair users welcome"
    _rule(
        rf"\bwheel\s?chair[\s-]*(?:access(?:ible)?|friendly|adapted)\b{_NOT_TOILET}|\b(?:access(?:ible)?|suitable|ramps?"
        r"|room|space)\s+(?:to|by|for|in)\s+(?:people\s+in\s+"
        r"|people\s+who\s+use\s+)?(?:a\s+)?wheel\s?chairs?\b"
        r"|\bwheel\s?chair\s+users?\s+(?:are\s+)?(?:very\s+)?welcome\b|\bdisabled\s+access\b(?!\s+to\s+(?:the\s+)?toilets?)"
        r"|\bfull(?:y)?\s+access(?:ible)?\s+for\s+(?:the\s+)?disabled\b|\bfully\s+accessible\b(?!\s+(?:toilets?|wcs?|loos?))",
        Access.WHEELCHAIR,
        "wheel",
        "disabled",
        "accessible",
    ),
    _rule(
        r"\bstep[\s-]?free\b|\blevel[\s-]access\b|\bramp(?:ed)?\s+(?:access|entrance|at|to|is)\b"
        r"|\bno\s+steps\b|\ball\s+on\s+(?:the\s+ground|one)\s+(?:floor|level)\b|\blift\s+access\b"
        r"|\baccessible\s+by\s+lift\b",
        Access.STEP_FREE,
        *("step", "lift", "flight", "stair", "steep", "ramp", "level", "ground floor", "one floor"),
    ),
    _rule(
        r"\b(?:hearing|induction)[\s-](?:induction\s+)?loops?\b|\bloop\s+system\b|\baudio\s+loop\b",
        Access.HEARING_LOOP,
        "loop",
    ),
    _rule(
        r"\bBSL\b|\bBritish\s+Sign\s+Language\b|\bsign\s+language\s+interpret|\bsigned\s+(?:performance"
        r"|session|tour)s?\b",
        Access.BSL,
        "bsl",
        "sign",
    ),
    _rule(
        r"\b(?:accessible|disabled|adapted|wheel\s?chair(?:[\s-]+access)?)\s+(?:toilets?|wcs?|loos?|toilet\s+facilities)\b"
        r"|\bchanging\s+places\s+toilet",
        Access.ACCESSIBLE_TOILET,
        "toilet",
        "wc",
        "loo",
    ),
    _rule(
        r"\bdementia[\s-](?:friendly|inclusive|aware)\b|\brelaxed\s+performances?\s+for\s+people\s+with"
        r"\s+dementia",
        Access.DEMENTIA_FRIENDLY,
        "dementia",
    ),
    _rule(
        r"\b(?:autism|asd|neurodivers\w+)[\s-]friendly\b|\bquiet\s+hours?\b|\b(?:autism"
        r"|sensory)[\s-]friendly\b",
        Access.AUTISM_FRIENDLY,
        "friendly",
        "quiet",
    ),
)


_CUES = tuple(dict.fromkeys(cue for rule in _RULES for cue in rule.cues))


def access_in(text: str) -> list[Criterion]:
    """What the place has (`Test.ACCEPTS`) and is said to lack (`Test.EXCLUDES`), one criterion for each feature."""
    lowered = text.lower()
    if not mentions(lowered, _CUES):
        return []
    found: dict[Access, Criterion] = {}
    for rule in _RULES:
        match = rule.pattern.search(text) if mentions(lowered, rule.cues) and rule.feature not in found else None
        if match:
            test = Test.EXCLUDES if rule.is_lacking else Test.ACCEPTS
            found[rule.feature] = read(Field.ACCESS, test, match[0], (rule.feature.value,))
    return list(found.values())
