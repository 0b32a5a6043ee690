"""The next sessions of a service as an iCalendar file (RFC 5545), to be put into somebody's own calendar."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from directory.queries.pages import ServicePage
from web.service.facts import first_phone
from web.service.upcoming import Occurrence
from web.words.present import shown_address


def calendar_file(page: ServicePage, occurrences: Sequence[Occurrence], address: str, at: datetime) -> bytes:
    """The file; ``address`` is that of the page of the service. One session is one event, since a rule would go on
    over bank holidays and after the group has closed.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Signpost//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", page.service.name)
    for one in occurrences:
        calendar.add_component(_event(page, one, address, at))
    written: bytes = calendar.to_ical()
    return written


def _event(page: ServicePage, one: Occurrence, address: str, at: datetime) -> Event:
    session = one.session
    event = Event()
    begins = session.start.astimezone(UTC) if session.start else None
    event.add("uid", f"{page.service_id}-{(begins or session.on):%Y%m%dT%H%M}@signpost")
    event.add("dtstamp", at.astimezone(UTC))
    event.add("summary", page.service.name)
    if begins is None:
        event.add("dtstart", session.on)
        event.add("dtend", session.on + timedelta(days=1))
    else:
        event.add("dtstart", begins)
        if session.end is not None:
            event.add("dtend", session.end.astimezone(UTC))
    if not session.certain:
        event.add("status", "TENTATIVE")
    if one.place is not None and not one.place.location.confidential:
        where = [one.place.location.name, *shown_address(one.place.location)]
        event.add("location", ", ".join(line for line in where if line))
    call = first_phone(page)
    ring = f"Ring {call.words} before you go" if call else "Ask before you go"
    event.add("description", f"{ring}: times change. {address}")
    event.add("url", address)
    return event
