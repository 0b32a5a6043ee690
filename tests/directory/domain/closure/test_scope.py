"""Whose closing it is: the service's own, a part of it, or somebody else's."""

from datetime import date

import pytest

from directory.domain.closure.reading import read_closure
from directory.domain.closure.service import service_of

ON = date(2026, 3, 10)
NAME = "Wallsend Lunch Club"

ELSEWHERE = [
    ("closed", "Wallsend Lunch Club has closed."),
    ("closed", "WALLSEND LUNCH CLUB HAS CLOSED"),
    ("closed", "The Wallsend Lunch-Club has closed."),
    ("closed", "WLC has closed."),
    ("closed", "W.L.C. closed in May 2024."),
    ("closed", "We have closed."),
    ("closed", "After many years with us the club has closed."),
    ("closed", "The club has closed, say the members of Wallsend Lunch Club."),
    ("nothing", "The club has closed."),
    ("nothing", "Now closed."),
    ("nothing", "wlc has closed."),
    ("nothing", "Howdon Lunch Club has closed."),
    ("nothing", "Age UK has closed its lunch club."),
    ("nothing", "Wallsend Lunch Clubs have closed."),
    ("nothing", "They have closed."),
    ("nothing", "We meet on Tuesdays."),
]
OWN_PAGE = [
    ("closed", "It has closed."),
    ("closed", "Lunch club now closed"),
    ("closed", "THE CLUB HAS CLOSED"),
    ("closed", "OUR GROUP HAS NOW CLOSED"),
    ("closed", "Our charity has closed."),
    ("closed", "Our Club has closed."),
    ("closed", "The lunch club that we ran has closed."),
    ("closed", "The club we ran for years has closed."),
    ("closing", "With a heavy heart we must close the club."),
    ("closed", "We at the lunch club have now closed."),
    ("closed", "After 20 years Wallsend Lunch Club has closed."),
    ("closed", "This Charitable Trust has closed."),
    ("closed", "The committee has closed its club."),
    ("closed", "We are sorry to say that, having met for years, we have closed."),
    ("closed", "The members who ran it have closed it down."),
    ("at_risk", "Our café has closed."),
    ("at_risk", "Our Howdon group has closed."),
    ("at_risk", "One of our groups has closed down the Monday group."),
    ("nothing", "We meet in the library, which has closed."),
    ("nothing", "The hall that we used has closed."),
    ("nothing", "The centre in the high street has closed."),
    ("nothing", "In May Howdon Friends closed in a hurry."),
    ("nothing", "The Howdon Lunch Club has closed."),
    ("nothing", "Howdon group has closed."),
    ("nothing", "Our shop has closed."),
    ("nothing", "Our café is temporarily closed."),
    ("nothing", "Our lease has ended."),
    ("nothing", "Our raffle prizes have ended."),
    ("nothing", "Their group has closed its club."),
    ("nothing", "The council has closed its club."),
    ("nothing", "We have closed our car park."),
    ("nothing", "We have closed Howdon Hall."),
    ("nothing", "You have closed the page."),
    ("nothing", "A club has closed."),
]


def said(text: str, *, names: tuple[str, ...] = (NAME,), is_own_page: bool) -> str:
    reading = read_closure(text, names=names, is_own_page=is_own_page, on=ON)
    return " ".join(notice.kind for notice in reading.notices if notice.is_own) or "nothing"


@pytest.mark.parametrize(("kind", "text"), ELSEWHERE)
def test_elsewhere_a_notice_must_name_the_service_or_say_we(kind: str, text: str) -> None:
    assert said(text, is_own_page=False) == kind


@pytest.mark.parametrize(("kind", "text"), OWN_PAGE)
def test_on_its_own_page_the_noun_decides(kind: str, text: str) -> None:
    assert said(text, is_own_page=True) == kind


@pytest.mark.parametrize(
    ("kind", "text", "names"),
    [
        ("closed", "The library has closed.", ("Howdon Community Library",)),
        ("closed", "The shop has closed.", ("Howdon Community Shop",)),
        ("closed", "HCS has closed.", ("Howdon Community Shop",)),
        ("closed", "The Old Larder has closed.", ("Howdon Food Bank (The Old Larder)",)),
        ("closed", "Hope has closed.", ("Hope",)),
        ("closed", "The centre has closed.", ()),
        ("closed", "Howdon Lunch Club has closed.", ()),
        ("nothing", "Barclays has closed.", ()),
        ("nothing", "The UK has closed.", ("Universal Kitchens",)),
        ("closed", "The food bank has closed.", ("Feeding Howdon", "")),
    ],
)
def test_a_name_makes_its_own_words_the_service(kind: str, text: str, names: tuple[str, ...]) -> None:
    assert said(text, names=names, is_own_page=True) == kind


def test_a_name_of_one_word_is_a_name_with_its_capital_alone() -> None:
    hope = service_of(("Hope",), is_own_page=False)

    assert hope.is_named_in("At Hope we sing.")
    assert not hope.is_named_in("We hope to sing.")


def test_the_closing_of_another_body_is_kept_as_somebody_elses() -> None:
    reading = read_closure("Howdon Lunch Club has closed.", names=(NAME,), is_own_page=True, on=ON)

    assert [(notice.kind, notice.is_own) for notice in reading.notices] == [("closed", False)]
    assert reading.symbol == "no_closure_words"


def test_an_own_notice_comes_before_that_of_another_in_the_same_sentence() -> None:
    reading = read_closure(
        "Howdon Lunch Club has merged with Tyne Meals, and Wallsend Lunch Club has closed.", names=(NAME,), on=ON
    )

    assert [(notice.kind, notice.is_own) for notice in reading.notices] == [("closed", True)]
