"""Everything seen and said of a service, in lanes by kind of evidence: for a drawing, and for the same as a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from directory.domain.messages import Message, mark, say
from directory.domain.records import Channel, Evidence, Funding, ServiceStatus
from directory.domain.reports import evidence_in_words
from directory.domain.status.answers import findings_in_words
from directory.domain.status.funding import Said, is_known
from directory.domain.status.gather import Case
from directory.domain.status.reasons import said_in_words
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
    """One dated piece of evidence in one sentence; ``until`` where it is about a time and not a day.

    Where ``text`` is no message, its words are those of others, or were kept in English.
    """

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
    "ok": mark("The website worked."),
    "fail": mark("The website did not work."),
    "gone": mark("The website was gone."),
    "no_closure_words": mark("The website said nothing of closing."),
    "closure_words": mark("The website said that it has closed."),
    "answered": mark("Somebody answered the phone."),
    "noanswer": mark("Nobody answered the phone."),
    "invalid": mark("The phone number was not in service."),
    "current": mark("The register had it in order."),
    "overdue": mark("The register had it as overdue, or in difficulty."),
    "transferred": mark("The register said that it moved to another body."),
    "ceased": mark("The register said that it has ceased."),
    "listed": mark("A directory listed it."),
    "dropped": mark("A directory no longer listed it."),
    "post": mark("It posted something."),
    "event": mark("It had an event."),
}
_LISTED = {
    (Lane.REGISTER, False): mark("A register listed it on {day}."),
    (Lane.REGISTER, True): mark("A register listed it until {day}."),
    (Lane.LISTS, False): mark("A directory listed it on {day}."),
    (Lane.LISTS, True): mark("A directory listed it until {day}."),
}
"""By the lane, and whether it was for a time and not a day."""
_OURS = (*map(say, _SEEN.values()), *evidence_in_words(), *findings_in_words())
_KEPT = {str(words): words for words in _OURS}
"""Sentences of ours that evidence is kept with in English."""


def timeline(case: Case, on: date) -> tuple[Item, ...]:
    """All items of a service, the newest first, as far as they were known on the day ``on``."""
    found = [*_dated(case), *_listed(case, on), *_money(case.funding, on), *_said(case.said, on)]
    if case.service.assured_date is not None:
        text = say("Its source says that somebody checked.")
        found.append(Item(lane=Lane.PEOPLE, sign=Sign.FOR, on=case.service.assured_date, text=text))
    if case.service.status is ServiceStatus.DEFUNCT and case.listings:
        seen = max(one.seen_until for one in case.listings)
        text = say("Its source says that it has ended.")
        found.append(Item(lane=Lane.PEOPLE, sign=Sign.AGAINST, on=seen, text=text))
    known = (item for item in found if item.on <= on)
    return tuple(sorted(known, key=lambda item: (item.on, item.lane, item.text), reverse=True))


def _dated(case: Case) -> Iterator[Item]:
    dated: Sequence[Evidence | Sighting] = (*case.evidence, *case.sightings)
    for one in dated:
        lane = _LANE_OF_CHANNEL.get(one.channel) or (Lane.GROUP if one.symbol.startswith("owner_") else Lane.PEOPLE)
        text = _KEPT.get(one.text, one.text) if one.text else _shown(one.symbol)
        yield Item(lane=lane, sign=_sign(one.symbol), on=one.on, text=text, url=one.url)


def _shown(symbol: str) -> Message:
    return say(_SEEN[symbol]) if symbol in _SEEN else say("{what}.", what=said_in_words(symbol))


def _listed(case: Case, on: date) -> Iterator[Item]:
    for one in case.listings:
        lane = Lane.REGISTER if one.channel is Channel.REGISTER else Lane.LISTS
        seen_until = min(one.seen_until, on)
        until = seen_until if seen_until > one.first_seen else None
        text = say(_LISTED[lane, until is not None], day=until or one.first_seen)
        yield Item(lane=lane, sign=Sign.FOR, on=one.first_seen, until=until, text=text)
        if not one.is_live:
            yield Item(lane=lane, sign=Sign.AGAINST, on=one.read_on, text=_shown("dropped"))


def _money(funding: Sequence[Funding], on: date) -> Iterator[Item]:
    for one in funding:
        start = one.start_on or one.awarded_on
        if start is not None and is_known(one, on):
            until = one.end_on if one.end_on is not None and one.end_on > start else None
            yield Item(lane=Lane.MONEY, sign=Sign.FOR, on=start, until=until, text=_money_from(one.funder, until))


def _money_from(funder: str | None, until: date | None) -> Message:
    if funder and until:
        return say("Money from {funder} until {day}.", funder=funder, day=until)
    if until:
        return say("Money until {day}.", day=until)
    return say("Money from {funder}.", funder=funder) if funder else say("Money.")


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
                text=say("The group says: “{words}”.", words=one.funding.description),
            )


def _sign(symbol: str) -> Sign:
    if symbol in _AGAINST:
        return Sign.AGAINST
    return Sign.NEITHER if symbol in _NEITHER else Sign.FOR
