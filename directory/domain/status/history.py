"""What is known of one service over time: when it was first seen, what was watched, said and held, its funding."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from directory.domain.errors import InvalidValue


class GroupKind(StrEnum):
    """What kind of body runs a service: each stops at a rate of its own."""

    INFORMAL = "informal"
    CHARITY = "charity"
    COMPANY = "company"
    PUBLIC = "public"
    PROJECT = "project"


class FirstSource(StrEnum):
    """Who first told us of a service."""

    OWNER = "owner"
    IMPORT = "import"
    CRAWL = "crawl"


class FollowOn(StrEnum):
    """What is known of money after the last that is known: nothing, that there is more, or that there is none."""

    UNKNOWN = "unknown"
    FOLLOW_ON = "follow_on"
    MAIN_NO_FOLLOW_ON = "main_no_follow_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What one look at a watched channel showed, in a symbol of that channel: a site failed, a number was answered."""

    channel: str
    day: date
    symbol: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Somebody's dated word. ``reporter`` tells people apart without naming them; None is somebody unknown.

    ``right`` and ``wrong`` are how many earlier reports of theirs were borne out or not.
    """

    day: date
    kind: str
    reporter: str | None = None
    right: int = 0
    wrong: int = 0

    def __post_init__(self) -> None:
        if self.right < 0 or self.wrong < 0:
            raise InvalidValue("right, wrong", (self.right, self.wrong), "Earlier reports are counted from 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """The days of sessions, posts and events, watched since ``watched_from``."""

    watched_from: date
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All evidence about one service.

    ``season`` is the share of its usual events in each month, January first, where that is known. ``is_frequent`` marks
    drop-ins and food banks, of which a sign of life is asked for sooner. Nothing in it is in order.
    """

    id: str
    kind: GroupKind
    first_seen: date
    first_source: FirstSource
    funding_end: date | None = None
    funding_follow_on: FollowOn = FollowOn.UNKNOWN
    season: tuple[float, ...] | None = None
    is_frequent: bool = False
    observations: tuple[Watched, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: Events | None = None

    def __post_init__(self) -> None:
        if self.season is not None and (len(self.season) != 12 or not all(0 <= share <= 1 for share in self.season)):
            raise InvalidValue("season", self.season, "A season is twelve shares from 0 to 1, January first")

    def as_of(self, on: date) -> "History":
        """What was known on that day, in order. Whoever says that it has reopened starts the history anew."""
        statements = [one for one in self.statements if one.day <= on]
        reopened = max((one.day for one in statements if one.kind in _REOPENED), default=None)
        start = max(self.first_seen, reopened) if reopened else self.first_seen
        since = reopened or date.min
        return replace(
            self,
            first_seen=start,
            first_source=FirstSource.OWNER if reopened else self.first_source,
            observations=tuple(sorted((one for one in self.observations if since <= one.day <= on), key=_place)),
            statements=tuple(sorted((_told(one) for one in statements if since <= one.day), key=_turn)),
            events=self._events(since, on),
        )

    def _events(self, since: date, on: date) -> Events | None:
        if self.events is None or self.events.watched_from > on:
            return None
        days = tuple(sorted(day for day in self.events.days if since <= day <= on))
        return Events(watched_from=max(since, self.events.watched_from), days=days)


_REOPENED = {"owner_reopened": "owner_open", "curator_reopened": "curator_open"}


def _told(statement: Statement) -> Statement:
    """Who says that it has reopened says that it is open."""
    if statement.kind not in _REOPENED:
        return statement
    return replace(statement, kind=_REOPENED[statement.kind])


def _place(one: Watched) -> tuple[date, str, str]:
    """What was seen on one day has an order too, so that the order of reading makes no difference."""
    return one.day, one.channel, one.symbol


def _turn(one: Statement) -> tuple[date, str, str, int, int]:
    return one.day, one.kind, one.reporter or "", one.right, one.wrong
