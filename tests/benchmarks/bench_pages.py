"""Measures whole pages over HTTP: results of a grown index, and the crisis page, with as many clients as workers.

Both as a proxy asks for them, one request a process, and as browsers do, with threads (docs/decisions/0011-*.md). A
client keeps its connection where the server does, which is where browsers ask.
"""

import argparse
import http.client
import multiprocessing
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode

import numpy as np

from directory.domain.home import Home
from directory.domain.places import Place
from directory.geography import build
from directory.queries import open_catalogue
from tests.benchmarks.bench_search import MIRROR, REPOSITORY, SEED, build_apart
from tests.benchmarks.grow import RealPlaces
from tests.benchmarks.questions import questions
from tests.benchmarks.report import table

WORKERS = 4
SECONDS = 10.0


def addresses(mirror: Path) -> list[str]:
    """The questions of the search benchmark as somebody's browser asks them."""
    chance = random.Random(SEED + 1)
    return [
        "/search?"
        + urlencode(
            {
                "q": query.text,
                "near": _sector(query.near),
                "within": f"{(query.within_m or 0) / 1_000:.0f}km",
                **({"age": query.person.age.minimum, "gender": query.person.gender} if query.person.age else {}),
                **({"free": "yes"} if query.person.free else {}),
            }
        )
        for query in questions(RealPlaces(mirror, chance), chance)
    ]


def _sector(near: Place | None) -> str:
    """A sector that is there for certain, where the postcode that stands for it may not be."""
    return near.label[:-2] if near else ""


@contextmanager
def serving(home: Home, proxies: int) -> Iterator[int]:
    """The port that `signpost serve` answers on, as it runs behind so many proxies."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "signpost.py", "serve", "--port", str(port), "--workers", str(WORKERS)]
    environment = os.environ | {"SIGNPOST_HOME": str(home.folder), "SIGNPOST_PROXIES": str(proxies)}
    with subprocess.Popen(command, cwd=REPOSITORY, env=environment) as server:
        try:
            _wait_for(port)
            yield port
        finally:
            server.terminate()


def _wait_for(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            _ask(port, ["/health"])
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError("The server has not answered within a minute.")


def latencies_ms(port: int, asked: Sequence[str], seconds: float = SECONDS) -> list[float]:
    """How long each answer took, of clients that ask one thing after another; all was asked before, by each of them."""
    with multiprocessing.get_context("spawn").Pool(WORKERS) as pool:
        pool.starmap(_ask, [(port, asked)] * WORKERS)
        answers = pool.starmap(_ask_for, [(port, asked, seconds, number) for number in range(WORKERS)])
    return [one for times in answers for one in times]


def _ask(port: int, asked: Sequence[str]) -> None:
    """Ask each thing once, over a connection of its own, so that no worker is left out."""
    for address in asked:
        with closing(_connection(port)) as connection:
            _answered_ms(connection, address)


def _ask_for(port: int, asked: Sequence[str], seconds: float, first: int) -> list[float]:
    times: list[float] = []
    own = [*asked[first * len(asked) // WORKERS :], *asked[: first * len(asked) // WORKERS]]
    until = time.perf_counter() + seconds
    with closing(_connection(port)) as connection:
        while time.perf_counter() < until:
            times.append(_answered_ms(connection, own[len(times) % len(own)]))
    return times


def _connection(port: int) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", port, timeout=60)


def _answered_ms(connection: http.client.HTTPConnection, address: str) -> float:
    """How long the answer took, and the connection to ask over where there was none any more."""
    started = time.perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 200, (address, answer.status)
    return (time.perf_counter() - started) * 1e3


def pages_section(home: Home, entries: int, mirror: Path) -> str:
    """The section of docs/benchmarks.md; ``home`` holds an index of so many entries."""
    rows = []
    for proxies, asked_by in ((1, "a proxy"), (0, "browsers")):
        with serving(home, proxies) as port:
            results, crisis = latencies_ms(port, addresses(mirror)), latencies_ms(port, ["/crisis"])
        rows += [
            _row(f"results page, {entries:,} entries", asked_by, results, "60"),
            _row("crisis page", asked_by, crisis, "5"),
        ]
    return (
        "## Pages\n\n"
        f"Over HTTP on loopback from {WORKERS} workers, {WORKERS} clients asking one thing after another for "
        f"{SECONDS:.0f} s on the same cores, each answer with its facets and twenty cards: as a proxy asks, of which "
        "each process takes one request, and as browsers do, of which each takes four. The questions are those of the "
        "search section.\n\n"
        + table(("page", "asked by", "answers/s", "p50 ms", "p95 ms", "p99 ms", "budget p95"), rows)
    )


def _row(page: str, asked_by: str, times: Sequence[float], budget: str) -> Sequence[str]:
    percentiles = (f"{np.percentile(times, percentile):.1f}" for percentile in (50, 95, 99))
    return (page, asked_by, f"{len(times) / SECONDS:.0f}", *percentiles, budget)


def main() -> None:
    """Grow an index of the size asked for in a home of its own, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=200_000)
    parser.add_argument("--mirror", type=Path, default=MIRROR)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="signpost-bench-") as folder:
        home = Home(folder=Path(folder), database_url=f"sqlite:///{folder}/catalogue.sqlite")
        build(home.geography)
        open_catalogue(home.database_url).close()
        build_apart(home.index, chosen.size, None, chosen.mirror)
        print(pages_section(home, chosen.size, chosen.mirror))


if __name__ == "__main__":
    main()
