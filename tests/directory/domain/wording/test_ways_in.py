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
        ("We do not accept self-referrals. GP referral only.", Bearing.NEEDS, ("gp",)),
        ("By GP referral only; no booking needed", Bearing.NEEDS, ("gp",)),
        ("There is no booking fee. GP referral required.", Bearing.NEEDS, ("gp",)),
        ("By referral only, not a drop-in", Bearing.NEEDS, ("professional",)),
        ("A drop-in on Mondays. By referral only.", Bearing.NEEDS, ("professional",)),
        ("We cannot see you without a GP referral", Bearing.NEEDS, ("gp",)),
        ("Nobody can come without a referral", Bearing.NEEDS, ("professional",)),
        ("GP referral is not always necessary. Self-referral welcome.", Bearing.NEEDS, ("self",)),
        ("Drop-in on Tuesdays. GP referral required for counselling.", Bearing.OPEN, ("gp", "none")),
        ("Drop in or be referred by your GP", Bearing.OPEN, ("gp", "none")),
        ("Drop in, booking not required", Bearing.OPEN, ("none",)),
        ("Why not drop in?", Bearing.OPEN, ("none",)),
        ("Don't hesitate to drop in", Bearing.OPEN, ("none",)),
        ("We do not charge, just turn up", Bearing.OPEN, ("none",)),
        ("No need to book just turn up", Bearing.OPEN, ("none",)),
        ("The group is not far and you can refer yourself", Bearing.NEEDS, ("self",)),
        ("No drop-in on Mondays. Drop in on Tuesdays.", Bearing.OPEN, ("none",)),
        ("A GP referral is not required", Bearing.OPEN, ("none",)),
        ("You do not need to be referred", Bearing.OPEN, ("none",)),
        ("There is no referral, all welcome", Bearing.OPEN, ("none",)),
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
        "No booking needed",
        "No appointment necessary",
        "There is no referral fee",
        "We accept no referrals",
        "This is not a drop-in service",
        "We no longer run a drop-in",
        "Please don't just turn up",
        "The drop-in is no longer available",
        "Drop-in sessions have been suspended",
        "A drop in numbers",
        "We cannot take self-referrals",
        "Self-referrals are not accepted",
        "You cannot refer yourself",
        "We do not accept self or family referrals",
        "We do not take GP referrals",
        "Referrals from schools are not accepted",
        "You do not have to ask your GP",
        "Self or stroke team is not possible",
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
        ("Don't forget to bring photo ID", ("photo ID",)),
        ("You cannot join unless you bring proof of age", ("proof of age",)),
        ("You need a voucher from an agency", ("food bank voucher",)),
        ("Please provide proof of address", ("proof of address",)),
        ("Bring ID. No voucher needed.", ("identification",)),
    ],
)
def test_documents_are_found(text: str, values: tuple[str, ...]) -> None:
    criterion = documents_in(text)
    assert criterion is not None
    assert criterion.values == values


@pytest.mark.parametrize(
    "text",
    [
        "Bring a friend",
        "Lunch",
        "There is evidence that walking helps",
        "You do not need to bring ID",
        "No vouchers needed",
        "A food bank voucher is not required",
        "Please bring a drink, no ID needed",
        "You need not bring proof of income",
        "You will not be asked for photo ID",
        "We issue food bank vouchers",
        "We can provide proof of address",
    ],
)
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
        ("Sessions in Polish on Tuesdays", Bearing.NEEDS, ("Polish",)),
        ("The class is held in Welsh.", Bearing.NEEDS, ("Welsh",)),
        ("For Arabic-speaking families", Bearing.NEEDS, ("Arabic",)),
        ("We have Somali-speaking staff", Bearing.ACCEPTS, ("Somali",)),
        ("Our Urdu speakers answer the phone", Bearing.ACCEPTS, ("Urdu",)),
        ("Not only for Polish speakers", Bearing.ACCEPTS, ("Polish",)),
        ("Polish speakers welcome", Bearing.ACCEPTS, ("Polish",)),
        ("Session in Polish cookery. Advice is available in Urdu.", Bearing.ACCEPTS, ("Urdu",)),
    ],
)
def test_languages_are_found(text: str, test: Bearing, values: tuple[str, ...]) -> None:
    criterion = languages_in(text)
    assert criterion is not None
    assert (criterion.test, criterion.values) == (test, values)


@pytest.mark.parametrize(
    "text",
    [
        "Polish your silver in company",
        "Italian food",
        "We speak to people",
        "English classes",
        "The group is in Welsh Road",
        "A session in Polish cookery",
        "Advice in Welsh law",
        "Classes in French for beginners",
        "Arabic-speaking volunteers wanted",
        "We need Spanish speakers to help",
        "We do not have interpreters in Arabic",
        "No Urdu interpreters",
        "Interpreters in Arabic are not available",
        "We do not speak Polish",
        "The service is not delivered in Welsh",
    ],
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
        ("Day Centre", "For people with dementia. Respite for carers.", Bearing.ACCEPTS, Strength.WELCOMES),
        ("Older People's Lunch", "Support for carers", Bearing.ACCEPTS, Strength.WELCOMES),
        ("Help for Families and their Carers", "Support for carers", Bearing.ACCEPTS, Strength.WELCOMES),
        ("Advice", "Not just for carers", Bearing.ACCEPTS, Strength.WELCOMES),
        ("Advice", "Not for former carers. Lunch for young carers.", Bearing.NEEDS, Strength.MUST),
        ("Carers Together", "Support for carers. People with dementia come too.", Bearing.NEEDS, Strength.MUST),
        ("Respite", "Only for carers. Older people may not come.", Bearing.NEEDS, Strength.MUST),
        ("Respite", "Help for carers of people with dementia", Bearing.NEEDS, Strength.MUST),
        ("Respite", "Lunch for older people. You must be a carer.", Bearing.NEEDS, Strength.MUST),
    ],
)
def test_carers_are_found(name: str, text: str, test: Bearing, strength: Strength) -> None:
    criterion = carers_in(name, text)
    assert criterion is not None
    assert (criterion.test, criterion.strength) == (test, strength)


@pytest.mark.parametrize(
    "text",
    [
        "Lunch",
        "We care for animals",
        "A former carer runs it",
        "Not for carers",
        "This group is not for unpaid carers",
        "You do not need to be a carer",
        "Carers are not welcome",
    ],
)
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
