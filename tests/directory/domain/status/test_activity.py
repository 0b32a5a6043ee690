"""What silence after dated events says."""

import math
from datetime import date, timedelta

import numpy as np
import pytest

from directory.domain.status.activity import log_likelihood, season_of
from directory.domain.status.chains import Floats
from directory.domain.status.history import Events, History
from directory.domain.status.settings import Settings
from tests.directory.domain.status.histories import FIRST, NOW, day, history, weekly

TODAY = day(NOW)
EVEN = (1.0,) * 12


def likely(known: History, settings: Settings, *stops: int, on: date = TODAY) -> Floats:
    found = log_likelihood(known, on, settings.activity, np.array([2 * day(NOW + at).toordinal() for at in stops]))
    assert found is not None
    return np.exp(found)


def test_fewer_than_three_events_say_nothing(settings: Settings) -> None:
    two = Events(watched_from=day(FIRST), days=(day(NOW - 20), day(NOW - 10)))
    halves = np.array([2 * TODAY.toordinal()])
    for known in (history(), history(events=two)):
        assert log_likelihood(known, TODAY, settings.activity, halves) is None


def test_silence_is_as_likely_as_its_rhythm_and_its_breaks_make_it(settings: Settings) -> None:
    """By hand: 41 events in 280 days, then 100 days without any, of which the last 60 would have had to be quiet."""
    events = weekly(-100, since=-380)
    known = history(season=EVEN, events=events)
    alpha, beta, gap = 0.5 + 41 - 1, 30 + 280, 60
    silent = (beta / (beta + gap)) ** alpha
    wait = beta / (alpha - 1) * (1 - (beta / (beta + gap)) ** (alpha - 1))
    expected = silent + (0.10 + 0.5 * math.exp(-gap / 60)) / 365.25 * wait
    assert likely(known, settings, -40)[0] == pytest.approx(expected)


def test_the_later_the_stop_the_more_silence_there_is_to_explain(settings: Settings) -> None:
    known = history(season=EVEN, events=weekly(-100, since=-380))
    assert likely(known, settings, -99)[0] > likely(known, settings, -50)[0] > likely(known, settings, 1)[0]


def test_each_event_from_the_stop_on_is_a_calendar_that_nobody_tidied(settings: Settings) -> None:
    known = history(season=EVEN, events=weekly(-100, since=-380))
    last, before = likely(known, settings, -99, -100)
    assert before == pytest.approx(0.05)
    assert last == pytest.approx((310 / 311) ** 40.5, abs=0.002)
    assert likely(known, settings, -107)[0] == pytest.approx(0.05**2)


def test_silence_in_months_off_is_no_silence(settings: Settings) -> None:
    events = Events(watched_from=date(2025, 1, 6), days=tuple(date(2025, 1, 6) + timedelta(7 * n) for n in range(21)))
    assert max(events.days) == date(2025, 5, 26)
    in_term = tuple(0.0 if month in (6, 7, 8) else 1.0 for month in range(1, 13))
    halves = np.array([2 * date(2025, 8, 31).toordinal()])
    on = date(2025, 8, 30)
    off, flat = (
        log_likelihood(history(season=season, events=events), on, settings.activity, halves)
        for season in (in_term, EVEN)
    )
    assert off is not None
    assert flat is not None
    assert math.exp(off[0]) > 0.4
    assert math.exp(flat[0]) < 0.1


def without_summers(years: int, every: int) -> Events:
    end = date(2025, 5, 26)
    days = (end - timedelta(every * number) for number in range(years * 366 // every))
    return Events(
        watched_from=end - timedelta(years * 366), days=tuple(one for one in days if one.month not in (6, 7, 8))
    )


def test_months_without_events_in_the_last_two_years_are_its_own_season(settings: Settings) -> None:
    season = season_of(without_summers(3, 7), settings.activity)
    months_off = {month for month in range(1, 13) if season[month - 1] < 0.25}
    assert months_off == {6, 7, 8}
    assert [season[month] for month in (0, 8, 11)] == [1.0, 1.0, 0.7]


@pytest.mark.parametrize("events", [without_summers(1, 7), without_summers(3, 40)], ids=["one year", "too few"])
def test_the_usual_season_counts_where_its_own_is_not_known(settings: Settings, events: Events) -> None:
    assert season_of(events, settings.activity) == settings.activity.season


def test_watching_from_the_last_event_on_is_no_error(settings: Settings) -> None:
    days = (day(NOW - 30), day(NOW - 20), day(NOW - 10))
    late = history(season=EVEN, events=Events(watched_from=TODAY, days=days))
    assert np.isfinite(np.log(likely(late, settings, -500, -15, 1))).all()
