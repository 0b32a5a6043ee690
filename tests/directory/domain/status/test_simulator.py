"""Invented services: as the description of the simulator has them, and found out by the model as well as asked for."""

from collections import Counter
from datetime import date, timedelta

import numpy as np
import pytest

from directory.domain.status.assess import assess
from directory.domain.status.evaluation import (
    Case,
    average_precision,
    brier,
    calibration_error,
    flagged,
    is_down,
    outage,
    precision_at,
    reliability,
)
from directory.domain.status.history import FirstSource, FollowOn, GroupKind
from directory.domain.status.posterior import Model
from directory.domain.status.simulator import Simulated, simulate

ON = date(2026, 6, 1)


@pytest.fixture(scope="module")
def services() -> list[Simulated]:
    return list(simulate(600, ON, np.random.default_rng(7)))


def test_the_same_seed_gives_the_same_services(services: list[Simulated]) -> None:
    assert list(simulate(20, ON, np.random.default_rng(7))) == services[:20]
    assert list(simulate(20, ON, np.random.default_rng(8))) != services[:20]


def test_some_three_in_ten_have_closed(services: list[Simulated]) -> None:
    closed = [one.closed_on for one in services if one.closed_on]
    assert 0.24 < len(closed) / len(services) < 0.36
    assert max(closed) <= ON
    assert any(one.closed_on < one.history.first_seen for one in services if one.closed_on)


def test_all_evidence_is_known_by_the_day(services: list[Simulated]) -> None:
    for known, _ in services:
        days = {one.day for one in known.observations} | {one.day for one in known.statements}
        days |= set(known.events.days) if known.events else set()
        assert all(known.first_seen <= day <= ON for day in days)
        assert ON - timedelta(1_700) < known.first_seen < ON - timedelta(600)


def test_all_kinds_of_services_and_of_evidence_occur(services: list[Simulated]) -> None:
    histories = [one.history for one in services]
    assert {known.kind for known in histories} == set(GroupKind)
    assert {known.first_source for known in histories} == set(FirstSource)
    assert {known.funding_follow_on for known in histories} == {FollowOn.UNKNOWN, FollowOn.FOLLOW_ON}
    assert any(known.funding_end for known in histories)
    assert any(known.season for known in histories)
    assert any(known.events for known in histories)
    shown = {(one.channel, one.symbol) for known in histories for one in known.observations}
    assert len(shown) == 3 + 3 + 4 + 2 + 2
    said = {one.kind for known in histories for one in known.statements}
    assert said == {
        "owner_open",
        "owner_closed",
        "linkworker_attended",
        "linkworker_nobody",
        "linkworker_says_closed",
        "public_open",
        "public_closed",
    }


def test_reports_are_false_as_often_as_is_said(services: list[Simulated]) -> None:
    right: Counter[bool] = Counter()
    for known, closed_on in services:
        for one in known.statements:
            if one.kind.startswith("linkworker"):
                is_open = closed_on is None or one.day < closed_on
                right[(one.kind == "linkworker_attended") == is_open] += 1
    assert right[False] / right.total() == pytest.approx(0.07, abs=0.02)


def test_sites_outlive_their_groups_for_years(services: list[Simulated]) -> None:
    years_later = [
        one.symbol
        for known, closed_on in services
        if closed_on
        for one in known.observations
        if one.channel == "web" and one.day > closed_on + timedelta(730)
    ]
    assert years_later.count("ok") / len(years_later) > 0.15


def test_seasonal_groups_have_months_without_events(services: list[Simulated]) -> None:
    seasonal = [known for known, _ in services if known.season and known.events]
    assert seasonal
    for known in seasonal:
        assert known.season is not None
        assert known.events is not None
        assert all(known.season[day.month - 1] > 0 for day in known.events.days)


def test_the_model_reaches_its_floors_in_a_world_unlike_it(services: list[Simulated], model: Model) -> None:
    """The figures that docs/methods.md gives of 3,000 services, less .03."""
    found = assess(model, [one.history for one in services], ON)
    cases = [
        Case(
            p_closed=1 - one.p_open,
            state=one.state,
            has_closed=service.closed_on is not None,
            site_fails=is_down(service.history),
        )
        for one, service in zip(found, services, strict=True)
    ]
    called = flagged(cases, 0.75)
    assert called.precision is not None
    assert called.recall is not None
    assert called.precision >= 0.957
    assert called.recall >= 0.728
    assert brier(cases) <= 0.0775
    assert (average_precision(cases) or 0) >= 0.931
    assert (precision_at(cases, 0.7) or 0) >= 0.967
    assert calibration_error(reliability(cases)) <= 0.05
    assert outage(cases).hidden == 0
