"""What results may be narrowed to, with counts, and what they are narrowed to already: each a link."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from directory.domain.messages import Message, mark, say
from index.finder import Found
from index.protocol import FacetValue
from index.traits import WORDS
from web.search.choices import Choice
from web.search.forms import SearchForm
from web.words.present import distance_in_words

FACETS_SHOWN = 8
"""How many values of a facet are shown before the rest are folded."""

FACETS_OPEN = 4
"""How many facets are open before the rest are folded."""

TITLES = {
    "distance": mark("How far"),
    "need": mark("Kind of help"),
    "day": mark("Day"),
    "time": mark("Time of day"),
    "cost": mark("Cost"),
    "access": mark("Access"),
    "who": mark("Who it is for"),
    "how": mark("How to take part"),
    "referral": mark("How to join"),
    "language": mark("Language"),
    "status": mark("Is it running"),
    "trust": mark("How sure we are"),
    "category": mark("As its source says"),
    "source": mark("Told by"),
}
_ORDERED = ("day", "time")
"""The facets whose values have an order of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """The values results may be narrowed to under one heading, the first few apart from the rest."""

    key: str
    title: Message
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]
    is_open: bool


def facets_of(found: Found, form: SearchForm) -> Iterator[Facet]:
    """Each facet that has values, in the order of the page."""
    shown, switched = 0, form.switches()
    for key, title in TITLES.items():
        values = found.results.facets.get(key, ())
        choices = _distances(values, form) if key == "distance" else _values(key, values, form, switched)
        if choices:
            shown += 1
            yield Facet(
                key=key,
                title=say(title),
                first=tuple(choices[:FACETS_SHOWN]),
                rest=tuple(choices[FACETS_SHOWN:]),
                is_open=shown <= FACETS_OPEN or any(one.chosen for one in choices),
            )


def filters_in_use(found: Found, form: SearchForm) -> Iterator[Choice]:
    """The filters in use, each as a link that removes it."""
    for key in TITLES:
        for value in form.filters.get(key, ()):
            label = value_in_words(found, key, value)
            yield Choice(label=label, address=form.switching(key, value).address(), chosen=True)
    if form.within and found.query.near is not None and found.query.within_m is not None:
        words = distance_in_words(found.query.within_m)
        yield Choice(label=say("Within {distance}", distance=words), address=form.but(within="").address(), chosen=True)


def value_in_words(found: Found, key: str, value: str) -> str:
    """A value of a facet as the results call it, or what its code says where none of them has it."""
    labels = WORDS.get(key, {}) | {one.value: one.label for one in found.results.facets.get(key, ())}
    plain = value.partition(":")[2] if key == "category" and ":" in value else value
    plain = plain.replace("-", " ").replace("_", " ")
    return labels.get(value) or plain[:1].upper() + plain[1:]


def _values(
    key: str, values: Iterable[FacetValue], form: SearchForm, switched: Callable[[str, str], str]
) -> Sequence[Choice]:
    """Links that add a value to the search, or take it away when it is there."""
    if key in _ORDERED:
        order = [*WORDS[key]]
        values = sorted(values, key=lambda value: order.index(value.value))
    chosen = form.filters.get(key, ())
    choices = [
        Choice(label=one.label, address=switched(key, one.value), count=one.count, chosen=one.value in chosen)
        for one in values
    ]
    # What is chosen must not be among the folded.
    return choices if key in _ORDERED else sorted(choices, key=lambda one: not one.chosen)


def _distances(rings: Iterable[FacetValue], form: SearchForm) -> Sequence[Choice]:
    """Rings of distance (``2-5``) as distances to search within (``5km``), each with all that lies inside it."""
    inside, choices = 0, []
    for ring in rings:
        inside += ring.count
        furthest = ring.value.partition("-")[2]
        if furthest:
            within = f"{furthest}km"
            chosen = form.within == within
            changed = form.but(within="" if chosen else within)
            label = say("Within {distance}", distance=distance_in_words(1000 * int(furthest)))
            choices.append(Choice(label=label, address=changed.address(), count=inside, chosen=chosen))
    return choices
