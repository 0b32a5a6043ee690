"""Opening hours: open or shut at a UK time, past midnight, on bank holidays, and when that changes."""

from datetime import datetime

import pytest

from directory.domain.crisis.hours import Hours, Opening
from directory.domain.eligibility.logic import Truth
from directory.domain.errors import InvalidValue
from directory.domain.places import Nation
from tests.directory.domain.crisis.made import uk

MONDAY = uk(2026, 11, 23, 10, 30)
SATURDAY = uk(2026, 11, 21, 10, 30)
SPRING_HOLIDAY = uk(2026, 5, 25, 10, 30)
SCOTTISH_HOLIDAY = uk(2026, 1, 2, 10, 30)
OFFICE = "Mo-Fr 09:00-17:00"
NIGHTS = "Mo 00:00-06:00,18:00-24:00; Tu-Fr 00:00-02:00,18:00-24:00; Sa-Su 00:00-24:00"


def test_a_line_of_any_time_is_always_open() -> None:
    assert Hours("24/7").is_always
    assert Hours("24/7").at(SPRING_HOLIDAY, Nation.WALES) == Opening(Truth.YES)


def test_a_line_says_until_when_it_is_open() -> None:
    assert Hours(OFFICE).at(MONDAY, Nation.WALES) == Opening(Truth.YES, uk(2026, 11, 23, 17))


def test_a_shut_line_says_when_it_opens() -> None:
    assert Hours(OFFICE).at(SATURDAY, Nation.WALES) == Opening(Truth.NO, uk(2026, 11, 23, 9))


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (uk(2026, 11, 24, 1, 59), Truth.YES),
        (uk(2026, 11, 24, 2, 1), Truth.NO),
        (uk(2026, 11, 22, 3), Truth.YES),
        (uk(2026, 11, 23, 5, 59), Truth.YES),
    ],
)
def test_hours_go_on_after_midnight(moment: datetime, is_open: Truth) -> None:
    assert Hours(NIGHTS).at(moment, Nation.SCOTLAND).is_open is is_open


def test_hours_of_weekdays_are_not_vouched_for_on_a_bank_holiday() -> None:
    assert Hours(OFFICE).at(SPRING_HOLIDAY, Nation.ENGLAND) == Opening(Truth.UNKNOWN)


def test_hours_of_every_day_hold_on_a_bank_holiday() -> None:
    assert Hours("Mo-Su 17:00-24:00").at(SPRING_HOLIDAY, Nation.ENGLAND).is_open is Truth.NO
    assert Hours("Mo-Su 10:00-24:00").at(SPRING_HOLIDAY, None).is_open is Truth.YES


def test_a_line_that_rests_on_bank_holidays_is_shut_and_opens_after_them() -> None:
    opening = Hours(f"{OFFICE}; PH off").at(SPRING_HOLIDAY, Nation.ENGLAND)

    assert opening == Opening(Truth.NO, uk(2026, 5, 26, 9))


def test_the_bank_holidays_are_those_of_the_nation() -> None:
    rests = Hours(f"{OFFICE}; PH off")

    assert rests.at(SCOTTISH_HOLIDAY, Nation.SCOTLAND).is_open is Truth.NO
    assert rests.at(SCOTTISH_HOLIDAY, Nation.WALES).is_open is Truth.YES
    assert rests.at(SCOTTISH_HOLIDAY, None).is_open is Truth.UNKNOWN


def test_no_opening_is_promised_on_a_day_on_which_hours_may_not_hold() -> None:
    before = uk(2026, 5, 24, 12)

    assert Hours(OFFICE).at(before, Nation.ENGLAND) == Opening(Truth.NO)


def test_hours_that_never_come_promise_nothing() -> None:
    assert Hours("Dec 25 09:00-17:00; PH off").at(MONDAY, Nation.ENGLAND) == Opening(Truth.NO)
    assert Hours("Mo-Su off").at(MONDAY, Nation.ENGLAND) == Opening(Truth.NO)


@pytest.mark.parametrize(
    "text", ["Monday 9 to 5", "", "Mo-Fr 09:00-17:00; PH 10:00-12:00", "PH off", "Mo 18:00-26:00", "Mo 18:00-02:00"]
)
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        Hours(text)
