"""A page names a service by number, phone, postcode or name, and not by words that happen to be near."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.visiting.naming import Expected, names, names_by_host, names_by_number, shares_words
from crawlers.visiting.page import Page


def page(text: str, title: str = "") -> Page:
    return Page(title=title, text=text)


@pytest.mark.parametrize(
    "text",
    [
        "Ring 0191 498 0123.", "Ring 01914980123", "Tel: (0191) 498-0123", "+44 191 498 0123", "+44 (0)191 498 0123",
        "+441914980123", "0044 191 498 0123", "0191\n498\n0123", "0191.498.0123",
    ],
)  # fmt: skip
def test_phone_is_found_however_it_is_written(text: str) -> None:
    assert names(page(text), Expected(phones=("+44 191 498 0123",)))
    assert names(page(text), Expected(phones=("0191 498 0123",)))


@pytest.mark.parametrize("text", ["0191 498 0124", "0191 498 01234", "10191 498 0123 4", "99191498 0123", ""])
def test_other_numbers_are_not_the_phone(text: str) -> None:
    assert not names(page(text), Expected(phones=("0191 498 0123", "no number")))


@pytest.mark.parametrize("text", ["NE28 9ND", "ne289nd", "at NE28\n9ND."])
def test_postcode_is_found(text: str) -> None:
    assert names_by_number(page(text), Expected(postcodes=("NE28 9ND",)))


@pytest.mark.parametrize("text", ["NE28 9NE", "ANE28 9ND", "NE28 9NDX"])
def test_other_postcodes_are_not_it(text: str) -> None:
    assert not names_by_number(page(text), Expected(postcodes=("NE28 9ND", "NE28")))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Charity 1122334.", "1122334"),
        ("No. 1 122 334", "1122334"),
        ("SC 012345", "SC012345"),
        ("sc012345", "SC012345"),
    ],
)
def test_charity_number_is_found(text: str, number: str) -> None:
    assert names_by_number(page(text), Expected(charity_numbers=(number,)))


@pytest.mark.parametrize("text", ["11223345", "01122334", "112233", "12"])
def test_part_of_a_number_is_not_it(text: str) -> None:
    assert not names_by_number(page(text), Expected(charity_numbers=("1122334", "12")))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Elm Hall Lunch Club", ""), ("Home | Elm Hall Lunch Club", ""), ("ELM HALL LUNCH CLUB – Wallsend", ""),
        ("", "Welcome to the Elm Hall Lunch Club, where all may eat."), ("", "Lunch Club, Elm Hall"),
        ("", "Come to Elm\nHall\nLunch\nClub today"), ("", "The Elm Hall's Lunch Club Ltd"),
        ("Elm Hall Luncheon Club", ""),
    ],
)  # fmt: skip
def test_name_is_found_in_title_line_or_sentence(title: str, text: str) -> None:
    assert names(page(text, title), Expected(name="Elm Hall Lunch Club"))


@pytest.mark.parametrize("text", ["Oak Hall Dance Club", "Elm Hall", "A hall with a club", "", "Best slots online"])
def test_other_names_are_not_it(text: str) -> None:
    assert not names(page(text), Expected(name="Elm Hall Lunch Club"))


def test_name_of_one_word_counts_as_a_line_and_not_in_a_sentence() -> None:
    assert names(page("Opening times\nHaven\nContact"), Expected(name="Haven"))
    assert names(page("", "Haven | Home"), Expected(name="Haven"))
    assert not names(page("Slots are a haven for those who like to win"), Expected(name="Haven"))


@pytest.mark.parametrize(("name", "found"), [("", False), ("!!!", False)])
def test_name_without_words_is_never_found(name: str, found: bool) -> None:
    assert names(page("Elm Hall"), Expected(name=name)) is found


@pytest.mark.parametrize(
    ("url", "final_url", "title", "found"),
    [
        ("http://www.elm-hall.org/", "http://elmhall.org.uk/", "", True),
        ("http://elm-hall.org/", "http://example.org/", "The Elm Hall", True),
        ("http://elm-hall.org/", "http://example.org/", "Oak", False),
        ("http://abc.org/", "http://abc.example.org/", "abc", False),
    ],
)
def test_host_stands_in_for_a_name(url: str, final_url: str, title: str, found: bool) -> None:
    assert names_by_host(page("", title), url, final_url) is found


def test_half_of_the_words_of_a_name_may_still_be_about_it() -> None:
    assert shares_words(page("Lunch in the hall"), "Elm Hall Lunch Club")
    assert not shares_words(page("Lunch for winners"), "Elm Hall Lunch Club")


@given(st.text(max_size=200), st.text(max_size=30))
def test_any_text_and_any_expectation_are_judged(text: str, wanted: str) -> None:
    expected = Expected(name=wanted, phones=(wanted,), postcodes=(wanted,), charity_numbers=(wanted,))

    assert names(page(text, text), expected) in (True, False)
