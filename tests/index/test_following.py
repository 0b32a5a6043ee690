"""The tail and the manifest: what is written is seen at once, whole, by every reader, whatever is killed when."""

import multiprocessing
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from directory.domain.eligibility.person import Person
from directory.domain.entries import Entry
from index.boosts import read_boosts
from index.build import build
from index.columns.engine import ColumnIndex
from index.columns.live import StaleIndex
from index.columns.log import LogReader
from index.columns.manifest import NoIndex, read_manifest
from index.columns.segment import Segment
from index.protocol import Query
from tests.index.samples import BOOSTS, KNOWLEDGE, clock, entry


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    build(
        tmp_path, [entry(str(number), f"Choir {number}") for number in range(5)], 10, knowledge=KNOWLEDGE, clock=clock
    )
    return tmp_path


def opened(folder: Path, tail_entries: int = 100) -> ColumnIndex:
    return ColumnIndex(folder, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock, tail_entries=tail_entries)


def total(index: ColumnIndex, text: str = "") -> int:
    return index.search(Query(text=text)).total


def tail_of(folder: Path) -> Path:
    return folder / read_manifest(folder).tail


def test_another_reader_sees_a_change_at_its_next_search(folder: Path) -> None:
    reader, writer = opened(folder), opened(folder)

    writer.apply([entry("new", "Football")], ["0"], 11)

    assert total(reader, "football") == 1
    assert total(reader, "choir") == 4
    assert reader.info().cursor == 11


def test_a_reader_follows_a_fold_and_old_files_go(folder: Path) -> None:
    reader, writer = opened(folder), opened(folder, tail_entries=2)

    for number in range(7):
        writer.apply([entry(f"new{number}", "Football")], [], 11 + number)
        assert total(reader, "football") == number + 1

    names = {path.name for path in folder.iterdir()}
    manifest = read_manifest(folder)
    hiding = {segment.hiding for segment in manifest.segments if segment.hiding}
    kept = {segment.folder for segment in manifest.segments} | hiding
    assert names == {"manifest.json", "writer.lock", manifest.tail} | kept
    assert reader.info().entries == 12


def test_a_small_tail_leaves_a_large_segment_as_it_is(tmp_path: Path) -> None:
    build(
        tmp_path, [entry(str(number), f"Choir {number}") for number in range(60)], 0, knowledge=KNOWLEDGE, clock=clock
    )
    index = opened(tmp_path, tail_entries=2)
    first = read_manifest(tmp_path).segments[0].folder

    index.apply([entry("0", "Football"), entry("new", "Football")], ["1"], 1)
    index.apply([entry("more", "Football")], ["2"], 2)

    manifest = read_manifest(tmp_path)
    assert manifest.segments[0].folder == first
    assert manifest.segments[0].hiding is not None
    assert len(manifest.segments) == 2
    assert (total(index, "football"), total(index, "choir"), index.info().tail) == (3, 57, 0)
    assert (total(opened(tmp_path), "football"), opened(tmp_path).info().entries) == (3, 60)


def test_a_segment_of_which_nothing_is_hidden_is_kept_as_it_is(tmp_path: Path) -> None:
    build(
        tmp_path, [entry(str(number), f"Choir {number}") for number in range(60)], 0, knowledge=KNOWLEDGE, clock=clock
    )
    index = opened(tmp_path, tail_entries=2)

    index.apply([entry(f"new{number}", "Football") for number in range(3)], [], 1)

    assert [segment.hiding for segment in read_manifest(tmp_path).segments] == [None, None]
    assert total(opened(tmp_path)) == 63


def test_a_segment_that_is_gone_is_told(folder: Path) -> None:
    shutil.rmtree(folder / read_manifest(folder).segments[0].folder)

    with pytest.raises(FileNotFoundError):
        opened(folder)


def test_a_tail_that_was_folded_away_has_nothing_new(tmp_path: Path) -> None:
    assert LogReader(tmp_path / "tail-000001.log").new() == []


def test_a_torn_change_is_never_read_and_the_next_writer_overwrites_it(folder: Path) -> None:
    writer = opened(folder)
    writer.apply([entry("new", "Football")], [], 11)
    whole = tail_of(folder).read_bytes()
    for cut in range(1, len(whole)):
        tail_of(folder).write_bytes(whole + whole[:cut])
        assert total(opened(folder), "football") == 1

    opened(folder).apply([entry("newer", "Football")], [], 12)

    assert total(opened(folder), "football") == 2
    assert total(writer, "football") == 2


