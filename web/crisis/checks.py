"""Helplines that somebody must check: those that wait to be shown, and those shown that nobody checked lately."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from directory.domain.crisis.lines import Confidence, Line, Show
from directory.domain.messages import mark, say
from web.config import CRISIS_CHECK_DAYS
from web.crisis.line import checked_in_words

_SURE = {
    Confidence.HIGH: mark("high"),
    Confidence.MEDIUM: mark("medium"),
    Confidence.LOW: mark("low"),
    Confidence.NONE: mark("none"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LineToCheck:
    """A line with what is known of it, what to find out, and the pages it was seen on."""

    name: str
    known: str
    find_out: str
    website: str
    seen_on: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisChecks:
    """Lines that ``wait`` to be shown, and those that are ``shown`` and are due; each in the order of the file."""

    wait: tuple[LineToCheck, ...]
    shown: tuple[LineToCheck, ...]
    every_days: int = CRISIS_CHECK_DAYS


def crisis_checks(lines: Iterable[Line], on: date) -> CrisisChecks:
    """The lines to be checked on the day ``on``."""
    known = tuple(lines)
    due = on - timedelta(days=CRISIS_CHECK_DAYS)
    return CrisisChecks(
        wait=tuple(_to_check(line) for line in known if line.show is Show.AFTER_CHECK),
        shown=tuple(
            _to_check(line)
            for line in known
            if line.show is Show.YES and (line.checked_on is None or line.checked_on < due)
        ),
    )


def _to_check(line: Line) -> LineToCheck:
    pages = dict.fromkeys(f"{line.number_seen}; {line.hours_seen}".split("; "))
    known = say(
        "{publisher}. Number: {number} ({sure}). Hours: {hours} ({hours_sure}). {checked}.",
        publisher=line.publisher,
        number=line.phone or line.text or say("none"),
        sure=say(_SURE[line.confidence]),
        hours=say(line.hours_words) if line.hours_words else say("not known"),
        hours_sure=say(_SURE[line.hours_confidence]),
        checked=checked_in_words(line),
    )
    return LineToCheck(
        name=line.name,
        known=known,
        find_out=line.check,
        website=line.url,
        seen_on=tuple(page for page in pages if page),
    )
