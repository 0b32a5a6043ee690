"""The person a search is for, put together from what was chosen and what the sentence said. Nothing of it is kept."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from directory.domain.eligibility.criteria import Access, AgeRange, Route
from directory.domain.eligibility.person import DayPart, Gender, Person, Travel, Weekday
from directory.domain.errors import InvalidValue
from directory.domain.messages import say
from directory.domain.places import Place
from directory.domain.postcode import Postcode, part_of_postcode
from directory.geography import Gazetteer
from index.box import Box
from index.limits import OLDEST, SMALL_HOURS
from index.request import BadSearch, SearchRequest, typed

Choice = TypeVar("Choice", bound=StrEnum)

_AGE = re.compile(r"(?P<one>\d{1,3})(?:-(?P<to>\d{1,3})|(?P<up>\+))?", re.ASCII)
_YES = {"yes": True, "no": False}


def person_in(request: SearchRequest, box: Box, gazetteer: Gazetteer, at: datetime) -> Person:
    """The person of ``request``; what was chosen goes before what the sentence in ``box`` says.

    Raise `BadSearch` for a choice that is none. "Now" in the sentence is the weekday of ``at``.
    """
    asked = request.profile
    days = _several("on", asked.on, Weekday) or box.days
    parts = _several("at", asked.at, DayPart) or box.parts
    if box.now and not days and not parts:
        # Today, and in the small hours yesterday's late evening; whether it is open is said of each result.
        days = tuple({list(Weekday)[(at - timedelta(hours=hours)).weekday()]: None for hours in (0, SMALL_HOURS)})
    return Person(
        age=_age(typed("age", asked.age)) or box.age,
        gender=_one("gender", asked.gender, Gender) or box.gender,
        home=home_of(typed("home", asked.home), gazetteer),
        practice=typed("practice", asked.practice) or None,
        pcn=typed("pcn", asked.pcn) or None,
        icb=typed("icb", asked.icb) or None,
        languages=_texts("speaks", asked.speaks),
        access=_several("needs", asked.needs, Access) or box.access,
        conditions=_texts("condition", asked.condition),
        carer=_yes_or_no("carer", asked.carer),
        route=_one("route", asked.route, Route),
        travel=_one("travel", asked.travel, Travel),
        days=days,
        parts=parts,
        free=box.free is True if not asked.free else _yes_or_no("free", asked.free) is True,
    )


def to_sector(home: str) -> str:
    """``home`` cut to the sector of its postcode where it is a whole one: finer is nobody's business."""
    try:
        return Postcode.parse(home).sector
    except InvalidValue:
        return home


def home_of(home: str, gazetteer: Gazetteer) -> Place | None:
    """Where somebody lives, to the sector of their postcode; raise `BadSearch` where that is not known."""
    if not home:
        return None
    sector = to_sector(home)
    place = gazetteer.find(sector).place if part_of_postcode(sector) else None
    if place is None:
        raise BadSearch("home", say("Write the postcode they live at, or its first part, such as NE28 9."))
    return place


def _age(text: str) -> AgeRange | None:
    """``67``, ``60+`` or ``16-25``."""
    if not text:
        return None
    match = _AGE.fullmatch(text.replace(" ", ""))
    low = int(match["one"]) if match else OLDEST + 1
    high = None if match and match["up"] else int(match["to"] or low) if match else 0
    if low > OLDEST or (high is not None and not low <= high <= OLDEST):
        raise BadSearch("age", say("Write the age in years: 67, 60+ or 16-25."))
    return AgeRange(low, high)


def _yes_or_no(field: str, text: str) -> bool | None:
    if not text.strip():
        return None
    if text.strip().lower() not in _YES:
        raise BadSearch(field, say("Choose yes or no."))
    return _YES[text.strip().lower()]


def _one(field: str, text: str, choices: type[Choice]) -> Choice | None:
    chosen = _several(field, (text,), choices)
    return chosen[0] if chosen else None


def _several(field: str, texts: Sequence[str], choices: type[Choice]) -> tuple[Choice, ...]:
    try:
        return tuple(dict.fromkeys(choices(text) for text in _texts(field, texts)))
    except ValueError:
        known = ", ".join(choice.value for choice in choices)
        raise BadSearch(field, say("Choose out of these: {choices}.", choices=known)) from None


def _texts(field: str, texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(text for text in (typed(field, text) for text in texts) if text)
