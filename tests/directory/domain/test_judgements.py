"""Clusters of records held to be one."""

from hypothesis import given
from hypothesis import strategies as st

from directory.domain.identifiers import Identifier
from directory.domain.judgements import AUTOMATIC, Candidate, Clusters, Judgement, Verdict

CHARITY_1, CHARITY_2 = Identifier.parse("GB-CHC-1000001"), Identifier.parse("GB-CHC-1000002")


def candidates(*identifiers: Identifier | None) -> list[Candidate]:
    return [
        Candidate(id=f"r{order}", order=order, identifiers=frozenset({one} if one else ()))
        for order, one in enumerate(identifiers)
    ]


def clusters_of(clusters: Clusters) -> list[list[str]]:
    return sorted(sorted(members) for members in clusters.by_representative().values())


def test_the_earliest_record_stands_for_its_cluster() -> None:
    clusters = Clusters(candidates(None, None, None), {})
    assert clusters.join("r2", "r1")
    assert clusters.join("r1", "r0")
    assert clusters.by_representative() == {"r0": frozenset({"r0", "r1", "r2"})}


def test_different_charity_numbers_are_never_joined_even_through_a_third() -> None:
    clusters = Clusters(candidates(CHARITY_1, None, CHARITY_2), {})
    assert clusters.join("r0", "r1")
    assert not clusters.join("r1", "r2")
    assert clusters_of(clusters) == [["r0", "r1"], ["r2"]]


def test_numbers_that_a_register_calls_one_body_do_not_conflict() -> None:
    clusters = Clusters(candidates(CHARITY_1, CHARITY_2), {CHARITY_1: CHARITY_1, CHARITY_2: CHARITY_1})
    assert clusters.join("r0", "r1")


def test_a_person_may_insist_on_what_the_numbers_forbid() -> None:
    assert Clusters(candidates(CHARITY_1, CHARITY_2), {}).join("r0", "r1", insist=True)


def test_what_a_person_holds_for_different_stays_apart_through_any_chain() -> None:
    clusters = Clusters(candidates(None, None, None), {})
    clusters.keep_apart("r0", "r2")
    assert clusters.join("r0", "r1")
    assert not clusters.join("r2", "r1", insist=True)


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12),
    st.lists(st.booleans(), min_size=6, max_size=6),
)
def test_every_record_is_in_exactly_one_cluster_and_no_cluster_has_two_numbers(
    pairs: list[tuple[int, int]], first: list[bool]
) -> None:
    own = [CHARITY_1 if one else CHARITY_2 for one in first]
    clusters = Clusters(candidates(*own), {})
    for one, other in pairs:
        clusters.join(f"r{one}", f"r{other}")
    found = clusters.by_representative()
    assert sorted(member for members in found.values() for member in members) == [f"r{n}" for n in range(6)]
    assert all(len({own[int(member[1:])] for member in members}) == 1 for members in found.values())


def test_a_judgement_is_the_same_whichever_record_is_named_first() -> None:
    one = Judgement.between("b", "a", Verdict.SAME, by=AUTOMATIC, reason="a test")
    assert (one.left, one.right) == ("a", "b")
