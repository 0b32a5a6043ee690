"""Helplines that somebody must check: those that wait to be shown, and those shown that nobody checked lately."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from directory.domain.crisis.lines import Line, Show
from web.config import CRISIS_CHECK_DAYS
from web.crisis.line import checked_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class LineToCheck:
    """A line with what is known of it, what to find out, and the pages it was seen on."""

    line: Line
    checked: str
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
    return LineToCheck(line=line, checked=checked_in_words(line), seen_on=tuple(page for page in pages if page))
