"""Opening hours of a helpline, as OpenStreetMap writes them, and whether it is open at a moment of UK time.

Hours that name weekdays may not hold on a bank holiday: unless they say "PH off", the line is then neither called open
nor shut. Hours of every day hold on every day. Hours do not run past midnight: of two rules, the package that reads
them lets the later one wipe out what the day before left over.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from opening_hours import OpeningHours, validate

from directory.domain.eligibility.logic import Truth
from directory.domain.errors import InvalidValue
from directory.domain.places import Nation
from directory.domain.times.days_off import is_bank_holiday

_ALWAYS = "24/7"
_EVERY_DAY = "Mo-Su "
_OFF = "; PH off"
_SPAN = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)")
_MIDNIGHT = "24:00"
_MOST_STEPS = 30
"""Changes looked at to find the next opening: more than any run of bank holidays has."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether a line is open, and when in UK time that changes; None where it never does or nobody can say."""

    is_open: Truth
    changes: datetime | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours such as ``24/7`` or ``Mo-Fr 09:00-18:00; PH off``."""

    text: str

    def __post_init__(self) -> None:
        if not validate(self.text):
            raise InvalidValue("hours", self.text, "These are no opening hours as OpenStreetMap writes them")
        if any(not opens < closes <= _MIDNIGHT for opens, closes in _SPAN.findall(self.text)):
            raise InvalidValue("hours", self.text, "Write what runs past midnight under the day after, from 00:00")
        if "PH" in self.text.removesuffix(_OFF):
            raise InvalidValue("hours", self.text, 'Of bank holidays only "; PH off" at the end is understood')

    @property
    def is_always(self) -> bool:
        """Whether it is open at any time of any day."""
        return self.text == _ALWAYS

    def at(self, moment: datetime, nation: Nation | None) -> Opening:
        """How it is at ``moment``, in UK time, with the bank holidays of ``nation``."""
        if self.is_always:
            return Opening(Truth.YES)
        # The package counts on the clock on the wall, which has no zone.
        on_the_wall = moment.replace(tzinfo=None)
        is_off = self._is_off(on_the_wall, nation)
        if is_off is Truth.UNKNOWN:
            return Opening(Truth.UNKNOWN)
        is_open = is_off is Truth.NO and _parsed(self.text).is_open(on_the_wall)
        change = self._change(on_the_wall, nation, is_open)
        return Opening(Truth.YES if is_open else Truth.NO, change and change.replace(tzinfo=moment.tzinfo))

    def _is_off(self, moment: datetime, nation: Nation | None) -> Truth:
        """Whether the day is one on which the hours do not hold."""
        if self.text.startswith(_EVERY_DAY) and ";" not in self.text:
            return Truth.NO
        holiday = is_bank_holiday(moment.date(), nation)
        return holiday if holiday is Truth.NO or self.text.endswith(_OFF) else Truth.UNKNOWN

    def _change(self, moment: datetime, nation: Nation | None, is_open: bool) -> datetime | None:
        """When it shuts or, where it is shut, opens next."""
        hours = _parsed(self.text)
        change = hours.next_change(moment)
        for _ in range(_MOST_STEPS):
            if change is None or is_open:
                return change
            is_off = self._is_off(change, nation)
            if is_off is Truth.UNKNOWN:
                return None
            if is_off is Truth.NO and hours.is_open(change):
                return change
            change = hours.next_change(change)
        return None


@lru_cache(maxsize=256)
def _parsed(text: str) -> OpeningHours:
    """The hours without their bank holidays, which the package knows of no nation."""
    return OpeningHours(text.removesuffix(_OFF), auto_country=False, auto_timezone=False)
