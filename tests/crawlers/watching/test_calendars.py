"""Calendars are read event by event: days, recurrence, exceptions, cancellations."""

from datetime import date, timedelta

import pytest

from crawlers.watching.calendars import is_calendar, read_calendar
from crawlers.watching.dated import Dated, DatedKind, FeedFormat
from crawlers.watching.limits import MAX_ITEMS, MAX_OCCURRENCES
from crawlers.watching.recurring import Recurrence, recurrence_of
from directory.domain.parts import Frequency, Schedule
from tests.crawlers.watching.documents import TODAY, calendar, document


def days(*events: str) -> list[date]:
    """The days of the events of a calendar."""
    return [item.on for item in read_calendar(calendar(*events), TODAY).items]


def test_event_of_a_calendar_is_read() -> None:
    reading = read_calendar(
        calendar(
            "UID:1\r\nDTSTART:20260801T180000Z\r\nSUMMARY:Tea\\, cakes\r\n  and songs\r\nURL:https://example.org/tea"
        ),
        TODAY,
    )

    assert (reading.format, reading.title, reading.problem) == (FeedFormat.CALENDAR, "Hall diary", None)
    assert reading.items == (
        Dated(kind=DatedKind.EVENT, on=date(2026, 8, 1), title="Tea, cakes and songs", url="https://example.org/tea"),
    )


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("DTSTART;VALUE=DATE:20260801", date(2026, 8, 1)),
        ("DTSTART:20260801T233000", date(2026, 8, 1)),
        ("DTSTART:20260801T233000Z", date(2026, 8, 2)),
        ("DTSTART;TZID=Europe/London:20260801T233000", date(2026, 8, 1)),
        ("DTSTART;TZID=GMT Standard Time:20260801T233000", date(2026, 8, 1)),
        ("DTSTART;TZID=/example.org/Europe/London:20260801T233000", date(2026, 8, 1)),
        ("DTSTART;TZID=America/New_York:20260801T200000", date(2026, 8, 2)),
        ("DTSTART;TZID=Nowhere:20260801T233000", date(2026, 8, 1)),
        ("DTSTART:20260801\r\nDTSTART:20260901", date(2026, 8, 1)),
    ],
)
def test_day_is_that_of_london_or_as_written(start: str, day: date) -> None:
    assert days(start) == [day]


@pytest.mark.parametrize(
    "start",
    [
        "",
        "DTSTART:2026",
        "DTSTART:202608",
        "DTSTART:20261301",
        "DTSTART:soon",
        "DTSTART:00010101T000000Z",
        "DTSTART;TZID=Europe/:20260601T190000",
    ],
)
def test_event_without_a_whole_date_is_counted_and_left_out(start: str) -> None:
    reading = read_calendar(calendar(f"SUMMARY:Tea\r\n{start}", "DTSTART:20260801"), TODAY)

    assert [item.on for item in reading.items] == [date(2026, 8, 1)]
    assert reading.undated + reading.refused == 1


def test_events_too_early_or_too_far_ahead_are_refused() -> None:
    reading = read_calendar(calendar("DTSTART:19700101", "DTSTART:20300101"), TODAY)

    assert (reading.items, reading.refused) == ((), 2)


@pytest.mark.parametrize("told", ["STATUS:CANCELLED", "SUMMARY:Cancelled: tea", "SUMMARY:** POSTPONED ** Tea"])
def test_cancelled_event_is_told(told: str) -> None:
    (item,) = read_calendar(calendar(f"DTSTART:20260801\r\n{told}"), TODAY).items

    assert item.is_cancelled


def test_weekly_event_has_its_days_but_for_exceptions_and_with_additions() -> None:
    assert days(
        "UID:1\r\nDTSTART;TZID=Europe/London:20260601T190000\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\n"
        "EXDATE;TZID=Europe/London:20260608T190000\r\nRDATE;VALUE=DATE:20260610"
    ) == [date(2026, 6, 1), date(2026, 6, 10), date(2026, 6, 15), date(2026, 6, 22)]


def test_occurrence_that_was_moved_is_on_its_new_day_alone() -> None:
    moved = "UID:1\r\nRECURRENCE-ID:20260608T190000\r\nDTSTART:20260609T190000\r\nSUMMARY:Tea"
    weekly = "UID:1\r\nDTSTART:20260601T190000\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\nSUMMARY:Tea"

    assert days(weekly, moved) == [date(2026, 6, 1), date(2026, 6, 9)]


def test_event_in_the_evening_of_another_country_keeps_its_rule() -> None:
    late = "DTSTART;TZID=America/New_York:20260601T200000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2"

    assert days(late) == [date(2026, 6, 2), date(2026, 6, 9)]


def test_rule_that_cannot_be_counted_with_leaves_the_start() -> None:
    assert days("DTSTART:20260601\r\nRRULE:FREQ=HOURLY", "DTSTART:20260602\r\nRRULE:FREQ=WEEKLY;UNTIL=soon") == [
        date(2026, 6, 1),
        date(2026, 6, 2),
    ]


def test_period_in_a_list_of_days_counts_by_its_start() -> None:
    assert days("DTSTART:20260601\r\nRDATE;VALUE=PERIOD:20260603T100000Z/20260603T110000Z") == [
        date(2026, 6, 1),
        date(2026, 6, 3),
    ]


