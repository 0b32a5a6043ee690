"""How long every declared source takes to go through the door, from the mirror into an empty catalogue."""

import argparse
import shutil
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from crawlers.runs import harvest
from crawlers.sources import sources_of_uk
from directory.domain.home import Home
from directory.domain.records import Kind
from directory.intake import open_door
from directory.queries.sources import count_of
from tests.benchmarks.report import table


def import_section(home: Home) -> str:
    """Import everything into ``home``, then again; the markdown of what it took."""
    rows = []
    with open_door(home) as door:
        started = time.perf_counter()
        for source in sources_of_uk():
            begun = time.perf_counter()
            first = harvest(door, source, home, datetime.now(UTC))
            between = time.perf_counter()
            harvest(door, source, home, datetime.now(UTC))
            again = time.perf_counter() - between
            rows.append((source.id, f"{first.published:,}", f"{between - begun:.1f}", f"{again:.1f}"))
        total = time.perf_counter() - started
        organizations = count_of(door.database, Kind.ORGANIZATION)
    size = Path(home.database_url.removeprefix("sqlite:///")).stat().st_size / 1e6
    return (
        table(("source", "records", "first import, s", "the same again, s"), rows)
        + f"\nTogether {total:.0f} s for both; {organizations:,} organizations; {size:,.0f} MB of SQLite."
        + " Budget: 60 s for 10,000 organizations with geocoding, linking and resolving.\n"
    )


def main() -> None:
    """Measure in a temporary home and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--mirror", type=Path, required=True)
    arguments.add_argument("--home", type=Path, help="Keep the catalogue here.")
    chosen = arguments.parse_args()
    folder = chosen.home or Path(tempfile.mkdtemp(prefix="signpost-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        url = f"sqlite:///{folder / 'catalogue.sqlite'}"
        print(import_section(Home(folder=folder, database_url=url, mirror=chosen.mirror.absolute())))
    finally:
        if chosen.home is None:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
