"""The box on the page of a service that takes reports, and the page that tells a reporter what became of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from directory.domain.reports import LONGEST_NOTE, Outcome, What, said_in_words
from directory.domain.status.answers import found_in_words
from directory.queries.reports import OwnReport
from web.words.present import date_in_words

TRAP = "website"
"""A field that no person sees or fills in; programs that fill in everything do."""

_WORDS = {
    What.CLOSED: "It has closed",
    What.NOBODY: "Nobody was there",
    What.RUNNING: "It is running",
    What.MOVED: "It has moved",
    What.FULL: "It is full",
    What.WRONG_PHONE: "Wrong phone number",
    What.NO_ANSWER: "I rang: no answer",
    What.NOT_FOR: "Not for this person",
    What.OTHER: "Something else",
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
    Outcome.WAITING: "Nobody has checked it yet",
    Outcome.CONFIRMED: "Somebody checked, and you were right",
    Outcome.NOT_CONFIRMED: "Somebody checked, and found it otherwise",
    Outcome.THANKS: "Somebody has looked into it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBox:
    """The buttons, as values with words; ``notice`` is what others reported of its end and nobody has looked into."""

    title: str
    choices: tuple[tuple[str, str], ...]
    notice: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """What a reporter is told; ``typed`` is a note that could not be taken, and ``error`` says why."""

    service_id: str
    service_name: str | None
    told: str
    became: str
    checked: str | None
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
        notice = f"Somebody reported on {date_in_words(day)} that {said_in_words(what)}. Nobody has checked it yet."
    return ReportBox(
        title="Did you find out?" if has_probably_closed else "Something wrong?",
        choices=tuple(
            (what.value, _WORDS[what]) for what in (_OF_A_CLOSED_ONE if has_probably_closed else _OF_A_LIVING_ONE)
        ),
        notice=notice,
    )


def report_page(own: OwnReport, *, typed: str = "", error: str | None = None) -> ReportPage:
    """The page of one report."""
    checked = None
    if own.answer is not None and own.decided_on is not None:
        checked = f"We checked on {date_in_words(own.decided_on)}: {found_in_words(own.answer)}."
    return ReportPage(
        service_id=own.service_id,
        service_name=own.service_name,
        told=f"You told us on {date_in_words(own.on)} that {said_in_words(own.what)}.",
        became=_BECAME[own.outcome],
        checked=checked,
        is_waiting=own.outcome is Outcome.WAITING,
        takes_note=own.takes_note,
        has_note=own.has_note,
        typed=typed,
        error=error,
    )
