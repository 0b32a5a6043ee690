"""What a page says that the catalogue does not: changes put forward for a person to judge; nothing here publishes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from typing import Any

from crawlers.watching.addresses import host_of
from crawlers.watching.contacts import Contacts
from crawlers.watching.embedded import Embedded
from crawlers.watching.limits import MAX_SNIPPET
from crawlers.watching.nodes import Syntax
from crawlers.watching.opening import in_a_line
from crawlers.watching.page import PageReading
from crawlers.watching.said import Said, emails_said, phones_said, postcodes_said, times_said, websites_said
from directory.domain.corrections import Field
from directory.domain.parts import Schedule
from directory.domain.postcode import Postcode
from directory.domain.times.reading import is_worded

_TELLING_DIGITS = 9
"""Digits at the end of a telephone number that tell it from all others: the shortest national numbers have nine."""


class Confidence(StrEnum):
    """How surely a page means what was read."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


_CONFIDENCE = {
    Syntax.JSON_LD: Confidence.HIGH,
    Syntax.MICRODATA: Confidence.HIGH,
    Syntax.MICROFORMATS: Confidence.MEDIUM,
    Syntax.OPENGRAPH: Confidence.MEDIUM,
    Syntax.LABELLED: Confidence.MEDIUM,
    Syntax.PATTERN: Confidence.LOW,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the catalogue has of the body whose page it is; phones in any form."""

    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    postcodes: tuple[Postcode, ...] = ()
    website: str | None = None
    schedules: tuple[Schedule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedChange:
    """A difference between a page and the catalogue.

    ``before`` is None where the catalogue has nothing. ``words`` are those of the page at ``url`` that say it, at most
    300 characters.
    """

    field: Field
    before: str | None
    after: str
    words: str
    url: str
    said_in: Syntax
    confidence: Confidence


def propose(page: PageReading, contacts: Contacts, embedded: Embedded, known: Known) -> list[ProposedChange]:
    """How the catalogue would have to change to say what the page says, at most once for each field.

    Nothing is proposed for a field of which the page also has the value that is known, nor from a page that has no text
    until its scripts run. A telephone number or e-mail address that may be one person's own is never proposed. A page
    whose publisher does not want it quoted gives changes without words.
    """
    if page.needs_script:
        return []
    found = chain(
        _phone(page, contacts, embedded, known),
        _email(page, contacts, embedded, known),
        _postcode(page, contacts, embedded, known),
        _website(page, embedded, known),
        _opening_times(page, embedded, known),
    )
    return [replace(change, words="") for change in found] if page.is_noindex else list(found)


def _phone(page: PageReading, contacts: Contacts, embedded: Embedded, known: Known) -> Iterator[ProposedChange]:
    said = phones_said(page, contacts, embedded)
    # However they are grouped: the last nine digits are the same with a 0, with +44 and with neither.
    digits = re.sub(r"[^0-9\n]", "", "\n".join((page.whole_text, *page.written_to, *(one.value for one in said))))
    shown = any(
        end and end in digits for end in (re.sub(r"[^0-9]", "", phone)[-_TELLING_DIGITS:] for phone in known.phones)
    )
    if said and not shown:
        yield _change(page, Field.PHONE, known.phones, said[0], said[0].value)


def _email(page: PageReading, contacts: Contacts, embedded: Embedded, known: Known) -> Iterator[ProposedChange]:
    said = emails_said(page, contacts, embedded)
    shown_text = "\n".join((page.whole_text, *page.written_to)).casefold()
    on_page = {one.value.casefold() for one in said} | {one.value.casefold() for one in contacts.emails}
    shown = any(email.casefold() in shown_text or email.casefold() in on_page for email in known.emails)
    if said and not shown:
        yield _change(page, Field.EMAIL, known.emails, said[0], said[0].value)


def _postcode(page: PageReading, contacts: Contacts, embedded: Embedded, known: Known) -> Iterator[ProposedChange]:
    said = postcodes_said(page, contacts, embedded)
    if said and not any(one.value in known.postcodes for one in said):
        yield _change(page, Field.POSTCODE, tuple(map(str, known.postcodes)), said[0], str(said[0].value))


def _website(page: PageReading, embedded: Embedded, known: Known) -> Iterator[ProposedChange]:
    before = host_of(known.website or "")
    said = websites_said(page, embedded)
    if known.website and before and before not in (host_of(one.value) for one in said):
        yield _change(page, Field.WEBSITE, (known.website,), said[0], said[0].value)


def _opening_times(page: PageReading, embedded: Embedded, known: Known) -> Iterator[ProposedChange]:
    said = times_said(page, embedded)
    here, there = _sessions(known.schedules), _sessions(chain.from_iterable(one.value for one in said))
    if said and not (here and here <= there):
        before = (in_a_line(known.schedules),) if known.schedules else ()
        yield _change(page, Field.OPENING_TIMES, before, said[0], in_a_line(said[0].value))


def _sessions(schedules: Iterable[Schedule]) -> frozenset[tuple[object, ...]]:
    """What tells one session from another, each day for itself, however the schedules group them."""
    return frozenset(
        (one.freq, one.interval or 1, day, one.bymonthday, one.opens_at, one.closes_at, one.day_part)
        for one in schedules
        if not is_worded(one)
        for day in (one.byday or "").split(",")
    )


def _change(page: PageReading, field: Field, before: tuple[str, ...], said: Said[Any], after: str) -> ProposedChange:
    return ProposedChange(
        field=field,
        before=", ".join(before) or None,
        after=after,
        words=said.words[:MAX_SNIPPET],
        url=page.url,
        said_in=said.syntax,
        confidence=_CONFIDENCE[said.syntax],
    )
