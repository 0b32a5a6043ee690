"""Finds when it may be: days of the week, parts of the day, today and now."""

import re
from collections.abc import Sequence
from datetime import date, time
from typing import NamedTuple

from directory.domain.eligibility.person import DayPart, Weekday
from index.box.lists import WEEK, Lists
from index.box.said import Said, still
from index.box.text import Remaining

_PARTS = tuple(DayPart)
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TO = re.compile(r"\s*(?:-|–|to|till|until|through|thru)\s*")
_JOINED = re.compile(r"\s*(?:,|&|/|\+|-|–|and|or|to|till|until|thru)\s*")
_EXCEPT = re.compile(r"\b(?:any ?day )?(?:except|excluding|apart from|but not|not)(?: on| for)? $")
_PART_OF_DAY = re.compile(r" ?(?P<part>am|pm|nights?|eves?|mornings?|afternoons?|evenings?)\b")
_CLOCK = re.compile(
    r"\b(?:(?P<how>after|from|before|by|until|at|around|about)\s+)?(?P<hour>[01]?\d|2[0-3])"
    r"(?:(?:[:.][0-5]\d)?\s?(?P<half>am|pm)|[:.][0-5]\d)(?![\w:])"
)
# "Now" in the middle is how people tell a story: "now his memory has gone".
_AFTER_NOW = re.compile(r"[\W_]*(?:$|(?:in|near|around|at|for)\b|,)")
_WAKING_HOURS = range(6, 24)
_DIGIT = re.compile(r"\d")
_SPANS = {"morning": (0,), "afternoon": (1,), "evening": (2,), "daytime": (0, 1), "tonight": (2,)}


class When(NamedTuple):
    """Days and parts of the day, each once and in order, and whether it must be open now."""

    days: tuple[Weekday, ...]
    parts: tuple[DayPart, ...]
    now: bool


class WhenRule:
    """One reading of one box for days and times."""

    def __init__(self, remaining: Remaining, lists: Lists, today: date) -> None:
        self._remaining = remaining
        self._lists = lists
        self._today = today.weekday()
        self._days: set[int] = set()
        self._parts: set[int] = set()
        self._now = False

    def take(self, said: Sequence[Said]) -> When:
        """Take out every day and time."""
        self._take_days(still(self._remaining, said, "days"))
        for one in still(self._remaining, said, "times"):
            self._take_time(one)
        if _DIGIT.search(self._remaining.lower):
            for match in _CLOCK.finditer(self._remaining.lower):
                self._take_clock(match)
        days = tuple(WEEK[day] for day in sorted(self._days))
        return When(days, tuple(_PARTS[part] for part in sorted(self._parts)), self._now)

    def _take_days(self, days: Sequence[Said]) -> None:
        lower = self._remaining.lower
        skipped = None
        for number, one in enumerate(days):
            if one is skipped or not self._is_day(days, number):
                continue
            last = days[number + 1] if number + 1 < len(days) else None
            if last and len(one.value) == len(last.value) == 1 and _TO.fullmatch(lower, one.end, last.start):
                first, past = one.value[0], last.value[0]
                span = tuple((first + step) % 7 for step in range((past - first) % 7 + 1))
                self._take_day(one.start, last.end, span, f"{_NAMES[first]} to {_NAMES[past]}")
                skipped = last
            else:
                self._take_day(one.start, one.end, one.value, _label(one.value))

    def _is_day(self, days: Sequence[Said], number: int) -> bool:
        """Whether a word that may be short for a day is: "sun" is no day in "sun and sea"."""
        one, lower = days[number], self._remaining.lower
        if lower[one.start : one.end] not in self._lists.short_days:
            return True
        beside = (
            number > 0 and _JOINED.fullmatch(lower, days[number - 1].end, one.start),
            number + 1 < len(days) and _JOINED.fullmatch(lower, one.end, days[number + 1].start),
            _PART_OF_DAY.match(lower, one.end),
        )
        before = lower[: one.start].split()
        is_led = bool(before) and before[-1] in ("on", "every", "each", "this", "next")
        is_last = not lower[one.end :].strip(" .?!") and bool(before) and before[-1] not in ("the", "in")
        return any(beside) or is_led or is_last

    def _take_day(self, start: int, end: int, days: tuple[int, ...], label: str) -> None:
        without = _EXCEPT.search(self._remaining.lower, 0, start)
        if without:
            start, label = without.start(), f"not {label}"
            self._days |= set(range(7)) - set(days)
        else:
            self._days |= set(days)
        self._remaining.take(self._led(start), end, "days", label)
        part = _PART_OF_DAY.match(self._remaining.lower, end)
        if part and part["part"][:2] in ("am", "pm", "ni", "ev"):
            which = {"am": 0, "pm": 1}.get(part["part"], 2)
            self._parts.add(which)
            self._remaining.take(part.start("part"), part.end(), "parts", _PARTS[which].value)

    def _take_time(self, one: Said) -> None:
        start = self._led(one.start)
        is_this = "this" in self._remaining.lower[start : one.start].split()
        self._parts.update(_SPANS.get(one.value, ()))
        if one.value == "now":
            if one.end - one.start == 3 and not _AFTER_NOW.match(self._remaining.lower, one.end):
                return
            self._now = True
            self._remaining.take(start, one.end, "now", "open now")
        elif one.value in ("today", "tonight", "tomorrow"):
            self._days.add((self._today + (one.value == "tomorrow")) % 7)
            self._remaining.take(start, one.end, "days", one.value)
        elif is_this:
            self._days.add(self._today)
            self._remaining.take(start, one.end, "days", f"this {one.value}")
        else:
            self._remaining.take(start, one.end, "parts", one.value)

    def _take_clock(self, match: re.Match[str]) -> None:
        hour = int(match["hour"])
        if match["half"]:
            hour = hour % 12 + (12 if match["half"] == "pm" else 0)
        if hour not in _WAKING_HOURS:
            return
        at = _PARTS.index(DayPart.of(time(hour)))
        if match["how"] in ("after", "from"):
            self._parts.update(range(at, len(_PARTS)))
        elif match["how"] in ("before", "by", "until"):
            self._parts.update(range(at + 1))
        else:
            self._parts.add(at)
        self._remaining.take(self._led(match.start()), match.end(), "parts", " ".join(match[0].split()))

    def _led(self, start: int) -> int:
        return self._remaining.extended(start, self._lists.loose_when)


def take_when(remaining: Remaining, said: Sequence[Said], lists: Lists, today: date) -> When:
    """Take out days and times; ``today`` is what "tonight" and "tomorrow" count from."""
    return WhenRule(remaining, lists, today).take(said)


def _label(days: tuple[int, ...]) -> str:
    if len(days) == 1:
        return _NAMES[days[0]]
    return "weekdays" if days[0] == 0 else "weekend"
