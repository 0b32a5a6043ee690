"""The facts of a service that somebody acts on, as marks short enough for a link, and what changed in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from hashlib import blake2b

import msgspec

from directory.domain.parts import Phone, Schedule
from directory.domain.records import Location, ServiceStatus
from directory.domain.status.rules import State
from directory.domain.status.standing import Standing

MARK_BYTES = 2
"""One change in 65,536 goes unseen, and a link to ten services stays short enough for a code that phones read."""


class How(IntEnum):
    """How a service runs. Links hold these numbers: their meaning never changes."""

    RUNNING = 0
    PAUSED = 1
    DOUBTED = 2
    """Its source says that it is not running, or has it no longer."""
    LIKELY_CLOSED = 3
    CLOSED = 4


class Change(StrEnum):
    """What is otherwise now than it was."""

    CLOSED = "closed"
    LIKELY_CLOSED = "likely closed"
    DOUBTED = "doubted"
    PAUSED = "paused"
    RUNNING = "running"
    PHONE = "phone"
    PLACE = "place"
    TIMES = "times"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFacts:
    """How a service ran on a day, with marks of its numbers, its places and its times, each below 65,536."""

    how: How
    phone: int
    place: int
    times: int

    def changes_to(self, now: "KeyFacts") -> tuple[Change, ...]:
        """What changed from these facts to those of ``now``, the gravest first."""
        return tuple(_changes(self, now))


def how_it_runs(standing: Standing | None, status: ServiceStatus, *, is_live: bool, is_paused: bool) -> How:
    """How a service runs; of what speaks against it, the gravest. ``is_live``: a source still has it."""
    state = standing.state if standing else None
    if state is State.CLOSED:
        return How.CLOSED
    if state is State.LIKELY_CLOSED:
        return How.LIKELY_CLOSED
    if is_paused or status is ServiceStatus.TEMPORARILY_CLOSED:
        return How.PAUSED
    return How.DOUBTED if status is not ServiceStatus.ACTIVE or not is_live else How.RUNNING


def key_facts(
    how: How, phones: Iterable[Phone], locations: Iterable[Location], schedules: Iterable[Schedule]
) -> KeyFacts:
    """The facts of a service as its records state them, in whatever order they come."""
    return KeyFacts(
        how=how,
        phone=_mark([phone.number, phone.extension] for phone in phones),
        place=_mark(_where(location) for location in locations),
        times=_mark(_when(schedule) for schedule in schedules),
    )


def _changes(then: KeyFacts, now: KeyFacts) -> Iterator[Change]:
    if now.how is not then.how:
        yield Change[now.how.name]
    for change, before, after in (
        (Change.PHONE, then.phone, now.phone),
        (Change.PLACE, then.place, now.place),
        (Change.TIMES, then.times, now.times),
    ):
        if before != after:
            yield change


def _where(location: Location) -> object:
    """What is told of a place: of one that is kept private, nothing."""
    return None if location.confidential else [location.location_type, location.name, location.addresses]


def _when(schedule: Schedule) -> object:
    """What is stated of a schedule, so that a field added to the class one day changes no mark."""
    stated: dict[str, object] = msgspec.to_builtins(schedule)
    return {name: value for name, value in stated.items() if value is not None and name != "read_from"}


def _mark(stated: Iterable[object]) -> int:
    told = sorted(msgspec.json.encode(one, order="sorted") for one in stated)
    return int.from_bytes(blake2b(b"\n".join(told), digest_size=MARK_BYTES).digest())
