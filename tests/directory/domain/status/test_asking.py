"""What to ask when a service is checked."""

from datetime import date, timedelta
from typing import Any

import pytest

from directory.domain.reports import What
from directory.domain.status.asking import Known, due_in_words, kind_in_words, often_in_words, questions
from directory.domain.status.assess import Assessment
from directory.domain.status.funding import Outlook
from directory.domain.status.history import FollowOn
from directory.domain.status.queue import Cause, Queued, Risk
from directory.domain.status.reasons import Reason
from directory.domain.status.rules import State
from directory.domain.status.settings import Settings

ON = date(2026, 11, 21)


def reason(channel: str, weight: float, text: str) -> Reason:
    return Reason(channel=channel, weight=weight, text=text, first_day=ON, last_day=ON, count=1)


def known(*reasons: Reason, confirmed_on: date | None = None, **more: Any) -> Known:
    assessment = Assessment(
        id="a",
        p_open=0.5,
        p_open_ahead=0.4,
        state=State.UNCONFIRMED,
        is_declared=False,
        stopped_about=ON,
        confirmed_on=confirmed_on,
        confirmed_by=None,
        evidence=len(reasons),
        reasons=reasons,
    )
    usual: dict[str, Any] = {"money": None, "reports": (), "paused_until": None, "knows_times": True}
    return Known(assessment=assessment, **{**usual, **more})


def money(end_on: date) -> Outlook:
    return Outlook(
        end_on=end_on,
        start_on=None,
        funder=None,
        amount=None,
        currency="GBP",
        is_own=True,
        follow_on=FollowOn.UNKNOWN,
    )


def test_it_is_asked_whether_it_runs_with_what_speaks_against_it(settings: Settings) -> None:
    failed = reason("web", -1.2, "Its website has failed on 5 checks since 3 March 2026.")
    listed = reason("feed", 0.4, "A directory that is kept up to date lists it: 2 checks since 1 March 2026.")

    assert questions(known(failed, listed, confirmed_on=date(2026, 1, 9)), ON, settings.funding) == (
        "Is it still running? Its website has failed on 5 checks since 3 March 2026. "
        "It was last confirmed on 9 January 2026.",
    )


def test_of_many_reasons_the_weightiest_are_asked_about(settings: Settings) -> None:
    many = [reason(f"channel {number}", -1.0, f"Reason {number}.") for number in range(5)]

    [asked] = questions(known(*many), ON, settings.funding)
    assert asked == "Is it still running? Reason 0. Reason 1. Reason 2. Nobody has confirmed it yet."


def test_reports_are_asked_about_first_and_not_once_more_as_a_reason(settings: Settings) -> None:
    told = reason("public_closed", -2.0, "Somebody reported that it has closed on 20 November 2026.")
    reports = [(What.CLOSED, date(2026, 11, 20)), (What.FULL, ON)]

    assert questions(known(told, reports=reports), ON, settings.funding) == (
        "Somebody reported on 20 November 2026 that it has closed. Is that so?",
        "Somebody reported on 21 November 2026 that it is full. Is that so?",
        "Is it still running? Nobody has confirmed it yet.",
    )


@pytest.mark.parametrize(
    ("days", "asked"),
    [
        (-30, "Its money ended on 22 October 2026. Has it found more?"),
        (30, "Its money ends on 21 December 2026. And then?"),
        (300, None),
    ],
)
def test_money_that_ends_is_asked_about(settings: Settings, days: int, asked: str | None) -> None:
    found = questions(known(money=money(ON + timedelta(days=days))), ON, settings.funding)

    assert found[1:] == ((asked,) if asked else ())


@pytest.mark.parametrize(
    ("until", "asked"),
    [
        (date(2026, 11, 1), "It was paused until 1 November 2026. Has it begun again?"),
        (date(2026, 12, 1), "It is paused until 1 December 2026. Still?"),
    ],
)
def test_a_pause_is_asked_about(settings: Settings, until: date, asked: str) -> None:
    assert questions(known(paused_until=until), ON, settings.funding)[1] == asked


def test_times_nobody_knows_are_asked_for(settings: Settings) -> None:
    assert questions(known(knows_times=False), ON, settings.funding)[1].startswith("On which days is it on")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-18, "due since 3 November 2026, 18 days ago"),
        (-1, "due since 20 November 2026, 1 day ago"),
        (0, "due today"),
        (9, "not due until 30 November 2026"),
    ],
)
def test_it_is_said_since_when_it_is_due(days: int, words: str) -> None:
    entry = Queued(service_id="a", risk=Risk.OTHER, cause=Cause.REPORTED, due_on=ON + timedelta(days=days), weight=0.1)

    assert due_in_words(entry, ON) == words


def test_every_class_has_a_name_and_how_often_it_is_checked() -> None:
    assert len({kind_in_words(risk) for risk in Risk}) == len(Risk)
    assert (often_in_words(7), often_in_words(10)) == ("every week", "every 10 days")
