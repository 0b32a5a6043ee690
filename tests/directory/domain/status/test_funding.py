"""How far money reaches: the last grant that was known, what it means, and what was not known yet."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.records import Funding
from directory.domain.status.funding import Outlook, is_known, outlook
from directory.domain.status.history import FollowOn
from directory.domain.status.settings import Settings
from tests.directory.domain.status.cases import ON, grant

DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))


def the_outlook(*funding: Funding, on: date = ON) -> Outlook:
    found = outlook(funding, on)
    assert found is not None
    return found


def test_without_money_or_without_its_end_nothing_is_known() -> None:
    assert outlook([], ON) is None
    assert outlook([grant(awarded_on=date(2026, 1, 1), start_on=date(2026, 2, 1))], ON) is None


def test_the_grant_that_ends_last_counts_with_who_gave_it_and_how_much() -> None:
    first = grant(amount=500.0, awarded_on=date(2025, 1, 1), start_on=date(2025, 2, 1), end_on=date(2026, 12, 31))
    last = replace(first, funder="The Other Fund", amount=9_800.0, end_on=date(2027, 3, 31))
    assert the_outlook(last, first) == Outlook(
        end_on=date(2027, 3, 31),
        start_on=date(2025, 2, 1),
        funder="The Other Fund",
        amount=9_800.0,
        currency="GBP",
        is_own=False,
        follow_on=FollowOn.UNKNOWN,
    )


def test_of_two_that_end_on_one_day_the_larger_counts() -> None:
    small, large, unstated = (grant(amount=amount, end_on=date(2027, 3, 31)) for amount in (500.0, 9_800.0, None))
    assert the_outlook(unstated, large, small).amount == 9_800.0


def test_money_that_names_no_funder_is_its_source() -> None:
    assert the_outlook(grant(funder=None, source="Ward money", end_on=ON)).funder == "Ward money"


def test_money_of_its_own_says_more_than_that_of_its_organization() -> None:
    own = grant(service_id="s", end_on=date(2026, 12, 31))
    general = grant(end_on=date(2030, 12, 31))
    found = the_outlook(general, own)
    assert (found.end_on, found.is_own) == (date(2026, 12, 31), True)


def test_a_grant_of_its_own_that_was_not_known_yet_says_nothing() -> None:
    own = grant(service_id="s", awarded_on=date(2027, 1, 1), end_on=date(2027, 12, 31))
    found = the_outlook(grant(end_on=date(2030, 12, 31)), own)
    assert (found.end_on, found.is_own) == (date(2030, 12, 31), False)


@pytest.mark.parametrize(
    ("money", "known"),
    [
        (grant(), True),
        (grant(awarded_on=ON), True),
        (grant(awarded_on=date(2026, 11, 22)), False),
        (grant(awarded_on=date(2026, 11, 22), start_on=date(2026, 1, 1)), False),
        (grant(awarded_on=date(2026, 11, 20), start_on=date(2027, 1, 1)), True),
        (grant(start_on=ON), True),
        (grant(start_on=date(2026, 11, 22)), False),
    ],
)
def test_money_is_known_from_its_award_or_else_from_its_start(money: Funding, known: bool) -> None:
    assert is_known(money, ON) is known


@given(st.lists(st.builds(grant, awarded_on=DAYS, end_on=DAYS)), DAYS)
def test_what_is_awarded_later_changes_nothing_that_was_known(funding: list[Funding], on: date) -> None:
    assert outlook(funding, on) == outlook([one for one in funding if is_known(one, on)], on)


@pytest.mark.parametrize(
    ("end_on", "is_ending", "sentence"),
    [
        (date(2030, 3, 31), False, "Funding of its organization is known until 31 March 2030."),
        (date(2027, 3, 22), False, "Funding of its organization is known until 22 March 2027."),
        (date(2027, 3, 21), True, "Funding of its organization ends on 21 March 2027."),
        (ON, True, "Funding of its organization ends on 21 November 2026."),
        (date(2026, 11, 20), True, "Funding of its organization ended on 20 November 2026; no follow-on seen."),
        (date(2026, 5, 24), False, "Funding of its organization ended on 24 May 2026; no follow-on seen."),
    ],
)
def test_the_end_is_said_in_a_sentence_and_is_near_from_120_days_before_until_180_after(
    settings: Settings, end_on: date, is_ending: bool, sentence: str
) -> None:
    found = the_outlook(grant(end_on=end_on))
    assert found.is_ending(ON, settings.funding) is is_ending
    assert found.sentence(ON, settings.funding) == sentence


def test_money_of_its_own_is_said_to_be_so(settings: Settings) -> None:
    found = the_outlook(grant(service_id="s", end_on=ON))
    assert found.sentence(ON, settings.funding) == "Funding ends on 21 November 2026."


def test_money_that_more_follows_does_not_end(settings: Settings) -> None:
    found = replace(the_outlook(grant(end_on=ON)), follow_on=FollowOn.FOLLOW_ON)
    assert not found.is_ending(ON, settings.funding)
