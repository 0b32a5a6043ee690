"""What dated statements weigh."""

import math

import numpy as np
import pytest

from directory.domain.status.history import Statement
from directory.domain.status.settings import Odds, Settings
from directory.domain.status.statements import on_stops, weights
from tests.directory.domain.status.histories import NOW, day, said

NOBODY = math.log(0.80 / 0.05)


def weighed(settings: Settings, *statements: Statement) -> list[float]:
    return weights(statements, settings.statement, settings.repeats)


def test_a_statement_weighs_the_log_of_how_much_likelier_it_is_of_a_stopped_service(settings: Settings) -> None:
    found = weighed(settings, said("linkworker_nobody", -9, "l1"), said("public_open", -5), said("new_grant", -3))
    assert found == pytest.approx([NOBODY, math.log(0.06 / 0.85), math.log(0.01 / 0.20)])


def test_no_statement_weighs_more_than_a_slip_of_the_finger_allows(settings: Settings) -> None:
    assert weighed(settings, said("owner_closed", -9)) == [6.5]
    sure = {"owner_open": Odds(open=0.9999, closed=0.0001)}
    assert weights([said("owner_open", -9)], sure, settings.repeats) == [-6.5]


def test_the_same_from_the_same_reporter_is_news_only_as_it_is_forgotten(settings: Settings) -> None:
    found = weighed(settings, *(said("linkworker_nobody", at, "l1") for at in (-40, -40, -30, 0)))
    news = [1, 0, 1 - math.exp(-10 / 30), 1 - math.exp(-30 / 30)]
    assert found == pytest.approx([NOBODY * share for share in news])


@pytest.mark.parametrize("other", [said("linkworker_nobody", -3, "l2"), said("linkworker_nobody", -3)])
def test_what_another_or_somebody_unknown_reports_is_news(settings: Settings, other: Statement) -> None:
    assert weighed(settings, said("linkworker_nobody", -4, "l1"), other)[1] == pytest.approx(NOBODY)


def test_something_else_from_the_same_reporter_is_news(settings: Settings) -> None:
    found = weighed(settings, said("linkworker_nobody", -4, "l1"), said("linkworker_says_closed", -3, "l1"))
    assert found[1] == pytest.approx(math.log(0.85 / 0.03))


def test_whoever_was_wrong_before_is_believed_less(settings: Settings) -> None:
    never_checked, often_wrong, always_wrong = weighed(
        settings,
        said("linkworker_nobody", -3),
        said("linkworker_nobody", -3, wrong=3),
        said("linkworker_nobody", -3, wrong=1_000_000),
    )
    kept = (8 / 12) / (8 / 9)
    assert often_wrong == pytest.approx(math.log((0.5 + 0.30 * kept) / (0.5 - 0.45 * kept)))
    assert never_checked == pytest.approx(NOBODY)
    assert always_wrong == pytest.approx(0, abs=1e-4)


def test_whoever_was_always_right_is_believed_no_more_than_the_kind_of_statement(settings: Settings) -> None:
    assert weighed(settings, said("linkworker_nobody", -3, right=50)) == pytest.approx([NOBODY])


def test_a_statement_counts_for_each_stop_on_its_day_or_before() -> None:
    days = [day(NOW - 10), day(NOW - 20)]
    halves = np.array([2 * day(NOW + at).toordinal() for at in (-30, -20, -15, -10, -9)])
    assert on_stops(days, [1.0, 2.0], halves).tolist() == [3.0, 3.0, 1.0, 1.0, 0.0]
