"""Where people must live, as their descriptions say it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.eligibility.criteria import Field, Strength
from directory.domain.eligibility.criteria import Test as Bearing
from directory.domain.wording.residency import GP_NOTE, WIDER_NOTE, residency_in


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Lunch for people living in Wallsend.", ["words:Wallsend"]),
        ("For anyone living in NE28, who is on their own.", ["postcode:NE28"]),
        ("Open to residents of NE28 and NE29 only", ["postcode:NE28", "postcode:NE29"]),
        ("You must live within the NE28 postcode.", ["postcode:NE28"]),
        ("You need to have an NE28 postcode", ["postcode:NE28"]),
        ("For people in postcodes NE28, NE29 and NE30.", ["postcode:NE28", "postcode:NE29", "postcode:NE30"]),
        ("Relief of inhabitants of the parish of Little Snoring.", ["words:parish of Little Snoring"]),
        ("The poor of the parish of St. Agnes who are sick", ["words:parish of St. Agnes"]),
        ("Grants to those who are of the parish of Much Hadham.", ["words:parish of Much Hadham"]),
        ("Persons resident in or near Whitby", ["words:in or near Whitby"]),
        ("Anyone who lives in and around Whitby.", ["words:in and around Whitby"]),
        ("Anyone who lives in or near NE28.", ["postcode:NE28"]),
        ("who reside in the London Borough of Brent and need help", ["words:London Borough of Brent"]),
        ("For people who live, work or study in North Tyneside.", ["words:North Tyneside"]),
        ("Advice for Wallsend residents on Mondays.", ["words:Wallsend"]),
        ("Supporting Isle of Wight residents", ["words:Isle of Wight"]),
        ("Help to the people of Gloucestershire", ["words:Gloucestershire"]),
        ("Trips for the children of Newcastle upon Tyne.", ["words:Newcastle upon Tyne"]),
        ("living in Wallsend, Howdon and Willington Quay", ["words:Wallsend, Howdon and Willington Quay"]),
        ("residents of the Druids Heath area", ["words:Druids Heath area"]),
        ("living in Whitby and the surrounding areas", ["words:Whitby and the surrounding areas"]),
        ("FOR THE INHABITANTS OF WHITBY WHO ARE IN NEED", ["words:WHITBY"]),
        ("RESIDENTS OF THE BOROUGH OF WHITBY IN PARTICULAR", ["words:BOROUGH OF WHITBY"]),
        ("people resident for at least two years in Whitby", ["words:Whitby"]),
        ("You must be registered with a GP in Wallsend.", ["words:Wallsend"]),
        ("If you are registered with a North Tyneside GP practice", ["words:North Tyneside"]),
        (
            "Poor people living in the Parish of Bray or the immediate vicinity thereof",
            ["words:Parish of Bray or the immediate vicinity thereof"],
        ),
        ("people living in Bristol with asthma", ["words:Bristol"]),
        ("TO HELP RESIDENTS IN BRENT, EALING AND HARROW ACCESS ADVICE", ["words:BRENT, EALING AND HARROW"]),
        ("Helping residents in the Calder Valley", ["words:Calder Valley"]),
        ("Trips for South Ribble and Chorley residents", ["words:South Ribble and Chorley"]),
        ("persons residing permanently in Guernsey", ["words:Guernsey"]),
        ("people living in or connected with Ilkley", ["words:in or connected with Ilkley"]),
        ("Advice to housing tenants in Merseyside", ["words:Merseyside"]),
        ("For everybody who lives in the town and surrounding areas.", ["words:town and surrounding areas"]),
        ("Lunch for over 50's from the village and surrounding area", ["words:village and surrounding area"]),
        ("For the benefit of the Isle of Bute and its inhabitants", ["words:Isle of Bute"]),
        ("RESIDENTS OF WHITBY REQUIRING CARE", ["words:WHITBY"]),
        ("RESIDENTS OF WHITBY WIDOWED IN WAR", ["words:WHITBY"]),
        ("Residents of Ely. Free to residents of Ely.", ["words:Ely"]),
        ("the people of Ely in Kent including the young", ["words:Ely in Kent"]),
        (
            "INHABITANTS OF WHITBY IN THE COUNTY OF NORTH YORKSHIRE BY GRANTS",
            ["words:WHITBY IN THE COUNTY OF NORTH YORKSHIRE"],
        ),
        ("INHABITANTS OF WHITBY AND THE RUSWARP NEIGHBOURHOOD", ["words:WHITBY AND THE RUSWARP NEIGHBOURHOOD"]),
        ("inhabitants of Whitby & it's surrounds", ["words:Whitby & it's surrounds"]),
        ("inhabitants of the parishes of Aston with Aughton", ["words:parishes of Aston with Aughton"]),
        (
            "resident in Ely or the neighbouring parishes of Witchford",
            ["words:Ely or the neighbouring parishes of Witchford"],
        ),
        ("residents of Blackburn with Darwen", ["words:Blackburn with Darwen"]),
        ("residents of Scotland, particularly the area of Argyll", ["words:Scotland, particularly the area of Argyll"]),
        ("residents of Scotland, particularly the elderly", ["words:Scotland"]),
        ("people living in Bristol in Partnership with others", ["words:Bristol"]),
        ("carers living anywhere in the borough of Whitby", ["words:borough of Whitby"]),
        ("Inhabitants of the area of benefit (London Borough of Brent)", ["words:London Borough of Brent"]),
        ("Work in Argyll (“the Operating Area”). Residents of the Operating Area come.", ["words:Argyll"]),
    ],
)
def test_places_are_found(text: str, values: list[str]) -> None:
    criteria = residency_in(text)
    assert [value for criterion in criteria for value in criterion.values] == values
    for criterion in criteria:
        assert (criterion.field, criterion.test) == (Field.RESIDENCY, Bearing.NEEDS)
        assert criterion.span
        assert criterion.span in text


@pytest.mark.parametrize(
    "text",
    [
        "We run classes in Wallsend.",
        "Sport for residents of Wallsend and the wider community",
        "The faithful residing in the United Kingdom and worldwide",
        "Residents of Wallsend or elsewhere",
        "Residents of Wallsend as constituted in 1900",
        "Residents of the Operating Area",
        "Residents of Wallsend and visitors",
        "WORK IN ARGYLL (THE OPERATING AREA). RESIDENTS OF THE OPERATING AREA COME.",
        "Residents of the area of benefit (as the trustees say)",
        "The children of St Mary's Primary School",
        "Young people of Catholic families",
        "The Wallsend Residents Association",
        "Disabled residents may come.",
        "Relief among the people of Kenya",
        "A centre run by the people of Wallsend",
        "Music played live in Wallsend",
        "Families living in poverty",
        "PEOPLE LIVING IN POVERTY AND HARDSHIP",
        "The cost of living in London is high.",
        "A high standard of living in Wales",
        "Advice for local residents",
        "ALL RESIDENTS ARE WELCOME",
        "The residents' association",
        "Residents of the almshouses",
        "Residents of Wallsend Almshouses",
        "Residents of St Mary's Care Home",
        "Live-in care",
        "Independent living in Scotland",
        "people living with asthma in Kent",
        "People of all ages",
        "People of African descent",
        "Children of God",
        "The people of the Borough",
        "with a postcode lottery",
        "Register with a GP.",
        "Homes registered with the Care Commission",
        "resident in the area of benefit",
        "IN THE NAME OF THE PEOPLE OF GOD",
        "Our residents. They live in. Wallsend has shops.",
        "Everyone registered at the surgery in town",
        "The Residents",
    ],
)
def test_where_work_is_done_or_people_are_is_no_residency(text: str) -> None:
    assert residency_in(text) == []


def test_a_gp_practice_is_noted() -> None:
    (criterion,) = residency_in("Patients registered with a Wallsend surgery")
    assert criterion.note == GP_NOTE


@pytest.mark.parametrize(
    "text", ["live or work in Wallsend", "living in or near NE28", "residents of Wallsend and the surrounding villages"]
)
def test_a_place_that_is_not_all_of_it_is_noted(text: str) -> None:
    (criterion,) = residency_in(text)
    assert criterion.note == WIDER_NOTE


def test_softened_wording_is_a_preference() -> None:
    (criterion,) = residency_in("Open to all, with priority given to people living in Wallsend.")
    assert criterion.strength is Strength.PREFERS


@given(st.text())
def test_junk_never_raises(text: str) -> None:
    residency_in(text)


WORDS = (
    "residents",
    "of",
    "living",
    "in",
    "the",
    "NE28",
    "Wallsend",
    "and",
    "or",
    ",",
    ".",
    "postcode",
    "GP",
    "with",
    "a",
)


@given(st.lists(st.sampled_from(WORDS)))
def test_what_looks_like_residency_never_raises(words: list[str]) -> None:
    for criterion in residency_in(" ".join(words)):
        assert criterion.values
