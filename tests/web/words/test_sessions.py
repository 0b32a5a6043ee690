"""When a service is on next, in words."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from directory.domain.eligibility.person import DayPart
from directory.domain.parts import Frequency, Schedule
from index.finder import UK_TIME
from tests.web.made import an_entry
from web.words.sessions import next_in_words

SATURDAY = datetime(2026, 11, 21, 10, 30, tzinfo=UK_TIME)
WEEKLY = Schedule(freq=Frequency.WEEKLY, byday="SA", opens_at=time(14), closes_at=time(16))


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (WEEKLY, "Next: today, Saturday 21 November, 2pm to 4pm"),
        (replace(WEEKLY, byday="SU"), "Next: tomorrow, Sunday 22 November, 2pm to 4pm"),
        (replace(WEEKLY, byday="MO", closes_at=None), "Next: Monday 23 November, 2pm"),
        (
            replace(WEEKLY, byday="MO", opens_at=None, closes_at=None, day_part=DayPart.EVENING),
            "Next: Monday 23 November, in the evening",
        ),
        (replace(WEEKLY, byday="MO", opens_at=None, closes_at=None), "Next: Monday 23 November"),
        (
            Schedule(freq=Frequency.DAILY, opens_at=time(0), closes_at=time(0)),
            "Next: tomorrow, Sunday 22 November, all day and night",
        ),
        (replace(WEEKLY, byday="MO", interval=2), "Next: usually Monday 23 November, 2pm to 4pm. Ask first"),
        (Schedule(description="Most evenings, ring first"), "When: Most evenings, ring first"),
        (replace(WEEKLY, valid_to=date(2026, 1, 1)), None),
    ],
)
def test_the_next_session_is_said_as_far_as_it_is_known(schedule: Schedule, words: str | None) -> None:
    assert next_in_words(an_entry(schedules=(schedule,)), SATURDAY) == words


def test_where_nothing_is_said_of_times_nothing_is_said() -> None:
    assert next_in_words(an_entry(), SATURDAY) is None
