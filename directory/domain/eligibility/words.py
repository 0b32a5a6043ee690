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
from directory.domain.eligibility.values import value_in_words
from directory.domain.messages import Message, both, either, say
from directory.domain.wording.cost import FIRST_FREE_NOTE
from directory.domain.wording.residency import GP_NOTE, WIDER_NOTE

_MOST_AREAS = 3

_ACCESS = {
    Access.WHEELCHAIR: say("wheelchair access"),
    Access.STEP_FREE: say("step-free access"),
    Access.HEARING_LOOP: say("hearing loop"),
    Access.BSL: say("British Sign Language"),
    Access.ACCESSIBLE_TOILET: say("accessible toilet"),
    Access.DEMENTIA_FRIENDLY: say("dementia friendly"),
    Access.AUTISM_FRIENDLY: say("autism friendly"),
}
_LACKED = {
    Access.WHEELCHAIR: say("no wheelchair access"),
    Access.STEP_FREE: say("no step-free access"),
    Access.HEARING_LOOP: say("no hearing loop"),
    Access.BSL: say("no British Sign Language"),
    Access.ACCESSIBLE_TOILET: say("no accessible toilet"),
    Access.DEMENTIA_FRIENDLY: say("not dementia friendly"),
    Access.AUTISM_FRIENDLY: say("not autism friendly"),
}

_FOR_CARERS = say("for carers")

_GP, _PROFESSIONAL, _EITHER_REFERS = (Route.GP,), (Route.PROFESSIONAL,), (Route.GP, Route.PROFESSIONAL)
_REFERRAL = {
    _GP: say("GP referral"),
    _PROFESSIONAL: say("professional referral"),
    _EITHER_REFERS: say("GP or professional referral"),
}
_REFERRAL_NEEDED = {
    _GP: say("needs a GP referral"),
    _PROFESSIONAL: say("needs a professional referral"),
    _EITHER_REFERS: say("needs a GP or professional referral"),
}
_NO_REFERRAL = say("no referral needed")
_SELF_REFERRAL = say("you can refer yourself")
_NOT_REFERRED = say("you cannot refer yourself")
_ROUTES_EXCLUDED: dict[str, Message] = {
    Route.GP: say("not by GP referral"),
    Route.PROFESSIONAL: say("not by professional referral"),
}

_WHOLE: dict[str, Message] = {AreaKind.UK: say("the UK"), AreaKind.POLYGON: say("the area shown on its map")}
_ITS_AREA = say("its area")

_REGISTERED: dict[str, Message] = {
    AreaKind.PRACTICE: say("its GP practice"),
    AreaKind.PCN: say("its GP practices"),
    AreaKind.ICB: say("its NHS area"),
}

_SOME = {
    Field.GENDER: say("some genders"),
    Field.CONDITION: say("some conditions"),
    Field.LANGUAGE: say("some languages"),
    Field.DOCUMENT: say("some documents"),
}
_SOME_AGES = say("some ages")
_AGE = say("age")


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
            return _FOR_CARERS
        case Field.LANGUAGE:
            return say("in {languages}", languages=_named(criteria))
        case Field.REFERRAL:
            return _referral(_values(criteria), truth)
        case _:
            return _named(criteria)


def excluded_in_words(criterion: Criterion) -> str:
    """What a criterion keeps out, as a phrase: "not for under 18s", "not for men"."""
    match criterion.field:
        case Field.AGE:
            ranges = [_range_in_words(ages) for ages in criterion.ages]
            return say("not for {people}", people=either(ranges) if ranges else _SOME_AGES)
        case Field.RESIDENCY:
            return say("not for people in {area}", area=_areas([criterion]))
        case Field.CARER:
            return say("not for carers")
        case Field.REFERRAL:
            return _ROUTES_EXCLUDED.get(criterion.values[0], _NOT_REFERRED) if criterion.values else _NOT_REFERRED
        case _:
            return say("not for {people}", people=_named([criterion]))


def open_in_words(field: Field) -> str:
    """That a field is open to all: "all ages"."""
    return _OPEN.get(field, _OPEN_TO_ALL)


_ALL_AGES = say("all ages")
_OPEN_TO_ALL = say("open to all")
_OPEN = {
    Field.AGE: _ALL_AGES,
    Field.GENDER: say("all genders"),
    Field.RESIDENCY: say("wherever you live"),
    Field.CONDITION: say("no diagnosis needed"),
    Field.REFERRAL: _NO_REFERRAL,
    Field.LANGUAGE: say("any language"),
}


def unstated_in_words(field: Field, person: Person) -> str:
    """What to ask about where the service says nothing of what ``person`` said: "age", "open to men"."""
    match field:
        case Field.GENDER:
            return _GENDER_ASKED[person.gender or Gender.NON_BINARY]
        case Field.LANGUAGE:
            return say("in {languages}", languages=either([value_in_words(field, one) for one in person.languages]))
        case _:
            return _ASKED[field]


_GENDER_ASKED = {
    Gender.FEMALE: say("open to women"),
    Gender.MALE: say("open to men"),
    Gender.NON_BINARY: say("open to non-binary people"),
}

_ASKED = {
    Field.AGE: _AGE,
    Field.RESIDENCY: say("area covered"),
    Field.CONDITION: say("condition"),
    Field.CARER: _FOR_CARERS,
    Field.REFERRAL: say("how to be referred"),
    Field.COST: say("cost"),
}


