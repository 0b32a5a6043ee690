"""Names in capitals are presented as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.capitals import present_name, title_case


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("THE FRIENDS OF WADE AND THE HARBOUR", "The Friends of Wade and the Harbour"),
        ("WADE - THE HOUSE OF HOPE", "Wade - The House of Hope"),
        ("WADE (THE TRUST)", "Wade (The Trust)"),
        ("ST JOHN'S AND ST. MARY’S", "St John's and St. Mary’s"),
        ("CHILDREN'S CENTRE", "Children's Centre"),
        ("O'BRIEN AND D'ARCY AT L'ARCHE", "O'Brien and D'Arcy at L'Arche"),
        ("RONALD MCDONALD HOUSE", "Ronald McDonald House"),
        ("MACMILLAN CARE", "Macmillan Care"),
        ("WADE YMCA AND U3A", "Wade YMCA and U3A"),
        ("NHS WADE CIC", "NHS Wade CIC"),
        ("WADE MINDS (SCIO)", "Wade Minds (SCIO)"),
        ("WADE HEALTH MATTERS FOR ALL (WHMA)", "Wade Health Matters for All (WHMA)"),
        ("WADE RELIEF (NORTH)", "Wade Relief (North)"),
        ("THE BSCD", "The BSCD"),
        ("CWM WADE LTD", "Cwm Wade Ltd"),
        ("1ST WADE SCOUTS, 3RD TROOP", "1st Wade Scouts, 3rd Troop"),
        ("WADE-UPON-TYNE PRE-SCHOOL", "Wade-upon-Tyne Pre-School"),
        ("HIV/AIDS SUPPORT", "HIV/AIDS Support"),
        ("J A SMITH TRUST", "J A Smith Trust"),
        ("A. SMITH TRUST FOR A. JONES", "A. Smith Trust for A. Jones"),
        ("MAKE A DIFFERENCE", "Make a Difference"),
        ("HENRY VIII SCHOOL", "Henry VIII School"),
        ("E8 ACTION", "E8 Action"),
        ("TURN2US", "Turn2US"),
    ],
)
def test_name_in_capitals_is_presented_in_title_case(printed: str, written: str) -> None:
    assert present_name(printed) == written


@pytest.mark.parametrize("name", ["bohemia counselling", "WorldSkills UK", "Glenfarrow ASRA"])
def test_name_not_all_in_capitals_is_left_as_it_is(name: str) -> None:
    assert present_name(name) == name


def test_runs_of_white_space_are_folded() -> None:
    assert present_name("  Wade   Choir\n") == "Wade Choir"


@given(st.text())
def test_presenting_changes_nothing_but_case_and_white_space(name: str) -> None:
    assert present_name(name).casefold().split() == name.casefold().split() or not name.isascii()


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
def test_presenting_twice_is_presenting_once(name: str) -> None:
    once = present_name(name.upper())

    assert present_name(once) == once or once.isupper()
    assert len(title_case(name)) == len(name)
