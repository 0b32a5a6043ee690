"""Measures ranking against judgements: on the judged services alone, by their words, beside BM25 with nothing added."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from directory.domain.entries import Entry
from directory.domain.errors import SignpostError
from index.boosts import Boosts
from index.build import build
from index.columns.engine import ColumnIndex
from index.knowledge import Knowledge
from index.protocol import Query, SearchIndex
from index.relevance.judgements import JudgedQuery, Judgements
from index.relevance.metrics import ndcg, recall, success

NDCG_AT, RECALL_AT, SUCCESS_AT = 10, 20, 5


class NothingJudged(SignpostError):
    """The catalogue holds none of the services that the judgements are about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """How well one query was answered, each number from 0 to 1."""

    ndcg: float
    recall: float
    success: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluated:
    """One query with its scores as Signpost ranks, and as BM25 alone would."""

    query: JudgedQuery
    signpost: Scores
    bm25: Scores


def judged_entries(entries: Iterable[Entry], judgements: Judgements) -> Iterator[tuple[str, Entry]]:
    """The judged services among ``entries``, each with the id it was judged under: its own, or an identifier of its
    organization. Categories are left out, as some of them say what the judgements say, and so is whether it runs."""
    taken: set[str] = set()
    for entry in entries:
        judged = next((one for one in (entry.id, *entry.identifiers) if one in judgements.pool), None)
        if judged is not None and judged not in taken:
            taken.add(judged)
            yield judged, replace(entry, categories=(), standing=None)


def evaluate(entries: Iterable[Entry], judgements: Judgements, knowledge: Knowledge, boosts: Boosts) -> list[Evaluated]:
    """Rank the judged services for every query; raise `NothingJudged` where ``entries`` has none of them, or nothing is
    asked."""
    judged = list(judged_entries(entries, judgements))
    if not judged:
        raise NothingJudged(
            "None of the judged services is in the catalogue: run `signpost harvest gb-ukcat-sample` first."
        )
    if not judgements.queries:
        raise NothingJudged("There is no query to measure by in these judgements.")
    name_of = {entry.id: name for name, entry in judged}
    with tempfile.TemporaryDirectory(prefix="signpost-relevance-") as folder:
        path = Path(folder) / "index"
        build(path, (entry for _, entry in judged), 0, knowledge=knowledge, boosts=boosts)
        signpost = ColumnIndex(path, knowledge=knowledge, boosts=boosts)
        bm25 = ColumnIndex(path, knowledge=_unheard(knowledge), boosts=_plain(boosts))
        return [
            Evaluated(query=query, signpost=_scores(signpost, query, name_of), bm25=_scores(bm25, query, name_of))
            for query in judgements.queries
        ]


def _unheard(knowledge: Knowledge) -> Knowledge:
    """The same words, but no need is heard in a question."""
    return replace(knowledge, phrases=knowledge.phrases.deaf())


def _plain(boosts: Boosts) -> Boosts:
    return replace(boosts, words=replace(boosts.words, coordination=0.0))


def _scores(index: SearchIndex, query: JudgedQuery, name_of: dict[str, str]) -> Scores:
    hits = index.search(Query(text=query.text, size=RECALL_AT)).hits
    grades = [query.relevant.get(name_of[hit.entry.id], 0) for hit in hits]
    present = set(name_of.values())
    wanted = [grade for name, grade in query.relevant.items() if name in present]
    return Scores(
        ndcg=ndcg(grades, wanted, NDCG_AT),
        recall=recall(grades, wanted, RECALL_AT),
        success=success(grades, SUCCESS_AT),
    )


def mean(scores: Sequence[Scores]) -> Scores:
    """The mean of each number over queries."""
    count = len(scores) or 1
    return Scores(
        ndcg=sum(one.ndcg for one in scores) / count,
        recall=sum(one.recall for one in scores) / count,
        success=sum(one.success for one in scores) / count,
    )
