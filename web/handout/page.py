"""The handout for a patient: of each service what it is, when, where, what it costs and whom to ring, in few words."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from directory.domain.messages import Message, listed, mark, say
from directory.domain.shortlist.facts import How
from directory.domain.shortlist.roles import role_in
from directory.domain.shortlist.shortlist import Item, Shortlist
from directory.domain.status.standing import Standing
from directory.domain.times.sessions import next_session
from directory.queries.pages import ServicePage
from directory.queries.shortlist import Listed
from web.handout.coming import easily_told
from web.search.small_map import SmallMap
from web.service.fact import Fact
from web.service.facts import fact_sheet, first_phone
from web.shortlist.page import badges_of, without_echoes
from web.words.present import phone_address
from web.words.sessions import session_in_words
from web.words.times import schedule_in_words

LONGEST_WHAT = 160
"""Characters of what a service is: two lines of large print."""

MOST_LINES = 3
"""Times, places or prices of one service: who needs more of them rings."""

_SENTENCE = re.compile(r"[^.!?]*[.!?](?=\s|$)")
_CHECKED = {
    "owner": mark("The group told us that it runs, on {day}."),
    "check": mark("We checked that it runs, on {day}."),
    "visit": mark("A link worker was there on {day}."),
    "event": mark("It had an event on {day}."),
}


class Layout(StrEnum):
    """How a handout is laid out on paper."""

    PLAIN = "plain"
    LARGE = "large"
    EASY = "easy"
    CARD = "card"


LAYOUTS = (
    (Layout.PLAIN, say("A4")),
    (Layout.LARGE, say("A4, large print")),
    (Layout.EASY, say("A4, Easy Read")),
    (Layout.CARD, say("A5 cards")),
)
"""Each layout with its name on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing told of a service: ``key`` names its picture. ``easy`` is what Easy Read says for the last line, where
    it says more than the line in a sentence.
    """

    key: str
    title: str
    lines: tuple[str, ...]
    easy: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """What is told of one service. ``ask_for`` is a role and never a name, ``cautions`` are sentences on what to do
    before going there, ``checked`` who last said that it runs, and when; ``map`` is None where there is none to draw.
    """

    place: int
    name: str
    what: str | None
    parts: tuple[Part, ...]
    phone: str | None
    dial: str | None
    ask_for: str | None
    note: str
    cautions: tuple[str, ...]
    checked: str
    map: SmallMap | None = None

    @property
    def warning(self) -> str | None:
        """What to do before going there, where it is not sure that the service runs."""
        return listed(self.cautions, between=" ") if self.cautions else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A whole handout. ``left_out`` are the names of services that have closed, ``is_invented`` says that some of it
    is of the demonstration.
    """

    title: str
    leaves: tuple[Leaf, ...]
    left_out: tuple[str, ...]
    printed: str
    is_invented: bool


MapOf = Callable[[ServicePage], SmallMap | None]
"""What draws the map of a service, where it can."""


def no_map(_: ServicePage) -> None:
    """For what is told in words alone."""


def handout(
    shortlist: Shortlist,
    found: Mapping[str, Listed],
    at: datetime,
    invented: Collection[str],
    map_of: MapOf = no_map,
) -> Handout:
    """The handout of a list as its services stand at ``at``, a moment in the UK; what has closed is left out.

    ``invented`` are the ids of the demonstration's sources.
    """
    there: dict[str, tuple[Item, Listed]] = {}
    for item in shortlist.items:
        if item.service_id in found:
            one = found[item.service_id]
            there.setdefault(one.page.service_id, (item, one))
    told = [pair for pair in there.values() if pair[1].facts.how is not How.CLOSED]
    return Handout(
        title=say("A group for you") if len(told) == 1 else say("Groups for you"),
        leaves=tuple(_leaf(place, item, one, at, map_of) for place, (item, one) in enumerate(told, start=1)),
        left_out=tuple(one.entry.name for _, one in there.values() if one.facts.how is How.CLOSED),
        printed=say("Printed {day}.", day=at.date()),
        is_invented=any(source.id in invented for _, one in told for source in one.entry.sources),
    )