def test_a_damaged_change_and_all_after_it_are_not_read(folder: Path) -> None:
    writer = opened(folder)
    writer.apply([entry("new", "Football")], [], 11)
    end = tail_of(folder).stat().st_size
    writer.apply([entry("newer", "Football")], [], 12)
    content = bytearray(tail_of(folder).read_bytes())
    content[end + 20] ^= 0xFF
    tail_of(folder).write_bytes(content)

    reader = opened(folder)

    assert total(reader, "football") == 1
    assert reader.info().cursor == 11


def test_a_killed_build_leaves_the_old_index(folder: Path) -> None:
    def entries() -> Iterator[Entry]:
        yield entry("new", "Football")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(folder, entries(), 99, knowledge=KNOWLEDGE, clock=clock)

    assert (total(opened(folder), "choir"), opened(folder).info().cursor) == (5, 10)
    build(folder, [entry("new", "Football")], 100, knowledge=KNOWLEDGE, clock=clock)
    assert total(opened(folder)) == 1


def test_a_reader_keeps_its_files_through_a_rebuild_and_takes_the_new_ones(folder: Path) -> None:
    reader = opened(folder)
    assert total(reader) == 5

    build(folder, [entry("new", "Football")], 100, knowledge=KNOWLEDGE, clock=clock)

    assert total(reader) == 1
    assert reader.info().segments == 1


def test_two_entries_of_one_id_stop_a_build(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="same id"):
        build(tmp_path, [entry("1", "One"), entry("1", "Two")], 0, knowledge=KNOWLEDGE, clock=clock)


def test_ids_of_one_hash_are_told_apart(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("segment", "write"):
        monkeypatch.setattr(f"index.columns.{module}.id_hash", lambda _id: 7)
    build(folder, [entry(str(number), f"Choir {number}") for number in range(5)], 10, knowledge=KNOWLEDGE, clock=clock)
    index = opened(folder)

    index.apply([entry("3", "Football")], ["4", "nobody"], 11)

    assert (total(index), total(index, "choir"), total(index, "football")) == (4, 3, 1)


def test_a_build_tells_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.columns.write._TELL_EVERY", 2)
    told: list[tuple[str, int]] = []

    entries = [entry(str(number), "Choir") for number in range(5)]
    build(tmp_path, entries, 0, lambda what, done: told.append((what, done)), knowledge=KNOWLEDGE, clock=clock)

    assert ("read", 4) in told


def test_no_index_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoIndex, match="signpost index build"):
        opened(tmp_path)


def test_other_text_weights_ask_for_a_new_build(folder: Path, tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "data" / "index" / "boosts.toml").read_text()
    changed = tmp_path / "other.toml"
    changed.write_text(text.replace("k1 = 1.2", "k1 = 1.5"))

    with pytest.raises(StaleIndex, match="signpost index build"):
        ColumnIndex(folder, knowledge=KNOWLEDGE, boosts=read_boosts(changed), clock=clock)


def write_many(folder: Path, count: int) -> None:
    index = ColumnIndex(folder, tail_entries=7)
    for number in range(count):
        index.apply([entry(f"p{os.getpid()}-{number}", "Football")], [], number)


def test_readers_follow_writers_in_other_processes(folder: Path) -> None:
    reader = opened(folder)
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_many, args=(folder, 20)) for _ in range(2)]
    for writer in writers:
        writer.start()

    seen = [0]
    while any(writer.is_alive() for writer in writers):
        seen.append(total(reader, "football"))
    for writer in writers:
        writer.join()

    assert all(writer.exitcode == 0 for writer in writers)
    assert seen == sorted(seen)
    assert total(reader, "football") == 40
    assert reader.info().entries == 45


def test_a_segment_that_was_folded_away_still_judges(folder: Path) -> None:
    segment = Segment(folder / read_manifest(folder).segments[0].folder)

    shutil.rmtree(segment.folder)

    assert segment.judge.verdicts(np.arange(5), Person()).tolist() == [1] * 5
