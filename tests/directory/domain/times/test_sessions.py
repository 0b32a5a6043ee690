"""The next session, and whether it is on now."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import DayPart
from directory.domain.errors import InvalidValue
from directory.domain.parts import BankHolidays, Frequency, Schedule
from directory.domain.places import Nation
from directory.domain.times.reading import read_schedules
from directory.domain.times.sessions import LONDON, Session, next_session, open_now, sessions_ahead
from directory.domain.times.tokens import WEEK

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
ENGLAND, SCOTLAND = Nation.ENGLAND, Nation.SCOTLAND
SATURDAY = datetime(2026, 11, 21, 12, tzinfo=LONDON)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def upcoming(words: str, after: datetime = SATURDAY, nation: Nation | None = ENGLAND) -> Session | None:
    return next_session(read_schedules(words), after, nation)


@pytest.mark.parametrize(
    ("words", "after", "start", "end", "certain"),
    [
        ("Tuesdays 10-12", "2026-11-21T12:00", "2026-11-24T10:00", "2026-11-24T12:00", True),
        ("Tuesdays 10-12", "2026-11-24T10:00", "2026-11-24T10:00", "2026-11-24T12:00", True),
        ("Tuesdays 10-12", "2026-11-24T10:01", "2026-12-01T10:00", "2026-12-01T12:00", True),
        ("1st and 3rd Tuesday 10-12", "2026-11-21T12:00", "2026-12-01T10:00", "2026-12-01T12:00", True),
        ("Thursday 10pm to 2am", "2026-11-21T12:00", "2026-11-26T22:00", "2026-11-27T02:00", True),
        ("Mondays 9-5 and Sundays 2-4", "2026-11-21T12:00", "2026-11-22T14:00", "2026-11-22T16:00", True),
        ("Sundays 2-4 and Mondays 9-5", "2026-11-21T12:00", "2026-11-22T14:00", "2026-11-22T16:00", True),
        ("fortnightly on Mondays 2-4", "2026-11-21T12:00", "2026-11-23T14:00", "2026-11-23T16:00", False),
        ("Mondays 2-4", "2026-12-26T12:00", "2026-12-28T14:00", "2026-12-28T16:00", False),
        ("Mondays 2-4, closed bank holidays", "2026-12-26T12:00", "2027-01-04T14:00", "2027-01-04T16:00", True),
        ("Mondays 2-4 including bank holidays", "2026-12-26T12:00", "2026-12-28T14:00", "2026-12-28T16:00", True),
        ("Tuesdays 2-4, term time only", "2026-11-21T12:00", "2026-11-24T14:00", "2026-11-24T16:00", True),
        ("Tuesdays 2-4, term time only", "2026-08-10T12:00", "2026-08-11T14:00", "2026-08-11T16:00", False),
        ("24/7", "2026-11-21T12:00", "2026-11-22T00:00", "2026-11-23T00:00", True),
        ("Sundays 1am-5am", "2025-03-29T12:00", "2025-03-30T02:00", "2025-03-30T05:00", True),
        ("Sundays 1.30am-2am", "2025-03-29T12:00", "2025-03-30T02:30", "2025-03-30T03:00", True),
    ],
)
def test_the_next_session_is_found(words: str, after: str, start: str, end: str, certain: bool) -> None:
    found = upcoming(words, at(after))
    assert found is not None
    assert (found.start, found.end, found.certain) == (at(start), at(end), certain)
    assert found.on == at(start).date()
    assert found.schedule in read_schedules(words)


def test_a_session_of_which_only_the_day_is_known_has_no_hours() -> None:
    found = upcoming("Saturday evenings")
    assert found is not None
    assert (found.on, found.start, found.end) == (date(2026, 11, 21), None, None)
    over = upcoming("Saturday mornings")
    assert over is not None
    assert over.on == date(2026, 11, 28)
    today = upcoming("Saturdays")
    assert today is not None
    assert today.on == date(2026, 11, 21)


def test_an_end_that_is_not_known_is_left_open() -> None:
    found = upcoming("Tuesdays 7pm")
    assert found is not None
    assert (found.start, found.end) == (at("2026-11-24T19:00"), None)
    same = Schedule(freq=Frequency.WEEKLY, byday="TU", opens_at=time(9), closes_at=time(9))
    slip = next_session([same], SATURDAY, ENGLAND)
    assert slip is not None
    assert slip.end is None


@pytest.mark.parametrize("words", ["", "noon to 2", "by appointment", "Mondays 2-4 April to June"])
def test_no_session_is_given_where_none_is_known(words: str) -> None:
    assert upcoming(words) is None


def test_a_holiday_of_some_nation_is_in_doubt_where_the_nation_is_not_known() -> None:
    st_andrews = at("2026-11-30T08:00")

    def monday(words: str, nation: Nation | None) -> tuple[date, bool] | None:
        found = upcoming(words, st_andrews, nation)
        return (found.on, found.certain) if found else None

    here, next_week = date(2026, 11, 30), date(2026, 12, 7)
    nations = (ENGLAND, SCOTLAND, None)
    assert [monday("Mon 9-5", nation) for nation in nations] == [(here, True), (here, False), (here, False)]
    closed = [monday("Mon 9-5 closed bank holidays", nation) for nation in nations]
    assert closed == [(here, True), (next_week, True), (here, False)]


@pytest.mark.parametrize(
    ("words", "when", "nation", "answer"),
    [
        ("Mon-Fri 9-5", "2026-11-23T09:00", ENGLAND, YES),
        ("Mon-Fri 9-5", "2026-11-23T08:59", ENGLAND, NO),
        ("Mon-Fri 9-5", "2026-11-23T17:00", ENGLAND, NO),
        ("Mon-Fri 9-5", "2026-11-21T12:00", ENGLAND, NO),
        ("Thursday 10pm to 2am", "2026-11-27T01:59", ENGLAND, YES),
        ("Thursday 10pm to 2am", "2026-11-27T02:00", ENGLAND, NO),
        ("Thursday 10pm to 2am", "2026-11-26T01:00", ENGLAND, NO),
        ("24/7", "2026-11-21T03:00", ENGLAND, YES),
        ("24/7", "2026-12-25T03:00", ENGLAND, YES),
        ("Saturday 10pm to 3am", "2025-03-30T02:59", ENGLAND, YES),
        ("Saturday 10pm to 3am", "2025-03-30T03:00", ENGLAND, NO),
        ("Saturday 10pm to 3am", "2025-10-26T02:30", ENGLAND, YES),
        ("Mon-Fri 9-5", "2026-12-25T10:00", ENGLAND, UNKNOWN),
        ("Mon-Fri 9-5, closed bank holidays", "2026-12-25T10:00", None, NO),
        ("Mon-Fri 9-5, closed bank holidays", "2026-11-30T10:00", SCOTLAND, NO),
        ("Mon-Fri 9-5, closed bank holidays", "2026-11-30T10:00", ENGLAND, YES),
        ("Mon-Fri 9-5, closed bank holidays", "2026-11-30T10:00", None, UNKNOWN),
        ("Mon-Fri 9-5, open bank holidays", "2026-12-25T10:00", ENGLAND, YES),
        ("Mondays fortnightly 9-5", "2026-11-23T10:00", ENGLAND, UNKNOWN),
        ("Mondays fortnightly 9-5", "2026-11-24T10:00", ENGLAND, NO),
        ("Mondays 7pm", "2026-11-23T20:00", ENGLAND, UNKNOWN),
        ("Mondays 7pm", "2026-11-23T18:00", ENGLAND, NO),
        ("Monday mornings", "2026-11-23T10:00", ENGLAND, UNKNOWN),
        ("Monday mornings", "2026-11-23T14:00", ENGLAND, NO),
        ("Mondays", "2026-11-23T14:00", ENGLAND, UNKNOWN),
        ("Mon-Fri 9-5, term time only", "2026-08-11T10:00", ENGLAND, UNKNOWN),
        ("noon to 2", "2026-11-23T13:00", ENGLAND, UNKNOWN),
        ("by appointment", "2026-11-23T13:00", ENGLAND, UNKNOWN),
    ],
)
def test_open_now_is_yes_no_or_unknown(words: str, when: str, nation: Nation | None, answer: Truth) -> None:
    assert open_now(read_schedules(words), at(when), nation) is answer


def test_a_schedule_that_cannot_be_read_leaves_no_to_nobody() -> None:
    words = Schedule(description="Ring to ask")
    monday = Schedule(byday="MO", opens_at=time(9), closes_at=time(17))
    assert open_now([monday, words], at("2026-11-23T18:00"), ENGLAND) is UNKNOWN
    assert open_now([monday, words], at("2026-11-23T10:00"), ENGLAND) is YES
    closes = Schedule(byday="MO", closes_at=time(17))
    assert open_now([closes], at("2026-11-23T10:00"), ENGLAND) is UNKNOWN
    assert open_now([closes], at("2026-11-23T18:00"), ENGLAND) is NO


def test_the_moment_may_be_given_in_any_time_zone_but_needs_one() -> None:
    schedules = read_schedules("Mondays 9-5")
    assert open_now(schedules, datetime(2026, 7, 6, 8, 30, tzinfo=UTC), ENGLAND) is YES
    assert open_now(schedules, datetime(2026, 7, 5, 23, 30, tzinfo=ZoneInfo("America/New_York")), ENGLAND) is NO
    naive = datetime(2026, 7, 6, 8, 30)  # noqa: DTZ001
    with pytest.raises(InvalidValue, match="time zone"):
        open_now(schedules, naive, ENGLAND)
    with pytest.raises(InvalidValue, match="time zone"):
        next_session(schedules, naive, ENGLAND)


ALWAYS = [Schedule(freq=Frequency.DAILY, opens_at=time(9), closes_at=time(17))]


@pytest.mark.parametrize("moment", [datetime.min, datetime.max, datetime(4099, 1, 1)])  # noqa: DTZ001, DTZ901
@pytest.mark.parametrize("zone", [UTC, LONDON])
def test_at_the_ends_of_the_calendar_nothing_is_known(moment: datetime, zone: tzinfo) -> None:
    then = moment.replace(tzinfo=zone)
    assert next_session(ALWAYS, then, ENGLAND) is None
    assert list(sessions_ahead(ALWAYS, then, ENGLAND)) == []
    assert open_now(ALWAYS, then, ENGLAND) is UNKNOWN


def test_the_last_days_that_can_be_told_are() -> None:
    session = next_session(ALWAYS, at("4098-12-31T20:00"), None)
    assert session is not None
    assert session.on == date(4099, 1, 1)
    assert open_now(ALWAYS, at("1900-01-01T20:00"), None) is NO


moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
schedules = st.builds(
    Schedule,
    freq=st.none() | st.sampled_from(Frequency),
    interval=st.none() | st.integers(-1, 5),
    byday=st.none() | st.sampled_from(["TU", "MO,FR", "1TU,-1FR", "5SU", "XX"]),
    bymonthday=st.none() | st.sampled_from(["1", "31", "-1,29"]),
    bymonth=st.none() | st.sampled_from(["2", "3,10", "0"]),
    dtstart=st.none() | st.dates(date(2010, 1, 1), date(2028, 1, 1)),
    until=st.none() | st.dates(date(2023, 1, 1), date(2028, 1, 1)),
    valid_to=st.none() | st.dates(date(2023, 1, 1), date(2028, 1, 1)),
    opens_at=st.none() | st.times(),
    closes_at=st.none() | st.times(),
    day_part=st.none() | st.sampled_from(DayPart),
    term_time_only=st.none() | st.booleans(),
    bank_holidays=st.none() | st.sampled_from(BankHolidays),
)


@given(st.lists(schedules, max_size=3), moments, st.none() | st.sampled_from(Nation))
@settings(max_examples=200, deadline=None)
def test_the_next_session_is_never_before_the_moment(
    found: list[Schedule], after: datetime, nation: Nation | None
) -> None:
    session = next_session(found, after, nation)
    if session is None:
        return
    assert session.schedule in found
    assert session.on >= after.astimezone(LONDON).date()
    assert session.on <= after.astimezone(LONDON).date() + timedelta(days=60)
    if session.start is not None:
        assert session.start.astimezone(UTC) >= after
        assert session.end is None or session.end.astimezone(UTC) > session.start.astimezone(UTC)
        if session.end and session.certain:
            assert open_now(found, session.start, nation) is YES


@given(st.lists(schedules, max_size=3), moments, st.none() | st.sampled_from(Nation))
@settings(max_examples=100, deadline=None)
def test_the_sessions_ahead_are_the_next_ones_in_order_each_once(
    found: list[Schedule], after: datetime, nation: Nation | None
) -> None:
    ahead = list(sessions_ahead(found, after, nation))

    first = next_session(found, after, nation)
    assert (ahead[0].on, ahead[0].start) == (first.on, first.start) if first else ahead == []
    known = [(one.on, one.start, one.end, one.schedule.day_part) for one in ahead]
    assert len(set(known)) == len(known)
    starts = [one.start for one in ahead if one.start]
    assert starts == sorted(starts)


def test_sessions_ahead_of_two_schedules_are_told_in_turn() -> None:
    found = sessions_ahead(read_schedules("Mondays 9-5 and Sundays 2-4"), SATURDAY, ENGLAND)

    assert [one.on.day for one in islice(found, 4)] == [22, 23, 29, 30]


def test_a_session_that_two_schedules_tell_of_is_one() -> None:
    found = sessions_ahead([*read_schedules("Mondays 9-5"), *read_schedules("Mon 09:00-17:00")], SATURDAY, ENGLAND)

    assert [one.on.day for one in islice(found, 2)] == [23, 30]


@given(
    day=st.sampled_from(WEEK),
    opens=st.times(),
    closes=st.times(),
    night=st.sampled_from([date(2025, 3, 28), date(2025, 10, 24)]),
)
@settings(max_examples=25, deadline=None)
def test_open_now_agrees_with_the_clock_on_the_wall_over_a_change_of_clocks(
    day: str, opens: time, closes: time, night: date
) -> None:
    opens, closes = opens.replace(second=0, microsecond=0), closes.replace(second=0, microsecond=0)
    left_out = time(1) <= min(opens, closes) < time(2) or time(1) <= max(opens, closes) < time(2)
    if opens == closes or left_out:  # wall clocks show these times twice or never on such a night
        return
    schedule = Schedule(freq=Frequency.WEEKLY, byday=day, opens_at=opens, closes_at=closes)
    minute = datetime.combine(night, time(0), tzinfo=LONDON).astimezone(UTC)
    starts = []
    for step in range(0, 4 * 24 * 60, 7):
        now = minute + timedelta(minutes=step)
        wall = now.astimezone(LONDON)
        today, before = WEEK[wall.weekday()] == day, WEEK[wall.weekday() - 1] == day
        clock = wall.time()
        if opens < closes:
            is_open = today and opens <= clock < closes
        else:
            is_open = (today and clock >= opens) or (before and clock < closes)
        assert open_now([schedule], now, ENGLAND) is (YES if is_open else NO), wall
        starts.append((now, is_open))
    first = next_session([schedule], minute, ENGLAND)
    opening = next((now for (_, was), (now, is_open) in pairwise(starts) if is_open and not was), None)
    if first is not None and first.start is not None and opening is not None and not starts[0][1]:
        assert timedelta() <= opening - first.start.astimezone(UTC) < timedelta(minutes=7)
