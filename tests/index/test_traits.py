"""The traits of a service: what was stated of it, by facet, and nothing that was not."""

from datetime import date, time

import pytest

from directory.domain.eligibility.criteria import Access, AgeRange, Cost, Criterion, Field, Route
from directory.domain.eligibility.criteria import Test as Bearing
from directory.domain.eligibility.person import DayPart, Weekday
from directory.domain.entries import Entry
from directory.domain.messages import Message
from directory.domain.parts import Frequency, Schedule
from directory.domain.records import Basis
from directory.domain.status.rules import State
from directory.domain.status.standing import Standing
from directory.domain.times.slots import Wish, fits
from index.protocol import FACETS
from index.traits import trait_in_words, traits_of
from tests.index.samples import entry

TUESDAY_EVENINGS = Schedule(freq=Frequency.WEEKLY, byday="TU", opens_at=time(19), closes_at=time(21))


def accepts(field: Field, *values: str) -> Criterion:
    return Criterion(field=field, test=Bearing.ACCEPTS, values=values)


@pytest.mark.parametrize(
    ("one", "traits"),
    [
        (entry("1", "Plain"), {}),
        (entry("1", "Free", criteria=(accepts(Field.COST, "free"),)), {"cost:free": "Free"}),
        (entry("1", "Access", criteria=(accepts(Field.ACCESS, "wheelchair", "bsl"),)),
         {"access:wheelchair": "Wheelchair access", "access:bsl": "British Sign Language"}),
        (entry("1", "Referral", criteria=(Criterion(field=Field.REFERRAL, test=Bearing.NEEDS, values=("gp", "self")),)),
         {"referral:gp": "Your GP refers you", "referral:self": "Refer yourself"}),
        (entry("1", "How", how=("in_person", "online")), {"how:in_person": "In person", "how:online": "Online"}),
        (entry("1", "Who", audience=("older people",)), {"who:older-people": "Older people"}),
        (entry("1", "Language", languages=("British Sign Language",)),
         {"language:british-sign-language": "British Sign Language"}),
        (entry("1", "Checked", verified_on=date(2026, 11, 1)), {"trust:checked": "Somebody checked it"}),
        (entry("1", "Register", basis=Basis.REGISTER), {"trust:register": "Described by a register"}),
        (entry("1", "Judged", standing=Standing(state=State.AT_RISK, p_open=0.9)),
         {"status:at_risk": "Its funding ends soon"}),
        (entry("1", "Gone", standing=Standing(state=State.CLOSED, p_open=0.0)), {}),
    ],
)  # fmt: skip
def test_what_was_stated_is_a_trait(one: Entry, traits: dict[str, str]) -> None:
    assert traits_of(one, ()) == traits


def test_what_a_place_lacks_is_no_trait() -> None:
    lacking = Criterion(field=Field.ACCESS, test=Bearing.EXCLUDES, values=("wheelchair",))

    assert traits_of(entry("1", "Steps", criteria=(lacking,)), ()) == {}


def test_who_is_taken_by_age_is_no_trait() -> None:
    ages = Criterion(field=Field.AGE, test=Bearing.NEEDS, ages=(AgeRange(65),))

    assert traits_of(entry("1", "Older", criteria=(ages,)), ()) == {}


def test_days_and_times_are_those_that_are_sure() -> None:
    sure, _ = fits([TUESDAY_EVENINGS, Schedule(description="Ask at the desk")])

    assert traits_of(entry("1", "Club"), sure) == {"day:tue": "Tuesday", "time:evening": "Evening"}


def test_a_wish_for_any_day_names_none() -> None:
    wishes: set[Wish] = {(None, None), (Weekday.MON, None), (None, DayPart.MORNING)}

    assert traits_of(entry("1", "Club"), wishes) == {"day:mon": "Monday", "time:morning": "Morning"}


def test_every_value_that_may_be_stated_has_words_and_a_facet() -> None:
    stated = entry(
        "1", "Everything", criteria=(
            *(accepts(Field.COST, cost) for cost in Cost), accepts(Field.ACCESS, *Access),
            accepts(Field.REFERRAL, *Route),
        ), how=("in_person", "phone", "online", "at_home"),
    )  # fmt: skip
    sure: set[Wish] = {(day, part) for day in Weekday for part in DayPart}

    traits = traits_of(stated, sure)

    assert len(traits) == len(Cost) + len(Access) + len(Route) + 4 + len(Weekday) + len(DayPart)
    assert {trait.partition(":")[0] for trait in traits} <= set(FACETS)
    assert all(words[:1].isupper() for words in traits.values())


@pytest.mark.parametrize(
    ("trait", "label", "kind"),
    [
        (("day", "tue"), "Tuesday", Message),
        (("who", "older-people"), "Older people", Message),
        (("who", "stilt-walkers"), "Stilt walkers", str),
        (("language", "polish"), "Polish", Message),
        (("language", "silbo-gomero"), "Silbo Gomero", str),
        (("cost", "barter"), "Barter", str),
    ],
)
def test_a_trait_of_our_lists_is_a_message(trait: tuple[str, str], label: str, kind: type[str]) -> None:
    words = trait_in_words(*trait, label)

    assert (words, type(words)) == (label, kind)


def test_an_index_keeps_plain_words() -> None:
    one = entry("1", "Choir", audience=("older people",), languages=("Polish",), how=("online",))

    assert {type(words) for words in traits_of(one, {(Weekday.TUE, DayPart.EVENING)}).values()} == {str}
