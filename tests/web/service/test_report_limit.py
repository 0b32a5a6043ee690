"""How many reports one client may send."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

from web.service.report_limit import ReportLimit

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


def salts() -> Iterator[bytes]:
    return (f"salt {number}".encode() for number in count())


def limit(clock: Clock, most: int = 2, clients: int = 3) -> ReportLimit:
    made = salts()
    return ReportLimit(clock, lambda: next(made), most=most, within=timedelta(hours=1), clients=clients)


def test_so_many_are_taken_and_the_next_waits_for_the_first_to_be_an_hour_old() -> None:
    clock = Clock()
    counted = limit(clock)
    assert counted.wait("a") == timedelta(0)
    clock.now += timedelta(minutes=10)
    assert counted.wait("a") == timedelta(0)
    clock.now += timedelta(minutes=10)

    assert counted.wait("a") == timedelta(minutes=40)
    assert counted.wait("b") == timedelta(0)
    clock.now += timedelta(minutes=40)
    assert counted.wait("a") == timedelta(0)
    assert counted.wait("a") == timedelta(minutes=10)


def test_what_was_refused_is_not_counted() -> None:
    clock = Clock()
    counted = limit(clock)
    for _ in range(9):
        counted.wait("a")
    clock.now += timedelta(hours=1)

    assert counted.wait("a") == timedelta(0)


def test_on_a_new_day_everything_is_forgotten_with_the_salt() -> None:
    clock = Clock()
    clock.now = NOON.replace(hour=23, minute=59)
    counted = limit(clock, most=1)
    assert counted.wait("a") == timedelta(0)
    before = set(counted._sent)
    clock.now += timedelta(minutes=2)

    assert counted.wait("a") == timedelta(0)
    assert not before & set(counted._sent)


def test_no_address_is_held() -> None:
    counted = limit(Clock())
    counted.wait("192.0.2.7")

    assert b"192.0.2.7" not in b"".join(counted._sent)


def test_so_many_clients_are_remembered_and_those_of_longest_ago_forgotten() -> None:
    counted = limit(Clock(), most=1)
    for client in "abcd":
        assert counted.wait(client) == timedelta(0)

    assert counted.wait("d") > timedelta(0)
    assert counted.wait("a") == timedelta(0)
