"""The crisis page: which lines are wanted, in parts by whether they answer now, and links to the other lines."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from directory.domain.crisis.choose import Offer
from directory.domain.crisis.lines import Kind
from directory.domain.places import Nation
from index.finder import UK_TIME
from web.config import CRISIS_TYPED
from web.crisis.known import Crisis
from web.crisis.line import LineCard, Number, card_at_any_time, card_now, card_of, nations_in_words, phone_of
from web.search.choices import Choice
from web.search.near_place import kept_place
from web.words.present import date_in_words
from web.words.times import time_in_words

ADDRESS = "/crisis"
LEAVE_FOR = "https://www.bbc.co.uk/weather"
"""Where "Leave this page" goes: a page that says nothing about who looks at it."""

SAVED = "saved"
"""The copy that a browser keeps for when there is no network: all lines, with their hours but not with "open now"."""

NATIONS = {nation.lower().replace(" ", "-"): nation for nation in Nation}
_SAY = "Thank you for telling me. Let us ring somebody together. Would you like to sit somewhere quieter?"
_PARTS = (
    ("open", "Open now"),
    ("unknown", "Ring and see"),
    ("shut", "Closed at the moment"),
)


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
            nation=NATIONS.get(typed.get("nation", "")),
            topics=(topic,) if topic in crisis.topics else crisis.words.topics_in(q),
            q=q,
            near=kept_place(near),
            is_saved=typed.get("copy") == SAVED,
            is_cut=kept_place(near) != near,
        )

    def address(self, **changes: str | None) -> str:
        """The address of the page with some parts changed."""
        nation = self.nation.lower().replace(" ", "-") if self.nation else None
        said = {"nation": nation, "topic": self.topics[0] if self.topics else None, "near": self.near} | changes
        query = urlencode({name: value for name, value in said.items() if value})
        return f"{ADDRESS}?{query}" if query else ADDRESS


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
        title=f"Who to call: {topic.label}" if topic else "Who to call right now",
        emergency=number,
        silent=silent.after,
        say=topic.say if topic else _SAY,
        first_topics=(_whole(wanted), *_topics(crisis, wanted, is_first=True)),
        more_topics=tuple(_topics(crisis, wanted, is_first=False)),
        nations=tuple(_nations(wanted)),
        wanted=wanted,
        day=f"{at:%A} {date_in_words(at)}",
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
        now=f"{at:%A} {time_in_words(at.time())}",
    )


def _live_parts(offers: tuple[Offer, ...], at: datetime) -> Iterator[Part]:
    finders = tuple(card_at_any_time(offer) for offer in offers if offer.line.kind is Kind.FINDER)
    cards = [card_now(offer, at) for offer in offers if offer.line.kind is not Kind.FINDER]
    for state, title in _PARTS:
        lines = tuple(card for card in cards if card.state == state)
        if lines:
            yield Part(id=state, title=title, lines=lines)
    if finders:
        yield Part(id="finders", title="Where else to look", lines=finders)


def _parts_by_nation(offers: tuple[Offer, ...]) -> Iterator[Part]:
    """Lines for everybody, then those of each nation or nations."""
    places = dict.fromkeys(nations_in_words(offer.line) for offer in offers)
    for number, place in enumerate(sorted(places)):
        lines = tuple(card_at_any_time(offer) for offer in offers if nations_in_words(offer.line) == place)
        yield Part(id=f"part-{number}", title=place or "Anywhere in the United Kingdom", lines=lines)


def _whole(wanted: Wanted) -> Choice:
    return Choice(label="All", address=wanted.address(topic=None), chosen=not wanted.topics)


def _topics(crisis: Crisis, wanted: Wanted, *, is_first: bool) -> Iterator[Choice]:
    for topic in crisis.topics.values():
        if topic.is_first is is_first:
            chosen = topic.id in wanted.topics
            yield Choice(label=topic.label, address=wanted.address(topic=topic.id), chosen=chosen)


def _nations(wanted: Wanted) -> Iterator[Choice]:
    address: Callable[..., str] = wanted.address
    yield Choice(label="All nations", address=address(nation=None), chosen=wanted.nation is None)
    for name, nation in NATIONS.items():
        yield Choice(label=nation, address=address(nation=name), chosen=nation is wanted.nation)
