"""Badges: whether a service is still running and who said so, in a few words; trust comes first."""

from dataclasses import dataclass
from datetime import date, timedelta

from directory.domain.records import Basis, ServiceStatus
from directory.domain.status.rules import State
from directory.domain.status.standing import Standing
from web.words.present import date_in_words

LATELY = timedelta(weeks=6)
"""Until then a confirmation is so many days ago; after that it has a date."""

CONFIRMATION_HOLDS = timedelta(days=365)
"""After that nobody can be called confirmed, though a group whose money ends is at risk and not unconfirmed."""

FUNDING_SHOWN = timedelta(days=183)
"""Money that ends within so long is worth a badge of its own."""

_CONFIRMED = {
    "owner_open": "Confirmed by the group",
    "curator_open": "Checked",
    "linkworker_attended": "A link worker was there",
    "future_event_dated": "It announced an event",
    "event": "It had an event",
}

_NOT_RUNNING = {
    ServiceStatus.TEMPORARILY_CLOSED: ("pause", "Temporarily closed"),
    ServiceStatus.INACTIVE: ("warn", "Its source says that it is not running"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
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
        return Badge(kind="old", words="Not checked by a person")
    if standing.state is State.CLOSED:
        return Badge(kind="stop", words="Closed") if standing.is_declared else Badge(kind="warn", words="Has closed")
    if standing.state is State.LIKELY_CLOSED:
        return Badge(kind="warn", words="May have closed: call first")
    if standing.confirmed_on is None:
        return Badge(kind="old", words="Not confirmed by anybody yet")
    if standing.state is State.UNCONFIRMED or today - standing.confirmed_on > CONFIRMATION_HOLDS:
        return Badge(kind="old", words=_not_confirmed(standing.confirmed_on, today))
    words = _CONFIRMED.get(standing.confirmed_by or "", "Confirmed")
    return Badge(kind="ok", words=f"{words} {_ago(standing.confirmed_on, today)}")


def funding_badge(standing: Standing | None, today: date) -> Badge | None:
    """That its money ends soon, or has ended."""
    if standing is None or standing.funding_end is None or standing.state is State.CLOSED:
        return None
    if abs(standing.funding_end - today) > FUNDING_SHOWN:
        return None
    verb = "Funding ended" if standing.funding_end < today else "Funding ends"
    return Badge(kind="fund", words=f"{verb} {date_in_words(standing.funding_end)}")


def running_badge(status: ServiceStatus, paused_until: date | None = None) -> Badge | None:
    """What a source says of a service that is not running now; None for one that is."""
    if status not in _NOT_RUNNING:
        return Badge(kind="pause", words=f"Paused until {date_in_words(paused_until)}") if paused_until else None
    kind, words = _NOT_RUNNING[status]
    until = f" until {date_in_words(paused_until)}" if paused_until and kind == "pause" else ""
    return Badge(kind=kind, words=f"{words}{until}")


def live_badge(is_live: bool) -> Badge | None:
    """That no source has the service any more, which alone does not say that it has closed."""
    return None if is_live else Badge(kind="old", words="No longer on its source’s list")


def basis_badge(basis: Basis) -> Badge | None:
    """That a register's words stand in for a service nobody listed."""
    return Badge(kind="old", words="Described by its register") if basis is Basis.REGISTER else None


def _ago(day: date, today: date) -> str:
    days = (today - day).days
    if days > LATELY.days or days < 0:
        return f"on {date_in_words(day)}"
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def _not_confirmed(last: date, today: date) -> str:
    months = (today.year - last.year) * 12 + today.month - last.month - (today.day < last.day)
    if months < 2:
        return f"Last confirmed {_ago(last, today)}"
    return f"Not confirmed for {months} months" if months < 36 else f"Not confirmed since {last.year}"
