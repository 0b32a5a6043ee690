"""Reading the times in a field that is about times."""

from datetime import date, time
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.eligibility.person import DayPart
from directory.domain.parts import BankHolidays, Frequency, Schedule
from directory.domain.times.reading import is_worded, read_schedules
from web.words.times import schedule_in_words

WORKING = "MO,TU,WE,TH,FR"
ALL_WEEK = "MO,TU,WE,TH,FR,SA,SU"
NOT_AUGUST = "1,2,3,4,5,6,7,9,10,11,12"


def weekly(byday: str, opens: time | None = None, closes: time | None = None, **more: Any) -> Schedule:
    return Schedule(freq=Frequency.WEEKLY, byday=byday, opens_at=opens, closes_at=closes, **more)


def monthly(byday: str, opens: time | None = None, closes: time | None = None, **more: Any) -> Schedule:
    return Schedule(freq=Frequency.MONTHLY, byday=byday, opens_at=opens, closes_at=closes, **more)


def plain(schedules: tuple[Schedule, ...]) -> list[dict[str, Any]]:
    """What schedules say, without the words they were read from."""
    return [
        {name: getattr(one, name) for name in Schedule.__dataclass_fields__ if name != "read_from"} for one in schedules
    ]


READ: list[tuple[str, Schedule | tuple[Schedule, ...]]] = [
    ("1st and 3rd Tuesday 10-12, term time only", monthly("1TU,3TU", time(10), time(12), term_time_only=True)),
    (
        "Mon–Fri 9.30am to 4pm, closed bank holidays",
        weekly(WORKING, time(9, 30), time(16), bank_holidays=BankHolidays.CLOSED),
    ),
    ("Tuesdays and Thursdays, 7.30pm - 9pm", weekly("TU,TH", time(19, 30), time(21))),
    ("every second Wednesday of the month at 2pm", monthly("2WE", time(14))),
    ("last Friday of the month 6:30pm", monthly("-1FR", time(18, 30))),
    ("fortnightly on Mondays", weekly("MO", interval=2)),
    ("Mondays 2-4 fortnightly", weekly("MO", time(14), time(16), interval=2)),
    ("every other Wednesday 1-3pm", weekly("WE", time(13), time(15), interval=2)),
    ("alternate Fridays 7-9", weekly("FR", time(19), time(21), interval=2)),
    ("daily 8-6", weekly(ALL_WEEK, time(8), time(18))),
    ("7 days a week 8am-8pm", weekly(ALL_WEEK, time(8), time(20))),
    ("weekends 10-4", weekly("SA,SU", time(10), time(16))),
    ("Mon, Wed & Fri mornings", weekly("MO,WE,FR", day_part=DayPart.MORNING)),
    ("24 hours", weekly(ALL_WEEK, time(0), time(0), bank_holidays=BankHolidays.OPEN)),
    ("24/7", weekly(ALL_WEEK, time(0), time(0), bank_holidays=BankHolidays.OPEN)),
    ("24/7, closed bank holidays", weekly(ALL_WEEK, time(0), time(0), bank_holidays=BankHolidays.CLOSED)),
    ("Mon-Fri 24 hours", weekly(WORKING, time(0), time(0))),
    ("Thursday 10pm to 2am", weekly("TH", time(22), time(2))),
    ("Saturdays noon to 2", weekly("SA", time(12), time(14))),
    ("noon to 2", Schedule(opens_at=time(12), closes_at=time(14))),
    ("first Saturday each month 10:00-12:00 except August", monthly("1SA", time(10), time(12), bymonth=NOT_AUGUST)),
    ("Tuesdays, not August", weekly("TU", bymonth=NOT_AUGUST)),
    ("Mondays, closed December to February", weekly("MO", bymonth="3,4,5,6,7,8,9,10,11")),
    ("April to October, Saturdays 10-12", weekly("SA", time(10), time(12), bymonth="4,5,6,7,8,9,10")),
    ("9-5 Mon-Fri, 10-1 Sat", (weekly(WORKING, time(9), time(17)), weekly("SA", time(10), time(13)))),
    ("Mon 10-12, Wed 1-3, Fri closed", (weekly("MO", time(10), time(12)), weekly("WE", time(13), time(15)))),
    (
        "Monday: 9am-5pm\nTuesday: 9am-5pm\nWednesday: Closed",
        (weekly("MO", time(9), time(17)), weekly("TU", time(9), time(17))),
    ),
    (
        "Daily 10-4. Closed Mondays and bank holidays.",
        weekly("TU,WE,TH,FR,SA,SU", time(10), time(16), bank_holidays=BankHolidays.CLOSED),
    ),
    ("Daily except Sunday, 10-4", weekly("MO,TU,WE,TH,FR,SA", time(10), time(16))),
    ("Mondays 10am, closed half term", weekly("MO", time(10), term_time_only=True)),
    (
        "Open Mon-Fri 9-5, open on bank holidays",
        weekly(WORKING, time(9), time(17), bank_holidays=BankHolidays.OPEN),
    ),
    ("bank holidays closed, Mon-Fri 9-5", weekly(WORKING, time(9), time(17), bank_holidays=BankHolidays.CLOSED)),
    ("evenings 7-9 Mondays", weekly("MO", time(19), time(21))),
    ("Tuesdays 8-10 in the evening", weekly("TU", time(20), time(22))),
    ("Tuesday evenings 8-10", weekly("TU", time(20), time(22))),
    (
        "Monday mornings and Tuesday evenings",
        (weekly("MO", day_part=DayPart.MORNING), weekly("TU", day_part=DayPart.EVENING)),
    ),
    (
        "Mondays, mornings and afternoons",
        (weekly("MO", day_part=DayPart.MORNING), weekly("MO", day_part=DayPart.AFTERNOON)),
    ),
    (
        "Monday mornings and afternoons 10-12, 2-4",
        (weekly("MO", time(10), time(12)), weekly("MO", time(14), time(16))),
    ),
    ("Every morning", weekly(ALL_WEEK, day_part=DayPart.MORNING)),
    ("Tuesdays 7pm till late", weekly("TU", time(19))),
    ("Tuesdays 2pm - ", weekly("TU", time(14))),
    (
        "Monday to Friday between 10.00am and 12.00pm and in the afternoons between 2.00pm and 4.00pm",
        (weekly(WORKING, time(10), time(12)), weekly(WORKING, time(14), time(16))),
    ),
    ("Every first Friday and third Thursday", monthly("1FR,3TH")),
    ("Mondays and the first Friday of the month", (weekly("MO"), monthly("1FR"))),
    ("Sundays (11am and 3pm)", (weekly("SU", time(11)), weekly("SU", time(15)))),
    ("2nd & 4th Sat, 2-4pm", monthly("2SA,4SA", time(14), time(16))),
    ("Mon. Wed. Fri. 10-12", weekly("MO,WE,FR", time(10), time(12))),
    ("Saturday to Monday 1pm-2pm", weekly("MO,SA,SU", time(13), time(14))),
    ("monthly on the first Tuesday", monthly("1TU")),
    ("Weekly. Term time only. Tues at 2", weekly("TU", time(14), term_time_only=True)),
    ("weekdays 9-5", weekly(WORKING, time(9), time(17))),
]


