"""The numbers of the status model, as data/status/settings.toml gives them, checked once when they are read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from directory.domain.errors import SignpostError
from directory.domain.status.history import FirstSource, FollowOn, GroupKind

Chance = Annotated[float, Meta(gt=0, lt=1)]
"""Nothing is impossible here, and nothing certain: evidence could not speak against either."""

Share = Annotated[float, Meta(ge=0, le=1)]

Rate = Annotated[float, Meta(ge=0, le=1_000)]
"""How often something happens in a year; thrice a day is more than any of these things does."""

Positive = Annotated[float, Meta(gt=0, le=100_000)]

Days = Annotated[int, Meta(ge=1, le=100_000)]


class BadSettings(SignpostError):
    """A number of the status model is missing or makes no sense; the text says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Odds:
    """How likely a statement is about a service that runs, and about one that has stopped."""

    open: Chance
    closed: Chance


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelSettings:
    """A watched channel as two Markov chains over ``states``, one letter each, in continuous time.

    ``open`` and ``closed`` are rates a year, by the letters of two states, before and after the service stopped.
    ``emits[s][y]`` is the chance of ``symbols[y]`` in state s; ``emits_closed`` where that differs once it has stopped.
    """

    states: str
    symbols: tuple[str, ...]
    starts: tuple[Share, ...]
    open: dict[str, Rate]
    closed: dict[str, Rate]
    emits: tuple[tuple[Chance, ...], ...]
    emits_closed: tuple[tuple[Chance, ...], ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingSettings:
    """The chance that a service stops with its money, and over how many days; ``warn_…`` bound "at risk"."""

    unknown: Chance
    follow_on: Chance
    main_no_follow_on: Chance
    spread_days: Positive
    warn_before_days: Days
    warn_after_days: Days

    def chance(self, follow_on: FollowOn) -> float:
        """The chance that a service stops when this funding does."""
        return float(getattr(self, follow_on.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatSettings:
    """How much a statement may weigh, how soon the same is news again, what a report is worth before any is checked."""

    most: Positive
    forgets_days: Positive
    right: Positive
    wrong: Positive


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """The channels that show one and the same website, and how often that outlives its group untouched."""

    channels: tuple[str, ...]
    outlives: Chance


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivitySettings:
    """How silence after dated events is read; see `directory.domain.status.activity`."""

    least_events: Annotated[int, Meta(ge=2)]
    events: Positive
    days: Positive
    stops_posting: Positive
    breaks: Rate
    break_days: Positive
    after_end: Chance
    season: Annotated[tuple[Share, ...], Meta(min_length=12, max_length=12)]
    term_time: Annotated[tuple[Share, ...], Meta(min_length=12, max_length=12)]
    own_season_days: Days
    own_season_events: Positive


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusSettings:
    """The thresholds of `directory.domain.status.rules`."""

    closed: Chance
    likely_closed: Chance
    surely_likely_closed: Chance
    at_risk: Chance
    unconfirmed: Chance
    witness: Positive
    sign_of_life_days: Days
    frequent_sign_of_life_days: Days
    margin: Share
    reason: Positive
    forecast_days: Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All of them; `hazard` is a year, and `first` how likely a service ran when it was first seen."""

    hazard: Annotated[dict[GroupKind, Rate], Meta(min_length=len(GroupKind))]
    first: Annotated[dict[FirstSource, Chance], Meta(min_length=len(FirstSource))]
    before_days: Days
    funding: FundingSettings
    step_days: Days
    channel: dict[str, ChannelSettings]
    site: SiteSettings
    statement: dict[str, Odds]
    repeats: RepeatSettings
    activity: ActivitySettings
    status: StatusSettings


def settings_from(table: Mapping[str, Any]) -> Settings:
    """The settings in a table read from TOML; raise `BadSettings` where one is missing or no number for its place."""
    try:
        first = dict(table["first"])
        flat = {
            **table,
            "first": first,
            "before_days": first.pop("before_days"),
            "step_days": table["grid"]["step_days"],
        }
        settings = msgspec.convert(flat, Settings)
    except KeyError as error:
        raise BadSettings(f"The settings of status lack {error}.") from None
    except (msgspec.ValidationError, TypeError, ValueError) as error:
        raise BadSettings(f"The settings of status make no sense: {error}.") from None
    for name, channel in settings.channel.items():
        _check(name, channel)
    if absent := set(settings.site.channels) - settings.channel.keys():
        raise BadSettings(f"The site shows channels that there are not: {', '.join(sorted(absent))}.")
    return settings


def _check(name: str, channel: ChannelSettings) -> None:
    states = len(channel.states)
    if len(channel.starts) != states or abs(sum(channel.starts) - 1) > 1e-6:
        raise BadSettings(f"The channel {name} does not start in each of its states with shares that make 1.")
    if any(len(pair) != 2 or not set(pair) <= set(channel.states) for pair in (*channel.open, *channel.closed)):
        raise BadSettings(f"The channel {name} has a rate between states it does not have.")
    for emits in (channel.emits, channel.emits_closed or channel.emits):
        if len(emits) != states or any(len(row) != len(channel.symbols) or abs(sum(row) - 1) > 1e-3 for row in emits):
            raise BadSettings(f"The channel {name} does not say how likely each symbol is in each state.")
