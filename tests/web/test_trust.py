"""Badges: what is said for and against a service still running."""

from datetime import date

import pytest

from directory.domain.records import Basis, ServiceStatus
from web.trust import basis_badge, checked_badge, running_badge

TODAY = date(2026, 11, 21)


def test_a_service_nobody_checked_is_said_to_be_so() -> None:
    badge = checked_badge(None, TODAY)

    assert (badge.kind, badge.words) == ("old", "Not checked by a person")


def test_a_check_within_a_year_has_a_tick_and_names_who_says_so() -> None:
    badge = checked_badge(date(2026, 3, 3), TODAY, "Tyneside groups")

    assert (badge.kind, badge.words) == ("ok", "Checked on 3 March 2026 by Tyneside groups")


def test_a_check_of_long_ago_has_a_clock() -> None:
    badge = checked_badge(date(2014, 3, 3), TODAY)

    assert (badge.kind, badge.words) == ("old", "Last checked on 3 March 2014")


@pytest.mark.parametrize("status", [ServiceStatus.INACTIVE, ServiceStatus.DEFUNCT])
def test_a_service_its_source_gave_up_may_have_closed(status: ServiceStatus) -> None:
    badge = running_badge(status)

    assert badge is not None
    assert badge.kind == "warn"
    assert badge.words.startswith("May have closed")


def test_a_pause_says_until_when() -> None:
    paused = running_badge(ServiceStatus.TEMPORARILY_CLOSED, date(2027, 1, 4))
    announced = running_badge(ServiceStatus.ACTIVE, date(2027, 1, 4))

    assert paused is not None
    assert announced is not None
    assert paused.words == "Temporarily closed until 4 January 2027"
    assert announced.words == "Paused until 4 January 2027"


def test_a_running_service_needs_no_badge_for_that() -> None:
    assert running_badge(ServiceStatus.ACTIVE) is None
    assert basis_badge(Basis.LISTED) is None


def test_a_register_entry_is_said_to_be_one() -> None:
    badge = basis_badge(Basis.REGISTER)

    assert badge is not None
    assert badge.words == "Described by its register"
