"""Criteria in words: what a person reads of what is met, unknown or unmet."""

import pytest

from directory.domain.eligibility.criteria import Access, AgeRange, Cost, Criterion, Field, Route, Strength
from directory.domain.eligibility.judge import judge
from directory.domain.eligibility.person import Gender, Person
from directory.domain.places import Precision
from directory.domain.wording.residency import GP_NOTE, WIDER_NOTE
from tests.directory.domain.eligibility.stated import accepts, aged, excludes, home, needs, open_to_all

HOME, AT_HOME = Person(home=home()), Person(home=home(Precision.POSTCODE))
RESIDENCY, REFERRAL, COST = Field.RESIDENCY, Field.REFERRAL, Field.COST


def age(years: int) -> Person:
    return Person(age=AgeRange(years, years))


def phrases(stated: list[Criterion], person: Person) -> tuple[str, ...]:
    verdict = judge(stated, person)
    return (*verdict.met, *verdict.ask, *verdict.unmet)


@pytest.mark.parametrize(
    ("stated", "person", "words"),
    [
        ([aged(65)], age(67), "65+"),
        ([aged(65)], age(20), "65+ only"),
        ([aged(65)], Person(), "age 65+"),
        ([aged(16, 25)], age(20), "ages 16 to 25"),
        ([aged(16, 25)], age(15), "ages 16 to 25 only"),
        ([aged(16, 25)], Person(), "ages 16 to 25"),
        ([aged(None, 24)], age(9), "under 25s"),
        ([aged(None, 24)], age(60), "under 25s only"),
        ([aged(0, 4)], age(2), "under 5s"),
        ([aged(11, 11)], age(11), "age 11"),
        ([aged()], age(11), "all ages"),
        ([aged(5, 11), aged(60)], age(70), "60+"),
        ([aged(5, 11), aged(60)], age(40), "ages 5 to 11 or 60+ only"),
        ([needs(Field.AGE)], age(40), "age"),
        ([open_to_all(Field.AGE)], age(40), "all ages"),
        ([excludes(Field.AGE, ages=(AgeRange(None, 17),))], age(9), "not for under 18s"),
        ([needs(Field.GENDER, "women")], Person(gender=Gender.MALE), "women only"),
        ([needs(Field.GENDER, "women", strength=Strength.PREFERS)], Person(gender=Gender.FEMALE), "welcomes women"),
        ([accepts(Field.GENDER, "women")], Person(gender=Gender.FEMALE), "welcomes women"),
        ([excludes(Field.GENDER, "men")], Person(gender=Gender.MALE), "not for men"),
        ([], Person(gender=Gender.MALE), "open to men"),
        ([], Person(gender=Gender.FEMALE), "open to women"),
        ([], Person(gender=Gender.NON_BINARY), "open to non-binary people"),
        ([needs(RESIDENCY, "postcode:NE28")], HOME, "lives in NE28"),
        ([needs(RESIDENCY, "nation:England")], Person(home=home(outcode=None)), "lives in NE28 9"),
        ([needs(RESIDENCY, "postcode:LS1", "postcode:LS2")], HOME, "only for people living in LS1 or LS2"),
        ([needs(RESIDENCY, "postcode:LS1")], Person(), "living in LS1"),
        ([needs(RESIDENCY, "words:Howdon")], HOME, "living in Howdon"),
        ([needs(RESIDENCY, "authority:E08000037")], AT_HOME, "only for people living in its area"),
        ([needs(RESIDENCY, "authority:E08000037", note="Gateshead")], AT_HOME, "only for people living in Gateshead"),
        ([needs(RESIDENCY, "authority:E08000037", note="Gateshead")], HOME, "living in Gateshead"),
        ([needs(RESIDENCY, "words:A", "words:B", "words:C", "words:D")], HOME, "living in its area"),
        ([needs(RESIDENCY)], HOME, "living in its area"),
        ([needs(RESIDENCY, "polygon:{}")], HOME, "living in the area shown on its map"),
        ([needs(RESIDENCY, "uk:")], Person(), "living in the UK"),
        ([needs(RESIDENCY, "practice:A1")], Person(), "registered with its GP practice"),
        ([needs(RESIDENCY, "practice:A1")], Person(practice="A1"), "registered with its GP practice"),
        ([needs(RESIDENCY, "words:A", note=WIDER_NOTE)], HOME, "living in A, or close by, or with a link to it"),
        ([needs(RESIDENCY, "words:Wallsend", note=GP_NOTE)], HOME, "registered with a GP in Wallsend"),
        ([needs(RESIDENCY, "icb:Q1")], Person(icb="Q2"), "only for people registered with its NHS area"),
        ([excludes(RESIDENCY, "postcode:NE28")], HOME, "not for people in NE28"),
        ([open_to_all(RESIDENCY)], HOME, "wherever you live"),
        ([], HOME, "area covered"),
        ([], Person(home=home(Precision.PLACE)), "area covered"),
        ([needs(Field.CONDITION, "dementia", "memory loss")], Person(), "dementia or memory loss"),
        ([needs(Field.CONDITION, "dementia", "stroke")], Person(conditions=("stroke",)), "stroke"),
        ([accepts(Field.LANGUAGE, "Polish", "English")], Person(languages=("Polish", "Urdu")), "in Polish"),
        ([excludes(Field.CONDITION, "epilepsy")], Person(), "not for epilepsy"),
        ([], Person(conditions=("stroke",)), "stroke"),
        ([needs(Field.CARER)], Person(carer=False), "for carers"),
        ([excludes(Field.CARER)], Person(carer=True), "not for carers"),
        ([needs(Field.LANGUAGE, "Polish")], Person(), "in Polish"),
        ([], Person(languages=("Urdu", "Polish")), "in Urdu or Polish"),
        ([needs(REFERRAL, Route.GP)], Person(route=Route.SELF), "needs a GP referral"),
        ([needs(REFERRAL, Route.GP)], Person(), "GP referral"),
        ([needs(REFERRAL, Route.GP, Route.PROFESSIONAL)], Person(), "GP or professional referral"),
        ([needs(REFERRAL, Route.SELF)], Person(), "you can refer yourself"),
        ([needs(REFERRAL, Route.NONE)], Person(), "no referral needed"),
        ([needs(REFERRAL)], Person(), "professional referral"),
        ([excludes(REFERRAL, Route.GP)], Person(route=Route.GP), "not by GP referral"),
        ([excludes(REFERRAL, Route.SELF)], Person(route=Route.SELF), "you cannot refer yourself"),
        ([excludes(REFERRAL)], Person(), "you cannot refer yourself"),
        ([], Person(route=Route.SELF), "how to be referred"),
        ([needs(COST, Cost.FREE)], Person(free=True), "free"),
        ([needs(COST, Cost.DONATION)], Person(free=True), "by donation"),
        ([needs(COST, Cost.CONCESSION)], Person(free=True), "lower price for some"),
        ([needs(COST, Cost.PAID, amount=4.0)], Person(free=True), "costs £4"),
        ([needs(COST, Cost.PAID, amount=3.5)], Person(free=True), "costs £3.50"),
        ([needs(COST, Cost.PAID, amount=0.5)], Person(free=True), "costs 50p"),
        ([needs(COST, Cost.PAID)], Person(free=True), "there is a charge"),
        ([needs(COST, Cost.PAID, amount=4.0, note="first session free")], Person(free=True),
         "costs £4 (first session free)"),
        ([accepts(Field.ACCESS, Access.BSL)], Person(access=(Access.BSL,)), "British Sign Language"),
        ([excludes(Field.ACCESS, Access.WHEELCHAIR)], Person(access=(Access.WHEELCHAIR,)), "no wheelchair access"),
        ([excludes(Field.ACCESS, Access.DEMENTIA_FRIENDLY)], Person(access=(Access.DEMENTIA_FRIENDLY,)),
         "not dementia friendly"),
        ([needs(Field.DOCUMENT, "proof of address")], Person(), "proof of address"),
        ([open_to_all(Field.DOCUMENT)], Person(), "open to all"),
    ],
)  # fmt: skip
def test_one_thing_is_said_in_few_words(stated: list[Criterion], person: Person, words: str) -> None:
    assert phrases(stated, person) == (words,)
