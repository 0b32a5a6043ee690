"""What is said for and against a service still running, in the words of the badges; nothing here is worked out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from directory.domain.records import Basis, ServiceStatus
from directory.queries.pages import EvidenceItem, ServicePage
from web.present import date_in_words

CHECKED_LATELY = timedelta(days=365)
"""A check older than this is shown by a clock instead of a tick: a sign of life is asked for within a year."""

_AGAINST = frozenset(
    {
        "ceased", "transferred", "owner_closed", "curator_closed",
        "linkworker_says_closed", "linkworker_nobody", "public_closed",
    }
)  # fmt: skip
"""Symbols of evidence that say, of themselves, that something has ended or moved."""

_NOT_RUNNING = {
    ServiceStatus.TEMPORARILY_CLOSED: ("pause", "Temporarily closed"),
    ServiceStatus.INACTIVE: ("warn", "May have closed: its source says it is not running"),
    ServiceStatus.DEFUNCT: ("warn", "May have closed: its source says it has ended"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A few words with an icon; ``kind`` is the class of the design that draws it."""

    kind: str
    words: str


def running_badge(status: ServiceStatus, paused_until: date | None = None) -> Badge | None:
    """What a source says of a service that is not running; None for one that is."""
    if status not in _NOT_RUNNING:
        return Badge(kind="pause", words=f"Paused until {date_in_words(paused_until)}") if paused_until else None
    kind, words = _NOT_RUNNING[status]
    until = f" until {date_in_words(paused_until)}" if paused_until and kind == "pause" else ""
    return Badge(kind=kind, words=f"{words}{until}")


def live_badge(is_live: bool) -> Badge | None:
    """That no source has the service any more, which alone does not say that it has closed."""
    return None if is_live else Badge(kind="old", words="No longer on its source’s list")


def checked_badge(checked_on: date | None, today: date, by: str | None = None) -> Badge:
    """When somebody last checked, and who says so."""
    if checked_on is None:
        return Badge(kind="old", words="Not checked by a person")
    who = f" by {by}" if by else ""
    if today - checked_on <= CHECKED_LATELY:
        return Badge(kind="ok", words=f"Checked on {date_in_words(checked_on)}{who}")
    return Badge(kind="old", words=f"Last checked on {date_in_words(checked_on)}{who}")


def basis_badge(basis: Basis) -> Badge | None:
    """That a register's words stand in for a service nobody listed."""
    return Badge(kind="old", words="Described by its register") if basis is Basis.REGISTER else None


def badges(page: ServicePage, today: date) -> tuple[Badge, ...]:
    """The badges at the top of a service's page, trust first."""
    running = running_badge(page.service.status, page.service.paused_until)
    if evidence_against(page.evidence) and (running is None or running.kind != "warn"):
        running = Badge(kind="warn", words="May have closed")
    checked_on, by = last_check(page)
    checked = checked_badge(checked_on, today, by)
    found = (running, live_badge(page.is_live), checked, basis_badge(page.service.basis))
    return tuple(badge for badge in found if badge is not None)


def last_check(page: ServicePage) -> tuple[date | None, str | None]:
    """The newest day on which a source says somebody checked the service, and that source's title."""
    origins = (origin for told in page.service_winners.values() for origin in told)
    checks = [(origin.verified_on, origin.source_title) for origin in origins if origin.verified_on is not None]
    assured = page.service.assured_date
    if assured is not None:
        by = page.service_winners.get("assured_date", ())
        checks.append((assured, by[0].source_title if by else ""))
    return max(checks, default=(None, None))


def evidence_against(evidence: Iterable[EvidenceItem]) -> tuple[EvidenceItem, ...]:
    """The items that say, of themselves, that something has ended or moved, and were not withdrawn; newest first."""
    against = (item for item in evidence if item.evidence.symbol in _AGAINST and item.provenance.is_live)
    return tuple(sorted(against, key=lambda item: item.evidence.on, reverse=True))
