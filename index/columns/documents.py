"""What an entry is to the index: the texts it is found by, and the documents it becomes, one for each place."""

from collections.abc import Sequence
from dataclasses import dataclass

from directory.domain.entries import Entry
from directory.domain.places import Place, Point
from directory.domain.postcode import Postcode
from directory.domain.records import LocationType, ServiceStatus
from directory.domain.status.rules import State
from index.boosts import TWENTY, Grade, month_number

BY_AREA = -1
"""The place number of the document by which a service is found where it serves, and not where it is."""

UNFOUND = frozenset({ServiceStatus.DEFUNCT, ServiceStatus.INACTIVE})
"""What its source says nobody can go to, where the evidence has not been judged."""


@dataclass(frozen=True, slots=True)
class Document:
    """A service at one of its places (``place`` is its number in ``entry.places``), or by the areas it serves."""

    place: int
    point: Point | None
    grade: Grade


def documents_of(entry: Entry) -> list[Document]:
    """The documents of ``entry``: none for one that search does not find. Its page stays reachable by its address."""
    if has_closed(entry):
        return []
    documents = [
        Document(number, place.point, _grade(entry, place.location_type.value))
        for number, place in enumerate(entry.places)
        if place.location_type is not LocationType.VIRTUAL
    ]
    if is_found_by_area(entry) and (entry.areas or not documents):
        documents.append(Document(BY_AREA, None, _grade(entry, "area")))
    return documents


def has_closed(entry: Entry) -> bool:
    """Whether nobody can go there any more, as far as the evidence goes, or its source where there is no more."""
    if entry.standing is None:
        return entry.status in UNFOUND
    return entry.standing.state is State.CLOSED


def _grade(entry: Entry, place: str) -> Grade:
    verified = None if entry.verified_on is None else month_number(entry.verified_on)
    if entry.standing is None:
        return Grade(entry.status, entry.basis, place, verified)
    odds = round(entry.standing.p_open * TWENTY)
    return Grade(entry.status, entry.basis, place, verified, entry.standing.state, odds)


def is_found_by_area(entry: Entry) -> bool:
    """Whether ``entry`` is found wherever an area it serves holds the searcher.

    Only without a venue: beyond a venue, areas say whose residents may come, and a hall forty kilometres off is no
    answer to "near me" though the whole county may use it. A registered office is no venue.
    """
    return all(place.location_type is not LocationType.PHYSICAL for place in entry.places)


def areas_holding(near: Place) -> list[str]:
    """The codes of the areas that hold ``near``, as `Entry.areas` writes them."""
    sector = Postcode.parse(near.postcode).sector if near.postcode else None
    nation = near.nation.value if near.nation else None
    return [code for code in (sector, near.outcode, near.local_authority, nation, "uk") if code]


def texts_of(entry: Entry) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    """The texts of the name, the tags and the description.

    An organization of the same name as its service is not said twice: that would make a register's entries, which are
    all so, look short of other words.
    """
    names = (entry.name, *entry.alternate_names)
    if entry.organization not in names:
        names = (*names, entry.organization)
    tags = tuple(category.label for category in entry.categories)
    return names, tags, (entry.description,) if entry.description else ()
