"""What somebody who checks a service found out, and what evidence that is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from itertools import product

from directory.domain.errors import InvalidValue
from directory.domain.messages import Message, mark, say, say_count
from directory.domain.records import Channel
from directory.domain.status.sightings import Sighting

LONGEST_PAUSE = timedelta(days=366)
"""What is paused for longer than a year has closed for all that somebody looking for help can tell."""

LONGEST_NAME = 40
"""Characters of the name of who checks: a first name, or initials, and whom they work for."""

STAFF = "staff:"
"""How the reporter of every answer begins, which tells answers from what else was seen and said."""


class Answer(StrEnum):
    """What was found out."""

    RUNS = "runs"
    CLOSED = "closed"
    NO_ANSWER = "no_answer"
    NOT_IN_SERVICE = "not_in_service"
    COULD_NOT_SAY = "could_not_say"
    PAUSED = "paused"
    REOPENED = "reopened"


class Method(StrEnum):
    """How it was found out."""

    PHONE = "phone"
    VISIT = "visit"
    EMAIL = "email"
    DOCUMENT = "document"


PAUSED = "curator_paused"
"""The statement that a group takes a break. No rule weighs it: that speaks neither for its end nor against it."""

_STATED = {
    Answer.RUNS: "curator_open",
    Answer.CLOSED: "curator_closed",
    Answer.PAUSED: PAUSED,
    Answer.REOPENED: "curator_reopened",
}
_CALLED = {Answer.NO_ANSWER: "noanswer", Answer.NOT_IN_SERVICE: "invalid", Answer.COULD_NOT_SAY: "answered"}

_ASKED = {
    Method.PHONE: mark("We rang: {found}."),
    Method.VISIT: mark("We went there: {found}."),
    Method.EMAIL: mark("We asked by e-mail: {found}."),
    Method.DOCUMENT: mark("We read about it: {found}."),
}
_FOUND = {
    Answer.RUNS: mark("it is running"),
    Answer.CLOSED: mark("it has closed"),
    Answer.NO_ANSWER: mark("nobody answered"),
    Answer.NOT_IN_SERVICE: mark("the number is not in service"),
    Answer.COULD_NOT_SAY: mark("somebody answered, but could not say whether it is running"),
    Answer.REOPENED: mark("it has opened again"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An answer about one service. ``method`` is how it was had; ``until`` is the last day of a pause."""

    service_id: str
    answer: Answer
    method: Method = Method.PHONE
    until: date | None = None

    @property
    def is_call(self) -> bool:
        """Whether it is about the telephone, and says nothing certain of the service."""
        return self.answer in _CALLED

    def words(self) -> Message:
        """The answer as a sentence, with how it was had."""
        found = say("it is paused until {day}", day=self.until) if self.until else found_in_words(self.answer)
        return say(_ASKED[Method.PHONE if self.is_call else self.method], found=found)

    def sighting(self, *, by: str, on: date, at: datetime) -> Sighting:
        """The evidence it is, as ``by`` found it; raise `InvalidValue` where a pause has no sensible end."""
        if (self.answer is Answer.PAUSED) != (self.until is not None):
            raise InvalidValue("until", self.until, say("Say until when it is paused."))
        if self.until is not None and not on < self.until <= on + LONGEST_PAUSE:
            raise InvalidValue("until", self.until, say("A pause ends after today, and within a year."))
        return Sighting(
            service_id=self.service_id,
            channel=Channel.PHONE if self.is_call else Channel.STATEMENT,
            symbol=_CALLED[self.answer] if self.is_call else _STATED[self.answer],
            on=on,
            at=at,
            text=str(self.words()),
            reporter=reporter(by),
            method=Method.PHONE if self.is_call else self.method,
        )


def findings_in_words() -> Iterator[Message]:
    """What each answer but a pause is kept as, in English, as a message."""
    for answer, method in product(_FOUND, Method):
        yield Finding(service_id="", answer=answer, method=method).words()


def found_in_words(answer: Answer) -> Message:
    """What was found out, after "We checked:"."""
    return say(_FOUND[answer]) if answer in _FOUND else say("it is paused for a while")


def reporter(by: str) -> str:
    """What tells the answers of somebody called ``by`` from those of others, however they write their name."""
    name = " ".join(by.casefold().split())
    return f"{STAFF}{sha256(name.encode()).hexdigest()[:16]}"


def name_of(typed: str) -> str:
    """The name of who checks, as it is kept; raise `InvalidValue` where there is none or it is too long."""
    name = " ".join("".join(sign if sign.isprintable() else " " for sign in typed).split())
    if not name:
        raise InvalidValue("by", typed, say("Write your name first, so that others can ask you."))
    if len(name) > LONGEST_NAME:
        raise InvalidValue(
            "by",
            typed,
            say_count(
                "Write your name in at most {n} character.", "Write your name in at most {n} characters.", LONGEST_NAME
            ),
        )
    return name
