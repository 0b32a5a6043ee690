"""Traits: what of a service its results may be narrowed to, as labels such as ``cost:free``."""

from collections.abc import Collection, Iterator

from directory.domain.eligibility.criteria import Access, Cost, Criterion, Field, Route, Test
from directory.domain.eligibility.person import DayPart, Weekday
from directory.domain.entries import Entry
from directory.domain.records import Basis
from directory.domain.times.slots import Wish

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAYS = dict(zip(Weekday, _NAMES, strict=True))
_PARTS = {DayPart.MORNING: "Morning", DayPart.AFTERNOON: "Afternoon", DayPart.EVENING: "Evening"}
_COSTS: dict[str, str] = {
    Cost.FREE: "Free",
    Cost.DONATION: "By donation",
    Cost.PAID: "Paid",
    Cost.CONCESSION: "Lower price for some",
}
_ACCESS: dict[str, str] = {
    Access.WHEELCHAIR: "Wheelchair access",
    Access.STEP_FREE: "Step-free",
    Access.HEARING_LOOP: "Hearing loop",
    Access.BSL: "British Sign Language",
    Access.ACCESSIBLE_TOILET: "Accessible toilet",
    Access.DEMENTIA_FRIENDLY: "Dementia friendly",
    Access.AUTISM_FRIENDLY: "Autism friendly",
}
_ROUTES: dict[str, str] = {
    Route.NONE: "Just come along",
    Route.SELF: "Refer yourself",
    Route.PROFESSIONAL: "A professional refers you",
    Route.GP: "Your GP refers you",
}
_HOW = {"in_person": "In person", "phone": "By phone", "online": "Online", "at_home": "At home"}
_WORDS_OF: dict[Field, tuple[str, dict[str, str]]] = {
    Field.COST: ("cost", _COSTS),
    Field.ACCESS: ("access", _ACCESS),
    Field.REFERRAL: ("referral", _ROUTES),
}


def traits_of(entry: Entry, when: Collection[Wish]) -> dict[str, str]:
    """The traits of ``entry``, which surely is ``when``, with their words; what nobody stated is no trait."""
    traits = {f"{facet}:{value}": words for facet, value, words in _stated(entry)}
    traits |= {f"day:{day.value}": _DAYS[day] for day, _ in when if day is not None}
    traits |= {f"time:{part.value}": _PARTS[part] for _, part in when if part is not None}
    return traits


def _stated(entry: Entry) -> Iterator[tuple[str, str, str]]:
    for criterion in entry.criteria:
        yield from _of_criterion(criterion)
    for how in entry.how:
        yield "how", how, _HOW[how]
    for group in entry.audience:
        yield "who", group.replace(" ", "-"), group[:1].upper() + group[1:]
    for language in entry.languages:
        yield "language", language.casefold().replace(" ", "-"), language
    if entry.verified_on is not None:
        yield "trust", "checked", "Somebody checked it"
    if entry.basis is Basis.REGISTER:
        yield "trust", "register", "Described by a register"


def _of_criterion(criterion: Criterion) -> Iterator[tuple[str, str, str]]:
    if criterion.field in _WORDS_OF and criterion.test is not Test.EXCLUDES:
        facet, words = _WORDS_OF[criterion.field]
        for value in criterion.values:
            yield facet, value, words[value]
