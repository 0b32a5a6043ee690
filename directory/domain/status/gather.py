"""From what the catalogue holds of a service to its history: which record counts as which kind of evidence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from directory.domain.records import Basis, Channel, Evidence, Funding, Organization, Service, ServiceStatus
from directory.domain.sources import Authority
from directory.domain.status.funding import Outlook, Said, outlook, said_of
from directory.domain.status.history import Events, FirstSource, FollowOn, GroupKind, History, Statement, Watched
from directory.domain.status.settings import Settings
from directory.domain.status.sightings import Sighting

_CHARITIES = frozenset({"GB-CHC", "GB-SC", "GB-NIC"})
_COMPANIES = frozenset({"GB-COH"})
_PUBLIC = re.compile(r"\b(council|nhs|borough|university hospitals|leisure centre|library service)\b", re.IGNORECASE)
_FREQUENT = re.compile(r"\bdrop[- ]?ins?\b|\bfood ?banks?\b|\bfood (?:pantry|parcels?|club)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A source that lists the service or did: when it was first seen to, when it last was, and whether it still does.

    ``read_on`` is when the source was last read at all.
    """

    channel: Channel
    authority: Authority
    first_seen: date
    seen_until: date
    read_on: date
    is_live: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything that the catalogue holds for and against one service; of evidence, what was not withdrawn.

    ``described_since`` is when the words of its description were first seen to stand there.
    """

    service_id: str
    service: Service
    organization: Organization
    listings: Sequence[Listing] = ()
    evidence: Sequence[Evidence] = ()
    funding: Sequence[Funding] = ()
    sightings: Sequence[Sighting] = ()
    described_since: date | None = None

    @property
    def said(self) -> tuple[Said, ...]:
        """The money that its own words speak of."""
        return said_of(self.service_id, self.service, self.described_since)

    def money(self, on: date) -> Outlook | None:
        """How far its money was known to reach on the day ``on``."""
        return outlook(self.funding, on, self.said)


def history_of(case: Case, on: date, settings: Settings) -> History:
    """The history of a service as it was known on the day ``on``, or would have been had we been there."""
    money = case.money(on)
    return History(
        id=case.service_id,
        kind=_kind(case),
        first_seen=_first_seen(case, on),
        first_source=_first_source(case),
        funding_end=money.end_on if money else None,
        funding_follow_on=money.follow_on if money else FollowOn.UNKNOWN,
        season=settings.activity.term_time if _meets_in_terms(case.service) else None,
        is_frequent=bool(_FREQUENT.search(f"{case.service.name} {case.service.description or ''}")),
        observations=tuple(_watched(case)),
        statements=tuple(_statements(case)),
        events=_events(case.sightings),
    )


def _kind(case: Case) -> GroupKind:
    if any(one.service_id is not None and one.end_on is not None for one in case.funding):
        return GroupKind.PROJECT
    schemes = {one.scheme for one in case.organization.identifiers}
    if schemes & _CHARITIES:
        return GroupKind.CHARITY
    if schemes & _COMPANIES:
        return GroupKind.COMPANY
    return GroupKind.PUBLIC if _PUBLIC.search(case.organization.name) else GroupKind.INFORMAL


def _first_seen(case: Case, on: date) -> date:
    """The first day of which anything is known: when it was first listed, or what was said to have been before."""
    days = [one.first_seen for one in case.listings] + [one.on for one in case.evidence]
    days += [one.on for one in case.sightings]
    days += [day for one in case.funding for day in (one.awarded_on, one.start_on) if day is not None]
    days += [case.service.assured_date] if case.service.assured_date is not None else []
    return min(on, *days) if days else on


def _first_source(case: Case) -> FirstSource:
    first = min(case.listings, key=lambda one: (one.first_seen, one.authority.rank), default=None)
    if first is None or first.authority in (Authority.FEED, Authority.MODERATOR):
        return FirstSource.IMPORT
    return FirstSource.OWNER if first.authority is Authority.OWNER else FirstSource.CRAWL


def _watched(case: Case) -> Iterator[Watched]:
    listed = [*_listed([one for one in case.listings if one.channel is Channel.FEED], "feed", "listed")]
    if case.service.basis is Basis.REGISTER:
        listed += _listed([one for one in case.listings if one.channel is Channel.REGISTER], "register", "current")
    given_up = _given_up(case)
    yield from (one for one in listed if given_up is None or one.day < given_up)
    if case.service.status is ServiceStatus.INACTIVE and case.listings:
        yield Watched(channel="feed", day=max(one.seen_until for one in case.listings), symbol="dropped")
    dated: tuple[Evidence | Sighting, ...] = (*case.evidence, *case.sightings)
    listed_until = max((one.seen_until for one in case.listings if one.is_live), default=None)
    for one in dated:
        if one.channel is Channel.FEED and one.symbol == "dropped" and listed_until and one.on <= listed_until:
            continue  # another number of the same body is on the list still
        if one.channel not in (Channel.STATEMENT, Channel.EVENT):
            yield Watched(channel=one.channel.value, day=one.on, symbol=one.symbol)


def _given_up(case: Case) -> date | None:
    """Since when its sources list it as one that does not run: being on such a list is no sign that it does."""
    if case.service.status not in (ServiceStatus.INACTIVE, ServiceStatus.DEFUNCT) or not case.listings:
        return None
    noticed = [one.on for one in case.evidence if one.symbol in ("ceased", "dropped")]
    return min([*noticed, max(one.seen_until for one in case.listings)])


def _listed(listings: Sequence[Listing], channel: str, symbol: str) -> Iterator[Watched]:
    """That sources of one kind list it; and that a feed has dropped it, once none of them has it any more."""
    for day in sorted({day for one in listings for day in (one.first_seen, one.seen_until)}):
        yield Watched(channel=channel, day=day, symbol=symbol)
    if listings and not any(one.is_live for one in listings):
        yield Watched(channel="feed", day=max(one.read_on for one in listings), symbol="dropped")


def _statements(case: Case) -> Iterator[Statement]:
    for one in case.evidence:
        if one.channel is Channel.STATEMENT:
            yield Statement(day=one.on, kind=one.symbol)
    for seen in case.sightings:
        if seen.channel is Channel.STATEMENT:
            yield Statement(day=seen.on, kind=seen.symbol, reporter=seen.reporter)
        elif seen.channel is Channel.EVENT and seen.on > seen.at.date():
            yield Statement(day=seen.at.date(), kind="future_event_dated", reporter=seen.url)
    for grant in case.funding:
        if grant.awarded_on is not None:
            yield Statement(day=grant.awarded_on, kind="new_grant", reporter=grant.funder)
    if case.service.assured_date is not None:
        yield Statement(day=case.service.assured_date, kind="curator_open")
    if case.service.status is ServiceStatus.DEFUNCT and case.listings:
        yield Statement(day=max(one.seen_until for one in case.listings), kind="source_closed")


def _events(sightings: Sequence[Sighting]) -> Events | None:
    seen = [one for one in sightings if one.channel is Channel.EVENT]
    if not seen:
        return None
    days = sorted({one.on for one in seen})
    return Events(watched_from=min(days[0], min(one.at.date() for one in seen)), days=tuple(days))


def _meets_in_terms(service: Service) -> bool:
    return any(one.term_time_only for one in (*service.schedules, *service.read_schedules))
