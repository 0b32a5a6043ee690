"""Which services to check first: those reported, those overdue for what is at stake, those nobody can speak for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from directory.domain.status.settings import Chance, Days


class Risk(StrEnum):
    """What is at stake for somebody sent to a service that is no longer there, the most first."""

    CRISIS = "crisis"
    BASICS = "basics"
    CLINICAL = "clinical"
    OTHER = "other"


class Cause(StrEnum):
    """Why a service is to be checked, the most pressing first."""

    REPORTED = "reported"
    OVERDUE = "overdue"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskSettings:
    """How often services are checked that meet any of ``needs``, or a narrower need of one."""

    every_days: Days
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """``doubtful`` is the chance below which a service is checked before it is due; after a call that told nothing, it
    comes back in ``again_days``."""

    doubtful: Chance
    again_days: Days
    risk: Annotated[dict[Risk, RiskSettings], Meta(min_length=len(Risk))]

    def risk_of(self, needs: Iterable[str]) -> Risk:
        """The riskiest class that any of ``needs`` is in; of a narrow need, its broader one must be named too."""
        met = set(needs)
        return next((risk for risk in Risk if met.intersection(self.risk[risk].needs)), Risk.OTHER)

    def due_on(self, risk: Risk, since: date) -> date:
        """When a service is to be checked that was last known to run on the day ``since``."""
        return since + timedelta(days=self.risk[risk].every_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A service that may have to be checked.

    ``since`` is its last sign of life, or the day it was first listed; ``views`` are how often a month its page is
    looked at. ``tried_on`` is the last call that told nothing, ``reported_on`` the newest report nobody answered, and
    ``paused_until`` the last day of a pause. ``is_declared``: its people or a curator said that it has closed.
    """

    service_id: str
    risk: Risk
    p_open: float
    since: date
    views: float = 1.0
    is_declared: bool = False
    reported_on: date | None = None
    tried_on: date | None = None
    paused_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """A service to be checked; ``weight`` is expected views a month times how little is known of it."""

    service_id: str
    risk: Risk
    cause: Cause
    due_on: date
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """``entries`` in the order they are to be checked; ``aside`` are tried, to no avail, too lately to try again."""

    entries: tuple[Queued, ...]
    aside: int


def queue(candidates: Iterable[Candidate], on: date, settings: CheckSettings) -> Queue:
    """Put in order what is to be checked on the day ``on``, and leave out what is not."""
    found, aside = [], 0
    for one in candidates:
        entry = _entry(one, on, settings)
        if entry is not None and _was_tried(one, on, settings):
            aside += 1
        elif entry is not None:
            found.append(entry)
    return Queue(entries=tuple(sorted(found, key=_place)), aside=aside)


def _entry(one: Candidate, on: date, settings: CheckSettings) -> Queued | None:
    due = _due(one, settings)
    cause = _cause(one, on, due, settings)
    if cause is None:
        return None
    weight = one.views * min(one.p_open, 1 - one.p_open)
    return Queued(service_id=one.service_id, risk=one.risk, cause=cause, due_on=due, weight=weight)


def _due(one: Candidate, settings: CheckSettings) -> date:
    """Whether it has come back from a pause is asked when that is over, unless somebody has told since."""
    if one.paused_until is not None and one.since <= one.paused_until:
        return one.paused_until + timedelta(days=1)
    return settings.due_on(one.risk, one.since)


def _cause(one: Candidate, on: date, due: date, settings: CheckSettings) -> Cause | None:
    if one.reported_on is not None:
        return Cause.REPORTED
    if one.is_declared or (one.paused_until is not None and on <= one.paused_until):
        return None
    if due <= on:
        return Cause.OVERDUE
    return Cause.DOUBTFUL if one.p_open < settings.doubtful else None


def _was_tried(one: Candidate, on: date, settings: CheckSettings) -> bool:
    """A report that came later than the call is new, and does not wait."""
    if one.tried_on is None or (one.reported_on is not None and one.reported_on > one.tried_on):
        return False
    return (on - one.tried_on).days < settings.again_days


def _place(one: Queued) -> tuple[int, int, float, date, str]:
    return _CAUSES[one.cause], _RISKS[one.risk], -one.weight, one.due_on, one.service_id


_CAUSES = {cause: number for number, cause in enumerate(Cause)}
_RISKS = {risk: number for number, risk in enumerate(Risk)}
