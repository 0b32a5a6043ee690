"""Traits: what of a service its results may be narrowed to, as labels such as ``cost:free``."""

from collections.abc import Collection, Iterator

from directory.domain.eligibility.criteria import Access, Cost, Criterion, Field, Route, Test
from directory.domain.eligibility.person import DayPart, Weekday
from directory.domain.entries import Entry
from directory.domain.records import Basis
from directory.domain.status.rules import State
from directory.domain.times.slots import Wish

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

WORDS: dict[str, dict[str, str]] = {
    "day": dict(zip(Weekday, _NAMES, strict=True)),
    "time": {DayPart.MORNING: "Morning", DayPart.AFTERNOON: "Afternoon", DayPart.EVENING: "Evening"},
    "cost": {
        Cost.FREE: "Free",
        Cost.DONATION: "By donation",
        Cost.PAID: "Paid",
        Cost.CONCESSION: "Lower price for some",
    },
    "access": {
        Access.WHEELCHAIR: "Wheelchair access",
        Access.STEP_FREE: "Step-free",
        Access.HEARING_LOOP: "Hearing loop",
        Access.BSL: "British Sign Language",
        Access.ACCESSIBLE_TOILET: "Accessible toilet",
        Access.DEMENTIA_FRIENDLY: "Dementia friendly",
        Access.AUTISM_FRIENDLY: "Autism friendly",
    },
    "referral": {
        Route.NONE: "Just come along",
        Route.SELF: "Refer yourself",
        Route.PROFESSIONAL: "A professional refers you",
        Route.GP: "Your GP refers you",
    },
    "how": {"in_person": "In person", "phone": "By phone", "online": "Online", "at_home": "At home"},
    "status": {
        State.OPEN: "Running",
        State.AT_RISK: "Its funding ends soon",
        State.UNCONFIRMED: "Not confirmed lately",
        State.LIKELY_CLOSED: "May have closed",
    },
    "trust": {"checked": "Somebody checked it", "register": "Described by a register"},
}
"""The values of facets whose values are known beforehand, in their order, as a person says them."""

_FACET_OF = {Field.COST: "cost", Field.ACCESS: "access", Field.REFERRAL: "referral"}


def traits_of(entry: Entry, when: Collection[Wish]) -> dict[str, str]:
    """The traits of ``entry``, which surely is ``when``, with their words; what nobody stated is no trait."""
    traits = {f"{facet}:{value}": words for facet, value, words in _stated(entry)}
    traits |= {f"day:{day.value}": WORDS["day"][day] for day, _ in when if day is not None}
    traits |= {f"time:{part.value}": WORDS["time"][part] for _, part in when if part is not None}
    return traits


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
