"""Manners: when a host may next be asked, and how much of it was read today."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from crawlers.visiting.limits import (
    BYTES_A_DAY,
    GAP_OF_RESPONSE,
    LEAST_GAP_S,
    MOST_CRAWL_DELAY_S,
    MOST_RETRY_AFTER_S,
    PAGES_A_DAY,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HostState:
    """What is remembered of one host, or of one address that hosts share.

    ``not_before`` is when it may next be asked; ``pages`` and ``bytes`` are what was read of it on ``day`` (UTC).
    """

    host: str
    not_before: datetime
    day: date
    pages: int = 0
    bytes: int = 0

    def on(self, day: date) -> "HostState":
        """The state as it counts on ``day``: a new day begins with nothing read."""
        return self if self.day == day else replace(self, day=day, pages=0, bytes=0)

    @property
    def bytes_left(self) -> int:
        """Bytes that may still be read today."""
        return max(0, BYTES_A_DAY - self.bytes)


class Manners:
    """The states of all hosts, begun with those handed in.

    It keeps no clock and does not wait: who asks waits until `free_at`, and says afterwards what the host answered.
    """

    def __init__(self, states: Iterable[HostState] = ()) -> None:
        self._states = {state.host: state for state in states}

    def states(self) -> tuple[HostState, ...]:
        """Every state, to be kept and handed in again at the next start."""
        return tuple(self._states[host] for host in sorted(self._states))

    def state(self, host: str, at: datetime) -> HostState:
        """What is remembered of a host at this time."""
        day = at.astimezone(UTC).date()
        known = self._states.get(host)
        return HostState(host=host, not_before=at, day=day) if known is None else known.on(day)

    def free_at(self, host: str, addresses: Iterable[str], at: datetime) -> datetime:
        """When a host may next be asked: at once, after its gap and its addresses', or tomorrow if today is full."""
        state = self.state(host, at)
        free = max(at, state.not_before, *(self.state(address, at).not_before for address in addresses))
        if state.pages >= PAGES_A_DAY or state.bytes_left == 0:
            tomorrow = datetime.combine(state.day + timedelta(days=1), datetime.min.time(), UTC)
            free = max(free, tomorrow)
        return free

    def asked(
        self,
        host: str,
        addresses: Iterable[str],
        ended_at: datetime,
        *,
        took_s: float,
        travelled: int,
        crawl_delay_s: float = 0.0,
        retry_after_s: float = 0.0,
    ) -> None:
        """Remember a request that ended: how long the host took and how many bytes came, and what it asks of us.

        The gap counts from the end, for the host and for the addresses it shares; Retry-After is the host's alone.
        """
        gap_s = gap(took_s, crawl_delay_s)
        for address in addresses:
            self._states[address] = replace(
                self.state(address, ended_at), not_before=ended_at + timedelta(seconds=gap_s)
            )
        state = self.state(host, ended_at)
        pause = timedelta(seconds=max(gap_s, min(retry_after_s, MOST_RETRY_AFTER_S)))
        self._states[host] = replace(
            state, not_before=ended_at + pause, pages=state.pages + 1, bytes=state.bytes + travelled
        )

    def heard(self, host: str, at: datetime, crawl_delay_s: float) -> None:
        """Remember that robots rules read just now ask for this many seconds between requests."""
        state = self.state(host, at)
        free = at + timedelta(seconds=gap(0.0, crawl_delay_s))
        self._states[host] = replace(state, not_before=max(state.not_before, free))


def has_opted_out(host: str, opted_out: Container[str]) -> bool:
    """Whether a host, or a domain above it, is among those that asked not to be visited."""
    labels = host.split(".")
    return any(".".join(labels[start:]) in opted_out for start in range(len(labels)))


def gap(took_s: float, crawl_delay_s: float) -> float:
    """Seconds to leave a host alone after an answer that took ``took_s``."""
    return max(LEAST_GAP_S, min(crawl_delay_s, MOST_CRAWL_DELAY_S), GAP_OF_RESPONSE * took_s)


def retry_after_s(header: str | None, at: datetime) -> float:
    """Seconds that a Retry-After header asks for, counted from ``at``: a number, or a date; 0 where it says nothing."""
    text = (header or "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:20]), MOST_RETRY_AFTER_S)
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return 0.0
    until = until if until.tzinfo is not None else until.replace(tzinfo=UTC)
    return min(max((until - at).total_seconds(), 0.0), MOST_RETRY_AFTER_S)
