"""Traits: what of a service its results may be narrowed to, as labels such as ``cost:free``."""

from collections.abc import Collection, Iterator

from directory.domain.eligibility.criteria import Access, Cost, Criterion, Field, Route, Test
from directory.domain.eligibility.person import DayPart, Weekday
from directory.domain.eligibility.values import value_in_words
from directory.domain.entries import Entry
from directory.domain.messages import say, sentence
from directory.domain.records import Basis
from directory.domain.status.rules import State
from directory.domain.times.slots import Wish
from directory.domain.times.weekdays import WEEKDAYS
from directory.domain.wording.audience import AUDIENCES

WORDS: dict[str, dict[str, str]] = {
    "day": dict(zip(Weekday, WEEKDAYS, strict=True)),
    "time": {DayPart.MORNING: say("Morning"), DayPart.AFTERNOON: say("Afternoon"), DayPart.EVENING: say("Evening")},
    "cost": {
        Cost.FREE: say("Free"),
        Cost.DONATION: say("By donation"),
        Cost.PAID: say("Paid"),
        Cost.CONCESSION: say("Lower price for some"),
    },
    "access": {
        Access.WHEELCHAIR: say("Wheelchair access"),
        Access.STEP_FREE: say("Step-free"),
        Access.HEARING_LOOP: say("Hearing loop"),
        Access.BSL: say("British Sign Language"),
        Access.ACCESSIBLE_TOILET: say("Accessible toilet"),
        Access.DEMENTIA_FRIENDLY: say("Dementia friendly"),
        Access.AUTISM_FRIENDLY: say("Autism friendly"),
    },
    "referral": {
        Route.NONE: say("Just come along"),
        Route.SELF: say("Refer yourself"),
        Route.PROFESSIONAL: say("A professional refers you"),
        Route.GP: say("Your GP refers you"),
    },
    "how": {
        "in_person": say("In person"),
        "phone": say("By phone"),
        "online": say("Online"),
        "at_home": say("At home"),
    },
    "status": {
        State.OPEN: say("Still running"),
        State.AT_RISK: say("Its funding ends soon"),
        State.UNCONFIRMED: say("Not confirmed lately"),
        State.LIKELY_CLOSED: say("May have closed"),
    },
    "trust": {"checked": say("Somebody checked it"), "register": say("Described by a register")},
}
"""The values of facets whose values are known beforehand, in their order, as a person says them."""

_FACET_OF = {Field.COST: "cost", Field.ACCESS: "access", Field.REFERRAL: "referral"}


def traits_of(entry: Entry, when: Collection[Wish]) -> dict[str, str]:
    """The traits of ``entry``, which surely is ``when``, with their words; what nobody stated is no trait.

    An index keeps these words, in English: `trait_in_words` says them.
    """
    traits = {f"{facet}:{value}": str(words) for facet, value, words in _stated(entry)}
    traits |= {f"day:{day.value}": str(WORDS["day"][day]) for day, _ in when if day is not None}
    traits |= {f"time:{part.value}": str(WORDS["time"][part]) for _, part in when if part is not None}
    return traits


def trait_in_words(facet: str, value: str, label: str) -> str:
    """A value of a facet as a message where it is one of ours; ``label`` is what the index calls it."""
    match facet:
        case "who":
            return _GROUPS.get(label, label)
        case "language":
            return value_in_words(Field.LANGUAGE, label)
        case _:
            return WORDS.get(facet, {}).get(value, label)


_GROUPS: dict[str, str] = {(group := sentence(say(name))): group for name in AUDIENCES}


def _stated(entry: Entry) -> Iterator[tuple[str, str, str]]:
    for criterion in entry.criteria:
        yield from _of_criterion(criterion)
    for how in entry.how:
        yield "how", how, WORDS["how"][how]
    for group in entry.audience:
        yield "who", group.replace(" ", "-"), group[:1].upper() + group[1:]
    for language in entry.languages:
        yield "language", language.casefold().replace(" ", "-"), language
    if entry.verified_on is not None:
        yield "trust", "checked", WORDS["trust"]["checked"]
    if entry.standing is not None and entry.standing.state in WORDS["status"]:
        yield "status", entry.standing.state.value, WORDS["status"][entry.standing.state]
    if entry.basis is Basis.REGISTER:
        yield "trust", "register", WORDS["trust"]["register"]


def _of_criterion(criterion: Criterion) -> Iterator[tuple[str, str, str]]:
    facet = _FACET_OF.get(criterion.field)
    if facet is not None and criterion.test is not Test.EXCLUDES:
        for value in criterion.values:
            yield facet, value, WORDS[facet][value]
