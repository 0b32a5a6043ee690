"""From a probability to a state: the first rule that fits, and no change over a hair's breadth."""

from typing import Any

import pytest

from directory.domain.status.history import Events, FollowOn, History
from directory.domain.status.rules import (
    Judged,
    Previous,
    State,
    evidence_count,
    judge,
    last_confirmed_by,
    last_sign_of_life,
)
from directory.domain.status.settings import Settings
from tests.directory.domain.status.histories import FIRST, NOW, day, history, said, seen

TODAY = day(NOW)
LATELY = said("linkworker_attended", -10)
TWO_WITNESSES = {"web": -0.7, "feed": -2.0, "owner_open": 1.0}


def judged(
    settings: Settings,
    known: History,
    p: float,
    weights: dict[str, float] | None = None,
    previous: Previous | None = None,
) -> Judged:
    return judge(known.as_of(TODAY), p, weights or {}, TODAY, settings.status, settings.funding, previous)


def state(settings: Settings, p: float, weights: dict[str, float] | None = None, **known: Any) -> State:
    return judged(settings, history(**known), p, weights).state


@pytest.mark.parametrize("who", ["owner", "curator"])
def test_declared_closed_is_closed_whatever_the_probability(settings: Settings, who: str) -> None:
    known = history(statements=(said("owner_open", -90), said(f"{who}_closed", -50)))
    assert judged(settings, known, 0.9) == Judged(state=State.CLOSED, is_declared=True)


@pytest.mark.parametrize(
    "later",
    [
        {"statements": (said("owner_open", -40),)},
        {"statements": (said("curator_open", -40),)},
        {"statements": (said("linkworker_attended", -40),)},
        {"statements": (said("future_event_dated", -40),)},
        {"events": Events(watched_from=day(FIRST), days=(day(NOW - 40),))},
    ],
)
def test_a_later_sign_of_life_takes_a_declaration_back(settings: Settings, later: dict[str, Any]) -> None:
    said_then = later.pop("statements", ())
    known = history(statements=(said("owner_closed", -50), *said_then), **later)
    assert judged(settings, known, 0.9) == Judged(state=State.OPEN, is_declared=False)


@pytest.mark.parametrize("later", [said("public_open", -40), said("post_by_group", -40)])
def test_anybodys_word_does_not_take_a_declaration_back(settings: Settings, later: Any) -> None:
    assert judged(settings, history(statements=(said("owner_closed", -50), later)), 0.9).is_declared


def test_a_sign_of_life_before_a_declaration_does_not_take_it_back(settings: Settings) -> None:
    assert judged(settings, history(statements=(LATELY, said("owner_closed", -5))), 0.9).is_declared


def test_a_reopened_service_is_no_longer_declared_closed(settings: Settings) -> None:
    known = history(statements=(said("owner_closed", -50), said("owner_reopened", -20)))
    assert judged(settings, known, 0.98) == Judged(state=State.OPEN, is_declared=False)


EXPLICIT = [
    {"statements": (LATELY, said("linkworker_nobody", -5))},
    {"statements": (LATELY, said("linkworker_says_closed", -5))},
    {"statements": (said("owner_closed", -50), LATELY)},
    {"statements": (said("curator_closed", -50), LATELY)},
    {"observations": seen("text", {-9: "no_closure_words", -8: "closure_words"})},
    {"observations": seen("register", {-9: "current", -8: "ceased"})},
]


@pytest.mark.parametrize("known", EXPLICIT)
def test_closed_and_likely_closed_need_somebody_who_says_so(settings: Settings, known: dict[str, Any]) -> None:
    assert state(settings, 0.029, **known) is State.CLOSED
    assert state(settings, 0.031, **known) is State.LIKELY_CLOSED
    assert state(settings, 0.249, **known) is State.LIKELY_CLOSED
    assert state(settings, 0.251, **known) is State.UNCONFIRMED


def test_or_they_need_two_witnesses(settings: Settings) -> None:
    assert state(settings, 0.029, TWO_WITNESSES) is State.CLOSED
    assert state(settings, 0.249, TWO_WITNESSES) is State.LIKELY_CLOSED
    one = {"web": -0.69, "feed": -2.0}
    assert state(settings, 0.029, one) is State.LIKELY_CLOSED
    assert state(settings, 0.099, one) is State.LIKELY_CLOSED
    assert state(settings, 0.101, one) is State.UNCONFIRMED


@pytest.mark.parametrize(
    "known",
    [
        {"statements": (said("public_closed", -5),)},
        {"statements": (said("owner_no_reply", -5),)},
        {"observations": seen("text", {-9: "closure_words", -8: "no_closure_words"})},
        {"observations": seen("register", {-9: "ceased", -8: "transferred"})},
        {"observations": seen("web", {-9: "gone"})},
    ],
)
def test_other_evidence_is_nobodys_word_that_it_closed(settings: Settings, known: dict[str, Any]) -> None:
    assert state(settings, 0.2, **known) is State.UNCONFIRMED


