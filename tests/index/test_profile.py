"""The person of a search: what was chosen before what the sentence says, and every choice that is none refused."""

from datetime import datetime

import pytest

from directory.domain.eligibility.criteria import Access, AgeRange, Route
from directory.domain.eligibility.person import DayPart, Gender, Person, Travel, Weekday
from directory.domain.places import Precision
from directory.geography import Gazetteer
from index.box import split
from index.profile import home_of, person_in, to_sector
from index.request import BadSearch, Profile, SearchRequest
from tests.index.samples import clock

A_SATURDAY_NOON = clock()


def person(gazetteer: Gazetteer, profile: Profile | None = None, q: str = "", at: datetime = A_SATURDAY_NOON) -> Person:
    box = split(q, gazetteer, today=at.date())
    return person_in(SearchRequest(q=q, profile=profile or Profile()), box, gazetteer, at)


def test_nothing_said_is_nobody_in_particular(gazetteer: Gazetteer) -> None:
    assert person(gazetteer) == Person()


def test_every_choice_is_taken(gazetteer: Gazetteer) -> None:
    chosen = Profile(
        age="67", gender="f", practice="A12345", pcn="U00000", icb="QHM", carer="yes", route="gp", travel="walk",
        free="yes", speaks=("Polish", " British  Sign Language ", ""), needs=("wheelchair", "wheelchair", "bsl"),
        condition=("dementia",), on=("tue", "fri"), at=("evening",),
    )  # fmt: skip

    assert person(gazetteer, chosen) == Person(
        age=AgeRange(67, 67), gender=Gender.FEMALE, practice="A12345", pcn="U00000", icb="QHM", carer=True,
        route=Route.GP, travel=Travel.WALK, free=True, languages=("Polish", "British Sign Language"),
        access=(Access.WHEELCHAIR, Access.BSL), conditions=("dementia",), days=(Weekday.TUE, Weekday.FRI),
        parts=(DayPart.EVENING,),
    )  # fmt: skip


def test_the_sentence_says_what_was_not_chosen(gazetteer: Gazetteer) -> None:
    said = person(gazetteer, q="free choir for men over 60 with step-free access on Tuesday mornings")

    assert said == Person(
        age=AgeRange(60, None), gender=Gender.MALE, access=(Access.STEP_FREE,), days=(Weekday.TUE,),
        parts=(DayPart.MORNING,), free=True,
    )  # fmt: skip


def test_what_was_chosen_goes_before_the_sentence(gazetteer: Gazetteer) -> None:
    chosen = Profile(age="70", gender="x", needs=("bsl",), on=("fri",), at=("evening",), free="no")

    heard = person(gazetteer, chosen, q="free choir for men over 60 with step-free access on Tuesday mornings")

    assert heard == Person(
        age=AgeRange(70, 70), gender=Gender.NON_BINARY, access=(Access.BSL,), days=(Weekday.FRI,),
        parts=(DayPart.EVENING,), free=False,
    )  # fmt: skip


def test_now_is_today_and_by_night_yesterday_too(gazetteer: Gazetteer) -> None:
    assert A_SATURDAY_NOON.strftime("%A") == "Saturday"

    now = person(gazetteer, q="choir open now")

    assert (now.days, now.parts) == ((Weekday.SAT,), ())


def test_now_gives_way_to_a_chosen_day(gazetteer: Gazetteer) -> None:
    later = person(gazetteer, Profile(on=("mon",)), q="choir open now")

    assert (later.days, later.parts) == ((Weekday.MON,), ())


@pytest.mark.parametrize(
    ("written", "ages"),
    [
        ("67", AgeRange(67, 67)), ("60+", AgeRange(60, None)), ("16-25", AgeRange(16, 25)),
        (" 16 - 25 ", AgeRange(16, 25)), ("0", AgeRange(0, 0)), ("130", AgeRange(130, 130)), ("5-5", AgeRange(5, 5)),
        ("0-130", AgeRange(0, 130)), ("130+", AgeRange(130, None)),
    ],
)  # fmt: skip
def test_ages_are_read(gazetteer: Gazetteer, written: str, ages: AgeRange) -> None:
    assert person(gazetteer, Profile(age=written)).age == ages


@pytest.mark.parametrize("written", ["131", "131+", "25-16", "16-131", "old", "-5", "1.5", "16-", "+60", "٦٧", "999"])
def test_what_is_no_age_is_refused(gazetteer: Gazetteer, written: str) -> None:
    with pytest.raises(BadSearch, match=r"Write the age in years: 67, 60\+ or 16-25\.") as refused:
        person(gazetteer, Profile(age=written))
    assert refused.value.field == "age"


@pytest.mark.parametrize(
    ("field", "profile", "sentence"),
    [
        ("gender", Profile(gender="female"), "Choose out of these: f, m, x."),
        ("needs", Profile(needs=("wheelchair", "wings")), "Choose out of these: wheelchair, step_free"),
        ("route", Profile(route="ambulance"), "Choose out of these: self, professional, gp, none."),
        ("travel", Profile(travel="broom"), "Choose out of these: walk, bus, car."),
        ("on", Profile(on=("tuesday",)), "Choose out of these: mon, tue, wed, thu, fri, sat, sun."),
        ("at", Profile(at=("night",)), "Choose out of these: morning, afternoon, evening."),
        ("carer", Profile(carer="perhaps"), "Choose yes or no."),
        ("free", Profile(free="1"), "Choose yes or no."),
        ("home", Profile(home="Wallsend"), "Write the postcode they live at, or its first part, such as NE28 9."),
        ("home", Profile(home="ZZ1 1ZZ"), "Write the postcode they live at"),
        ("age", Profile(age="6\x007"), "cannot be read"),
        ("practice", Profile(practice="x" * 501), "This is 501 characters long"),
        ("pcn", Profile(pcn="\x00"), "cannot be read"),
        ("icb", Profile(icb="\x00"), "cannot be read"),
        ("speaks", Profile(speaks=("Polish", "\x00")), "cannot be read"),
        ("condition", Profile(condition=("x" * 501,)), "This is 501 characters long"),
    ],
)
def test_every_choice_that_is_none_is_refused_by_field(
    gazetteer: Gazetteer, field: str, profile: Profile, sentence: str
) -> None:
    with pytest.raises(BadSearch) as refused:
        person(gazetteer, profile)

    assert refused.value.field == field
    assert sentence in str(refused.value)


@pytest.mark.parametrize(("chosen", "carer"), [("yes", True), (" YES ", True), ("no", False), ("", None), (" ", None)])
def test_yes_and_no_are_told_from_not_said(gazetteer: Gazetteer, chosen: str, carer: bool | None) -> None:
    assert person(gazetteer, Profile(carer=chosen)).carer is carer


@pytest.mark.parametrize(
    ("home", "sector"),
    [("NE28 9ND", "NE28 9"), ("ne289nd", "NE28 9"), ("NE28 9", "NE28 9"), ("NE28", "NE28"), ("Wallsend", "Wallsend")],
)
def test_a_home_is_cut_to_the_sector_of_its_postcode(home: str, sector: str) -> None:
    assert to_sector(home) == sector


def test_a_home_is_known_no_finer_than_its_sector(gazetteer: Gazetteer) -> None:
    home = person(gazetteer, Profile(home="NE28 9ND")).home

    assert home is not None
    assert (home.label, home.precision, home.postcode) == ("NE28 9", Precision.SECTOR, None)
    assert home == home_of("ne28 9nd", gazetteer)
    assert home_of("", gazetteer) is None
