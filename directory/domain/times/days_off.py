"""Days on which a regular session may not happen: bank holidays of each nation, and weeks when schools are closed."""

from datetime import date, timedelta
from functools import lru_cache

import holidays
from dateutil.easter import easter

from directory.domain.eligibility.logic import Truth
from directory.domain.places import Nation

_SUBDIVISIONS = {
    Nation.ENGLAND: "ENG",
    Nation.NORTHERN_IRELAND: "NIR",
    Nation.SCOTLAND: "SCT",
    Nation.WALES: "WLS",
}
_SUMMER = {
    Nation.ENGLAND: ((7, 20), (9, 5)),
    Nation.NORTHERN_IRELAND: ((6, 28), (9, 1)),
    Nation.SCOTLAND: ((6, 24), (8, 20)),
    Nation.WALES: ((7, 20), (9, 5)),
    None: ((6, 24), (9, 5)),
}
"""First and last day, each a month and a day, that fall into the summer holidays in most of a nation's areas."""

_BREAKS = (((1, 1), (1, 6)), ((2, 8), (2, 24)), ((5, 23), (6, 4)), ((10, 8), (11, 2)), ((12, 18), (12, 31)))
_EASTER_BREAK = timedelta(days=16)


@lru_cache(maxsize=256)
def bank_holidays(nation: Nation, year: int) -> frozenset[date]:
    """The bank holidays of a year, substitute days too (package ``holidays``; those not yet proclaimed are not in)."""
    return frozenset(holidays.country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=year))


@lru_cache(maxsize=1_024)
def is_bank_holiday(day: date, nation: Nation | None) -> Truth:
    """Whether ``day`` is a bank holiday; with no nation known, one that not all nations have is unknown."""
    if nation is not None:
        return Truth.YES if day in bank_holidays(nation, day.year) else Truth.NO
    having = sum(day in bank_holidays(one, day.year) for one in Nation)
    return {0: Truth.NO, len(Nation): Truth.YES}.get(having, Truth.UNKNOWN)


def may_be_school_holiday(day: date, nation: Nation | None) -> bool:
    """Whether schools are usually closed about ``day``. Each area sets its own terms, and these are not known here."""
    here = (day.month, day.day)
    first, last = _SUMMER[nation]
    return (
        first <= here <= last
        or any(start <= here <= end for start, end in _BREAKS)
        or abs(day - easter(day.year)) <= _EASTER_BREAK
    )
