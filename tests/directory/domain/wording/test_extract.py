"""All that a name and a description say together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.eligibility.criteria import AgeRange, Criterion, Field, SaidBy, Strength
from directory.domain.eligibility.criteria import Test as Bearing
from directory.domain.wording.agreement import Agreement, compare
from directory.domain.wording.document import Reading, normalise_place, parse_ages, written
from directory.domain.wording.extract import extract


def on(criteria: tuple[Criterion, ...], field: Field) -> list[Criterion]:
    return [criterion for criterion in criteria if criterion.field is field]


def test_the_fields_of_one_description_are_read_together() -> None:
    criteria = extract(
        "Lunch Club", "Free lunch for over 65s living in Wallsend. Fully accessible. No referral needed."
    )
    assert [criterion.field for criterion in criteria] == [
        Field.AGE,
        Field.REFERRAL,
        Field.COST,
        Field.RESIDENCY,
        Field.ACCESS,
    ]
    assert {criterion.said_by for criterion in criteria} == {SaidBy.TEXT}
    assert all(criterion.span for criterion in criteria)


def test_ranges_of_one_strength_are_one_criterion() -> None:
    (ages,) = on(extract("", "Clubs for ages 5-10 and for ages 11-16."), Field.AGE)
    assert ages.ages == (AgeRange(5, 10), AgeRange(11, 16))
    assert ages.span == "ages 5-10; ages 11-16"


def test_a_preferred_age_stands_apart_from_a_limit() -> None:
    limit, preference = on(extract("", "For people over 50. Priority is given to over 80s."), Field.AGE)
    assert (limit.ages, limit.strength) == ((AgeRange(50, None),), Strength.MUST)
    assert (preference.ages, preference.strength) == ((AgeRange(80, None),), Strength.PREFERS)


@pytest.mark.parametrize("text", ["Under 5s welcome", "For families, including under 5s"])
def test_people_who_are_welcome_are_no_limit(text: str) -> None:
    (ages,) = on(extract("", text), Field.AGE)
    assert ages.strength is Strength.WELCOMES


def test_places_of_one_strength_are_one_criterion() -> None:
    (residency,) = on(extract("", "Residents of Wallsend. Also people living in Howdon."), Field.RESIDENCY)
    assert residency.values == ("words:Wallsend", "words:Howdon")


def test_everyone_welcome_leaves_age_and_gender_open() -> None:
    criteria = extract("Choir", "Everyone is welcome.")
    assert [(criterion.field, criterion.test) for criterion in criteria] == [
        (Field.AGE, Bearing.OPEN),
        (Field.GENDER, Bearing.OPEN),
    ]


def test_all_ages_leaves_age_alone_open() -> None:
    criteria = extract("Choir", "For people of all ages.")
    assert [(criterion.field, criterion.test) for criterion in criteria] == [(Field.AGE, Bearing.OPEN)]


def test_a_limit_stands_where_another_phrase_leaves_it_open() -> None:
    (ages,) = on(extract("Choir", "For over 50s; everyone is welcome."), Field.AGE)
    assert ages.test is Bearing.NEEDS


def test_nothing_is_said_of_what_is_not_there() -> None:
    assert extract("Choir", "We sing together, every week.") == ()


@given(st.text(), st.text())
def test_junk_never_raises(name: str, text: str) -> None:
    Reading.of(extract(name, text), ()).document()


def test_a_reading_is_one_flat_document() -> None:
    text = "For women aged 18-30 living in Wallsend. £2 a session. Hearing loop; no wheelchair access."
    assert Reading.of(extract("Club", text), ("women",)).document() == {
        "ages": [[18, 30]],
        "gender": "f",
        "place": "Wallsend",
        "cost": "paid",
        "access": ["no_wheelchair", "hearing_loop"],
        "audience": ["women"],
    }


def test_a_preference_for_a_gender_is_not_read() -> None:
    assert Reading.of(extract("Shed", "Woodwork, particularly for men."), ()).gender is None


def test_the_marks_of_a_reading_are_compared_field_by_field() -> None:
    marks = Reading(ages=(AgeRange(60, None),), gender="f", places=("The Town",), cost="free").marks()
    assert {field: set(values) for field, values in marks.items() if values} == {
        "ages": {"60-"},
        "gender": {"f"},
        "place": {"town"},
        "cost": {"free"},
    }


def test_a_reading_of_nothing_is_empty() -> None:
    assert Reading.of(extract("Choir", "Everyone is welcome."), ()).document() == {
        "ages": [],
        "gender": None,
        "place": None,
        "cost": None,
        "access": [],
        "audience": [],
    }


@pytest.mark.parametrize("words", ["16-25", "60-", "-18"])
def test_ages_are_written_as_they_are_read(words: str) -> None:
    assert written(parse_ages(words)) == words


@pytest.mark.parametrize("words", ["16", "young", "a-b"])
def test_other_words_are_no_ages(words: str) -> None:
    with pytest.raises(ValueError):
        parse_ages(words)


def test_places_are_compared_without_case_punctuation_and_the() -> None:
    assert normalise_place("The Parish of St. Mary’s & ELY") == normalise_place("parish of st marys and ely")


def test_agreement_counts_marks_by_field() -> None:
    read = {"ages": frozenset({"16-25", "60-"}), "gender": frozenset[str]()}
    labelled = {"ages": frozenset({"16-25", "-4"}), "gender": frozenset({"f"})}
    agreement = compare([(read, labelled), (labelled, labelled)])
    assert agreement == {"ages": Agreement(3, 1, 1), "gender": Agreement(1, 0, 1)}
    assert agreement["ages"].precision == agreement["ages"].recall == 0.75
    assert agreement["gender"].precision == 1


def test_shares_of_nothing_are_not_known() -> None:
    assert Agreement().precision is None
    assert Agreement().recall is None
