"""Whom an age in a text is about."""

import pytest

from directory.domain.eligibility.criteria import AgeRange
from directory.domain.wording.ages import find_ages, stated_ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Not for under 18s", (18, None)),
        ("No under 18s", (18, None)),
        ("Sorry, no children under 5.", (5, None)),
        ("Unsuitable for children under 5", (5, None)),
        ("This isn’t suitable for under 12s", (12, None)),
        ("We cannot take children under 8", (8, None)),
        ("We do not accept under 16s", (16, None)),
        ("No entry to under 18s", (18, None)),
        ("Open to all except under 5s", (5, None)),
        ("Not recommended for the over 80s", (None, 80)),
        ("Not for people aged 18+", (None, 17)),
        ("You must not be over 25", (None, 25)),
        ("Under 18s are not allowed", (18, None)),
        ("Children under 12 cannot attend", (12, None)),
        ("Under 16s aren’t admitted", (16, None)),
        ("This is not a service for under 18s", (18, None)),
    ],
)
def test_a_denied_limit_is_turned_round(text: str, ages: tuple[int | None, int | None]) -> None:
    assert [found.ages for found in find_ages(text)] == [AgeRange(*ages)]


@pytest.mark.parametrize(
    "text",
    [
        "Not suitable for 5-11 year olds",
        "Not for anyone up to 18 years old",
        "Not for people aged 0 and over",
        "No child under 5 should go hungry",
        "Under 8s are not allowed unless with family",
        "Under 16s cannot attend on their own",
        "Not just for over 60s",
        "Not limited to people over 60",
        "You do not need to be over 60",
        "You don't have to be over 60",
        "You need not be over 60",
        "There is no need to be over 60",
        "Whether you are over 60 or under 20, come along",
    ],
)
def test_a_limit_that_is_unsure_or_none_is_not_read(text: str) -> None:
    assert find_ages(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Weekly choir. Under 5s free",
        "Under 16s go free",
        "Free entry for under 16s",
        "£5, under 16s £3",
        "Entry £2.50 for under 16s",
        "Discount for over 60s",
        "Concessions (over 60s)",
        "Over 60s half price",
        "Children under 16 must be accompanied by an adult",
        "Open to all, under 8s need to be supervised",
        "Under 18s need parental consent",
        "A chaperone is needed for anyone under 18",
        "Parental consent is required if you are under 16",
    ],
)
def test_who_pays_less_or_comes_along_with_an_adult_sets_no_limit(text: str) -> None:
    assert find_ages(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Volunteers must be over 18",
        "We need volunteers aged 16+",
        "To volunteer you must be over 18",
        "Volunteering is open to people aged 16+",
        "Anyone over 18 can volunteer",
        "All staff are over 21.",
        "Trustees must be at least 18 years old",
    ],
)
def test_the_age_of_the_team_is_no_limit(text: str) -> None:
    assert find_ages(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "For parents with a child under 8",
        "A course for mothers with a baby under two",
        "Parents of children aged 0-5",
        "Parents and carers of children aged 0-5",
        "Families with children under 5",
        "Women with a baby under two",
        "If you have children under 5",
        "Carers of adults aged 18+",
        "Grandparents with grandchildren under 5",
    ],
)
def test_the_age_of_somebodys_child_is_no_limit_for_the_parent(text: str) -> None:
    assert find_ages(text) == []


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("over 60s", (60, None)),
        ("free exercise classes for over 60s in Wallsend", (60, None)),
        ("Lunch for over 60s, free of charge", (60, None)),
        ("Over 60s lunch club, free of charge", (60, None)),
        ("Youth club, ages 11-18, £1", (11, 18)),
        ("Not for profit club for over 60s", (60, None)),
        ("A playgroup for children aged 0-4 accompanied by an adult", (0, 4)),
        ("A group for children aged 5 to 11, who must be accompanied by an adult", (5, 11)),
        ("Volunteers run a lunch club for over 60s", (60, None)),
        ("Our volunteers visit people over 65", (65, None)),
        ("Training for people aged 16-23 in volunteering", (16, 23)),
        ("We work with young people aged 11-18", (11, 18)),
        ("A preschool for families who have children aged between 2 and 5 years", (2, 5)),
        ("Young mothers under 25", (None, 24)),
        ("Carers aged 18+", (18, None)),
        ("Women with diabetes aged 18+", (18, None)),
        ("For people with a disability aged 16-25", (16, 25)),
        ("People who are over 60", (60, None)),
        ("aged 16\u201125", (16, 25)),
        ("aged 16\u221225", (16, 25)),
        ("aged 16\u201225", (16, 25)),
    ],
)
def test_a_limit_on_those_who_may_come_is_kept(text: str, ages: tuple[int | None, int | None]) -> None:
    (found,) = find_ages(text)
    assert found.ages == AgeRange(*ages)
    assert found.words == text[found.start : found.end]


def test_the_parents_own_age_is_kept_beside_that_of_the_child() -> None:
    (found,) = find_ages("Support for women aged 18 and over with children under 5")
    assert found.ages == AgeRange(18, None)


@pytest.mark.parametrize("text", ["choir free for over 60s", "over 60s free", "volunteering for over 60s"])
def test_a_search_names_an_age_where_a_description_sets_no_limit(text: str) -> None:
    assert find_ages(text) == []
    assert [found.words for found in stated_ages(text)] == ["over 60s"]
