"""How fast the gazetteer answers: opening, one look-up, bulk look-ups, names and nearest postcodes (medians)."""

import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from directory.geography import Gazetteer, build
from directory.geography.numbering import postcode_text
from directory.geography.tables import Points, read_table
from tests.benchmarks.report import table

BULK = 300_000


def seconds(work: Callable[[], object], times: int) -> float:
    """The median time of ``work``."""
    spent = []
    for _ in range(times):
        started = perf_counter()
        work()
        spent.append(perf_counter() - started)
    return median(spent)


def as_typed(postcode: str, chance: random.Random) -> str:
    """A postcode as people write it: lower case, no space, spaces around."""
    return chance.choice((postcode, postcode.lower(), postcode.replace(" ", ""), f" {postcode} "))


def geography_section(folder: Path) -> str:
    """The markdown of measuring the tables in ``folder``."""
    chance = random.Random(20261121)
    points = read_table(Points, folder, "postcodes")
    rows = chance.sample(range(len(points.numbers)), BULK)
    typed = [as_typed(postcode_text(int(points.numbers[row])), chance) for row in rows]
    near = [points.point(row) for row in rows[:500]]
    gazetteer = Gazetteer.open(folder)
    size = sum(file.stat().st_size for file in folder.iterdir())
    each = 500
    postcode_us = seconds(lambda: [*map(gazetteer.postcode, typed[:each])], 9) / each * 1e6
    nearest_us = seconds(lambda: [*map(gazetteer.authority_at, near)], 3) / each * 1e6
    return table(
        ("what", "median"),
        [
            ("size on disk", f"{size / 1e6:.1f} MB"),
            ("open", f"{seconds(lambda: Gazetteer.open(folder), 15) * 1e3:.2f} ms"),
            ("one postcode", f"{postcode_us:.0f} µs"),
            ("one name with namesakes", f"{seconds(lambda: gazetteer.find('Newport'), 99) * 1e6:.0f} µs"),
            ("one name misspelt", f"{seconds(lambda: gazetteer.find('Walsend'), 99) * 1e6:.0f} µs"),
            ("the local authority of a point", f"{nearest_us:.0f} µs"),
            ("postcodes in bulk (budget 300,000)", f"{BULK / seconds(lambda: gazetteer.bulk(typed), 5):,.0f} a second"),
        ],
    )


def main() -> None:
    """Print the medians; take a compiled folder as argument, or build one."""
    if len(sys.argv) > 1:
        print(geography_section(Path(sys.argv[1])))
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "geography"
        print(f"Built in {seconds(lambda: build(folder), 1):.1f} s.\n")
        print(geography_section(folder))


if __name__ == "__main__":
    main()
