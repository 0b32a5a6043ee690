"""The page of results, from findings made by hand."""

import pytest

from directory.domain.eligibility.criteria import Access, AgeRange
from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import DayPart, Gender, Person, Weekday
from directory.domain.status.rules import State
from directory.domain.status.standing import Standing
from directory.geography import Finding
from index.box import Box, Chip
from index.protocol import Query
from index.request import Profile
from index.rescue import Rescue
from tests.web.made import a_hit, a_page, a_place, an_entry, found
from web.search.forms import SearchForm
from web.search.results import anywhere

pytestmark = pytest.mark.usefixtures("links")


def a_rescue(kind: str, words: str, facet: str | None = None, **query: object) -> Rescue:
    return Rescue(kind=kind, words=words, facet=facet, query=Query(**query), hits=(a_hit(),), total=4)  # type: ignore[arg-type]


def test_a_postcode_no_longer_in_use_is_said_to_be_so() -> None:
    assert any("no longer in use" in line for line in a_page(near=a_place(ended=True)).lines)


def test_what_the_gazetteer_says_of_a_place_is_passed_on() -> None:
    finding = Finding(reason="Postcodes of Northern Ireland are known to their first half only.")

    assert finding.reason in a_page(near=a_place(), finding=finding).lines


def test_the_needs_heard_are_said() -> None:
    page = a_page(topics=(("debt", "Debt"), ("fuel-bills", "Fuel and water bills")))

    assert page.lines == ("We took this to be about: Debt, Fuel and water bills.",)


def test_near_me_is_answered_by_asking_where() -> None:
    assert a_page(box=Box(need="choir", near_me=True)).lines == (
        "To search near you, please type a postcode or a place: we do not ask your browser where you are.",
    )
    assert a_page(box=Box(need="choir", near_me=True), near=a_place()).lines == ()


def test_a_page_past_the_end_leads_back_to_the_first() -> None:
    page = a_page(total=30, page=3)

    assert page.cards == ()
    assert page.empty_title == "This page is past the end of the list"
    assert [one.address for one in page.ways_on] == ["/search?q=choir"]
    assert (page.last_number, page.next) == (2, None)


def test_the_list_ends_where_the_finder_does() -> None:
    assert a_page(a_hit(), total=1_000_000).last_number == 100


def test_those_who_do_not_take_the_person_stand_apart_and_the_unknown_do_not() -> None:
    taking, asking, refusing = (
        a_hit(entry=an_entry(id=truth.word), eligible=truth) for truth in (Truth.YES, Truth.UNKNOWN, Truth.NO)
    )
    page = a_page(taking, asking, refusing, not_eligible=1)

    assert [card.id for card in page.cards] == ["yes", "unknown"]
    assert [card.id for card in page.others] == ["no"]
    assert page.lines == ("1 other does not take this person, as far as we know. It comes last.",)
    assert a_page(total=5, not_eligible=3).lines == (
        "3 others do not take this person, as far as we know. They come last.",
    )


def test_the_heading_counts_those_who_may_take_the_person_and_the_range_all() -> None:
    some, all_of_them, none = (a_page(a_hit(), total=3, not_eligible=refusing) for refusing in (1, 0, 3))

    assert (some.heading, some.range) == ("2 services for “choir”", "1 to 1 of all 3, best match first")
    assert (all_of_them.heading, all_of_them.range) == ("3 services for “choir”", "1 to 1 of 3, best match first")
    assert none.heading == "0 services for “choir”"


def test_what_has_probably_closed_stands_apart_whether_or_not_it_takes_the_person() -> None:
    fading = Standing(state=State.LIKELY_CLOSED, p_open=0.1)
    hits = [
        a_hit(entry=an_entry(id=f"{truth.word}, {standing and standing.state}", standing=standing), eligible=truth)
        for standing in (None, fading)
        for truth in (Truth.YES, Truth.NO)
    ]
    page = a_page(*hits, not_eligible=1, likely_closed=2)

    assert [card.id for card in page.cards] == ["yes, None"]
    assert [card.id for card in page.others] == ["no, None"]
    assert [card.id for card in page.fading] == ["yes, likely_closed", "no, likely_closed"]
    assert (page.heading, page.range) == ("1 service for “choir”", "1 to 4 of all 4, best match first")
    assert page.lines[1] == "2 have probably closed. They come last: call before you tell anyone of them."


