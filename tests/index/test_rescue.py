"""Thin searches rescued over a real small index: what was changed, what that finds, and when nothing is tried."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from directory.domain.eligibility.criteria import AgeRange, Criterion, Field
from directory.domain.eligibility.criteria import Test as Bearing
from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import Person, Weekday
from directory.domain.entries import Entry
from directory.domain.parts import Frequency, Schedule
from directory.domain.status.rules import State
from directory.domain.status.standing import Standing
from index.build import build
from index.columns.engine import ColumnIndex
from index.limits import LARGEST_WITHIN_M, MOST_RESCUES, RESCUED, THIN
from index.protocol import Query
from index.rescue import Rescue, rescues
from tests.index.samples import BOOSTS, KNOWLEDGE, MUSIC, WALLSEND, clock, entry, place

FREE = Criterion(field=Field.COST, test=Bearing.ACCEPTS, values=("free",))
OVER_65 = Criterion(field=Field.AGE, test=Bearing.NEEDS, ages=(AgeRange(65),))
NEAR = Query(text="choir", near=WALLSEND, within_m=5_000.0)


@contextmanager
def index_of(entries: Sequence[Entry]) -> Iterator[ColumnIndex]:
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / "index"
        build(folder, entries, 0, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)
        yield ColumnIndex(folder, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)


def helped(query: Query, *entries: Entry) -> list[Rescue]:
    with index_of(entries) as index:
        return list(rescues(index, query, index.search(query)))


def ids(rescue: Rescue) -> list[str]:
    return [hit.entry.id for hit in rescue.hits]


def choirs(*metres: float) -> list[Entry]:
    return [entry(f"at-{one:g}", "Choir", place(one)) for one in metres]


def test_a_wider_circle_is_tried_first_twice_as_wide() -> None:
    [rescue] = helped(replace(NEAR, within_m=5_000.0), *choirs(8_000))[:1]

    assert (rescue.kind, rescue.query.within_m, rescue.total, ids(rescue)) == ("wider", 10_000, 1, ["at-8000"])
    assert rescue.words == "Within 10 km"


def test_a_circle_five_times_as_wide_is_tried_when_twice_finds_nothing() -> None:
    [first, *_] = helped(NEAR, *choirs(20_000))

    assert (first.kind, first.query.within_m, ids(first)) == ("wider", 25_000, ["at-20000"])


def test_no_circle_is_wider_than_a_search_may_be() -> None:
    wide = replace(NEAR, within_m=LARGEST_WITHIN_M)

    assert {rescue.kind for rescue in helped(wide, *choirs(400_000))} == {"place"}


def test_each_choice_is_left_out_by_itself() -> None:
    query = Query(text="choir", filters={"cost": ("free",), "source": (), "category": ("needs:music",)})
    free = entry("free", "Choir", criteria=(FREE,))
    music = entry("music", "Choir", categories=(MUSIC,))

    found = helped(query, free, music)

    assert [(one.kind, one.facet, one.words, ids(one)) for one in found] == [
        ("filter", "cost", "Without the choice of cost", ["music"]),
        ("filter", "category", "Without the choice of category", ["free"]),
    ]
    assert found[0].query.filters == {"cost": (), "source": (), "category": ("needs:music",)}


def test_of_many_choices_all_are_left_out_together() -> None:
    query = Query(text="choir", filters={"cost": ("free",), "source": ("x",), "need": ("sport",)})

    [rescue] = helped(query, entry("1", "Choir"))

    assert (rescue.kind, rescue.facet, rescue.words) == ("filter", None, "Without any of the choices")


def test_times_and_prices_are_asked_less_of() -> None:
    on_tuesdays = entry("1", "Choir", place(100), schedules=(Schedule(freq=Frequency.WEEKLY, byday="TU"),))
    paid = replace(on_tuesdays, id="2", schedules=(), criteria=(replace(FREE, values=("paid",)),))
    poor = replace(NEAR, person=Person(days=(Weekday.MON,), free=True))

    assert [(one.kind, one.words, ids(one)) for one in helped(poor, on_tuesdays, paid)] == [
        ("person", "On any day, at any time", ["1"]),
        ("person", "Also what costs something", ["2"]),
    ]


def test_what_is_by_phone_or_online_is_found_from_anywhere() -> None:
    away = entry("online", "Choir", place(300_000), how=("online",))

    found = {one.kind: one for one in helped(NEAR, away)}

    assert ids(found["anywhere"]) == ["online"]
    assert found["anywhere"].words == "By phone or online, from anywhere"
    assert (found["anywhere"].query.near, found["anywhere"].query.filters) == (None, {"how": ("online", "phone")})


def test_what_is_far_away_is_found_wherever_it_is() -> None:
    [rescue] = helped(NEAR, *choirs(300_000))

    assert (rescue.kind, rescue.words, ids(rescue)) == ("place", "Wherever it is", ["at-300000"])


def test_what_was_found_is_no_rescue_and_each_kind_helps_once() -> None:
    found = helped(NEAR, *choirs(100, 8_000, 20_000, 300_000))

    assert [one.kind for one in found] == ["wider", "place"]
    assert all("at-100" not in ids(one) for one in found)
    assert found[0].total == 2


def test_a_few_of_many_are_shown_and_all_counted() -> None:
    found = helped(NEAR, *choirs(*range(6_000, 7_000, 100)))

    assert (len(found[0].hits), found[0].total) == (RESCUED, 10)


def test_at_most_so_many_kinds_help() -> None:
    reach = (entry("online", "Choir", how=("online",)), *choirs(8_000, 300_000))
    chosen = replace(NEAR, filters={"source": ("gb-council",)})

    kinds = [one.kind for one in helped(chosen, *reach)]

    assert kinds == ["wider", "anywhere", "place"]
    assert len(kinds) == MOST_RESCUES


@pytest.mark.parametrize("count", [THIN, THIN + 1])
def test_enough_found_needs_no_rescue(count: int) -> None:
    assert helped(NEAR, *choirs(*range(100, 100 + count), 8_000)) == []


def test_a_later_page_needs_no_rescue() -> None:
    assert helped(replace(NEAR, page=2), *choirs(8_000)) == []


def test_nothing_to_change_helps_nothing() -> None:
    assert helped(Query(text="choir"), *choirs()) == []
    assert helped(replace(NEAR, within_m=None), *choirs(100)) == []


def test_those_who_are_not_taken_have_found_nothing_there() -> None:
    young = replace(NEAR, person=Person(age=AgeRange(30, 30)))
    closed = [replace(one, criteria=(OVER_65,)) for one in choirs(100, 200, 300)]

    found = helped(young, *closed, *choirs(8_000))

    assert [(one.kind, ids(one), one.total) for one in found] == [("wider", ["at-8000"], 1), ("place", ["at-8000"], 1)]
    assert all(hit.eligible != Truth.NO for one in found for hit in one.hits)


def test_no_rescue_offers_only_what_does_not_take_them() -> None:
    young = replace(NEAR, person=Person(age=AgeRange(30, 30)))
    closed = [replace(one, criteria=(OVER_65,)) for one in choirs(8_000)]

    assert helped(young, *closed) == []


def test_what_has_probably_closed_is_neither_enough_nor_a_rescue() -> None:
    fading = Standing(state=State.LIKELY_CLOSED, p_open=0.1)
    gone = [entry(f"fading-{number}", "Choir", place(10), standing=fading) for number in range(THIN)]
    far = entry("far-fading", "Choir", place(8_000), standing=fading)

    assert [ids(rescue) for rescue in helped(NEAR, *gone, far)] == []
    [rescue, *_] = helped(NEAR, *gone, far, *choirs(9_000))
    assert (rescue.kind, rescue.total, ids(rescue)) == ("wider", 1, ["at-9000"])
