"""Referral, documents, languages, carers and the ways in which services are given."""

import pytest

from directory.domain.eligibility.criteria import Strength
from directory.domain.eligibility.criteria import Test as Bearing
from directory.domain.wording.carers import carers_in
from directory.domain.wording.documents import documents_in
from directory.domain.wording.how import how_in
from directory.domain.wording.languages import languages_in
from directory.domain.wording.referral import referral_in


@pytest.mark.parametrize(
    ("text", "test", "routes"),
    [
        ("No referral needed, just turn up", Bearing.OPEN, ("none",)),
        ("You don't need a referral.", Bearing.OPEN, ("none",)),
        ("No GP referral needed", Bearing.OPEN, ("none",)),
        ("Drop in on Tuesdays", Bearing.OPEN, ("none",)),
        ("Referral by GP only", Bearing.NEEDS, ("gp",)),
        ("GP referral required", Bearing.NEEDS, ("gp",)),
        ("You can be referred by your doctor", Bearing.NEEDS, ("gp",)),
        ("Self-referral or referral from a social worker", Bearing.NEEDS, ("self", "professional")),
        ("People can refer themselves", Bearing.NEEDS, ("self",)),
        ("By referral only", Bearing.NEEDS, ("professional",)),
        ("You must be referred", Bearing.NEEDS, ("professional",)),
        ("Referrals from GPs and health visitors", Bearing.NEEDS, ("professional", "gp")),
        ("Self, family or professional referral", Bearing.NEEDS, ("self", "professional")),
        ("Self, stroke team or GP practice", Bearing.NEEDS, ("self", "professional", "gp")),
        ("Open to self and agency referrals", Bearing.NEEDS, ("self", "professional")),
        ("Ask your GP", Bearing.NEEDS, ("gp",)),
        ("Come straight to us or through your doctor", Bearing.NEEDS, ("gp",)),
    ],
)
def test_ways_in_are_found(text: str, test: Bearing, routes: tuple[str, ...]) -> None:
    criterion = referral_in(text)
    assert criterion is not None
    assert (criterion.test, criterion.values) == (test, routes)


@pytest.mark.parametrize(
    "text",
    [
        "Lunch on Mondays",
        "Self, body and mind",
        "No GP or agency referral needed",
        "Self-esteem",
        "Speak to your GP before you start",
        "We refer to the map.",
        "Booking office",
    ],
)
def test_no_way_in_is_read_where_none_is_named(text: str) -> None:
    assert referral_in(text) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Please bring proof of address", ("proof of address",)),
        ("You will need photo ID.", ("photo ID",)),
        ("Bring photo ID to the desk", ("photo ID",)),
        ("Please show some identification", ("identification",)),
        ("A food bank voucher is needed", ("food bank voucher",)),
        ("Bring a recent utility bill", ("utility bill",)),
    ],
)
def test_documents_are_found(text: str, values: tuple[str, ...]) -> None:
    criterion = documents_in(text)
    assert criterion is not None
    assert criterion.values == values


@pytest.mark.parametrize("text", ["Bring a friend", "Lunch", "There is evidence that walking helps"])
def test_no_documents_are_read_where_none_are_asked_for(text: str) -> None:
    assert documents_in(text) is None


@pytest.mark.parametrize(
    ("text", "test", "values"),
    [
        ("Sessions in Polish", Bearing.NEEDS, ("Polish",)),
        ("For Urdu and Punjabi speakers", Bearing.NEEDS, ("Urdu", "Punjabi")),
        ("A Welsh-medium playgroup", Bearing.NEEDS, ("Welsh",)),
        ("Advice available in Bengali and Arabic", Bearing.ACCEPTS, ("Bengali", "Arabic")),
        ("We speak English and Panjabi", Bearing.ACCEPTS, ("Punjabi",)),
        ("Services in English, Welsh", Bearing.ACCEPTS, ("Welsh",)),
    ],
)
def test_languages_are_found(text: str, test: Bearing, values: tuple[str, ...]) -> None:
    criterion = languages_in(text)
    assert criterion is not None
    assert (criterion.test, criterion.values) == (test, values)


@pytest.mark.parametrize(
    "text", ["Polish your silver in company", "Italian food", "We speak to people", "English classes"]
)
def test_other_words_are_no_languages(text: str) -> None:
    assert languages_in(text) is None


@pytest.mark.parametrize(
    ("name", "text", "test", "strength"),
    [
        ("Respite", "Breaks for unpaid carers", Bearing.NEEDS, Strength.MUST),
        ("Respite", "You must be a carer", Bearing.NEEDS, Strength.MUST),
        ("Respite", "For people looking after a friend", Bearing.NEEDS, Strength.MUST),
        ("Carers Together", "Lunch on Mondays", Bearing.NEEDS, Strength.MUST),
        ("Memory Café", "For people with dementia and their carers", Bearing.ACCEPTS, Strength.WELCOMES),
        ("Lunch Club", "Carers welcome", Bearing.ACCEPTS, Strength.WELCOMES),
        ("Advice", "Help for carers, parents", Bearing.ACCEPTS, Strength.WELCOMES),
    ],
)
def test_carers_are_found(name: str, text: str, test: Bearing, strength: Strength) -> None:
    criterion = carers_in(name, text)
    assert criterion is not None
    assert (criterion.test, criterion.strength) == (test, strength)


@pytest.mark.parametrize("text", ["Lunch", "We care for animals", "A former carer runs it"])
def test_no_carers_are_read_where_none_are_served(text: str) -> None:
    assert carers_in("Lunch Club", text) is None


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("We meet weekly in the village hall", ("in_person",)),
        ("A national helpline", ("phone",)),
        ("Sessions on Zoom or by phone", ("phone", "online")),
        ("Volunteers visit people in their own homes", ("at_home",)),
        ("A home for cats", ()),
        ("Grants to schools", ()),
    ],
)
def test_ways_of_giving_are_found(text: str, ways: tuple[str, ...]) -> None:
    assert how_in("Example", text) == ways
