"""Reading calendars (iCalendar, RFC 5545): the days of their events, single and recurring."""

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from icalendar import Event
from icalendar.prop import vDDDLists, vDDDTypes, vRecur

from crawlers.watching.addresses import whole_address
from crawlers.watching.dated import Dated, DatedKind, FeedFormat, FeedReading, feed_of, is_called_off
from crawlers.watching.days import london_day
from crawlers.watching.limits import MAX_DAYS_WORKED, MAX_ITEMS, MAX_LINE
from crawlers.watching.markup import decoded, words_of
from crawlers.watching.recurring import Recurrence, recurrence_of
from directory.domain.sources import RawDocument

_FOLD = re.compile(r"\r?\n[ \t]")
_NAME = re.compile(r"[A-Z-]+", re.IGNORECASE)
_READ = frozenset({"UID", "DTSTART", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS", "SUMMARY", "URL"})
"""The rest is left out before anything reads it: descriptions are long, and attendees are people."""

_START = "BEGIN:VCALENDAR"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """An event as a calendar has it.

    ``start`` is the first day by the event's own clocks, from which rules count, and ``on`` the same day in London.
    ``replaces`` is the day of the recurring event of the same ``uid`` that this one stands in for.
    """

    uid: str
    start: date
    on: date
    title: str
    url: str | None
    is_cancelled: bool
    replaces: date | None
    recurrence: Recurrence | None
    added: frozenset[date]
    left_out: frozenset[date]


def is_calendar(document: RawDocument) -> bool:
    """Whether a document is a calendar, by how it begins: servers send calendars under many names."""
    return decoded(document)[: 4 * len(_START)].lstrip().upper().startswith(_START)


def read_calendar(document: RawDocument, today: date) -> FeedReading:
    """What the calendar in ``document`` says: a `Dated` for each day of each event. No bytes raise anything."""
    lines = _FOLD.sub("", decoded(document)).splitlines()
    entries = [_entry(block, document.url) for block in islice(_blocks(lines), MAX_ITEMS)]
    name = next((line.partition(":")[2] for line in lines if line.upper().startswith("X-WR-CALNAME")), "")
    return feed_of(FeedFormat.CALENDAR, _dated(entries, today), today, title=words_of(name))


def _blocks(lines: Iterable[str]) -> Iterator[str]:
    """The text of each event, less what lies inside it and the properties that nobody reads here."""
    kept: list[str] | None = None
    inside = 0
    for line in lines:
        name = _NAME.match(line)
        begins_or_ends, what = (name[0].upper() if name else ""), line.partition(":")[2].strip().upper()
        if begins_or_ends == "BEGIN" and what == "VEVENT":
            kept, inside = [], 0
        elif kept is None:
            continue
        elif begins_or_ends == "END" and what == "VEVENT":
            yield "\r\n".join(("BEGIN:VEVENT", *kept, "END:VEVENT", ""))
            kept = None
        elif begins_or_ends in ("BEGIN", "END"):
            inside += 1 if begins_or_ends == "BEGIN" else -1
        elif not inside and begins_or_ends in _READ and len(line) <= MAX_LINE:
            kept.append(line)


def _entry(block: str, base: str) -> _Entry | None:
    """The event in ``block``; None where it has no day that can be read."""
    try:
        with warnings.catch_warnings():
            # It warns of the names of time zones that it has to guess, such as /example.org/Europe/London.
            warnings.simplefilter("ignore")
            event = Event.from_ical(block)
    except Exception:  # it raises whatever comes of a damaged value, from ValueError to errors of its own
        return None
    start = _moment(event.get("DTSTART"))
    on = london_day(start) if start else None
    if start is None or on is None:
        return None
    first = start.date() if isinstance(start, datetime) else start
    rule = event.get("RRULE")
    replaces = _moment(event.get("RECURRENCE-ID"))
    title = words_of(_text(event.get("SUMMARY")))
    return _Entry(
        uid=str(event.get("UID", "")),
        start=first,
        on=on,
        title=title,
        url=whole_address(base, _text(event.get("URL"))),
        is_cancelled=_text(event.get("STATUS")).strip().upper() == "CANCELLED" or is_called_off(title),
        replaces=london_day(replaces) if replaces else None,
        recurrence=recurrence_of(rule, first) if isinstance(rule, vRecur) else None,
        added=_listed(event.get("RDATE")),
        left_out=_listed(event.get("EXDATE")),
    )


def _dated(entries: list[_Entry | None], today: date) -> Iterator[Dated | None]:
    replaced: dict[str, set[date]] = {}
    for entry in entries:
        if entry and entry.replaces:
            replaced.setdefault(entry.uid, set()).add(entry.replaces)
    left = MAX_DAYS_WORKED
    for entry in entries:
        if entry is None:
            yield None
            continue
        days = {entry.on}
        if entry.recurrence and not entry.replaces:
            left -= entry.recurrence.work(today)
            if left > 0:
                days = {day + (entry.on - entry.start) for day in entry.recurrence.days(today)}
        if not entry.replaces:
            days = (days | entry.added) - entry.left_out - replaced.get(entry.uid, set())
        for day in sorted(days):
            yield Dated(kind=DatedKind.EVENT, on=day, title=entry.title, url=entry.url, is_cancelled=entry.is_cancelled)


def _moment(value: Any) -> date | None:
    """The day or moment in a property, the first where it is given more than once; None in anything else."""
    if isinstance(value, list):
        value = value[0]
    moment = value.dt if isinstance(value, vDDDTypes) else None
    if isinstance(moment, tuple):
        moment = moment[0]
    return moment if isinstance(moment, date) else None


def _listed(value: Any) -> frozenset[date]:
    """The days in London of a list of days or moments, or of several such lists."""
    lists = value if isinstance(value, list) else [value]
    moments = (_moment(one) for several in lists if isinstance(several, vDDDLists) for one in several.dts)
    return frozenset(day for moment in moments if moment and (day := london_day(moment)))


def _text(value: Any) -> str:
    return str(value) if isinstance(value, str) else ""
