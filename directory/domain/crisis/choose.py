"""Which helplines to show for a nation and a kind of crisis, in which order, and who listens where they do not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from directory.domain.crisis.hours import Opening
from directory.domain.crisis.lines import Kind, Line
from directory.domain.crisis.rows import LISTENER
from directory.domain.eligibility.logic import Truth
from directory.domain.places import Nation

URGENT_TOPIC = "mental_health_crisis"
"""Lines of one nation about this, open at any time, listen to anybody there: 111, and Lifeline in Northern Ireland."""

_UNKNOWN = Opening(Truth.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Offer:
    """A line, how it is now, and the line that listens when it does not answer; None where it always does."""

    line: Line
    opening: Opening
    beside: Line | None


def choose(
    lines: Iterable[Line], *, at: datetime, nation: Nation | None = None, topics: Iterable[str] = ()
) -> tuple[Offer, ...]:
    """The lines to show at ``at``, in UK time, those that surely answer now first, and of these any that is there for
    one of ``topics`` above all.

    With no nation those of all, and with no topics those of any. Where there are topics, whoever listens to anybody
    comes in the same list.
    """
    wanted = set(topics)
    shown = [line for line in lines if line.is_shown and (nation is None or nation in line.nations)]
    listener = next(line for line in shown if line.id == LISTENER)
    offers = [
        Offer(line, _now(line, at, nation), None if line.is_always_open else listener)
        for line in shown
        if line.kind in (Kind.LINE, Kind.FINDER)
        and (not wanted or wanted & set(line.topics) or line is listener or _listens(line, nation))
    ]
    # The sort keeps the order of the file among equals.
    return tuple(sorted(offers, key=lambda offer: _rank(offer, nation, wanted)))


def without_speaking(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The ways to reach 999 for those who cannot speak on the telephone."""
    return tuple(line for line in lines if line.is_shown and line.kind is Kind.SIGNS)


def _listens(line: Line, nation: Nation | None) -> bool:
    """Whether this line listens to anybody in the one nation that is asked for."""
    return line.is_always_open and line.nations == {nation} and URGENT_TOPIC in line.topics


def _now(line: Line, at: datetime, nation: Nation | None) -> Opening:
    if line.sure_hours is None:
        return _UNKNOWN
    only = next(iter(line.nations)) if len(line.nations) == 1 else None
    return line.sure_hours.at(at, nation or only)


def _rank(offer: Offer, nation: Nation | None, wanted: set[str]) -> tuple[bool, int, bool, bool, bool]:
    line = offer.line
    is_other = bool(wanted) and wanted.isdisjoint(line.topics)
    is_elsewhere = nation is None and not line.is_for_all_nations
    return (
        line.kind is Kind.FINDER,
        -offer.opening.is_open,
        not line.is_always_open,
        wanted.isdisjoint(line.topics[:1]),
        is_other or is_elsewhere,
    )
