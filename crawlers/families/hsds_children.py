"""The rows of an HSDS package that are part of another record: telephones, times, addresses, costs, areas, tags."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from crawlers.families import readers
from crawlers.families.hsds_tables import Package
from crawlers.families.rows import Row
from directory.domain.errors import InvalidValue
from directory.domain.identifiers import Identifier
from directory.domain.parts import Accessibility, Address, CostOption, Frequency, Language, Phone, Schedule, ServiceArea

T = TypeVar("T")

_PARENTS = {
    "service_at_location_id": "service_at_location",
    "service_id": "services",
    "organization_id": "organizations",
    "location_id": "locations",
    "link_id": "services",
}
"""Columns that name a parent, the closest first, and the tables they point to."""

_EXTENT_TYPES = frozenset({"local_authority", "postcode", "nation", "uk"})
_WEEKDAYS = {"monday": "MO", "tuesday": "TU", "wednesday": "WE", "thursday": "TH", "friday": "FR"} | {
    "saturday": "SA",
    "sunday": "SU",
}


@dataclass(slots=True)
class Children(Generic[T]):
    """What belongs to each parent, by the table and the id of that parent."""

    found: dict[tuple[str, str], list[T]] = field(default_factory=dict)

    def of(self, table: str, parent_id: str) -> tuple[T, ...]:
        """The children of one record."""
        return tuple(self.found.get((table, parent_id), ()))


def gather(package: Package, table: str, build: Callable[[Row], T | None], parents: Iterable[str]) -> Children[T]:
    """What ``build`` makes of each row of ``table``, under the closest of its ``parents``; None is nothing said.

    A row without a parent, or with one that is not there, becomes an issue: no record is lost by it.
    """
    children: Children[T] = Children()
    columns = tuple(parents)
    ids = {column: package.ids(_PARENTS[column]) for column in columns}

    def build_under_parent(row: Row) -> tuple[tuple[str, str], T] | None:
        row.ignore("id", "contact_id", "phone_id", *_PARENTS)
        child = build(row)
        return None if child is None else (_parent(row, ids), child)

    for placed in package.read(table, build_under_parent, are_records=False):
        if placed is not None:
            children.found.setdefault(placed[0], []).append(placed[1])
    return children


def _parent(row: Row, ids: Mapping[str, frozenset[str]]) -> tuple[str, str]:
    for column, there in ids.items():
        parent_id = row.take_optional(column)
        if parent_id is None:
            continue
        if parent_id not in there:
            raise InvalidValue(column, parent_id, "This row belongs to a record that is not in the package")
        return _PARENTS[column], parent_id
    raise InvalidValue(next(iter(ids)), "", "This row belongs to nothing that it can be kept with")


def phone(row: Row) -> Phone | None:
    """A telephone. Its row may name a contact, which is a person and is not read."""
    kind, extension, description = (row.take_optional(column) for column in ("type", "extension", "description"))
    number = row.take_optional("number")
    row.ignore("language")
    return None if number is None else Phone(number=number, extension=extension, type=kind, description=description)


def schedule(row: Row) -> Schedule:
    """When, as RRULE parts; a weekday with no frequency (version 1.x) is every week."""
    byday = row.read_optional("byday", _weekdays)
    freq = row.read_optional("freq", readers.one_of(Frequency))
    row.ignore("timezone", "wkst", "schedule_link", "attending_type")
    for column in ("count", "byweekno", "byyearday"):
        if stated := row.take_optional(column):
            row.complain(column, "This part of a recurrence is not kept", stated)
    return Schedule(
        freq=freq or (Frequency.WEEKLY if byday else None),
        interval=row.read_optional("interval", readers.whole_number),
        byday=byday,
        bymonthday=row.take_optional("bymonthday"),
        dtstart=row.read_optional("dtstart", readers.day),
        until=row.read_optional("until", readers.day),
        valid_from=row.read_optional("valid_from", readers.day),
        valid_to=row.read_optional("valid_to", readers.day),
        opens_at=row.read_optional("opens_at", readers.clock),
        closes_at=row.read_optional("closes_at", readers.clock),
        description=row.take_optional("description"),
        notes=row.take_optional("notes"),
    )


def united(schedules: Iterable[Schedule]) -> tuple[Schedule, ...]:
    """The schedules, with those that differ in nothing but the weekday made one (version 1.x has a row a day)."""
    days: dict[Schedule, list[str]] = {}
    for one in schedules:
        days.setdefault(replace(one, byday=None), []).extend([one.byday] if one.byday else [])
    return tuple(replace(one, byday=",".join(dict.fromkeys(found)) or None) for one, found in days.items())


def address_in(country: str) -> Callable[[Row], Address | None]:
    """The reader of addresses of a package from ``country``."""

    def address(row: Row) -> Address | None:
        lines = [line for line in map(row.take_optional, ("address_1", "address_2")) if line]
        city, state, postcode = map(row.take_optional, ("city", "state_province", "postal_code"))
        row.ignore("attention", "region", "address_type")  # attention is a person's name
        stated = row.take_optional("country")
        if not (lines or city or postcode):
            return None
        return Address(
            address_1=", ".join(lines) or None,
            city=city,
            state_province=state,
            postal_code=postcode,
            country=stated or country,
        )

    return address


def accessibility(row: Row) -> Accessibility | None:
    """One thing about getting in and around; many rows of real packages are blank."""
    description, details = row.take_optional("description"), row.take_optional("details")
    row.ignore("url")
    return Accessibility(description=description, details=details) if description else None


def cost_option(row: Row) -> CostOption:
    """What it costs."""
    row.ignore("valid_from", "valid_to")
    return CostOption(
        option=row.take_optional("option"),
        amount=row.read_optional("amount", readers.number),
        currency=(row.take_optional("currency") or "GBP").upper(),
        amount_description=row.take_optional("amount_description"),
    )


def service_area(row: Row) -> ServiceArea:
    """Where the people served live; an extent of another type than ours is left out, and the name kept."""
    name, extent, extent_type = row.take("name"), row.take_optional("extent"), row.take_optional("extent_type")
    row.ignore("description", "uri")
    if extent_type is not None and extent_type not in _EXTENT_TYPES:
        row.complain("extent_type", "Areas of this type are not read", extent_type)
        return ServiceArea(name=name)
    return ServiceArea(name=name, extent=extent, extent_type=extent_type)


def language(row: Row) -> Language:
    """A language it is offered in."""
    row.ignore("note")
    return Language(name=row.take("name"), code=row.take_optional("code"))


def eligibility(row: Row) -> str | None:
    """Who it is for, in words (version 1.x)."""
    return row.take_optional("eligibility")


def identifier(row: Row) -> Identifier:
    """A registered number and its scheme."""
    row.ignore("identifier_type")
    return Identifier.of(row.take("identifier_scheme"), row.take("identifier"))


def _weekdays(text: str) -> str:
    """``byday`` of an RRULE, also from the name of a day (version 1.x)."""
    return _WEEKDAYS.get(text.lower(), text.upper().replace(" ", ""))
