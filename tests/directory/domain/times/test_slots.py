"""Days and parts of a day with sessions, for filters."""

from collections.abc import Iterable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import DayPart, Weekday
from directory.domain.parts import Frequency, Schedule
from directory.domain.times.reading import read_schedules
from directory.domain.times.slots import Slot, Wish, day_matches, fits

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
MORNING, AFTERNOON, EVENING = DayPart
ALL_SLOTS = {(day, part) for day in Weekday for part in DayPart}


def slots_among(wishes: frozenset[Wish]) -> set[Slot]:
    """The wishes for a day and a part of it."""
    return {(day, part) for day, part in wishes if day and part}


def when(schedules: Iterable[Schedule]) -> set[Slot]:
    return slots_among(fits(schedules)[0])


def possibly(schedules: Iterable[Schedule]) -> set[Slot]:
    return slots_among(fits(schedules)[1])


@pytest.mark.parametrize(
    ("words", "slots"),
    [
        ("Tuesdays 9-5", {(Weekday.TUE, MORNING), (Weekday.TUE, AFTERNOON)}),
        ("Tuesdays 11.30am-12.30pm", {(Weekday.TUE, MORNING)}),
        ("Tuesdays 11.30am-2pm", {(Weekday.TUE, AFTERNOON)}),
        ("Tuesdays 4pm-6pm", {(Weekday.TUE, AFTERNOON), (Weekday.TUE, EVENING)}),
        ("Thursday 10pm to 2am", {(Weekday.THU, EVENING)}),
        ("Sundays 6pm-8am", {(Weekday.SUN, EVENING), (Weekday.MON, MORNING)}),
        ("Mondays 7pm", {(Weekday.MON, EVENING)}),
        ("Mon & Fri mornings", {(Weekday.MON, MORNING), (Weekday.FRI, MORNING)}),
        ("1st and 3rd Tuesday 10-12", {(Weekday.TUE, MORNING)}),
        ("24/7", ALL_SLOTS),
        ("Tuesdays", set()),
        ("noon to 2", set()),
        ("by appointment", set()),
    ],
)
def test_slots_are_the_parts_of_days_that_are_covered(words: str, slots: set[tuple[Weekday, DayPart]]) -> None:
    assert when(read_schedules(words)) == slots


@pytest.mark.parametrize(
    ("words", "days", "parts", "answer"),
    [
        ("Tuesdays 10-12", [Weekday.TUE], [], YES),
        ("Tuesdays 10-12", [], [MORNING], YES),
        ("Tuesdays 10-12", [], [], YES),
        ("Tuesdays 10-12", [Weekday.TUE, Weekday.WED], [MORNING, EVENING], YES),
        ("Tuesdays 10-12", [Weekday.WED], [], NO),
        ("Tuesdays 10-12", [], [EVENING], NO),
        ("Tuesdays 10-12", [Weekday.TUE], [EVENING], NO),
        ("Tuesdays", [Weekday.TUE], [], YES),
        ("Tuesdays", [Weekday.TUE], [EVENING], UNKNOWN),
        ("Tuesdays", [Weekday.WED], [EVENING], NO),
        ("Tuesday evenings", [], [EVENING], YES),
        ("fortnightly on Tuesdays 2-4", [Weekday.TUE], [AFTERNOON], YES),
        ("Sundays 6pm-8am", [Weekday.MON], [MORNING], YES),
        ("noon to 2", [], [AFTERNOON], UNKNOWN),
        ("noon to 2", [Weekday.MON], [AFTERNOON], UNKNOWN),
        ("noon to 2", [], [EVENING], NO),
        ("Mondays 10-12, Tuesdays 2-4", [Weekday.TUE], [MORNING], NO),
        ("by appointment", [Weekday.TUE], [], UNKNOWN),
    ],
)
def test_a_day_matches_or_not_or_nobody_knows(
    words: str, days: list[Weekday], parts: list[DayPart], answer: Truth
) -> None:
    assert day_matches(read_schedules(words), days, parts) is answer


def test_days_of_the_month_may_be_any_day_of_the_week() -> None:
    monthly = Schedule(freq=Frequency.MONTHLY, bymonthday="15", opens_at=time(14), closes_at=time(16))
    assert when([monthly]) == set()
    assert possibly([monthly]) == {(day, AFTERNOON) for day in Weekday}
    assert day_matches([monthly], [Weekday.MON], []) is UNKNOWN
    assert day_matches([monthly], [], [AFTERNOON]) is YES
    assert day_matches([monthly], [Weekday.MON], [EVENING]) is NO


def test_hours_that_tell_only_one_end() -> None:
    until_five = Schedule(byday="MO", closes_at=time(17), day_part=MORNING)
    assert when([until_five]) == set()
    slip = Schedule(byday="MO", opens_at=time(9), closes_at=time(9))
    assert when([slip]) == {(Weekday.MON, MORNING)}
    once = Schedule(dtstart=date(2026, 11, 25), opens_at=time(9))
    assert when([once]) == {(Weekday.WED, MORNING)}


def test_words_that_cannot_be_read_leave_everything_open() -> None:
    assert possibly([Schedule(description="Ring to ask")]) == ALL_SLOTS
    assert day_matches([Schedule(description="Ring to ask")], [Weekday.MON], [EVENING]) is UNKNOWN


@given(st.times(), st.none() | st.times())
def test_what_is_sure_is_possible(opens: time, closes: time | None) -> None:
    schedule = Schedule(byday="MO,SU", opens_at=opens, closes_at=closes)
    assert when([schedule])
    assert when([schedule]) <= possibly([schedule])
