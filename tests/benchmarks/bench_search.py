"""Measures search on grown catalogues: latency, building, memory, opening, following a writer, many readers."""

import argparse
import gc
import multiprocessing
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

import numpy as np

from directory.domain.entries import Entry
from index.build import build
from index.columns.engine import ColumnIndex
from index.protocol import Query
from tests.benchmarks.grow import RealPlaces, grow, seeds_from_home, seeds_from_mirror
from tests.benchmarks.parts import PARTS, parts_ms
from tests.benchmarks.questions import QUERIES, questions, without_place
from tests.benchmarks.report import table

REPOSITORY = Path(__file__).resolve().parents[2]
MIRROR = REPOSITORY.parent / "shared" / "mirror"
SEED = 20261121
ROUNDS = 3
READERS_SIZE = 200_000
READERS = 4
READ_SECONDS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one size came to."""

    entries: int
    with_place: Sequence[float]
    no_place: Sequence[float]
    parts: dict[str, float]
    build_cpu_s: float
    build_wall_s: float
    build_peak_gb: float
    disk_mb: float
    open_ms: float
    visible_ms: float
    private_mb: float
    readers_per_s: float | None


def latencies_ms(index: ColumnIndex, asked: Sequence[Query]) -> list[float]:
    """The time of each whole request, after one round that warms the files' pages: the median of some rounds."""
    for query in asked:
        index.search(query)
    rounds = [[_timed_ms(index, query) for query in asked] for _ in range(ROUNDS)]
    return [median(times) for times in zip(*rounds, strict=True)]


def _timed_ms(index: ColumnIndex, query: Query) -> float:
    started = time.perf_counter()
    index.search(query)
    return (time.perf_counter() - started) * 1e3


def build_apart(folder: Path, size: int, home: Path | None, mirror: Path) -> tuple[float, float, float]:
    """Build in a process of its own, so that its peak of memory is its own: CPU seconds, wall seconds, gigabytes."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_search", "--build", str(folder), "--sizes", str(size)]
    command += ["--mirror", str(mirror), *(["--home", str(home)] if home else [])]
    answer = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=True, text=True).stdout.split()
    return float(answer[0]), float(answer[1]), float(answer[2])


def build_here(folder: Path, size: int, home: Path | None, mirror: Path) -> None:
    """Print what building took, less what growing the entries takes, which is measured by growing a part of them."""
    chance = random.Random(SEED)
    places, seeds = RealPlaces(mirror, chance), _seeds(home, mirror)
    part = min(size, 20_000)
    started = time.process_time()
    for _ in grow(seeds, places, part, chance):
        pass
    growing = (time.process_time() - started) * size / part
    started, wall = time.process_time(), time.perf_counter()
    build(folder, grow(seeds, places, size, chance), 0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(time.process_time() - started - growing, time.perf_counter() - wall - growing, peak)


def _seeds(home: Path | None, mirror: Path) -> list[Entry]:
    return seeds_from_home(home) if home else seeds_from_mirror(mirror)


def visible_ms(folder: Path, index: ColumnIndex, changed: Sequence[Entry]) -> float:
    """From before a writer is told of a change until another opener of the index has found it: the median."""
    writer = ColumnIndex(folder)
    times = []
    for number, entry in enumerate(changed):
        started = time.perf_counter()
        writer.apply([replace(entry, name=f"Zyzzyva number{number}")], [], number)
        found = index.search(Query(text=f"number{number}"))
        times.append((time.perf_counter() - started) * 1e3)
        assert found.total == 1
    return median(times)


def private_mb(folder: Path, asked: Sequence[Query]) -> float:
    """Memory of a reader that it shares with nobody, after it answered everything."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return float(pool.apply(_private_mb, (folder, asked)))


def _private_mb(folder: Path, asked: Sequence[Query]) -> float:
    index = ColumnIndex(folder)
    for query in asked:
        index.search(query)
    gc.collect()
    rows = (line.split() for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:])
    return sum(int(row[1]) for row in rows if row[0] in ("Private_Clean:", "Private_Dirty:")) / 1024


