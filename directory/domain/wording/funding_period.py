"""A time for which a group has money, as its own words state it."""

from dataclasses import dataclass
from datetime import date

from directory.domain.status.history import FollowOn


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingPeriod:
    """Until when there is money, in the words ``read_from``; the rest is None where they do not say it.

    ``end_on`` is the last day of what is named: of a month, of a year. ``has_ended`` tells that they speak of the end
    as past. ``amount`` is in pounds, and ``follow_on`` is what they say of money after it.
    """

    end_on: date
    read_from: str
    start_on: date | None = None
    funder: str | None = None
    amount: float | None = None
    has_ended: bool = False
    follow_on: FollowOn = FollowOn.UNKNOWN
