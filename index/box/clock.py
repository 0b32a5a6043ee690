"""Reads hours in the box: "after 6pm", "10:30", and from when to when, "2-4pm" and "12 till 2"."""

import re
from collections.abc import Iterator
from datetime import time
from typing import NamedTuple

from directory.domain.eligibility.person import DayPart
from directory.domain.wording.ages import find_ages
from index.box.denial import find_denial

_PARTS = tuple(DayPart)
_HOUR = r"(?:[01]?\d|2[0-3])"
_MINUTES = r"[:.][0-5]\d"
_CLOCK = re.compile(
    rf"\b(?:(?P<how>after|from|before|by|until|at|around|about)\s+)?(?P<hour>{_HOUR})"
    rf"(?:(?:{_MINUTES})?\s?(?P<half>am|pm)|{_MINUTES})(?![\w:])"
)
_RANGE = re.compile(
    r"(?<![\w£$.:/-])(?P<how>(?:from|between|at|around|about)\s+)?"
    rf"(?P<hour>{_HOUR})(?P<minutes>{_MINUTES})?\s?(?P<half>am|pm)?"
    r"(?P<to>\s*(?:-|–|to|till|til|until|(?<=\s)and)\s*)"
    rf"(?P<past>{_HOUR})(?P<past_minutes>{_MINUTES})?(?:\s?(?P<past_half>am|pm)\b)?(?![\w£%:/-]|\.\d)"
)
# What numbers count that are no hours.
_COUNTED = re.compile(
    r"\s*(?:years?|yrs?|y/?o|months?|weeks?|days?|hours?|mins?|minutes|stone|miles?|km|people|members|times|players"
    r"|grades?|support|a side)\b"
)
_YOUNG = re.compile(
    r"\b(?:age[ds]?|child|kid|boy|girl|toddler|teen|youth|young|junior|bab(?:y|ies)|year|yr|pupil|key stage)"
)
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun|weekday|weekend|week|daily|every|each|morning|afternoon|evening|today|tomorrow)"
_DAY_BEFORE = re.compile(rf"\b{_DAY}\w*[\s,]+$")
_DAY_AFTER = re.compile(rf"[\s,]+(?:on\s+(?:an?\s+|the\s+)?)?{_DAY}")
_ENDS = re.compile(r"\s*(?:$|[,;.?!\ue000]|(?:on|in|at|near|for|with|every|each|daily)\b)")
_WAKING_HOURS = range(6, 24)
_LATE_EVENING = 10


class Hours(NamedTuple):
    """Parts of the day by number, none where hours are ruled out that a part of the day cannot say, and the words."""

    start: int
    end: int
    parts: tuple[int, ...]
    label: str


def read_ranges(lower: str, whole: str) -> Iterator[Hours]:
    """From when to when, as the part of the day it begins in; ``whole`` is the box before anything was taken out."""
    ages = [(found.start, found.end) for found in find_ages(lower)] if _RANGE.search(lower) else []
    for match in _RANGE.finditer(lower):
        if any(match.start("hour") < end and start < match.end() for start, end in ages):
            continue
        hour = _first_hour(match) if _is_hours(match, whole) else None
        if hour is not None and hour in _WAKING_HOURS:
            denial = find_denial(lower, *match.span())
            start, end = (denial.start, denial.end) if denial else match.span()
            yield Hours(start, end, () if denial else (_part(hour),), " ".join(match[0].split()))


def read_clocks(lower: str) -> Iterator[Hours]:
    """Single hours, and those after or before which it must be: "not before" is from then on."""
    for match in _CLOCK.finditer(lower):
        hour = int(match["hour"])
        if match["half"]:
            hour = hour % 12 + (12 if match["half"] == "pm" else 0)
        if hour not in _WAKING_HOURS:
            continue
        denial = find_denial(lower, *match.span())
        start, end = (denial.start, denial.end) if denial else match.span()
        parts = _denied_parts(match["how"], hour) if denial else _parts(match["how"], hour)
        yield Hours(start, end, parts, " ".join(lower[start:end].split()))


def _part(hour: int) -> int:
    return _PARTS.index(DayPart.of(time(hour)))


def _parts(how: str | None, hour: int) -> tuple[int, ...]:
    at = _part(hour)
    if how in ("after", "from"):
        return tuple(range(at, len(_PARTS)))
    return tuple(range(at + 1)) if how in ("before", "by", "until") else (at,)


def _denied_parts(how: str | None, hour: int) -> tuple[int, ...]:
    if how in ("after", "from"):
        return tuple(range(_part(hour - 1) + 1))
    return tuple(range(_part(hour), len(_PARTS))) if how in ("before", "by", "until") else ()


def _is_hours(match: re.Match[str], whole: str) -> bool:
    """Whether two numbers are hours for sure: without am, pm or minutes they may be ages, a score or a count."""
    if match["to"].strip() == "and" and (match["how"] or "").strip() != "between":
        return False
    if match["half"] or match["past_half"] or (match["minutes"] and match["past_minutes"]):
        return True
    first, past = int(match["hour"]), int(match["past"])
    if not (0 < first <= 12 and 0 < past <= 12) or first == past or match["minutes"] or match["past_minutes"]:
        return False
    if _COUNTED.match(whole, match.end()) or _YOUNG.search(whole):
        return False
    if _DAY_BEFORE.search(whole[: match.start()]) or _DAY_AFTER.match(whole, match.end()) or "til" in match["to"]:
        return True
    # Ages never go down.
    return first > past and (bool(match["how"]) or bool(_ENDS.match(match.string, match.end())))


def _first_hour(match: re.Match[str]) -> int:
    """The hour of the day at which a range begins, by its own half of the day, that of its end, or what is usual."""
    first, past = int(match["hour"]), int(match["past"])
    half = match["half"]
    if half is None and first <= 12:
        half = _half_by_end(first, past, match["past_half"]) or _usual_half(first, past, match.string)
    return first if half is None or first > 12 else first % 12 + (12 if half == "pm" else 0)


def _half_by_end(first: int, past: int, half: str | None) -> str | None:
    """That of the end, but for "11-1pm", which begins in the other."""
    if half is None or first % 12 < past % 12:
        return half
    return "am" if half == "pm" else "pm"


def _usual_half(first: int, past: int, lower: str) -> str:
    is_evening = 7 <= first < past <= _LATE_EVENING and first < 9 and "morning" not in lower
    return "pm" if first == 12 or first < 7 or is_evening else "am"
