"""Pages of results, and what they are made of, made by hand."""

from functools import cache
from typing import Any

from directory.domain.entries import Entry, EntryPlace, EntrySource
from directory.domain.places import Place, Point, Precision
from index.box import Box
from index.finder import Found
from index.knowledge import read_knowledge
from index.needs.signs import Signs
from index.protocol import Hit, Query, Results
from tests.web.world import NOW
from web.search.forms import SearchForm
from web.search.results import ResultsPage, results_page

POINT = Point(55.0, -1.5)


def a_place(**changes: Any) -> Place:
    """A postcode in Wallsend."""
    place: dict[str, Any] = {"label": "NE28 9ND", "point": POINT, "precision": Precision.POSTCODE, "radius_m": 100.0}
    return Place(**(place | changes))


def an_entry(*places: EntryPlace, **changes: Any) -> Entry:
    """A choir of which little is known."""
    entry: dict[str, Any] = {
        "id": "e",
        "name": "Choir",
        "organization_id": "o",
        "organization": "Choir",
        "places": places,
        "sources": (EntrySource(id="feed", title="A feed"),),
    }
    return Entry(**(entry | changes))


def a_hit(*places: EntryPlace, entry: Entry | None = None, **changes: Any) -> Hit:
    """The choir as it was found, at the first of its places."""
    hit: dict[str, Any] = {
        "entry": entry or an_entry(*places),
        "score": 1.0,
        "distance_m": None,
        "place": 0 if places else None,
        "why": "",
        "contributions": (),
    }
    return Hit(**(hit | changes))


def found(*hits: Hit, near: Place | None = None, page: int = 1, **changes: Any) -> Found:
    """What was found for "choir"; ``changes`` are fields of the query, the results or the whole."""
    results: dict[str, Any] = {"hits": hits, "total": len(hits), "facets": {}}
    query: dict[str, Any] = {"text": "choir", "near": near, "within_m": 10_000.0 if near else None, "page": page}
    whole: dict[str, Any] = {"at": NOW, "box": Box(need="choir")}
    for part, kind in ((results, Results), (query, Query)):
        part |= {name: changes.pop(name) for name in [*changes] if name in kind.__dataclass_fields__}
    return Found(query=Query(**query), results=Results(**results), **(whole | changes))


def a_page(
    *hits: Hit, form: SearchForm | None = None, invented: frozenset[str] = frozenset(), **what: Any
) -> ResultsPage:
    """The page of what was found."""
    return results_page(found(*hits, **what), form or SearchForm(q="choir"), signs(), invented)


@cache
def signs() -> Signs:
    """The signs of needs, as the repository's data has them."""
    return read_knowledge().signs
