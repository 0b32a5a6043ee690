"""Criteria in words: the shortest that say what is met, what to ask about, and what stands in the way."""

from collections.abc import Sequence
from dataclasses import replace

from directory.domain.eligibility.areas import is_in
from directory.domain.eligibility.criteria import (
    Access,
    AgeRange,
    AreaKind,
    Cost,
    Criterion,
    Field,
    Route,
    Strength,
    Test,
)
from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import Gender, Person
from directory.domain.eligibility.satisfying import is_named, within
from directory.domain.wording.residency import GP_NOTE

_MOST_AREAS = 3

_ACCESS = {
    Access.WHEELCHAIR: "wheelchair access",
    Access.STEP_FREE: "step-free access",
    Access.HEARING_LOOP: "hearing loop",
    Access.BSL: "British Sign Language",
    Access.ACCESSIBLE_TOILET: "accessible toilet",
    Access.DEMENTIA_FRIENDLY: "dementia friendly",
    Access.AUTISM_FRIENDLY: "autism friendly",
}

_ROUTES = {Route.GP: "GP", Route.PROFESSIONAL: "professional"}

_NOT_REFERRED = "you cannot refer yourself"
_ROUTES_EXCLUDED: dict[str, str] = {Route.GP: "not by GP referral", Route.PROFESSIONAL: "not by professional referral"}

_WHOLE: dict[str, str] = {AreaKind.UK: "the UK", AreaKind.POLYGON: "the area shown on its map"}

_REGISTERED: dict[str, str] = {
    AreaKind.PRACTICE: "its GP practice",
    AreaKind.PCN: "its GP practices",
    AreaKind.ICB: "its NHS area",
}


def in_words(criteria: Sequence[Criterion], truth: Truth, person: Person) -> str:
    """What these criteria of one field, any of which will do, come to for ``person``, as a phrase without a full stop.

    Of what is met: what meets it ("65+", "lives in NE28"). Of what is not known: what to ask about ("age 65+").
    Of what is not met: what stands in the way ("under 25s only", "needs a GP referral").
    """
    first = criteria[0]
    if truth is Truth.YES and first.field in (Field.CONDITION, Field.LANGUAGE):
        criteria = [replace(one, values=_met(one, person)) for one in criteria]
    match first.field:
        case Field.AGE:
            return _ages([ages for one in criteria for ages in one.ages], truth, person)
        case Field.GENDER:
            return _gender(first)
        case Field.RESIDENCY:
            return _residency(criteria, truth, person)
        case Field.CARER:
            return "for carers"
        case Field.LANGUAGE:
            return f"in {_named(criteria)}"
        case Field.REFERRAL:
            return _referral(_values(criteria), truth)
        case _:
            return _named(criteria)


def excluded_in_words(criterion: Criterion) -> str:
    """What a criterion keeps out, as a phrase: "not for under 18s", "not for men"."""
    match criterion.field:
        case Field.AGE:
            named = " or ".join(_range_in_words(ages) for ages in criterion.ages) or "some ages"
        case Field.RESIDENCY:
            named = f"people in {_areas([criterion])}"
        case Field.CARER:
            named = "carers"
        case Field.REFERRAL:
            return _ROUTES_EXCLUDED.get(criterion.values[0], _NOT_REFERRED) if criterion.values else _NOT_REFERRED
        case _:
            named = _named([criterion])
    return f"not for {named}"


def open_in_words(field: Field) -> str:
    """That a field is open to all: "all ages"."""
    return _OPEN.get(field, "open to all")


_OPEN = {
    Field.AGE: "all ages",
    Field.GENDER: "all genders",
    Field.RESIDENCY: "wherever you live",
    Field.CONDITION: "no diagnosis needed",
    Field.REFERRAL: "no referral needed",
    Field.LANGUAGE: "any language",
}


def unstated_in_words(field: Field, person: Person) -> str:
    """What to ask about where the service says nothing of what ``person`` said: "age", "open to men"."""
    match field:
        case Field.GENDER:
            return _GENDER_ASKED[person.gender or Gender.NON_BINARY]
        case Field.LANGUAGE:
            return f"in {_either(person.languages)}"
        case _:
            return _ASKED[field]


_GENDER_ASKED = {
    Gender.FEMALE: "open to women",
    Gender.MALE: "open to men",
    Gender.NON_BINARY: "open to non-binary people",
}

_ASKED = {
    Field.AGE: "age",
    Field.RESIDENCY: "area covered",
    Field.CONDITION: "condition",
    Field.CARER: "for carers",
    Field.REFERRAL: "how to be referred",
}


