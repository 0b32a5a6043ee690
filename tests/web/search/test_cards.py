"""Cards, from hits made by hand."""

from dataclasses import replace
from datetime import date, time

import pytest

from directory.domain.eligibility import criteria as said
from directory.domain.eligibility.criteria import AgeRange, Cost, Criterion, Field, SaidBy
from directory.domain.eligibility.person import Gender, Person, Travel
from directory.domain.entries import Category, EntryPlace
from directory.domain.parts import Frequency, Schedule
from directory.domain.places import Precision
from directory.domain.records import LocationType
from directory.domain.status.rules import State
from directory.domain.status.standing import Standing
from tests.web.made import POINT, a_hit, a_page, a_place, an_entry
from web.search.cards import NEEDS_SHOWN, Card, Fit, Told

pytestmark = pytest.mark.usefixtures("links")

OVER_65 = Criterion(field=Field.AGE, test=said.Test.NEEDS, ages=(AgeRange(65),))
FREE = Criterion(field=Field.COST, test=said.Test.NEEDS, values=(Cost.FREE,))


def a_card(*criteria: Criterion, person: Person | None = None, **changes: object) -> Card:
    page = a_page(a_hit(entry=an_entry(criteria=criteria, **changes)), person=person or Person())
    return page.cards[0]


@pytest.mark.parametrize(
    ("location_type", "changes", "where"),
    [
        (LocationType.PHYSICAL, {"name": "The Hall", "postcode": "NE28 9ND"}, "The Hall, NE28 9ND"),
        (LocationType.PHYSICAL, {}, "its address is not shown"),
        (LocationType.POSTAL, {"postcode": "NE28 9ND", "name": "Home"}, "based in NE28 9ND"),
        (LocationType.POSTAL, {}, "the place it is based in is not known"),
        (LocationType.VIRTUAL, {}, "By phone or online"),
    ],
)
def test_a_card_says_where(location_type: LocationType, changes: dict[str, str], where: str) -> None:
    place = EntryPlace(location_type=location_type, point=POINT, precision=Precision.OUTCODE, **changes)
    page = a_page(a_hit(place, distance_m=3_100.0), near=a_place())

    assert (page.cards[0].distance, page.cards[0].where) == ("about 3 km", where)
    assert a_page(a_hit()).cards[0].where == "No public address"


def test_a_card_of_an_invented_service_is_marked() -> None:
    assert a_page(a_hit(), invented=frozenset({"feed"})).cards[0].demonstration
    assert not a_page(a_hit()).cards[0].demonstration


def test_a_card_says_that_no_source_has_the_service_any_more() -> None:
    gone = a_hit(entry=an_entry(is_live=False))

    assert [badge.words for badge in a_page(gone).cards[0].badges] == [
        "Not checked by a person",
        "No longer on its source’s list",
    ]
    assert [badge.words for badge in a_page(a_hit()).cards[0].badges] == ["Not checked by a person"]


def test_a_card_says_whether_it_runs_and_when_its_money_ends() -> None:
    standing = Standing(
        state=State.AT_RISK,
        p_open=0.9,
        confirmed_on=date(2026, 11, 19),
        confirmed_by="linkworker_attended",
        funding_end=date(2026, 12, 31),
    )
    card = a_page(a_hit(entry=an_entry(standing=standing))).cards[0]

    assert [badge.words for badge in card.badges] == [
        "A link worker was there 2 days ago",
        "Funding ends 31 December 2026",
    ]


def test_the_parts_of_a_verdict_are_told_apart() -> None:
    person = Person(age=AgeRange(67, 67), gender=Gender.MALE)

    assert a_card(OVER_65, person=person).fits == (
        Fit(kind="met", title="Eligible", words="65+"),
        Fit(kind="ask", title="Ask about", words="open to men"),
    )


def test_of_what_stands_in_the_way_the_first_is_said_and_nothing_else() -> None:
    women = Criterion(field=Field.GENDER, test=said.Test.NEEDS, values=("women",))
    person = Person(age=AgeRange(30, 30), gender=Gender.MALE, free=True)

    assert a_card(OVER_65, women, FREE, person=person).fits == (
        Fit(kind="unmet", title="Not eligible", words="65+ only"),
    )


def test_where_nobody_is_described_a_card_says_whom_it_is_for() -> None:
    assert a_card(OVER_65).fits == (Fit(kind="who", title="Who for", words="age 65+"),)
    assert a_card().fits == ()


def test_how_somebody_gets_about_makes_a_card_ask_nothing() -> None:
    assert a_card(OVER_65, person=Person(travel=Travel.CAR)).fits == a_card(OVER_65).fits
    assert [fit.title for fit in a_card(OVER_65, person=Person(carer=True)).fits] == ["Ask about", "Ask about"]


def test_a_verdict_with_nothing_to_ask_says_no_more_than_what_is_met() -> None:
    assert a_card(OVER_65, person=Person(age=AgeRange(67, 67))).fits == (
        Fit(kind="met", title="Eligible", words="65+"),
    )


def test_a_cost_read_from_a_description_is_marked() -> None:
    paid = Criterion(field=Field.COST, test=said.Test.NEEDS, values=(Cost.PAID,), amount=3.0, said_by=SaidBy.TEXT)

    assert a_card(FREE).cost == Told(words="Free", derived=False)
    assert a_card(paid).cost == Told(words="Costs £3", derived=True)
    assert a_card(OVER_65).cost is None


def test_a_card_says_when_it_is_on_and_whether_it_is_now() -> None:
    saturdays = Schedule(
        freq=Frequency.WEEKLY, byday="SA", dtstart=date(2026, 1, 3), opens_at=time(10), closes_at=time(12)
    )
    tuesdays = replace(saturdays, byday="TU", dtstart=date(2026, 1, 6))

    assert a_card(schedules=(saturdays,)).is_open
    assert a_card(schedules=(saturdays,)).next == "Next: Saturday 28 November, 10am to 12 noon"
    assert not a_card(schedules=(tuesdays,)).is_open
    assert a_card(schedules=(tuesdays,)).next == "Next: Tuesday 24 November, 10am to 12 noon"


def test_needs_that_only_words_tell_are_kept_apart_from_those_its_source_put_it_under() -> None:
    entry = an_entry(categories=(Category(taxonomy="signpost-demo", code="company", label="Company"),))
    needs = (("company", "Company and friendship"), ("loneliness", "Loneliness and isolation"))
    card = a_page(a_hit(entry=entry, needs=needs)).cards[0]

    assert card.needs == ("Company and friendship",)
    assert card.derived_needs == ("Loneliness and isolation",)


def test_of_many_needs_a_few_are_shown() -> None:
    needs = tuple((f"need-{number}", str(number)) for number in range(20))

    assert len(a_page(a_hit(needs=needs)).cards[0].derived_needs) == NEEDS_SHOWN
