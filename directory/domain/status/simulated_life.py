"""The life of an invented service: when it was first seen, what befell it, and when it stopped."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from directory.domain.status import simulated_numbers as world
from directory.domain.status.history import FirstSource, FollowOn, GroupKind

Choice = TypeVar("Choice")
Days = NDArray[np.float64]

NEVER = float("inf")
_YEAR = 365.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """Days are ordinal numbers. ``ended`` is the day after the last on which it ran, and `NEVER` where it still runs.

    ``share_of_month`` is what is left of its events in each month, January first.
    """

    kind: GroupKind
    source: FirstSource
    seen: int
    now: int
    ended: float
    funding_end: int | None
    follow_on: FollowOn
    share_of_month: tuple[float, ...]
    season: tuple[float, ...] | None

    def has_ended(self, day: float) -> bool:
        """Whether it no longer ran on that day."""
        return day >= self.ended

    @property
    def last(self) -> float:
        """The last day on which it ran, as far as the simulation goes; before it was first seen for some."""
        return min(self.ended, self.now + 1) - 1


class Spell(NamedTuple):
    """Days from ``start`` until before ``end``."""

    start: float
    end: float


def live(on: date, chance: np.random.Generator) -> Life:
    """A life as of the day ``on``."""
    now = on.toordinal()
    kind, source = pick(world.KINDS, chance), pick(world.SOURCES, chance)
    seen = now - int(_YEAR * chance.uniform(*world.SEEN_YEARS))
    funding_end, follow_on = _funding(kind, seen, chance)
    share_of_month, season = _season(chance)
    ended = min(_hazard_ends(kind, source, seen, chance), _money_ends(funding_end, follow_on, chance))
    return Life(
        kind=kind,
        source=source,
        seen=seen,
        now=now,
        ended=ended if ended <= now else NEVER,
        funding_end=funding_end,
        follow_on=follow_on,
        share_of_month=share_of_month,
        season=season,
    )


def pick(shares: Mapping[Choice, float], chance: np.random.Generator) -> Choice:
    """One of them, by their shares, which make 1."""
    choices = list(shares)
    return choices[int(chance.choice(len(choices), p=list(shares.values())))]


def lasting(median: float, spread: float, chance: np.random.Generator) -> float:
    """Days from a log-normal distribution: most are near the median, and a few are many times that."""
    return float(chance.lognormal(np.log(median), spread))


def waiting(a_year: float, chance: np.random.Generator) -> float:
    """Days until something happens that happens so often a year."""
    return float(chance.exponential(_YEAR / a_year))


def spells(
    a_year: float, lasts: tuple[float, float], since: float, until: float, chance: np.random.Generator
) -> list[Spell]:
    """Spells that begin so often a year between two days; ``lasts`` is the median of their days and its spread."""
    number = chance.poisson(a_year * max(0.0, until - since) / _YEAR)
    starts = chance.uniform(since, until, number) if number else ()
    return [Spell(start, start + lasting(*lasts, chance)) for start in starts]


def among(spells_: list[Spell], day: float) -> bool:
    """Whether a day is in any of the spells."""
    return any(one.start <= day < one.end for one in spells_)


def looks(life: Life, every: float, chance: np.random.Generator) -> list[int]:
    """Days of looks at something, from the first sight until now, about so many days apart."""
    number = int((life.now - life.seen) / every) + 1
    gaps = every * chance.uniform(1 - world.JITTER, 1 + world.JITTER, number)
    days = life.seen + np.concatenate([[0.0], np.cumsum(gaps)]).astype(np.int64)
    return [int(day) for day in np.unique(days[days <= life.now])]


def _funding(kind: GroupKind, seen: int, chance: np.random.Generator) -> tuple[int | None, FollowOn]:
    if chance.random() >= world.FUNDED.get(kind, 0.0):
        return None, FollowOn.UNKNOWN
    end = seen + int(_YEAR * chance.uniform(*world.FUNDED_YEARS))
    return end, FollowOn.FOLLOW_ON if chance.random() < world.FOLLOW_ON_KNOWN else FollowOn.UNKNOWN


def _season(chance: np.random.Generator) -> tuple[tuple[float, ...], tuple[float, ...] | None]:
    months = range(1, 13)
    if chance.random() >= world.SEASONAL:
        return tuple(world.QUIET_MONTHS.get(month, 1.0) for month in months), None
    off = world.IN_TERM if chance.random() < 0.5 else world.IN_SUMMER
    shares = tuple(0.0 if month in off else 1.0 for month in months)
    return shares, shares if chance.random() < world.SEASON_KNOWN else None


def _hazard_ends(kind: GroupKind, source: FirstSource, seen: int, chance: np.random.Generator) -> float:
    if chance.random() >= world.RAN_AT_FIRST[source]:
        return float(seen - int(chance.integers(*world.STOPPED_BEFORE_DAYS)))
    frailty = chance.gamma(world.FRAILTY_SHAPE, world.FRAILTY_MEAN / world.FRAILTY_SHAPE)
    return float(seen + 1 + int(min(waiting(world.HAZARD[kind] * max(frailty, 1e-6), chance), 1e6)))


def _money_ends(funding_end: int | None, follow_on: FollowOn, chance: np.random.Generator) -> float:
    if funding_end is None:
        return NEVER
    ends = world.ENDS_DESPITE_RENEWAL if follow_on is FollowOn.FOLLOW_ON else world.ENDS_WITH_MONEY
    if chance.random() >= ends:
        return NEVER
    return float(funding_end + int(chance.exponential(world.AFTER_MONEY_DAYS)))
