"""Days as feeds, calendars and pages write them: a whole date, or nothing. No part of a date is ever filled in."""

import re
from datetime import date, datetime, timedelta, timezone

from crawlers.watching.limits import EARLIEST, EVENTS_AHEAD, POSTS_AHEAD
from directory.domain.times.sessions import LONDON

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_CLOCK = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]+)?)?"
_OFFSET = r"(?P<zone>Z|[+-][0-9]{2}(?::?[0-9]{2})?)"
_NAMED_ZONE = r"(?P<zone>(?:GMT|UTC?)?[+-][0-9]{1,2}:?[0-9]{2}|[A-Z]{1,5})(?:\s*\([^()]*\))?"
_MONTH = r"(?P<month>[A-Z]{3,9})\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # 2026-06-01, 2026-06-01T19:00:00+01:00, 2026-06-01 19:00 Z
        rf"(?P<year>[0-9]{{4}})-(?P<number>[0-9]{{1,2}})-(?P<day>[0-9]{{1,2}})(?:(?:T|\s+){_CLOCK}\s*(?:{_OFFSET})?)?",
        # 20260601, 20260601T190000Z
        r"(?P<year>[0-9]{4})(?P<number>[0-9]{2})(?P<day>[0-9]{2})"
        rf"(?:T(?P<hour>[0-9]{{2}})(?P<minute>[0-9]{{2}})(?:[0-9]{{2}})?{_OFFSET}?)?",
        # Mon, 1 Jun 2026 19:00:00 +0100, 01 Jun 26, 1 June 2026
        rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})[\s-]+{_MONTH},?[\s-]+(?P<year>[0-9]{{4}}|[0-9]{{2}})"
        rf"(?:,?\s+{_CLOCK}\s*(?:{_NAMED_ZONE})?)?",
        # Jun 1, 2026 19:00
        rf"{_WEEKDAY}{_MONTH}\s+(?P<day>[0-9]{{1,2}}),?\s+(?P<year>[0-9]{{4}})(?:,?\s+{_CLOCK}\s*(?:{_NAMED_ZONE})?)?",
        # Mon Jun 1 19:00:00 GMT 2026
        rf"{_WEEKDAY}{_MONTH}\s+(?P<day>[0-9]{{1,2}})\s+{_CLOCK}\s+(?:{_NAMED_ZONE}\s+)?(?P<year>[0-9]{{4}})",
    )
)
_NAMED_OFFSETS = {
    0: ("z", "ut", "utc", "gmt"),
    -4: ("edt",),
    -5: ("est", "cdt"),
    -6: ("cst", "mdt"),
    -7: ("mst", "pdt"),
    -8: ("pst",),
}
"""Hours from Greenwich of the zones that RFC 5322 names. Others mean more than one zone each."""

_NUMERIC_OFFSET = re.compile(r"(?:GMT|UTC?)?([+-])([0-9]{1,2})(?::?([0-9]{2}))?", re.IGNORECASE)
_CENTURY_TURNS = 50
"""RFC 5322: two digits below 50 are a year of this century."""

_LONGEST = 80
"""Characters of the longest form, with a zone in words behind."""


def day_said(text: str) -> date | None:
    """The day that ``text`` writes in full, by the clocks of London where it gives an offset; None for anything less.

    A year alone, or a year and month, is less. Where no offset is given, the day is the one that is written.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return None
    match = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if match is None:
        return None
    parts = match.groupdict()
    try:
        day = date(_year(parts["year"]), _month(parts), int(parts["day"]))
        if not parts["hour"]:
            return day
        moment = datetime(day.year, day.month, day.day, int(parts["hour"]), int(parts["minute"]))  # noqa: DTZ001
        offset = _offset(parts["zone"] or "")
        return day if offset is None else moment.replace(tzinfo=timezone(offset)).astimezone(LONDON).date()
    except (ValueError, OverflowError):
        return None


def _month(parts: dict[str, str | None]) -> int:
    """The month from 1, also of three letters or more of its name; 0 where the word is no month."""
    if parts.get("number"):
        return int(parts["number"] or 0)
    word = (parts["month"] or "").lower()
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(word)), 0)


def _year(digits: str | None) -> int:
    year = int(digits or 0)
    if digits is not None and len(digits) == 2:
        return year + (2_000 if year < _CENTURY_TURNS else 1_900)
    return year


def _offset(zone: str) -> timedelta | None:
    """Where a zone is from Greenwich; None for none, and for a name that does not say."""
    match = _NUMERIC_OFFSET.fullmatch(zone)
    if match:
        size = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return -size if match[1] == "-" else size
    return next((timedelta(hours=hours) for hours, names in _NAMED_OFFSETS.items() if zone.lower() in names), None)


def london_day(moment: date) -> date | None:
    """The day in London of a moment with its time zone, the day as it is of any other; None at the ends of time."""
    if not isinstance(moment, datetime):
        return moment
    try:
        return moment.astimezone(LONDON).date() if moment.tzinfo else moment.date()
    except (OverflowError, ValueError):
        return None


def may_be_posted(on: date, today: date) -> bool:
    """Whether a post may be of that day."""
    return EARLIEST <= on <= today + POSTS_AHEAD


def may_be_held(on: date, today: date) -> bool:
    """Whether an event may be on that day."""
    return EARLIEST <= on <= today + EVENTS_AHEAD
