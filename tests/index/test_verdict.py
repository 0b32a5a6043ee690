"""Whether a service takes a person, with its times judged beside its criteria, and the line that says so."""

from datetime import time

import pytest

from directory.domain.eligibility.criteria import Access, AgeRange, Criterion, Field
from directory.domain.eligibility.criteria import Test as Bearing
from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import DayPart, Person, Weekday
from directory.domain.entries import Entry
from directory.domain.parts import Frequency, Schedule
from index.verdict import verdict_on, when_in_words
from tests.index.samples import WALLSEND, entry

OVER_65 = Criterion(field=Field.AGE, test=Bearing.NEEDS, ages=(AgeRange(65),))
IN_NE28 = Criterion(field=Field.RESIDENCY, test=Bearing.NEEDS, values=("postcode:NE28",))
TUESDAY_EVENINGS = Schedule(freq=Frequency.WEEKLY, byday="TU", opens_at=time(19), closes_at=time(21))
TUESDAYS = Schedule(freq=Frequency.WEEKLY, byday="TU")

CLUB = entry("1", "Club", criteria=(OVER_65, IN_NE28), schedules=(TUESDAY_EVENINGS,))


def test_the_worked_example_of_the_methods() -> None:
    person = Person(age=AgeRange(67, 67), home=WALLSEND, access=(Access.WHEELCHAIR,))

    verdict = verdict_on(CLUB, person)

    assert verdict.eligible is Truth.UNKNOWN
    assert verdict.line == "Eligible: 65+, lives in NE28. Ask about: wheelchair access"


@pytest.mark.parametrize(
    ("one", "days", "eligible", "line"),
    [
        (CLUB, (Weekday.TUE,), Truth.YES, "Eligible: 65+, lives in NE28, Tuesdays, evenings"),
        (CLUB, (Weekday.WED,), Truth.NO, "Eligible: 65+, lives in NE28. Not eligible: Wednesdays, evenings"),
        (entry("2", "Club", schedules=(TUESDAYS,)), (Weekday.TUE,), Truth.UNKNOWN,
         "Ask about: age, area covered, Tuesdays, evenings"),
    ],
)  # fmt: skip
def test_times_count_as_criteria_do(one: Entry, days: tuple[Weekday, ...], eligible: Truth, line: str) -> None:
    person = Person(age=AgeRange(67, 67), home=WALLSEND, days=days, parts=(DayPart.EVENING,))

    verdict = verdict_on(one, person)

    assert verdict.eligible is eligible
    assert verdict.line == line


def test_nobody_in_particular_is_asked_what_the_service_asks() -> None:
    assert verdict_on(CLUB, Person()).eligible is Truth.UNKNOWN
    assert verdict_on(entry("3", "Open"), Person()).line == ""


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (Person(days=(Weekday.TUE, Weekday.FRI), parts=(DayPart.EVENING,)), "Tuesdays or Fridays, evenings"),
        (Person(days=(Weekday.SUN,)), "Sundays"),
        (Person(parts=(DayPart.MORNING, DayPart.AFTERNOON)), "mornings or afternoons"),
        (Person(), ""),
    ],
)
def test_when_is_said_in_words(person: Person, words: str) -> None:
    assert when_in_words(person) == words
