"""The Salvation Army: its centres in the United Kingdom, each a service at a place one can go to."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from crawlers.families import readers, rows
from crawlers.families.rows import Row
from directory.domain.errors import InvalidValue
from directory.domain.identifiers import ENGLAND_AND_WALES, SCOTLAND, Identifier
from directory.domain.parts import Address, Phone
from directory.domain.records import Location, LocationType, Organization, Service, ServiceAtLocation
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source

_THE_ARMY = "salvation-army"
_PHONE = re.compile(r"\(?0[0-9() -]{8,}[0-9]")
_EIRCODE = re.compile(r"[A-Z][0-9]{2} ?[A-Z0-9]{4}")


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """The Salvation Army once, then each centre as a service of it."""
    organization = Organization(
        name="The Salvation Army",
        website="https://www.salvationarmy.org.uk",
        # The file has no numbers; these are the ones the publisher's own site gives at the foot of every page.
        identifiers=(Identifier(ENGLAND_AND_WALES, "214779"), Identifier(SCOTLAND, "SC009359")),
    )
    yield Observation(local_id=_THE_ARMY, record=organization)
    yield from rows.parse(document, centre)


def centre(row: Row) -> Iterator[Observation]:
    """One centre; its name is its local id. Telephone and e-mail are the centre's, not a person's."""
    postcode = row.take("postcode")
    if _EIRCODE.fullmatch(postcode):
        raise InvalidValue("postcode", postcode, "This centre is in the Republic of Ireland")
    name = unescape(row.take("name"))
    street, town = _address_lines(row)
    point = row.read_optional("latlng", readers.point)
    service = Service(
        organization_id=_THE_ARMY,
        name=name if "Salvation Army" in name else f"The Salvation Army, {name}",
        email=row.take_optional("email"),
        phones=_phones(row),
    )
    yield row.observe(name, service)
    location = Location(
        location_type=LocationType.PHYSICAL,
        organization_id=_THE_ARMY,
        name=service.name,
        addresses=(Address(address_1=street, city=town, postal_code=postcode),),
        latitude=point.latitude if point else None,
        longitude=point.longitude if point else None,
    )
    yield row.observe(name, location)
    yield row.observe(name, ServiceAtLocation(service_id=name, location_id=name))


def _address_lines(row: Row) -> tuple[str | None, str | None]:
    """The street and the town, which are the first and the last of the lines in one cell."""
    lines = [line.strip() for line in unescape(row.take("address")).splitlines() if line.strip()]
    if len(lines) == 1:
        return lines[0], None
    return ", ".join(lines[:-1]), lines[-1]


def _phones(row: Row) -> tuple[Phone, ...]:
    """The whole numbers in a cell that holds the address of a ``tel:`` link, at times two with words between."""
    text = unquote(row.take_optional("phone") or "")
    numbers = _PHONE.findall(text)
    if text and not numbers:
        row.complain("phone", "There is no telephone number in this", text)
    return tuple(Phone(number=number) for number in numbers)


SOURCE = Source(
    id="gb-salvation-army",
    title="Salvation Army centres",
    publisher="The Salvation Army, through Give Food",
    licence="Unlicense",
    attribution="Salvation Army centres as gathered by Give Food (github.com/foamdino/givefood), public domain.",
    url="https://raw.githubusercontent.com/foamdino/givefood/master/sa_locations.csv",
    cadence=Cadence.ONCE,
    expect=Expect(min_records=1_800, max_records=2_400, max_skipped=0.02),
    parse=parse,
)
