"""The crisis page: which lines are wanted, in parts by whether they answer now, and links to the other lines."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from flask import url_for

from directory.domain.crisis.choose import Offer
from directory.domain.crisis.lines import Kind
from directory.domain.messages import mark, say
from directory.domain.places import Nation
from directory.domain.times.weekdays import WEEKDAYS
from index.finder import UK_TIME
from web.config import CRISIS_TYPED
from web.crisis.known import Crisis
from web.crisis.line import (
    LineCard,
    Number,
    card_at_any_time,
    card_now,
    card_of,
    nations_in_words,
    phone_of,
)
from web.search.choices import Choice
from web.search.near_place import kept_place

LEAVE_FOR = "https://www.bbc.co.uk/weather"
"""Where "Leave this page" goes: a page that says nothing about who looks at it."""

SAVED = "saved"
"""The copy that a browser keeps for when there is no network: all lines, with their hours but not with "open now"."""

_SAY = mark("Thank you for telling me. Let us ring somebody together. Would you like to sit somewhere quieter?")
_PARTS = (
    ("open", mark("Open now")),
    ("unknown", mark("Ring and see")),
    ("shut", mark("Closed at the moment")),
)


def in_address(nation: Nation) -> str:
    """A nation as an address says it."""
    return nation.lower().replace(" ", "-")


_BY_ADDRESS = {in_address(nation): nation for nation in Nation}


def crisis_address(said: Mapping[str, str | None]) -> str:
    """The address of the page that says so much, in the language of the present request."""
    query = urlencode({name: value for name, value in said.items() if value})
    return f"{url_for('crisis.crisis_view')}{'?' if query else ''}{query}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What of the page is wanted; ``near`` is a place as it was typed, a whole postcode cut to its sector."""

    nation: Nation | None = None
    topics: tuple[str, ...] = ()
    q: str = ""
    near: str = ""
    is_saved: bool = False
    is_cut: bool = False

    @classmethod
    def read(cls, typed: Mapping[str, str], crisis: Crisis) -> "Wanted":
        """What an address says; of what makes no sense, nothing. Never raises."""
        q, near = (typed.get(name, "").strip()[:CRISIS_TYPED] for name in ("q", "near"))
        topic = typed.get("topic", "")
        return cls(
            nation=_BY_ADDRESS.get(typed.get("nation", "")),
            topics=(topic,) if topic in crisis.topics else crisis.words.topics_in(q),
            q=q,
            near=kept_place(near),
            is_saved=typed.get("copy") == SAVED,
            is_cut=kept_place(near) != near,
        )

    def address(self, **changes: str | None) -> str:
        """The address of the page with some parts changed."""
        nation = in_address(self.nation) if self.nation else None
        said = {"nation": nation, "topic": self.topics[0] if self.topics else None, "near": self.near}
        return crisis_address(said | changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Lines under one heading."""

    id: str
    title: str
    lines: tuple[LineCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisPage:
    """Everything the page says but for the lines and what is near. ``day`` is that on which it was made."""

    title: str
    emergency: Number
    silent: str
    say: str
    first_topics: tuple[Choice, ...]
    more_topics: tuple[Choice, ...]
    nations: tuple[Choice, ...]
    wanted: Wanted
    day: str
    is_unheard: bool
    leave_for: str = LEAVE_FOR


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisLines:
    """The lines in their parts, and the ways to reach 999 in ``signs`` or by text. ``now`` is the time in words."""

    parts: tuple[Part, ...]
    signs: tuple[LineCard, ...]
    now: str


def crisis_page(crisis: Crisis, wanted: Wanted, at: datetime) -> CrisisPage:
    """The page as it is at ``at``; it asks nothing of database and index."""
    at = at.astimezone(UK_TIME)
    emergency, silent = crisis.band
    number = phone_of(emergency)
    assert number is not None  # the line for danger to life is one that is rung
    topic = crisis.topics[wanted.topics[0]] if wanted.topics else None
    return CrisisPage(
        title=say("Who to call: {topic}", topic=say(topic.label)) if topic else say("Who to call right now"),
        emergency=number,
        silent=say(silent.after),
        say=say(topic.say if topic else _SAY),
        first_topics=(_whole(wanted), *_topics(crisis, wanted, is_first=True)),
        more_topics=tuple(_topics(crisis, wanted, is_first=False)),
        nations=tuple(_nations(wanted)),
        wanted=wanted,
        day=say("{weekday} {day}", weekday=WEEKDAYS[at.weekday()], day=at.date()),
        is_unheard=bool(wanted.q) and not wanted.topics,
    )


def crisis_lines(
    crisis: Crisis, at: datetime, *, nation: Nation | None, topics: tuple[str, ...], is_saved: bool
) -> CrisisLines:
    """The lines of the page as they are at ``at``; where it is read at some other time, none is called open."""
    at = at.astimezone(UK_TIME)
    offers = crisis.offers(at, nation, topics)
    is_live = not (is_saved or crisis.is_past)
    return CrisisLines(
        parts=tuple(_live_parts(offers, at) if is_live else _parts_by_nation(offers)),
        signs=tuple(card_of(line) for line in crisis.without_speaking),
        now=say("{weekday} {time}", weekday=WEEKDAYS[at.weekday()], time=at.time()),
    )


def _live_parts(offers: tuple[Offer, ...], at: datetime) -> Iterator[Part]:
    finders = tuple(card_at_any_time(offer) for offer in offers if offer.line.kind is Kind.FINDER)
    cards = [card_now(offer, at) for offer in offers if offer.line.kind is not Kind.FINDER]
    for state, title in _PARTS:
        lines = tuple(card for card in cards if card.state == state)
        if lines:
            yield Part(id=state, title=say(title), lines=lines)
    if finders:
        yield Part(id="finders", title=say("Where else to look"), lines=finders)


def _parts_by_nation(offers: tuple[Offer, ...]) -> Iterator[Part]:
    """Lines for everybody, then those of each nation or nations."""
    places = dict.fromkeys(nations_in_words(offer.line) for offer in offers)
    for number, place in enumerate(sorted(places)):
        lines = tuple(card_at_any_time(offer) for offer in offers if nations_in_words(offer.line) == place)
        yield Part(id=f"part-{number}", title=place or say("Anywhere in the United Kingdom"), lines=lines)


def _whole(wanted: Wanted) -> Choice:
    return Choice(label=say("All"), address=wanted.address(topic=None), chosen=not wanted.topics)


def _topics(crisis: Crisis, wanted: Wanted, *, is_first: bool) -> Iterator[Choice]:
    for topic in crisis.topics.values():
        if topic.is_first is is_first:
            chosen = topic.id in wanted.topics
            yield Choice(label=say(topic.label), address=wanted.address(topic=topic.id), chosen=chosen)


def _nations(wanted: Wanted) -> Iterator[Choice]:
    address: Callable[..., str] = wanted.address
    yield Choice(label=say("All nations"), address=address(nation=None), chosen=wanted.nation is None)
    for name, nation in _BY_ADDRESS.items():
        yield Choice(label=say(nation.value), address=address(nation=name), chosen=nation is wanted.nation)
