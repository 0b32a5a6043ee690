"""The box on the page of a service that takes reports, and the page that tells a reporter what became of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from directory.domain.messages import Message, mark, say
from directory.domain.reports import LONGEST_NOTE, Outcome, What, said_in_words
from directory.domain.status.answers import found_in_words
from directory.queries.reports import OwnReport

TRAP = "website"
"""A field that no person sees or fills in; programs that fill in everything do."""

_WORDS = {
    What.CLOSED: mark("It has closed"),
    What.NOBODY: mark("Nobody was there"),
    What.RUNNING: mark("It is running"),
    What.MOVED: mark("It has moved"),
    What.FULL: mark("It is full"),
    What.WRONG_PHONE: mark("Wrong phone number"),
    What.NO_ANSWER: mark("I rang: no answer"),
    What.NOT_FOR: mark("Not for this person"),
    What.OTHER: mark("Something else"),
}
_OF_A_LIVING_ONE = (
    What.CLOSED,
    What.NOBODY,
    What.MOVED,
    What.FULL,
    What.WRONG_PHONE,
    What.NOT_FOR,
    What.RUNNING,
    What.OTHER,
)
_OF_A_CLOSED_ONE = (What.RUNNING, What.CLOSED, What.NO_ANSWER, What.OTHER)

_BECAME = {
    Outcome.WAITING: mark("Nobody has checked it yet"),
    Outcome.CONFIRMED: mark("Somebody checked, and you were right"),
    Outcome.NOT_CONFIRMED: mark("Somebody checked, and found it otherwise"),
    Outcome.THANKS: mark("Somebody has looked into it"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBox:
    """The buttons, as values with words; ``notice`` is what others reported of its end and nobody has looked into."""

    title: Message
    choices: tuple[tuple[str, Message], ...]
    notice: Message | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """What a reporter is told; ``typed`` is a note that could not be taken, and ``error`` says why."""

    service_id: str
    service_name: str | None
    told: Message
    became: Message
    checked: Message | None
    is_waiting: bool
    takes_note: bool
    has_note: bool
    longest: int = LONGEST_NOTE
    typed: str = ""
    error: str | None = None


def report_box(has_probably_closed: bool, reported: Sequence[tuple[What, date]]) -> ReportBox:
    """The box of a service; of what was ``reported``, newest first, one is told of."""
    notice = None
    if reported:
        what, day = reported[0]
        notice = say(
            "Somebody reported on {day} that {what}. Nobody has checked it yet.", day=day, what=said_in_words(what)
        )
    return ReportBox(
        title=say("Did you find out?") if has_probably_closed else say("Something wrong?"),
        choices=tuple(
            (what.value, say(_WORDS[what])) for what in (_OF_A_CLOSED_ONE if has_probably_closed else _OF_A_LIVING_ONE)
        ),
        notice=notice,
    )


def report_page(own: OwnReport, *, typed: str = "", error: str | None = None) -> ReportPage:
    """The page of one report."""
    checked = None
    if own.answer is not None and own.decided_on is not None:
        checked = say("We checked on {day}: {found}.", day=own.decided_on, found=found_in_words(own.answer))
    return ReportPage(
        service_id=own.service_id,
        service_name=own.service_name,
        told=say("You told us on {day} that {what}.", day=own.on, what=said_in_words(own.what)),
        became=say(_BECAME[own.outcome]),
        checked=checked,
        is_waiting=own.outcome is Outcome.WAITING,
        takes_note=own.takes_note,
        has_note=own.has_note,
        typed=typed,
        error=error,
    )
