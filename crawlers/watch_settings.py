"""The settings of watching, read from data/crawling.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from crawlers.visiting.settings import CRAWLING

Count = Annotated[int, Meta(ge=1, le=1_000_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchSettings:
    """Every setting of the part ``watching`` of the file; see there what each means and why."""

    daily_budget: Count
    pages_a_round: Count
    pages_of_host: Count
    hosts_at_once: Count
    round_minutes: Count
    monthly_change_days: Count
    feeds_of_page: Count
    days_of_feed: Count
    days_ahead_of_feed: Count
    log_days: Count


def read_watch_settings(path: Path = CRAWLING) -> WatchSettings:
    """Read the file; raise `msgspec.ValidationError` naming the setting that is missing or of another form."""
    table = tomllib.loads(path.read_text(encoding="utf-8")).get("watching", {})
    return msgspec.convert(table, type=WatchSettings)
