"""Ranking measured on a judged set so small that every figure is worked out by hand here, beside BM25 alone."""

import math
from collections.abc import Mapping

import pytest

from index.relevance.evaluate import Evaluated, NothingJudged, Scores, evaluate, judged_entries, mean
from index.relevance.judgements import Half, JudgedQuery, Judgements
from index.relevance.report import report
from tests.index.samples import BOOSTS, GRIEF, KNOWLEDGE, entry

VISITORS, WIFE, FOOTBALL, CLUB, CHESS = "GB-CHC-1122334", "wife", "football", "club", "chess"
ENTRIES = (
    entry("1", "Bereavement visitors", identifiers=("GB-COH-01122334", VISITORS)),
    entry(WIFE, "His wife died"),
    entry(FOOTBALL, "Football"),
    entry(CLUB, "Friday club", categories=(GRIEF,)),
    entry("evening", "Chess evening"),
    entry(CHESS, "Chess for everybody"),
    entry("not-judged", "Bereavement group for when a wife died"),
)
NONE, ALL = Scores(ndcg=0.0, recall=0.0, success=0.0), Scores(ndcg=1.0, recall=1.0, success=1.0)


def judged(text: str, relevant: Mapping[str, int], half: Half | None = None, kind: str | None = None) -> JudgedQuery:
    return JudgedQuery(text=text, relevant=relevant, half=half, kind=kind)


def evaluated(*queries: JudgedQuery) -> list[Evaluated]:
    judgements = Judgements(queries=queries, pool=frozenset((VISITORS, WIFE, FOOTBALL, CLUB, CHESS, "evening")))
    return evaluate(ENTRIES, judgements, KNOWLEDGE, BOOSTS)


def test_a_need_heard_finds_what_bm25_alone_does_not() -> None:
    [one] = evaluated(judged("my wife died", {VISITORS: 3, WIFE: 1}))

    ideal = (2**3 - 1) / math.log2(2) + (2**1 - 1) / math.log2(3)
    assert one.bm25.ndcg == pytest.approx(1 / ideal)  # only the one of grade 1, at rank 1
    assert (one.bm25.recall, one.bm25.success) == (0.5, 1.0)
    assert (one.signpost.recall, one.signpost.success) == (1.0, 1.0)
    assert one.signpost.ndcg > one.bm25.ndcg


def test_one_that_comes_second_costs_what_the_formula_says() -> None:
    [one] = evaluated(judged("chess evening", {CHESS: 2}))

    assert one.signpost.ndcg == pytest.approx(1 / math.log2(3))
    assert (one.signpost.recall, one.signpost.success) == (1.0, 1.0)
    assert one.bm25 == one.signpost


def test_what_nobody_finds_is_nought() -> None:
    [one] = evaluated(judged("xylophones", {FOOTBALL: 2}))

    assert one.signpost == one.bm25 == NONE


def test_what_is_judged_and_not_in_the_catalogue_is_not_held_against_it() -> None:
    [one] = evaluated(judged("kick about in the park", {FOOTBALL: 2, "elsewhere": 3}))

    assert (one.signpost, one.bm25) == (ALL, NONE)


def test_categories_do_not_answer_for_the_words() -> None:
    [one] = evaluated(judged("bereavement", {CLUB: 3}))

    assert one.signpost == NONE


def test_only_judged_services_are_ranked_each_once_under_its_name() -> None:
    again = entry("again", "The same charity", identifiers=(VISITORS,))
    judgements = Judgements(queries=(), pool=frozenset((VISITORS, CLUB)))

    ranked = list(judged_entries([*ENTRIES, again], judgements))

    assert [(name, one.id) for name, one in ranked] == [(VISITORS, "1"), (CLUB, CLUB)]
    assert [one.categories for _, one in ranked] == [(), ()]


def test_an_own_id_goes_before_an_identifier() -> None:
    both = entry(WIFE, "His wife died", identifiers=(VISITORS,))
    judgements = Judgements(queries=(), pool=frozenset((VISITORS, WIFE)))

    assert [name for name, _ in judged_entries([both], judgements)] == [WIFE]


def test_a_catalogue_without_any_judged_service_says_what_to_do() -> None:
    judgements = Judgements(queries=(judged("choir", {"elsewhere": 1}),), pool=frozenset(["elsewhere"]))

    with pytest.raises(NothingJudged, match="run `signpost harvest gb-ukcat-sample` first"):
        evaluate(ENTRIES, judgements, KNOWLEDGE, BOOSTS)


def test_the_mean_counts_each_query_alike() -> None:
    assert mean([ALL, NONE, NONE, ALL]) == Scores(ndcg=0.5, recall=0.5, success=0.5)
    assert mean([]) == NONE


def test_the_report_has_a_line_for_each_query_each_group_and_all() -> None:
    found = evaluated(
        judged("kick about in the park", {FOOTBALL: 2}, Half.TUNE, "everyday"),
        judged("chess evening", {CHESS: 2}, Half.REPORT, "everyday"),
        judged("xylophones", {FOOTBALL: 2}),
    )

    lines = list(report(found, each=True))

    figures = [line.split() for line in lines]
    assert lines[0].split() == ["nDCG@10", "BM25", "recall@20", "BM25", "success@5", "BM25", "query"]
    assert figures[1] == ["1.000", "0.000", "1.000", "0.000", "1.000", "0.000", "kick", "about", "in", "the", "park"]
    assert figures[2][:6] == ["0.631", "0.631", "1.000", "1.000", "1.000", "1.000"]
    assert [line.split("  ")[-1].split(";")[0] for line in lines[6:]] == [
        "no half, no kind: 1", "report half, everyday: 1", "tune half, everyday: 1", "all: 3",
    ]  # fmt: skip
    assert figures[-1][:6] == ["0.544", "0.210", "0.667", "0.333", "0.667", "0.333"]
    assert "against BM25 p = " in lines[-1]


def test_the_report_may_leave_out_the_queries() -> None:
    lines = list(report(evaluated(judged("my wife died", {WIFE: 2})), each=False))

    assert len(lines) == 3
    assert "my wife died" not in "".join(lines)