def access_in_words(need: Access, truth: Truth) -> str:
    """An access need as a phrase: "wheelchair access", "no wheelchair access"."""
    return (_LACKED if truth is Truth.NO else _ACCESS)[need]


def cost_in_words(criterion: Criterion) -> str:
    """The cost as a phrase: "free", "by donation", "costs £4"."""
    match criterion.values:
        case (Cost.FREE, *_):
            return say("free")
        case (Cost.DONATION, *_):
            return say("by donation")
        case (Cost.CONCESSION, *_):
            return say("lower price for some")
        case _:
            amount = criterion.amount
            price = say("costs {amount}", amount=_money(amount)) if amount else say("there is a charge")
            return say("{price} ({note})", price=price, note=_note(criterion.note)) if criterion.note else price


def _money(pounds: float) -> str:
    return f"£{pounds:.2f}".removesuffix(".00") if pounds >= 1 else f"{pounds * 100:.0f}p"


def _note(note: str) -> str:
    return say(note) if note == FIRST_FREE_NOTE else note


def _ages(ranges: Sequence[AgeRange], truth: Truth, person: Person) -> str:
    if truth is Truth.YES:
        ranges = [ages for ages in ranges if within(ages, person.age) is Truth.YES]
    said = either([_range_in_words(ages) for ages in ranges]) if ranges else _AGE
    if truth is Truth.NO:
        return say("{ages} only", ages=said)
    return say("age {ages}", ages=said) if truth is Truth.UNKNOWN and said[0].isdigit() else said


def _range_in_words(ages: AgeRange) -> Message:
    if ages.maximum is None:
        return say("{age}+", age=ages.minimum) if ages.minimum else _ALL_AGES
    if not ages.minimum:
        return say("under {age}s", age=ages.maximum + 1)
    if ages.minimum < ages.maximum:
        return say("ages {lowest} to {highest}", lowest=ages.minimum, highest=ages.maximum)
    return say("age {age}", age=ages.minimum)


def _gender(criterion: Criterion) -> Message:
    values = [value_in_words(criterion.field, value) for value in criterion.values]
    people = both(values) if values else say("one gender")
    is_limit = criterion.test is Test.NEEDS and criterion.strength is Strength.MUST
    return say("{people} only", people=people) if is_limit else say("welcomes {people}", people=people)


def _residency(criteria: Sequence[Criterion], truth: Truth, person: Person) -> Message:
    areas = _values(criteria)
    if truth is Truth.YES:
        kinds = {area.partition(":")[0] for area in areas if is_in(area, person) is Truth.YES}
        registered = [words for kind, words in _REGISTERED.items() if kind in kinds]
        if registered:
            return say("registered with {practice}", practice=registered[0])
        assert person.home is not None
        return say("lives in {place}", place=person.home.outcode or person.home.label)
    practice = _practices(criteria)
    if practice:
        if truth is Truth.UNKNOWN:
            return say("registered with {practice}", practice=practice)
        return say("only for people registered with {practice}", practice=practice)
    if truth is Truth.UNKNOWN:
        return say("living in {area}", area=_areas(criteria))
    return say("only for people living in {area}", area=_areas(criteria))


def _practices(criteria: Sequence[Criterion]) -> Message | None:
    """The practices that people must be registered with, where it is not an area they must live in."""
    if criteria[0].note == GP_NOTE:
        return say("a GP in {area}", area=_areas([replace(criteria[0], note=None)]))
    kinds = {area.partition(":")[0] for area in _values(criteria)}
    return _REGISTERED.get(kinds.pop()) if len(kinds) == 1 else None


def _areas(criteria: Sequence[Criterion]) -> str:
    """The areas by name, where few are named and all have one."""
    if all(one.note and one.note != WIDER_NOTE for one in criteria):
        return either([one.note for one in criteria if one.note])
    named = [_area(*area.partition(":")[::2]) for area in _values(criteria)]
    known = [name for name in named if name]
    areas = either(known) if known and len(known) == len(named) <= _MOST_AREAS else _ITS_AREA
    is_wider = any(one.note == WIDER_NOTE for one in criteria)
    return say("{areas}, or close by, or with a link to it", areas=areas) if is_wider else areas


def _area(kind: str, code: str) -> str | None:
    if kind in (AreaKind.POSTCODE, AreaKind.NATION, AreaKind.WORDS):
        return code
    return _WHOLE.get(kind)


def _referral(routes: Sequence[str], truth: Truth) -> Message:
    if Route.NONE in routes:
        return _NO_REFERRAL
    if Route.SELF in routes:
        return _SELF_REFERRAL
    referring = tuple(route for route in _EITHER_REFERS if route in routes) or _PROFESSIONAL
    return (_REFERRAL_NEEDED if truth is Truth.NO else _REFERRAL)[referring]


def _values(criteria: Sequence[Criterion]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for one in criteria for value in one.values))


def _met(criterion: Criterion, person: Person) -> tuple[str, ...]:
    """Those of its values that ``person`` has."""
    return tuple(
        value for value in criterion.values if is_named(replace(criterion, values=(value,)), person) is Truth.YES
    )


def _named(criteria: Sequence[Criterion]) -> str:
    """The values of criteria, or their field where there are none."""
    field = criteria[0].field
    values = [value_in_words(field, value) for value in _values(criteria)]
    return either(values) if values else _SOME[field]