@pytest.mark.parametrize(("words", "expected"), READ, ids=[words for words, _ in READ])
def test_times_are_read(words: str, expected: Schedule | tuple[Schedule, ...]) -> None:
    found = read_schedules(words)
    assert plain(found) == plain(expected if isinstance(expected, tuple) else (expected,))
    assert {one.read_from for one in found} == {words.strip()}


@pytest.mark.parametrize(
    "words",
    [
        "",
        "by appointment",
        "Monday to Friday by appointment",
        "every second Wednesday at 2pm",
        "first Tuesday and Thursday of the month",
        "first Tuesday and weekends",
        "first of the month",
        "fortnightly",
        "every",
        "Tuesdays monthly",
        "fortnightly on the first Tuesday",
        "first Tuesday, fortnightly",
        "weekly on the first Tuesday",
        "weekdays 7-5",
        "Mondays 10-12 and Fridays",
        "Mondays and Tuesday evenings 2-4pm",
        "Daily, Mondays 10-12",
        "every day and Mondays",
        "Tuesday mornings 2-4pm",
        "mornings",
        "10-12 mornings",
        "Mondays 10-12, 2-4 mornings and afternoons",
        "Monday mornings 10-12, afternoons and evenings",
        "Monday mornings and evenings 10-12",
        "Mondays 10-12 closed",
        "closed",
        "Mondays 10-12, closed for lunch",
        "Mondays 10-12, bank holidays",
        "Mondays 10-12, closed bank holidays. Including bank holidays",
        "Mondays except when it rains",
        "first Monday of the month except Mondays",
        "Mondays 10-12 in June",
        "April to June, July to August, Mondays",
        "Mondays April to June. May to July",
        "Mondays, closed January to December",
        "Saturday 4 June 2019",
        "Saturday 04/06/2019",
        "Mondays 10",
        "Mondays 10-noonish",
        "Mondays 10am to Friday",
        "Mon 9am - Fri 5pm",
        "Mondays between 10 and",
        "Mondays between 10",
        "Mondays to",
        "Mondays at 25",
        "Mondays 25-26",
        "Mondays 10-12, £3",
        "Good Friday 10-12",
        "Tuesdays " * 300,
    ],
)
def test_what_is_not_sure_is_not_read(words: str) -> None:
    assert read_schedules(words) == ()


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (Schedule(description="Tuesdays 10-12"), True),
        (Schedule(description="Tuesdays 10-12", notes="Not in August"), False),
        (Schedule(description="Tuesdays 10-12", valid_to=date(2026, 12, 1)), False),
        (weekly("MO", time(10), description="Tuesdays 10-12"), False),
    ],
)
def test_a_schedule_of_words_alone_has_nothing_beside_them(schedule: Schedule, expected: bool) -> None:
    assert is_worded(schedule) is expected


