"""The worked numbers of docs/methods.md on ranking: the same arithmetic gives the same scores here."""

import math
from pathlib import Path

import numpy as np
import pytest

from directory.domain.eligibility.criteria import AgeRange
from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import Person, Travel
from index.build import build
from index.columns.criteria import Verdicts
from index.columns.engine import ColumnIndex
from index.columns.order import firsts
from index.columns.rank import CLASSES, NOT_ELIGIBLE, Ranked
from index.columns.segment import Segment
from index.protocol import Query
from tests.index.samples import BOOSTS, KNOWLEDGE, WALLSEND, clock, entry, place

FUSED_A, FUSED_B = 3 / 61, 2 / 64 + 1 / 70
FAR_A, FAR_B = 6_000.0, 1_000.0


def halved(distance_m: float, travel: Travel | None = None) -> float:
    """What is left of a score at a distance."""
    return 2 ** -(distance_m / BOOSTS.distance.half_for(travel))


def ordered(tmp_path: Path, text: list[float], distance: list[float], eligible: list[Truth]) -> list[tuple[str, float]]:
    """Names and scores of services with these numbers, by the arithmetic and the order of the index."""
    names = [chr(ord("A") + number) for number in range(len(text))]
    build(tmp_path, [entry(name, name, place()) for name in names], 0, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)
    segment = Segment(next(path.parent for path in tmp_path.rglob("meta.json")))
    of_name = {segment.entry(service).name: service for service in range(len(names))}
    verdicts: Verdicts = np.array(eligible, dtype=np.uint8)
    factor = {Truth.YES: 1.0, Truth.UNKNOWN: BOOSTS.eligible["unknown"], Truth.NO: CLASSES[NOT_ELIGIBLE]}
    worth = [one * halved(far) * factor[truth] for one, far, truth in zip(text, distance, eligible, strict=True)]
    documents = np.array([of_name[name] for name in names])
    classes = (verdicts == Truth.NO).astype(np.int8) * np.int8(NOT_ELIGIBLE)
    ranked = Ranked(segment, documents, np.array(distance), np.array(text), np.array(worth), verdicts, classes)
    placed, _ = firsts([ranked], len(names))
    return [(segment.entry(one.service).name, one.score) for one in placed]


def test_a_nearer_service_of_weaker_words_comes_first_by_the_worked_numbers(tmp_path: Path) -> None:
    found = ordered(tmp_path, [FUSED_A, FUSED_B], [FAR_A, FAR_B], [Truth.YES, Truth.YES])

    assert pytest.approx(0.04918, abs=5e-6) == FUSED_A
    assert pytest.approx(0.04554, abs=5e-6) == FUSED_B
    assert [name for name, _ in found] == ["B", "A"]
    assert [score for _, score in found] == [pytest.approx(-0.250, abs=5e-4), pytest.approx(-1.040, abs=5e-4)]


def test_the_worked_score_is_words_less_distance(tmp_path: Path) -> None:
    (_, b), (_, a) = ordered(tmp_path, [FUSED_A, FUSED_B], [FAR_A, FAR_B], [Truth.YES, Truth.YES])

    assert a == pytest.approx(-math.log(2) * 6 / 4, abs=1e-9)
    assert b == pytest.approx(-0.0770 - 0.1733, abs=1e-4)


def test_unknown_eligibility_takes_a_twentieth(tmp_path: Path) -> None:
    (known, best), (unknown, less) = ordered(tmp_path, [1.0, 1.0], [0.0, 0.0], [Truth.UNKNOWN, Truth.YES])

    assert (known, unknown) == ("B", "A")
    assert best - less == pytest.approx(-math.log(0.95), abs=1e-9)


def test_who_is_not_taken_comes_last_however_near_and_keeps_the_score(tmp_path: Path) -> None:
    found = ordered(tmp_path, [1.0, 0.01], [0.0, 100_000.0], [Truth.NO, Truth.UNKNOWN])

    assert [name for name, _ in found] == ["B", "A"]
    assert found[1][1] == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize(
    ("travel", "half_m"), [(Travel.WALK, 1_500), (None, 4_000), (Travel.BUS, 4_000), (Travel.CAR, 10_000)]
)
def test_half_the_score_is_left_at_the_half_distance(travel: Travel | None, half_m: float) -> None:
    assert BOOSTS.distance.half_for(travel) == half_m
    assert halved(half_m, travel) == 0.5


@pytest.mark.parametrize(("travel", "half_m"), [(Travel.WALK, 1_500), (None, 4_000), (Travel.CAR, 10_000)])
def test_a_whole_search_counts_distance_so(tmp_path: Path, travel: Travel | None, half_m: float) -> None:
    entries = [entry("here", "Choir", place()), entry("there", "Choir", place(3_000))]
    build(tmp_path, entries, 0, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)
    index = ColumnIndex(tmp_path, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)

    here, there = index.search(Query(text="choir", near=WALLSEND, person=Person(travel=travel))).hits

    assert there.distance_m is not None
    assert here.score - there.score == pytest.approx(math.log(2) * there.distance_m / half_m, abs=1e-6)


def test_a_whole_search_counts_unknown_eligibility_so(tmp_path: Path) -> None:
    build(tmp_path, [entry("1", "Choir")], 0, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)
    index = ColumnIndex(tmp_path, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)

    [anybody] = index.search(Query(text="choir")).hits
    [somebody] = index.search(Query(text="choir", person=Person(age=AgeRange(67, 67)))).hits

    assert somebody.score - anybody.score == pytest.approx(math.log(0.95), abs=1e-9)


def test_what_serves_an_area_counts_as_at_the_half_distance(tmp_path: Path) -> None:
    entries = [entry("hall", "Choir", place()), entry("line", "Choir", areas=("uk",))]
    build(tmp_path, entries, 0, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)
    index = ColumnIndex(tmp_path, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)

    hall, line = index.search(Query(text="choir", near=WALLSEND)).hits

    assert hall.score - line.score == pytest.approx(math.log(2), abs=1e-6)
