"""What groups say of their own money: until when, from whom, how much; and what only looks like it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.status.history import FollowOn
from directory.domain.wording.funding import funding_in
from directory.domain.wording.funding_period import FundingPeriod

NAMES = ("Wadebrook Lunch Club", "Wadebrook Community Trust")
MARCH = date(2027, 3, 31)


def the_period(text: str) -> FundingPeriod:
    [period] = funding_in(text, names=NAMES)
    return period


@pytest.mark.parametrize(
    ("text", "end_on"),
    [
        ("This project is funded by the National Lottery Community Fund until March 2027.", MARCH),
        ("Our funding ends on 31 March 2027.", MARCH),
        ("Our funding will end in December 2026.", date(2026, 12, 31)),
        ("Our funding comes to an end in March 2027.", MARCH),
        ("Our contract with Wadebrook Council ends on Wednesday 31 March 2027.", MARCH),
        ("The funding for this project ends on 31 March 2027.", MARCH),
        ("Funding ended in 2025.", date(2025, 12, 31)),
        ("Funding secured until 2028.", date(2028, 12, 31)),
        ("Funding: Example Fund, until 31 March 2027.", MARCH),
        ("Funding from the Example Fund is in place until March 2027.", MARCH),
        ("Our grant was renewed until September 2028.", date(2028, 9, 30)),
        ("We have funding from Wadebrook Council until 31/03/2027.", MARCH),
        ("We have secured funding from the Example Trust to run until the end of June 2027.", date(2027, 6, 30)),
        ("The group is currently funded by Wadebrook Council and the Example Fund until the end of March 2027.", MARCH),
        ("The project has received a grant of £9,800 from the Example Fund until December 2026.", date(2026, 12, 31)),
        ("The service is supported by a grant from the Example Fund until March 2027.", MARCH),
        ("Our Example Fund grant runs out in March 2027.", MARCH),
        ("A weekly lunch club for older people, funded by Wadebrook Council until March 2027.", MARCH),
        ("We run a lunch club, funded by Wadebrook Council until March 2027.", MARCH),
        ("Wadebrook Lunch Club is funded until March 2027.", MARCH),
        ("WLC is funded until at least March 2027.", MARCH),
        ("It is paid for by the Example Fund until July 2027.", date(2027, 7, 31)),
        ("This service is commissioned by Wadebrook Council until 31 March 2027.", MARCH),
        ("We have £1.2m of funding from the Example Fund until 2029.", date(2029, 12, 31)),
        ("The club has funding until Christmas 2026.", date(2027, 1, 1)),
        ("Thanks to the Example Fund, we are funded until summer 2027.", date(2027, 8, 31)),
        ("Lottery funded until March 2027.", MARCH),
        ("Please note: this service is only funded until 31 March 2027.", MARCH),
        ("Because our lottery grant came to an end in June 2026 we now meet once a month.", date(2026, 6, 30)),
        ("The service's funding from the council will cease on 31 March 2027.", MARCH),
        ("The project is fully funded until 31.3.27.", MARCH),
        ("This pilates class was funded by the Example Fund until March 2027.", MARCH),
    ],
)
def test_money_lasts_until_the_last_day_of_what_is_named(text: str, end_on: date) -> None:
    found = the_period(text)
    assert (found.end_on, found.start_on) == (end_on, None)
    assert found.read_from in text


@pytest.mark.parametrize(
    ("text", "start_on", "end_on"),
    [
        ("Funded for three years from April 2024 by the Example Fund.", date(2024, 4, 1), MARCH),
        ("Funded by the Example Fund from April 2025 to March 2028.", date(2025, 4, 1), date(2028, 3, 31)),
        ("We are funded between April 2025 and March 2027 by the Example Fund.", date(2025, 4, 1), MARCH),
        ("Our funding runs from April 2026 to March 2027.", date(2026, 4, 1), MARCH),
        (
            "We were awarded a three-year grant of £120,000 by the Example Foundation from 1 September 2024.",
            date(2024, 9, 1),
            date(2027, 8, 31),
        ),
        ("We've been funded for a further two years from October 2025.", date(2025, 10, 1), date(2027, 9, 30)),
        (
            "We have been awarded three years' funding from April 2025 by the Example Fund.",
            date(2025, 4, 1),
            date(2028, 3, 31),
        ),
        ("We are funded from 29 February 2024 for 12 months.", date(2024, 2, 29), date(2025, 2, 27)),
        ("We are funded by the Example Fund (April 2025 - March 2028).", date(2025, 4, 1), date(2028, 3, 31)),
    ],
)
def test_money_is_there_from_one_day_to_another_or_for_some_years(text: str, start_on: date, end_on: date) -> None:
    found = the_period(text)
    assert (found.start_on, found.end_on) == (start_on, end_on)


@pytest.mark.parametrize(
    "text",
    [
        "We fund local groups until March 2027.",
        "Grants of up to £5,000 are available until 31 March 2027.",
        "Apply for funding until 31 March 2027.",
        "Applications for funding close on 31 March 2027.",
        "The fund is open until 31 March 2027.",
        "Fully funded course for parents until July 2027.",
        "Funded places are available until July 2027.",
        "Funded childcare hours from September 2026 for two years.",
        "Self-funded clients are welcome until March 2027.",
        "NHS-funded counselling until March 2027.",
        "NHS funded counselling is offered until March 2027.",
        "Registered charity funded by donations.",
        "Our funding is from the National Lottery.",
        "We were funded by the Example Fund.",
        "The hospice next door is funded by the NHS until 2027.",
        "The school is funded by the council until 2027.",
        "Our first grant ended in 2015.",
        "The Example Fund helped many groups before its funding ended in 2020.",
        "A bus fare of £3, funded until the end of 2026.",
        "The group was told that Hope House has lost its funding until March 2027.",
        "The grant runs until March 2027.",
        "The council gives money to groups. The funding ends in March 2027.",
        "Our contract with the caterer ends on 31 March 2027.",
        "Our contract for the hall ends on 31 March 2027.",
        "We have a contract for the hall until March 2027.",
        "We have a grant for the minibus until March 2027.",
        "We were funded by the Example Fund until March 2018 and are now self-financing.",
        "Funded by the Example Fund until March 2018, the group is now run by volunteers.",
        "Fifteen projects were funded until March 2025.",
        "The budget extends government funding until 14 March 2025.",
        "The council agreed to grants from 1 April 2023 to 31 March 2024.",
        "We are raising money in funding until March 2027.",
        "Funded for three years from 2024.",
        "We are funded from April 2024 by the Example Fund.",
        "We have been funded for 20 years from April 2004.",
        "We are funded by the Example Fund (April 2025).",
        "We are funded from 9999-12-31 for three years.",
        "We are funded. Our hall is to let; ask until 31 March 2027.",
        "We are funded; the hall until March 2027 is the old school.",
        "Our funding is £9,800 – April 2027.",
        "The pilot project was funded until 2015.",
        "Our previous project was funded by the Example Fund until 2015.",
        "We are not funded by the council until April 2027.",
        "We hope to be funded until March 2027.",
        "We are seeking funding until March 2027.",
        "If our funding ends in March 2027 we will close.",
        "We need funding from April 2027 to March 2028.",
        "We are funded by the Example Fund and meet every Friday until March 2027.",
        "Funded by the council. The exhibition runs until March 2027.",
        "The Example Fund was founded in 2015 and is open to groups until 2027.",
        "Funding is given to schools from April 2024 to March 2027.",
        "We give grants to people in need from 1 April 2024 to 31 March 2027.",
        "The programme of the Example Fund runs until 2028.",
        "We received a grant in 2019 to mend the roof.",
        "We were awarded a grant of £5,000 on 3 May 2024.",
        "In 2015 we were funded for three years.",
        "Our funding ends in March.",
        "Funding for 2024/25 comes from the council.",
        "We are funded by the Example Fund for 2024-27.",
        "Student grants and tuition funded until 2027.",
        "The Trust funded a five-year research project starting in January 2017.",
        "The club raised funds until 2019 for a new hall.",
        "Money raised from January 2026 to March 2026 goes to the hospice.",
        "The building was funded by a grant in 1991.",
        "Our contract manager can be reached until 31 March 2027.",
        "Funding your care: prices hold until 31 March 2027.",
        "Places are fully funded until March 2027.",
        "We may be funded until March 2027.",
        "We have no funding until April 2027.",
        "Would our funding end in March 2027?",
        "We grant wishes from May 2026 to June 2026.",
        "We work with Hope House, which is funded by the Example Fund until March 2027.",
        "Partners such as Hope House are funded until March 2027.",
        "The worker is funded until March 2027.",
        "Your place is funded by the council until July 2027.",
        "The fundraising campaign ends on 31 March 2027.",
        "Our fund closes on 31 March 2027.",
        "Our funding round ends on 31 March 2027.",
        "Our grants programme ends on 31 March 2027.",
        "Our small grants fund ends on 31 March 2027.",
        "The centre opened in 1999 and was paid for by the Example Fund until 2004.",
        "This grant is for groups that start before March 2027.",
        "Government funding for heating ends in March 2027.",
        "The government's Household Support Fund runs until 31 March 2027.",
        "Household Support Fund grants until 31 March 2027",
        "We have funds for emergency grants until 31 March 2027.",
        "We have grants for school uniforms until 31 August 2027.",
        "We have received funding to give free bikes to children until March 2027.",
        "We were awarded the contract to build the hall from May 2019 to July 2020.",
        "Free swimming, funded by Wadebrook Council until 31 August 2027.",
    ],
)
def test_what_is_no_money_of_its_own_or_has_no_day_makes_no_period(text: str) -> None:
    assert funding_in(text, names=NAMES) == ()


@pytest.mark.parametrize(
    ("text", "funder"),
    [
        ("Funded by the Example Fund until March 2027.", "Example Fund"),
        ("We are funded until March 2027 by the Example Fund.", "Example Fund"),
        (
            "Funded by Wadebrook Council and the Example Fund until March 2027.",
            "Wadebrook Council and the Example Fund",
        ),
        ("Funded by Children in Wadebrook until March 2027.", "Children in Wadebrook"),
        ("Our Example Lottery grant runs out in March 2027.", "Example Lottery"),
        ("We have funding from the council until March 2027.", None),
        ("Funded for one year from April 2026.", None),
    ],
)
def test_who_funds_it_is_told_where_named(text: str, funder: str | None) -> None:
    assert the_period(text).funder == funder


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("We have a grant of £9,800 from the Example Fund until March 2027.", 9_800.0),
        ("We have £1.2m of funding until March 2027.", 1_200_000.0),
        ("We have a £50k grant until March 2027.", 50_000.0),
        ("We have a grant of £800.50 until March 2027.", 800.5),
        ("We have a grant of £9,800 a year until March 2027.", None),
        ("We have a grant of £9,800 and £700 until March 2027.", None),
        ("We have a grant until March 2027.", None),
    ],
)
def test_an_amount_is_told_where_it_is_the_whole_of_it(text: str, amount: float | None) -> None:
    assert the_period(text).amount == amount


@pytest.mark.parametrize(
    ("text", "follow_on"),
    [
        ("Our funding ends in March 2027.", FollowOn.UNKNOWN),
        ("Our grant was renewed until March 2027.", FollowOn.UNKNOWN),
        ("Our grant ends in March 2027. The grant is from the Example Fund.", FollowOn.UNKNOWN),
        ("Our funding ended in March 2026, but we have since secured further funding.", FollowOn.FOLLOW_ON),
        ("We are funded until March 2027. A new grant has been agreed.", FollowOn.FOLLOW_ON),
        ("We are funded until March 2027 and this has now been extended.", FollowOn.FOLLOW_ON),
        ("Our funding is secured beyond March 2027.", FollowOn.FOLLOW_ON),
        ("We are funded until March 2027. We hope to have secured further funding by then.", FollowOn.UNKNOWN),
        ("Our Example Fund grant ends in March 2027. It is the only funding we have.", FollowOn.MAIN_NO_FOLLOW_ON),
        ("Our funding ends in March 2027 and will not be renewed.", FollowOn.MAIN_NO_FOLLOW_ON),
        ("We are funded until March 2027 by our main funder. There is no further funding.", FollowOn.MAIN_NO_FOLLOW_ON),
        ("We are funded by the Example Fund until March 2027. There is no other grant.", FollowOn.UNKNOWN),
    ],
)
def test_what_comes_after_is_told_where_said(text: str, follow_on: FollowOn) -> None:
    assert the_period(text).follow_on is follow_on


@pytest.mark.parametrize(
    ("text", "has_ended"),
    [
        ("Our funding ended in 2025.", True),
        ("Our funding has come to an end in March 2025.", True),
        ("Our funding ends in March 2027.", False),
        ("We are funded until 2025.", False),
    ],
)
def test_an_end_that_is_told_of_as_past_is_kept_so(text: str, has_ended: bool) -> None:
    assert the_period(text).has_ended is has_ended


def test_the_words_are_kept_from_the_beginning_of_their_clause() -> None:
    text = "We meet on Mondays, and we are funded by the Example Fund until March 2027, which is a relief."
    assert the_period(text).read_from == "and we are funded by the Example Fund until March 2027"
    far = "Everybody from Wadebrook and all the villages around it who comes to this club is funded until March 2027."
    assert the_period(far).read_from == "is funded until March 2027"


def test_a_period_is_told_once_and_several_in_their_order() -> None:
    text = "We are funded until March 2027. Our funding ends on 31 March 2027. Our grant ends in May 2028."
    assert [one.end_on for one in funding_in(text)] == [MARCH, date(2028, 5, 31)]


def test_both_of_an_end_and_a_new_end_are_told() -> None:
    text = "Our funding was due to end in March 2026 but our grant has been extended until March 2027."
    assert [one.end_on for one in funding_in(text)] == [date(2026, 3, 31), MARCH]


WORDS = st.sampled_from(
    (
        "funded", "funding", "grant", "our", "we", "is", "the", "by", "until", "from", "to", "for", "three", "years",
        "March", "2027", "31", "£", "9,800", ",", ".", "(", "-", "2024/25", "9999-12-31", "not", "ends", "beyond",
    )
)  # fmt: skip


@given(st.text() | st.lists(WORDS, max_size=30).map(" ".join))
def test_no_words_break_it_and_every_end_has_its_words(text: str) -> None:
    for one in funding_in(text, names=NAMES):
        assert one.read_from
        assert one.start_on is None or one.start_on <= one.end_on
