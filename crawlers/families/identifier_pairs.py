"""Tables of two identifiers a row (``org_id_a``, ``org_id_b``): which numbers are one body, and which took over."""

from collections.abc import Iterator
from datetime import date

from crawlers.families import readers
from crawlers.families.rows import Row
from directory.domain.errors import InvalidValue
from directory.domain.identifiers import Identifier
from directory.domain.names import normalise_name
from directory.domain.records import Channel, Evidence, IdentifierRelation, Relation
from directory.domain.sources import Observation


def same_body(row: Row) -> Iterator[Observation]:
    """One body under two numbers, with the one name its row gives."""
    name = row.take_optional("org_name")
    yield _same_body(row, name, name)


def dual_registration(row: Row) -> Iterator[Observation]:
    """One charity in two registers, with its name in the second."""
    yield _same_body(row, None, row.take_optional("org_name_b"))


def _same_body(row: Row, left_name: str | None, right_name: str | None) -> Observation:
    left, right = _pair(row)
    row.ignore("source")
    relation = IdentifierRelation(
        left=left, right=right, relation=Relation.SAME, left_name=left_name, right_name=right_name
    )
    return row.observe(_pair_id(left, right), relation)


def merger(row: Row) -> Iterator[Observation]:
    """One charity handed over to another; where both bear the same name, it only took a new number."""
    _refuse_part_of_charity(row)
    left, right = _pair(row)
    left_name, right_name = row.take_optional("org_name_a"), row.take_optional("org_name_b")
    on = _transferred_on(row)
    row.ignore("source", "transferor_regno", "transferee_regno", "transferee_subno")
    keeps_name = normalise_name(left_name or "") == normalise_name(right_name or "") != ""
    relation = IdentifierRelation(
        left=left,
        right=right,
        relation=Relation.SAME if keeps_name else Relation.SUCCEEDED_BY,
        left_name=left_name,
        right_name=right_name,
        on=on,
    )
    yield row.observe(_pair_id(left, right), relation)
    if not keeps_name:
        transfer = Evidence(
            channel=Channel.REGISTER,
            symbol="transferred",
            on=on,
            text=f"The register of mergers says that it was taken over by {right_name or right}.",
            identifier=left,
            successor=right,
        )
        yield row.observe(f"{_pair_id(left, right)}/transferred", transfer)


def _pair(row: Row) -> tuple[Identifier, Identifier]:
    """The two identifiers of a row, which have to differ."""
    left, right = row.read("org_id_a", Identifier.parse), row.read("org_id_b", Identifier.parse)
    relationship = row.take("relationship")
    # Every row seen says "sameas", mergers too: anything else would mean something that nothing here knows.
    if relationship != "sameas":
        raise InvalidValue("relationship", relationship, "This relationship is not known")
    if left == right:
        raise InvalidValue("org_id_b", str(right), "A number is not paired with itself")
    return left, right


def _pair_id(left: Identifier, right: Identifier) -> str:
    """The local id of what is said about two numbers."""
    return f"{left}+{right}"


def _refuse_part_of_charity(row: Row) -> None:
    # Sub-numbers above 0 name a fund within a charity: its transfer says nothing of the charity that held it.
    part = row.take_optional("transferor_subno")
    if part is not None and part.strip("0"):
        raise InvalidValue("transferor_subno", part, "Only a fund within this charity was handed over")


def _transferred_on(row: Row) -> date:
    """The day the property passed; else the day it was declared to; else the day the merger was registered."""
    transferred = row.read_optional("date_property_transferred", readers.day)
    declared = row.read_optional("date_vesting_declaration", readers.day)
    registered = row.read("valid_from", readers.day)
    return transferred or declared or registered