def test_alarms_and_properties_nobody_reads_are_passed_over() -> None:
    event = "BEGIN:VALARM\r\nDTSTART:20200101\r\nEND:VALARM\r\nDTSTART:20260801\r\nDESCRIPTION:Jo\r\nrubbish"

    assert days(event) == [date(2026, 8, 1)]


def test_calendar_is_known_by_how_it_begins() -> None:
    assert is_calendar(calendar())
    assert is_calendar(document("\ufeffbegin:vcalendar\n"))
    assert not is_calendar(document("<p>BEGIN:VCALENDAR</p>"))


def test_calendar_cut_off_in_the_middle_has_the_events_before() -> None:
    whole = calendar("DTSTART:20260801", "DTSTART:20260802").content

    assert [item.on for item in read_calendar(document(whole[:-30]), TODAY).items] == [date(2026, 8, 1)]


def test_events_and_their_days_are_not_without_end() -> None:
    many = read_calendar(calendar(*["DTSTART:20260801\r\nSUMMARY:x"] * (MAX_ITEMS + 1)), TODAY)
    daily = [f"DTSTART:20200101\r\nSUMMARY:{number}\r\nRRULE:FREQ=DAILY" for number in range(400)]
    worked = read_calendar(calendar(*daily), TODAY)

    assert len(many.items) == 1
    assert len({item.title for item in worked.items}) == 400
    assert len(worked.items) < 400 * MAX_OCCURRENCES


START = date(2026, 1, 6)  # a Tuesday, the first of its month


def worked_out(**rule: list[object]) -> list[date]:
    """The days of a rule from `START` to the end of June."""
    recurrence = recurrence_of(rule, START)
    assert recurrence is not None
    return [day for day in recurrence.days(date(2026, 1, 10)) if day <= date(2026, 6, 30)]


def test_rules_are_worked_out() -> None:
    first_tuesdays = [date(2026, month, day) for month, day in ((1, 6), (2, 3), (3, 3), (4, 7), (5, 5), (6, 2))]

    assert worked_out(FREQ=["MONTHLY"], BYDAY=["1TU"]) == first_tuesdays
    assert worked_out(FREQ=["MONTHLY"], BYDAY=["TU"], BYSETPOS=[1]) == first_tuesdays
    assert worked_out(FREQ=["YEARLY"], BYMONTH=[1, 3], BYDAY=["1TU"]) == [date(2026, 1, 6), date(2026, 3, 3)]
    assert worked_out(FREQ=["WEEKLY"], INTERVAL=[2], COUNT=[3]) == [START, date(2026, 1, 20), date(2026, 2, 3)]
    assert worked_out(FREQ=["weekly"], UNTIL=[date(2026, 1, 20)]) == [START, date(2026, 1, 13), date(2026, 1, 20)]
    assert worked_out(FREQ=["MONTHLY"], BYMONTHDAY=[31], COUNT=[2]) == [START, date(2026, 1, 31)]
    assert worked_out(FREQ=["DAILY"], COUNT=[0]) == [START]


@pytest.mark.parametrize(
    "rule",
    [
        {},
        {"FREQ": ["HOURLY"]},
        {"FREQ": ["WEEKLY"], "BYHOUR": [9]},
        {"FREQ": ["WEEKLY"], "INTERVAL": [0]},
        {"FREQ": ["WEEKLY"], "INTERVAL": [2], "WKST": ["SU"]},
        {"FREQ": ["YEARLY"], "INTERVAL": [2], "BYMONTH": [1]},
        {"FREQ": ["MONTHLY"], "BYDAY": ["MO", "TU"], "BYSETPOS": [1]},
        {"FREQ": ["WEEKLY"], "BYDAY": ["XX"]},
        {"FREQ": ["WEEKLY"], "BYMONTHDAY": ["x"]},
    ],
)
def test_rule_that_is_not_understood_is_none(rule: dict[str, list[object]]) -> None:
    assert recurrence_of(rule, START) is None


def test_days_of_a_rule_that_ended_are_its_last_years() -> None:
    ended = recurrence_of({"FREQ": ["WEEKLY"], "UNTIL": [date(2015, 12, 31)]}, date(2005, 1, 4))
    assert ended is not None

    found = ended.days(TODAY)

    assert found[-1] == date(2015, 12, 29)
    assert found[0] > date(2012, 12, 1)


def test_days_of_a_rule_lie_between_three_years_back_and_two_ahead() -> None:
    weekly = recurrence_of({"FREQ": ["WEEKLY"]}, date(2000, 1, 4))
    assert weekly is not None

    found = weekly.days(TODAY)

    assert TODAY - timedelta(days=1_110) < found[0]
    assert found[-1] <= TODAY + timedelta(days=730)
    assert weekly.work(TODAY) < 300


def test_count_is_taken_from_the_first_day() -> None:
    daily = Recurrence(
        schedule=Schedule(freq=Frequency.DAILY, dtstart=date(2010, 1, 1)), start=date(2010, 1, 1), count=2_000
    )

    assert daily.days(TODAY)[-1] == date(2010, 1, 1) + timedelta(days=1_999)
    assert len(daily.days(TODAY)) == MAX_OCCURRENCES
