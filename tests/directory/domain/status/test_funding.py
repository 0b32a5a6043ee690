"""How far money reaches: the last grant that was known, what it means, and what was not known yet."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.records import Basis, Funding, Service
from directory.domain.status.funding import Outlook, Said, is_known, outlook, said_of
from directory.domain.status.history import FollowOn
from directory.domain.status.settings import Settings
from directory.domain.wording.funding_period import FundingPeriod
from tests.directory.domain.status.cases import ON, grant, period

DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))


def the_outlook(*funding: Funding, on: date = ON, said: tuple[Said, ...] = ()) -> Outlook:
    found = outlook(funding, on, said)
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


# --- What the group says ----------------------------------------------------------------------------------------------

MARCH, SINCE = date(2027, 3, 31), date(2026, 5, 1)


def said(*periods: FundingPeriod, basis: Basis = Basis.LISTED, since: date | None = SINCE) -> tuple[Said, ...]:
    service = Service(organization_id="o", name="Stitch and Chat", basis=basis, read_funding=periods)
    return said_of("s", service, since)


def test_money_that_a_group_speaks_of_is_its_own_and_its_words_are_the_source() -> None:
    found = the_outlook(said=said(period(MARCH, funder="Example Fund", amount=900.0, start_on=date(2024, 4, 1))))
    assert found == Outlook(
        end_on=MARCH,
        start_on=date(2024, 4, 1),
        funder="Example Fund",
        amount=900.0,
        currency="GBP",
        is_own=True,
        follow_on=FollowOn.UNKNOWN,
        said="we are funded by the Example Fund",
    )


def test_who_gives_the_money_is_not_known_where_the_group_does_not_say() -> None:
    assert the_outlook(said=said(period(MARCH))).funder is None


def test_in_a_register_the_money_is_that_of_the_organization() -> None:
    assert not the_outlook(said=said(period(MARCH), basis=Basis.REGISTER)).is_own


def test_what_a_group_says_is_known_from_the_day_its_words_were_there() -> None:
    known = said(period(MARCH, start_on=date(2024, 4, 1)))
    assert outlook([], date(2026, 4, 30), known) is None
    assert outlook([], SINCE, known) is not None
    assert outlook([], SINCE, said(period(date(2029, 3, 31), start_on=date(2028, 4, 1)))) is not None
    assert said(period(MARCH), since=None) == ()


def test_an_end_told_of_as_past_was_before_it_was_told() -> None:
    year = period(date(2026, 12, 31), has_ended=True)
    assert the_outlook(said=said(year)).end_on == SINCE
    assert the_outlook(said=said(year, since=date(2027, 5, 1)), on=date(2027, 5, 1)).end_on == date(2026, 12, 31)


def test_of_a_grant_of_its_own_and_its_words_the_last_end_counts() -> None:
    own = grant(service_id="s", end_on=date(2028, 3, 31))
    assert the_outlook(own, said=said(period(MARCH))).said is None
    assert the_outlook(own, said=said(period(date(2029, 3, 31)))).said is not None
    assert the_outlook(own, grant(awarded_on=ON, end_on=date(2030, 1, 1)), said=said(period(MARCH))).is_own


def test_its_words_say_more_than_an_earlier_grant_of_its_organization_and_less_than_a_later_one() -> None:
    before, after = (grant(awarded_on=day, end_on=date(2030, 3, 31)) for day in (date(2026, 4, 1), date(2026, 6, 1)))
    undated = grant(end_on=date(2031, 3, 31))
    assert the_outlook(before, undated, said=said(period(MARCH))).end_on == MARCH
    found = the_outlook(before, after, said=said(period(MARCH)))
    assert (found.end_on, found.is_own) == (date(2030, 3, 31), False)


def test_what_a_group_says_of_more_money_counts_for_a_grant_that_ends_on_the_same_day() -> None:
    own = grant(service_id="s", amount=9_800.0, end_on=MARCH)
    words = said(period(MARCH, follow_on=FollowOn.FOLLOW_ON), period(date(2026, 12, 31), follow_on=FollowOn.UNKNOWN))
    found = the_outlook(own, said=words)
    assert (found.amount, found.follow_on) == (9_800.0, FollowOn.FOLLOW_ON)


@pytest.mark.parametrize(
    ("end_on", "follow_on", "sentence"),
    [
        (MARCH, FollowOn.UNKNOWN, "Funding is known until 31 March 2027."),
        (MARCH, FollowOn.FOLLOW_ON, "Funding is known until 31 March 2027; more has been found."),
        (ON, FollowOn.MAIN_NO_FOLLOW_ON, "Funding ends on 21 November 2026; no more is to follow."),
        (date(2026, 9, 30), FollowOn.UNKNOWN, "Funding ended on 30 September 2026; no follow-on seen."),
        (date(2026, 9, 30), FollowOn.FOLLOW_ON, "Funding ended on 30 September 2026; more has been found."),
    ],
)
def test_what_a_group_says_is_told_in_its_words(
    settings: Settings, end_on: date, follow_on: FollowOn, sentence: str
) -> None:
    found = the_outlook(said=said(period(end_on, follow_on=follow_on)))
    told = f"{sentence} The group says: “we are funded by the Example Fund”."
    assert found.sentence(ON, settings.funding) == told
