"""Figures of rankings: worked by hand, and what must hold of any."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.relevance.metrics import Interval, bootstrap_interval, mean, ndcg, paired_permutation, recall, success

GRADES = st.lists(st.integers(0, 3), min_size=1, max_size=40)
FIGURES = st.lists(st.floats(0, 1), min_size=1, max_size=30)


def test_gains_are_discounted_by_rank() -> None:
    # DCG of 3, 0, 1: 7 / log2(2) + 0 + 1 / log2(4) = 7.5; of the best order 3, 2, 1: 7 + 3 / log2(3) + 0.5 = 9.39279
    assert ndcg([3, 0, 1], [1, 3, 2, 0]) == pytest.approx(7.5 / 9.39279, abs=1e-5)


def test_one_relevant_answer_in_third_place_is_worth_half() -> None:
    assert ndcg([0, 0, 1], [1]) == 0.5


def test_only_the_first_ten_count() -> None:
    assert ndcg([0] * 10 + [3], [3]) == 0.0
    assert ndcg([1] * 10, [1] * 200) == 1.0


def test_the_best_order_has_what_was_not_found() -> None:
    assert ndcg([1], [1, 1]) == pytest.approx(1 / (1 + 1 / math.log2(3)))


def test_recall_is_of_everything_relevant() -> None:
    assert recall([1, 0, 2], [1, 2, 3, 1, 0]) == 0.5
    assert recall([1] * 30, [1] * 40) == 0.5
    assert recall([0] * 20 + [1], [1]) == 0.0


def test_success_asks_for_one_answer_on_the_first_screen() -> None:
    assert success([0, 0, 0, 0, 1]) == 1.0
    assert success([0, 0, 0, 0, 0, 1]) == 0.0
    assert success([]) == 0.0


def test_nothing_relevant_scores_nothing() -> None:
    assert (ndcg([0, 0], [0, 0]), recall([0], []), success([0])) == (0.0, 0.0, 0.0)


def test_more_relevant_answers_score_higher() -> None:
    assert ndcg([3, 1], [3, 1]) > ndcg([1, 3], [3, 1]) > ndcg([0, 3], [3, 1]) > ndcg([0, 1], [3, 1])


@given(GRADES.flatmap(lambda grades: st.tuples(st.just(grades), st.permutations(grades))), st.integers(0, 40))
def test_figures_lie_between_nought_and_one(judged: tuple[list[int], list[int]], found: int) -> None:
    grades, ranked = judged[0], judged[1][:found]

    assert all(0 <= figure <= 1 for figure in (ndcg(ranked, grades), recall(ranked, grades), success(ranked)))


@given(GRADES.filter(any))
def test_the_best_order_scores_one(grades: list[int]) -> None:
    best = sorted(grades, reverse=True)

    assert ndcg(best, grades) == 1.0
    assert success(best) == 1.0
    assert recall(best, grades, depth=len(grades)) == 1.0


@given(st.permutations(["a", "b", "c", "d", "e", "f"]))
def test_the_order_of_irrelevant_answers_does_not_matter(irrelevant: list[str]) -> None:
    relevant = {"x": 2, "y": 1}
    places = ["x", *irrelevant[:3], "y", *irrelevant[3:]]

    ranked = [relevant.get(id_, 0) for id_ in places]

    assert ndcg(ranked, relevant.values()) == ndcg([2, 0, 0, 0, 1], [1, 2])


@given(GRADES, st.integers(0, 38))
def test_a_better_answer_moved_up_never_lowers_the_score(grades: list[int], place: int) -> None:
    if place + 1 < len(grades):
        moved = [*grades[:place], *sorted(grades[place : place + 2], reverse=True), *grades[place + 2 :]]
        assert ndcg(moved, grades) >= ndcg(grades, grades)


def test_a_mean_counts_each_query_alike() -> None:
    assert mean([1.0, 0.0, 0.5]) == 0.5


@given(FIGURES, st.integers(0, 2**32))
def test_an_interval_lies_within_the_values(values: list[float], seed: int) -> None:
    low, high = bootstrap_interval(values, seed)

    assert min(values) - 1e-12 <= low <= high <= max(values) + 1e-12
    assert bootstrap_interval(values, seed) == (low, high)


def test_values_that_agree_leave_no_doubt() -> None:
    assert bootstrap_interval([0.5] * 9, seed=1) == Interval(0.5, 0.5)


def test_an_interval_is_about_two_standard_errors_either_side() -> None:
    values = np.random.default_rng(7).random(400).tolist()
    error = 1.96 * float(np.std(values)) / math.sqrt(400)

    low, high = bootstrap_interval(values, seed=3)

    assert low == pytest.approx(mean(values) - error, abs=0.004)
    assert high == pytest.approx(mean(values) + error, abs=0.004)


def test_five_gains_of_five_arise_by_chance_twice_in_thirty_two() -> None:
    assert paired_permutation([0.9] * 5, [0.1] * 5, seed=11) == pytest.approx(2 / 32, abs=0.01)


def test_no_difference_is_no_evidence() -> None:
    assert paired_permutation([0.2, 0.7], [0.2, 0.7], seed=5) == 1.0


def test_a_steady_gain_is_told_from_chance() -> None:
    one = [0.5 + 0.01 * place for place in range(30)]

    assert paired_permutation([value + 0.1 for value in one], one, seed=5) < 0.001


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=12), st.integers(0, 1000))
def test_which_ranking_is_named_first_does_not_matter(pairs: list[tuple[float, float]], seed: int) -> None:
    one, other = [a for a, _ in pairs], [b for _, b in pairs]

    p_value = paired_permutation(one, other, seed)

    assert 0 < p_value <= 1
    assert p_value == paired_permutation(other, one, seed)


def test_figures_of_nothing_are_refused() -> None:
    for refused in (
        mean,
        lambda values: bootstrap_interval(values, 1),
        lambda values: paired_permutation(values, [], 1),
    ):
        with pytest.raises(ValueError, match="no values"):
            refused([])
    with pytest.raises(ValueError, match="shorter"):
        paired_permutation([0.1, 0.2], [0.1], seed=1)
