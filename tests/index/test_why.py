"""The sentence that says why a service was found, and suggestions where nothing was."""

from pathlib import Path

import pytest

from directory.domain.entries import Entry
from directory.domain.places import Place, Precision
from directory.domain.records import Basis, LocationType, ServiceStatus
from directory.domain.status.rules import State
from directory.domain.status.standing import Standing
from index.build import build
from index.columns.engine import ColumnIndex
from index.protocol import Query
from tests.index.samples import BOOSTS, KNOWLEDGE, MUSIC, REGISTER, WALLSEND, clock, entry, place

OFFICE = place(250_000, kind=LocationType.POSTAL, postcode="LS1 4AP")
ABOUT = Place(
    label="Wallsend", point=WALLSEND.point, precision=Precision.PLACE, radius_m=2_000, local_authority="E08000022"
)


def search(folder: Path, entries: list[Entry], query: Query) -> str:
    build(folder, entries, 0, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)
    index = ColumnIndex(folder, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)
    return "; ".join(hit.why for hit in index.search(query).hits)


@pytest.mark.parametrize(
    ("one", "text", "near", "why"),
    [
        (entry("1", "Community knitting", place(1_200)), "knitting", WALLSEND,
         "Matches “knitting” in its name, 1.2 km away"),
        (entry("1", "Friends", place(352), description="Bereavement choir"), "bereavement choir", WALLSEND,
         "Matches “bereavement” and “choir” in what it does; about bereavement, 350 m away"),
        (entry("1", "Cruse", OFFICE, areas=("E08000022",), description="Bereavement"), "bereavement", WALLSEND,
         "Matches “bereavement” in what it does; about bereavement; serves the council area of NE28 9ND; based in LS1"),
        (entry("1", "Helpline", areas=("uk",), categories=(MUSIC,)), "singing helpline", WALLSEND,
         "Matches “helpline” in its name and “singing” in its categories; about singing and music; "
         "serves the whole of the UK"),
        (entry("1", "Choir", place(1_200), status=ServiceStatus.TEMPORARILY_CLOSED, basis=Basis.REGISTER), "", WALLSEND,
         "1.2 km away, temporarily closed, described by a register"),
        (entry("1", "Choir", place(1_200), standing=Standing(state=State.UNCONFIRMED, p_open=0.6)), "", WALLSEND,
         "1.2 km away, not confirmed lately"),
        (entry("1", "Choir", place(1_200), standing=Standing(state=State.AT_RISK, p_open=0.9)), "", WALLSEND,
         "1.2 km away, its funding ends"),
        (entry("1", "Choir", place(1_200), standing=Standing(state=State.LIKELY_CLOSED, p_open=0.1)), "", WALLSEND,
         "1.2 km away, may have closed"),
        (entry("1", "Choir", place(1_200), standing=Standing(state=State.OPEN, p_open=0.9)), "", WALLSEND,
         "1.2 km away"),
        (entry("1", "Choir", place(1_200)), "", ABOUT, "About 1 km away"),
        (entry("1", "Choir", sources=(REGISTER,)), "", None, "Listed by The register"),
        (entry("1", "Visitors", place(350), description="Bereavement"), "my wife died last year", WALLSEND,
         "About bereavement, 350 m away"),
        (entry("1", "Choir", place(10, kind=LocationType.POSTAL)), "choi*", WALLSEND,
         "Matches “choi…” in its name, 10 m away, its office is not where it runs"),
    ],
)  # fmt: skip
def test_a_plain_sentence_says_why(tmp_path: Path, one: Entry, text: str, near: Place | None, why: str) -> None:
    assert search(tmp_path, [one], Query(text=text, near=near, within_m=10_000 if near else None)) == why


def test_nothing_found_suggests_easier_questions_that_find_something(tmp_path: Path) -> None:
    build(tmp_path, [entry("1", "Choir"), entry("2", "Lunch club")], 0, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)
    index = ColumnIndex(tmp_path, knowledge=KNOWLEDGE, boosts=BOOSTS, clock=clock)

    assert index.search(Query(text="choir AND lunch")).suggestions == ("choir lunch", "lunch", "choir")
    assert index.search(Query(text='"choir lunch"')).suggestions == ("choir lunch", "lunch", "choir")
    assert index.search(Query(text="zzzzz")).suggestions == ()
    assert index.search(Query(text="choir")).suggestions == ()
