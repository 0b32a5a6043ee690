"""The page of changes that websites put forward: what is, what would be, and the words that say so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from directory.domain.corrections import NO_END, Field
from directory.domain.status.answers import LONGEST_NAME
from directory.queries.proposals import Proposal, Waiting
from web.config import CHANGES_SHOWN
from web.words.present import date_in_words, phone_in_words

_NAMES = {
    Field.PHONE: "Phone",
    Field.EMAIL: "E-mail",
    Field.POSTCODE: "Postcode",
    Field.WEBSITE: "Website",
    Field.OPENING_TIMES: "Times",
    Field.PAUSED_UNTIL: "Paused until",
}
_SURE = {
    "high": "The page says so in a form made for machines, or leads there.",
    "medium": "The page says so beside a label.",
    "low": "Found in the text of the page: look closely.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change as it is shown; ``before`` is None where nothing is known."""

    number: int
    service_id: str
    service_name: str
    name: str
    before: str | None
    after: str
    sentence: str
    url: str
    found_on: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was done last, in words, and the number by which it is taken back; None where it was just taken back."""

    words: str
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


def in_words(change: Proposal) -> str:
    """A change in a line."""
    return f"{_NAMES[Field(change.field)]}: {_value(change.field, change.after)}"


def _change(one: Waiting) -> Change:
    change = one.change
    return Change(
        number=one.number,
        service_id=one.service_id,
        service_name=one.service_name,
        name=_NAMES[Field(change.field)],
        before=_value(change.field, change.before) if change.before else None,
        after=_value(change.field, change.after),
        sentence=change.sentence,
        url=change.url,
        found_on=date_in_words(change.found_at.date()),
        sure=_SURE[change.confidence],
    )


def _value(field: str, value: str) -> str:
    if field == Field.PAUSED_UNTIL and value != NO_END:
        return date_in_words(date.fromisoformat(value))
    if field == Field.PHONE:
        return ", ".join(map(phone_in_words, value.split(", ")))
    return value
