"""What to ask when a service is checked, and since when it is due, in words that can be said on the telephone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from directory.domain.reports import What, said_in_words
from directory.domain.status.assess import Assessment
from directory.domain.status.funding import Outlook
from directory.domain.status.queue import Queued, Risk
from directory.domain.status.reasons import in_words
from directory.domain.status.settings import FundingSettings

REASONS_ASKED = 3
"""Of what speaks against a service, the weightiest are enough to ask about in one call."""

_PUBLIC = frozenset({"public_closed", "public_open"})
"""What these come from is asked about report by report."""

_KIND = {
    Risk.CRISIS: "Help in a crisis",
    Risk.BASICS: "Help with food and money",
    Risk.CLINICAL: "Help close to health care",
    Risk.OTHER: "Anything else",
}
_OFTEN = {7: "every week", 30: "every month", 91: "every three months", 182: "twice a year"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a service before it is asked: ``reports`` are open ones with their days, ``paused_until`` the
    last day of a pause that nobody has spoken of since, and ``knows_times`` whether it is known when it is on."""

    assessment: Assessment
    money: Outlook | None
    reports: Sequence[tuple[What, date]]
    paused_until: date | None
    knows_times: bool


def questions(known: Known, on: date, funding: FundingSettings) -> tuple[str, ...]:
    """What to ask on the day ``on``, the most pressing first."""
    return tuple(_questions(known, on, funding))


def _questions(known: Known, on: date, funding: FundingSettings) -> Iterator[str]:
    for what, day in known.reports:
        yield f"Somebody reported on {in_words(day)} that {said_in_words(what)}. Is that so?"
    confirmed = known.assessment.confirmed_on
    last = f"It was last confirmed on {in_words(confirmed)}." if confirmed else "Nobody has confirmed it yet."
    against = [
        reason.text for reason in known.assessment.reasons if reason.weight < 0 and reason.channel not in _PUBLIC
    ]
    yield " ".join(("Is it still running?", *against[:REASONS_ASKED], last))
    if known.paused_until is not None:
        end = in_words(known.paused_until)
        is_over = known.paused_until < on
        yield f"It was paused until {end}. Has it begun again?" if is_over else f"It is paused until {end}. Still?"
    if known.money is not None and known.money.is_ending(on, funding):
        end = in_words(known.money.end_on)
        is_over = known.money.end_on < on
        yield f"Its money ended on {end}. Has it found more?" if is_over else f"Its money ends on {end}. And then?"
    if not known.knows_times:
        yield "On which days is it on, and at what time? We do not know."


def kind_in_words(risk: Risk) -> str:
    """What is at stake, as the heading of a class."""
    return _KIND[risk]


def often_in_words(every_days: int) -> str:
    """How often something is checked."""
    return _OFTEN.get(every_days, f"every {every_days} days")


def due_in_words(one: Queued, on: date) -> str:
    """When a service is due, and how late that is on the day ``on``."""
    late = (on - one.due_on).days
    if late < 0:
        return f"not due until {in_words(one.due_on)}"
    if late == 0:
        return "due today"
    return f"due since {in_words(one.due_on)}, {late} {'day' if late == 1 else 'days'} ago"
