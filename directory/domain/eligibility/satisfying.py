"""Whether a person is what one criterion names: the test of each field, before its strength is weighed."""

from collections.abc import Iterable

from directory.domain.eligibility.areas import is_in
from directory.domain.eligibility.criteria import AgeRange, Criterion, Field, Route, Test
from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import Gender, Person

_GENDERS = {Gender.FEMALE: "women", Gender.MALE: "men"}
_WITHOUT_REFERRAL = frozenset({Route.SELF, Route.NONE})


def is_named(criterion: Criterion, person: Person) -> Truth:
    """Whether ``person`` is among those whom the values of ``criterion`` name; unknown where they did not say.

    Cost and access are no properties of a person, and what to bring is nothing a person says of themselves: of these
    the answer is always unknown.
    """
    match criterion.field:
        case Field.AGE:
            return _any(within(ages, person.age) for ages in criterion.ages)
        case Field.GENDER:
            return _of_gender(criterion.values, person.gender)
        case Field.RESIDENCY:
            return _any(is_in(area, person) for area in criterion.values)
        case Field.CONDITION:
            return _any(_has_condition(condition, person) for condition in criterion.values)
        case Field.CARER:
            return Truth.UNKNOWN if person.carer is None else Truth.YES if person.carer else Truth.NO
        case Field.LANGUAGE:
            return _speaks(criterion.values, person.languages)
        case Field.REFERRAL:
            return _comes_by(criterion.values, person.route, is_needed=criterion.test is not Test.EXCLUDES)
        case _:
            return Truth.UNKNOWN


def _any(named: Iterable[Truth]) -> Truth:
    """The greatest of them; of a criterion that names nothing, nothing is known."""
    return max(named, default=Truth.UNKNOWN)


def _has_condition(condition: str, person: Person) -> Truth:
    """Never no: what somebody said of their health is not all there is to it."""
    return Truth.YES if any(is_kind_of(said, condition) for said in person.conditions) else Truth.UNKNOWN


def is_kind_of(said: str, condition: str) -> bool:
    """Whether ``said`` is ``condition`` or a kind of it, as breast cancer is of cancer."""
    wanted = _words(condition)
    return bool(wanted) and wanted <= _words(said)


def _words(text: str) -> frozenset[str]:
    """The words of ``text`` without their plurals."""
    folded = (word.removesuffix("s") for word in text.casefold().replace("-", " ").split())
    return frozenset(f"{word[:-2]}y" if word.endswith("ie") else word for word in folded)


def within(ages: AgeRange, age: AgeRange | None) -> Truth:
    """No if not a year of ``age`` is within ``ages``, yes if every year is."""
    if age is None or (age.minimum is None and age.maximum is None):
        return Truth.UNKNOWN
    low, high = age.minimum or 0, _top(age)
    lowest, highest = ages.minimum or 0, _top(ages)
    if high < lowest or low > highest:
        return Truth.NO
    return Truth.YES if lowest <= low and high <= highest else Truth.UNKNOWN


def _top(ages: AgeRange) -> float:
    return float("inf") if ages.maximum is None else ages.maximum


def _of_gender(values: tuple[str, ...], gender: Gender | None) -> Truth:
    """Whether a group for one gender takes non-binary people is for the group to say, and never inferred."""
    if gender is None or not values:
        return Truth.UNKNOWN
    if gender is Gender.NON_BINARY:
        return Truth.YES if "non-binary" in values else Truth.UNKNOWN
    return Truth.YES if _GENDERS[gender] in values else Truth.NO


def _speaks(languages: tuple[str, ...], spoken: tuple[str, ...]) -> Truth:
    """The languages somebody gave are taken for all that they speak."""
    if not spoken or not languages:
        return Truth.UNKNOWN
    known = {language.casefold() for language in spoken}
    return Truth.YES if any(language.casefold() in known for language in languages) else Truth.NO


def _comes_by(routes: tuple[str, ...], route: Route | None, *, is_needed: bool) -> Truth:
    """Whoever sends somebody, they can also ask for themselves; and a GP is a professional."""
    if is_needed and not _WITHOUT_REFERRAL.isdisjoint(routes):
        return Truth.YES
    if route is None or not routes:
        return Truth.UNKNOWN
    alike = {Route.GP: {Route.GP, Route.PROFESSIONAL}, Route.PROFESSIONAL: {Route.PROFESSIONAL}}
    return Truth.NO if alike.get(route, _WITHOUT_REFERRAL).isdisjoint(routes) else Truth.YES
