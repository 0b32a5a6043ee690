"""Everything seen and said of a service, in lanes by kind of evidence: for a drawing, and for the same as a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from directory.domain.records import Channel, Evidence, Funding, ServiceStatus
from directory.domain.status.funding import Said, is_known
from directory.domain.status.gather import Case
from directory.domain.status.reasons import in_words, said_in_words
from directory.domain.status.sightings import Sighting


class Lane(StrEnum):
    """The kinds of evidence, in the order of their lanes."""

    GROUP = "group"
    PEOPLE = "people"
    EVENTS = "events"
    PHONE = "phone"
    WEB = "web"
    REGISTER = "register"
    LISTS = "lists"
    MONEY = "money"


class Sign(StrEnum):
    """What a piece of evidence speaks for."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One dated piece of evidence in one sentence; ``until`` where it is about a time and not a day."""

    lane: Lane
    sign: Sign
    on: date
    text: str
    until: date | None = None
    url: str | None = None


_LANE_OF_CHANNEL = {
    Channel.EVENT: Lane.EVENTS,
    Channel.PHONE: Lane.PHONE,
    Channel.WEB: Lane.WEB,
    Channel.TEXT: Lane.WEB,
    Channel.REGISTER: Lane.REGISTER,
    Channel.FEED: Lane.LISTS,
}
_AGAINST = frozenset(
    {
        "fail", "gone", "invalid", "overdue", "ceased", "closure_words", "dropped", "owner_closed", "curator_closed",
        "linkworker_nobody", "linkworker_says_closed", "public_closed", "source_closed",
    }
)  # fmt: skip
_NEITHER = frozenset({"noanswer", "transferred", "owner_no_reply", "curator_paused"})
_SEEN = {
    "ok": "The website worked.",
    "fail": "The website did not work.",
    "gone": "The website was gone.",
    "no_closure_words": "The website said nothing of closing.",
    "closure_words": "The website said that it has closed.",
    "answered": "Somebody answered the phone.",
    "noanswer": "Nobody answered the phone.",
    "invalid": "The phone number was not in service.",
    "current": "The register had it in order.",
    "overdue": "The register had it as overdue, or in difficulty.",
    "transferred": "The register said that it moved to another body.",
    "ceased": "The register said that it has ceased.",
    "listed": "A directory listed it.",
    "dropped": "A directory no longer listed it.",
    "post": "It posted something.",
    "event": "It had an event.",
}


def timeline(case: Case, on: date) -> tuple[Item, ...]:
    """All items of a service, the newest first, as far as they were known on the day ``on``."""
    found = [*_dated(case), *_listed(case, on), *_money(case.funding, on), *_said(case.said, on)]
    if case.service.assured_date is not None:
        text = "Its source says that somebody checked."
        found.append(Item(lane=Lane.PEOPLE, sign=Sign.FOR, on=case.service.assured_date, text=text))
    if case.service.status is ServiceStatus.DEFUNCT and case.listings:
        seen = max(one.seen_until for one in case.listings)
        found.append(Item(lane=Lane.PEOPLE, sign=Sign.AGAINST, on=seen, text="Its source says that it has ended."))
    known = (item for item in found if item.on <= on)
    return tuple(sorted(known, key=lambda item: (item.on, item.lane, item.text), reverse=True))


def _dated(case: Case) -> Iterator[Item]:
    dated: Sequence[Evidence | Sighting] = (*case.evidence, *case.sightings)
    for one in dated:
        lane = _LANE_OF_CHANNEL.get(one.channel) or (Lane.GROUP if one.symbol.startswith("owner_") else Lane.PEOPLE)
        text = one.text or _SEEN.get(one.symbol) or f"{said_in_words(one.symbol)}."
        yield Item(lane=lane, sign=_sign(one.symbol), on=one.on, text=text, url=one.url)


def _listed(case: Case, on: date) -> Iterator[Item]:
    for one in case.listings:
        is_register = one.channel is Channel.REGISTER
        lane = Lane.REGISTER if is_register else Lane.LISTS
        seen_until = min(one.seen_until, on)
        until = seen_until if seen_until > one.first_seen else None
        told = f"until {in_words(until)}" if until else f"on {in_words(one.first_seen)}"
        yield Item(
            lane=lane,
            sign=Sign.FOR,
            on=one.first_seen,
            until=until,
            text=f"{'A register' if is_register else 'A directory'} listed it {told}.",
        )
        if not one.is_live:
            yield Item(lane=lane, sign=Sign.AGAINST, on=one.read_on, text=_SEEN["dropped"])


def _money(funding: Sequence[Funding], on: date) -> Iterator[Item]:
    for one in funding:
        start = one.start_on or one.awarded_on
        if start is not None and is_known(one, on):
            until = one.end_on if one.end_on is not None and one.end_on > start else None
            by = f" from {one.funder}" if one.funder else ""
            to = f" until {in_words(until)}" if until else ""
            yield Item(lane=Lane.MONEY, sign=Sign.FOR, on=start, until=until, text=f"Money{by}{to}.")


def _said(said: Sequence[Said], on: date) -> Iterator[Item]:
    """What the group says of its money: from when it is there, or from when that was said if it was so no later."""
    for one in said:
        end = one.funding.end_on
        if end is not None and one.known_from <= on:
            start = min(one.funding.start_on or end, one.known_from, end)
            yield Item(
                lane=Lane.MONEY,
                sign=Sign.FOR if one.known_from < end else Sign.NEITHER,
                on=start,
                until=end if end > start else None,
                text=f"The group says: “{one.funding.description}”.",
            )


def _sign(symbol: str) -> Sign:
    if symbol in _AGAINST:
        return Sign.AGAINST
    return Sign.NEITHER if symbol in _NEITHER else Sign.FOR