def test_one_that_has_probably_closed_is_counted_as_one() -> None:
    assert a_page(total=1, likely_closed=1).lines == (
        "1 has probably closed. It comes last: call before you tell anyone of it.",
    )


def test_each_part_of_the_sentence_can_be_taken_out() -> None:
    box = Box(need="choir", chips=(Chip("gender", "women", "choir near NE28"), Chip("place", "near NE28", "choir")))
    page = a_page(box=box, form=SearchForm(q="choir for women near NE28", page="3"))

    assert [(one.label, one.address) for one in page.understood] == [
        ("Women", "/search?q=choir+near+NE28"),
        ("Near NE28", "/search?q=choir"),
    ]


STATED = {
    "place": SearchForm(near="NE28"),
    "near_me": SearchForm(near="NE28"),
    "within_m": SearchForm(near="NE28", within="5km"),
    "days": SearchForm(profile=Profile(on=("mon",))),
    "parts": SearchForm(profile=Profile(at=("evening",))),
    "now": SearchForm(profile=Profile(on=("mon",))),
    "age": SearchForm(profile=Profile(age="25")),
    "gender": SearchForm(profile=Profile(gender="m")),
    "free": SearchForm(profile=Profile(free="no")),
    "access": SearchForm(profile=Profile(needs=("bsl",))),
}
"""A form that overrides each part of a sentence."""


@pytest.mark.parametrize("field", STATED)
def test_a_part_that_a_field_overrides_is_not_shown_as_understood(field: str) -> None:
    box = Box(need="choir", chips=(Chip(field, "as said", "choir"),))
    spaces = SearchForm(near=" ", within="", profile=Profile(age=" ", on=(" ",)))

    assert a_page(box=box, form=STATED[field]).understood == ()
    assert [one.label for one in a_page(box=box, form=spaces).understood] == ["As said"]


def test_every_part_of_a_sentence_has_the_fields_that_override_it() -> None:
    assert {*STATED, "need", "place_words", "chips"} == set(Box.__dataclass_fields__)


def test_the_chip_of_the_place_takes_the_distance_with_it_and_no_other_does() -> None:
    box = Box(need="choir", chips=(Chip("gender", "women", "choir near NE28"), Chip("place", "near NE28", "choir")))
    page = a_page(box=box, form=SearchForm(q="choir for women near NE28", within="5km"))

    assert [one.address for one in page.understood] == ["/search?q=choir+near+NE28&within=5km", "/search?q=choir"]


def test_a_near_miss_says_what_was_changed_and_leads_to_the_changed_search() -> None:
    form = SearchForm(q="choir", near="NE28").choosing("cost", "free").choosing("day", "mon", "tue")
    rescues = (
        a_rescue("filter", "Without the choice of day", facet="day"),
        a_rescue("wider", "Within 20.0 km", within_m=20_000.0),
        a_rescue("anywhere", "By phone or online", filters={"how": ("online", "phone"), "cost": ("free",)}),
        a_rescue("place", "Wherever it is", filters={"cost": ("free",), "day": ()}),
    )
    misses = a_page(rescues=rescues, form=form, near=a_place()).near_misses

    assert [(miss.words, miss.whole.address) for miss in misses] == [
        ("Without “Day: Monday, Tuesday”", "/search?q=choir&near=NE28&cost=free"),
        ("Within 20 km", "/search?q=choir&near=NE28&within=20km&cost=free&day=mon&day=tue"),
        ("By phone or online", "/search?q=choir&how=online&how=phone&cost=free"),
        ("Wherever it is", "/search?q=choir&cost=free"),
    ]
    assert [miss.whole.label for miss in misses] == ["See all 4"] * 4
    assert [card.id for card in misses[0].cards] == ["e"]


