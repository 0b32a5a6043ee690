"""Badges: what is said for and against a service still running."""

from dataclasses import replace
from datetime import date

import pytest

from directory.domain.records import Basis, Channel, Evidence, ServiceStatus
from directory.queries.pages import EvidenceItem
from tests.web.test_facts import ORIGIN, a_page
from web.trust import badges, basis_badge, checked_badge, evidence_against, live_badge, running_badge

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


def test_a_service_no_source_has_any_more_has_a_clock_before_that_of_its_check() -> None:
    assert live_badge(True) is None
    assert [(badge.kind, badge.words) for badge in badges(a_page(is_live=False), TODAY)] == [
        ("old", "No longer on its source’s list"),
        ("old", "Not checked by a person"),
    ]


def test_evidence_its_source_took_back_is_not_held_against_a_service() -> None:
    ceased = Evidence(
        channel=Channel.REGISTER, symbol="ceased", on=date(2026, 3, 3), text="It has ceased.", organization_id="o"
    )
    standing = EvidenceItem(evidence=ceased, provenance=ORIGIN)
    withdrawn = EvidenceItem(evidence=ceased, provenance=replace(ORIGIN, is_live=False))

    assert evidence_against([withdrawn, standing]) == (standing,)
    assert "May have closed" not in {badge.words for badge in badges(a_page(evidence=(withdrawn,)), TODAY)}
