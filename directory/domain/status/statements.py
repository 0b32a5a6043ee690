"""What dated statements weigh, for each day on which a service may have stopped: only what was said since counts."""

import math
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from directory.domain.status.chains import Floats, Numbers
from directory.domain.status.history import Statement
from directory.domain.status.settings import Odds, RepeatSettings


def weights(statements: Sequence[Statement], odds: Mapping[str, Odds], repeats: RepeatSettings) -> list[float]:
    """The log of how much likelier each statement is of a service that has stopped than of one that runs.

    ``statements`` are in the order of their days and of kinds that ``odds`` knows. What the same reporter said before
    is hardly news, and what somebody says who was wrong before is moved towards even odds.
    """
    last: dict[tuple[str, str], date] = {}
    found = []
    for one in statements:
        weight = _clipped(_log_ratio(one, odds[one.kind], repeats), repeats.most)
        if one.reporter is not None:
            before = last.get((one.reporter, one.kind))
            if before is not None:
                weight *= 1 - math.exp(-(one.day - before).days / repeats.forgets_days)
            last[one.reporter, one.kind] = one.day
        found.append(weight)
    return found


def _log_ratio(one: Statement, odds: Odds, repeats: RepeatSettings) -> float:
    usual = repeats.right / (repeats.right + repeats.wrong)
    counted = (repeats.right + one.right) / (repeats.right + repeats.wrong + one.right + one.wrong)
    kept = min(1.0, counted / usual)
    is_open, is_closed = (0.5 + (chance - 0.5) * kept for chance in (odds.open, odds.closed))
    return math.log(is_closed / is_open)


def _clipped(weight: float, most: float) -> float:
    return max(-most, min(most, weight))


def on_stops(days: Sequence[date], weighed: Sequence[float], half_days: Numbers) -> Floats:
    """The sum of ``weighed`` over the statements made on each stop's day or after it."""
    order = np.argsort([day.toordinal() for day in days], kind="stable")
    at = np.array([2 * days[number].toordinal() for number in order])
    left = np.concatenate([np.cumsum(np.array(weighed)[order][::-1])[::-1], [0.0]])
    found: Floats = left[np.searchsorted(at, half_days, side="left")]
    return found
