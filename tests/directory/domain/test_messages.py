"""A message is its English, and remembers what it was made of."""

import copy
from datetime import date, time

import pytest

from directory.domain.messages import both, day, either, listed, month, say, say_count, short_day, short_month, weekday

MARCH = date(2026, 3, 2)


def test_a_message_is_its_english_and_keeps_its_pattern_and_values() -> None:
    message = say("Run by {name}", name="The Trust")

    assert message == "Run by The Trust"
    assert (message.pattern, message.values) == ("Run by {name}", {"name": "The Trust"})
    assert copy.deepcopy(message).values == message.values


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 checks"), (1, "1 check"), (2, "2 checks"), (1_200, "1,200 checks")]
)
def test_a_number_chooses_its_words(number: int, said: str) -> None:
    assert say_count("{n} check", "{n} checks", number) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("as it is", "as it is"),
        (1_200, "1,200"),
        (2.0, "2"),
        (2.54, "2.5"),
        (MARCH, "2 March 2026"),
        (time(10), "10am"),
        (time(18, 30), "6:30pm"),
        (time(12), "12 noon"),
        (time(0), "midnight"),
    ],
)
def test_values_are_said_as_english_has_them(value: object, said: str) -> None:
    assert say("{value}", value=value) == said


def test_a_message_says_nothing_that_it_cannot_say_in_every_language() -> None:
    with pytest.raises(TypeError, match="cannot say"):
        say("{value}", value=None)


def test_a_day_has_its_forms() -> None:
    forms = [day(MARCH), weekday(MARCH), month(MARCH), short_day(MARCH), short_month(MARCH)]

    assert forms == ["2 March 2026", "Monday 2 March", "March 2026", "2 Mar 2026", "Mar 2026"]


def test_several_are_joined() -> None:
    assert listed(["a", "b"]) == "a, b"
    assert [either(["a"]), either(["a", "b", "c"])] == ["a", "a or b or c"]
    assert [both(["a"]), both(["a", "b", "c"])] == ["a", "a, b and c"]
