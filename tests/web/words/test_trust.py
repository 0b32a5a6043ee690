"""Badges: whether a service is still running, who said so, and its money."""

from datetime import date, timedelta
from typing import Any

import pytest

from directory.domain.records import Basis, ServiceStatus
from directory.domain.status.rules import State
from directory.domain.status.standing import Standing
from web.words.trust import Badge, badges, basis_badge, funding_badge, live_badge, running_badge, standing_badge

TODAY = date(2026, 11, 21)


def standing(state: State = State.OPEN, **known: Any) -> Standing:
    return Standing(state=state, **{"p_open": 0.9, **known})


def shown(state: State = State.OPEN, ago: int | None = 3, by: str | None = "owner_open", **known: Any) -> Badge:
    confirmed_on = None if ago is None else TODAY - timedelta(days=ago)
    return standing_badge(standing(state, confirmed_on=confirmed_on, confirmed_by=by, **known), TODAY)


def test_a_service_nobody_has_judged_was_not_checked() -> None:
    assert standing_badge(None, TODAY) == Badge(kind="old", words="Not checked by a person")


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("owner_open", "Confirmed by the group 3 days ago"),
        ("curator_open", "Checked 3 days ago"),
        ("linkworker_attended", "A link worker was there 3 days ago"),
        ("future_event_dated", "It announced an event 3 days ago"),
        ("event", "It had an event 3 days ago"),
        (None, "Confirmed 3 days ago"),
    ],
)
def test_who_confirmed_it_last_is_said(by: str | None, words: str) -> None:
    assert shown(by=by) == Badge(kind="ok", words=words)


@pytest.mark.parametrize(
    ("ago", "when"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (42, "42 days ago"),
        (43, "on 9 October 2026"),
        (365, "on 21 November 2025"),
        (-1, "on 22 November 2026"),
    ],
)
def test_the_day_of_a_confirmation_is_said_as_people_would(ago: int, when: str) -> None:
    assert shown(ago=ago).words == f"Confirmed by the group {when}"


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (3, "Last confirmed 3 days ago"),
        (60, "Last confirmed on 22 September 2026"),
        (61, "Not confirmed for 2 months"),
        (400, "Not confirmed for 13 months"),
        (365 * 3 - 5, "Not confirmed for 35 months"),
        (365 * 3 + 2, "Not confirmed since 2023"),
    ],
)
def test_what_is_unconfirmed_says_for_how_long(ago: int, words: str) -> None:
    assert shown(State.UNCONFIRMED, ago) == Badge(kind="old", words=words)


@pytest.mark.parametrize("state", [State.OPEN, State.UNCONFIRMED, State.AT_RISK])
def test_what_nobody_ever_confirmed_says_so(state: State) -> None:
    assert shown(state, ago=None, by=None) == Badge(kind="old", words="Not confirmed by anybody yet")


def test_a_group_whose_money_ends_has_a_tick_only_while_its_confirmation_holds() -> None:
    assert shown(State.AT_RISK, 365).kind == "ok"
    assert shown(State.AT_RISK, 366) == Badge(kind="old", words="Not confirmed for 12 months")


def test_what_has_closed_is_said_first_whoever_confirmed_it_before() -> None:
    assert shown(State.CLOSED, is_declared=True) == Badge(kind="stop", words="Closed")
    assert shown(State.CLOSED) == Badge(kind="warn", words="Has closed")
    assert shown(State.LIKELY_CLOSED) == Badge(kind="warn", words="May have closed: call first")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (184, None),
        (183, "Funding ends 23 May 2027"),
        (0, "Funding ends 21 November 2026"),
        (-1, "Funding ended 20 November 2026"),
        (-183, "Funding ended 22 May 2026"),
        (-184, None),
    ],
)
def test_money_that_ends_within_half_a_year_has_a_badge(days: int, words: str | None) -> None:
    badge = funding_badge(standing(funding_end=TODAY + timedelta(days=days)), TODAY)
    assert badge == (None if words is None else Badge(kind="fund", words=words))


def test_where_no_end_is_known_or_all_has_ended_money_has_no_badge() -> None:
    assert funding_badge(None, TODAY) is None
    assert funding_badge(standing(), TODAY) is None
    assert funding_badge(standing(State.CLOSED, funding_end=TODAY), TODAY) is None


def test_a_service_its_source_gave_up_says_so() -> None:
    assert running_badge(ServiceStatus.INACTIVE) == Badge(kind="warn", words="Its source says that it is not running")
    assert running_badge(ServiceStatus.INACTIVE, date(2027, 1, 4)) == running_badge(ServiceStatus.INACTIVE)


def test_a_pause_says_until_when() -> None:
    until = date(2027, 1, 4)
    assert running_badge(ServiceStatus.TEMPORARILY_CLOSED) == Badge(kind="pause", words="Temporarily closed")
    assert running_badge(ServiceStatus.TEMPORARILY_CLOSED, until) == Badge(
        kind="pause", words="Temporarily closed until 4 January 2027"
    )
    assert running_badge(ServiceStatus.ACTIVE, until) == Badge(kind="pause", words="Paused until 4 January 2027")


def test_a_running_service_needs_no_badge_for_that() -> None:
    assert running_badge(ServiceStatus.ACTIVE) is None
    assert basis_badge(Basis.LISTED) is None
    assert live_badge(True) is None


def test_whether_it_runs_comes_first_then_its_money_then_what_its_sources_say() -> None:
    found = badges(
        standing(State.AT_RISK, confirmed_on=TODAY, confirmed_by="owner_open", funding_end=TODAY),
        TODAY,
        status=ServiceStatus.TEMPORARILY_CLOSED,
        basis=Basis.REGISTER,
        is_live=False,
        paused_until=date(2027, 1, 4),
    )
    assert [(badge.kind, badge.words) for badge in found] == [
        ("ok", "Confirmed by the group today"),
        ("fund", "Funding ends 21 November 2026"),
        ("pause", "Temporarily closed until 4 January 2027"),
        ("old", "No longer on its source’s list"),
        ("old", "Described by its register"),
    ]


def test_a_service_of_which_nothing_is_said_has_one_badge() -> None:
    assert badges(None, TODAY, status=ServiceStatus.ACTIVE, basis=Basis.LISTED, is_live=True) == (
        Badge(kind="old", words="Not checked by a person"),
    )
