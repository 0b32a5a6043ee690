"""Watched channels as Markov chains: how likely all that was seen is, for each day on which a service may have stopped.

Days are numbers here, and lags are counted in half-days, so that the middle of a bin of days is one of them. The work
is linear: a forward pass as if the service still ran, a backward pass as if it had stopped, and one product a stopping
day where the two meet. Both passes run over all services at once.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from directory.domain.status.settings import ChannelSettings

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]

MOST_DAYS = 4_400
"""Lags beyond twelve years are taken for twelve: every chain has forgotten by then."""

_HALF_DAYS_A_YEAR = 730.5


class Series(NamedTuple):
    """Observations of one channel: those of service i are ``[offsets[i] : offsets[i + 1]]``, in order of their days."""

    offsets: Numbers
    days: Numbers
    symbols: Numbers


class Stops(NamedTuple):
    """Days, in halves, on which services may have stopped; those of service i are ``[offsets[i] : offsets[i + 1]]``."""

    offsets: Numbers
    half_days: Numbers


class Chain:
    """One channel, with what its chains become over every lag worked out once."""

    def __init__(self, settings: ChannelSettings) -> None:
        self.symbol_of = {symbol: number for number, symbol in enumerate(settings.symbols)}
        self._starts = np.array(settings.starts)
        self._open = _powers(settings.states, settings.open)
        self._closed = _powers(settings.states, settings.closed)
        self._emits = np.array(settings.emits).T
        self._emits_closed = np.array(settings.emits_closed or settings.emits).T

    def log_likelihood(self, series: Series, stops: Stops) -> Floats:
        """The log of the chance of each service's observations, for each of its days in ``stops``."""
        forward, forward_log = self._forward(series)
        backward, backward_log = self._backward(series)
        likely = np.zeros(len(stops.half_days))
        owner = np.repeat(np.arange(len(stops.offsets) - 1), np.diff(stops.offsets))
        first, last = series.offsets[owner], series.offsets[owner + 1]
        following = _first_from(series, stops, owner)
        seen = last > first
        after = seen & (following == last)
        likely[after] = forward_log[last[after] - 1]
        before = seen & (following == first)
        lag = 2 * series.days[following[before]] - stops.half_days[before]
        state = np.einsum("s,nst->nt", self._starts, self._closed[_clipped(lag)])
        likely[before] = _log_of(state, backward[following[before]]) + backward_log[following[before]]
        between = seen & ~after & ~before
        at = following[between]
        ran = stops.half_days[between] - 2 * series.days[at - 1]
        stopped = 2 * series.days[at] - stops.half_days[between]
        state = np.einsum("ns,nst->nt", forward[at - 1], self._open[_clipped(ran)])
        state = np.einsum("ns,nst->nt", state, self._closed[_clipped(stopped)])
        likely[between] = _log_of(state, backward[at]) + forward_log[at - 1] + backward_log[at]
        return likely

    def _forward(self, series: Series) -> tuple[Floats, Floats]:
        """After each observation, the shares of the states of a service that still runs, and the log of the chance of
        everything up to it."""
        state = np.empty((len(series.days), len(self._starts)))
        log = np.empty(len(series.days))
        for at, is_first in _rounds(series.offsets):
            if is_first:
                current, so_far = np.broadcast_to(self._starts, (len(at), len(self._starts))), np.zeros(len(at))
            else:
                lag = 2 * (series.days[at] - series.days[at - 1])
                current = np.einsum("ns,nst->nt", state[at - 1], self._open[_clipped(lag)])
                so_far = log[at - 1]
            current = current * self._emits[series.symbols[at]]
            total = current.sum(axis=1)
            state[at], log[at] = current / total[:, None], so_far + np.log(total)
        return state, log

    def _backward(self, series: Series) -> tuple[Floats, Floats]:
        """For each observation and state, the chance of it and all that follow once the service has stopped: up to a
        factor whose log is given beside it."""
        ahead = np.empty((len(series.days), len(self._starts)))
        log = np.empty(len(series.days))
        for at, is_last in _rounds(series.offsets, backwards=True):
            current = self._emits_closed[series.symbols[at]]
            so_far = np.zeros(len(at))
            if not is_last:
                lag = 2 * (series.days[at + 1] - series.days[at])
                current = current * np.einsum("nst,nt->ns", self._closed[_clipped(lag)], ahead[at + 1])
                so_far = log[at + 1]
            total = current.sum(axis=1)
            ahead[at], log[at] = current / total[:, None], so_far + np.log(total)
        return ahead, log


def _first_from(series: Series, stops: Stops, owner: Numbers) -> Numbers:
    """For each stop, the place of the first observation on it or after it: the end of the series where none is."""
    services = np.repeat(np.arange(len(series.offsets) - 1), np.diff(series.offsets))
    width = 1 + 2 * max(int(series.days.max(initial=0)), int(stops.half_days.max(initial=0)))
    return np.searchsorted(services * width + 2 * series.days, owner * width + np.maximum(stops.half_days, 0))


def _rounds(offsets: Numbers, *, backwards: bool = False) -> Sequence[tuple[Numbers, bool]]:
    """The places of the first observations of all services, then of the second ones, and so on; and whether they are
    the first. Backwards from the last."""
    lengths = np.diff(offsets)
    by_length = np.argsort(-lengths, kind="stable")
    lengths, ends = lengths[by_length], (offsets[1:] - 1 if backwards else offsets[:-1])[by_length]
    step = -1 if backwards else 1
    rounds = []
    for number in range(int(lengths.max(initial=0))):
        still = int(np.searchsorted(-lengths, -number, side="left"))
        rounds.append((ends[:still] + step * number, number == 0))
    return rounds


def _powers(states: str, rates: dict[str, float]) -> Floats:
    """What a chain becomes over 0, 1, 2, … half-days: ``[lag, from, to]``."""
    generator = np.zeros((len(states), len(states)))
    for pair, rate in rates.items():
        generator[states.index(pair[0]), states.index(pair[1])] = rate
    generator -= np.diag(generator.sum(axis=1))
    powers = np.stack([np.eye(len(states)), _exponential(generator / _HALF_DAYS_A_YEAR)])
    while len(powers) <= 2 * MOST_DAYS:
        powers = np.concatenate([powers, powers[1:] @ powers[-1]])
    return powers[: 2 * MOST_DAYS + 1]


def _exponential(small: Floats) -> Floats:
    """The exponential of a matrix of small numbers, by its series."""
    total = term = np.eye(len(small))
    for number in range(1, 20):
        term = term @ small / number
        total = total + term
    return total


def _clipped(lag: Numbers) -> Numbers:
    return np.clip(lag, 0, 2 * MOST_DAYS)


def _log_of(state: Floats, ahead: Floats) -> Floats:
    logs: Floats = np.log((state * ahead).sum(axis=1))
    return logs
