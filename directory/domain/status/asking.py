"""What to ask when a service is checked, and since when it is due, in words that can be said on the telephone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from directory.domain.messages import Message, listed, mark, say, say_count
from directory.domain.reports import What, said_in_words
from directory.domain.status.assess import Assessment
from directory.domain.status.funding import Outlook
from directory.domain.status.queue import Queued, Risk
from directory.domain.status.settings import FundingSettings

REASONS_ASKED = 3
"""Of what speaks against a service, the weightiest are enough to ask about in one call."""

_PUBLIC = frozenset({"public_closed", "public_open"})
"""What these come from is asked about report by report."""

_KIND = {
    Risk.CRISIS: mark("Help in a crisis"),
    Risk.BASICS: mark("Help with food and money"),
    Risk.CLINICAL: mark("Help close to health care"),
    Risk.OTHER: mark("Anything else"),
}
_OFTEN = {
    7: mark("every week"),
    30: mark("every month"),
    91: mark("every three months"),
    182: mark("twice a year"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a service before it is asked: ``reports`` are open ones with their days, ``paused_until`` the
    last day of a pause that nobody has spoken of since, and ``knows_times`` whether it is known when it is on."""

    assessment: Assessment
    money: Outlook | None
    reports: Sequence[tuple[What, date]]
    paused_until: date | None
    knows_times: bool


def questions(known: Known, on: date, funding: FundingSettings) -> tuple[Message, ...]:
    """What to ask on the day ``on``, the most pressing first."""
    return tuple(_questions(known, on, funding))


def _questions(known: Known, on: date, funding: FundingSettings) -> Iterator[Message]:
    for what, day in known.reports:
        yield say("Somebody reported on {day} that {what}. Is that so?", day=day, what=said_in_words(what))
    confirmed = known.assessment.confirmed_on
    last = say("It was last confirmed on {day}.", day=confirmed) if confirmed else say("Nobody has confirmed it yet.")
    against = [
        reason.text for reason in known.assessment.reasons if reason.weight < 0 and reason.channel not in _PUBLIC
    ]
    yield listed((say("Is it still running?"), *against[:REASONS_ASKED], last), between=" ")
    if known.paused_until is not None:
        yield _of_pause(known.paused_until, on)
    if known.money is not None and known.money.is_ending(on, funding):
        yield _of_money(known.money.end_on, on)
    if not known.knows_times:
        yield say("On which days is it on, and at what time? We do not know.")


def _of_pause(until: date, on: date) -> Message:
    if until < on:
        return say("It was paused until {day}. Has it begun again?", day=until)
    return say("It is paused until {day}. Still?", day=until)


def _of_money(end: date, on: date) -> Message:
    if end < on:
        return say("Its money ended on {day}. Has it found more?", day=end)
    return say("Its money ends on {day}. And then?", day=end)


def kind_in_words(risk: Risk) -> Message:
    """What is at stake, as the heading of a class."""
    return say(_KIND[risk])


def often_in_words(every_days: int) -> Message:
    """How often something is checked."""
    if every_days in _OFTEN:
        return say(_OFTEN[every_days])
    return say_count("every day", "every {n} days", every_days)


def due_in_words(one: Queued, on: date) -> Message:
    """When a service is due, and how late that is on the day ``on``."""
    late = (on - one.due_on).days
    if late < 0:
        return say("not due until {day}", day=one.due_on)
    if late == 0:
        return say("due today")
    return say_count("due since {day}, {n} day ago", "due since {day}, {n} days ago", late, day=one.due_on)