_PIECES = st.sampled_from(
    [
        *(
            "mon",
            "Tuesdays",
            "weekend",
            "daily",
            "every",
            "other",
            "1st",
            "last",
            "of the month",
            "fortnightly",
            "weekly",
        ),
        *(
            "10",
            "2pm",
            "9.30",
            "noon",
            "-",
            "to",
            "between",
            "from",
            "24 hours",
            "24/7",
            "till late",
            "mornings",
            "night",
        ),
        *(
            "closed",
            "except",
            "bank holidays",
            "term time only",
            "half term",
            "in",
            "August",
            ",",
            ".",
            ";",
            "\n",
            "xyz",
        ),
    ]
)


@given(st.text(max_size=60) | st.lists(_PIECES, max_size=14).map(" ".join))
def test_no_words_are_too_odd_to_read(words: str) -> None:
    for schedule in read_schedules(words):
        assert schedule.read_from == words.strip()
        assert schedule.freq in (None, Frequency.WEEKLY, Frequency.MONTHLY)


def regular_schedules() -> st.SearchStrategy[Schedule]:
    """Schedules as our own pages say them: weekly or monthly, with hours of at most twelve hours or none."""
    codes = ALL_WEEK.split(",")
    week = st.sets(st.sampled_from(codes), min_size=1).map(lambda days: ",".join(day for day in codes if day in days))
    nth = st.sets(st.sampled_from([f"{n}{day}" for n, day in product((1, 2, 3, 4, 5, -1), codes)]), min_size=1)
    quarters = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30]))
    spans = st.none() | st.tuples(quarters, quarters).filter(
        lambda pair: 0 < (pair[1].hour * 60 + pair[1].minute - pair[0].hour * 60 - pair[0].minute) % 1440 <= 960
    )
    days = week.map(weekly) | nth.map(lambda found: monthly(",".join(sorted(found))))
    return st.builds(
        lambda day, hours: Schedule(
            freq=day.freq, byday=day.byday, opens_at=hours and hours[0], closes_at=hours and hours[1]
        ),
        days,
        spans,
    )


@given(regular_schedules())
def test_a_schedule_in_our_own_words_is_read_back(schedule: Schedule) -> None:
    assert plain(read_schedules(schedule_in_words(schedule))) == plain((schedule,))
