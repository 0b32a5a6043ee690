"""A helpline as it is shown: its number to tap, whether it is open, what a call costs and leaves behind."""

from dataclasses import dataclass
from datetime import datetime

from directory.domain.crisis.choose import Offer
from directory.domain.crisis.lines import Bill, Cost, Line
from directory.domain.eligibility.logic import Truth
from web.words.present import date_in_words
from web.words.times import time_in_words

_COSTS = {Cost.FREE: "Free to call.", Cost.NORMAL: "Costs a normal call.", Cost.UNKNOWN: ""}
_BILLS = {
    Bill.OFF: "Not on the phone bill. The phone still lists it.",
    Bill.MOSTLY_OFF: "Not on the bill on most networks. The phone still lists it.",
    Bill.MAY_SHOW: "May show on the phone bill.",
    Bill.UNKNOWN: "",
}
_RING_AND_SEE = "Hours not known"
_STATES = {Truth.YES: "open", Truth.UNKNOWN: "unknown", Truth.NO: "shut"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number to tap: as it is read, and the address that rings or texts it."""

    words: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCard:
    """One helpline. ``state`` is ``open``, ``shut`` or ``unknown``, in words ``state_words``; ``beside`` is the name
    and number of who listens where this line does not answer."""

    id: str
    name: str
    help: str
    who: str
    nations: str
    phone: Number | None
    after: str
    text: Number | None
    text_before: str
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
        help=line.help,
        who=line.who,
        nations=nations_in_words(line),
        phone=phone_of(line),
        after=line.after,
        text=Number(words=line.text, address=f"sms:{line.text.replace(' ', '')}") if line.text else None,
        text_before=f"Text {line.text_word} to" if line.text_word else "Text",
        text_first=line.text_first,
        chat=line.chat,
        bsl=line.bsl,
        email=line.email,
        website=line.url,
        state=state,
        state_words=state_words,
        hours=hours,
        costs=" ".join(words for words in (_COSTS[line.cost] if line.phone else "", _BILLS[line.bill]) if words),
        checked=checked_in_words(line),
        beside=(beside.name, beside_phone) if beside and beside_phone else None,
    )


def card_now(offer: Offer, at: datetime) -> LineCard:
    """The card of a line as it is at ``at``, in UK time."""
    line, words = offer.line, _state_in_words(offer, at)
    hours = line.hours_words if line.sure_hours and words != line.hours_words else ""
    return card_of(line, state=_STATES[offer.opening.is_open], state_words=words, hours=hours, beside=offer.beside)


def card_at_any_time(offer: Offer) -> LineCard:
    """The card of a line with its hours alone, for a page that is read at some other time."""
    line = offer.line
    words = line.hours_words if line.sure_hours else _RING_AND_SEE
    return card_of(line, state="open" if line.is_always_open else "unknown", state_words=words, beside=offer.beside)


def phone_of(line: Line) -> Number | None:
    """The number to ring, None where there is none."""
    return Number(words=line.phone, address=f"tel:{line.phone.replace(' ', '')}") if line.phone else None


def nations_in_words(line: Line) -> str:
    """Where a line serves, "" where that is everywhere."""
    if line.is_for_all_nations:
        return ""
    named = sorted(line.nations)
    return f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0]


def checked_in_words(line: Line) -> str:
    """When a number was checked or, where nobody of ours has rung it, when it was last seen published."""
    if line.checked_on is not None:
        return f"Checked {date_in_words(line.checked_on)}"
    if not line.seen:
        return "Date not known. Not yet rung by us"
    year, _, month = line.seen.partition("-")
    seen = f"{datetime(int(year), int(month), 1):%B %Y}" if month else year  # noqa: DTZ001  # a month has no zone
    return f"Seen {seen}. Not yet rung by us"


def _state_in_words(offer: Offer, at: datetime) -> str:
    line, opening = offer.line, offer.opening
    if line.sure_hours is None:
        return _RING_AND_SEE
    if line.sure_hours.is_always:
        return line.hours_words
    if opening.is_open is Truth.UNKNOWN:
        return "Bank holiday: ring and see"
    if opening.changes is None:
        return "Closed now"
    clock = time_in_words(opening.changes.time())
    if opening.is_open is Truth.YES:
        return f"Open until {clock}"
    day = "today" if opening.changes.date() == at.date() else f"{opening.changes:%A}"
    return f"Opens {day} {clock}"
