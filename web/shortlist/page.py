"""The page of a shortlist: each service as it stands now beside the others, and what changed since a link was made."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from directory.domain.messages import say, say_count, sentence
from directory.domain.shortlist.facts import Change, How
from directory.domain.shortlist.shortlist import Item, Shortlist
from directory.domain.times.sessions import next_session
from directory.queries.shortlist import Listed
from web.service.fact import Fact
from web.service.facts import fact_sheet, first_phone
from web.words.sessions import session_in_words
from web.words.trust import Badge, badges

SIDE_BY_SIDE = 3
"""Services compared in one row of the page."""

_CHANGED = {
    Change.CLOSED: say("It has closed"),
    Change.LIKELY_CLOSED: say("It may have closed: call first"),
    Change.DOUBTED: say("Its source no longer says that it runs"),
    Change.PAUSED: say("It is paused"),
    Change.RUNNING: say("It is running again"),
    Change.PHONE: say("Its phone number"),
    Change.PLACE: say("Where it meets"),
    Change.TIMES: say("Its times"),
}
_GRAVE = frozenset({Change.CLOSED, Change.LIKELY_CLOSED})
_NEXT_TIME = say("Next time")
_NOT_KNOWN = (Fact(words=say("Not known. Ask"), known=False),)
_COMPARED = (
    ("when", say("When")),
    ("where", say("Where")),
    ("in", say("Getting in")),
    ("cost", say("Cost")),
    ("who", say("Who for")),
    ("join", say("How to join")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing compared: what is known of it, or the one fact that nothing is."""

    title: str
    facts: tuple[Fact, ...]

    @property
    def known(self) -> bool:
        """Whether something is known of it."""
        return all(fact.known for fact in self.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One service of the list, at its ``place`` counted from 1. ``item_id`` is its id on the list, which is another
    than ``id`` where the service was merged. ``changes`` are what is otherwise than it was, ``is_grave`` if it closed.
    """

    place: int
    item_id: str
    id: str
    name: str
    organization: str | None
    badges: tuple[Badge, ...]
    is_demonstration: bool
    lines: tuple[Line, ...]
    call: Fact | None
    note: str
    changes: tuple[str, ...]
    is_grave: bool
    has_probably_closed: bool
    instead: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortlistPage:
    """The whole list. ``missing`` are the ids of services that are not in the catalogue any more."""

    listings: tuple[Listing, ...]
    missing: tuple[str, ...]
    made_on: date

    @property
    def size(self) -> int:
        """How many services are on the list, those that are gone among them."""
        return len(self.listings) + len(self.missing)

    @property
    def rows(self) -> Iterator[tuple[Listing, ...]]:
        """The services as many at a time as are compared side by side."""
        for start in range(0, len(self.listings), SIDE_BY_SIDE):
            yield self.listings[start : start + SIDE_BY_SIDE]

    @property
    def since(self) -> str:
        """What changed since the list was made, in a sentence."""
        changed = sum(1 for one in self.listings if one.changes) + len(self.missing)
        if not changed:
            return say("Nothing we know of has changed since {day}.", day=self.made_on)
        return say_count(
            "{n} service has changed since {day}.",
            "{n} services have changed since {day}.",
            changed,
            day=self.made_on,
        )


Instead = Mapping[str, tuple[tuple[str, str], ...]]
"""By the ids of services that have closed, living ones like them as pairs of id and name."""


def shortlist_page(
    shortlist: Shortlist, found: Mapping[str, Listed], at: datetime, instead: Instead, invented: frozenset[str]
) -> ShortlistPage:
    """The page as of ``at``, a moment in the UK. Two services that became one stand where the first of them did."""
    there: dict[str, Item] = {}
    for item in shortlist.items:
        if item.service_id in found:
            there.setdefault(found[item.service_id].page.service_id, item)
    return ShortlistPage(
        listings=tuple(
            _listing(place, item, found[item.service_id], at, instead, invented)
            for place, item in enumerate(there.values(), start=1)
        ),
        missing=tuple(one for one in shortlist.ids if one not in found),
        made_on=shortlist.made_on,
    )


def closed(found: Mapping[str, Listed]) -> Iterator[Listed]:
    """The services of a list that nobody should be sent to without a call."""
    yield from (one for one in found.values() if one.facts.how in (How.LIKELY_CLOSED, How.CLOSED))


def badges_of(listed: Listed, today: date) -> tuple[Badge, ...]:
    """Whether the service runs and who said so, trust first."""
    entry = listed.entry
    return badges(
        entry.standing,
        today,
        status=entry.status,
        basis=entry.basis,
        is_live=entry.is_live,
        paused_until=listed.paused_until,
    )


def _listing(
    place: int, item: Item, listed: Listed, at: datetime, instead: Instead, invented: frozenset[str]
) -> Listing:
    entry, page = listed.entry, listed.page
    changes = item.facts.changes_to(listed.facts) if item.facts else ()
    merged = () if item.service_id == page.service_id else (say("It is part of this listing now"),)
    return Listing(
        place=place,
        item_id=item.service_id,
        id=page.service_id,
        name=entry.name,
        organization=entry.organization if entry.organization != entry.name else None,
        badges=badges_of(listed, at.date()),
        is_demonstration=any(source.id in invented for source in entry.sources),
        lines=tuple(_lines(listed, at)),
        call=first_phone(page),
        note=item.note,
        changes=(*merged, *(_CHANGED[change] for change in changes)),
        is_grave=not _GRAVE.isdisjoint(changes),
        has_probably_closed=listed.facts.how in (How.LIKELY_CLOSED, How.CLOSED),
        instead=instead.get(page.service_id, ()),
    )


def _lines(listed: Listed, at: datetime) -> Iterator[Line]:
    session = next_session(listed.entry.schedules, at, listed.entry.nation)
    coming = (Fact(words=sentence(session_in_words(session, at.date()))),) if session else ()
    yield Line(title=_NEXT_TIME, facts=coming or _NOT_KNOWN)
    subjects = {subject.id: subject.facts for subject in fact_sheet(listed.page)}
    where = subjects.pop("where")
    # The words of a place come first, and what is said of getting into it after them.
    subjects |= {"where": tuple(fact for fact in where if fact.lead), "in": tuple(one for one in where if not one.lead)}
    for key, title in _COMPARED:
        told = {_labelled(fact): fact for fact in subjects[key] if fact.known}
        yield Line(title=title, facts=tuple(told[words] for words in without_echoes(told)) or _NOT_KNOWN)


def without_echoes(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines but those that another one holds: ``Lunch: £4.50`` says ``£4.50`` as well."""
    told = tuple(dict.fromkeys(lines))
    return tuple(line for line in told if not any(line != other and line in other for other in told))


def _labelled(fact: Fact) -> str:
    """What a fact says in English, to tell echoes by."""
    return f"{fact.label} {fact.words}" if fact.label else fact.words
