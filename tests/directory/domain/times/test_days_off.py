"""Bank holidays of each nation, and when schools are usually closed."""

from datetime import date

import pytest

from directory.domain.eligibility.logic import Truth
from directory.domain.places import Nation
from directory.domain.times.days_off import is_bank_holiday, may_be_school_holiday

E, N, S, W = Nation.ENGLAND, Nation.NORTHERN_IRELAND, Nation.SCOTLAND, Nation.WALES


@pytest.mark.parametrize(
    ("day", "nations"),
    [
        (date(2026, 12, 25), {E, N, S, W}),
        (date(2026, 12, 28), {E, N, S, W}),
        (date(2026, 4, 6), {E, N, W}),
        (date(2026, 3, 17), {N}),
        (date(2026, 7, 13), {N}),
        (date(2026, 1, 2), {S}),
        (date(2026, 11, 30), {S}),
        (date(2026, 8, 3), {S}),
        (date(2026, 8, 31), {E, N, W}),
        (date(2022, 9, 19), {E, N, S, W}),
        (date(2026, 11, 23), set()),
    ],
)
def test_each_nation_has_its_own_bank_holidays(day: date, nations: set[Nation]) -> None:
    assert {nation for nation in Nation if is_bank_holiday(day, nation) is Truth.YES} == nations
    unknown = Truth.YES if len(nations) == 4 else Truth.UNKNOWN if nations else Truth.NO
    assert is_bank_holiday(day, None) is unknown


@pytest.mark.parametrize(
    ("day", "nation", "closed"),
    [
        (date(2026, 8, 12), E, True),
        (date(2026, 8, 25), S, False),
        (date(2026, 6, 30), S, True),
        (date(2026, 6, 30), W, False),
        (date(2026, 6, 30), None, True),
        (date(2026, 12, 29), N, True),
        (date(2027, 1, 4), E, True),
        (date(2026, 4, 10), E, True),
        (date(2026, 2, 17), E, True),
        (date(2026, 5, 27), E, True),
        (date(2026, 10, 28), E, True),
        (date(2026, 11, 24), None, False),
        (date(2026, 6, 16), None, False),
    ],
)
def test_schools_are_usually_closed_then(day: date, nation: Nation | None, closed: bool) -> None:
    assert may_be_school_holiday(day, nation) is closed
