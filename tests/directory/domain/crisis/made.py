"""Lines made for tests: numbers are those that Ofcom keeps for drama."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from directory.domain.crisis.hours import Hours
from directory.domain.crisis.lines import Audience, Bill, Confidence, Cost, Kind, Line, Show
from directory.domain.places import Nation


def line(line_id: str = "a-line", **said: Any) -> Line:
    """A line that may be shown, is always open and serves everybody, but for what is said of it."""
    fields: dict[str, Any] = {
        "id": line_id,
        "kind": Kind.LINE,
        "name": f"The {line_id}",
        "publisher": "Example Charity",
        "help": "Trouble",
        "who": "Anybody",
        "nations": frozenset(Nation),
        "phone": "01632 960123",
        "after": "",
        "text": "",
        "text_word": "",
        "text_first": "",
        "chat": "",
        "bsl": "",
        "email": "",
        "hours": Hours("24/7"),
        "hours_words": "24 hours, every day",
        "cost": Cost.UNKNOWN,
        "bill": Bill.UNKNOWN,
        "topics": ("trouble",),
        "audience": Audience.PUBLIC,
        "url": "https://example.org/",
        "number_seen": "https://example.org/",
        "hours_seen": "",
        "seen": "2026-10",
        "confidence": Confidence.HIGH,
        "hours_confidence": Confidence.HIGH,
        "show": Show.YES,
        "check": "",
        "checked_on": None,
        "checked_by": "",
    }
    return Line(**fields | said)


def open_at(hours: str, line_id: str = "a-line", **said: Any) -> Line:
    """A line with hours."""
    return line(line_id, hours=Hours(hours), hours_words="at times", **said)


def of_unknown_hours(line_id: str = "a-line", **said: Any) -> Line:
    """A line whose hours nobody knows."""
    return line(line_id, hours=None, hours_words="", **said)


def uk(*parts: int) -> datetime:
    """A moment in UK time."""
    year, month, day, hour, minute, *_ = (*parts, 0, 0)
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo("Europe/London"))
