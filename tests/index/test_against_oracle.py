"""The column engine finds, orders and counts as the naive oracle does, whatever the catalogue and its history."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.domain.entries import Entry
from index.build import build
from index.columns.engine import ColumnIndex
from index.protocol import Query, Results
from tests.index.oracle import Oracle
from tests.index.samples import BOOSTS, KNOWLEDGE, clock
from tests.index.strategies import catalogues, edits, queries


@contextmanager
def column_index(entries: list[Entry], tail_entries: int) -> Iterator[ColumnIndex]:
    folder = Path(tempfile.mkdtemp(prefix="signpost-index-"))
    try:
        build(folder, entries, 0, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)
        yield ColumnIndex(folder, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock, tail_entries=tail_entries)
    finally:
        shutil.rmtree(folder)


def assert_same(found: Results, expected: Results) -> None:
    assert [hit.entry for hit in found.hits] == [hit.entry for hit in expected.hits]
    assert [hit.place for hit in found.hits] == [hit.place for hit in expected.hits]
    assert [hit.score for hit in found.hits] == pytest.approx([hit.score for hit in expected.hits], abs=2e-9)
    for one, other in zip(found.hits, expected.hits, strict=True):
        assert one.distance_m == pytest.approx(other.distance_m, abs=1e-3)
    assert found.total == expected.total
    assert found.facets == expected.facets
    assert found.searched_for == expected.searched_for
    assert found.topics == expected.topics
    assert [hit.eligible for hit in found.hits] == [hit.eligible for hit in expected.hits]
    assert found.not_eligible == expected.not_eligible


@settings(max_examples=60, deadline=None)
@given(catalogues(), st.lists(queries, min_size=1, max_size=6))
def test_a_built_index_answers_as_the_oracle(entries: list[Entry], asked: list[Query]) -> None:
    with column_index(entries, tail_entries=100) as index:
        oracle = Oracle(entries)
        for query in asked:
            assert_same(index.search(query), oracle.search(query))


@settings(max_examples=60, deadline=None)
@given(catalogues(6), st.lists(edits(), min_size=1, max_size=5), st.lists(queries, min_size=1, max_size=3))
@pytest.mark.parametrize("tail_entries", [100, 3], ids=["tail grows", "tail is folded"])
def test_an_edited_index_answers_as_the_oracle(
    tail_entries: int, entries: list[Entry], changes: list[tuple[list[Entry], list[str]]], asked: list[Query]
) -> None:
    with column_index(entries, tail_entries) as index:
        oracle = Oracle(entries)
        for cursor, (changed, removed) in enumerate(changes, 1):
            index.apply(changed, removed, cursor)
            oracle.apply(changed, removed, cursor)
            for query in asked:
                assert_same(index.search(query), oracle.search(query))
            assert index.info().entries == oracle.info().entries
            assert index.info().cursor == cursor


@settings(max_examples=40, deadline=None)
@given(catalogues(), queries)
def test_contributions_add_up_to_the_score(entries: list[Entry], query: Query) -> None:
    with column_index(entries, tail_entries=100) as index:
        for hit in index.search(query).hits:
            assert sum(part.weight for part in hit.contributions) == pytest.approx(hit.score, abs=1e-6)
            assert hit.why[0].isupper() or not hit.why[0].isalpha()