def access_in_words(need: Access, truth: Truth) -> str:
    """An access need as a phrase: "wheelchair access", "no wheelchair access"."""
    words = _ACCESS[need]
    return words if truth is not Truth.NO else f"not {words}" if "friendly" in words else f"no {words}"


def cost_in_words(criterion: Criterion) -> str:
    """The cost as a phrase: "free", "by donation", "costs £4"."""
    match criterion.values:
        case (Cost.FREE, *_):
            return "free"
        case (Cost.DONATION, *_):
            return "by donation"
        case (Cost.CONCESSION, *_):
            return "lower price for some"
        case _:
            price = f"costs {_money(criterion.amount)}" if criterion.amount else "there is a charge"
            return f"{price} ({criterion.note})" if criterion.note else price


def _money(pounds: float) -> str:
    return f"£{pounds:.2f}".removesuffix(".00") if pounds >= 1 else f"{pounds * 100:.0f}p"


def _ages(ranges: Sequence[AgeRange], truth: Truth, person: Person) -> str:
    if truth is Truth.YES:
        ranges = [ages for ages in ranges if within(ages, person.age) is Truth.YES]
    said = " or ".join(_range_in_words(ages) for ages in ranges) or "age"
    if truth is Truth.NO:
        return f"{said} only"
    return f"age {said}" if truth is Truth.UNKNOWN and said[0].isdigit() else said


def _range_in_words(ages: AgeRange) -> str:
    if ages.maximum is None:
        return f"{ages.minimum}+" if ages.minimum else "all ages"
    if not ages.minimum:
        return f"under {ages.maximum + 1}s"
    return f"ages {ages.minimum} to {ages.maximum}" if ages.minimum < ages.maximum else f"age {ages.minimum}"


def _gender(criterion: Criterion) -> str:
    named = " and ".join(criterion.values) or "one gender"
    is_limit = criterion.test is Test.NEEDS and criterion.strength is Strength.MUST
    return f"{named} only" if is_limit else f"welcomes {named}"


def _residency(criteria: Sequence[Criterion], truth: Truth, person: Person) -> str:
    areas = _values(criteria)
    if truth is Truth.YES:
        kinds = {area.partition(":")[0] for area in areas if is_in(area, person) is Truth.YES}
        registered = [words for kind, words in _REGISTERED.items() if kind in kinds]
        if registered:
            return f"registered with {registered[0]}"
        assert person.home is not None
        return f"lives in {person.home.outcode or person.home.label}"
    there = f"registered with {_practices(criteria)}" if _practices(criteria) else f"living in {_areas(criteria)}"
    return there if truth is Truth.UNKNOWN else f"only for people {there}"


def _practices(criteria: Sequence[Criterion]) -> str | None:
    """The practices that people must be registered with, where it is not an area they must live in."""
    if criteria[0].note == GP_NOTE:
        return f"a GP in {_areas([replace(criteria[0], note=None)])}"
    kinds = {area.partition(":")[0] for area in _values(criteria)}
    return _REGISTERED.get(kinds.pop()) if len(kinds) == 1 else None


def _areas(criteria: Sequence[Criterion]) -> str:
    """The areas by name, where few are named and all have one."""
    noted = [one.note for one in criteria if one.note]
    if len(noted) == len(criteria):
        return " or ".join(noted)
    named = [_area(*area.partition(":")[::2]) for area in _values(criteria)]
    known = [name for name in named if name]
    return _either(known) if known and len(known) == len(named) <= _MOST_AREAS else "its area"


def _area(kind: str, code: str) -> str | None:
    if kind in (AreaKind.POSTCODE, AreaKind.NATION, AreaKind.WORDS):
        return code
    return _WHOLE.get(kind)


def _referral(routes: Sequence[str], truth: Truth) -> str:
    if Route.NONE in routes:
        return "no referral needed"
    if Route.SELF in routes:
        return "you can refer yourself"
    named = f"{' or '.join(words for route, words in _ROUTES.items() if route in routes) or 'professional'} referral"
    return f"needs a {named}" if truth is Truth.NO else named


def _values(criteria: Sequence[Criterion]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for one in criteria for value in one.values))


def _met(criterion: Criterion, person: Person) -> tuple[str, ...]:
    """Those of its values that ``person`` has."""
    return tuple(
        value for value in criterion.values if is_named(replace(criterion, values=(value,)), person) is Truth.YES
    )


def _named(criteria: Sequence[Criterion]) -> str:
    """The values of criteria, or their field where there are none."""
    return _either(_values(criteria)) or f"some {criteria[0].field}s"


def _either(values: Sequence[str]) -> str:
    return " or ".join(values)
