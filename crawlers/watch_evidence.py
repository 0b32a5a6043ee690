"""What a visit shows of the services that a page is watched for: sightings, and changes to put forward."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from crawlers.visiting.domains import host_of, registered_domain
from crawlers.visiting.naming import Expected
from crawlers.visiting.outcome import Outcome
from crawlers.visiting.report import Visit
from crawlers.watch_reading import SiteRead
from crawlers.watch_state import is_failing
from crawlers.watching.contacts import read_contacts
from crawlers.watching.dated import Dated
from crawlers.watching.feeds import events_of_page
from crawlers.watching.proposals import Confidence, Known, propose
from directory.domain.closure.notice import ClosureReading, Notice
from directory.domain.closure.reading import read_closure
from directory.domain.corrections import NO_END, Field
from directory.domain.errors import InvalidValue
from directory.domain.identifiers import EXCLUSIVE_SCHEMES
from directory.domain.postcode import Postcode
from directory.domain.records import Channel
from directory.domain.status.sightings import Sighting
from directory.domain.web_pages import place_of
from directory.intake.normalise import readable
from directory.intake.watch import Proposal
from directory.queries.watching import Behind, Watched

_FOUND_BY_US = "visit"
"""The syntax of what no page says, but where it led says."""


def expected_of(watched: Watched) -> Expected:
    """What a page names its service by, or all of its services: those of one organization go by its name.

    Of a feed nothing is expected: what it had of its group it may lose with its next item.
    """
    services = watched.behind
    if not services or watched.page.kind == "feed":
        return Expected()
    organizations = {one.organization.name for one in services}
    name = services[0].service.name if len(services) == 1 else None
    if name is None and len(organizations) == 1:
        name = services[0].organization.name
    phones = [phone.number for one in services for phone in (*one.service.phones, *one.organization.phones)]
    numbers = [
        identifier.value
        for one in services
        for identifier in one.organization.identifiers
        if identifier.scheme in EXCLUSIVE_SCHEMES
    ]
    return Expected(
        name=name,
        phones=tuple(dict.fromkeys(phones)),
        postcodes=tuple(dict.fromkeys(code for one in services for code in one.postcodes)),
        charity_numbers=tuple(dict.fromkeys(numbers)),
    )


def web_sightings(watched: Watched, counted: Visit) -> Iterator[Sighting]:
    """What the site shows of each service. A first failure shows nothing yet: it counts once a later visit fails too,
    and then for its own day as well."""
    symbol, page = counted.symbol, watched.page
    if symbol is None:
        return
    seen: list[tuple[str, date]] = [(symbol, counted.at.date())]
    if is_failing(counted):
        if page.failures == 0:
            return
        if page.failures == 1 and page.failing_since is not None and page.symbol is not None:
            seen.insert(0, (page.symbol, page.failing_since.date()))
    for one in watched.behind:
        for shown, on in dict.fromkeys(seen):
            yield _sighting(one.id, Channel.WEB, shown, on, counted.at, page.url)


def closure_of(only: Behind, met: Visit, read: SiteRead) -> ClosureReading:
    """What the service's own page says of its end."""
    names = [only.service.name, only.service.alternate_name]
    if only.is_sole:
        names += [only.organization.name, *only.organization.alternate_names]
    is_same_site = registered_domain(host_of(met.url)) == registered_domain(host_of(met.final_url))
    return read_closure(
        read.words.main_text,
        names=[name for name in names if name],
        is_own_page=is_same_site,
        on=met.at.date(),
    )


def text_sightings(only: Behind, met: Visit, read: SiteRead, closure: ClosureReading) -> Iterator[Sighting]:
    """Whether the page says that it has closed, with the sentence that does, where it may be quoted."""
    if closure.symbol is not None:
        said = closure.closed.sentence if closure.closed and not read.words.is_noindex else None
        text = readable(said) if said else None
        yield _sighting(only.id, Channel.TEXT, closure.symbol.value, met.at.date(), met.at, met.url, text)


def event_sightings(
    service_id: str, items: Iterable[Dated], at: datetime, url: str, *, most: int, most_ahead: int
) -> Iterator[Sighting]:
    """The newest days with posts and events, and the next ones ahead, at most so many; nothing that is cancelled."""
    held = sorted({(item.on, item.kind) for item in items if not item.is_cancelled})
    past = [one for one in held if one[0] <= at.date()]
    ahead = [one for one in held if one[0] > at.date()]
    for on, kind in (*past[-most:], *ahead[:most_ahead]):
        yield _sighting(service_id, Channel.EVENT, kind.value, on, at, url)


def page_events(met: Visit, read: SiteRead) -> Sequence[Dated]:
    """The dated events in a page's embedded data."""
    return events_of_page(read.embedded, met.at.date()).items


def moved_proposals(watched: Watched, met: Visit) -> Iterator[Proposal]:
    """The address where the page of each service is now, if it has moved."""
    leads_elsewhere = met.outcome is Outcome.NOT_MODIFIED and place_of(met.final_url) != place_of(met.url)
    url = met.final_url if leads_elsewhere else met.proposed_url
    if url is not None:
        for one in watched.behind:
            yield _proposal(one.id, Field.WEBSITE, met.url, url, met, _FOUND_BY_US, Confidence.HIGH)


def page_proposals(only: Behind, met: Visit, read: SiteRead, closure: ClosureReading) -> Iterator[Proposal]:
    """What the service's own page says otherwise than the catalogue, and whether it is having a break."""
    for change in propose(read.words, read_contacts(read.words), read.embedded, _known(only)):
        yield _proposal(
            only.id, change.field, change.before, change.after, met, change.said_in, change.confidence, change.words
        )
    yield from _pause_proposals(only, met, read, closure.paused)


def _pause_proposals(only: Behind, met: Visit, read: SiteRead, pause: Notice | None) -> Iterator[Proposal]:
    """A break that the catalogue does not know of; one without an end is news only where it knows of none."""
    known = only.service.paused_until
    if pause is None or (known is not None and pause.until in (None, known)):
        return
    before = known.isoformat() if known else None
    after = pause.until.isoformat() if pause.until else NO_END
    words = "" if read.words.is_noindex else pause.sentence
    yield _proposal(only.id, Field.PAUSED_UNTIL, before, after, met, "text", Confidence.MEDIUM, words)


def _known(only: Behind) -> Known:
    service, organization = only.service, only.organization
    return Known(
        phones=tuple(phone.number for phone in (*service.phones, *organization.phones)),
        emails=tuple(email for email in (service.email, organization.email) if email),
        postcodes=tuple(_postcodes(only.postcodes)),
        website=service.url or organization.website,
        schedules=only.schedules,
    )


def _postcodes(written: Iterable[str]) -> Iterator[Postcode]:
    for one in written:
        try:
            yield Postcode.parse(one)
        except InvalidValue:
            # Of some places the catalogue has a part of a postcode.
            continue


def _sighting(
    service_id: str, channel: Channel, symbol: str, on: date, at: datetime, url: str, text: str | None = None
) -> Sighting:
    return Sighting(service_id=service_id, channel=channel, symbol=symbol, on=on, at=at, text=text, url=url)


def _proposal(
    service_id: str,
    field: str,
    before: str | None,
    after: str,
    met: Visit,
    syntax: str,
    confidence: str,
    words: str = "",
) -> Proposal:
    return Proposal(
        service_id=service_id,
        field=str(field),
        before=readable(before) if before else None,
        after=readable(after),
        sentence=readable(words),
        url=met.url,
        syntax=str(syntax),
        confidence=str(confidence),
        found_at=met.at,
    )
