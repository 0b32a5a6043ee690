"""Contacts found anywhere on a page, for they live in footers: telephone numbers, e-mail addresses, postcodes and
charity numbers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

import phonenumbers
from phonenumbers import Leniency, PhoneNumber, PhoneNumberMatcher

from crawlers.watching.charity_numbers import charity_numbers_in
from crawlers.watching.limits import MAX_FOUND, MAX_TRIED
from crawlers.watching.page import PageReading
from crawlers.watching.personal import is_personal_email, is_personal_phone
from crawlers.watching.snippets import words_around
from directory.domain.errors import InvalidValue
from directory.domain.identifiers import Identifier
from directory.domain.postcode import Postcode
from directory.intake.normalise import email_address

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[T]):
    """A value found on a page, and the words it stands in.

    ``is_labelled`` says that the page names what it is, as in "Tel:" or by a link to write to it. ``is_personal`` marks
    what may be one person's own: it is kept for curators and never published.
    """

    value: T
    words: str
    is_labelled: bool = False
    is_personal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """The contacts on a page, each value once, labelled ones as such wherever they are, in the order of the page.

    Telephone numbers are in the form E.164. Fax numbers are left out.
    """

    phones: tuple[Found[str], ...]
    emails: tuple[Found[str], ...]
    postcodes: tuple[Found[Postcode], ...]
    charity_numbers: tuple[Found[Identifier], ...]


_PHONE_LABEL = re.compile(
    r"(?:\b(?:tele?(?:phone)?|phone|call|ring|contact|landline|mobile|mob|text|helpline|enquir(?:y|ies)|bookings?|t|p|m)\b"
    r"|[☎📞✆])[^\n0-9]{0,30}$",
    re.IGNORECASE,
)
_FAX = re.compile(r"\b(?:fax|facsimile|f)\b[^\n0-9]{0,12}$", re.IGNORECASE)
_LOOKED_BACK = 60
"""Characters before a number or e-mail address among which its label is."""

_PLACE_BACK = 250
"""Characters before a postcode among which the word for a place is: an address lies between."""

_MOBILE_DIGITS = 10
"""Digits of a mobile number after the 0 or +44."""

_EMAIL = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9][\w.+'-]{0,63}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.)+[A-Za-z]{2,24}(?![\w@])", re.ASCII
)
_AT, _DOT = r"(?:\s?[\[({<]\s?at\s?[\])}>]\s?)", r"(?:\s?[\[({<]\s?dot\s?[\])}>]\s?|\.|\sdot\s)"
_WORDED_EMAIL = re.compile(
    rf"(?<![\w.+-])(?P<local>[A-Za-z0-9][\w.+-]{{0,63}})(?:{_AT}|\sat\s(?=[\w-]{{1,63}}\sdot\s))"
    rf"(?P<host>[A-Za-z0-9-]{{1,63}}(?:{_DOT}[A-Za-z0-9-]{{1,63}}){{1,4}})(?![\w@])",
    re.ASCII | re.IGNORECASE,
)
_EMAIL_LABEL = re.compile(r"\b(?:e-?mail|contact|write\s+to|enquir(?:y|ies)|bookings?)\b[^\n@]{0,30}$", re.IGNORECASE)
_FILES = frozenset({"png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js"})
"""What a file is called may look like an address: logo@2x.png."""

_POSTCODE = re.compile(
    # In small letters only with the space: "a1 1aa" is one, "h1b2cd" is a piece of an address of a page.
    r"(?<![A-Za-z0-9])(?:[A-Z]{1,2}[0-9][A-Z0-9]?[^\S\n]{0,2}[0-9][A-Z]{2}|[a-z]{1,2}[0-9][a-z0-9]?[^\S\n][0-9][a-z]{2})"
    r"(?![A-Za-z0-9])"
)
_PLACE_LABEL = re.compile(
    r"\b(?:address|post\s?code|find\s+us|visit\s+us|located|location|venue|where|meet(?:s|ing)?\s+(?:at|in))\b",
    re.IGNORECASE,
)


def read_contacts(page: PageReading) -> Contacts:
    """The contacts in the whole text of ``page`` and in its links to write or call."""
    text = page.whole_text
    return Contacts(
        phones=_once((*_linked_phones(page), *_phones(text))),
        emails=_once((*_linked_emails(page), *_emails(text))),
        postcodes=_once(_postcodes(text)),
        charity_numbers=_once(
            Found(value=number, words=words_around(text, start, end), is_labelled=True)
            for number, start, end in charity_numbers_in(text)
        ),
    )


def phone_number(text: str) -> str | None:
    """The UK telephone number that ``text`` is, in the form E.164; None for anything else."""
    try:
        number = phonenumbers.parse(text, "GB")
    except phonenumbers.NumberParseException:
        return None
    return _e164(number) if _is_british(number) else None


def _linked_phones(page: PageReading) -> Iterator[Found[str]]:
    for link in page.written_to:
        scheme, _, rest = link.partition(":")
        number = phone_number(rest.partition("?")[0]) if scheme.lower() == "tel" else None
        if number:
            yield _phone(number, _words_with(page.whole_text, rest) or link, is_labelled=True)


def _phones(text: str) -> Iterator[Found[str]]:
    matches = PhoneNumberMatcher(text, "GB", leniency=Leniency.POSSIBLE, max_tries=MAX_TRIED)
    for match in islice(matches, MAX_TRIED):
        # Without a trunk prefix any ten digits would do.
        if match.raw_string.lstrip("( ").startswith(("0", "+44")) and _is_british(match.number):
            before = text[max(0, match.start - _LOOKED_BACK) : match.start]
            if not _FAX.search(before):
                words = words_around(text, match.start, match.end)
                yield _phone(_e164(match.number), words, is_labelled=_PHONE_LABEL.search(before) is not None)


def _phone(number: str, words: str, *, is_labelled: bool) -> Found[str]:
    return Found(value=number, words=words, is_labelled=is_labelled, is_personal=is_personal_phone(number))


def _is_british(number: PhoneNumber) -> bool:
    """Whether a number is in the national plan, or has the length of one that is a mobile's."""
    if number.country_code != phonenumbers.country_code_for_region("GB"):
        return False
    digits = phonenumbers.national_significant_number(number)
    return phonenumbers.is_valid_number(number) or (digits.startswith("7") and len(digits) == _MOBILE_DIGITS)