def _leaf(place: int, item: Item, of: Listed, at: datetime, map_of: MapOf) -> Leaf:
    call = first_phone(of.page)
    role = role_in(_described(of.page, call)) if call else None
    return Leaf(
        place=place,
        name=of.entry.name,
        what=_what(of.entry.description),
        parts=tuple(part for part in _parts(of, at) if part.lines),
        phone=call.words if call else None,
        dial=call.address if call else None,
        ask_for=say("Ask for the {role}.", role=role) if role else None,
        note=item.note,
        cautions=tuple(_cautions(of, at, say("Ring before you go.") if call else say("Ask before you go."))),
        checked=_checked(of.entry.standing),
        map=map_of(of.page),
    )


def _described(page: ServicePage, call: Fact) -> str | None:
    """What its source says of the number that ``call`` dials."""
    at_places = (phone for place in page.places for phone in place.phones)
    phones = (*page.service.phones, *page.organization.phones, *at_places)
    return next((phone.description for phone in phones if phone_address(phone.number) == call.address), None)


def _what(description: str | None) -> str | None:
    """The first sentences of a description that fit, or its first words where one sentence does not."""
    text = " ".join((description or "").split())
    kept = ""
    for sentence in _SENTENCE.findall(text):
        if len(kept) + len(sentence) > LONGEST_WHAT:
            break
        kept += sentence
    if kept or len(text) <= LONGEST_WHAT:
        return (kept or text).strip() or None
    return f"{text[:LONGEST_WHAT].rsplit(' ', 1)[0]}…"


def _parts(of: Listed, at: datetime) -> Iterator[Part]:
    subjects = {subject.id: subject.facts for subject in fact_sheet(of.page)}
    coming = next_session(of.entry.schedules, at, of.entry.nation)
    times = [schedule_in_words(schedule) for schedule in of.entry.schedules][:MOST_LINES]
    if coming is not None:
        times.append(say("Next: {session}", session=session_in_words(coming, at.date())))
    where = [fact.words for fact in subjects["where"] if fact.lead]
    travel = [place.location.transportation for place in of.page.places if place.location.transportation]
    steps = [one.description for place in of.page.places for one in place.location.accessibility]
    known = [fact for fact in subjects["cost"] if fact.known]
    cost = [fact.words for fact in known if not fact.read_from] or [fact.words for fact in known]
    join = [of.page.service.application_process] if of.page.service.application_process else []
    yield Part(
        key="when",
        title=say("When"),
        lines=tuple(times) or (say("Ask when it is."),),
        easy=tuple(easily_told(coming, at.date())) if coming else (),
    )
    yield Part(key="where", title=say("Where"), lines=tuple(where[:MOST_LINES]) or (say("Ask where it is."),))
    yield Part(key="travel", title=say("Getting there"), lines=tuple(travel[:MOST_LINES]))
    yield Part(key="access", title=say("Getting in"), lines=tuple(dict.fromkeys(steps))[:MOST_LINES])
    yield Part(key="cost", title=say("Cost"), lines=without_echoes(cost)[:MOST_LINES] or (say("Ask what it costs."),))
    yield Part(key="join", title=say("How to join"), lines=tuple(join))


def _cautions(of: Listed, at: datetime, ask: Message) -> Iterator[Message]:
    """The sentences on what to do before going there, where it is not sure that the service runs; ``ask`` is one."""
    match of.facts.how:
        case How.LIKELY_CLOSED:
            yield from (ask, say("This group may have closed."))
        case How.PAUSED:
            until = of.paused_until
            yield from (say("It is not on until {day}.", day=until) if until else say("It is not on."), ask)
        case How.DOUBTED:
            yield from (ask, say("We are not sure that it is running."))
        case _ if badges_of(of, at.date())[0].kind != "ok":
            yield from (ask, say("Nobody has checked this group lately."))


def _checked(standing: Standing | None) -> Message:
    if standing is None or standing.confirmed_on is None or standing.method is None:
        return say("Nobody has told us yet that it runs.")
    return say(_CHECKED[standing.method], day=standing.confirmed_on)
