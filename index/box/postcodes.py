"""Finds a postcode in the box, whole or its first half, and tells NE28 from vitamin B12."""

import re
from typing import NamedTuple

from directory.domain.messages import say
from directory.domain.places import Place
from directory.geography import Gazetteer
from index.box.denial import find_denial
from index.box.lists import Lists
from index.box.text import Remaining

_OUTCODE = r"[a-z]{1,2}[0-9](?:[0-9]|[a-z])?"
_DIGIT = re.compile(r"\d")
_WHOLE = re.compile(rf"(?<![a-z0-9])(?P<out>{_OUTCODE})\s*(?P<in>[0-9][abd-hjlnp-uw-z]{{2}})(?![a-z0-9])")
# A digit after it is a sector only where nothing follows that it could belong to.
_PART = re.compile(
    rf"(?<![a-z0-9£$@#.'’-])(?P<out>{_OUTCODE})(?P<sector> [0-9](?=\s*(?:$|[,;?!])))?(?![a-z0-9'’%]|-[a-z0-9])"
)
_AREA = re.compile(r" (?:area|postcode|district)\b")


class Found(NamedTuple):
    """A place, and the words that stood for it."""

    place: Place
    words: str


def take_postcode(remaining: Remaining, gazetteer: Gazetteer, lists: Lists) -> Found | None:
    """Take out the first postcode or part of one that has a place."""
    if _DIGIT.search(remaining.lower) is None:
        return None
    for match in (*_WHOLE.finditer(remaining.lower), *_PART.finditer(remaining.lower)):
        denial = find_denial(remaining.lower, *match.span())
        if denial and not denial.only and gazetteer.find(match["out"]).place:
            remaining.drop(denial.start, denial.end)
    for match in _WHOLE.finditer(remaining.lower):
        place = gazetteer.find(f"{match['out']} {match['in']}").place or gazetteer.find(match["out"]).place
        if place:
            return _taken(remaining, lists, match, place)
    tried: set[str] = set()
    candidates = [(match, _stands_alone(remaining, lists, match)) for match in _PART.finditer(remaining.lower)]
    for match, alone in sorted(candidates, key=lambda one: one[1]):
        if match["out"] in tried or (alone and match["out"] in lists.not_outcodes):
            continue
        tried.add(match["out"])
        place = gazetteer.find(match[0]).place or gazetteer.find(match["out"]).place
        if place:
            return _taken(remaining, lists, match, place)
    return None


def before_place(remaining: Remaining, start: int, lists: Lists) -> int:
    """Where the words begin that lead to a place: "who live in" and "close to", but of "talk to in" only "in"."""
    led = remaining.extended(start, lists.prepositions | {"the"})
    return remaining.extended(led, lists.led) if led < start else remaining.extended(start, lists.before)


def _stands_alone(remaining: Remaining, lists: Lists, match: re.Match[str]) -> bool:
    """Whether no preposition says that it is a place."""
    start = match.start()
    if remaining.extended(start, lists.prepositions) < start:
        return False
    before = remaining.lower[:start].rstrip(" ")
    return not (before and remaining.is_gap(len(before) - 1))


def _taken(remaining: Remaining, lists: Lists, match: re.Match[str], place: Place) -> Found:
    words = remaining.text[match.start() : match.end()]
    area = _AREA.match(remaining.lower, match.end())
    start = before_place(remaining, match.start(), lists)
    remaining.take(start, area.end() if area else match.end(), "place", say("near {place}", place=place.label))
    return Found(place, words)
