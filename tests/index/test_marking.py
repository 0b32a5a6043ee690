"""What of a text is shown, and which words of it are told apart."""

from hypothesis import given
from hypothesis import strategies as st

from index.limits import HIGHLIGHT_LENGTH
from tests.index.samples import LANGUAGE

LONG = "A long beginning of no interest whatever. " * 12 + "The choir meets here. " + "And it goes on. " * 30


def test_words_of_the_stem_are_marked() -> None:
    assert LANGUAGE.marker(["choir"])("Choirs and the choir’s friends") == (
        ("Choirs", True), (" and the ", False), ("choir’s", True), (" friends", False),
    )  # fmt: skip


def test_a_word_that_does_not_begin_like_its_stem_is_marked() -> None:
    assert LANGUAGE.marker(["cor"])("Y Côr yma") == (("Y ", False), ("Côr", True), (" yma", False))


def test_the_inside_of_a_word_is_not_marked() -> None:
    assert LANGUAGE.marker(["art"])("party") == ()


def test_a_long_text_is_cut_around_the_first_match() -> None:
    pieces = LANGUAGE.marker(["choir"])(LONG)

    shown = "".join(text for text, _ in pieces)
    assert ("choir", True) in pieces
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert shown[2:-2].strip() in LONG
    assert len(shown) <= HIGHLIGHT_LENGTH + 60


@given(st.text(max_size=600), st.lists(st.sampled_from(["choir", "a", "lunch", "ß", "i̇"]), max_size=3))
def test_pieces_are_parts_of_the_text_in_order(text: str, stems: list[str]) -> None:
    pieces = LANGUAGE.marker(stems)(text)

    shown = "".join(piece for piece, _ in pieces).removeprefix("… ").removesuffix(" …")
    assert shown in text


def test_a_match_behind_what_is_shown_is_left_out() -> None:
    text = "The choir meets here. " + "And it goes on. " * 30 + "Another choir."

    pieces = LANGUAGE.marker(["choir"])(text)

    assert [piece for piece, is_match in pieces if is_match] == ["choir"]
    assert "Another" not in "".join(piece for piece, _ in pieces)


def test_a_match_at_the_end_of_a_long_text_is_shown_to_the_end() -> None:
    text = "And it goes on. " * 30 + "The last of them is a choir."

    shown = "".join(piece for piece, _ in LANGUAGE.marker(["choir"])(text))

    assert shown.startswith("… ")
    assert shown.endswith("The last of them is a choir.")
