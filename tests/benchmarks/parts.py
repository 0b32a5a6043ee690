"""Takes a search apart and times each part, to say what costs what."""

import time
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from index.columns.engine import ColumnIndex
from index.columns.explain import Explainer
from index.columns.order import firsts
from index.columns.plan import make_plan
from index.protocol import Query

PARTS = (
    "reading a new question",
    "matching, distance, eligibility, filters",
    "ordering",
    "hits with entry, reasons, highlights",
    "counting facets",
)


def parts_ms(index: ColumnIndex, asked: Sequence[Query]) -> dict[str, float]:
    """The median time of each part of a request; reading a question is remembered, so that is what a new one costs.

    It takes the engine apart, as nobody else should.
    """
    times: dict[str, list[float]] = {part: [] for part in PARTS}
    near = index._weights[True]
    for query in asked:
        moments = [time.perf_counter()]
        make_plan(query.text, index._knowledge, index._corpus, index._boosts.words)
        moments.append(time.perf_counter())
        plan, answers = index._answers(query)
        moments.append(time.perf_counter())
        found, best = firsts(answers, query.page * query.size)
        moments.append(time.perf_counter())
        explainer = Explainer(plan, query, best, index._boosts, near, index._knowledge)
        for placed in found:
            explainer.hit(placed)
        moments.append(time.perf_counter())
        index._facets.of(answers, near=True)
        moments.append(time.perf_counter())
        for part, (before, after) in zip(PARTS, pairwise(moments), strict=True):
            times[part].append((after - before) * 1e3)
    return {part: median(spent) for part, spent in times.items()}
