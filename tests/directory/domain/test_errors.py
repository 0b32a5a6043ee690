"""Errors, each with its sentence."""

import pytest

from directory.domain.errors import InvalidValue, NotFound, SignpostError
from directory.domain.messages import Message, say


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (NotFound(say("There is no such answer.")), "There is no such answer."),
        (InvalidValue("until", "", say("Say until when it is paused.")), "Say until when it is paused. (until: '')"),
    ],
)
def test_the_sentence_of_an_error_stays_a_message(error: SignpostError, text: str) -> None:
    assert type(error.sentence) is Message
    assert str(error) == text


def test_an_error_may_say_nothing() -> None:
    assert SignpostError().sentence == ""
