"""What a page says of each field of a record, by every syntax, the surest first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from crawlers.watching.addresses import host_of
from crawlers.watching.contacts import Contacts, Found, phone_number
from crawlers.watching.embedded import Embedded
from crawlers.watching.nodes import Syntax
from crawlers.watching.opening import in_a_line
from crawlers.watching.page import PageReading
from crawlers.watching.personal import is_personal_email, is_personal_phone
from crawlers.watching.snippets import words_around
from directory.domain.errors import InvalidValue
from directory.domain.parts import Schedule
from directory.domain.postcode import Postcode
from directory.domain.times.finding import schedules_in
from directory.domain.times.reading import is_worded, read_schedules
from directory.intake.normalise import email_address

T = TypeVar("T")

_SOCIAL = frozenset(
    {
        *(
            "facebook.com",
            "m.facebook.com",
            "fb.com",
            "instagram.com",
            "twitter.com",
            "x.com",
            "youtube.com",
            "linkedin.com",
        ),
        *(
            "tiktok.com",
            "eventbrite.co.uk",
            "eventbrite.com",
            "google.com",
            "maps.google.com",
            "linktr.ee",
            "meetup.com",
        ),
    }
)
"""Where many groups have a page each: the address of one is no sign that its own site has moved."""

_OPENING_LABEL = re.compile(
    r"^(?:our\s+)?(?:open(?:ing)?\s+(?:times?|hours)|(?:office|session)\s+(?:times?|hours)|open)\s*(?::|-|–|$)\s*",
    re.IGNORECASE,
)
_LINES_BELOW = 7
"""Lines below a label that may be its opening times: one for each day."""

_MOST_LABELS = 20
"""Labels of opening times on a page whose lines are read."""


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """A value, the syntax it is said in, and the words of the page that say it."""

    value: T
    syntax: Syntax
    words: str


def phones_said(page: PageReading, contacts: Contacts, embedded: Embedded) -> list[Said[str]]:
    """Telephone numbers in the form E.164, but for those that may be one person's own."""
    said = [
        Said(number, one.syntax, _words(page, "telephone", one.telephone))
        for one in embedded.organizations
        if one.telephone and (number := phone_number(one.telephone)) and not is_personal_phone(number)
    ]
    return _surest_first((*said, *_found(contacts.phones)))


def emails_said(page: PageReading, contacts: Contacts, embedded: Embedded) -> list[Said[str]]:
    """E-mail addresses, but for those that may be one person's own."""
    said = []
    for one in embedded.organizations:
        address = _email(one.email or "")
        if address and not is_personal_email(address):
            said.append(Said(address, one.syntax, _words(page, "email", address)))
    return _surest_first((*said, *_found(contacts.emails)))


def _email(written: str) -> str | None:
    try:
        return email_address(written.strip().removeprefix("mailto:"))
    except InvalidValue:
        return None


def postcodes_said(page: PageReading, contacts: Contacts, embedded: Embedded) -> list[Said[Postcode]]:
    """Postcodes of the organizations in embedded data, and those in the text."""
    said = []
    for one in embedded.organizations:
        written = one.address.postal_code if one.address else None
        try:
            postcode = Postcode.parse(written or "")
        except InvalidValue:
            continue
        said.append(Said(postcode, one.syntax, _words(page, "postcode", str(postcode))))
    return _surest_first((*said, *_found(contacts.postcodes)))


def websites_said(page: PageReading, embedded: Embedded) -> list[Said[str]]:
    """Addresses that the page says are its site's; where it says none, the one at which it was found."""
    said = [Said(one.url, one.syntax, f"url: {one.url}") for one in embedded.organizations if one.url]
    if page.canonical:
        said.append(Said(page.canonical, Syntax.LABELLED, f"canonical: {page.canonical}"))
    own = [one for one in said if host_of(one.value) not in _SOCIAL]
    return own or [Said(page.url, Syntax.PATTERN, f"found at: {page.url}")]


def times_said(page: PageReading, embedded: Embedded) -> list[Said[tuple[Schedule, ...]]]:
    """Opening times: of organizations in embedded data, behind a label anywhere, and in sentences of the main text."""
    said = [
        Said(one.opening, one.syntax, f"openingHours: {in_a_line(one.opening)}")
        for one in embedded.organizations
        if one.opening
    ]
    said += _labelled_times(page.whole_text.split("\n"))
    in_sentences = schedules_in(page.main_text)
    if in_sentences:
        words = in_sentences[0].read_from or ""
        start = max(0, page.main_text.find(words))
        said.append(Said(in_sentences, Syntax.PATTERN, words_around(page.main_text, start, start + len(words))))
    return _surest_first(said)


def _labelled_times(lines: list[str]) -> Iterator[Said[tuple[Schedule, ...]]]:
    labels = ((number, label) for number, line in enumerate(lines) if (label := _OPENING_LABEL.match(line)))
    for number, label in islice(labels, _MOST_LABELS):
        found: list[Schedule] = []
        pieces = (lines[number][label.end() :], *lines[number + 1 : number + 1 + _LINES_BELOW])
        words = [label[0].strip()]
        for piece in filter(None, pieces):
            read = [schedule for schedule in read_schedules(piece) if not is_worded(schedule)]
            if not read:
                break
            found += read
            words.append(piece)
        if found:
            yield Said(tuple(dict.fromkeys(found)), Syntax.LABELLED, " ".join(words))


def _found(found: Iterable[Found[T]]) -> Iterator[Said[T]]:
    for one in found:
        if not one.is_personal:
            yield Said(one.value, Syntax.LABELLED if one.is_labelled else Syntax.PATTERN, one.words)


def _words(page: PageReading, name: str, value: str) -> str:
    """The words of the page that show an embedded value to readers, or the value with the name of its field."""
    start = page.whole_text.find(value)
    return words_around(page.whole_text, start, start + len(value)) if start >= 0 else f"{name}: {value}"


def _surest_first(said: Iterable[Said[T]]) -> list[Said[T]]:
    order = list(Syntax)
    return sorted(said, key=lambda one: order.index(one.syntax))
