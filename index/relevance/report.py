"""Prints how well rankings did: a line for each query, and means with their intervals for each half and kind."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from index.relevance.evaluate import Evaluated, mean
from index.relevance.metrics import bootstrap_interval, paired_permutation

_SEED = 1
_HEAD = f"{'nDCG@10':>8}{'BM25':>7}{'recall@20':>11}{'BM25':>7}{'success@5':>11}{'BM25':>7}"


def report(evaluated: Sequence[Evaluated], *, each: bool) -> Iterator[str]:
    """The lines of the report; ``each`` asks for one for every query too."""
    if each:
        yield f"{_HEAD}  query"
        yield from (f"{_figures([one])}  {one.query.text}" for one in evaluated)
        yield ""
    yield f"{_HEAD}  queries"
    for (half, kind), members in groupby(sorted(evaluated, key=_group), key=_group):
        group = list(members)
        yield f"{_figures(group)}  {half} half, {kind}: {len(group)}{_certainty(group)}"
    yield f"{_figures(evaluated)}  all: {len(evaluated)}{_certainty(evaluated)}"


def _group(one: Evaluated) -> tuple[str, str]:
    return one.query.half or "no", one.query.kind or "no kind"


def _figures(group: Sequence[Evaluated]) -> str:
    ours, plain = mean([one.signpost for one in group]), mean([one.bm25 for one in group])
    ndcg, recall = f"{ours.ndcg:8.3f}{plain.ndcg:7.3f}", f"{ours.recall:11.3f}{plain.recall:7.3f}"
    return f"{ndcg}{recall}{ours.success:11.3f}{plain.success:7.3f}"


def _certainty(group: Sequence[Evaluated]) -> str:
    """The 95 % interval of nDCG, and the chance that BM25 alone is as good."""
    ours, plain = [one.signpost.ndcg for one in group], [one.bm25.ndcg for one in group]
    low, high = bootstrap_interval(ours, _SEED)
    return f"; nDCG {low:.2f} to {high:.2f}, against BM25 p = {paired_permutation(ours, plain, _SEED):.3f}"
