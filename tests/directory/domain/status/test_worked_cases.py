"""The worked cases of docs/methods.md: the probability within .03, and the status."""

from datetime import date

import pytest

from directory.domain.status.assess import Assessment, assess
from directory.domain.status.history import Events, FirstSource, GroupKind, History
from directory.domain.status.posterior import Model
from directory.domain.status.rules import State
from tests.directory.domain.status.histories import NOW, checked, day, history, said, seen, weekly

CONFIRMED = (said("owner_open", -400),)
LAPSED = checked(-120, "gone", (-120, -90, -60, -30, 0))
NOBODY = said("linkworker_nobody", -10, "l1")

PROJECT = {"kind": GroupKind.PROJECT, "statements": (said("owner_open", -300),), "funding_end": day(NOW - 100)}
CLOSURE_WORDS = {-400: "no_closure_words", -20: "closure_words"}

TODAY = day(NOW)

AUGUST = date(2025, 8, 10)
YEARS_BEFORE = date(2022, 11, 14)
IN_TERM = Events(
    watched_from=YEARS_BEFORE,
    days=tuple(
        one
        for one in map(date.fromordinal, range(YEARS_BEFORE.toordinal(), AUGUST.toordinal() + 1, 7))
        if one.month not in (6, 7, 8)
    ),
)
TERMS = tuple(0.0 if month in (6, 7, 8) else 1.0 for month in range(1, 13))


def of_charity(now: str) -> History:
    register = seen("register", dict.fromkeys(range(-1000, -60, 30), "current") | {-60: now, -30: now})
    return history(kind=GroupKind.CHARITY, statements=(said("owner_open", -200),), observations=register)


def in_august(season: tuple[float, ...]) -> History:
    return history(first_seen=YEARS_BEFORE, season=season, events=IN_TERM)


CASES = {
    "A": (0.989, State.OPEN, history(statements=(said("owner_open", -30),))),
    "B": (0.876, State.UNCONFIRMED, history(statements=CONFIRMED)),
    "C": (0.909, State.UNCONFIRMED, history(statements=CONFIRMED, observations=checked(0, "fail", (0,)))),
    "D": (0.902, State.UNCONFIRMED, history(statements=CONFIRMED, observations=checked(-9, "fail", range(-9, 1)))),
    "E": (
        0.588,
        State.UNCONFIRMED,
        history(statements=CONFIRMED, observations=checked(-120, "fail", range(-120, 1, 30))),
    ),
    "F": (0.313, State.UNCONFIRMED, history(statements=CONFIRMED, observations=LAPSED)),
    "G": (0.028, State.CLOSED, history(statements=(*CONFIRMED, NOBODY), observations=LAPSED)),
    "H": (0.876, State.OPEN, history(statements=(*CONFIRMED, NOBODY, said("owner_open", 0)), observations=LAPSED)),
    "I": (0.721, State.UNCONFIRMED, history(first_source=FirstSource.IMPORT, events=weekly(-60))),
    "J": (0.395, State.UNCONFIRMED, history(first_source=FirstSource.IMPORT, events=weekly(-200))),
    "K": (0.644, State.AT_RISK, history(**PROJECT)),
    "L": (0.036, State.LIKELY_CLOSED, history(**PROJECT, observations=seen("text", CLOSURE_WORDS))),
    "M": (
        0.993,
        State.AT_RISK,
        history(kind=GroupKind.PROJECT, statements=(said("owner_open", -20),), funding_end=day(NOW + 60)),
    ),
    "P": (0.043, State.CLOSED, history(statements=(said("owner_open", -100), said("owner_closed", -5)))),
    "Q": (
        0.759,
        State.UNCONFIRMED,
        history(statements=(said("owner_open", -60), said("linkworker_nobody", -5, "l1"))),
    ),
    "R": (
        0.100,
        State.LIKELY_CLOSED,
        history(
            statements=(
                said("owner_open", -60),
                said("linkworker_nobody", -5, "l1"),
                said("linkworker_says_closed", -2, "l2"),
            )
        ),
    ),
    "S": (
        0.724,
        State.UNCONFIRMED,
        history(
            statements=(said("owner_open", -60), *(said("linkworker_nobody", at, "l1") for at in (-5, -4, -3))),
        ),
    ),
    "V": (
        0.732,
        State.UNCONFIRMED,
        history(first_seen=day(NOW - 730), first_source=FirstSource.IMPORT),
    ),
    "W": (0.929, State.OPEN, of_charity("transferred")),
    "X": (0.324, State.UNCONFIRMED, of_charity("ceased")),
    "Y": (
        0.168,
        State.LIKELY_CLOSED,
        history(
            statements=(said("owner_open", -200),),
            observations=seen("text", {-1000: "no_closure_words", -200: "no_closure_words", -20: "closure_words"})
            + checked(1, "ok"),
        ),
    ),
    "Z": (
        0.600,
        State.UNCONFIRMED,
        history(statements=(said("owner_open", -300),), observations=seen("phone", {-10: "invalid", -3: "invalid"})),
    ),
}


def assessed(model: Model, known: History, on: date = TODAY) -> Assessment:
    return next(assess(model, [known], on))


@pytest.mark.parametrize(("p_open", "state", "known"), CASES.values(), ids=CASES)
def test_a_worked_case_comes_out_as_written(model: Model, p_open: float, state: State, known: History) -> None:
    found = assessed(model, known)
    assert found.p_open == pytest.approx(p_open, abs=0.03)
    assert found.state is state


@pytest.mark.parametrize(
    ("p_open", "state", "season"), [(0.975, State.OPEN, TERMS), (0.658, State.UNCONFIRMED, (1.0,) * 12)], ids="TU"
)
def test_silence_in_august_is_read_by_the_season(
    model: Model, p_open: float, state: State, season: tuple[float, ...]
) -> None:
    found = assessed(model, in_august(season), AUGUST)
    assert found.p_open == pytest.approx(p_open, abs=0.03)
    assert found.state is state


def test_a_project_near_the_end_of_its_money_may_not_run_in_four_months(model: Model) -> None:
    assert assessed(model, CASES["M"][2]).p_open_ahead == pytest.approx(0.758, abs=0.03)


def test_what_the_owner_declares_closed_is_marked_as_declared(model: Model) -> None:
    assert {case for case, (_, _, known) in CASES.items() if assessed(model, known).is_declared} == {"P"}


def test_a_year_after_a_confirmation_its_chance_is_what_the_hazard_leaves(model: Model) -> None:
    """exp(-.12 * 400 / 365.25), but for the slip of an owner's finger."""
    assert assessed(model, CASES["B"][2]).p_open == pytest.approx(0.877, abs=0.002)


def test_ten_failures_in_ten_days_weigh_hardly_more_than_one(model: Model) -> None:
    once, ten_times = (assessed(model, CASES[case][2]).p_open for case in "CD")
    assert 0 < once - ten_times < 0.03
