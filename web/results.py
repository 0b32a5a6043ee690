"""The page of results: cards, facets, filters and ways on, each link holding the whole search."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from directory.domain.entries import Entry, EntryPlace
from directory.domain.places import Place
from directory.domain.records import LocationType
from index.finder import Found
from index.limits import DEEPEST_RESULT
from index.protocol import FacetValue, Hit, Query
from web.forms import SearchForm
from web.present import counted, distance_in_words
from web.trust import Badge, basis_badge, checked_badge, live_badge, running_badge

DISTANCES = (
    ("1km", "1 km"),
    ("2km", "2 km"),
    ("5km", "5 km"),
    ("", "10 km (usual)"),
    ("20km", "20 km"),
    ("50km", "50 km"),
    ("100km", "100 km"),
)
"""The choices of how far, as the finder reads them and in words; nothing said is `index.limits.DEFAULT_WITHIN_M`."""

WIDEST_OFFERED = "100km"

FACETS_SHOWN = 8
"""How many values of a facet are shown before the rest are folded."""

_FILTERS = {"category": "categories", "source": "sources"}
_FACET_TITLES = {"category": "Kind of help", "source": "Told by", "distance": "How far"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A link to another search; ``chosen`` says that it undoes a choice already made."""

    label: str
    address: str
    count: int = 0
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """The values results may be narrowed to under one heading, the first few apart from the rest."""

    key: str
    title: str
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One service in the list."""

    id: str
    name: str
    organization: str | None
    distance: str | None
    where: str
    badges: tuple[Badge, ...]
    demonstration: bool
    description: tuple[tuple[str, bool], ...]
    why: str
    categories: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsPage:
    """Everything the page of results says."""

    title: str
    heading: str
    lines: tuple[str, ...]
    places: tuple[Choice, ...]
    filters: tuple[Choice, ...]
    cards: tuple[Card, ...]
    facets: tuple[Facet, ...]
    range: str
    first_number: int
    number: int
    last_number: int
    previous: str | None
    next: str | None
    empty_title: str
    ways_on: tuple[Choice, ...]


def distances_offered(form: SearchForm) -> tuple[tuple[str, str], ...]:
    """The choices of how far, and what was typed where it is none of them."""
    if form.within in {value for value, _ in DISTANCES}:
        return DISTANCES
    return (*DISTANCES, (form.within, form.within))


def places_to_choose(places: Iterable[Place], form: SearchForm) -> tuple[Choice, ...]:
    """The same search near each of ``places`` instead."""
    return tuple(Choice(label=place.label, address=form.but(near=place.label).address()) for place in places)


def results_page(found: Found, form: SearchForm, today: date, invented: frozenset[str]) -> ResultsPage:
    """What the page says of ``found``; ``invented`` are the ids of the demonstration's sources."""
    query, results = found.query, found.results
    first = (query.page - 1) * query.size + 1
    last_page = max(1, -(-min(results.total, DEEPEST_RESULT) // query.size))
    heading = f"{counted(results.total, 'service', 'services')}{_of_what(query, results.searched_for)}"
    searched = _of_what(query, results.searched_for).strip() or "every service"
    return ResultsPage(
        title=heading if query.page == 1 else f"{heading}, page {query.page} of {last_page}",
        heading=heading,
        lines=tuple(_lines(found)),
        places=places_to_choose(found.finding.alternatives, form),
        filters=tuple(_filters(found, form)),
        cards=tuple(_card(hit, query, today, invented) for hit in results.hits),
        facets=tuple(_facets(found, form)) if results.total else (),
        range=f"{first:,} to {first + len(results.hits) - 1:,} of {results.total:,}, best match first",
        first_number=first,
        number=query.page,
        last_number=last_page,
        previous=form.but(page=str(query.page - 1)).address() if query.page > 1 else None,
        next=form.but(page=str(query.page + 1)).address() if query.page < last_page else None,
        empty_title="This page is past the end of the list" if results.total else f"We know of nothing {searched}",
        ways_on=tuple(_ways_on(found, form)),
    )


def _of_what(query: Query, searched_for: str | None) -> str:
    """The search in words, to follow a count."""
    what = f" for “{searched_for or query.text}”" if query.text.strip() else ""
    if query.near is None:
        return what
    within = f" within {distance_in_words(query.within_m)} of" if query.within_m is not None else " near"
    return f"{what}{within} {query.near.label}"


def _lines(found: Found) -> Iterator[str]:
    """What a reader must know of how the search was understood."""
    query, searched_for = found.query, found.results.searched_for
    if found.finding.reason:
        yield found.finding.reason
    if searched_for:
        yield f"Searched for “{searched_for}”. Nothing we know of says “{query.text}”."
    if query.near is not None and query.near.ended:
        yield f"{query.near.label} is no longer in use. We searched from where it was."
    if query.near is not None and query.near.precision.is_about:
        yield f"Distances are from the middle of {query.near.label}, so they are rough."


def _filters(found: Found, form: SearchForm) -> Iterator[Choice]:
    """The filters in use, each as a link that removes it."""
    facets = found.results.facets
    for key, field in _FILTERS.items():
        chosen: tuple[str, ...] = getattr(form, field)
        labels = {value.value: value.label for value in facets.get(key, ())}
        for value in chosen:
            without = tuple(other for other in chosen if other != value)
            yield Choice(label=labels.get(value, value), address=form.but(**{field: without}).address(), chosen=True)
    if form.within and found.query.near is not None and found.query.within_m is not None:
        words = distance_in_words(found.query.within_m)
        yield Choice(label=f"Within {words}", address=form.but(within="").address(), chosen=True)


def _facets(found: Found, form: SearchForm) -> Iterator[Facet]:
    for key, title in _FACET_TITLES.items():
        values = found.results.facets.get(key, ())
        if key == "distance":
            choices = [_distance_choice(value, form) for value in _within(values)]
        else:
            # What is chosen must not be among the folded.
            choices = sorted((_filter_choice(key, value, form) for value in values), key=lambda one: not one.chosen)
        if choices:
            yield Facet(key=key, title=title, first=tuple(choices[:FACETS_SHOWN]), rest=tuple(choices[FACETS_SHOWN:]))


def _within(rings: Iterable[FacetValue]) -> Iterator[FacetValue]:
    """Rings of distance (``2-5``) as distances to search within (``5km``), each with all that lies inside it."""
    inside = 0
    for ring in rings:
        inside += ring.count
        furthest = ring.value.partition("-")[2]
        if furthest:
            yield FacetValue(value=f"{furthest}km", label=f"Within {furthest} km", count=inside)


def _distance_choice(value: FacetValue, form: SearchForm) -> Choice:
    chosen = form.within == value.value
    changed = form.but(within="" if chosen else value.value)
    return Choice(label=value.label, address=changed.address(), count=value.count, chosen=chosen)


def _filter_choice(key: str, value: FacetValue, form: SearchForm) -> Choice:
    """A link that adds the value to the search, or takes it away when it is there."""
    field = _FILTERS[key]
    now: tuple[str, ...] = getattr(form, field)
    chosen = value.value in now
    changed = form.but(**{field: tuple(one for one in now if one != value.value) if chosen else (*now, value.value)})
    return Choice(label=value.label, address=changed.address(), count=value.count, chosen=chosen)


def _card(hit: Hit, query: Query, today: date, invented: frozenset[str]) -> Card:
    entry = hit.entry
    place = entry.places[hit.place] if hit.place is not None else None
    distance = None
    if hit.distance_m is not None and query.near is not None and place is not None:
        distance = distance_in_words(hit.distance_m, query.near.precision, place.precision)
    badges = (
        running_badge(entry.status),
        live_badge(entry.is_live),
        checked_badge(entry.verified_on, today),
        basis_badge(entry.basis),
    )
    return Card(
        id=entry.id,
        name=entry.name,
        organization=entry.organization if entry.organization != entry.name else None,
        distance=distance,
        where=_where(entry, place),
        badges=tuple(badge for badge in badges if badge is not None),
        demonstration=any(source.id in invented for source in entry.sources),
        description=hit.highlights or (((entry.description, False),) if entry.description else ()),
        why=hit.why,
        categories=tuple(category.label for category in entry.categories),
        sources=tuple(source.title for source in entry.sources),
    )


def _where(entry: Entry, nearest: EntryPlace | None) -> str:
    """The place of a service in a few words: a registered office is where it is based, not where to go."""
    place = nearest or next(iter(entry.places), None)
    if place is None:
        return "No public address"
    if place.location_type is LocationType.VIRTUAL:
        return "By phone or online"
    told = ", ".join(part for part in (place.name, place.postcode) if part)
    if place.location_type is LocationType.POSTAL:
        return f"based in {place.postcode}" if place.postcode else "the place it is based in is not known"
    return told or "its address is not shown"


def _ways_on(found: Found, form: SearchForm) -> Iterator[Choice]:
    """What to try when nothing was found, the smallest change first."""
    if found.results.total:
        yield Choice(label="Go to the first page", address=form.but().address())
        return
    for suggestion in found.results.suggestions:
        yield Choice(label=f"Search for “{suggestion}”", address=form.but(q=suggestion).address())
    if form.categories or form.sources:
        yield Choice(label="Take away the filters", address=form.but(categories=(), sources=()).address())
    if form.near and form.within != WIDEST_OFFERED:
        yield Choice(label="Look further away", address=form.but(within=WIDEST_OFFERED).address())
    if form.near:
        yield Choice(label="Look everywhere", address=form.but(near="", within="").address())
