"""Clock times as people write them, and what "10-12" or "7 to 9" means.

A time without am or pm is read so: an hour of 8 to 11 is in the morning, 12 to 7 after it. A part of the day that was
named ("evenings 8-10") decides instead, and so does an am or pm on the other end: "2-4pm" is from 2pm, "10-2pm" from
10am. The end is the first time after the start that fits. What would then run past midnight, without saying so with
am, pm or a 24-hour time, is not read.
"""

import re
from dataclasses import dataclass
from datetime import time

from directory.domain.eligibility.person import DayPart

_HALF_DAY = 12 * 60
_DAY = 24 * 60
_LONGEST = 16 * 60
"""Minutes. A longer session is taken for a slip of the pen; "24 hours" is said in words."""

_FORM = re.compile(
    r"(?P<hour>\d{1,2}?)(?:[:.]?(?P<minute>\d\d))?(?:\s?(?P<half>[ap])\.?m\.?)?(?P<hours>\s?h\w*)?(?:\s?o'clock)?"
)
_STARTS = {DayPart.MORNING: (0, 13 * 60), DayPart.AFTERNOON: (11 * 60, 19 * 60), DayPart.EVENING: (15 * 60, _DAY)}
"""When a session said to be in a part of the day can start, in minutes after midnight."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time as written, in minutes after midnight; where ``sure`` is false it may mean twelve hours later."""

    minutes: int
    sure: bool
    bare: bool = False
    """Nothing but an hour: a figure that might be anything."""
    in_24_hours: bool = False


def read_clock(words: str) -> Clock | None:
    """The time in ``words``, which are in lower case, or None if there is none such."""
    if "midnight" in words:
        return Clock(0, sure=True)
    if "noon" in words or "midday" in words:
        return Clock(_HALF_DAY, sure=True)
    match = _FORM.fullmatch(words)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > 23 or minute > 59 or (match["half"] and not 1 <= hour <= 12):
        return None
    if match["half"]:
        return Clock((hour % 12 + (12 if match["half"] == "p" else 0)) * 60 + minute, sure=True)
    exact = hour > 12 or words.startswith("0") or match["hours"] is not None
    bare = match["minute"] is None and "o'clock" not in words
    return Clock(hour * 60 + minute, sure=exact, bare=bare, in_24_hours=exact)


def span(start: Clock, end: Clock | None, part: DayPart | None) -> tuple[time, time | None] | None:
    """From when to when, or None where that cannot be told for sure; ``part`` is the part of the day that was named."""
    if end is None:
        opens = start.minutes if start.sure else _likely(start.minutes, part)
        return (_time(opens), None) if _fits(opens, part) else None
    opens = _start_before(start, end, part)
    closes = end.minutes if end.sure else _first_after(opens, end.minutes)
    length = (closes - opens) % _DAY
    said = start.sure or end.sure or part is DayPart.EVENING
    if not 0 < length <= _LONGEST or not _fits(opens, part) or (closes < opens and not said):
        return None
    return _time(opens), _time(closes)


def _likely(minutes: int, part: DayPart | None) -> int:
    """The half of the day that a time without am or pm is in."""
    early, late = minutes % _HALF_DAY, minutes % _HALF_DAY + _HALF_DAY
    if part is DayPart.MORNING:
        return minutes
    return early if early >= 8 * 60 and part is not DayPart.EVENING else late


def _start_before(start: Clock, end: Clock, part: DayPart | None) -> int:
    """When it starts, taking the end into account: "2-4pm" starts in the end's half of the day, "10-2pm" before it."""
    if start.sure:
        return start.minutes
    if not end.sure:
        return _likely(start.minutes, part)
    if end.in_24_hours and start.minutes >= 6 * 60:
        return start.minutes
    same = start.minutes % _HALF_DAY + (_HALF_DAY if end.minutes >= _HALF_DAY else 0)
    return same if same < end.minutes else (same + _HALF_DAY) % _DAY


def _first_after(opens: int, minutes: int) -> int:
    """The first time after ``opens`` at which a twelve-hour clock shows ``minutes``."""
    return (opens + ((minutes - opens) % _HALF_DAY or _HALF_DAY)) % _DAY


def _fits(opens: int, part: DayPart | None) -> bool:
    if part is None:
        return True
    first, last = _STARTS[part]
    return first <= opens < last


def _time(minutes: int) -> time:
    return time(*divmod(minutes, 60))
