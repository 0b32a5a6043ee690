"""Finds how far away it may be: "within 3 miles", "20 minutes' walk from", "5 mile radius"."""

import re

from directory.domain.messages import Message, say
from index.box.lists import Lists
from index.box.text import Remaining
from index.limits import LARGEST_WITHIN_M, SMALLEST_WITHIN_M

_MILE_M = 1_609.344
_METRES = {"mi": _MILE_M, "km": 1_000.0, "ki": 1_000.0, "k": 1_000.0, "m": 1.0, "me": 1.0}
_COUNTS = {"a": 1.0, "one": 1.0, "half": 0.5, "two": 2.0, "three": 3.0, "five": 5.0, "ten": 10.0}
_CUES = ("within", "less than", "up to", "no more than", "under", "mile", "km", "min", "radius", "walking")

_FROM = r"(?:\s+(?:of|from|around)\b)"
_RADIUS = re.compile(
    r"(?P<lead>\b(?:within|less than|up to|no more than|not more than|no further than|max|maximum|inside|under)\s+)?"
    r"(?:about\s+|around\s+|an?\s+)?"
    r"(?P<count>\b\d{1,4}(?:\.\d{1,3})?|\bhalf(?= an? )|\b(?:a|one|two|three|five|ten)(?= ))"
    r"(?:\s+an?)?[\s-]*"
    r"(?P<unit>minutes?|mins?|miles?|mi|km|kms|kilomet(?:re|er)s?|k|met(?:re|er)s?|m)\b['’]?"
    r"(?P<tail>\s+(?:walk|radius|away|drive|by car|by bus|bus ride|bus|on foot|walking))?"
    rf"(?P<of>{_FROM})?"
)
_WALKING = re.compile(rf"\b(?:in|within)\s+walking\s+distance{_FROM}?")


def take_radius(remaining: Remaining, lists: Lists) -> float | None:
    """Take out the first radius and answer it in metres, within the bounds that a search has."""
    if not any(cue in remaining.lower for cue in _CUES):
        return None
    for match in _RADIUS.finditer(remaining.lower):
        metres = _metres(match, lists) if _is_radius(match) else None
        if metres is not None:
            remaining.take(match.start(), match.end(), "within_m", _label(match))
            return min(max(metres, SMALLEST_WITHIN_M), LARGEST_WITHIN_M)
    walking = _WALKING.search(remaining.lower)
    if walking:
        remaining.take(*walking.span(), "within_m", say("within walking distance"))
        return lists.pace["walking_distance_m"]
    return None


def _is_radius(match: re.Match[str]) -> bool:
    """Whether it says how far away, and not how long or how far to go: "5k run" and "20 minute workout" do not."""
    lead, tail = (match["lead"] or "").strip(), (match["tail"] or "").strip()
    if match["unit"].startswith("min"):
        return lead == "within" or (bool(tail) and (bool(lead) or match["of"] is not None))
    if match["unit"] in ("m", "k") and not lead:
        return False
    return bool(lead) or tail in ("radius", "away") or (match["of"] is not None and match["of"].strip() != "around")


def _metres(match: re.Match[str], lists: Lists) -> float | None:
    count = _COUNTS.get(match["count"]) or float(match["count"] if match["count"][0].isdigit() else 0)
    if match["unit"].startswith("min"):
        tail = match["tail"] or ""
        way = "drive" if "drive" in tail or "car" in tail else "bus" if "bus" in tail else "walk"
        return count * lists.pace[way] or None
    return count * _METRES[match["unit"][:2]] or None


def _label(match: re.Match[str]) -> Message:
    """The distance as it was typed."""
    count = "half a" if match["count"] == "half" else match["count"]
    way = match["tail"] if match["unit"].startswith("min") else None
    return say("within {distance}", distance=" ".join((count, match["unit"], *(way or "").split())))
