"""What feeds, calendars and pages have dated: one shape for posts and events, whatever format they came in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from crawlers.watching.days import may_be_held, may_be_posted


class DatedKind(StrEnum):
    """What is of a day: a post was written on it, an event is held on it."""

    POST = "post"
    EVENT = "event"


class FeedFormat(StrEnum):
    """What a feed is written in; the events of a page's own embedded data count as one."""

    RSS = "rss"
    ATOM = "atom"
    CALENDAR = "calendar"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A post or an event on a day that its publisher wrote in full.

    ``is_cancelled`` says that the event is not held on that day: it is cancelled or postponed.
    """

    kind: DatedKind
    on: date
    title: str
    url: str | None = None
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedReading:
    """What a feed says, each item once, in its order.

    ``updated_on`` is the day the feed says it was last changed. ``problem`` says in a sentence why there is nothing to
    read; None when the feed reads. ``refused`` counts items dated so early or late that it is a mistake, ``undated``
    those without a whole date.
    """

    format: FeedFormat | None
    title: str = ""
    items: tuple[Dated, ...] = ()
    updated_on: date | None = None
    problem: str | None = None
    refused: int = 0
    undated: int = 0


_CALLED_OFF = re.compile(r"\W*(?:event\s+)?(?:cancell?ed|postponed)\b", re.IGNORECASE)


def is_called_off(title: str) -> bool:
    """Whether a title begins by saying that the event is not held, which many write instead of setting its status."""
    return _CALLED_OFF.match(title) is not None


def feed_of(
    written_in: FeedFormat,
    found: Iterable[Dated | None],
    today: date,
    *,
    title: str = "",
    updated_on: date | None = None,
) -> FeedReading:
    """The reading of a feed in which ``found`` was found (None for an item without a date), as seen ``today``."""
    items: dict[Dated, None] = {}
    refused = undated = 0
    for item in found:
        if item is None:
            undated += 1
        elif (may_be_held if item.kind is DatedKind.EVENT else may_be_posted)(item.on, today):
            items[item] = None
        else:
            refused += 1
    if updated_on is not None and not may_be_posted(updated_on, today):
        updated_on = None
    return FeedReading(
        format=written_in, title=title, items=tuple(items), updated_on=updated_on, refused=refused, undated=undated
    )
