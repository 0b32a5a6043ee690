"""Figures of how well closures are told, on cases small enough to count by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.status.evaluation import (
    Bin,
    Case,
    Flagged,
    Outage,
    average_precision,
    brier,
    calibration_error,
    flagged,
    is_down,
    outage,
    precision_at,
    reliability,
)
from directory.domain.status.rules import State
from tests.directory.domain.status.histories import history, seen


def case(p_closed: float, has_closed: bool, state: State = State.UNCONFIRMED, site_fails: bool = False) -> Case:
    return Case(p_closed=p_closed, state=state, has_closed=has_closed, site_fails=site_fails)


CASES = [case(0.9, True), case(0.8, False), case(0.7, True), case(0.7, False), case(0.2, True), case(0.1, False)]


def test_a_threshold_takes_all_that_have_at_least_its_chance() -> None:
    assert flagged(CASES, 0.7) == Flagged(count=4, precision=0.5, recall=2 / 3)
    assert flagged(CASES, 0.71) == Flagged(count=2, precision=0.5, recall=1 / 3)


def test_nothing_flagged_has_no_precision_and_nothing_closed_no_recall() -> None:
    assert flagged(CASES, 0.95) == Flagged(count=0, precision=None, recall=0.0)
    assert flagged([case(0.9, False)], 0.5) == Flagged(count=1, precision=0.0, recall=None)


def test_precision_at_a_recall_is_that_of_the_strictest_threshold_that_reaches_it() -> None:
    assert precision_at(CASES, 1 / 3) == 1.0
    assert precision_at(CASES, 0.5) == pytest.approx(2 / 4)
    assert precision_at(CASES, 1.0) == pytest.approx(3 / 5)


def test_equal_chances_are_called_together() -> None:
    """1/1 for the first of three, 2/4 for the second, whose chance another has too, and 3/5 for the third."""
    assert average_precision(CASES) == pytest.approx((1 + 2 / 4 + 3 / 5) / 3)


def test_where_nothing_closed_there_is_nothing_to_find() -> None:
    assert precision_at([case(0.9, False)], 0.5) is None
    assert average_precision([case(0.9, False)]) is None


def test_the_brier_score_is_the_mean_square_error() -> None:
    assert brier([case(0.9, True), case(0.4, False)]) == pytest.approx((0.01 + 0.16) / 2)


def test_cases_are_put_in_bins_by_their_chance() -> None:
    first, last = reliability([case(0.0, False), case(0.04, True), case(0.9, False), case(1.0, True)])
    assert first == Bin(least=0.0, most=0.1, count=2, mean_p_closed=0.02, share_closed=0.5)
    assert last == Bin(least=0.9, most=1.0, count=2, mean_p_closed=0.95, share_closed=0.5)
    assert calibration_error([first, last]) == pytest.approx((0.48 + 0.45) / 2)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_bins_hold_each_case_once_and_all_figures_are_shares(pairs: list[tuple[float, bool]]) -> None:
    cases = [case(*pair) for pair in pairs]
    bins = reliability(cases)
    assert sum(one.count for one in bins) == len(cases)
    figures = [brier(cases), calibration_error(bins), average_precision(cases) or 0.0, precision_at(cases, 0.7) or 0.0]
    assert all(-1e-9 <= figure <= 1 + 1e-9 for figure in figures)


def test_a_perfect_order_has_a_perfect_average_precision() -> None:
    chances = np.linspace(0, 1, 50)
    assert average_precision([case(float(p), bool(p > 0.6)) for p in chances]) == pytest.approx(1)


def test_an_outage_hides_only_what_runs_and_is_called_closed() -> None:
    cases = [
        case(0.9, False, State.LIKELY_CLOSED, site_fails=True),
        case(0.99, False, State.CLOSED, site_fails=True),
        case(0.3, False, State.OPEN, site_fails=True),
        case(0.9, True, State.LIKELY_CLOSED, site_fails=True),
        case(0.9, False, State.LIKELY_CLOSED),
    ]
    assert outage(cases) == Outage(count=3, hidden=2)


def test_a_site_is_down_where_its_last_look_failed() -> None:
    assert is_down(history(observations=seen("web", {-1: "fail", -3: "ok"})))
    assert not is_down(history(observations=seen("web", {-3: "fail", -1: "ok"})))
    assert not is_down(history(observations=seen("web", {-1: "gone"})))
    assert not is_down(history(observations=seen("phone", {-1: "fail"})))
