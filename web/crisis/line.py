"""A helpline as it is shown: its number to tap, whether it is open, what a call costs and leaves behind."""

from dataclasses import dataclass
from datetime import date, datetime

from directory.domain.crisis.choose import Offer
from directory.domain.crisis.lines import Bill, Cost, Line
from directory.domain.eligibility.logic import Truth
from directory.domain.messages import Message, Value, both, listed, mark, month, say

_COSTS = {Cost.FREE: mark("Free to call."), Cost.NORMAL: mark("Costs a normal call.")}
_BILLS = {
    Bill.OFF: mark("Not on the phone bill. The phone still lists it."),
    Bill.MOSTLY_OFF: mark("Not on the bill on most networks. The phone still lists it."),
    Bill.MAY_SHOW: mark("May show on the phone bill."),
}
_RING_AND_SEE = mark("Hours not known")
_STATES = {Truth.YES: "open", Truth.UNKNOWN: "unknown", Truth.NO: "shut"}
_OPENS = (
    mark("Opens Monday {time}"),
    mark("Opens Tuesday {time}"),
    mark("Opens Wednesday {time}"),
    mark("Opens Thursday {time}"),
    mark("Opens Friday {time}"),
    mark("Opens Saturday {time}"),
    mark("Opens Sunday {time}"),
)
"""One sentence for each day, as many languages bend the name of a day within one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number to tap: as it is read, and the address that rings or texts it."""

    words: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCard:
    """One helpline. ``state`` is ``open``, ``shut`` or ``unknown``, in words ``state_words``; ``beside`` is the name
    and number of who listens where this line does not answer. Its name is of others, what is said of it is ours."""

    id: str
    name: str
    help: str
    who: str
    nations: str
    phone: Number | None
    after: str
    text: Number | None
    text_word: str
    text_first: str
    chat: str
    bsl: str
    email: str
    website: str
    state: str
    state_words: str
    hours: str
    costs: str
    checked: str
    beside: tuple[str, Number] | None


def card_of(
    line: Line, *, state: str = "open", state_words: str = "", hours: str = "", beside: Line | None = None
) -> LineCard:
    """The card of a line, with what is said of its hours."""
    beside_phone = phone_of(beside) if beside else None
    return LineCard(
        id=line.id,
        name=line.name,
        help=say(line.help),
        who=say(line.who),
        nations=nations_in_words(line),
        phone=phone_of(line),
        after=say(line.after),
        text=Number(words=line.text, address=f"sms:{line.text.replace(' ', '')}") if line.text else None,
        text_word=line.text_word,
        text_first=say(line.text_first),
        chat=line.chat,
        bsl=line.bsl,
        email=line.email,
        website=line.url,
        state=state,
        state_words=state_words,
        hours=hours,
        costs=_costs(line),
        checked=checked_in_words(line),
        beside=(beside.name, beside_phone) if beside and beside_phone else None,
    )


def card_now(offer: Offer, at: datetime) -> LineCard:
    """The card of a line as it is at ``at``, in UK time."""
    line, words = offer.line, _state_in_words(offer, at)
    hours = say(line.hours_words) if line.sure_hours and words != line.hours_words else ""
    return card_of(line, state=_STATES[offer.opening.is_open], state_words=words, hours=hours, beside=offer.beside)


def card_at_any_time(offer: Offer) -> LineCard:
    """The card of a line with its hours alone, for a page that is read at some other time."""
    line = offer.line
    words = say(line.hours_words if line.sure_hours else _RING_AND_SEE)
    return card_of(line, state="open" if line.is_always_open else "unknown", state_words=words, beside=offer.beside)


def phone_of(line: Line) -> Number | None:
    """The number to ring, None where there is none."""
    return Number(words=line.phone, address=f"tel:{line.phone.replace(' ', '')}") if line.phone else None


def nations_in_words(line: Line) -> str:
    """Where a line serves, "" where that is everywhere."""
    return "" if line.is_for_all_nations else both(say(nation.value) for nation in sorted(line.nations))


def checked_in_words(line: Line) -> Message:
    """When a number was checked or, where nobody of ours has rung it, when it was last seen published."""
    if line.checked_on is not None:
        return say("Checked {day}", day=line.checked_on)
    if not line.seen:
        return say("Date not known. Not yet rung by us")
    year, _, number = line.seen.partition("-")
    seen: Value = month(date(int(year), int(number), 1)) if number else year
    return say("Seen {month}. Not yet rung by us", month=seen)


def _costs(line: Line) -> Message:
    """What a call costs and leaves behind, as far as anybody says."""
    said = (_COSTS.get(line.cost) if line.phone else None, _BILLS.get(line.bill))
    return listed((say(words) for words in said if words), " ")


def _state_in_words(offer: Offer, at: datetime) -> Message:
    line, opening = offer.line, offer.opening
    if line.sure_hours is None:
        return say(_RING_AND_SEE)
    if line.sure_hours.is_always:
        return say(line.hours_words)
    if opening.is_open is Truth.UNKNOWN:
        return say("Bank holiday: ring and see")
    if opening.changes is None:
        return say("Closed now")
    clock = opening.changes.time()
    if opening.is_open is Truth.YES:
        return say("Open until {time}", time=clock)
    if opening.changes.date() == at.date():
        return say("Opens today {time}", time=clock)
    return say(_OPENS[opening.changes.weekday()], time=clock)
