"""Schedules in words."""

from datetime import date, time

import pytest

from directory.domain.eligibility.person import DayPart
from directory.domain.parts import BankHolidays, Frequency, Schedule
from web.words.times import schedule_in_words, time_in_words

WEEKLY, MONTHLY = Frequency.WEEKLY, Frequency.MONTHLY


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (Schedule(freq=WEEKLY, byday="TU", opens_at=time(10), closes_at=time(12)), "Tuesdays, 10am to 12 noon"),
        (Schedule(freq=WEEKLY, byday="MO,TH"), "Mondays and Thursdays"),
        (Schedule(freq=WEEKLY, byday="MO,TU,WE,TH,FR", opens_at=time(9, 30)), "Monday to Friday, from 9:30am"),
        (Schedule(freq=WEEKLY, byday="MO,TU,WE,TH,FR,SA,SU"), "Every day"),
        (Schedule(freq=WEEKLY, interval=2, byday="WE"), "Every second week on Wednesdays"),
        (Schedule(freq=MONTHLY, byday="1TU,3TU"), "The first Tuesday and third Tuesday of the month"),
        (Schedule(freq=MONTHLY, byday="-1FR", closes_at=time(21)), "The last Friday of the month, until 9pm"),
        (Schedule(freq=MONTHLY, interval=3, byday="2SA"), "Every 3 months on the second Saturday"),
        (Schedule(freq=MONTHLY, byday="1TU,WE"), "The first Tuesday and every Wednesday of the month"),
        (Schedule(freq=MONTHLY, byday="6TU"), "The 6 Tuesday of the month"),
        (Schedule(freq=MONTHLY, bymonthday="15"), "Every month on day 15"),
        (Schedule(freq=Frequency.DAILY, interval=2), "Every second day"),
        (Schedule(freq=Frequency.YEARLY, interval=5), "Every 5 years"),
        (Schedule(freq=Frequency.DAILY, opens_at=time(0), closes_at=time(0)), "Every day, all day and night"),
        (Schedule(byday="SA"), "Saturdays"),
        (Schedule(opens_at=time(23, 45), closes_at=time(0)), "11:45pm to midnight"),
        (
            Schedule(freq=WEEKLY, byday="FR", valid_from=date(2026, 9, 4), until=date(2027, 7, 16), notes="Term only"),
            "Fridays, from 4 September 2026, until 16 July 2027. Term only",
        ),
        (Schedule(freq=WEEKLY, byday="MO", day_part=DayPart.EVENING), "Mondays, in the evening"),
        (
            Schedule(freq=WEEKLY, byday="MO", opens_at=time(10), term_time_only=True),
            "Mondays, from 10am, in term time only",
        ),
        (Schedule(freq=WEEKLY, byday="MO", bank_holidays=BankHolidays.CLOSED), "Mondays, not on bank holidays"),
        (Schedule(freq=WEEKLY, byday="MO", bank_holidays=BankHolidays.OPEN), "Mondays, on bank holidays, too"),
        (Schedule(freq=WEEKLY, byday="SU", bymonth="4,5,6,7"), "Sundays, in April to July"),
        (Schedule(freq=WEEKLY, byday="SU", bymonth="12,1"), "Sundays, in January and December"),
        (Schedule(freq=WEEKLY, byday="SU", bymonth="8"), "Sundays, in August"),
        (Schedule(freq=WEEKLY, byday="SU", bymonth="13"), "Sundays, in some months"),
        (Schedule(description="Most evenings"), "Most evenings"),
        (Schedule(), "Times are not known. Ask"),
    ],
)
def test_a_schedule_reads_as_it_is_said(schedule: Schedule, words: str) -> None:
    assert schedule_in_words(schedule) == words


def test_noon_and_midnight_are_named() -> None:
    assert [time_in_words(time(hour)) for hour in (0, 1, 12, 13)] == ["midnight", "1am", "12 noon", "1pm"]
