"""Invented histories, with days counted from 1 January 2020 as in the worked cases of docs/methods.md."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from directory.domain.status.history import Events, FirstSource, GroupKind, History, Statement, Watched

NOW = 2000
FIRST = 1000

_DAY_0 = date(2020, 1, 1).toordinal()


def day(number: int) -> date:
    """Day 0 is 1 January 2020."""
    return date.fromordinal(_DAY_0 + number)


def said(kind: str, number: int, reporter: str | None = None, right: int = 0, wrong: int = 0) -> Statement:
    """A statement; its day is counted from now, so that -30 was 30 days ago."""
    return Statement(day=day(NOW + number), kind=kind, reporter=reporter, right=right, wrong=wrong)


def seen(channel: str, symbols: Mapping[int, str]) -> tuple[Watched, ...]:
    """What a channel showed, by days counted from now."""
    return tuple(Watched(channel=channel, day=day(NOW + at), symbol=symbol) for at, symbol in symbols.items())


def checked(until: int, symbol: str, failed_on: Iterable[int] = ()) -> tuple[Watched, ...]:
    """A website that worked every 30 days from day 1000 until ``until``, counted from now, and showed ``symbol`` on
    each day of ``failed_on``."""
    worked = range(FIRST - NOW, until, 30)
    return seen("web", dict.fromkeys(worked, "ok") | dict.fromkeys(failed_on, symbol))


def weekly(until: int, since: int = FIRST - NOW) -> Events:
    """An event every 7 days, counted from now, watched since the first."""
    return Events(watched_from=day(NOW + since), days=tuple(day(NOW + at) for at in range(since, until + 1, 7)))


def history(**known: Any) -> History:
    """An informal group first seen on day 1000, which its owner told us of, unless it is said otherwise."""
    usual = {"id": "a", "kind": GroupKind.INFORMAL, "first_seen": day(FIRST), "first_source": FirstSource.OWNER}
    return History(**{**usual, **known})
