"""The page of changes that websites put forward: what is, what would be, and the words that say so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from directory.domain.corrections import NO_END, Field
from directory.domain.messages import Message, day, mark, say
from directory.domain.status.answers import LONGEST_NAME
from directory.queries.proposals import Proposal, Waiting
from web.config import CHANGES_SHOWN
from web.words.present import phone_in_words

_NAMES = {
    Field.PHONE: mark("Phone"),
    Field.EMAIL: mark("E-mail"),
    Field.POSTCODE: mark("Postcode"),
    Field.WEBSITE: mark("Website"),
    Field.OPENING_TIMES: mark("Times"),
    Field.PAUSED_UNTIL: mark("Paused until"),
}
_SURE = {
    "high": mark("The page says so in a form made for machines, or leads there."),
    "medium": mark("The page says so beside a label."),
    "low": mark("Found in the text of the page: look closely."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change as it is shown, read on the day ``found_on``; ``before`` is None where nothing is known."""

    number: int
    service_id: str
    service_name: str
    name: Message
    before: str | None
    after: str
    sentence: str
    url: str
    found_on: date
    sure: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was done last, in words, and the number by which it is taken back; None where it was just taken back."""

    words: Message
    number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """Everything the page says. ``error`` is why nothing was saved."""

    changes: tuple[Change, ...]
    total: int
    page: int
    pages: int
    by: str
    done: Decision | None
    error: str | None
    longest_name: int = LONGEST_NAME


def changes_page(
    waiting: Sequence[Waiting],
    page: int,
    *,
    by: str = "",
    done: Decision | None = None,
    error: str | None = None,
) -> ChangesPage:
    """The page number ``page``, or the last one there is."""
    pages = max(1, -(-len(waiting) // CHANGES_SHOWN))
    page = min(page, pages)
    shown = waiting[(page - 1) * CHANGES_SHOWN : page * CHANGES_SHOWN]
    return ChangesPage(
        changes=tuple(map(_change, shown)),
        total=len(waiting),
        page=page,
        pages=pages,
        by=by,
        done=done,
        error=error,
    )


def in_words(change: Proposal) -> Message:
    """A change in a line."""
    return say("{field}: {value}", field=_name(change), value=_value(change.field, change.after))


def _change(one: Waiting) -> Change:
    change = one.change
    return Change(
        number=one.number,
        service_id=one.service_id,
        service_name=one.service_name,
        name=_name(change),
        before=_value(change.field, change.before) if change.before else None,
        after=_value(change.field, change.after),
        sentence=change.sentence,
        url=change.url,
        found_on=change.found_at.date(),
        sure=say(_SURE[change.confidence]),
    )


def _name(change: Proposal) -> Message:
    return say(_NAMES[Field(change.field)])


def _value(field: str, value: str) -> str:
    if field == Field.PAUSED_UNTIL:
        return say("until further notice") if value == NO_END else day(date.fromisoformat(value))
    if field == Field.PHONE:
        return ", ".join(map(phone_in_words, value.split(", ")))
    return value
