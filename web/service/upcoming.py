"""The next sessions of a service, each with the place it is at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from heapq import merge
from itertools import islice

from directory.domain.places import Nation
from directory.domain.records import LocationType
from directory.domain.times.sessions import LONDON, Session, sessions_ahead
from directory.queries.pages import PlaceOfService, ServicePage
from directory.queries.running import Running
from web.service.sheet import has_probably_closed


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One session; ``place`` is None where it is not known which of several places it is at, or where it is at none."""

    session: Session
    place: PlaceOfService | None


def upcoming(page: ServicePage, running: Running, at: datetime, most: int) -> list[Occurrence]:
    """The next sessions within 60 days, at most so many: none of a service that has probably closed, and of one that
    is paused none before it starts again.
    """
    if has_probably_closed(running):
        return []
    until = running.paused_until or page.service.paused_until
    if until is not None:
        at = max(at, datetime.combine(until + timedelta(days=1), time(), LONDON))
    venues = [place for place in page.places if place.location.location_type is LocationType.PHYSICAL]
    nation = next((found for place in venues if (found := _nation(place))), None)
    service = page.service
    everywhere = sessions_ahead((*service.schedules, *service.read_schedules), at, nation)
    only = venues[0] if len(venues) == 1 else None
    own = [_at(place, sessions_ahead(place.schedules, at, _nation(place))) for place in page.places]
    return list(islice(merge(_at(only, everywhere), *own, key=_order), most))


def _at(place: PlaceOfService | None, sessions: Iterator[Session]) -> Iterator[Occurrence]:
    return (Occurrence(session=session, place=place) for session in sessions)


def _order(one: Occurrence) -> datetime:
    return one.session.start or datetime.combine(one.session.on, time(), LONDON)


def _nation(place: PlaceOfService) -> Nation | None:
    return Nation.of_area(place.location.local_authority) if place.location.local_authority else None
