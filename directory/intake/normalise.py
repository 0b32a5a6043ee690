"""Normalising records as they come in: white space, telephone numbers, addresses of sites and mail, postcodes."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any
from urllib.parse import urlsplit

import phonenumbers

from directory.domain.errors import InvalidValue
from directory.domain.parts import Address, Phone
from directory.domain.postcode import Postcode, part_of_postcode
from directory.domain.records import Location, Organization, Record, Service
from directory.domain.sources import MOST_SHOWN, Issue, Observation
from directory.intake.limits import MAX_TEXT

_SPACES = re.compile(r"[^\S\n]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[a-zA-Z]{2,}")


def normalise(observation: Observation, country: str) -> tuple[Observation, list[Issue]]:
    """The observation with each value in its one form; a value that cannot be brought to it is left out with an issue.

    ``country`` (ISO 3166) is whose telephone numbers and postcodes are meant. Raise `InvalidValue` when too little is
    left of the record for it to be one.
    """
    issues: list[Issue] = []

    def complain(field: str, value: object, reason: str) -> None:
        issues.append(issue_with(observation, field, str(value), reason, skipped=False))

    record = _tidy_texts(observation.record)
    changes = dict(_checked(record, country, complain))
    if changes:
        record = replace(record, **changes)
    return replace(observation, record=record), issues


def issue_with(observation: Observation, field: str, value: str, reason: str, *, skipped: bool) -> Issue:
    """An issue with a record or one field of it; of a confidential location it repeats nothing."""
    if isinstance(observation.record, Location) and observation.record.confidential:
        value, reason = "", "The location is confidential, and this of it cannot be taken"
    return Issue(
        field=field,
        reason=reason,
        value=readable(value)[:MOST_SHOWN],
        skipped=skipped,
        line=observation.line,
        part=observation.part,
    )


def readable(text: str) -> str:
    """``text`` without control characters, which no database need take."""
    return _CONTROL.sub("", text)


def _tidy_texts(record: Record) -> Record:
    """Fold white space, drop control characters and cut what is too long, in every text of the record itself."""
    changes: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if type(value) is str:
            tidy = _SPACES.sub(" ", readable(value)).strip()[:MAX_TEXT]
            if tidy != value:
                changes[field.name] = tidy or (None if field.default is None else tidy)
    return replace(record, **changes) if changes else record


def _checked(record: Record, country: str, complain: Any) -> Iterator[tuple[str, Any]]:
    """The fields of ``record`` that have a form, in that form."""
    url_field = "website" if isinstance(record, Organization) else "url"
    url = getattr(record, url_field, None)
    if url is not None:
        yield url_field, _form(url_field, url, web_address, complain)
    if isinstance(record, Organization | Service) and record.email is not None:
        yield "email", _form("email", record.email, email_address, complain)
    phones: tuple[Phone, ...] = getattr(record, "phones", ())
    if phones:
        dialled = (_form("phone", phone, lambda phone: _phone(phone, country), complain) for phone in phones)
        yield "phones", tuple(phone for phone in dialled if phone is not None)
    addresses: tuple[Address, ...] = getattr(record, "addresses", ())
    if addresses and country == "GB":
        yield "addresses", tuple(_address(address, complain) for address in addresses)


def _form(field: str, value: Any, form: Any, complain: Any) -> Any:
    try:
        return form(value)
    except InvalidValue as error:
        complain(field, error.value, error.reason)
        return None


def web_address(text: str) -> str:
    """A web address with its scheme; a bare host gets ``https``. Raise `InvalidValue` on anything else."""
    candidate = text.strip()
    if "://" not in candidate:
        candidate = f"https://{candidate.lstrip('/')}"
    try:
        parts = urlsplit(candidate)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if not host or parts.scheme.lower() not in ("http", "https") or "." not in host.strip(".") or " " in candidate:
        raise InvalidValue("url", text, "This is not the address of a web page")
    if parts.username or parts.password:
        raise InvalidValue("url", parts.hostname, "This address carries a name or password")
    return parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower()).geturl()


def email_address(text: str) -> str:
    """An e-mail address with its host in lower case; raise `InvalidValue` on anything else."""
    if _EMAIL.fullmatch(text.strip()) is None:
        raise InvalidValue("email", text, "This is not an e-mail address")
    local, _, host = text.strip().rpartition("@")
    return f"{local}@{host.lower()}"


def _phone(phone: Phone, country: str) -> Phone:
    try:
        number = phonenumbers.parse(phone.number, country)
    except phonenumbers.NumberParseException:
        raise InvalidValue("phone", phone.number, "This is not a telephone number") from None
    # A number that can be dialled from within one town alone is possible too, but not to us.
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        raise InvalidValue("phone", phone.number, "This telephone number has too many or too few digits")
    return replace(phone, number=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _address(address: Address, complain: Any) -> Address:
    """The address with its postcode as Royal Mail writes it; part of a postcode is kept as that part."""
    text = address.postal_code
    if text is None:
        return address
    try:
        return replace(address, postal_code=str(Postcode.parse(text)))
    except InvalidValue as error:
        part = part_of_postcode(text)
        if part is None:
            complain("postal_code", text, error.reason)
        return replace(address, postal_code=part)
