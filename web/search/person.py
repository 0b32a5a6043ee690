"""Who a search is for: the fields of the form, and what was said as chips that each take one thing back."""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.domain.eligibility.criteria import AgeRange, Route
from directory.domain.eligibility.person import Gender, Person, Travel
from directory.domain.messages import Message, mark, say
from index.request import Profile
from index.traits import WORDS
from web.search.choices import Choice
from web.search.forms import PERSON_FIELDS, SEVERAL, SearchForm

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField:
    """A box to type in. ``hint`` stands above it."""

    name: str
    label: Message
    hint: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class ListField:
    """Options of which one is chosen, or several where they are boxes to tick."""

    name: str
    label: Message
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoFor:
    """The fields of the form in the order of the page."""

    texts: tuple[TextField, ...]
    lists: tuple[ListField, ...]
    boxes: tuple[ListField, ...]
    rarer: tuple[TextField, ...]

    @property
    def names(self) -> frozenset[str]:
        """The fields that the form shows."""
        return frozenset(one.name for part in (self.texts, self.lists, self.boxes, self.rarer) for one in part)


_NOT_SAID = ("", say("Not said"))


def _options(facet: str) -> Options:
    """The values of a facet, as results may be narrowed to them."""
    return tuple(WORDS[facet].items())


WHO_FOR = WhoFor(
    texts=(
        TextField(name="age", label=say("Age"), hint=say("67, 60+ or 16-25")),
        TextField(name="home", label=say("Home postcode"), hint=say("We use NE28 9 of NE28 9ND")),
    ),
    lists=(
        ListField(
            name="gender",
            label=say("Gender"),
            options=(
                _NOT_SAID,
                (Gender.FEMALE, say("Woman")),
                (Gender.MALE, say("Man")),
                (Gender.NON_BINARY, say("Non-binary person")),
            ),
        ),
        ListField(
            name="carer",
            label=say("Looks after somebody"),
            options=(_NOT_SAID, ("yes", say("Yes, a carer")), ("no", say("No"))),
        ),
        ListField(
            name="travel",
            label=say("Gets about"),
            options=(
                _NOT_SAID,
                (Travel.WALK, say("On foot")),
                (Travel.BUS, say("By bus")),
                (Travel.CAR, say("By car")),
            ),
        ),
        ListField(
            name="route",
            label=say("Who refers them"),
            options=(
                _NOT_SAID,
                (Route.SELF, say("They come by themselves")),
                (Route.PROFESSIONAL, say("A link worker or other professional")),
                (Route.GP, say("Their GP")),
            ),
        ),
    ),
    boxes=(
        ListField(name="needs", label=say("What must be there"), options=_options("access")),
        ListField(name="on", label=say("Days that suit"), options=_options("day")),
        ListField(name="at", label=say("Times that suit"), options=_options("time")),
        ListField(name="free", label=say("Cost"), options=(("yes", say("It must be free")),)),
    ),
    rarer=(
        TextField(name="condition", label=say("Conditions"), hint=say("Such as dementia, COPD")),
        TextField(name="speaks", label=say("Languages"), hint=say("Such as Polish, Urdu")),
        TextField(name="practice", label=say("GP practice code"), hint=say("Such as A83012")),
    ),
)

_WORDS = {one.name: dict(one.options) for one in (*WHO_FOR.lists, *WHO_FOR.boxes)}
_AS_SAID = {
    "age": mark("Aged {age}"),
    "home": mark("Lives in {home}"),
    "practice": mark("GP practice {practice}"),
    "pcn": mark("Primary care network {pcn}"),
    "icb": mark("NHS area {icb}"),
    "speaks": mark("Speaks {speaks}"),
    "condition": mark("Has {condition}"),
    "carer": mark("Looks after somebody: {carer}"),
    "travel": mark("Gets about: {travel}"),
    "route": mark("Referred by: {route}"),
}
"""How what a field says is told, where it does not tell itself."""


def said_of(form: SearchForm) -> Iterator[Choice]:
    """What the form says of the person, each as a link that takes it back."""
    for name in PERSON_FIELDS:
        said = getattr(form.profile, name)
        for value in said if name in SEVERAL else (said,):
            if value:
                left = tuple(one for one in said if one != value) if name in SEVERAL else ""
                words = _WORDS.get(name, {}).get(value, value)
                yield Choice(
                    label=say(_AS_SAID[name], **{name: words}) if name in _AS_SAID else words,
                    address=form.saying(**{name: left}).address(),
                    chosen=True,
                )


def spelt_out(profile: Profile, person: Person) -> dict[str, str | tuple[str, ...]]:
    """What is known of ``person`` beyond ``profile``, as values of its fields: read from a sentence, it is there too
    when the sentence has gone."""
    known: dict[str, str | tuple[str, ...]] = {
        "age": _age(person.age),
        "gender": person.gender or "",
        "free": "yes" if person.free else "",
        "needs": person.access,
        "on": person.days,
        "at": person.parts,
    }
    return {name: value for name, value in known.items() if value and not getattr(profile, name)}


def _age(ages: AgeRange | None) -> str:
    if ages is None:
        return ""
    if ages.maximum is None:
        return f"{ages.minimum}+"
    return f"{ages.minimum or 0}-{ages.maximum}" if ages.minimum != ages.maximum else str(ages.minimum)
