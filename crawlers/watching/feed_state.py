"""Whether a feed still works and is still kept up, in a sentence for the page of its source."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median

from crawlers.watching.dated import FeedReading
from crawlers.watching.limits import SILENT_AFTER, SILENT_AFTER_GAPS


class FeedHealth(StrEnum):
    """How a feed is doing: it works, cannot be read, has lost all it had, or has had nothing new for too long."""

    WORKS = "works"
    FAILING = "failing"
    EMPTIED = "emptied"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """How a feed is doing, since which reading, and why in a sentence.

    ``newest_on`` is the day of the newest item ever read of it; ``usual_gap`` the days that used to lie between one day
    with items and the next, None where fewer than three such days are known.
    """

    health: FeedHealth
    since: date
    newest_on: date | None
    usual_gap: int | None
    sentence: str


_FEWEST_DAYS = 3
"""Days with items that show a gap between them to be usual."""


def judge_feed(reading: FeedReading, previous: FeedState | None, today: date) -> FeedState:
    """How the feed is doing by its reading of ``today``, after ``previous`` (None at the first reading)."""
    days = sorted({item.on for item in reading.items})
    known = previous.newest_on if previous else None
    newest = max([*days, *([known] if known else [])], default=None)
    gap = _usual_gap([day for day in days if day <= today]) or (previous.usual_gap if previous else None)
    health, sentence = _judged(reading, days, known, gap, today)
    since = previous.since if previous and previous.health is health else today
    return FeedState(health=health, since=since, newest_on=newest, usual_gap=gap, sentence=sentence)


def _judged(
    reading: FeedReading, days: list[date], known: date | None, gap: int | None, today: date
) -> tuple[FeedHealth, str]:
    if reading.problem is not None:
        return FeedHealth.FAILING, f"{reading.problem}."
    if not days and known:
        return FeedHealth.EMPTIED, f"The feed has nothing in it any more; its newest item was of {_written(known)}."
    if not days:
        return FeedHealth.WORKS, "The feed can be read, and has nothing with a date in it yet."
    newest = days[-1]
    age = today - newest
    often = f" Items used to come about every {gap} days." if gap and gap > 1 else ""
    if age > max(SILENT_AFTER, timedelta(days=gap or 0) * SILENT_AFTER_GAPS):
        return FeedHealth.SILENT, f"The newest item is of {_written(newest)}, {age.days:,} days ago.{often}"
    if newest > today:
        return FeedHealth.WORKS, f"The feed has items up to {_written(newest)}."
    return FeedHealth.WORKS, f"The newest item is of {_written(newest)}."


def _usual_gap(days: list[date]) -> int | None:
    """The median of the gaps between days, in whole days."""
    if len(days) < _FEWEST_DAYS:
        return None
    return round(median((later - earlier).days for earlier, later in pairwise(days)))


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
