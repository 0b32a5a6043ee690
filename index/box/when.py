"""Finds when it may be: days of the week, parts of the day, today and now, and what of them is ruled out."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from directory.domain.eligibility.person import DayPart, Weekday
from directory.domain.messages import either, say
from index.box.clock import Hours, read_clocks, read_ranges
from index.box.days import PART_OF_DAY, Stretch, read_days
from index.box.denial import Denial, find_denial
from index.box.lists import WEEK, Lists
from index.box.said import Said, still
from index.box.text import Remaining

_PARTS = tuple(DayPart)
# "Now" in the middle is how people tell a story: "now his memory has gone".
_AFTER_NOW = re.compile(r"[\W_]*(?:$|(?:in|near|around|at|for)\b|,)")
_DIGIT = re.compile(r"\d")
_SPANS = {"morning": (0,), "afternoon": (1,), "evening": (2,), "daytime": (0, 1), "tonight": (2,)}
_TIMES = {
    "morning": say("morning"),
    "afternoon": say("afternoon"),
    "evening": say("evening"),
    "daytime": say("daytime"),
    "today": say("today"),
    "tonight": say("tonight"),
    "tomorrow": say("tomorrow"),
    "now": say("now"),
}
_THESE = {
    "morning": say("this morning"),
    "afternoon": say("this afternoon"),
    "evening": say("this evening"),
    "daytime": say("this daytime"),
}
_LEAD = r"(?:not\s+|no\s+)?(?:(?:on|at|in|the|any|every)\s+)*"
_OR = re.compile(rf"\s*(?:,\s*)?(?:or\b|nor\b|and\b|&|/|\+)\s*{_LEAD}")
_COMMA = re.compile(rf"\s*,\s*{_LEAD}")


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
        self._meant: dict[str, set[int]] = {"days": set(), "parts": set()}
        self._denied: dict[str, set[int]] = {"days": set(), "parts": set()}
        self._now = False

    def take(self, said: Sequence[Said]) -> When:
        """Take out every day and time."""
        self._take_denied(self._deniable(said))
        for day in read_days(self._remaining, still(self._remaining, said, "days"), self._lists):
            self._take_day(day)
        for one in still(self._remaining, said, "times"):
            self._take_time(one)
        if _DIGIT.search(self._remaining.lower):
            for hours in [*read_ranges(self._remaining.lower, self._remaining.whole)]:
                self._take_hours(hours)
            for hours in [*read_clocks(self._remaining.lower)]:
                self._take_hours(hours)
        days, parts = self._numbers("days", 7), self._numbers("parts", len(_PARTS))
        return When(tuple(WEEK[day] for day in days), tuple(_PARTS[part] for part in parts), self._now)

    def _numbers(self, field: str, count: int) -> list[int]:
        """What is meant, or all where only something is ruled out, but for what is ruled out."""
        denied = self._denied[field]
        meant = self._meant[field] or (set(range(count)) if denied else set())
        return sorted(meant - denied)

    def _deniable(self, said: Sequence[Said]) -> list[Stretch]:
        """The days and parts of the day in the order of the box, those that make one time together as one."""
        found = read_days(self._remaining, still(self._remaining, said, "days"), self._lists)
        for one in still(self._remaining, said, "times"):
            if one.value in ("today", "tonight", "tomorrow"):
                day = (self._today + (one.value == "tomorrow")) % 7
                found.append(Stretch(one.start, one.end, "days", (day,), _TIMES[one.value]))
            else:
                found.append(Stretch(one.start, one.end, "parts", _SPANS.get(one.value, ()), _TIMES[one.value]))
        joined: list[Stretch] = []
        for stretch in sorted(found):
            if (
                joined
                and joined[-1].field == "days"
                and stretch.field == "parts"
                and self._is_beside(joined[-1], stretch)
            ):
                joined[-1] = _smaller(joined[-1], stretch)
            else:
                joined.append(self._with_half(stretch))
        return joined

    def _is_beside(self, one: Stretch, other: Stretch) -> bool:
        return not self._remaining.lower[one.end : other.start].strip()

    def _with_half(self, day: Stretch) -> Stretch:
        """A day with the "pm" or "night" behind it, which is no listed phrase."""
        half = PART_OF_DAY.match(self._remaining.lower, day.end) if day.field == "days" else None
        if half is None or half["part"][:2] not in ("am", "pm", "ni", "ev") or half["part"].startswith("evening"):
            return day
        part = _part_of(half["part"])
        return _smaller(day, Stretch(half.start("part"), half.end(), "parts", (part,), _TIMES[_PARTS[part].value]))

    def _take_denied(self, stretches: list[Stretch]) -> None:
        past = 0
        for number, stretch in enumerate(stretches):
            denial = find_denial(self._remaining.lower, stretch.start, stretch.end) if stretch.start >= past else None
            if denial:
                past = self._deny(denial, self._list_from(stretches[number:]))

    def _list_from(self, stretches: list[Stretch]) -> list[Stretch]:
        """Those that one denial rules out: "not Mondays, Fridays or evenings", but of "not mornings, evenings" one."""
        count, commas = 1, 0
        for one, other in pairwise(stretches):
            if _OR.fullmatch(self._remaining.lower, one.end, other.start):
                count, commas = count + commas + 1, 0
            elif one.field == other.field and _COMMA.fullmatch(self._remaining.lower, one.end, other.start):
                count, commas = (count + 1, 0) if one.field == "days" else (count, commas + 1)
            else:
                break
        return stretches[:count]

    def _deny(self, denial: Denial, stretches: list[Stretch]) -> int:
        """Rule out a list of times, with a chip for the days and one for the parts, and answer where it ends."""
        last = find_denial(self._remaining.lower, stretches[-1].start, stretches[-1].end)
        end = max(denial.end, last.end if last else 0, stretches[-1].end)
        if denial.only or not all(stretch.value for stretch in stretches):
            self._remaining.drop(denial.start, end)
            return end
        groups: list[list[Stretch]] = []
        for stretch in stretches:
            self._denied[stretch.field].update(stretch.value)
            if groups and groups[-1][0].field == stretch.field:
                groups[-1].append(stretch)
            else:
                groups.append([stretch])
        # Each chip leaves the "not" to the others.
        starts = [group[0].start for group in groups]
        for number, group in enumerate(groups):
            begin = starts[number] if number + 1 < len(groups) else groups[number - 1][-1].end
            begin, stop = (denial.start, end) if len(groups) == 1 else (begin, [*starts, end][number + 1])
            label = say("not {times}", times=either(one.label for one in group))
            self._remaining.take(begin, stop, group[0].field, label)
        self._remaining.drop(denial.start, end)
        return end

    def _take_day(self, day: Stretch) -> None:
        self._meant["days"] |= set(day.value)
        self._remaining.take(self._led(day.start), day.end, "days", day.label)
        part = PART_OF_DAY.match(self._remaining.lower, day.end)
        if part and part["part"][:2] in ("am", "pm", "ni", "ev"):
            which = _part_of(part["part"])
            self._meant["parts"].add(which)
            self._remaining.take(part.start("part"), part.end(), "parts", _TIMES[_PARTS[which].value])

    def _take_time(self, one: Said) -> None:
        start = self._led(one.start)
        is_this = "this" in self._remaining.lower[start : one.start].split()
        self._meant["parts"].update(_SPANS.get(one.value, ()))
        if one.value == "now":
            if one.end - one.start == 3 and not _AFTER_NOW.match(self._remaining.lower, one.end):
                return
            self._now = True
            self._remaining.take(start, one.end, "now", say("open now"))
        elif one.value in ("today", "tonight", "tomorrow"):
            self._meant["days"].add((self._today + (one.value == "tomorrow")) % 7)
            self._remaining.take(start, one.end, "days", _TIMES[one.value])
        elif is_this:
            self._meant["days"].add(self._today)
            self._remaining.take(start, one.end, "days", _THESE[one.value])
        else:
            self._remaining.take(start, one.end, "parts", _TIMES[one.value])

    def _take_hours(self, hours: Hours) -> None:
        start = self._led(hours.start)
        if hours.parts:
            self._meant["parts"].update(hours.parts)
            self._remaining.take(start, hours.end, "parts", hours.label)
        else:
            self._remaining.drop(start, hours.end)

    def _led(self, start: int) -> int:
        return self._remaining.extended(start, self._lists.loose_when)


def take_when(remaining: Remaining, said: Sequence[Said], lists: Lists, today: date) -> When:
    """Take out days and times; ``today`` is what "tonight" and "tomorrow" count from."""
    return WhenRule(remaining, lists, today).take(said)


def _part_of(words: str) -> int:
    return {"am": 0, "pm": 1}.get(words, 2)


def _smaller(day: Stretch, part: Stretch) -> Stretch:
    """The mornings of a day to rule out, as the day or as all mornings: whichever loses less of the week."""
    is_day = len(day.value) * len(_PARTS) < len(WEEK)
    field, value = ("days", day.value) if is_day else ("parts", part.value)
    return Stretch(day.start, part.end, field, value, say("{day} {part}", day=day.label, part=part.label))
