"""The days on which a service may have stopped, with how likely each was before any evidence."""

from typing import NamedTuple

import numpy as np

from directory.domain.status.chains import Floats, Numbers
from directory.domain.status.history import History
from directory.domain.status.settings import Settings

_YEAR = 365.25


class Grid(NamedTuple):
    """``half_days``: the middles of bins of days, then "before it was seen", then "not yet", which is the last.

    ``log_prior`` is the log of each one's chance, not yet divided by their sum.
    """

    half_days: Numbers
    log_prior: Floats


def grid(history: History, on: int, settings: Settings) -> Grid:
    """The grid of a history that ends on the day ``on``; bins end where evidence says something new."""
    start = min(history.first_seen.toordinal(), on)
    edges = np.unique(
        np.concatenate([np.arange(start, on, settings.step_days), [on], _days_of_note(history, start, on)])
    )
    hazard = _cumulated_hazard(history, edges.astype(np.float64), settings)
    running = np.exp(hazard[0] - hazard)
    first = settings.first[history.first_source]
    with np.errstate(divide="ignore"):
        log_prior = np.log(
            np.concatenate([first * -np.diff(running), [1 - first], [first * running[-1]]]),
        )
    half_days = np.concatenate([edges[:-1] + edges[1:], [2 * (start - settings.before_days)], [2 * (on + 1)]])
    return Grid(half_days.astype(np.int64), log_prior)


def staying_power(history: History, on: int, days: int, settings: Settings) -> float:
    """How likely a service that runs on the day ``on`` still runs ``days`` later."""
    now, then = _cumulated_hazard(history, np.array([on, on + days], dtype=np.float64), settings)
    return float(np.exp(now - then))


def _days_of_note(history: History, start: int, on: int) -> Numbers:
    """Days of statements, of the last event, and on which a channel begins to show something else."""
    days = [one.day for one in history.statements]
    if history.events is not None and history.events.days:
        days.append(max(history.events.days))
    shown: dict[str, str] = {}
    for one in sorted(history.observations, key=lambda one: one.day):
        if shown.get(one.channel) not in (None, one.symbol):
            days.append(one.day)
        shown[one.channel] = one.symbol
    found = np.array([day.toordinal() for day in days], dtype=np.int64)
    return found[(found > start) & (found < on)]


def _cumulated_hazard(history: History, days: Floats, settings: Settings) -> Floats:
    passed = settings.hazard[history.kind] * (days - history.first_seen.toordinal()) / _YEAR
    if history.funding_end is None:
        return passed
    funding = settings.funding
    ended = np.clip((days - history.funding_end.toordinal()) / funding.spread_days, 0, 1)
    found: Floats = passed - np.log(1 - funding.chance(history.funding_follow_on)) * ended
    return found
