"""Access: what a description says that a place has, or lacks, for people who need it."""

import re
from enum import Enum
from typing import NamedTuple

from directory.domain.eligibility.criteria import Access, Criterion, Field, Test
from directory.domain.wording.access_denial import Said, said_of
from directory.domain.wording.reading import mentions, read


class _Named(Enum):
    """What follows where a feature is named, and the sentence does not deny it."""

    HAS = "it is there"
    LACKS = "it is lacking, in words that say so themselves"
    NOTHING = "too little to say that it is there"


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    cues: tuple[str, ...]
    feature: Access
    named: _Named


def _rule(pattern: str, feature: Access, *cues: str, named: _Named = _Named.HAS) -> _Rule:
    return _Rule(re.compile(pattern, re.IGNORECASE), cues, feature, named)


_WHEELCHAIR = r"(?:wheel\s?chairs?|disabled)"
_NOT_TOILET = r"(?!\s+(?:(?:public|unisex|baby|and\s+\w+)\s+)?(?:toilets?|wcs?|loos?|washrooms?|changing))"
"""A toilet that wheelchairs get into says nothing of the way into the building."""
_WHEELCHAIR_CUES = ("wheel", "disabled", "accessible")
_STEP_CUES = ("step", "lift", "flight", "stair", "steep", "ramp", "level", "ground floor", "one floor")

_RULES = (
    # What says itself that it is lacking: "up two flights", "steps to the entrance", "inaccessible to wheelchairs"
    _rule(
        rf"\b(?:inaccessible|unsuitable)\s+(?:to|for|by|in)\s+(?:people\s+in\s+)?(?:a\s+)?{_WHEELCHAIR}",
        Access.WHEELCHAIR,
        *_WHEELCHAIR_CUES,
        named=_Named.LACKS,
    ),
    _rule(
        r"\bup\s+(?:\w+\s+)?(?:flights?|steep\s+(?:stairs|steps))\b|\bonly\s+by\s+(?:stairs|steps)\b"
        r"|(?<!no\s)\bsteps\s+(?:up\s+)?to\s+the\s+(?:entrance|door|building)\b",
        Access.STEP_FREE,
        *_STEP_CUES,
        named=_Named.LACKS,
    ),
    # What tells only where it is denied: "no lift", "a ramp is not available", "disabled users cannot come"
    _rule(
        r"(?<!not\s)(?<!cannot\s)(?<!to\s)(?<!n['’]t\s)\blift\b(?!\s+(?:home|there|shar|heavy|to\s+(?!the\s+(?:\w+\s+)?floors?)))|\bramp\b",
        Access.STEP_FREE,
        *_STEP_CUES,
        named=_Named.NOTHING,
    ),
    _rule(
        rf"\b{_WHEELCHAIR}[\s-]*(?:access|accessible|friendly|users?)\b{_NOT_TOILET}",
        Access.WHEELCHAIR,
        *_WHEELCHAIR_CUES,
        named=_Named.NOTHING,
    ),
    # Then what is there: "wheelchair accessible", "suitable for wheelchair users", "wheelchair users welcome"
    _rule(
        rf"\bwheel\s?chair[\s-]*(?:access(?:ible)?|friendly|adapted)\b{_NOT_TOILET}|\b(?:access(?:ible)?|suitable|ramps?"
        r"|room|space)\s+(?:to|by|for|in)\s+(?:people\s+in\s+"
        r"|people\s+who\s+use\s+)?(?:a\s+)?wheel\s?chairs?\b"
        r"|\bwheel\s?chair\s+users?\s+(?:are\s+)?(?:very\s+)?welcome\b|\bdisabled\s+access\b(?!\s+to\s+(?:the\s+)?toilets?)(?!\s+(?:toilets?|wcs?|loos?)\b)"
        r"|\bfull(?:y)?\s+access(?:ible)?\s+for\s+(?:the\s+)?disabled\b|\bfully\s+accessible\b(?!\s+(?:toilets?|wcs?|loos?))",
        Access.WHEELCHAIR,
        *_WHEELCHAIR_CUES,
    ),
    _rule(
        r"\bstep[\s-]?free\b|\blevel[\s-]access\b|\bramp(?:ed)?\s+(?:access|entrance|at|to|is)\b"
        r"|\bno\s+steps\b|\ball\s+on\s+(?:the\s+ground|one)\s+(?:floor|level)\b|\blift\s+access\b"
        r"|\baccessible\s+by\s+lift\b",
        Access.STEP_FREE,
        *_STEP_CUES,
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
        r"\b(?:accessible|disabled|adapted|wheel\s?chair)(?:[\s-]+access(?:ible)?)?\s+(?:toilets?|wcs?|loos?|toilet\s+facilities)\b"
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
    had: dict[Access, Criterion] = {}
    lacking: dict[Access, Criterion] = {}
    for rule in _RULES:
        for match in rule.pattern.finditer(text) if mentions(lowered, rule.cues) else ():
            said = _verdict(rule.named, said_of(match))
            if said is Said.LACKING:
                lacking.setdefault(rule.feature, read(Field.ACCESS, Test.EXCLUDES, match[0], (rule.feature.value,)))
            elif said is Said.THERE:
                had.setdefault(rule.feature, read(Field.ACCESS, Test.ACCEPTS, match[0], (rule.feature.value,)))
    return [*lacking.values(), *(criterion for feature, criterion in had.items() if feature not in lacking)]


def _verdict(named: _Named, said: Said) -> Said:
    if named is _Named.HAS:
        return said
    if named is _Named.LACKS:
        return Said.LACKING if said is Said.THERE else Said.OPEN
    return said if said is Said.LACKING else Said.OPEN