def _e164(number: PhoneNumber) -> str:
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _linked_emails(page: PageReading) -> Iterator[Found[str]]:
    for link in page.written_to:
        scheme, _, rest = link.partition(":")
        if scheme.lower() == "mailto":
            for written in rest.partition("?")[0].split(","):
                yield from _email(written.strip(), _words_with(page.whole_text, written.strip()) or link, labelled=True)


def _emails(text: str) -> Iterator[Found[str]]:
    for match in _EMAIL.finditer(text):
        before = text[max(0, match.start() - _LOOKED_BACK) : match.start()]
        words = words_around(text, match.start(), match.end())
        yield from _email(match[0], words, labelled=_EMAIL_LABEL.search(before) is not None)
    for match in _WORDED_EMAIL.finditer(text):
        host = re.sub(_DOT, ".", match["host"], flags=re.IGNORECASE)
        yield from _email(f"{match['local']}@{host}", words_around(text, match.start(), match.end()), labelled=False)


def _email(written: str, words: str, *, labelled: bool) -> Iterator[Found[str]]:
    if written.rpartition(".")[2].lower() in _FILES or _EMAIL.fullmatch(written) is None:
        return
    address = email_address(written)
    yield Found(value=address, words=words, is_labelled=labelled, is_personal=is_personal_email(address))


def _postcodes(text: str) -> Iterator[Found[Postcode]]:
    for match in _POSTCODE.finditer(text):
        before = text[max(0, match.start() - _PLACE_BACK) : match.start()]
        try:
            postcode = Postcode.parse(match[0])
        except InvalidValue:
            continue
        words = words_around(text, match.start(), match.end())
        yield Found(value=postcode, words=words, is_labelled=_PLACE_LABEL.search(before) is not None)


def _words_with(text: str, value: str) -> str | None:
    start = text.find(value) if value else -1
    return words_around(text, start, start + len(value)) if start >= 0 else None


def _once(found: Iterable[Found[T]]) -> tuple[Found[T], ...]:
    """Each value once, as it was found first; labelled if it is so anywhere."""
    kept: dict[T, Found[T]] = {}
    for one in found:
        known = kept.setdefault(one.value, one)
        if one.is_labelled and not known.is_labelled:
            kept[one.value] = one
    return tuple(kept.values())[:MAX_FOUND]
