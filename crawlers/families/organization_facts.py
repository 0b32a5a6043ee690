"""Tables that add one fact to each of many registered charities: how far it works, its federation, another name."""

from collections.abc import Iterator

from crawlers.families import readers
from crawlers.families.rows import Row
from directory.domain.identifiers import Identifier, charity_identifier
from directory.domain.records import OrganizationFacts, Scale
from directory.domain.sources import Observation


def scale(row: Row) -> Iterator[Observation]:
    """How far a charity works."""
    identifier = row.read("reg_number", charity_identifier)
    scale_of_work = row.read("scale", readers.one_of(Scale))
    yield row.observe(str(identifier), OrganizationFacts(identifier=identifier, scale=scale_of_work))


def federation(row: Row) -> Iterator[Observation]:
    """The federation a charity is a member of; a few are in two."""
    identifier, name = row.read("reg_number", charity_identifier), row.take("type")
    row.ignore("name")  # the register's own name, which the federation does not vary
    yield row.observe(f"{identifier}/{name}", OrganizationFacts(identifier=identifier, federation=name))


def other_name(row: Row) -> Iterator[Observation]:
    """Another name a charity goes by."""
    identifier = row.read("org_id", Identifier.parse)
    names = (row.take("alternative_name"),)
    row.ignore("set_as_primary")
    yield row.observe(str(identifier), OrganizationFacts(identifier=identifier, alternate_names=names))
