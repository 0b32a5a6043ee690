"""What silence after dated events says: how likely it is of a group that meets at its own rhythm, in its own season."""

from datetime import date

import numpy as np

from directory.domain.status.chains import Floats, Numbers
from directory.domain.status.history import Events, History
from directory.domain.status.settings import ActivitySettings

_YEAR = 365.25


def log_likelihood(history: History, on: date, settings: ActivitySettings, half_days: Numbers) -> Floats | None:
    """The log of the chance of silence since the last event, for each day on which the group may have stopped; None
    where too few events are known to know its rhythm.

    Events after a stop are no silence: each is a factor of its own (docs/methods.md).
    """
    events = history.events
    if events is None or len(events.days) < settings.least_events:
        return None
    exposure = _Exposure(history.season or season_of(events, settings), events.watched_from, on)
    last = max(events.days).toordinal()
    watched = exposure.until(np.array([float(last)]))
    until = np.clip(half_days / 2, last, on.toordinal())
    gap, silence = until - last, exposure.until(until) - watched
    alpha, beta = settings.events + len(events.days) - 1, settings.days + watched
    left = beta / (beta + silence)
    silent = left**alpha
    wait = beta / (alpha - 1) * (1 - left ** (alpha - 1))
    pauses = settings.stops_posting + settings.breaks * np.exp(-gap / settings.break_days)
    days = np.sort([2 * day.toordinal() for day in events.days])
    after = len(days) - np.searchsorted(days, half_days, side="left")
    found: Floats = np.log(silent + pauses / _YEAR * wait) + after * np.log(settings.after_end)
    return found


def season_of(events: Events, settings: ActivitySettings) -> tuple[float, ...]:
    """The share of its usual events a group has in each month: the usual one, but for months in which its own last
    years had none at all, though it had several in others.

    The years end with the last event, as what came after is the question. One event is added to each month, so that a
    month without any is quiet and not impossible.
    """
    since = max(events.days).toordinal() - settings.own_season_days
    months = np.bincount([day.month - 1 for day in events.days if day.toordinal() > since], minlength=12)
    if events.watched_from.toordinal() > since or months.mean() < settings.own_season_events:
        return settings.season
    quiet = 1 / (float(months.mean()) + 1)
    return tuple(quiet if not count else usual for count, usual in zip(months.tolist(), settings.season, strict=True))


class _Exposure:
    """Days since a day, each counted by what share of its usual events a group has in its month."""

    def __init__(self, season: tuple[float, ...], since: date, on: date) -> None:
        days = np.arange(np.datetime64(since), np.datetime64(on) + 1)
        months = days.astype("datetime64[M]").astype(np.int64) % 12
        self._first = since.toordinal()
        self._cumulated = np.concatenate([[0.0], np.cumsum(np.array(season)[months])])

    def until(self, days: Floats) -> Floats:
        """The exposure from the first day to each of ``days``."""
        found: Floats = np.interp(days - self._first, np.arange(len(self._cumulated)), self._cumulated)
        return found
