"""The chance that a service runs, in words and in counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.domain.status.odds import odds


@pytest.mark.parametrize(
    ("p_open", "words", "sentence"),
    [
        (1.0, "Very likely, yes", "Of every 20 groups with signs like these, 19 were running."),
        (0.9, "Very likely, yes", "Of every 20 groups with signs like these, 18 were running."),
        (0.899, "Likely", "Of every 10 groups with signs like these, 9 were running."),
        (0.8, "Likely", "Of every 10 groups with signs like these, 8 were running."),
        (0.799, "We cannot say", "Of every 10 groups with signs like these, 8 were running."),
        (0.25, "We cannot say", "Of every 10 groups with signs like these, 2 were running."),
        (0.249, "Probably not", "Of every 10 groups with signs like these, 2 were running."),
        (0.1, "Probably not", "Of every 10 groups with signs like these, 1 was running."),
        (0.0, "Probably not", "Of every 10 groups with signs like these, hardly one was running."),
    ],
)
def test_the_odds_are_said_in_words_and_as_counts(p_open: float, words: str, sentence: str) -> None:
    found = odds(p_open)
    assert found.words == words
    assert found.sentence == sentence


@given(st.floats(0, 1))
def test_counts_are_near_the_chance_and_never_all(p_open: float) -> None:
    found = odds(p_open)
    assert 0 <= found.running < found.of
    assert abs(found.running / found.of - p_open) <= 0.5 / 10 + 1e-9
