"""Cutting the text of a page into sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.closure.sentences import LONGEST, sentences_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have closed. Thank you all.", ["We have closed.", "Thank you all."]),
        ("Opening hours\nMonday 9 to 5\n\nContact us", ["Opening hours", "Monday 9 to 5", "Contact us"]),
        ("We meet at St. Mark's Hall. Come along!", ["We meet at St. Mark's Hall.", "Come along!"]),
        ("The Revd. A. B. Smith founded it. It closed.", ["The Revd. A. B. Smith founded it.", "It closed."]),
        ("Bring food, e.g. Bread, or soup.", ["Bring food, e.g. Bread, or soup."]),
        ("Doors open 7.30pm. We close at 9.", ["Doors open 7.30pm.", "We close at 9."]),
        (
            "We meet at 7 p.m. We finish at 9 p.m. on Fri. 3 May.",
            ["We meet at 7 p.m.", "We finish at 9 p.m. on Fri. 3 May."],
        ),
        ("Has it closed? Yes! It has…", ["Has it closed?", "Yes!", "It has…"]),
        ("It has closed.We are sorry", ["It has closed.", "We are sorry"]),
        ("See www.example.org/closed.html for more", ["See www.example.org/closed.html for more"]),
        ("Home | About • Contact", ["Home", "About", "Contact"]),
        ("(We have closed.) Thank you", ["(We have closed.)", "Thank you"]),
        ("Closed for good.  \n  Sorry", ["Closed for good.", "Sorry"]),
        ("Ask Mr.\nWe have closed", ["Ask Mr.", "We have closed"]),
        ("Mae’r grŵp – wedi\u00a0cau.", ["Mae'r grŵp - wedi cau."]),
        ("", []),
        (" \n ... \n —", []),
        ("We meet in Bldg.", ["We meet in Bldg."]),
        ("We meet on Tues.", ["We meet on Tues."]),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text: str, expected: list[str]) -> None:
    assert list(sentences_of(text)) == expected


def test_a_sentence_without_end_is_cut_at_a_space() -> None:
    pieces = list(sentences_of("word " * 200))

    assert all(len(piece) <= LONGEST for piece in pieces)
    assert " ".join(pieces).split() == ["word"] * 200


def test_a_word_without_end_is_cut_all_the_same() -> None:
    assert [len(piece) for piece in sentences_of("x" * (LONGEST + 7))] == [LONGEST, 7]


@given(st.text(max_size=1200))
def test_no_sentence_is_empty_or_too_long_and_nothing_is_made_up(text: str) -> None:
    pieces = list(sentences_of(text))

    assert all(piece.strip() and len(piece) <= LONGEST for piece in pieces)
    assert sum(map(len, pieces)) <= len(text)
