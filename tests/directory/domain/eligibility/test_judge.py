"""Judging a service for a person: field by field, and the least of the fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.eligibility import criteria as stating
from directory.domain.eligibility.criteria import (
    Access,
    AgeRange,
    Cost,
    Criterion,
    Field,
    Route,
    SaidBy,
    Strength,
)
from directory.domain.eligibility.judge import Judged, heard, judge, judge_field
from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import Gender, Person
from directory.domain.places import Precision
from tests.directory.domain.eligibility.stated import accepts, aged, excludes, home, needs, open_to_all

NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES
SIXTY_SEVEN = AgeRange(67, 67)
PREFERS, WELCOMES = Strength.PREFERS, Strength.WELCOMES


def test_the_worked_example() -> None:
    person = Person(age=SIXTY_SEVEN, home=home(Precision.OUTCODE), access=(Access.WHEELCHAIR,))
    wallsend = needs(Field.RESIDENCY, "postcode:NE28", "words:Wallsend", said_by=SaidBy.TEXT, note="Wallsend")
    verdict = judge([aged(65), wallsend], person)
    assert verdict.eligible is UNKNOWN
    assert verdict.line == "Eligible: 65+, lives in NE28. Ask about: wheelchair access"


def test_a_service_that_says_nothing_to_somebody_who_says_nothing_is_unknown() -> None:
    verdict = judge([], Person())
    assert (verdict.eligible, verdict.met, verdict.ask, verdict.unmet, verdict.line) == (UNKNOWN, (), (), (), "")


def test_what_the_person_said_and_the_service_did_not_is_to_be_asked_about() -> None:
    verdict = judge([], Person(age=SIXTY_SEVEN))
    assert (verdict.eligible, verdict.ask) == (UNKNOWN, ("age",))


def test_what_the_service_demands_and_the_person_did_not_say_is_to_be_asked_about() -> None:
    verdict = judge([aged(65)], Person())
    assert (verdict.eligible, verdict.line) == (UNKNOWN, "Ask about: age 65+")


def test_all_that_stands_in_the_way_is_told_and_the_first_of_it_is_in_the_line() -> None:
    verdict = judge([aged(None, 24), needs(Field.GENDER, "men")], Person(age=SIXTY_SEVEN, gender=Gender.FEMALE))
    assert verdict.eligible is NO
    assert verdict.unmet == ("under 25s only", "men only")
    assert verdict.line == "Not eligible: under 25s only"


def test_what_was_judged_elsewhere_counts_the_same() -> None:
    late = Judged(NO, "no evening sessions")
    verdict = judge([aged(65)], Person(age=SIXTY_SEVEN), extra=[late])
    assert (verdict.eligible, verdict.unmet) == (NO, ("no evening sessions",))


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (AgeRange(16, 16), YES),
        (AgeRange(25, 25), YES),
        (AgeRange(15, 15), NO),
        (AgeRange(26, 26), NO),
        (AgeRange(18, 21), YES),
        (AgeRange(20, 30), UNKNOWN),
        (AgeRange(10, None), UNKNOWN),
        (AgeRange(60, 65), NO),
        (AgeRange(60, None), UNKNOWN),
        (AgeRange(66, None), YES),
        (AgeRange(None, 15), NO),
        (AgeRange(), UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_an_age_is_within_one_of_several_ranges_or_misses_all_or_overlaps(
    age: AgeRange | None, expected: Truth
) -> None:
    ranges = (AgeRange(16, 25), AgeRange(66, None))
    person = Person(age=age)
    assert judge_field(Field.AGE, [needs(Field.AGE, ages=ranges)], person) is expected
    apart = [needs(Field.AGE, ages=(one,)) for one in ranges]
    assert judge_field(Field.AGE, apart, person) is expected


WOMEN, MEN, INCLUSIVE = (
    needs(Field.GENDER, "women"),
    needs(Field.GENDER, "men"),
    needs(Field.GENDER, "women", "non-binary"),
)


@pytest.mark.parametrize(
    ("field", "stated", "person", "expected"),
    [
        (Field.AGE, [], Person(), None),
        (Field.AGE, [needs(Field.AGE)], Person(age=SIXTY_SEVEN), UNKNOWN),
        (Field.AGE, [open_to_all(Field.AGE)], Person(age=SIXTY_SEVEN), YES),
        (Field.AGE, [open_to_all(Field.AGE), aged(None, 17)], Person(age=SIXTY_SEVEN), NO),
        (Field.AGE, [excludes(Field.AGE, ages=(AgeRange(None, 17),))], Person(age=SIXTY_SEVEN), YES),
        (Field.AGE, [excludes(Field.AGE, ages=(AgeRange(None, 17),))], Person(age=AgeRange(9, 9)), NO),
        (Field.AGE, [excludes(Field.AGE, ages=(AgeRange(None, 17),))], Person(), UNKNOWN),
        (Field.AGE, [aged(50, strength=PREFERS)], Person(age=SIXTY_SEVEN), YES),
        (Field.AGE, [aged(50, strength=PREFERS)], Person(age=AgeRange(30, 30)), UNKNOWN),
        (Field.AGE, [aged(50, strength=PREFERS)], Person(), None),
        (Field.AGE, [aged(18), aged(50, strength=PREFERS)], Person(age=AgeRange(30, 30)), YES),
        (Field.AGE, [aged(50), aged(18, said_by=SaidBy.TEXT)], Person(age=AgeRange(30, 30)), NO),
        (Field.GENDER, [WOMEN], Person(gender=Gender.FEMALE), YES),
        (Field.GENDER, [WOMEN], Person(gender=Gender.MALE), NO),
        (Field.GENDER, [WOMEN], Person(gender=Gender.NON_BINARY), UNKNOWN),
        (Field.GENDER, [INCLUSIVE], Person(gender=Gender.NON_BINARY), YES),
        (Field.GENDER, [MEN], Person(), UNKNOWN),
        (Field.GENDER, [needs(Field.GENDER)], Person(gender=Gender.MALE), UNKNOWN),
        (Field.GENDER, [excludes(Field.GENDER, "men")], Person(gender=Gender.FEMALE), YES),
        (Field.GENDER, [accepts(Field.GENDER, "women", strength=WELCOMES)], Person(gender=Gender.MALE), UNKNOWN),
        (Field.GENDER, [accepts(Field.GENDER, "women", strength=WELCOMES)], Person(gender=Gender.FEMALE), YES),
        (Field.GENDER, [], Person(gender=Gender.MALE), UNKNOWN),
        (Field.RESIDENCY, [needs(Field.RESIDENCY, "postcode:NE1", "postcode:NE28")], Person(home=home()), YES),
        (Field.RESIDENCY, [needs(Field.RESIDENCY, "postcode:NE1"), needs(Field.RESIDENCY, "postcode:NE28")],
         Person(home=home()), YES),
        (Field.RESIDENCY, [needs(Field.RESIDENCY, "postcode:NE1", "words:here")], Person(home=home()), UNKNOWN),
        (Field.RESIDENCY, [needs(Field.RESIDENCY, "practice:A1")], Person(practice="A2"), NO),
        (Field.RESIDENCY, [needs(Field.RESIDENCY)], Person(home=home()), UNKNOWN),
        (Field.RESIDENCY, [needs(Field.RESIDENCY, "uk:")], Person(home=home()), YES),
        (Field.RESIDENCY, [needs(Field.RESIDENCY, "uk:")], Person(), UNKNOWN),
        (Field.RESIDENCY, [], Person(pcn="U1"), UNKNOWN),
        (Field.CONDITION, [needs(Field.CONDITION, "dementia")], Person(conditions=("Vascular dementia",)), YES),
        (Field.CONDITION, [needs(Field.CONDITION, "severe dementia")], Person(conditions=("dementia",)), UNKNOWN),
        (Field.CONDITION, [needs(Field.CONDITION, "allergies")], Person(conditions=("allergy",)), YES),
        (Field.CONDITION, [needs(Field.CONDITION, "dementia")], Person(), UNKNOWN),
        (Field.CONDITION, [needs(Field.CONDITION)], Person(conditions=("stroke",)), UNKNOWN),
        (Field.CONDITION, [needs(Field.CONDITION, "")], Person(conditions=("stroke",)), UNKNOWN),
        (Field.CONDITION, [excludes(Field.CONDITION, "epilepsy")], Person(conditions=("epilepsy",)), NO),
        (Field.CONDITION, [excludes(Field.CONDITION, "epilepsy")], Person(conditions=("stroke",)), UNKNOWN),
        (Field.CONDITION, [accepts(Field.CONDITION, "stroke")], Person(conditions=("stroke",)), YES),
        (Field.CONDITION, [accepts(Field.CONDITION, "stroke")], Person(conditions=("stroke", "diabetes")), UNKNOWN),
        (Field.CONDITION, [accepts(Field.CONDITION, "stroke")], Person(), None),
        (Field.CONDITION, [open_to_all(Field.CONDITION)], Person(conditions=("stroke",)), YES),
        (Field.CARER, [needs(Field.CARER)], Person(carer=True), YES),
        (Field.CARER, [needs(Field.CARER)], Person(carer=False), NO),
        (Field.CARER, [needs(Field.CARER)], Person(), UNKNOWN),
        (Field.CARER, [excludes(Field.CARER)], Person(carer=True), NO),
        (Field.CARER, [accepts(Field.CARER, strength=WELCOMES)], Person(carer=True), YES),
        (Field.CARER, [], Person(carer=True), UNKNOWN),
        (Field.CARER, [], Person(carer=False), None),
        (Field.LANGUAGE, [accepts(Field.LANGUAGE, "Polish", "English")], Person(languages=("polish",)), YES),
        (Field.LANGUAGE, [accepts(Field.LANGUAGE, "English")], Person(languages=("Urdu",)), UNKNOWN),
        (Field.LANGUAGE, [accepts(Field.LANGUAGE, "English")], Person(), None),
        (Field.LANGUAGE, [needs(Field.LANGUAGE, "Polish")], Person(languages=("Urdu",)), NO),
        (Field.LANGUAGE, [needs(Field.LANGUAGE, "Polish")], Person(), UNKNOWN),
        (Field.LANGUAGE, [], Person(languages=("Urdu",)), UNKNOWN),
        (Field.REFERRAL, [needs(Field.REFERRAL, Route.GP)], Person(route=Route.GP), YES),
        (Field.REFERRAL, [needs(Field.REFERRAL, Route.GP)], Person(route=Route.SELF), NO),
        (Field.REFERRAL, [needs(Field.REFERRAL, Route.GP)], Person(route=Route.PROFESSIONAL), NO),
        (Field.REFERRAL, [needs(Field.REFERRAL, Route.PROFESSIONAL)], Person(route=Route.GP), YES),
        (Field.REFERRAL, [needs(Field.REFERRAL, Route.GP)], Person(), UNKNOWN),
        (Field.REFERRAL, [needs(Field.REFERRAL, Route.GP, Route.SELF)], Person(route=Route.PROFESSIONAL), YES),
        (Field.REFERRAL, [needs(Field.REFERRAL, Route.NONE)], Person(), YES),
        (Field.REFERRAL, [needs(Field.REFERRAL)], Person(route=Route.GP), UNKNOWN),
        (Field.REFERRAL, [excludes(Field.REFERRAL, Route.SELF)], Person(), UNKNOWN),
        (Field.REFERRAL, [excludes(Field.REFERRAL, Route.SELF)], Person(route=Route.NONE), NO),
        (Field.REFERRAL, [excludes(Field.REFERRAL, Route.SELF)], Person(route=Route.GP), YES),
        (Field.REFERRAL, [open_to_all(Field.REFERRAL, strength=WELCOMES)], Person(route=Route.NONE), YES),
        (Field.REFERRAL, [accepts(Field.REFERRAL, Route.GP)], Person(route=Route.SELF), UNKNOWN),
        (Field.REFERRAL, [], Person(route=Route.SELF), UNKNOWN),
        (Field.COST, [needs(Field.COST, Cost.PAID)], Person(), None),
        (Field.COST, [], Person(free=True), UNKNOWN),
        (Field.COST, [needs(Field.COST)], Person(free=True), UNKNOWN),
        (Field.COST, [needs(Field.COST, Cost.FREE)], Person(free=True), YES),
        (Field.COST, [needs(Field.COST, Cost.DONATION)], Person(free=True), YES),
        (Field.COST, [needs(Field.COST, Cost.CONCESSION)], Person(free=True), UNKNOWN),
        (Field.COST, [needs(Field.COST, Cost.PAID)], Person(free=True), NO),
        (Field.COST, [needs(Field.COST, Cost.PAID, strength=PREFERS)], Person(free=True), UNKNOWN),
        (Field.COST, [needs(Field.COST, Cost.PAID), needs(Field.COST, Cost.FREE)], Person(free=True), NO),
        (Field.ACCESS, [accepts(Field.ACCESS, Access.BSL)], Person(), None),
        (Field.ACCESS, [accepts(Field.ACCESS, Access.BSL)], Person(access=(Access.BSL,)), YES),
        (Field.ACCESS, [accepts(Field.ACCESS, Access.BSL)], Person(access=(Access.BSL, Access.STEP_FREE)), UNKNOWN),
        (Field.ACCESS, [accepts(Field.ACCESS, Access.WHEELCHAIR)], Person(access=(Access.STEP_FREE,)), YES),
        (Field.ACCESS, [accepts(Field.ACCESS, Access.STEP_FREE)], Person(access=(Access.WHEELCHAIR,)), UNKNOWN),
        (Field.ACCESS, [excludes(Field.ACCESS, Access.WHEELCHAIR)], Person(access=(Access.WHEELCHAIR,)), NO),
        (Field.ACCESS, [excludes(Field.ACCESS, Access.WHEELCHAIR, strength=PREFERS)],
         Person(access=(Access.WHEELCHAIR,)), UNKNOWN),
        (Field.ACCESS, [excludes(Field.ACCESS, Access.BSL), accepts(Field.ACCESS, Access.BSL)],
         Person(access=(Access.BSL,)), UNKNOWN),
        (Field.DOCUMENT, [needs(Field.DOCUMENT, "proof of address")], Person(), UNKNOWN),
        (Field.DOCUMENT, [accepts(Field.DOCUMENT, "proof of address")], Person(), None),
    ],
)  # fmt: skip
def test_a_field_is_judged_by_what_both_sides_say(
    field: Field, stated: list[Criterion], person: Person, expected: Truth | None
) -> None:
    assert judge_field(field, stated, person) is expected


def test_a_weaker_word_is_not_heard_beside_a_stronger_on_the_same_field() -> None:
    owner, feed, text = aged(18, said_by=SaidBy.OWNER), aged(16), aged(50, said_by=SaidBy.TEXT)
    women = needs(Field.GENDER, "women", said_by=SaidBy.TEXT)
    assert heard([text, women, feed, owner]) == (women, owner)
    assert heard([text, feed]) == (feed,)


def test_words_on_one_feature_of_access_are_no_words_on_another() -> None:
    feed = accepts(Field.ACCESS, Access.HEARING_LOOP)
    text = excludes(Field.ACCESS, Access.HEARING_LOOP, Access.WHEELCHAIR, said_by=SaidBy.TEXT)
    left = excludes(Field.ACCESS, Access.WHEELCHAIR, said_by=SaidBy.TEXT)
    assert heard([feed, text]) == (feed, left)


# --- What must hold for any criteria and any person -------------------------------------------------------------------

ages = st.builds(AgeRange, st.none() | st.integers(0, 60), st.none() | st.integers(60, 99))
values = {
    Field.GENDER: ("women", "men", "non-binary"),
    Field.RESIDENCY: ("uk:", "nation:England", "authority:E08000022", "postcode:LS1", "words:here", "practice:A1"),
    Field.CONDITION: ("dementia", "stroke"),
    Field.LANGUAGE: ("Polish", "Urdu"),
    Field.REFERRAL: tuple(Route),
    Field.COST: tuple(Cost),
    Field.ACCESS: tuple(Access),
    Field.DOCUMENT: ("proof of address",),
}


def criteria_of(field: Field) -> st.SearchStrategy[Criterion]:
    named = st.lists(st.sampled_from(values[field]), max_size=3, unique=True) if field in values else st.just([])
    return st.builds(
        Criterion,
        field=st.just(field),
        test=st.sampled_from(stating.Test),
        values=named.map(tuple),
        ages=st.lists(ages, max_size=2).map(tuple) if field is Field.AGE else st.just(()),
        strength=st.sampled_from(Strength),
        said_by=st.sampled_from(SaidBy),
        amount=st.none() | st.floats(0.5, 20),
        note=st.none() | st.just("a note"),
    )


criteria = st.sampled_from(Field).flatmap(criteria_of)
persons = st.builds(
    Person,
    age=st.none() | ages,
    gender=st.none() | st.sampled_from(Gender),
    home=st.none() | st.builds(home, st.sampled_from([Precision.SECTOR, Precision.OUTCODE, Precision.PLACE])),
    practice=st.none() | st.just("A1"),
    languages=st.lists(st.sampled_from(["Polish", "Welsh"]), max_size=2).map(tuple),
    access=st.lists(st.sampled_from(Access), max_size=2, unique=True).map(tuple),
    conditions=st.lists(st.sampled_from(["dementia", "asthma"]), max_size=2).map(tuple),
    carer=st.none() | st.booleans(),
    route=st.none() | st.sampled_from(Route),
    free=st.booleans(),
)
everything = st.lists(criteria, max_size=8)


@given(everything, persons)
def test_the_result_is_the_least_of_the_fields_in_play(stated: list[Criterion], person: Person) -> None:
    by_field = [judge_field(field, [one for one in stated if one.field is field], person) for field in Field]
    least = min((truth for truth in by_field if truth is not None), default=UNKNOWN)
    verdict = judge(stated, person)
    assert verdict.eligible is least
    assert verdict.eligible is (NO if verdict.unmet else UNKNOWN if verdict.ask or not verdict.met else YES)


@given(everything, persons)
def test_what_is_not_a_must_never_turns_anybody_away(stated: list[Criterion], person: Person) -> None:
    soft = [one for one in stated if one.strength is not Strength.MUST]
    assert judge(soft, person).eligible is not NO


@given(everything)
def test_nobody_is_turned_away_who_said_nothing(stated: list[Criterion]) -> None:
    assert judge(stated, Person()).eligible is not NO


@given(persons)
def test_nobody_is_eligible_for_a_service_that_says_nothing(person: Person) -> None:
    assert judge([], person).eligible is UNKNOWN


@given(everything, persons, st.lists(st.sampled_from(Truth), max_size=3))
def test_one_more_thing_judged_never_betters_the_result(
    stated: list[Criterion], person: Person, more: list[Truth]
) -> None:
    before = judge(stated, person, [Judged(YES, "so far")])
    after = judge(stated, person, [Judged(YES, "so far"), *(Judged(truth, truth.word) for truth in more)])
    assert after.eligible is min([before.eligible, *more])
    if more == [UNKNOWN]:
        assert after.eligible is (NO if before.eligible is NO else UNKNOWN)


@given(everything, persons)
def test_what_is_not_heard_changes_nothing(stated: list[Criterion], person: Person) -> None:
    once = heard(stated)
    assert heard(once) == once
    assert judge(once, person) == judge(stated, person)


@given(everything, persons)
def test_the_order_of_criteria_does_not_change_the_result(stated: list[Criterion], person: Person) -> None:
    assert judge(stated, person).eligible is judge(stated[::-1], person).eligible


@given(everything, persons)
def test_phrases_are_short_and_have_no_full_stop(stated: list[Criterion], person: Person) -> None:
    verdict = judge(stated, person)
    for phrase in (*verdict.met, *verdict.ask, *verdict.unmet):
        assert phrase.strip()
        assert not phrase.endswith(".")
        assert len(phrase) < 120
