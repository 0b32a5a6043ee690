"""`make bench`: measures geography, importing, searching and whole pages, and writes docs/benchmarks.md."""

import argparse
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from directory.domain.home import Home
from directory.geography import build
from tests.benchmarks.bench_geography import geography_section
from tests.benchmarks.bench_import import import_section
from tests.benchmarks.bench_pages import pages_section
from tests.benchmarks.bench_search import build_apart, search_section
from tests.benchmarks.bench_status import status_section
from tests.benchmarks.report import machine

REPORT = Path(__file__).parents[2] / "docs" / "benchmarks.md"


def main() -> None:
    """Measure everything from the mirror in a temporary home; a quarter of an hour at a million entries."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mirror", type=Path, required=True)
    parser.add_argument("--sizes", default="20000,200000,1000000")
    parser.add_argument("--out", type=Path, default=REPORT)
    chosen = parser.parse_args()
    if not (chosen.mirror / "manifest.csv").exists():
        sys.exit(f"There is no mirror of real documents at {chosen.mirror}: name one with MIRROR=…")
    folder = Path(tempfile.mkdtemp(prefix="signpost-bench-"))
    try:
        mirror = chosen.mirror.absolute()
        home = Home(folder=folder, database_url=f"sqlite:///{folder / 'catalogue.sqlite'}", mirror=mirror)
        chosen.out.write_text(_report(home, mirror, [int(size) for size in chosen.sizes.split(",")]), encoding="utf-8")
    finally:
        shutil.rmtree(folder)


def _report(home: Home, mirror: Path, sizes: list[int]) -> str:
    started = time.perf_counter()
    build(home.geography)
    built = time.perf_counter() - started
    imported = import_section(home)
    searched = search_section(sizes, home.folder, mirror, home.folder / "grown")
    build_apart(home.index, max(sizes), home.folder, mirror)
    return (
        f"# Benchmarks\n\n`make bench` wrote this on {datetime.now(UTC):%-d %B %Y}. {machine()}\n\n"
        f"## Geography\n\nCompiled from PyPI's packages in {built:.1f} s.\n\n{geography_section(home.geography)}\n"
        f"## Import\n\n{imported}\n"
        f"## Status\n\n{status_section()}\n"
        f"{searched}\n"
        f"{pages_section(home, max(sizes), mirror)}"
    )


if __name__ == "__main__":
    main()