@pytest.mark.parametrize(("ends", "at_risk"), [(121, False), (120, True), (-180, True), (-181, False)])
def test_it_is_at_risk_while_its_money_ends(settings: Settings, ends: int, at_risk: bool) -> None:
    known: dict[str, Any] = {"funding_end": day(NOW + ends), "statements": (LATELY,)}
    assert state(settings, 0.9, **known) is (State.AT_RISK if at_risk else State.OPEN)
    assert state(settings, 0.5, **known) is (State.AT_RISK if at_risk else State.UNCONFIRMED)
    assert state(settings, 0.49, **known) is State.UNCONFIRMED


@pytest.mark.parametrize("follow_on", FollowOn)
def test_it_is_not_at_risk_where_more_money_follows(settings: Settings, follow_on: FollowOn) -> None:
    found = state(settings, 0.9, funding_end=TODAY, funding_follow_on=follow_on, statements=(LATELY,))
    assert found is (State.OPEN if follow_on is FollowOn.FOLLOW_ON else State.AT_RISK)


def test_it_is_open_only_where_that_is_likely(settings: Settings) -> None:
    assert state(settings, 0.80, statements=(LATELY,)) is State.OPEN
    assert state(settings, 0.799, statements=(LATELY,)) is State.UNCONFIRMED


@pytest.mark.parametrize(("is_frequent", "within"), [(False, 365), (True, 180)])
def test_it_is_open_only_while_its_last_sign_of_life_is_recent(
    settings: Settings, is_frequent: bool, within: int
) -> None:
    for ago, expected in ((within, State.OPEN), (within + 1, State.UNCONFIRMED)):
        assert state(settings, 0.95, is_frequent=is_frequent, statements=(said("owner_open", -ago),)) is expected


def test_nothing_known_is_unconfirmed(settings: Settings) -> None:
    assert state(settings, 0.99) is State.UNCONFIRMED


def test_the_last_sign_of_life_is_the_last_statement_or_event_that_is_one() -> None:
    events = Events(watched_from=day(FIRST), days=(day(NOW - 30), day(NOW - 90)))
    assert last_sign_of_life(history()) is None
    assert last_confirmed_by(history()) is None
    assert last_confirmed_by(history(events=events)) == "event"
    assert last_confirmed_by(history(events=events, statements=(LATELY,))) == "linkworker_attended"
    assert last_sign_of_life(history(events=events, statements=(said("public_open", -1),))) == day(NOW - 30)
    assert last_sign_of_life(history(events=events, statements=(said("owner_open", -7),))) == day(NOW - 7)


KNOWN = history(statements=(LATELY,))


@pytest.mark.parametrize(
    ("was", "p", "becomes"),
    [
        (State.OPEN, 0.76, State.OPEN),
        (State.OPEN, 0.74, State.UNCONFIRMED),
        (State.UNCONFIRMED, 0.84, State.UNCONFIRMED),
        (State.UNCONFIRMED, 0.86, State.OPEN),
        (State.LIKELY_CLOSED, 0.14, State.LIKELY_CLOSED),
        (State.LIKELY_CLOSED, 0.16, State.UNCONFIRMED),
        (State.UNCONFIRMED, 0.06, State.UNCONFIRMED),
        (State.UNCONFIRMED, 0.04, State.LIKELY_CLOSED),
    ],
)
def test_without_new_evidence_a_state_is_left_only_by_a_margin(
    settings: Settings, was: State, p: float, becomes: State
) -> None:
    assert judged(settings, KNOWN, p, previous=Previous(state=was, evidence=1)).state is becomes


def test_closed_too_is_left_only_by_a_margin(settings: Settings) -> None:
    closed = Previous(state=State.CLOSED, evidence=0)
    assert judged(settings, history(), 0.079, TWO_WITNESSES, closed).state is State.CLOSED
    assert judged(settings, history(), 0.081, TWO_WITNESSES, closed).state is State.LIKELY_CLOSED


def test_new_evidence_changes_a_state_at_once(settings: Settings) -> None:
    assert judged(settings, KNOWN, 0.79, previous=Previous(state=State.OPEN, evidence=0)).state is State.UNCONFIRMED


def test_the_calendar_changes_a_state_at_once(settings: Settings) -> None:
    known = history(statements=(said("owner_open", -366),))
    was = Previous(state=State.OPEN, evidence=1)
    assert judged(settings, known, 0.95, previous=was).state is State.UNCONFIRMED


def test_all_kinds_of_evidence_are_counted() -> None:
    events = Events(watched_from=day(FIRST), days=(day(NOW - 30), day(NOW - 90)))
    assert evidence_count(history()) == 0
    assert evidence_count(history(events=events, statements=(LATELY,), observations=seen("web", {-1: "ok"}))) == 4
