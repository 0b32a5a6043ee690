"""Answers of those who check services, as evidence."""

from datetime import UTC, date, datetime, timedelta

import pytest

from directory.domain.errors import InvalidValue
from directory.domain.records import Channel
from directory.domain.status.answers import (
    LONGEST_NAME,
    STAFF,
    Answer,
    Finding,
    Method,
    found_in_words,
    name_of,
    reporter,
)
from directory.domain.status.sightings import Sighting

ON = date(2026, 11, 21)
AT = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)


def sighting(answer: Answer, method: Method = Method.PHONE, until: date | None = None) -> Sighting:
    return Finding(service_id="a", answer=answer, method=method, until=until).sighting(by="Pat", on=ON, at=AT)


@pytest.mark.parametrize(
    ("answer", "channel", "symbol", "text"),
    [
        (Answer.RUNS, Channel.STATEMENT, "curator_open", "We went there: it is running."),
        (Answer.CLOSED, Channel.STATEMENT, "curator_closed", "We went there: it has closed."),
        (Answer.REOPENED, Channel.STATEMENT, "curator_reopened", "We went there: it has opened again."),
        (Answer.NO_ANSWER, Channel.PHONE, "noanswer", "We rang: nobody answered."),
        (Answer.NOT_IN_SERVICE, Channel.PHONE, "invalid", "We rang: the number is not in service."),
        (
            Answer.COULD_NOT_SAY,
            Channel.PHONE,
            "answered",
            "We rang: somebody answered, but could not say whether it is running.",
        ),
    ],
)
def test_each_answer_is_dated_evidence_with_how_it_was_had(
    answer: Answer, channel: Channel, symbol: str, text: str
) -> None:
    found = sighting(answer, Method.VISIT)

    assert (found.channel, found.symbol, found.text) == (channel, symbol, text)
    assert (found.on, found.at, found.service_id) == (ON, AT, "a")
    assert found.method == (Method.PHONE if channel is Channel.PHONE else Method.VISIT)
    assert found.reporter == reporter("Pat")


def test_a_pause_says_until_when() -> None:
    found = sighting(Answer.PAUSED, Method.EMAIL, date(2027, 1, 5))

    assert (found.symbol, found.text) == ("curator_paused", "We asked by e-mail: it is paused until 5 January 2027.")


@pytest.mark.parametrize("until", [None, ON, ON - timedelta(days=1), ON + timedelta(days=367)])
def test_a_pause_without_a_sensible_end_is_refused(until: date | None) -> None:
    with pytest.raises(InvalidValue) as refused:
        sighting(Answer.PAUSED, until=until)
    assert refused.value.field == "until"


def test_nothing_but_a_pause_has_an_end() -> None:
    with pytest.raises(InvalidValue):
        sighting(Answer.RUNS, until=ON + timedelta(days=1))


def test_a_reporter_is_one_however_the_name_is_written_and_is_not_named() -> None:
    assert reporter("Pat  Lee") == reporter(" pat lee")
    assert reporter("Pat") != reporter("Kim")
    assert reporter("Pat").startswith(STAFF)
    assert "pat" not in reporter("Pat").removeprefix(STAFF)


def test_a_name_is_kept_on_one_line() -> None:
    assert name_of(" Pat\x00\nLee ") == "Pat Lee"


@pytest.mark.parametrize("typed", ["", " \n", "\x00", "x" * (LONGEST_NAME + 1)])
def test_a_name_is_there_and_short(typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        name_of(typed)
    assert refused.value.field == "by"


def test_every_answer_can_be_told_to_a_reporter() -> None:
    assert len({found_in_words(answer) for answer in Answer}) == len(Answer)
