"""Opening rooms once in each process, and remembering which sources are invented."""

import os
from itertools import count

import pytest

from directory.domain.home import Home
from directory.queries import Database
from tests.web import world
from tests.web.conftest import NewHome
from web.wiring import SOURCES_KEPT_S, Lazily, Rooms

# An index that nobody uses any more closes its files when it is collected, and Python warns of that.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


def test_a_room_is_opened_once() -> None:
    room = Lazily(object)

    assert room() is room()


def test_a_forked_process_opens_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    room = Lazily(object)
    before = room()

    monkeypatch.setattr(os, "getpid", lambda: -1)

    assert room() is not before


def test_a_room_that_would_not_open_is_tried_again() -> None:
    tries = count()

    def open_it() -> str:
        if next(tries) == 0:
            raise ZeroDivisionError
        return "open"

    room = Lazily(open_it)

    with pytest.raises(ZeroDivisionError):
        room()
    assert room() == "open"


def test_the_sources_are_asked_for_again_after_a_minute(new_home: NewHome) -> None:
    now = 0.0
    home = new_home()
    rooms = Rooms(home, clock=lambda: now)
    assert rooms.invented() == frozenset()
    world.fill(home)

    assert rooms.invented() == frozenset()
    now = SOURCES_KEPT_S + 1
    assert rooms.invented() == {world.DEMONSTRATION}
    rooms.database().close()


def test_while_the_catalogue_cannot_be_asked_the_last_answer_stands(filled_home: Home) -> None:
    now = 0.0
    rooms = Rooms(filled_home, clock=lambda: now)
    assert rooms.invented() == {world.DEMONSTRATION}
    rooms.database().close()

    def fail() -> Database:
        raise OSError("no disk")

    rooms.database = Lazily(fail)
    now = SOURCES_KEPT_S + 1

    assert rooms.invented() == {world.DEMONSTRATION}
    assert Rooms(filled_home).health()["geography"]
