"""Age limits in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.eligibility.criteria import AgeRange
from directory.domain.wording.ages import find_ages


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("aged 16-25", [(16, 25)]),
        ("ages 5 upto 16", [(5, 16)]),
        ("16/17 year olds", [(16, 17)]),
        ("children aged 2.5 to the year they enter school", [(2, None)]),
        ("children aged between 2.5 years and statutory school age", [(2, None)]),
        ("children from 2 years until they start school", [(2, None)]),
        ("MEETINGS FOR THE 5-11 YEARS. MEETINGS FOR THE OVER 55 YEARS.", [(5, 11), (55, None)]),
        ("anglers, ages from 7/77", [(7, 77)]),
        ("carers aged 5 to 105", [(5, 105)]),
        ("children of 3 and 4 years", [(3, 4)]),
        ("the ages of rising 3 to 18", [(3, 18)]),
        ("a co-educational day school 4-18", [(4, 18)]),
        ("Squirrels (4-6), Beavers (6-8), Cubs (8-10)", [(4, 6), (6, 8), (8, 10)]),
        ("Rainbows 5-7, Brownies 7-10", [(5, 7), (7, 10)]),
        ("those who have reached 60", [(60, None)]),
        ("persons eighteen and over", [(18, None)]),
        ("between the ages of 10 and 18", [(10, 18)]),
        ("2 to 5 years", [(2, 5)]),
        ("(0-25)", [(0, 25)]),
        ("over 50", [(50, None)]),
        ("over-60s", [(60, None)]),
        ("over 60s", [(60, None)]),
        ("60+", [(60, None)]),
        ("18+", [(18, None)]),
        ("aged 50 and over", [(50, None)]),
        ("from the age of 16", [(16, None)]),
        ("age 16 plus", [(16, None)]),
        ("under 25", [(None, 24)]),
        ("under 5s", [(None, 4)]),
        ("up to 18 years", [(None, 18)]),
        ("16 and under", [(None, 16)]),
        ("children from two and a half to five", [(2, 5)]),
        ("two and a half to five years", [(2, 5)]),
        ("children from 2 years old", [(2, None)]),
        ("aged 11 upwards", [(11, None)]),
        ("between 5 and 11 years", [(5, 11)]),
        ("5-11 year olds", [(5, 11)]),
        ("under-fives", [(None, 4)]),
        ("8 - 18 yrs", [(8, 18)]),
        ("the over fifties", [(50, None)]),
        ("50 plus", [(50, None)]),
        ("until they are 25", [(None, 25)]),
        ("up to and including 25", [(None, 25)]),
        ("aged between 0 and 5", [(0, 5)]),
        ("from birth to five", [(0, 5)]),
        ("PLAYGROUP FOR CHILDREN AGED 2 TO 5 YEARS OLD", [(2, 5)]),
        ("young people not older than the age of 19 years at", [(None, 19)]),
        ("ill children between the ages of 3-18 throughout", [(3, 18)]),
        ("you have to be under the age of 25", [(None, 24)]),
        ("players aged 9 and 17;", [(9, 17)]),
        ("12 flats for people over 55 and in need", [(55, None)]),
        ("aged 3 years and 2 months to 5 years and 10 months old", [(3, 5)]),
        ("boys and girls, 4 years to 18 years old.", [(4, 18)]),
        ("two age groups (5-10, 11-15 and 16-18)", [(5, 10), (11, 15), (16, 18)]),
        ("a home for 120+ boys between the ages of 5 & 14, fed", [(5, 14)]),
        ("c.300 girls from ages 4-16", [(4, 16)]),
        ("girls through the entire range of 4 to 16 years", [(4, 16)]),
        ("The maximum age limit for members of the band is 18", [(None, 18)]),
        ("children aged 3 years and upwards. Come along", [(3, None)]),
        ("pupils ranging from 2 - 16 years of age.", [(2, 16)]),
        ("judo for 7-10 year olds on Mondays and for 11-15 year olds on Fridays", [(7, 10), (11, 15)]),
        ("from twelve (12) weeks to four (4) years of age", [(0, 4)]),
        ("(2 TO 3YEARS APPROXIMATELY)", [(2, 3)]),
        ("children over 16.", [(16, None)]),
        ("under 18's", [(None, 17)]),
        ("free exercise classes for over 60s in Wallsend", [(60, None)]),
        ("Young people (16-25)", [(16, 25)]),
        ("ages 11 to 16 and 18 to 25", [(11, 16), (18, 25)]),
        ("for 2, 3 and 4 year olds", [(3, 4)]),
        ("over 16 and under 25", [(16, 24)]),
        ("who have not attained the age of 25 years", [(None, 24)]),
        ("who are over 60 years old", [(60, None)]),
        ("men aged 55+", [(55, None)]),
        ("55+ group", [(55, None)]),
        ("U16 and U18s football", [(None, 17)]),
        ("aged 13 to 19 (up to 25 with a disability)", [(13, 19), (None, 25)]),
        ("women 18 years and over", [(18, None)]),
        ("children up to 12", [(None, 12)]),
        ("I am 67 over 65", [(65, None)]),
        ("from 6 months to 3 years", [(0, 3)]),
        ("18 months to 4 years", [(1, 4)]),
        ("adults aged 18 and above", [(18, None)]),
        ("at least 18 years old", [(18, None)]),
        ("you must be 18 or over", [(18, None)]),
        ("must be at least 16", [(16, None)]),
        ("not under 60 years of age", [(60, None)]),
        ("children aged five to eleven", [(5, 11)]),
        ("eleven to eighteen year olds", [(11, 18)]),
        ("the elderly over 75s", [(75, None)]),
        ("people over the age of sixty-five", [(65, None)]),
        ("members aged 8 to 80", [(8, 80)]),
        ("not under 18", [(18, None)]),
        ("no older than 19", [(None, 19)]),
        ("players not over the age of 21", [(None, 21)]),
        ("minimum age 16", [(16, None)]),
        ("lower age limit: 18", [(18, None)]),
        ("having attained the age of sixty", [(60, None)]),
        ("boys under 12", [(None, 11)]),
        ("anyone younger than 18 years of age", [(None, 17)]),
        ("less than 18 years old", [(None, 17)]),
        ("aged 11 or younger", [(None, 11)]),
        ("to the age of 21", [(None, 21)]),
        ("aged up to 25", [(None, 25)]),
        ("people aged well over 70", [(70, None)]),
        ("over 18 years old", [(18, None)]),
        ("for 11-16's", [(11, 16)]),
        ("from birth until 11 years", [(0, 11)]),
        ("children from 5", [(5, None)]),
        ("open to adults over 18 years", [(18, None)]),
        ("newborn to 3 years old", [(0, 3)]),
        ("people aged 50+ and young people aged 11 to 19", [(50, None), (11, 19)]),
        ("between 16 and 25 years of age", [(16, 25)]),
        ("Children 5-11", [(5, 11)]),
        ("the 11-18 age group", [(11, 18)]),
        ("the over 60 age group", [(60, None)]),
        ("residents aged 60 years or more", [(60, None)]),
        ("people 60 years of age or more", [(60, None)]),
        ("a day nursery for 3 months to 5 years", [(0, 5)]),
        ("the 50-plus club", [(50, None)]),
        ("boys aged 8 to 14 and girls aged 7 to 15", [(8, 14), (7, 15)]),
        ("children up to 12 years", [(None, 12)]),
        ("aged 4-11, 17-12", [(4, 11)]),
        ("aged 10-12 years and 13-17 years", [(10, 12), (13, 17)]),
    ],
)
def test_stated_limits_are_found(text: str, ranges: list[tuple[int | None, int | None]]) -> None:
    assert [found.ages for found in find_ages(text)] == [AgeRange(*one) for one in ranges]


@pytest.mark.parametrize(
    "text",
    [
        "for over 30 years",
        "over 45 years ago",
        "The hall opened over 45 years ago.",
        "pupils in years 3 to 6",
        "key stage 2",
        "members range from 8 to 60",
        "most are 2 to 10",
        "most are 2 to 10 years old",
        "over 100 members",
        "We have over 50 members",
        "established over 50 years",
        "established for over 50 years",
        "3 to 4 pm",
        "room for up to 30 children per session",
        "Monday to Friday 08.30 - 3.30pm.",
        "After age 18 the Juniors merge",
        "a 10 week 5-10K programme",
        "more than 40 countries",
        "grants for up to 3 years",
        "funding for 2 to 5 years",
        "3-5 years' experience",
        "over 60 dancing",
        "Call 0191 498 0123 or 01632 960 123",
        "within 3 miles of NE28",
        "£5-10 per session",
        "Age UK 50 High Street",
        "Open 10-12 on Mondays",
        "Tuesdays (10-12)",
        "helping over 50 families",
        "over 60% of members",
        "for over 60 days",
        "the church is over 80 years old",
        "50+ members",
        "20+ years of experience",
        "support children for up to 3 years",
        "Our members range in age from 18 to 85",
        "aged 25 to 16",
        "540 volunteers over 3 years",
        "helps 30 young men over two years",
        "funding (over two years)",
        "80% of whom are aged 17-25",
        "most of our singers are aged 60 to 75",
        "The average age is 70 to 80 years old",
        "a project of 2 to 5 years",
        "a 3-5 year plan",
        "children in classes 3-5 and 6",
        "there is a waiting list of 2 years or more",
        "The building is over 90 years old",
        "over 20 countries",
        "there are over 60 in the choir",
        "over 18 months",
        "We are open 10 to 12, 2 to 4",
        "Room (10-12)",
        "grants for 2 to 3 years",
        "in years 7 to 11",
        "years 3 to 6 of primary school",
        "sessions last for 2 to 3 years",
        "under 2 hours away",
        "within 20-25 miles",
        "Our users vary from 18 to 90 years old",
        "under section 24 of the Act",
        "Up to 30 children",
        "children under 0",
        "help for all under one roof",
        "services for all under one umbrella",
    ],
)
def test_other_numbers_are_no_limits(text: str) -> None:
    assert find_ages(text) == []


def test_a_limit_knows_its_place_in_the_text() -> None:
    text = "free exercise classes for over 60s in Wallsend"
    (found,) = find_ages(text)
    assert found.words == text[found.start : found.end] == "over 60s"


def test_limits_come_in_the_order_of_the_text() -> None:
    found = find_ages("A club for under 5s, a youth club for ages 11-18, and lunch for people over 60.")
    assert [one.ages for one in found] == [AgeRange(None, 4), AgeRange(11, 18), AgeRange(60, None)]


def test_far_apart_limits_are_both_found() -> None:
    text = (
        "Lunch for people over 60. " + "We meet in the church hall and make new friends. " * 8 + "Under 5s on Friday."
    )
    assert [one.ages for one in find_ages(text)] == [AgeRange(60, None), AgeRange(None, 4)]


@given(st.text())
def test_junk_never_raises(text: str) -> None:
    find_ages(text)


@given(st.text(alphabet=" 0123456789-+aegdoverunyrsto(),.", max_size=60))
def test_what_looks_like_limits_never_raises(text: str) -> None:
    for found in find_ages(text):
        assert found.words == text[found.start : found.end]
