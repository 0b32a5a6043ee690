"""The first letter of messages: at the beginning of a sentence, and within one."""

import pytest

from directory.domain.messages import say, sentence, within


@pytest.mark.parametrize(
    ("words", "at_the_start", "in_the_middle"),
    [
        ("choirs and singing", "Choirs and singing", "choirs and singing"),
        ("Choirs and singing", "Choirs and singing", "choirs and singing"),
        ("LGBTQ+", "LGBTQ+", "LGBTQ+"),
        ("", "", ""),
    ],
)
def test_a_letter_is_as_its_place_asks(words: str, at_the_start: str, in_the_middle: str) -> None:
    start, middle = sentence(say(words)), within(say(words))

    assert (start, start.is_start, start.is_within) == (at_the_start, True, False)
    assert (middle, middle.is_start, middle.is_within) == (in_the_middle, False, True)
