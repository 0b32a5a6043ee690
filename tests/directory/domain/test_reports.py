"""What a report is evidence of, and what an answer makes of it."""

from datetime import UTC, date, datetime

import pytest

from directory.domain.errors import InvalidValue
from directory.domain.records import Channel
from directory.domain.reports import (
    LONGEST_NOTE,
    PUBLIC,
    Outcome,
    What,
    note_of,
    outcome,
    said_in_words,
    sighting_of,
    speaks_of_closing,
    token_hash,
)
from directory.domain.status.answers import Answer

ON = date(2026, 11, 21)
AT = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("what", "symbol", "text"),
    [
        (What.CLOSED, "public_closed", "Somebody reported that it has closed."),
        (What.NOBODY, "public_closed", "Somebody reported that nobody was there."),
        (What.RUNNING, "public_open", "Somebody reported that it is running."),
    ],
)
def test_what_tells_whether_it_runs_is_evidence_of_nobody_in_particular(what: What, symbol: str, text: str) -> None:
    found = sighting_of(what, "a", on=ON, at=AT)

    assert found is not None
    assert (found.channel, found.symbol, found.text, found.reporter) == (Channel.STATEMENT, symbol, text, PUBLIC)
    assert (found.on, found.at) == (ON, AT)


@pytest.mark.parametrize("what", [What.MOVED, What.FULL, What.WRONG_PHONE, What.NO_ANSWER, What.NOT_FOR, What.OTHER])
def test_what_says_nothing_of_that_is_no_evidence(what: What) -> None:
    assert sighting_of(what, "a", on=ON, at=AT) is None


def test_every_report_can_be_said_in_words() -> None:
    assert len({said_in_words(what) for what in What}) == len(What)
    assert {what for what in What if speaks_of_closing(what)} == {What.CLOSED, What.NOBODY}


@pytest.mark.parametrize(
    ("what", "answer", "expected"),
    [
        (What.CLOSED, None, Outcome.WAITING),
        (What.CLOSED, Answer.CLOSED, Outcome.CONFIRMED),
        (What.NOBODY, Answer.CLOSED, Outcome.CONFIRMED),
        (What.CLOSED, Answer.RUNS, Outcome.NOT_CONFIRMED),
        (What.CLOSED, Answer.REOPENED, Outcome.NOT_CONFIRMED),
        (What.CLOSED, Answer.PAUSED, Outcome.THANKS),
        (What.CLOSED, Answer.NO_ANSWER, Outcome.WAITING),
        (What.CLOSED, Answer.NOT_IN_SERVICE, Outcome.WAITING),
        (What.RUNNING, Answer.RUNS, Outcome.CONFIRMED),
        (What.RUNNING, Answer.CLOSED, Outcome.NOT_CONFIRMED),
        (What.WRONG_PHONE, Answer.NOT_IN_SERVICE, Outcome.CONFIRMED),
        (What.WRONG_PHONE, Answer.COULD_NOT_SAY, Outcome.NOT_CONFIRMED),
        (What.NO_ANSWER, Answer.NO_ANSWER, Outcome.CONFIRMED),
        (What.FULL, Answer.RUNS, Outcome.THANKS),
        (What.MOVED, Answer.COULD_NOT_SAY, Outcome.WAITING),
    ],
)
def test_an_answer_decides_what_it_speaks_of(what: What, answer: Answer | None, expected: Outcome) -> None:
    assert outcome(what, answer) is expected


def test_a_note_is_kept_in_its_lines_without_what_cannot_be_read_or_would_tell_of_somebody() -> None:
    assert note_of("  The door\r\nwas locked.\x00\x07 Ring 0191 498 0123  ") == "The door\nwas locked. Ring [taken out]"


@pytest.mark.parametrize("typed", ["", "  \r\n ", "\x00"])
def test_a_note_that_says_nothing_is_none(typed: str) -> None:
    assert note_of(typed) is None


def test_a_note_is_too_long_by_its_characters_and_not_by_how_a_browser_ends_its_lines() -> None:
    lines = "\r\n" * 249 + "ab"
    assert note_of("x" + lines) is not None
    with pytest.raises(InvalidValue, match="at most 500"):
        note_of("x" * (LONGEST_NOTE + 1))


def test_the_secret_of_a_link_is_not_what_is_kept() -> None:
    assert token_hash("secret") == token_hash("secret")
    assert "secret" not in token_hash("secret")
    assert token_hash("secret") != token_hash("Secret")
