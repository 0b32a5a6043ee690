"""How long judging takes: a hundred thousand simulated services, and the page of one."""

import sys
import time
from datetime import date

import numpy as np

from directory.domain.status.assess import assess
from directory.domain.status.posterior import Model
from directory.domain.status.simulator import simulate
from directory.queries.status_settings import read_status_settings

SERVICES, SIMULATED, SEED = 100_000, 5_000, 7
ON = date(2025, 6, 23)


def status_section() -> str:
    """Judge them all in this process; the markdown of what it took."""
    model = Model(read_status_settings())
    histories = [one.history for one in simulate(SIMULATED, ON, np.random.default_rng(SEED))]
    many = histories * (SERVICES // SIMULATED)
    started, begun = time.perf_counter(), time.process_time()
    judged = sum(1 for _ in assess(model, many, ON))
    wall, cpu = time.perf_counter() - started, time.process_time() - begun
    ones = []
    for history in histories[:200]:
        started = time.perf_counter()
        next(assess(model, [history], ON))
        ones.append((time.perf_counter() - started) * 1e3)
    return (
        f"{judged:,} simulated services with their reasons, one process: {wall:.0f} s, {cpu:.0f} CPU s "
        "(budget 600 s on two cores). "
        f"One by itself: median {np.median(ones):.1f} ms (budget 30 ms).\n"
    )


if __name__ == "__main__":
    sys.stdout.write(status_section())
