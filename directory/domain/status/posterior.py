"""The chance that services still run: what was likely before, times how likely each kind of evidence makes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from directory.domain.status import activity, statements
from directory.domain.status.chains import Chain, Floats, Numbers, Series, Stops
from directory.domain.status.grid import Grid, grid, staying_power
from directory.domain.status.history import History, Watched
from directory.domain.status.settings import Settings

ACTIVITY = "activity"

_SURE = 36.0
"""Log odds beyond which a float cannot tell a chance from 1: what a channel takes from them is bounded by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posterior:
    """``p_open`` now, and ``p_open_ahead`` after the days that the settings look ahead.

    ``stopped_about`` is the day by which it had stopped with even chances, if it has. ``weights`` says of each channel
    and kind of statement what the log odds of running lose without it: below 0 where it speaks against.
    """

    p_open: float
    p_open_ahead: float
    stopped_about: date
    weights: Mapping[str, float]


class Model:
    """The model with its settings; making one works out what the chains become, in some hundredths of a second."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._chains = {name: Chain(channel) for name, channel in settings.channel.items()}

    def posteriors(self, histories: Sequence[History], on: date) -> list[Posterior]:
        """The posterior of each history as of the day ``on``; each must be `History.as_of` that day."""
        grids = [grid(history, on.toordinal(), self.settings) for history in histories]
        stops = _stops(grids)
        likely: list[dict[str, Floats]] = [{} for _ in histories]
        for channel, chain in self._chains.items():
            self._watched(channel, chain, histories, stops, likely)
        for history, one, found in zip(histories, grids, likely, strict=True):
            self._told(history, one, found)
            self._active(history, on, one, found)
        return [
            self._posterior(history, on, one, found)
            for history, one, found in zip(histories, grids, likely, strict=True)
        ]

    def _watched(
        self,
        channel: str,
        chain: Chain,
        histories: Sequence[History],
        stops: Stops,
        likely: Sequence[dict[str, Floats]],
    ) -> None:
        seen = [_of_channel(history, channel, chain) for history in histories]
        with_any = [number for number, observations in enumerate(seen) if observations]
        series = _series([seen[number] for number in with_any], chain)
        spans = [slice(int(stops.offsets[number]), int(stops.offsets[number + 1])) for number in with_any]
        offsets = np.concatenate([[0], np.cumsum([span.stop - span.start for span in spans])]).astype(np.int64)
        halves = np.concatenate([stops.half_days[span] for span in spans]) if spans else stops.half_days[:0]
        found = chain.log_likelihood(series, Stops(offsets, halves))
        for place, number in enumerate(with_any):
            likely[number][channel] = found[offsets[place] : offsets[place + 1]]

    def _told(self, history: History, one: Grid, found: dict[str, Floats]) -> None:
        known = [told for told in history.statements if told.kind in self.settings.statement]
        known.sort(key=lambda told: told.day)
        weighed = statements.weights(known, self.settings.statement, self.settings.repeats)
        for kind in dict.fromkeys(told.kind for told in known):
            pairs = [(told.day, weight) for told, weight in zip(known, weighed, strict=True) if told.kind == kind]
            days, of_kind = zip(*pairs, strict=True)
            found[kind] = statements.on_stops(days, of_kind, one.half_days)

    def _active(self, history: History, on: date, one: Grid, found: dict[str, Floats]) -> None:
        silence = activity.log_likelihood(history, on, self.settings.activity, one.half_days)
        if silence is not None:
            found[ACTIVITY] = silence

    def _posterior(self, history: History, on: date, one: Grid, found: Mapping[str, Floats]) -> Posterior:
        together = one.log_prior + self._evidence(found)
        odds = _log_odds(together)
        p_open = 1 / (1 + np.exp(-odds))
        ahead = staying_power(history, on.toordinal(), self.settings.status.forecast_days, self.settings)
        weights = {
            channel: odds - _log_odds(one.log_prior + self._evidence({**found, channel: np.zeros(1)}))
            for channel in found
        }
        return Posterior(
            p_open=float(p_open),
            p_open_ahead=float(p_open) * ahead,
            stopped_about=_median(one.half_days[:-1], together[:-1], on),
            weights=weights,
        )

    def _evidence(self, found: Mapping[str, Floats]) -> Floats:
        """All kinds together. What a site shows is one thing: it may outlive its group untouched, and then its pages,
        its words and its feed all look as ever. So they make no day of stopping less likely than such a site does."""
        site = [likely - likely[-1] for channel, likely in found.items() if channel in self.settings.site.channels]
        rest = [likely for channel, likely in found.items() if channel not in self.settings.site.channels]
        return np.maximum(sum(site, np.zeros(1)), np.log(self.settings.site.outlives)) + sum(rest, np.zeros(1))


def _of_channel(history: History, channel: str, chain: Chain) -> list[Watched]:
    known = [one for one in history.observations if one.channel == channel and one.symbol in chain.symbol_of]
    return sorted(known, key=lambda one: one.day)


def _series(seen: Sequence[Sequence[Watched]], chain: Chain) -> Series:
    offsets = np.concatenate([[0], np.cumsum([len(one) for one in seen])]).astype(np.int64)
    days = np.array([one.day.toordinal() for watched in seen for one in watched], dtype=np.int64)
    symbols = np.array([chain.symbol_of[one.symbol] for watched in seen for one in watched], dtype=np.int64)
    return Series(offsets, days, symbols)


def _stops(grids: Sequence[Grid]) -> Stops:
    offsets = np.concatenate([[0], np.cumsum([len(one.half_days) for one in grids])]).astype(np.int64)
    halves = np.concatenate([one.half_days for one in grids]) if grids else np.empty(0, dtype=np.int64)
    return Stops(offsets, halves)


def _log_odds(log_masses: Floats) -> float:
    """The log odds of the last mass against all others."""
    stopped, open_ = log_masses[:-1], log_masses[-1]
    most = stopped.max()
    odds = open_ - (most + np.log(np.exp(stopped - most).sum()))
    return float(np.clip(odds, -_SURE, _SURE))


def _median(half_days: Numbers, log_masses: Floats, on: date) -> date:
    order = np.argsort(half_days)
    masses = np.exp(log_masses - log_masses.max())[order]
    middle = int(np.searchsorted(np.cumsum(masses), masses.sum() / 2))
    return min(on, date.fromordinal(max(1, int(half_days[order][middle]) // 2)))
