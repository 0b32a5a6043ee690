"""The small pieces of the column engine: the curve, spans, lexicons, phrases, weights."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.places import Point
from index.build import build
from index.columns import zorder
from index.columns.collect import Collector
from index.columns.engine import ColumnIndex
from index.columns.lexicon import Lexicon, packed
from index.columns.spans import Spans, numbers_in
from index.needs.signs import Signs
from index.needs.taxonomy import Cue, Need, Taxonomy
from index.protocol import Query
from tests.index.samples import BOOSTS, KNOWLEDGE, LANGUAGE, clock, entry

anywhere = st.builds(Point, st.floats(-89, 89), st.floats(1, 179))
british = st.builds(Point, st.floats(49.5, 60.5), st.floats(-8, 2))
runs = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9)), max_size=8)


@given(british, st.lists(british, max_size=30), st.floats(50, 200_000))
def test_the_cover_of_a_circle_holds_every_point_in_it(centre: Point, points: list[Point], radius_m: float) -> None:
    low, high = zorder.cover(centre, radius_m)

    for point in points:
        if point.distance_m(centre) <= radius_m:
            key = zorder.keys(np.array([point.latitude]), np.array([point.longitude]))[0]
            assert ((low <= key) & (key <= high)).any()


@given(anywhere, st.floats(50, 200_000))
def test_a_circle_anywhere_has_a_cover_of_ordered_ranges(centre: Point, radius_m: float) -> None:
    low, high = zorder.cover(centre, radius_m)

    assert (low <= high).all()
    assert (low[1:] > high[:-1]).all()
    assert len(low) <= 200


@given(runs, st.lists(st.integers(0, 80), unique=True))
def test_spans_cut_a_list_to_what_lies_in_them(given_runs: list[tuple[int, int]], numbers: list[int]) -> None:
    starts = np.array([start for start, _ in given_runs], dtype=np.int64)
    ends = np.array([start + length for start, length in given_runs], dtype=np.int64)
    inside = sorted({number for start, length in given_runs for number in range(start, start + length)})
    listed = np.array(sorted(numbers), dtype=np.uint32)

    spans = Spans.of(starts, ends)
    dense, which = spans.cut(listed)

    assert spans.size == len(inside)
    assert spans.numbers(np.arange(spans.size)).tolist() == inside
    assert listed[which].tolist() == [number for number in sorted(numbers) if number in inside]
    assert spans.numbers(dense).tolist() == listed[which].tolist()


@given(st.lists(st.booleans(), max_size=40))
def test_spans_of_a_mask_are_where_it_is_true(mask: list[bool]) -> None:
    spans = Spans.where(np.array(mask, dtype=np.bool_))

    assert spans.numbers(np.arange(spans.size)).tolist() == [number for number, true in enumerate(mask) if true]


@given(runs)
def test_numbers_in_runs_follow_one_another(given_runs: list[tuple[int, int]]) -> None:
    starts, lengths = np.array([run[0] for run in given_runs]), np.array([run[1] for run in given_runs])

    expected = [number for start, length in given_runs for number in range(start, start + length)]
    assert numbers_in(starts.astype(np.int64), lengths.astype(np.int64)).tolist() == expected


@given(st.sets(st.text(max_size=6)), st.text(max_size=3))
def test_a_lexicon_finds_words_and_beginnings(words: set[str], sought: str) -> None:
    ordered = sorted(word for word in words if not any(0xD800 <= ord(letter) < 0xE000 for letter in word))
    lexicon = Lexicon(*packed(ordered))

    assert [lexicon.word(number) for number in range(len(lexicon))] == ordered
    assert all(lexicon.number(word) == number for number, word in enumerate(ordered))
    assert lexicon.number(sought) == (ordered.index(sought) if sought in ordered else None)
    assert [lexicon.word(number) for number in lexicon.beginning_with(sought)] == [
        word for word in ordered if word.startswith(sought)
    ]


def test_the_first_of_very_many_are_the_first_of_all(tmp_path: Path) -> None:
    entries = [entry(f"id-{number:04}", f"Choir {number * 7919 % 1400:04}") for number in range(1_400)]
    build(tmp_path, entries, 0, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)
    index = ColumnIndex(tmp_path, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)
    whole = [hit.entry.id for hit in index.search(Query(text="choir", size=100)).hits]

    few = [hit.entry.id for page in (1, 2) for hit in index.search(Query(text="choir", size=2, page=page)).hits]

    assert few == whole[:4]
    assert whole[0] == "id-0000"


def crowded_by(crowding: float) -> list[float]:
    """The weights of the signs in a name that shows music and what may crowd it out."""
    needs = {
        "music": Need(id="music", label="Music"),
        "grants": Need(id="grants", label="Grants for groups", crowding=crowding),
    }
    cues = [Cue(need="music", words="choir"), Cue(need="grants", words="grants")]
    taxonomy = Taxonomy(needs=needs, cues=cues, mapped={})
    collector = Collector(replace(KNOWLEDGE, signs=Signs(taxonomy, LANGUAGE)))
    collector.add(entry("1", "Friends", description="Grants for a choir"))
    return list(collector.sign_weights)


def test_what_crowds_more_leaves_less_to_other_needs() -> None:
    assert crowded_by(1.0) == [0.5, 0.5]
    assert crowded_by(3.0) == [0.25, 0.25]


def test_a_phrase_does_not_run_from_one_service_into_the_next() -> None:
    collector = Collector(KNOWLEDGE)
    for number, name in enumerate(("Walking football", "Walking", "Football")):
        collector.add(entry(str(number), name))
    walk, football = (collector.vocabulary.stems[stem] for stem in ("walk", "footbal"))

    found = collector.columns().has_phrase(np.array([0, 1, 2]), [walk, football])

    assert found.tolist() == [True, False, False]
    assert collector.columns().has_phrase(np.array([], dtype=np.int64), [walk]).tolist() == []
