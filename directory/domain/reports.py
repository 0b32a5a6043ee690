"""What anybody may report of a service: what evidence that is, and what an answer makes of it."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from directory.domain.errors import InvalidValue, SignpostError
from directory.domain.messages import Message, mark, say, say_count
from directory.domain.records import Channel
from directory.domain.redaction import without_contacts
from directory.domain.status.answers import Answer
from directory.domain.status.sightings import Sighting

KEPT = timedelta(days=365)
"""How long a report keeps its note and its link: by then it was decided, or nobody will."""

LONGEST_NOTE = 500
"""Characters of a note: enough to say what happened, too few for a case history."""

PUBLIC = "public"
"""The reporter of every report: nobody is told apart, so the same said again on one day counts once."""


class What(StrEnum):
    """What is reported."""

    CLOSED = "closed"
    NOBODY = "nobody"
    RUNNING = "running"
    MOVED = "moved"
    FULL = "full"
    WRONG_PHONE = "wrong_phone"
    NO_ANSWER = "no_answer"
    NOT_FOR = "not_for"
    OTHER = "other"


class Outcome(StrEnum):
    """What became of a report."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not_confirmed"
    THANKS = "thanks"


class TooManyReports(SignpostError):
    """So much has been reported of one service lately that more would say nothing new."""


_SAID = {
    What.CLOSED: mark("it has closed"),
    What.NOBODY: mark("nobody was there"),
    What.RUNNING: mark("it is running"),
    What.MOVED: mark("it has moved"),
    What.FULL: mark("it is full"),
    What.WRONG_PHONE: mark("its phone number is wrong"),
    What.NO_ANSWER: mark("nobody answered its phone"),
    What.NOT_FOR: mark("it does not take the person they had in mind"),
    What.OTHER: mark("something about it is wrong"),
}

_EVIDENCE = {What.CLOSED: "public_closed", What.NOBODY: "public_closed", What.RUNNING: "public_open"}
"""The rest are for somebody to look into: they say nothing of whether it runs, or are not the public's to say."""

_CLOSING = frozenset({What.CLOSED, What.NOBODY})

_CONFIRMED: Mapping[Answer, frozenset[What]] = {
    Answer.RUNS: frozenset({What.RUNNING}),
    Answer.REOPENED: frozenset({What.RUNNING}),
    Answer.CLOSED: _CLOSING,
    Answer.NOT_IN_SERVICE: frozenset({What.WRONG_PHONE}),
    Answer.NO_ANSWER: frozenset({What.NO_ANSWER}),
}
_REFUTED: Mapping[Answer, frozenset[What]] = {
    Answer.RUNS: _CLOSING,
    Answer.REOPENED: _CLOSING,
    Answer.CLOSED: frozenset({What.RUNNING}),
    Answer.COULD_NOT_SAY: frozenset({What.WRONG_PHONE, What.NO_ANSWER}),
}
_OF_THE_WHOLE = frozenset({Answer.RUNS, Answer.CLOSED, Answer.PAUSED, Answer.REOPENED})
"""Answers of somebody who knows the service: whatever else was reported, they will have asked about it."""


def said_in_words(what: What) -> Message:
    """What is reported, after "Somebody reported that"."""
    return say(_SAID[what])


def evidence_in_words() -> Iterator[Message]:
    """What each report that is evidence is kept as, in English, as a message."""
    return map(_reported, _EVIDENCE)


def _reported(what: What) -> Message:
    return say("Somebody reported that {what}.", what=said_in_words(what))


def speaks_of_closing(what: What) -> bool:
    """Whether it says that the service has ended, which others should know before anybody has looked into it."""
    return what in _CLOSING


def sighting_of(what: What, service_id: str, *, on: date, at: datetime) -> Sighting | None:
    """The evidence that a report is; None of one that says nothing of whether the service runs."""
    if what not in _EVIDENCE:
        return None
    return Sighting(
        service_id=service_id,
        channel=Channel.STATEMENT,
        symbol=_EVIDENCE[what],
        on=on,
        at=at,
        text=str(_reported(what)),
        reporter=PUBLIC,
    )


def outcome(what: What, answer: Answer | None) -> Outcome:
    """What an answer makes of a report: it waits as long as nobody knows."""
    if answer is None:
        return Outcome.WAITING
    if what in _CONFIRMED.get(answer, ()):
        return Outcome.CONFIRMED
    if what in _REFUTED.get(answer, ()):
        return Outcome.NOT_CONFIRMED
    return Outcome.THANKS if answer in _OF_THE_WHOLE else Outcome.WAITING


def token_hash(token: str) -> str:
    """What is kept of the secret in a reporter's link."""
    return sha256(token.encode()).hexdigest()


def note_of(typed: str) -> str | None:
    """A note as it is kept: without what could be used to reach or find a person, None where nothing is left.

    Raise `InvalidValue` where it is too long: cut in the middle it may say something else.
    """
    lines = typed.replace("\r\n", "\n").strip()
    if len(lines) > LONGEST_NOTE:
        too_long = say_count("Write at most {n} character.", "Write at most {n} characters.", LONGEST_NOTE)
        raise InvalidValue("note", lines, too_long)
    kept = "".join(sign for sign in lines if sign == "\n" or sign.isprintable())
    return without_contacts(kept).strip() or None
