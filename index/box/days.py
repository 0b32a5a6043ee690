"""Reads the days of the week in the box, alone and as spans, and tells a short name from the word that it also is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from directory.domain.messages import Message, say
from directory.domain.times.weekdays import WEEKDAYS
from index.box.lists import Lists
from index.box.said import Said
from index.box.text import Remaining

_WEEKDAYS, _WEEKEND = say("weekdays"), say("weekend")
_TO = re.compile(r"\s*(?:-|–|to|till|until|through|thru)\s*")
_JOINED = re.compile(r"\s*(?:,|&|/|\+|-|–|and|or|nor|to|till|until|thru)\s*")
_LEADS = frozenset(("on", "every", "each", "this", "next"))
PART_OF_DAY = re.compile(r" ?(?P<part>am|pm|nights?|eves?|mornings?|afternoons?|evenings?)\b")


class Stretch(NamedTuple):
    """Days or parts of the day by number, where they stand in the box, and what to call them."""

    start: int
    end: int
    field: str
    value: tuple[int, ...]
    label: Message


def read_days(remaining: Remaining, said: Sequence[Said], lists: Lists) -> list[Stretch]:
    """Each day and each span of days that ``said`` names, in the order of the box."""
    found: list[Stretch] = []
    days = [one for number, one in enumerate(said) if _is_day(remaining, said, number, lists)]
    for one, following in zip(days, [*days[1:], None], strict=False):
        if found and one.start < found[-1].end:
            continue
        if following and _is_span(remaining, one, following):
            first, past = one.value[0], following.value[0]
            span = tuple((first + step) % 7 for step in range((past - first) % 7 + 1))
            label = say("{first} to {last}", first=WEEKDAYS[first], last=WEEKDAYS[past])
            found.append(Stretch(one.start, following.end, "days", span, label))
        else:
            found.append(Stretch(one.start, one.end, "days", one.value, _label(one.value)))
    return found


def _is_span(remaining: Remaining, one: Said, other: Said) -> bool:
    return len(one.value) == len(other.value) == 1 and bool(_TO.fullmatch(remaining.lower, one.end, other.start))


def _is_day(remaining: Remaining, days: Sequence[Said], number: int, lists: Lists) -> bool:
    """Whether a word that may be short for a day is: "sun" is no day in "sun and sea"."""
    one, lower = days[number], remaining.lower
    if lower[one.start : one.end] not in lists.short_days:
        return True
    beside = (
        number > 0 and _JOINED.fullmatch(lower, days[number - 1].end, one.start),
        number + 1 < len(days) and _JOINED.fullmatch(lower, one.end, days[number + 1].start),
        PART_OF_DAY.match(lower, one.end),
    )
    before = lower[: one.start].split()
    is_led = bool(before) and before[-1] in _LEADS
    is_last = not lower[one.end :].strip(" .?!") and bool(before) and before[-1] not in ("the", "in")
    return any(beside) or is_led or is_last


def _label(days: tuple[int, ...]) -> Message:
    if len(days) == 1:
        return WEEKDAYS[days[0]]
    return _WEEKDAYS if days[0] == 0 else _WEEKEND
