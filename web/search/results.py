"""The page of results: what was asked, the services found, near misses, and ways on, each link a whole search."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from directory.domain.eligibility.person import Person
from directory.domain.messages import Message, listed, say, say_count, sentence
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
from web.words.present import distance_in_words

DISTANCES = (
    ("1km", say("{n} km", n=1)),
    ("2km", say("{n} km", n=2)),
    ("5km", say("{n} km", n=5)),
    ("", say("{n} km (usual)", n=10)),
    ("20km", say("{n} km", n=20)),
    ("50km", say("{n} km", n=50)),
    ("100km", say("{n} km", n=100)),
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
    heading = _asked(say_count("{n} service", "{n} services", results.fitting), query, results.searched_for)
    title = say("{heading}, page {page} of {last}", heading=heading, page=query.page, last=last_page)
    drawer = Drawer(found, signs, invented)
    cards = tuple(drawer.card(hit) for hit in results.hits if hit.is_fitting)
    others = tuple(drawer.card(hit) for hit in results.hits if not (hit.is_fitting or hit.is_fading))
    fading = tuple(drawer.card(hit) for hit in results.hits if hit.is_fading)
    return ResultsPage(
        title=heading if query.page == 1 else title,
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
        range=_range(found, first),
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


def _asked(what: Message, query: Query, searched_for: str | None) -> Message:
    """``what`` with the search in words after it."""
    if query.text.strip():
        what = say("{what} for “{words}”", what=what, words=searched_for or query.text)
    if query.near is None:
        return what
    place = query.near.label
    if query.within_m is None:
        return say("{what} near {place}", what=what, place=place)
    distance = distance_in_words(query.within_m)
    return say("{what} within {distance} of {place}", what=what, distance=distance, place=place)


def _empty_title(found: Found, form: SearchForm) -> Message:
    if found.results.total:
        return say("This page is past the end of the list")
    nothing = _asked(say("We know of nothing"), found.query, found.results.searched_for)
    return say("{nothing} with these filters", nothing=nothing) if form.filters else nothing


def _range(found: Found, first: int) -> Message:
    """Which part of the list this is and its order; how long it is, where that is more than the heading counts."""
    results = found.results
    last, order = first + len(results.hits) - 1, order_in_words(found)
    if results.fitting < results.total:
        return say(
            "{first} to {last} of all {total}, {order}", first=first, last=last, total=results.total, order=order
        )
    return say("{first} to {last} of {total}, {order}", first=first, last=last, total=results.total, order=order)


def _lines(found: Found) -> Iterator[str]:
    """What a reader must know of how the search was understood."""
    query, results = found.query, found.results
    if found.finding.reason:
        yield found.finding.reason
    if results.searched_for:
        yield say(
            "Searched for “{words}”. Nothing we know of says “{typed}”.", words=results.searched_for, typed=query.text
        )
    if results.topics:
        needs = listed(say(label) for _, label in results.topics)
        yield say("We took this to be about: {needs}.", needs=needs)
    if found.box.near_me and query.near is None:
        yield say("To search near you, please type a postcode or a place: we do not ask your browser where you are.")
    if query.near is not None and query.near.ended:
        yield say("{place} is no longer in use. We searched from where it was.", place=query.near.label)
    if query.near is not None and query.near.precision.is_about:
        yield say("Distances are from the middle of {place}, so they are rough.", place=query.near.label)
    if results.not_eligible:
        yield say_count(
            "{n} other does not take this person, as far as we know. It comes last.",
            "{n} others do not take this person, as far as we know. They come last.",
            results.not_eligible,
        )
    if results.likely_closed:
        yield say_count(
            "{n} has probably closed. It comes last: call before you tell anyone of it.",
            "{n} have probably closed. They come last: call before you tell anyone of them.",
            results.likely_closed,
        )


def _understood(found: Found, form: SearchForm) -> Iterator[Choice]:
    """The parts of the sentence, each as a link that takes its words out; a part that a field overrides is no part."""
    for chip in found.box.chips:
        if any(_is_stated(form, name) for name in _OVERRIDDEN_BY[chip.field]):
            continue
        # A distance is from somewhere: without the place it would be an error.
        changed = form.but(q=chip.without, within="") if chip.field == "place" else form.but(q=chip.without)
        yield Choice(label=sentence(chip.label), address=changed.address(), chosen=True)


def _is_stated(form: SearchForm, name: str) -> bool:
    """Whether a field says more than spaces."""
    said = getattr(form.profile if name in PERSON_FIELDS else form, name)
    return any(one.strip() for one in ((said,) if isinstance(said, str) else said))


def _near_miss(rescue: Rescue, found: Found, form: SearchForm, drawer: Drawer) -> NearMiss:
    if rescue.facet is not None:
        chosen = listed(value_in_words(found, rescue.facet, value) for value in form.filters.get(rescue.facet, ()))
        words: str = say("Without “{facet}: {chosen}”", facet=say(TITLES[rescue.facet]), chosen=chosen)
        changed = form.choosing(rescue.facet)
    elif rescue.kind == "filter":
        words, changed = rescue.words, form.but(filters={})
    elif rescue.kind == "person":
        words, changed = rescue.words, _asking_less(rescue.query.person, found, form)
    elif rescue.kind == "wider" and rescue.query.within_m is not None:
        words = say("Within {distance}", distance=distance_in_words(rescue.query.within_m))
        changed = form.but(within=f"{rescue.query.within_m / 1000:g}km")
    else:
        words = rescue.words
        changed = anywhere(found, form).but(filters=rescue.query.filters)
    label = say_count("See it", "See all {n}", rescue.total)
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
        yield Choice(label=say("Go to the first page"), address=form.but().address())
        return
    for suggestion in found.results.suggestions:
        rest = _in_fields(found, form, found.query.person) if found.box.chips else form
        yield Choice(label=say("Search for “{words}”", words=suggestion), address=rest.but(q=suggestion).address())
    if form.filters:
        yield Choice(label=say("Take away the filters"), address=form.but(filters={}).address())
    if found.query.near is not None and form.within != WIDEST_OFFERED:
        yield Choice(label=say("Look further away"), address=form.but(within=WIDEST_OFFERED).address())
    if found.query.near is not None:
        yield Choice(label=say("Look everywhere"), address=anywhere(found, form).address())
