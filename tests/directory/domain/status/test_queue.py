"""Which services are checked first."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.status.queue import Candidate, Cause, Queue, Risk, queue
from directory.queries.checking import read_check_settings

ON = date(2026, 11, 21)
SETTINGS = read_check_settings()


def candidate(service_id: str = "a", days: int = 0, **known: Any) -> Candidate:
    """One that surely runs, was last seen to so many days ago and matters as little as any."""
    usual: dict[str, Any] = {"risk": Risk.OTHER, "p_open": 0.95, "since": ON - timedelta(days=days)}
    return Candidate(**{"service_id": service_id, **usual, **known})


def queued(*candidates: Candidate) -> Queue:
    return queue(candidates, ON, SETTINGS)


def ids(*candidates: Candidate) -> list[str]:
    return [one.service_id for one in queued(*candidates).entries]


@pytest.mark.parametrize(
    ("risk", "days"), [(Risk.CRISIS, 7), (Risk.BASICS, 30), (Risk.CLINICAL, 91), (Risk.OTHER, 182)]
)
def test_each_class_is_due_after_its_own_time(risk: Risk, days: int) -> None:
    assert ids(candidate(risk=risk, days=days - 1)) == []
    [entry] = queued(candidate(risk=risk, days=days)).entries
    assert (entry.cause, entry.due_on) == (Cause.OVERDUE, ON)


def test_overdue_ones_come_before_the_rest_and_riskier_ones_first() -> None:
    doubtful = candidate("doubtful crisis", risk=Risk.CRISIS, p_open=0.5)
    late = [candidate(f"late {risk}", days=400, risk=risk) for risk in reversed(Risk)]

    assert ids(doubtful, *late) == ["late crisis", "late basics", "late clinical", "late other", "doubtful crisis"]


def test_of_one_class_the_most_looked_at_and_least_known_come_first() -> None:
    few = candidate("few views", days=400, p_open=0.6)
    many = candidate("many views", days=400, p_open=0.9, views=10)
    sure = candidate("surely closed", days=400, p_open=0.01)

    assert ids(sure, few, many) == ["many views", "few views", "surely closed"]
    assert [round(one.weight, 2) for one in queued(sure, few, many).entries] == [1.0, 0.4, 0.01]


def test_less_likely_than_four_in_five_is_checked_before_it_is_due() -> None:
    [entry] = queued(candidate(p_open=0.79), candidate("b", p_open=0.80)).entries

    assert (entry.service_id, entry.cause) == ("a", Cause.DOUBTFUL)


def test_what_was_reported_comes_first_even_if_it_was_declared_closed() -> None:
    reported = candidate("reported", is_declared=True, p_open=0.001, reported_on=ON)

    assert ids(candidate("late", days=400, risk=Risk.CRISIS), reported) == ["reported", "late"]


def test_what_was_declared_closed_is_not_asked_again() -> None:
    assert ids(candidate(is_declared=True, p_open=0.001, days=900)) == []


def test_what_was_tried_to_no_avail_waits_some_days() -> None:
    tried = candidate(days=400, tried_on=ON - timedelta(days=2))

    assert queued(tried) == Queue(entries=(), aside=1)
    assert ids(replace(tried, tried_on=ON - timedelta(days=3))) == ["a"]
    assert queued(replace(tried, since=ON)).aside == 0


def test_a_report_after_the_call_does_not_wait() -> None:
    tried = candidate(tried_on=ON - timedelta(days=1), reported_on=ON)

    assert ids(tried) == ["a"]
    assert ids(replace(tried, reported_on=ON - timedelta(days=1))) == []


def test_a_paused_one_is_left_alone_until_it_should_be_back() -> None:
    paused = candidate(days=400, p_open=0.5, paused_until=ON)
    [entry] = queued(replace(paused, paused_until=ON - timedelta(days=1))).entries

    assert ids(paused) == []
    assert (entry.cause, entry.due_on) == (Cause.OVERDUE, ON)


def test_a_pause_that_somebody_spoke_after_is_forgotten() -> None:
    assert ids(candidate(days=10, paused_until=ON - timedelta(days=20))) == []


def test_the_riskiest_need_decides_and_a_broad_one_stands_for_what_is_below_it() -> None:
    assert SETTINGS.risk_of(["choirs", "arts", "food-banks", "food"]) is Risk.BASICS
    assert SETTINGS.risk_of(["food", "refuges"]) is Risk.CRISIS
    assert SETTINGS.risk_of(["choirs"]) is Risk.OTHER
    assert SETTINGS.risk_of([]) is Risk.OTHER


_DAYS = st.dates(ON - timedelta(days=900), ON)
_CANDIDATES = st.builds(
    Candidate,
    service_id=st.text("abc", min_size=1),
    risk=st.sampled_from(Risk),
    p_open=st.floats(0.001, 0.999),
    since=_DAYS,
    views=st.floats(0, 1e6),
    is_declared=st.booleans(),
    reported_on=st.none() | _DAYS,
    tried_on=st.none() | _DAYS,
    paused_until=st.none() | st.dates(ON - timedelta(days=400), ON + timedelta(days=400)),
)


@given(st.lists(_CANDIDATES, max_size=12), st.randoms())
def test_the_order_does_not_depend_on_the_order_of_reading(candidates: list[Candidate], random: Any) -> None:
    shuffled = list(candidates)
    random.shuffle(shuffled)
    found = queue(candidates, ON, SETTINGS)

    assert queue(shuffled, ON, SETTINGS) == found
    assert len(found.entries) + found.aside <= len(candidates)


def test_a_class_is_due_so_many_days_after_it_was_known_to_run() -> None:
    assert SETTINGS.due_on(Risk.CRISIS, ON) == ON + timedelta(days=7)
