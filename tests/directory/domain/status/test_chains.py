"""Watched channels: the quick passes give what the forward algorithm, written as in docs/methods.md, gives slowly."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.domain.status.chains import MOST_DAYS, Chain, Floats, Series, Stops
from directory.domain.status.settings import ChannelSettings
from directory.queries.status_settings import read_status_settings

YEAR = 365.25
PATIENT = settings(max_examples=50, deadline=None)
SETTINGS = read_status_settings()
CHAINS = {name: Chain(channel) for name, channel in SETTINGS.channel.items()}

looks = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 3)), min_size=1, max_size=8)


def after(states: str, rates: dict[str, float], days: float) -> Floats:
    """The exponential of a chain's rates over some days, by its series on a small step, squared up again."""
    generator = np.zeros((len(states), len(states)))
    for start, one in enumerate(states):
        for end, other in enumerate(states):
            generator[start, end] = rates.get(one + other, 0.0)
        generator[start, start] = -generator[start].sum()
    small = generator * days / YEAR / 2**20
    step: Floats = np.eye(len(states)) + small + small @ small / 2 + small @ small @ small / 6
    for _ in range(20):
        step = step @ step
    return step


def slowly(channel: ChannelSettings, observations: list[tuple[int, int]], stopped: float) -> float:
    """The log of the chance of the observations if the service stopped on a day: one state vector, pushed along."""
    emits = {False: channel.emits, True: channel.emits_closed or channel.emits}
    state, log, before = np.array(channel.starts), 0.0, None
    for day, symbol in observations:
        since = day if before is None else before
        ran = max(0.0, min(day, stopped) - since)
        ended = max(0.0, day - max(since, stopped)) if before is not None else max(0.0, day - stopped)
        state = state @ after(channel.states, channel.open, ran) @ after(channel.states, channel.closed, ended)
        state = state * np.array(emits[day >= stopped])[:, symbol]
        log += math.log(state.sum())
        state, before = state / state.sum(), day
    return log


def quickly(name: str, services: list[list[tuple[int, int]]], half_days: list[int]) -> Floats:
    offsets = np.cumsum([0, *map(len, services)])
    days = np.array([day for one in services for day, _ in one], dtype=np.int64)
    symbols = np.array([symbol for one in services for _, symbol in one], dtype=np.int64)
    stops = Stops(np.arange(len(services) + 1) * len(half_days), np.array(half_days * len(services), dtype=np.int64))
    return CHAINS[name].log_likelihood(Series(offsets, days, symbols), stops).reshape(len(services), -1)


def of_channel(name: str, observations: list[tuple[int, int]]) -> list[tuple[int, int]]:
    symbols = len(SETTINGS.channel[name].symbols)
    return sorted((day, symbol % symbols) for day, symbol in observations)


@pytest.mark.parametrize("name", CHAINS)
@PATIENT
@given(
    services=st.lists(looks, min_size=1, max_size=3), halves=st.lists(st.integers(-300, 2_000), min_size=1, max_size=6)
)
def test_all_days_of_stopping_come_out_as_by_the_slow_algorithm(
    name: str, services: list[list[tuple[int, int]]], halves: list[int]
) -> None:
    of_services = [of_channel(name, one) for one in services]
    found = quickly(name, of_services, halves)
    for observations, likely in zip(of_services, found, strict=True):
        expected = [slowly(SETTINGS.channel[name], observations, half / 2) for half in halves]
        assert likely == pytest.approx(expected, abs=1e-9)


def test_a_look_on_the_day_of_stopping_is_a_look_at_a_service_that_has_stopped() -> None:
    """Nobody answered on day 10: .95 of the phones work and ring out, .05 are dead and do so too."""
    unanswered = SETTINGS.channel["phone"].symbols.index("noanswer")
    on_the_day, a_day_later = quickly("phone", [[(10, unanswered)]], [20, 22])[0]
    assert math.exp(on_the_day) == pytest.approx(0.95 * 0.67 + 0.05 * 0.33)
    assert math.exp(a_day_later) == pytest.approx(0.95 * 0.36 + 0.05 * 0.33)


def test_a_service_without_looks_says_nothing() -> None:
    assert quickly("web", [[], [(3, 1)]], [0, 8])[0].tolist() == [0.0, 0.0]


def test_gaps_of_more_than_twelve_years_are_taken_for_twelve() -> None:
    far, farther = quickly("web", [[(0, 0), (MOST_DAYS, 1)], [(0, 0), (MOST_DAYS + 5_000, 1)]], [0])[:, 0]
    assert far == pytest.approx(farther, abs=1e-9)
