"""The days on which a service may have stopped, and how likely each was before any evidence."""

import math
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as st

from directory.domain.status.grid import Grid, grid, staying_power
from directory.domain.status.history import Events, FirstSource, FollowOn, GroupKind, History
from directory.domain.status.settings import Settings
from directory.queries.status_settings import read_status_settings
from tests.directory.domain.status.histories import FIRST, NOW, day, history, said, seen

SETTINGS = read_status_settings()
TODAY = day(NOW).toordinal()
PATIENT = trials(max_examples=50, deadline=None)


def chances(found: Grid) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.exp(found.log_prior)


def edges(found: Grid) -> set[int]:
    ends = [day(FIRST).toordinal()]
    for middle in found.half_days[:-2].tolist():
        ends.append(middle - ends[-1])
    return set(ends)


def not_yet(known: History, settings: Settings) -> float:
    return float(chances(grid(known, TODAY, settings))[-1])


def test_bins_are_a_fortnight_wide_and_the_last_two_are_before_it_was_seen_and_not_yet(settings: Settings) -> None:
    halves = grid(history(), TODAY, settings).half_days
    first = day(FIRST).toordinal()
    assert halves[:2].tolist() == [2 * first + 14, 2 * first + 42]
    assert halves[-2:].tolist() == [2 * (first - 180), 2 * (TODAY + 1)]


def test_days_of_evidence_end_bins(settings: Settings) -> None:
    known = history(
        statements=(said("owner_open", -405),),
        observations=seen("web", {-805: "ok", -803: "ok", -801: "fail"}),
        events=Events(watched_from=day(FIRST), days=(day(NOW - 95), day(NOW - 93))),
    )
    noted = edges(grid(known, TODAY, settings)) - edges(grid(history(), TODAY, settings))
    assert noted == {day(NOW + at).toordinal() for at in (-405, -801, -93)}


@pytest.mark.parametrize(
    ("source", "ran"), [(FirstSource.OWNER, 0.995), (FirstSource.IMPORT, 0.93), (FirstSource.CRAWL, 0.90)]
)
def test_on_the_day_it_was_first_seen_it_ran_as_its_source_says(
    settings: Settings, source: FirstSource, ran: float
) -> None:
    known = history(first_seen=day(NOW), first_source=source)
    assert chances(grid(known, TODAY, settings)).tolist() == pytest.approx([1 - ran, ran])


def test_a_service_to_be_seen_in_the_future_is_taken_for_one_seen_today(settings: Settings) -> None:
    known = history(first_seen=day(NOW + 3_000))
    assert chances(grid(known, TODAY, settings)).tolist() == pytest.approx([0.005, 0.995])


@pytest.mark.parametrize(
    ("follow_on", "chance"),
    [(FollowOn.UNKNOWN, 0.30), (FollowOn.FOLLOW_ON, 0.04), (FollowOn.MAIN_NO_FOLLOW_ON, 0.55)],
)
def test_the_end_of_money_ends_services_over_ninety_days(
    settings: Settings, follow_on: FollowOn, chance: float
) -> None:
    plain = not_yet(history(), settings)

    def left(ended: int) -> float:
        return not_yet(history(funding_end=day(NOW + ended), funding_follow_on=follow_on), settings) / plain

    assert left(10) == pytest.approx(1)
    assert left(0) == pytest.approx(1)
    assert left(-45) == pytest.approx(math.sqrt(1 - chance))
    assert left(-90) == left(-400) == pytest.approx(1 - chance)


def test_money_that_ended_before_it_was_first_seen_has_done_its_worst(settings: Settings) -> None:
    known = history(funding_end=day(FIRST - 200), funding_follow_on=FollowOn.MAIN_NO_FOLLOW_ON)
    assert not_yet(known, settings) == pytest.approx(not_yet(history(), settings))


def test_staying_power_is_what_the_hazard_and_the_money_leave(settings: Settings) -> None:
    project = history(kind=GroupKind.PROJECT, funding_end=day(NOW + 60))
    left = staying_power(project, TODAY, 120, settings)
    assert left == pytest.approx(math.exp(-0.10 * 120 / 365.25) * 0.7 ** (60 / 90))


@PATIENT
@given(
    first_seen=st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    funding_end=st.none() | st.dates(),
    kind=st.sampled_from(GroupKind),
    source=st.sampled_from(FirstSource),
)
def test_the_chances_make_one(first_seen: date, funding_end: date | None, kind: GroupKind, source: FirstSource) -> None:
    known = history(kind=kind, first_seen=first_seen, first_source=source, funding_end=funding_end)
    assert chances(grid(known, TODAY, SETTINGS)).sum() == pytest.approx(1)
