"""When pages are looked at again: rates of change, intervals, budgets, and what failing and doubt do to them."""

from datetime import UTC, datetime, timedelta
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.revisit import (
    DOUBTFUL_DAYS,
    FAILING_DAYS,
    LEAST_DAYS,
    MOST_DAYS,
    UNREADABLE_DAYS,
    Gap,
    interval_days,
    next_check,
    pace_for,
    pace_of,
    rate_of,
    rate_of_equal,
)

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
GAPS = st.lists(st.tuples(st.floats(0.01, 400), st.booleans()), min_size=1, max_size=50)
RATES = st.lists(st.floats(1e-5, 50), min_size=1, max_size=40)


def test_rate_of_equal_gaps_is_the_worked_example() -> None:
    counted = 4 / (12 * 7)

    assert counted == pytest.approx(0.04762, abs=5e-6)
    assert rate_of_equal(12, 4, 7) == pytest.approx(0.05509, abs=5e-6)


def test_a_page_read_at_equal_gaps_has_that_rate() -> None:
    gaps: list[Gap] = [(7.0, number % 3 == 0) for number in range(12)]

    assert rate_of(gaps) == rate_of_equal(12, 4, 7)


def test_rate_of_unequal_gaps_is_the_likeliest_one() -> None:
    gaps: list[Gap] = [(5.0, True), (10.0, False), (20.0, True)]
    tried = np.linspace(0.001, 1, 100_000)

    posterior = np.log1p(-np.exp(-5 * tried)) + np.log1p(-np.exp(-20 * tried)) - (10 + 3) * tried

    assert rate_of(gaps) == pytest.approx(tried[posterior.argmax()], abs=2e-5)


def test_a_page_never_seen_to_change_has_even_chances_of_less() -> None:
    assert rate_of([(4.0, False), (13.0, False)]) == pytest.approx(log(2) / 20)


@given(GAPS)
def test_every_rate_is_above_0_and_bounded(gaps: list[Gap]) -> None:
    assert 0 < rate_of(gaps) < 400


@given(GAPS, st.integers(0, 49))
def test_one_more_change_makes_no_rate_lower(gaps: list[Gap], place: int) -> None:
    place %= len(gaps)
    unchanged, changed = (
        [(days, has_changed if at != place else flag) for at, (days, has_changed) in enumerate(gaps)]
        for flag in (False, True)
    )

    assert rate_of(changed) >= rate_of(unchanged) * (1 - 1e-9)


@given(GAPS, st.floats(0.01, 400))
def test_longer_without_a_change_makes_the_rate_lower(gaps: list[Gap], days: float) -> None:
    unequal = [(1_000.0, False), *gaps]

    assert rate_of([*unequal, (days, False)]) < rate_of(unequal)


@given(st.floats(1e-6, 1e3), st.floats(1e-6, 1e3), st.floats(1e-3, 1e3))
def test_intervals_are_bounded_and_shorter_for_what_changes_more(slow: float, fast: float, pace: float) -> None:
    slow, fast = sorted((slow, fast))

    assert LEAST_DAYS <= interval_days(fast, pace) <= interval_days(slow, pace) <= MOST_DAYS


def test_an_interval_goes_with_one_over_the_square_root_of_the_rate() -> None:
    assert interval_days(0.01, 1.0) == pytest.approx(2 * interval_days(0.04, 1.0))
    assert interval_days(1 / 30, pace_of(7, 30)) == pytest.approx(7)


@given(RATES, st.floats(0.001, 1_000), st.floats(0.01, 5))
def test_a_pace_keeps_to_the_budget_where_the_longest_intervals_do(
    rates: list[float], budget: float, least: float
) -> None:
    pace = pace_for(rates, budget, least)

    needed = sum(1 / interval_days(rate, pace) for rate in rates)
    assert pace >= least
    assert needed <= max(budget * (1 + 1e-6), len(rates) / MOST_DAYS * (1 + 1e-6))


def test_a_budget_that_suffices_makes_nobody_hurry() -> None:
    assert pace_for([0.1, 0.01], 1_000, 1.5) == 1.5
    assert pace_for([], 10, 1.5) == 1.5


def freshness(rates: Floats, days: Floats, seed: int) -> float:
    """The share of time in which the copy of a page is like the page, each looked at every so many days."""
    drawn = np.random.default_rng(seed).exponential(1 / rates, size=(400, len(rates)))
    # A copy is fresh until the first change, and then until the next look not any more.
    return float((np.minimum(drawn, days) / days).mean())


def test_the_square_root_keeps_more_pages_fresh_than_equal_intervals_or_proportional_ones() -> None:
    rates = np.random.default_rng(7).lognormal(mean=log(1 / 30), sigma=1.4, size=2_000)
    budget = len(rates) / 14
    pace = pace_for(list(rates), budget, 1e-6)
    at_root = np.array([interval_days(rate, pace) for rate in rates])

    square_root = freshness(rates, at_root, 1)
    uniform = freshness(rates, np.full(len(rates), 14.0), 1)
    proportional = freshness(rates, rates.sum() / (rates * budget), 1)

    assert (1 / at_root).sum() == pytest.approx(budget, rel=1e-3)
    assert square_root > uniform + 0.004
    assert uniform > proportional + 0.1


def checked(**known: object) -> timedelta:
    """How long after a check a page is looked at again."""
    asked: dict[str, object] = {
        "rate": 0.001,
        "pace": 1.0,
        "failing_since": None,
        "failures": 0,
        "is_read": True,
        "p_open": (),
    }
    return next_check(AT, **{**asked, **known}) - AT  # type: ignore[arg-type]


def test_a_first_failure_is_looked_at_again_after_an_hour_a_day_and_three_days() -> None:
    began = [AT, AT - timedelta(hours=1), AT - timedelta(days=1)]

    after = [checked(failing_since=since, failures=count) for count, since in enumerate(began, 1)]

    assert after == [timedelta(hours=1), timedelta(hours=23), timedelta(days=2)]


def test_a_recheck_that_is_late_is_not_followed_by_the_next_at_once() -> None:
    assert checked(failing_since=AT - timedelta(days=9), failures=2) == timedelta(hours=1)


def test_a_page_that_goes_on_failing_is_looked_at_every_fortnight() -> None:
    assert checked(failing_since=AT - timedelta(days=90), failures=9) == timedelta(days=FAILING_DAYS)


def test_a_page_that_cannot_be_read_is_left_alone_for_longer() -> None:
    assert checked(rate=10.0, is_read=False) == timedelta(days=UNREADABLE_DAYS)


@pytest.mark.parametrize(("p_open", "days"), [(0.24, 30), (0.25, DOUBTFUL_DAYS), (0.80, DOUBTFUL_DAYS), (0.81, 30)])
def test_a_service_in_doubt_is_looked_at_every_fortnight_at_least(p_open: float, days: float) -> None:
    assert checked(rate=1 / 900, p_open=(p_open, 0.99)).days == int(days)
