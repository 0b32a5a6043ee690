"""Finding regular times inside a description."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.eligibility.person import DayPart
from directory.domain.parts import BankHolidays, Frequency, Schedule
from directory.domain.times.finding import schedules_in

Said = tuple[str | None, time | None, time | None]


def said(text: str) -> list[Said]:
    return [(one.byday, one.opens_at, one.closes_at) for one in schedules_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We meet every Tuesday 2-4pm in the hall", [("TU", time(14), time(16))]),
        ("Held every Thursday 11-1", [("TH", time(11), time(13))]),
        ("Quizzes on Thursday 11-1 with tea", [("TH", time(11), time(13))]),
        ("A club for carers, Tuesdays 2-4pm, £3. Ring 01632 960123.", [("TU", time(14), time(16))]),
        ("Tuesdays 2-4pm, not in the main hall", [("TU", time(14), time(16))]),
        ("ages 0-14 SUNDAYS 10-11AM", [("SU", time(10), time(11))]),
        ("Sundays 10-11; AND WEDNESDAYS 6 - 8:30PM", [("SU", time(10), time(11)), ("WE", time(18), time(20, 30))]),
        ("Singing WED. MORNINGS and lunch", [("WE", None, None)]),
        ("Services every Sunday at 11am and 6pm, weekly talks", [("SU", time(11), None), ("SU", time(18), None)]),
        ("Healing on Wednesdays at 7pm, friends alternate Fridays.", [("WE", time(19), None), ("FR", None, None)]),
        ("running every first Friday and third Thursday. Fun days", [("1FR,3TH", None, None)]),
        ("The last Friday of each month at the hall", [("-1FR", None, None)]),
        ("1st Monday 2-4pm", [("1MO", time(14), time(16))]),
        ("We are in town on Monday and Weds afternoons.", [("MO,WE", None, None)]),
        ("Mondays. We sit in the sun. On Saturday 4 June we have a fair.", [("MO", None, None)]),
        ("A 24/7 helpline", [("MO,TU,WE,TH,FR,SA,SU", time(0), time(0))]),
        ("Doors are open daily 10-4 for all", [("MO,TU,WE,TH,FR,SA,SU", time(10), time(16))]),
        ("Sunday and weekly walks on Tuesdays", [("TU", None, None)]),
        ("Open and closed groups, Tuesday 2-4pm", [("TU", time(14), time(16))]),
        ("Mondays 10-12, Tuesday closed", [("MO", time(10), time(12))]),
        ("Tuesdays and, on Tuesdays, tea", [("TU", None, None)]),
        ("You do not need to book, just come on Tuesdays 2-4pm", [("TU", time(14), time(16))]),
        ("You don't have to book and we meet on Tuesdays 2-4pm", [("TU", time(14), time(16))]),
        ("A not-for-profit choir, not only for singers on Tuesdays 2-4pm", [("TU", time(14), time(16))]),
        ("No booking needed for the walk on Tuesdays 2-4pm", [("TU", time(14), time(16))]),
        ("The club was formed by parents and meets every Tuesday 2-4pm", [("TU", time(14), time(16))]),
        ("Our volunteers run a café on Mondays 10am-12noon", [("MO", time(10), time(12))]),
        ("We deliver art classes on Mondays 10am-12noon", [("MO", time(10), time(12))]),
        ("Tuesdays 2-4pm except bank holidays and we ask for £2", [("TU", time(14), time(16))]),
        ("Tuesdays 2-4pm, closed bank holidays, in the hall", [("TU", time(14), time(16))]),
        ("Tuesdays 2-4pm. November's walk is in May's garden.", [("TU", time(14), time(16))]),
        ("Tuesdays 2-4pm. All say it is not as quiet as it was.", [("TU", time(14), time(16))]),
    ],
)  # fmt: skip
def test_regular_times_are_found(text: str, expected: list[Said]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A friendly group",
        "Friends of the Month",
        "Open day on Saturday 4 June 2019",
        "Saturday 04/06/2019 2-4pm",
        "Monday 3rd June 2-4pm",
        "Come on Friday the 27th of September at 7:30pm",
        "This Saturday 2-4pm",
        "Last Friday we went out 2-4pm",
        "On the last Friday 2-4pm",
        "Closed on Good Friday",
        "Easter Monday fun 2-4pm",
        "Every Sunday school lesson",
        "weekly Friday prayers",
        "Friday prayers at 1pm",
        "Our Friday night social",
        "Join the open day, Saturday 2-4pm",
        "Saturday Club for Mums",
        "extending to two Saturdays a month",
        "There are activities daily",
        "Tuesdays 8-12 year olds",
        "Tuesdays 5-a-side",
        "Used to meet on Tuesdays 2-4pm.",
        "Office open Mon-Fri 9-5",
        "Call us Mon-Fri 9am-5pm",
        "Please book by Tuesday 2pm-4pm",
        "Opens every morning and afternoon (except Wednesday afternoon), Monday to Friday.",
        "Tuesdays 2-4pm in the hall except when it rains",
        "Tuesdays 2-4pm in the hall. Except when raining",
        "Mondays in the hall, closed January to December",
        "Mondays. April to June. May to July",
        "In term time, including bank holidays, and closed bank holidays, Mondays",
        "Including bank holidays at all halls, closed bank holidays Mondays",
        "On Monday they sat in the sun 2pm-4pm",
        "The group does not meet on Tuesdays 2-4pm",
        "The hall isn't staffed on Tuesdays 2-4pm",
        "There are no classes for beginners on Tuesdays 2-4pm",
        "Book early, but never come on Tuesdays 2-4pm",
        "Until March 2024 we met on Mondays 2-4pm",
        "Until Easter 2024 people meet at the hall every Monday 2-4pm",
        "The choir sang before the pandemic, every Monday 2-4pm",
        "The group ran on Mondays 2-4pm",
        "It started in the old mill and was held every Monday 2-4pm",
        "The Monday 2-4pm group has now ended",
        "Mondays 2-4pm in the hall is not currently running",
        "Phones open Monday to Friday 9am-5pm",
        "Our lines are open Monday to Friday 9am-5pm",
        "Our volunteers collect on Mondays",
        "Our drivers deliver on Mondays 2-4pm",
        "The team delivers hot meals every Monday 12-2pm",
        "The trustees meet every Monday 7-9pm",
        "We hope to open on Mondays 2-4pm",
        "Tuesdays 2-4pm except in August and at Christmas",
        "Tuesdays 2-4pm, closed bank holidays & Easter week",
        "Tuesdays 2-4pm except bank holidays or Christmas",
        "Tuesdays 2-4pm, closed bank holidays, Christmas week",
        "Tuesdays 2-4pm at the hall, closed bank holidays and the festive season",
        "Tuesdays 2-4pm. Closed Christmas and Easter.",
    ],
)
def test_dates_names_and_doubtful_times_are_left(text: str) -> None:
    assert schedules_in(text) == ()


def test_a_word_said_of_what_follows_is_not_among_the_words_read() -> None:
    (schedule,) = schedules_in("Services every Sunday 10-11am, weekly talks")
    assert schedule.read_from == "every Sunday 10-11am"


def test_a_condition_in_the_same_sentence_or_the_next_holds() -> None:
    (after,) = schedules_in("Tuesday 2-4pm. Term time only. Tea is free.")
    assert after.term_time_only
    assert after.read_from == "Tuesday 2-4pm. Term time only"
    (before,) = schedules_in("During term time we run a club on Tuesdays 3-5pm.")
    assert before.term_time_only
    (apart,) = schedules_in("Tuesdays 3-5pm at the hall, closed bank holidays")
    assert apart.bank_holidays is BankHolidays.CLOSED
    (unmoved,) = schedules_in("Tuesdays 3-5pm. We are a term time only creche.")
    assert unmoved.term_time_only is None


def test_the_words_are_kept_as_they_stand() -> None:
    text = "Come and sing —  Mon,\u00a0Wed & Fri  mornings — with us"
    assert schedules_in(text) == (
        Schedule(
            freq=Frequency.WEEKLY,
            byday="MO,WE,FR",
            day_part=DayPart.MORNING,
            read_from="Mon, Wed & Fri mornings",
        ),
    )


@given(st.text(max_size=200), st.sampled_from(["", "every Monday", "Tuesdays 2-4pm", "closed bank holidays", "4 June"]))
def test_any_text_can_be_searched(text: str, more: str) -> None:
    whole = f"{text} {more} {text}"
    for schedule in schedules_in(whole):
        assert schedule.read_from
        assert schedule.byday


def test_a_long_text_takes_no_longer_for_its_size() -> None:
    assert said("Every Tuesday 2-4pm in the hall. " * 2_000) == [("TU", time(14), time(16))]
