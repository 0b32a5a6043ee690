"""One page of results in the order that was asked for, where that may take reading what was found."""

from collections.abc import Sequence
from datetime import date, datetime, time

from directory.domain.times.sessions import LONDON, next_session
from index.columns.order import Placed, firsts
from index.columns.rank import Ranked
from index.limits import MOST_SORTED
from index.protocol import Query, Sort

_LATE = time(23, 59)
"""When in its day a session counts whose hours are not known: after those that are."""


def page(answers: Sequence[Ranked], query: Query, at: datetime) -> tuple[list[Placed], float]:
    """The results of the page of ``query`` as of ``at``, and the best text score, which all scores are measured by."""
    last = query.page * query.size
    is_read = query.sort in (Sort.SOON, Sort.CONFIRMED)
    count = max(last, MOST_SORTED) if is_read else last
    found, best = firsts(answers, count, by_distance=query.sort is Sort.NEAR)
    if query.sort is Sort.SOON:
        found[:MOST_SORTED] = sorted(found[:MOST_SORTED], key=lambda placed: (placed.kind, _begins(placed, at)))
    elif query.sort is Sort.CONFIRMED:
        found[:MOST_SORTED] = sorted(found[:MOST_SORTED], key=lambda placed: (placed.kind, -_confirmed(placed)))
    return found[last - query.size : last], best


def _begins(placed: Placed, at: datetime) -> datetime:
    """When the next session begins; after all others where none is known."""
    entry = placed.part.entry(placed.service)
    session = next_session(entry.schedules, at, entry.nation)
    if session is None:
        return datetime.combine(date.max, _LATE, LONDON)
    return session.start or datetime.combine(session.on, _LATE, LONDON)


def _confirmed(placed: Placed) -> int:
    """The day on which somebody last said that it runs, as a number; nought where nobody did."""
    standing = placed.part.entry(placed.service).standing
    return standing.confirmed_on.toordinal() if standing and standing.confirmed_on else 0
