"""Age limits in running text: the ranges a service states for those who may come, and nothing else with a number."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from directory.domain.eligibility.criteria import AgeRange
from directory.domain.wording.age_bearing import as_told
from directory.domain.wording.age_limits import LIMITS
from directory.domain.wording.age_ranges import CONTINUATION, RANGES
from directory.domain.wording.age_rules import AgeRule, Kind
from directory.domain.wording.age_traps import is_trap
from directory.domain.wording.numbers import number, plain_dashes
from directory.domain.wording.reading import mentions

_DIGITS = re.compile(r"\d+")
_LONGEST = 2
"""No age has more digits."""
_WORDS = re.compile(
    r"\b(?=[befnostz])(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fourt|fort"
    r"|fift|sixt|sevent|eight|ninet|twent|zero|nought|birth)"
)
"""Numbers in lower-case words, by how they begin."""
_WORD_CUES = (
    *("aged", " age ", "ages ", " old", "-old", " year", " yr", "birth", "a half", "until", "above", "below"),
    *("over", "under", " plus", "-plus"),
)
"""Only a text with one of these may state a limit in number words."""

_RULES = tuple((rule, frozenset(rule.cues)) for rule in (*RANGES, *LIMITS))
_CUES = frozenset[str]().union(*(cues for _, cues in _RULES))
"""Many rules share a cue: each is looked for once in a stretch of text, and not once for every rule."""

_REACH_BEFORE = 56
_REACH_AFTER = 64
"""How far from its number, in characters, the wording of a limit may begin and end."""


_Bearing = Callable[[Kind, AgeRange, re.Match[str]], AgeRange | None]
"""The ages of those who may come, by what the words around a stated age say; `as_told` is the one for descriptions."""


class AgesFound(NamedTuple):
    """An age limit, and where in the text it stands: ``words`` is ``text[start:end]``."""

    start: int
    end: int
    ages: AgeRange
    words: str


def find_ages(text: str) -> list[AgesFound]:
    """Every age limit that ``text`` states for those who may come, in its order; the same may come more than once."""
    return _find(text, as_told)


def stated_ages(text: str) -> list[AgesFound]:
    """Every age that ``text`` states as a limit, of whomever it is told: a search for "free for over 60s" names one,
    where a description that says it only names a price."""
    return _find(text, lambda _kind, ages, _match: ages)


def _find(text: str, bearing: _Bearing) -> list[AgesFound]:
    plain = plain_dashes(text)
    lowered = plain.lower()
    found: list[AgesFound] = []
    taken: list[tuple[int, int]] = []
    for start, end in _regions(lowered):
        near = lowered[start:end]
        seen = {cue for cue in _CUES if cue in near}
        for rule, cues in _RULES:
            if not cues.isdisjoint(seen):
                found.extend(_by(rule, plain, start, end, taken, bearing))
    return sorted(one._replace(words=text[one.start : one.end]) for one in found)


def _regions(text: str) -> Iterator[tuple[int, int]]:
    """The parts of the text around numbers, with those that touch joined."""
    start, end = 0, -1
    numbers = [match for match in _DIGITS.finditer(text) if len(match[0]) <= _LONGEST]
    numbers += _WORDS.finditer(text) if mentions(text, _WORD_CUES) else ()
    for match in sorted(numbers, key=re.Match.start):
        begin = max(0, match.start() - _REACH_BEFORE)
        if begin > end:
            if end >= 0:
                yield start, end
            start = begin
        end = min(len(text), match.end() + _REACH_AFTER)
    if end >= 0:
        yield start, end


def _by(
    rule: AgeRule, text: str, start: int, end: int, taken: list[tuple[int, int]], bearing: _Bearing
) -> Iterator[AgesFound]:
    """What one rule finds; ``taken`` gets the places of what is read, also where it turns out to be no limit."""
    for match in rule.pattern.finditer(text, start, end):
        if any(match.start() < last and first < match.end() for first, last in taken):
            continue
        stated = _ages(rule.kind, match)
        if stated is None or is_trap(rule, match):
            continue
        taken.append(match.span())
        ages = bearing(rule.kind, stated, match)
        if ages is None:
            continue
        yield _found(match, ages)
        if rule.kind is Kind.RANGE:
            for further in _continued(text, match.end(), end):
                taken.append((further.start, further.end))
                yield further


def _continued(text: str, start: int, end: int) -> Iterator[AgesFound]:
    """The further ranges of a list: "aged 4-11, 12-17 and 16-25" has three."""
    while match := CONTINUATION.match(text, start, end):
        ages = _ages(Kind.RANGE, match)
        if ages is None:
            return
        yield _found(match, ages)
        start = match.end()


def _found(match: re.Match[str], ages: AgeRange) -> AgesFound:
    return AgesFound(match.start(), match.end(), ages, match[0])


def _ages(kind: Kind, match: re.Match[str]) -> AgeRange | None:
    """The range that a match means, or None when its numbers cannot be ages."""
    groups = match.groupdict()
    low = _years(groups.get("low"), groups.get("low_unit"))
    high = _years(groups.get("high"), groups.get("high_unit"))
    ages = {
        Kind.RANGE: AgeRange(low, high),
        Kind.FROM: AgeRange(low, None),
        Kind.TO: AgeRange(None, high),
        Kind.BELOW: AgeRange(None, high - 1 if high else None),
        Kind.OVER_AND_UNDER: AgeRange(low, high - 1 if high else None),
        Kind.EXACTLY: AgeRange(low, low),
    }[kind]
    if ages.minimum is None and ages.maximum is None:
        return None
    if ages.minimum is not None and ages.maximum is not None and ages.minimum > ages.maximum:
        return None
    return ages


def _years(words: str | None, unit: str | None) -> int | None:
    """Whole years of a number and its unit; a birth is nought, and a fraction of a year is dropped."""
    if words is None:
        return None
    if words.lower().replace("-", "") in {"birth", "newborn", "new born", "babies"}:
        return 0
    value = number(words)
    small = (unit or "").strip().lower()
    if small.startswith("m"):
        return value // 12
    return value // 52 if small.startswith("w") else value
