"""The page of results: what was asked, the services found, near misses, and ways on, each link a whole search."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from directory.domain.eligibility.person import Person
from directory.domain.places import Place
from index.finder import Found
from index.limits import DEEPEST_RESULT
from index.needs.signs import Signs
from index.protocol import Query
from index.rescue import Rescue
from web.search.cards import Card, Drawer
from web.search.choices import Choice
from web.search.facets import TITLES, Facet, facets_of, filters_in_use, value_in_words
from web.search.forms import PERSON_FIELDS, SearchForm
from web.search.map_part import MapPart, map_part
from web.search.person import said_of, spelt_out
from web.search.put_last import put_last
from web.search.sort import order_in_words, orders
from web.words.present import counted, distance_in_words

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

_OVERRIDDEN_BY = {
    "place": ("near",),
    "near_me": ("near",),
    "within_m": ("within",),
    "days": ("on",),
    "parts": ("at",),
    "now": ("on", "at"),
    "age": ("age",),
    "gender": ("gender",),
    "free": ("free",),
    "access": ("needs",),
}
"""The fields of the form that go before each part of the sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """What a small change to the search would find: the change in words, the first of it, and the changed search."""

    words: str
    cards: tuple[Card, ...]
    whole: Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultsPage:
    """Everything the page of results says. ``others`` are the cards of services that do not take the person, and
    ``fading`` of those that have probably closed."""

    title: str
    heading: str
    lines: tuple[str, ...]
    places: tuple[Choice, ...]
    understood: tuple[Choice, ...]
    person: tuple[Choice, ...]
    filters: tuple[Choice, ...]
    cards: tuple[Card, ...]
    others: tuple[Card, ...]
    fading: tuple[Card, ...]
    map: MapPart
    near_misses: tuple[NearMiss, ...]
    facets: tuple[Facet, ...]
    range: str
    orders: tuple[Choice, ...]
    put_last: tuple[Choice, ...]
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