def readers_per_s(folder: Path, asked: Sequence[Query], changed: Sequence[Entry]) -> float:
    """Questions answered a second by several reader processes while a writer changes an entry every 20 ms."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(READERS + 1) as pool:
        pool.map(_sleep, [0.2] * (READERS + 1), chunksize=1)  # all have started
        begin = time.time() + 3.0
        counts = [pool.apply_async(_read, (folder, asked, begin)) for _ in range(READERS)]
        written = pool.apply_async(_write, (folder, changed, begin))
        written.get()
        return sum(count.get() for count in counts) / READ_SECONDS


def _sleep(seconds: float) -> None:
    time.sleep(seconds)


def _read(folder: Path, asked: Sequence[Query], begin: float) -> int:
    index = ColumnIndex(folder)
    for query in asked:
        index.search(query)
    time.sleep(max(0.0, begin - time.time()))
    count = 0
    while time.time() < begin + READ_SECONDS:
        index.search(asked[count % len(asked)])
        count += 1
    return count


def _write(folder: Path, changed: Sequence[Entry], begin: float) -> int:
    index = ColumnIndex(folder)
    time.sleep(max(0.0, begin - time.time()))
    count = 0
    while time.time() < begin + READ_SECONDS:
        index.apply([changed[count % len(changed)]], [], count)
        count += 1
        time.sleep(0.02)
    return count


def measure(size: int, home: Path | None, mirror: Path, scratch: Path, tell: Callable[[str], None]) -> Measured:
    """Everything about an index of ``size`` entries."""
    folder = scratch / str(size)
    cpu, wall, peak = build_apart(folder, size, home, mirror)
    tell(f"{size:,}: built in {cpu:.0f} CPU s")
    chance = random.Random(SEED + 1)
    places = RealPlaces(mirror, chance)
    asked = questions(places, chance)
    opened = [_opened_ms(folder) for _ in range(9)]
    index = ColumnIndex(folder)
    disk = index.info().bytes_on_disk / 1e6
    with_place, no_place = latencies_ms(index, asked), latencies_ms(index, without_place(asked))
    parts = parts_ms(index, asked)
    tell(f"{size:,}: p50 {_at(with_place, 50)}, p95 {_at(with_place, 95)}, p99 {_at(with_place, 99)} ms with a place")
    private = private_mb(folder, asked + without_place(asked))
    changed = list(grow(_seeds(home, mirror), places, 200, chance))
    visible = visible_ms(folder, index, changed)
    return Measured(
        entries=size,
        with_place=with_place,
        no_place=no_place,
        parts=parts,
        build_cpu_s=cpu,
        build_wall_s=wall,
        build_peak_gb=peak,
        disk_mb=disk,
        open_ms=median(opened),
        visible_ms=visible,
        private_mb=private,
        readers_per_s=readers_per_s(folder, asked, changed) if size == READERS_SIZE else None,
    )


def _opened_ms(folder: Path) -> float:
    started = time.perf_counter()
    ColumnIndex(folder)
    return (time.perf_counter() - started) * 1e3


def _at(times: Sequence[float], percentile: float) -> str:
    return f"{np.percentile(times, percentile):.2f}"


def as_markdown(all_measured: Sequence[Measured]) -> str:
    """The section of docs/benchmarks.md."""
    names = ("what", *(f"{measured.entries:,}" for measured in all_measured), "budget at 1,000,000")
    rows = list(_rows(all_measured))
    over = [
        f"{what} ({last} against {budget})"
        for what, *_, last, budget in rows
        if budget and _number(last) > float(budget)
    ]
    verdict = f"Budgets missed at {names[-2]}: {'; '.join(over)}." if over else "Every budget is met."
    return (
        "## Search\n\n"
        f"{QUERIES} different questions, a fifth of them words and the rest everyday phrases, each with a place and a "
        "radius; every third with a filter, every second for a person with age, gender, home, and perhaps access "
        "needs, days and no money; all facets, top 20 with stored entries, reasons and highlights; whole request in "
        "process, one thread, the files and the reading of the questions warm. Texts of real charities and clubs, "
        "resampled; real postcode sectors.\n\n" + table(names, rows) + f"\n{verdict}\n"
    )


def _number(cell: str) -> float:
    return float(cell.replace(",", ""))


def _rows(all_measured: Sequence[Measured]) -> Iterator[Sequence[str]]:
    def row(what: str, cell: Callable[[Measured], str], budget: str = "") -> Sequence[str]:
        return (what, *(cell(measured) for measured in all_measured), budget)

    for percentile, budget in ((50, "1"), (95, "8"), (99, "25")):
        yield row(f"with a place, p{percentile} ms", lambda m, p=percentile: _at(m.with_place, p), budget)  # type: ignore[misc]
    for percentile, budget in ((50, ""), (95, "20"), (99, "")):
        yield row(f"no place, p{percentile} ms", lambda m, p=percentile: _at(m.no_place, p), budget)  # type: ignore[misc]
    for part in PARTS:
        yield row(f"of that with a place: {part}, p50 ms", lambda m, p=part: f"{m.parts[p]:.2f}")  # type: ignore[misc]
    yield row("build, CPU s", lambda m: f"{m.build_cpu_s:.1f}", "150")
    yield row("build, wall s", lambda m: f"{m.build_wall_s:.1f}")
    yield row("build, peak GB", lambda m: f"{m.build_peak_gb:.2f}", "3")
    yield row("on disk, MB", lambda m: f"{m.disk_mb:,.0f}")
    yield row("open, ms", lambda m: f"{m.open_ms:.1f}")
    yield row("written to found, ms", lambda m: f"{m.visible_ms:.1f}", "50")
    yield row("private memory of a reader, MB", lambda m: f"{m.private_mb:.0f}", "250")
    yield row(
        f"{READERS} readers and a writer, questions/s",
        lambda m: f"{m.readers_per_s:,.0f}" if m.readers_per_s is not None else "",
    )


def main() -> None:
    """Measure the sizes asked for and print the table, or append it to a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="20000,200000")
    parser.add_argument("--home", type=Path, help="a home whose catalogue gives the texts; else the mirror does")
    parser.add_argument("--mirror", type=Path, default=MIRROR)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--build", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    sizes = [int(size) for size in asked.sizes.split(",")]
    if asked.build:
        build_here(asked.build, sizes[0], asked.home, asked.mirror)
        return
    scratch = Path(tempfile.mkdtemp(prefix="signpost-bench-"))
    try:
        section = search_section(sizes, asked.home, asked.mirror, scratch)
    finally:
        shutil.rmtree(scratch)
    if asked.out:
        with asked.out.open("a", encoding="utf-8") as out:
            out.write(section)
    print(section)


def search_section(sizes: Sequence[int], home: Path | None, mirror: Path, scratch: Path) -> str:
    """The markdown of measuring ``sizes``; progress goes to standard error."""
    os.environ.setdefault("PYTHONHASHSEED", "0")
    measured = []
    for size in sizes:
        measured.append(measure(size, home, mirror, scratch, lambda line: print(line, file=sys.stderr)))
        shutil.rmtree(scratch / str(size))
    return as_markdown(measured)


if __name__ == "__main__":
    main()
