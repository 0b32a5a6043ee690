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

BULK = 300_000
BUDGET = 300_000


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


def main() -> None:
    """Print the medians; take a compiled folder as argument, or build one."""
    if len(sys.argv) > 1:
        report(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "geography"
        print(f"build                {seconds(lambda: build(folder), 1):12.1f} s")
        report(folder)


def report(folder: Path) -> None:
    """Measure the tables in ``folder``."""
    chance = random.Random(20261121)
    points = read_table(Points, folder, "postcodes")
    rows = chance.sample(range(len(points.numbers)), BULK)
    typed = [as_typed(postcode_text(int(points.numbers[row])), chance) for row in rows]
    near = [points.point(row) for row in rows[:500]]
    gazetteer = Gazetteer.open(folder)
    size = sum(file.stat().st_size for file in folder.iterdir())
    each = 500
    print(f"size on disk         {size / 1e6:12.1f} MB")
    print(f"open                 {seconds(lambda: Gazetteer.open(folder), 15) * 1e3:12.2f} ms")
    print(f"one postcode         {seconds(lambda: [*map(gazetteer.postcode, typed[:each])], 9) / each * 1e6:12.1f} us")
    print(f"one name, namesakes  {seconds(lambda: gazetteer.find('Newport'), 99) * 1e6:12.1f} us")
    print(f"one name, misspelt   {seconds(lambda: gazetteer.find('Walsend'), 99) * 1e6:12.1f} us")
    print(f"nearest postcode     {seconds(lambda: [*map(gazetteer.authority_at, near)], 3) / each * 1e6:12.1f} us")
    print(
        f"bulk                 {BULK / seconds(lambda: gazetteer.bulk(typed), 5):12,.0f} a second (budget {BUDGET:,})"
    )


if __name__ == "__main__":
    main()
