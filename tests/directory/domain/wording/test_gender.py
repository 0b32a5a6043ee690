"""Wording that limits a service to women or to men, and wording that does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.eligibility.criteria import Field, SaidBy, Strength
from directory.domain.eligibility.criteria import Test as Bearing
from directory.domain.wording.gender import gender_in


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("Chat and Craft", "Women only. Tea and sewing.", "women"),
        ("Chat and Craft", "A weekly evening for women who have lost someone.", "women"),
        ("Hillside Women's Group", "We meet on Mondays.", "women"),
        ("HILLSIDE WOMENS INSTITUTE", "Talks and crafts.", "women"),
        ("Hillside Men?s Shed", "Woodwork and company.", "men"),
        ("Hillside W.I.", "Talks and crafts.", "women"),
        ("Girlguiding Hillside", "Fun and adventure.", "women"),
        ("Forum for Women Exampleshire", "Advice, with a focus on refugees.", "women"),
        ("Hillside School", "Education of girls aged 7 to 18.", "women"),
        ("Hillside School", "A day school for boys.", "men"),
        ("Talking Shop", "We help young and older men to talk.", "men"),
        ("Safe Place", "Refuge for women and their children.", "women"),
        ("Friday Circle", "The women's circle meets in the library.", "women"),
        ("Dads Together", "For dads in need of company.", "men"),
        ("The Hall", "Swimming, exclusively for women.", "women"),
        ("A Girl Called Calm", "Our mission is to help young women.", "women"),
        ("Men To Men", "A space for talk.", "men"),
        ("Hillside Male Voice Choir", "Songs and company.", "men"),
        ("Safe Place", "Refuge for women with or without children.", "women"),
        ("Safe Place", "A circle for women; no men, please.", "women"),
        ("Hillside Centre", "Help for disabled women and girls.", "women"),
        ("Hillside Trust", "Bursaries, prizes, and a day school for girls.", "women"),
        (
            "Hillside Trust",
            "The trust keeps an old house and its fine garden beside the river. Women come to stay. It gives women "
            "rest, and courses for women.",
            "women",
        ),
        ("Widows Fund", "Pensions for poor widows of sailors.", "women"),
        ("Hillside College", "An independent boys' boarding school, for its pupils and the wider community.", "men"),
        ("Hillside Girls' School", "Its pool is open to the local community.", "women"),
        ("Hillside Trust", "Towels for girls in schools far away.", "women"),
        ("Hillside Boys Academy", "A full time school.", "men"),
        ("Hillside Limited", "Girls independent boarding and day school.", "women"),
        ("Hillside Girls' Day School", "Teaching young people, above all women.", "women"),
        ("Hillside Grammar", "An independent boys school; it supports boys from poorer families.", "men"),
        ("Prize Fund", "Its income is used to benefit selected boys' education.", "men"),
        ("Hillside Fund", "We hope for a change in men's health, with fewer early deaths.", "men"),
        ("Hillside Trust", "Advice, training, mentoring and outings for diverse communities of women.", "women"),
        ("Hillside Trust", "Training for women in sectors that are male dominated.", "women"),
        ("Safe Place", "To relieve the needs of women, in particular but not exclusively by advice.", "women"),
        ("3rd Hillside Rainbows", "Fun and friendship for all our young people.", "women"),
        ("Hillside Guide Unit", "Camps.", "women"),
        ("Hillside Home", "A hostel for homeless men, regardless of religion.", "men"),
        ("Seaview Almshouses", "Homes for gentlewomen and spinsters.", "women"),
        ("Fund for Widows", "Pensions.", "women"),
        ("Hillside Boys' Hostel and College", "Study in a kind place.", "men"),
        ("Hillside School for Girls", "Lessons.", "women"),
        ("Hillside Federation of Women's Institutes", "Talks and crafts.", "women"),
        ("Hillside Jewish Association Women's Group", "Talks.", "women"),
        ("Hillside", "We own and run, at a fine site by the sea, a day school for girls.", "women"),
        ("Boys' Club", "A place for boys to box and to talk.", "men"),
        (
            "Seaview",
            "Seaview is a quiet house by the river with room for eight to stay. Women come when they have lost a home. "
            "We offer women a bed. It is a house for women.",
            "women",
        ),
    ],
)
def test_limits_are_found(name: str, text: str, value: str) -> None:
    criterion = gender_in(name, text)
    assert criterion is not None
    assert (criterion.field, criterion.test, criterion.said_by) == (Field.GENDER, Bearing.NEEDS, SaidBy.TEXT)
    assert criterion.values == (value,)
    assert criterion.span
    assert criterion.span in f"{name} . {text}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Hillside YMCA", "Hostel and gym."),
        ("Sisters of Nazareth", "The care of the old by a religious order of women."),
        ("Hillside Trust", "To promote equality between women and others."),
        ("Hillside Home", "Care of the old by women."),
        ("Hillside Girlguiding Hall", "The hall is open to the local community."),
        ("Marian Fathers Trust", "Spiritual support for ethnic groups."),
        ("The Fathers Trust", "The work of a Roman Catholic religious order."),
        ("Ex-Service Men's Association", "It supports ex service men and women."),
        ("Men's Cancer Group", "Help for men affected by cancer, their relatives and friends."),
        ("Safe Place", "Homes for women, and a drop in centre open to those in the community."),
        ("Friends of Hillside Girls' School", "Money for the school."),
        ("Hillside Girls' School PTA", "Money for the school."),
        ("2nd Hillside Scouts and Guides", "Camps for girls."),
        ("Village Hall", "The hall is a former girls' school; all are welcome."),
        ("Rainbows Hospice", "Care in the last days of life."),
        ("Health Place", "Care for women and newborn babies."),
        ("Relief Fund", "Supporting miners, widows and daughters."),
        ("Relief Fund", "Supporting clergy, clergy widows and daughters."),
        ("Relief Fund", "Advice for Exampleshire women and minority groups."),
        ("Hillside Hub", "We run lunches, outings, a choir, and a swim for women."),
        ("Hillside Hub", "The centre is in an old mill by the river, where talks are held. It has a swim for women."),
        ("Hillside Hub", "Not only for women."),
        ("Mums and Tots", "A place for mums and babies."),
        ("Hillside Women's Institute Hall", "A hall for hire."),
        ("Hillside Young Men's Institute", "A reading room."),
        ("Hillside Young Men's Christian Association", "Hostel and gym."),
        ("Old Boys' Football Club", "Football."),
        ("Hillside Working Men's Club", "Music and bingo."),
        ("Hillside Men's Shed", "Woodwork; everyone is welcome."),
        ("Hillside Men's Shed", "Woodwork, mainly but not exclusively for men."),
        ("Hillside School", "A school for boys and girls."),
        ("Relief Fund", "Help for women, children and the elderly."),
        ("Relief Fund", "Grants to refugees, women and the sick."),
        ("Hillside Women's Aid", "Support for women and children."),
        ("Mother and Toddler Group", "Play and chat for mums and toddlers."),
        ("Hillside Gym", "Exercise for women and men."),
        ("Community Hall", "Hire of the hall for the Women's Institute."),
        ("Mental Health Forum", "Improvement and development of government payments."),
        ("Advice Place", "Women work here as volunteers."),
        ("Hillside Hub", "Women only swimming on Mondays; everyone else on Fridays."),
        ("Parents' Association, Hillside Girls' School and Seaview School", "It brings parents together."),
        ("Hillside Girls' School and Seaview School", "Lessons."),
        ("Prize Fund in connexion with Hillside School for Girls", "Prizes."),
        ("Hillside Organ Society", "Concerts on the organ at Hillside High School for Boys."),
        ("Hillside Library Fund", "Money for books at the Hillside High School for Boys."),
        (
            "Hillside Organs",
            "Concerts of the music of many lands and times, by players old and new, in halls, churches and theatres of "
            "the county and beyond it, on the organ at Hillside High School for Boys.",
        ),
        ("Hillside Sport Trust", "Money for the This Girl Can project, and supporting the Hillside Girl Can project."),
        (
            "Hillside Rape Crisis",
            "A service for survivors. It has a telephone line and counselling. Black and Asian women and girls have a "
            "service of their own. We train. We campaign. Services for girls and young women.",
        ),
        (
            "Hillside Survivors",
            "Advice and a telephone line, every day of the year. Women call. Girls call. Groups for girls.",
        ),
        (
            "Hillside Survivors",
            f"{'Advice, a hall and a garden by the river ' * 9}. Women call. We help girls. Girls call.",
        ),
        ("Hillside Projects", "Running projects such as a choir for women."),
        ("Hillside Projects", "A pilot of talks for women."),
        ("Hillside Projects", "A cafe and a hostel for women."),
        ("Hillside Projects", "A hostel for women, and a food bank."),
        ("Hillside House", "It was originally a home for widows."),
        ("Hillside Projects", "Swimming that also welcomes women."),
        ("Hillside Projects", "A swim where women are welcome."),
        ("Hillside Bowling Club with Seaview Ladies Bowling Club", "Bowls."),
        ("The Hillside Trust (incorporating Seaview Women's Aid)", "Grants."),
        ("Hillside Women's League House Trust", "A house."),
        ("Hillside Women's Guild Playgroup", "Play."),
        ("Hillside Women's Hospital Charity", "Comforts."),
        ("Hillside Boys' Club", "Boxing."),
        ("Friends of Hillside Girlguiding", "Raising money."),
        ("Husbands Bosworth Gliding Club", "Gliding."),
        ("Sons of the Thames Rowing Club", "Rowing."),
    ],
)
def test_other_wording_is_no_limit(name: str, text: str) -> None:
    assert gender_in(name, text) is None


def test_softened_wording_is_a_preference() -> None:
    criterion = gender_in("Shed", "Woodwork, particularly for men.")
    assert criterion is not None
    assert criterion.strength is Strength.PREFERS


def test_a_preference_within_the_wording_is_no_limit() -> None:
    criterion = gender_in("Shelter", "It helps mainly women to leave danger.")
    assert criterion is not None
    assert criterion.strength is Strength.PREFERS


def test_non_binary_people_are_named_beside_women() -> None:
    criterion = gender_in("Open Space", "A group for women and non-binary artists.")
    assert criterion is not None
    assert criterion.values == ("women", "non-binary")


@given(st.text(), st.text())
def test_junk_never_raises(name: str, text: str) -> None:
    gender_in(name, text)


@pytest.mark.parametrize(("text", "values"), [("Men", ("men",)), ("women.", ("women",))])
def test_one_word_that_says_whom_it_is_for_is_a_limit(text: str, values: tuple[str, ...]) -> None:
    found = gender_in("Monday Club", text)
    assert found is not None
    assert (found.values, found.span) == (values, text)