def test_a_near_miss_without_any_choice_takes_all_filters_away_and_keeps_the_place() -> None:
    form = (
        SearchForm(q="choir", near="NE28").choosing("cost", "free").choosing("day", "mon").choosing("time", "evening")
    )
    miss = a_page(rescues=(a_rescue("filter", "Without any of the choices"),), form=form, near=a_place()).near_misses[0]

    assert (miss.words, miss.whole.address) == ("Without any of the choices", "/search?q=choir&near=NE28")


def test_a_near_miss_that_asks_less_takes_back_what_the_fields_say() -> None:
    form = SearchForm(q="choir", near="NE28", profile=Profile(age="67", free="yes", on=("mon",), at=("evening",)))
    any_time, any_price = Person(free=True), Person(days=(Weekday.MON,))
    rescues = tuple(a_rescue("person", "Asking less", person=person) for person in (any_time, any_price))
    misses = a_page(rescues=rescues, form=form, near=a_place()).near_misses

    assert [miss.whole.address for miss in misses] == [
        "/search?q=choir&near=NE28&age=67&free=yes",
        "/search?q=choir&near=NE28&age=67&on=mon&at=evening",
    ]


def test_a_near_miss_that_asks_less_takes_back_what_the_sentence_says_and_keeps_its_place() -> None:
    box = Box(need="choir", place=a_place(), within_m=4_828.0, parts=(DayPart.EVENING,), gender=Gender.MALE)
    rescue = a_rescue("person", "On any day, at any time", person=Person(gender=Gender.MALE))
    form = SearchForm(q="choir for men on evenings within 3 miles of NE28 9ND")

    assert a_page(box=box, rescues=(rescue,), form=form, near=a_place()).near_misses[0].whole.address == (
        "/search?q=choir&near=NE28+9ND&within=4.83km&gender=m"
    )


def test_a_distance_in_the_sentence_that_is_from_nowhere_gets_no_field() -> None:
    rescue = a_rescue("person", "Also what costs something")
    page = a_page(
        box=Box(need="choir", within_m=5_000.0, free=True), rescues=(rescue,), form=SearchForm(q="free choir")
    )

    assert page.near_misses[0].whole.address == "/search?q=choir"


def test_looking_everywhere_keeps_all_that_a_sentence_says_beside_its_place() -> None:
    person = Person(
        age=AgeRange(65),
        gender=Gender.MALE,
        access=(Access.BSL,),
        days=(Weekday.TUE,),
        parts=(DayPart.EVENING,),
        free=True,
    )
    what = found(box=Box(need="bereavement group", place=a_place()), near=a_place(), person=person)
    form = SearchForm(q="free bereavement group near NE28", within="5km", profile=Profile(age="70"))

    assert anywhere(what, form) == SearchForm(
        q="bereavement group",
        profile=Profile(age="70", gender="m", free="yes", needs=("bsl",), on=("tue",), at=("evening",)),
    )


def test_a_suggestion_keeps_what_the_sentence_says_beside_the_need() -> None:
    box = Box(need="choirr", place=a_place(), chips=(Chip("place", "near NE28 9ND", "choirr"),))
    form = SearchForm(q="choirr near NE28 9ND", profile=Profile(age="67"))
    page = a_page(box=box, near=a_place(), form=form, suggestions=("choir",))

    assert page.ways_on[0].address == "/search?q=choir&near=NE28+9ND&age=67"


def test_nothing_found_leads_to_wider_searches() -> None:
    form = SearchForm(q="choir", near="NE28").choosing("cost", "free")
    page = a_page(near=a_place(), form=form, suggestions=("choirs",))

    assert [one.label for one in page.ways_on] == [
        "Search for “choirs”",
        "Take away the filters",
        "Look further away",
        "Look everywhere",
    ]
