"""Badges: whether a service is still running and who said so, in a few words; trust comes first."""

from datetime import date, timedelta

import msgspec

from directory.domain.messages import Message, mark, say, say_count
from directory.domain.records import Basis, ServiceStatus
from directory.domain.status.rules import State
from directory.domain.status.standing import Standing

LATELY = timedelta(weeks=6)
"""Until then a confirmation is so many days ago; after that it has a date."""

CONFIRMATION_HOLDS = timedelta(days=365)
"""After that nobody can be called confirmed, though a group whose money ends is at risk and not unconfirmed."""

FUNDING_SHOWN = timedelta(days=183)
"""Money that ends within so long is worth a badge of its own."""

_CONFIRMED = {
    "owner_open": mark("Confirmed by the group {when}"),
    "curator_open": mark("Checked {when}"),
    "linkworker_attended": mark("A link worker was there {when}"),
    "future_event_dated": mark("It announced an event {when}"),
    "event": mark("It had an event {when}"),
}


class Badge(msgspec.Struct, frozen=True, kw_only=True):
    """A few words with an icon; ``kind`` is the class of the design that draws it."""

    kind: str
    words: str


def badges(
    standing: Standing | None,
    today: date,
    *,
    status: ServiceStatus,
    basis: Basis,
    is_live: bool,
    paused_until: date | None = None,
) -> tuple[Badge, ...]:
    """The badges of a service as of ``today``; ``standing`` is None where nobody has judged it."""
    found = (
        standing_badge(standing, today),
        funding_badge(standing, today),
        running_badge(status, paused_until),
        live_badge(is_live),
        basis_badge(basis),
    )
    return tuple(badge for badge in found if badge is not None)


def standing_badge(standing: Standing | None, today: date) -> Badge:
    """Whether it runs, who confirmed it last and when."""
    if standing is None:
        return Badge(kind="old", words=say("Not checked by a person"))
    if standing.state is State.CLOSED:
        if standing.is_declared:
            return Badge(kind="stop", words=say("Closed"))
        return Badge(kind="warn", words=say("Has closed"))
    if standing.state is State.LIKELY_CLOSED:
        return Badge(kind="warn", words=say("May have closed: call first"))
    if standing.confirmed_on is None:
        return Badge(kind="old", words=say("Not confirmed by anybody yet"))
    if standing.state is State.UNCONFIRMED or today - standing.confirmed_on > CONFIRMATION_HOLDS:
        return Badge(kind="old", words=_not_confirmed(standing.confirmed_on, today))
    confirmed = _CONFIRMED.get(standing.confirmed_by or "", mark("Confirmed {when}"))
    return Badge(kind="ok", words=say(confirmed, when=_ago(standing.confirmed_on, today)))


def funding_badge(standing: Standing | None, today: date) -> Badge | None:
    """That its money ends soon, or has ended."""
    if standing is None or standing.funding_end is None or standing.state is State.CLOSED:
        return None
    if abs(standing.funding_end - today) > FUNDING_SHOWN:
        return None
    if standing.funding_end < today:
        return Badge(kind="fund", words=say("Funding ended {day}", day=standing.funding_end))
    return Badge(kind="fund", words=say("Funding ends {day}", day=standing.funding_end))


def running_badge(status: ServiceStatus, paused_until: date | None = None) -> Badge | None:
    """What a source says of a service that is not running now; None for one that is."""
    if status is ServiceStatus.INACTIVE:
        return Badge(kind="warn", words=say("Its source says that it is not running"))
    if status is not ServiceStatus.TEMPORARILY_CLOSED:
        return Badge(kind="pause", words=say("Paused until {day}", day=paused_until)) if paused_until else None
    closed = say("Temporarily closed until {day}", day=paused_until) if paused_until else say("Temporarily closed")
    return Badge(kind="pause", words=closed)


def live_badge(is_live: bool) -> Badge | None:
    """That no source has the service any more, which alone does not say that it has closed."""
    return None if is_live else Badge(kind="old", words=say("No longer on its source’s list"))


def basis_badge(basis: Basis) -> Badge | None:
    """That a register's words stand in for a service nobody listed."""
    return Badge(kind="old", words=say("Described by its register")) if basis is Basis.REGISTER else None


def _ago(day: date, today: date) -> Message:
    days = (today - day).days
    if days > LATELY.days or days < 0:
        return say("on {day}", day=day)
    if days < 2:
        return say("yesterday") if days else say("today")
    return say_count("{n} day ago", "{n} days ago", days)


def _not_confirmed(last: date, today: date) -> Message:
    months = (today.year - last.year) * 12 + today.month - last.month - (today.day < last.day)
    if months < 2:
        return say("Last confirmed {when}", when=_ago(last, today))
    if months < 36:
        return say_count("Not confirmed for {n} month", "Not confirmed for {n} months", months)
    return say("Not confirmed since {year}", year=str(last.year))