def results_page(found: Found, form: SearchForm, signs: Signs, invented: Collection[str] = ()) -> ResultsPage:
    """What the page says of ``found``; see `Drawer` for the last two."""
    query, results = found.query, found.results
    first = (query.page - 1) * query.size + 1
    last_page = max(1, -(-min(results.total, DEEPEST_RESULT) // query.size))
    heading = f"{counted(results.fitting, 'service', 'services')}{_of_what(query, results.searched_for)}"
    drawer = Drawer(found, signs, invented)
    cards = tuple(drawer.card(hit) for hit in results.hits if hit.is_fitting)
    others = tuple(drawer.card(hit) for hit in results.hits if not (hit.is_fitting or hit.is_fading))
    fading = tuple(drawer.card(hit) for hit in results.hits if hit.is_fading)
    return ResultsPage(
        title=heading if query.page == 1 else f"{heading}, page {query.page} of {last_page}",
        heading=heading,
        lines=tuple(_lines(found)),
        places=places_to_choose(found.finding.alternatives, form),
        understood=tuple(_understood(found, form)),
        person=tuple(said_of(form)),
        filters=tuple(filters_in_use(found, form)),
        cards=cards,
        others=others,
        fading=fading,
        map=map_part(query.near, ((card.name, card.spot) for card in (*cards, *others, *fading)), first),
        near_misses=tuple(_near_miss(rescue, found, form, drawer) for rescue in found.rescues),
        facets=tuple(facets_of(found, form)) if results.total else (),
        range=f"{first:,} to {first + len(results.hits) - 1:,} of {_all(found)}, {order_in_words(found)}",
        orders=tuple(orders(found, form)),
        put_last=tuple(put_last(found, form)),
        first_number=first,
        number=query.page,
        last_number=last_page,
        previous=form.but(page=str(query.page - 1)).address() if query.page > 1 else None,
        next=form.but(page=str(query.page + 1)).address() if query.page < last_page else None,
        empty_title=_empty_title(found, form),
        ways_on=tuple(_ways_on(found, form)),
    )


def _of_what(query: Query, searched_for: str | None) -> str:
    """The search in words, to follow a count."""
    what = f" for “{searched_for or query.text}”" if query.text.strip() else ""
    if query.near is None:
        return what
    within = f" within {distance_in_words(query.within_m)} of" if query.within_m is not None else " near"
    return f"{what}{within} {query.near.label}"


def _empty_title(found: Found, form: SearchForm) -> str:
    if found.results.total:
        return "This page is past the end of the list"
    filtered = " with these filters" if form.filters else ""
    return f"We know of nothing{_of_what(found.query, found.results.searched_for)}{filtered}"


def _all(found: Found) -> str:
    """How long the list is, where that is more than the heading counts."""
    return f"{'all ' if found.results.fitting < found.results.total else ''}{found.results.total:,}"


def _lines(found: Found) -> Iterator[str]:
    """What a reader must know of how the search was understood."""
    query, results = found.query, found.results
    if found.finding.reason:
        yield found.finding.reason
    if results.searched_for:
        yield f"Searched for “{results.searched_for}”. Nothing we know of says “{query.text}”."
    if results.topics:
        yield f"We took this to be about: {', '.join(label for _, label in results.topics)}."
    if found.box.near_me and query.near is None:
        yield "To search near you, please type a postcode or a place: we do not ask your browser where you are."
    if query.near is not None and query.near.ended:
        yield f"{query.near.label} is no longer in use. We searched from where it was."
    if query.near is not None and query.near.precision.is_about:
        yield f"Distances are from the middle of {query.near.label}, so they are rough."
    if results.not_eligible:
        one = "1 other does not take this person, as far as we know. It comes last."
        many = f"{results.not_eligible:,} others do not take this person, as far as we know. They come last."
        yield one if results.not_eligible == 1 else many
    if results.likely_closed:
        one = "1 has probably closed. It comes last: call before you tell anyone of it."
        many = f"{results.likely_closed:,} have probably closed. They come last: call before you tell anyone of them."
        yield one if results.likely_closed == 1 else many


def _understood(found: Found, form: SearchForm) -> Iterator[Choice]:
    """The parts of the sentence, each as a link that takes its words out; a part that a field overrides is no part."""
    for chip in found.box.chips:
        if any(_is_stated(form, name) for name in _OVERRIDDEN_BY[chip.field]):
            continue
        label = chip.label[:1].upper() + chip.label[1:]
        # A distance is from somewhere: without the place it would be an error.
        changed = form.but(q=chip.without, within="") if chip.field == "place" else form.but(q=chip.without)
        yield Choice(label=label, address=changed.address(), chosen=True)


def _is_stated(form: SearchForm, name: str) -> bool:
    """Whether a field says more than spaces."""
    said = getattr(form.profile if name in PERSON_FIELDS else form, name)
    return any(one.strip() for one in ((said,) if isinstance(said, str) else said))


def _near_miss(rescue: Rescue, found: Found, form: SearchForm, drawer: Drawer) -> NearMiss:
    if rescue.facet is not None:
        chosen = [value_in_words(found, rescue.facet, value) for value in form.filters.get(rescue.facet, ())]
        words = f"Without “{TITLES[rescue.facet]}: {', '.join(chosen)}”"
        changed = form.choosing(rescue.facet)
    elif rescue.kind == "filter":
        words, changed = rescue.words, form.but(filters={})
    elif rescue.kind == "person":
        words, changed = rescue.words, _asking_less(rescue.query.person, found, form)
    elif rescue.kind == "wider" and rescue.query.within_m is not None:
        words = f"Within {distance_in_words(rescue.query.within_m)}"
        changed = form.but(within=f"{rescue.query.within_m / 1000:g}km")
    else:
        words = rescue.words
        changed = anywhere(found, form).but(filters=rescue.query.filters)
    label = f"See {'it' if rescue.total == 1 else f'all {rescue.total:,}'}"
    return NearMiss(
        words=words,
        cards=tuple(drawer.card(hit) for hit in rescue.hits),
        whole=Choice(label=label, address=changed.address(), count=rescue.total),
    )


def anywhere(found: Found, form: SearchForm) -> SearchForm:
    """The same search without its place."""
    if found.box.place is not None or found.box.within_m is not None:
        form = _in_fields(found, form, found.query.person)
    return form.but(near="", within="")


def _asking_less(person: Person, found: Found, form: SearchForm) -> SearchForm:
    """The same search without the days, times and price that ``person`` no longer asks for."""
    box = found.box
    if not (person.days or person.parts):
        form = form.saying(on=(), at=())
    if not person.free:
        form = form.saying(free="")
    is_in_words = bool(box.days or box.parts or box.now or box.free)
    return _in_fields(found, form, person) if is_in_words else form


def _in_fields(found: Found, form: SearchForm, person: Person) -> SearchForm:
    """The search for ``person`` with what the sentence says beside the need in fields of its own: one part cannot be
    taken out of a sentence without the rest."""
    box = found.box
    near = form.near or (box.place.label if box.place else "")
    within = form.within or (f"{box.within_m / 1000:.3g}km" if box.within_m and found.query.near else "")
    return form.but(q=box.need, near=near, within=within).saying(**spelt_out(form.profile, person))


def _ways_on(found: Found, form: SearchForm) -> Iterator[Choice]:
    """What to try when nothing was found, the smallest change first."""
    if found.results.total:
        yield Choice(label="Go to the first page", address=form.but().address())
        return
    for suggestion in found.results.suggestions:
        rest = _in_fields(found, form, found.query.person) if found.box.chips else form
        yield Choice(label=f"Search for “{suggestion}”", address=rest.but(q=suggestion).address())
    if form.filters:
        yield Choice(label="Take away the filters", address=form.but(filters={}).address())
    if found.query.near is not None and form.within != WIDEST_OFFERED:
        yield Choice(label="Look further away", address=form.but(within=WIDEST_OFFERED).address())
    if found.query.near is not None:
        yield Choice(label="Look everywhere", address=anywhere(found, form).address())
