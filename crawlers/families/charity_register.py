"""Charities in the layout of the UK Charity Activity Tags: register entry, activities, site and tags in one CSV row."""

import re
from collections.abc import Iterator

from crawlers.capitals import present_name
from crawlers.corrections import Correct, as_published
from crawlers.families import readers
from crawlers.families.registered import registered
from crawlers.families.rows import Row, parse
from directory.domain.identifiers import Identifier
from directory.domain.parts import Address, Attribute
from directory.domain.places import Nation
from directory.domain.records import Organization
from directory.domain.sources import Issue, Observation, RawDocument

_TOWN = re.compile(r"[^\W\d]{3,7}")
"""A town that stands where the postcode should: the register's field is cut off at eight letters."""

_NATIONS = frozenset(nation.value.upper() for nation in Nation)

_UNUSED = (
    "reg_number",  # org_id says the same, and with its register
    "date_registered",  # not when the charity was founded, and HSDS has no field for it
    "source",
    "income",
    "spending",
    "fye",
    "Batch ID",
)


def read(document: RawDocument, *, correct: Correct = as_published) -> Iterator[Observation | Issue]:
    """Each charity as an organization, its postal address, and a service described by its register."""
    return parse(document, charity, correct=correct)


def charity(row: Row) -> Iterator[Observation]:
    """One charity; its local id is its registered number with the register before it."""
    row.ignore(*_UNUSED)
    identifier = row.read("org_id", Identifier.parse)
    name = present_name(row.take("name"))
    company = row.read_optional("company_number", _company)
    activities, objects = row.take_optional("activities"), row.take_optional("objects")
    # A charity gives its site once, and what it does in the words of its last return, else of its governing document.
    website, description = row.take_optional("web"), activities or objects
    is_active = row.read_optional("active", readers.flag) is not False
    organization = Organization(
        name=name,
        description=description,
        website=website,
        identifiers=(identifier,) if company is None else (identifier, company),
    )
    return registered(
        row,
        str(identifier),
        organization,
        address=_address(row),
        removal=None if is_active else "The register of charities no longer has this charity among those registered.",
        attributes=tuple(_labels(row)),
    )


def _company(text: str) -> Identifier | None:
    # The register writes 0 for "not a company".
    return None if text == "0" else readers.company(text)


def _labels(row: Row) -> Iterator[Attribute]:
    """The charity's tags; several stand in one cell, with a semicolon between them."""
    for column, taxonomy in (("UKCAT", "ukcat"), ("ICNPTSO", "icnptso")):
        codes = (row.take_optional(column) or "").split(";")
        yield from (Attribute(taxonomy=taxonomy, code=code.strip()) for code in codes if code.strip())


def _address(row: Row) -> Address | None:
    """The postcode as it stands, or the town where the postcode should be."""
    text = row.take_optional("postcode")
    if text is None:
        return None
    if _TOWN.fullmatch(text) is None:
        return Address(postal_code=text)
    row.complain("postcode", "This is the name of a place, not a postcode", text)
    return None if text.upper() in _NATIONS else Address(city=present_name(text))
