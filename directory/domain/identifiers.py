"""Identifiers with their schemes (org-id.guide), and the ids that records of the catalogue bear."""

import re
from dataclasses import dataclass
from uuid import UUID, uuid5

from directory.domain.errors import InvalidValue

NAMESPACE = UUID("6f1d6a52-0c0e-5b0e-9d57-5b1c9a3a8f10")
"""The namespace of every id that is made from a source and its local id, so that re-importing finds the same one."""

ENGLAND_AND_WALES = "GB-CHC"
SCOTLAND = "GB-SC"
NORTHERN_IRELAND = "GB-NIC"
COMPANIES = "GB-COH"

EXCLUSIVE_SCHEMES = frozenset({ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND, COMPANIES})
"""Registers that give one body one number: two different numbers are two bodies, unless a register says otherwise."""

_ORG_ID = re.compile(r"([A-Z]{2}-[A-Z0-9]+|360G|XI-[A-Z0-9]+)-(\S+)")
_FORMS = {
    ENGLAND_AND_WALES: re.compile(r"[0-9]{6,7}"),
    SCOTLAND: re.compile(r"SC[0-9]{6}"),
    NORTHERN_IRELAND: re.compile(r"[0-9]{6}"),
    COMPANIES: re.compile(r"(?:[0-9]{8}|[A-Z]{2}[0-9A-Z]{6})"),
}


def _canonical(scheme: str, value: str) -> str:
    """Write a register's number the one way that register writes it."""
    value = value.strip().upper()
    if scheme == COMPANIES and value.isdigit():
        return value.zfill(8)
    if scheme == SCOTLAND and value.isdigit():
        return f"SC{value.zfill(6)}"
    if scheme == NORTHERN_IRELAND:
        return value.removeprefix("NIC").removeprefix("NI")
    return value


@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """A number and the register that gave it, written as org-id.guide does: ``GB-CHC-1122334``."""

    scheme: str
    value: str

    @classmethod
    def of(cls, scheme: str, value: str) -> "Identifier":
        """An identifier in its register's own form; raise `InvalidValue` where the register has no such form."""
        canonical = _canonical(scheme, value)
        form = _FORMS.get(scheme)
        if not canonical or (form is not None and form.fullmatch(canonical) is None):
            raise InvalidValue("identifier", f"{scheme}-{value}", f"{scheme} gives no number of this form")
        return cls(scheme, canonical)

    @classmethod
    def parse(cls, text: str) -> "Identifier":
        """Read an org-id string such as ``GB-COH-09134127``."""
        match = _ORG_ID.fullmatch(text.strip())
        if match is None:
            raise InvalidValue("identifier", text, "This is not an org-id, which looks like GB-CHC-1122334")
        return cls.of(match[1], match[2])

    def __str__(self) -> str:
        return f"{self.scheme}-{self.value}"


def charity_identifier(number: str) -> Identifier:
    """The identifier of a UK charity from its number alone: ``SC…`` is Scottish, ``NI…`` Northern Irish."""
    number = number.strip().upper()
    if number.startswith("SC"):
        return Identifier.of(SCOTLAND, number)
    if number.startswith("NI"):
        return Identifier.of(NORTHERN_IRELAND, number)
    return Identifier.of(ENGLAND_AND_WALES, number)


def record_id(source: str, kind: str, local_id: str) -> str:
    """The id of the record that ``source`` calls ``local_id``: the same at every import (UUIDv5)."""
    return str(uuid5(NAMESPACE, f"{source}/{kind}/{local_id}"))
