"""Opening times in the notations of schema.org become schedules, and go back into a line."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crawlers.watching.nodes import Node
from crawlers.watching.opening import in_a_line, of_line, schedules_of
from directory.domain.parts import Frequency, Schedule
from directory.domain.times.reading import read_schedules

WEEKDAYS = Schedule(freq=Frequency.WEEKLY, byday="MO,TU,WE,TH,FR", opens_at=time(9), closes_at=time(17))
SATURDAY = Schedule(freq=Frequency.WEEKLY, byday="SA", opens_at=time(10), closes_at=time(12))


@pytest.mark.parametrize(
    ("line", "schedules"),
    [
        ("Mo-Fr 09:00-17:00", (WEEKDAYS,)),
        ("Mo,Tu,We,Th,Fr 09:00-17:00", (WEEKDAYS,)),
        ("Monday-Friday 09:00 – 17:00; Sat 10:00-12:00", (WEEKDAYS, SATURDAY)),
        ("Mo-Fr 09:00-17:00, Sa 10:00-12:00", (WEEKDAYS, SATURDAY)),
        (
            "Mo-Fr 09:00-12:00",
            (Schedule(freq=Frequency.WEEKLY, byday="MO,TU,WE,TH,FR", opens_at=time(9), closes_at=time(12)),),
        ),
        ("Su-Mo 10:00-12:00", (Schedule(freq=Frequency.WEEKLY, byday="MO,SU", opens_at=time(10), closes_at=time(12)),)),
        ("Mo-Fr 00:00-00:00", ()),
        ("Mo-Fr 09:00-25:00", ()),
        ("Mo-Fr", ()),
        ("by appointment", ()),
        ("", ()),
    ],
)
def test_line_of_days_and_hours_is_read(line: str, schedules: tuple[Schedule, ...]) -> None:
    assert of_line(line) == schedules


def test_two_spans_of_hours_are_two_schedules() -> None:
    assert [schedule.opens_at for schedule in of_line("Mo 09:00-12:00,13:00-17:00")] == [time(9), time(13)]


def test_line_in_plain_words_is_read_by_the_reader_of_words() -> None:
    (schedule,) = of_line("Saturdays 10am to 12 noon")

    assert (schedule.byday, schedule.opens_at, schedule.closes_at) == ("SA", time(10), time(12))


def specification(**fields: str) -> Node:
    inner = Node(("OpeningHoursSpecification",), {name: (value,) for name, value in fields.items()})
    return Node(("NGO",), {"openingHoursSpecification": (inner,)})


@pytest.mark.parametrize("day", ["Saturday", "https://schema.org/Saturday", "Sa"])
def test_specification_is_read(day: str) -> None:
    assert schedules_of(specification(dayOfWeek=day, opens="10:00", closes="12:00")) == (SATURDAY,)


def test_specification_for_a_time_keeps_the_time() -> None:
    thing = specification(
        dayOfWeek="Saturday", opens="10:00", closes="12:00", validFrom="2026-07-01", validThrough="2026-08-31"
    )

    (schedule,) = schedules_of(thing)

    assert (schedule.valid_from, schedule.valid_to) == (date(2026, 7, 1), date(2026, 8, 31))


@pytest.mark.parametrize(
    "fields",
    [
        {"dayOfWeek": "Saturday", "opens": "10:00"},
        {"dayOfWeek": "Saturday", "opens": "late", "closes": "12:00"},
        {"opens": "10:00", "closes": "12:00"},
        {"dayOfWeek": "Caturday", "opens": "10:00", "closes": "12:00"},
        {"dayOfWeek": "Saturday", "opens": "10:00", "closes": "12:00", "validFrom": "2026"},
    ],
)
def test_specification_that_leaves_something_open_is_left_out(fields: dict[str, str]) -> None:
    assert [one for one in schedules_of(specification(**fields)) if one.byday == "SA" or not one.byday] == []


def test_schedules_go_into_a_line_that_reads_back() -> None:
    assert in_a_line((WEEKDAYS, SATURDAY)) == "Mon, Tue, Wed, Thu, Fri 09:00-17:00; Sat 10:00-12:00"
    assert of_line(in_a_line((WEEKDAYS, SATURDAY))) == (WEEKDAYS, SATURDAY)
    assert [replace(one, read_from=None) for one in read_schedules(in_a_line((WEEKDAYS, SATURDAY)))] == [
        WEEKDAYS,
        SATURDAY,
    ]


def test_schedule_of_a_season_says_which() -> None:
    season = replace(SATURDAY, valid_from=date(2026, 6, 1), valid_to=date(2026, 8, 31))

    assert in_a_line((season,)) == "Sat 10:00-12:00 from 1 June 2026 to 31 August 2026"
    assert all(one.valid_to for one in read_schedules(in_a_line((season,))))


def test_schedule_that_is_not_weekly_goes_by_its_words() -> None:
    assert in_a_line((Schedule(description="Now and then"), Schedule(byday="MO", read_from="Mondays"))) == (
        "Now and then; Mondays"
    )


@given(st.text(alphabet="MoTuWeThFrSaSu0123456789:-–,; ", max_size=80))
@example("Thu")
def test_no_line_raises(line: str) -> None:
    for schedule in of_line(line):
        assert schedule.opens_at is None or schedule.opens_at != schedule.closes_at
