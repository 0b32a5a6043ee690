"""Judging a service for a person: each field by itself, and the least of the fields as the result."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter

from directory.domain.eligibility import words
from directory.domain.eligibility.criteria import Access, Cost, Criterion, Field, SaidBy, Strength, Test
from directory.domain.eligibility.logic import Truth, all_of, any_of, negated
from directory.domain.eligibility.person import Person
from directory.domain.eligibility.satisfying import is_kind_of, is_named
from directory.domain.eligibility.values import value_in_words

_SAID_BY = tuple(SaidBy)

_IMPLIED = {Access.STEP_FREE: (Access.STEP_FREE, Access.WHEELCHAIR)}
"""Where a wheelchair gets in there are no steps."""

_COSTS = {Cost.FREE: Truth.YES, Cost.DONATION: Truth.YES, Cost.CONCESSION: Truth.UNKNOWN, Cost.PAID: Truth.NO}
"""Whether somebody who cannot pay can come: a donation is nobody's duty, and a lower price may still be one."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One thing judged, and a phrase of as few words as tell it."""

    truth: Truth
    words: str


Part = tuple[Truth, Callable[[], str]]
"""One thing judged of a field, and how to say it: a search judges by the thousand what a page says of twenty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether somebody can come: what is met, what to ask about and what stands in the way, as short phrases."""

    eligible: Truth
    met: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """``Eligible: 65+, lives in NE28. Ask about: wheelchair access``; empty where there was nothing to judge.

        Of what stands in the way the first is said, as one is enough.
        """
        parts = (("Eligible", self.met), ("Ask about", self.ask), ("Not eligible", self.unmet[:1]))
        return ". ".join(f"{title}: {', '.join(phrases)}" for title, phrases in parts if phrases)


def judge(criteria: Iterable[Criterion], person: Person, extra: Sequence[Judged] = ()) -> Verdict:
    """What the criteria of a service come to for ``person``: the least of what `judge_field` says of each field.

    ``extra`` is what was judged elsewhere, such as times, and counts the same. Where nothing is in play at all, the
    result is unknown.
    """
    by_field: dict[Field, list[Criterion]] = {field: [] for field in Field}
    for criterion in criteria:
        by_field[criterion.field].append(criterion)
    parts = (part for field, stated in by_field.items() for part in parts_of(field, stated, person))
    judged = [*(Judged(truth, phrase()) for truth, phrase in parts), *extra]
    # As keys, so that no phrase is said twice.
    phrases: dict[Truth, dict[str, None]] = {truth: {} for truth in Truth}
    for one in judged:
        phrases[one.truth][one.words] = None
    return Verdict(
        eligible=min((one.truth for one in judged), default=Truth.UNKNOWN),
        met=tuple(phrases[Truth.YES]),
        ask=tuple(phrases[Truth.UNKNOWN]),
        unmet=tuple(phrases[Truth.NO]),
    )


def judge_field(field: Field, criteria: Iterable[Criterion], person: Person) -> Truth | None:
    """What the criteria of one field come to for ``person``; None where the field is not in play.

    A field is in play when the person said something of it, when a criterion of it can turn people away ("must", and
    needs or excludes something), or when it is stated to be open to all. Said by the person and not stated by the
    service is unknown, and so is the other way about. What a place has and what it costs is in play only for those
    who said that they need it. What is preferred or welcomed may be met, and is otherwise unknown.
    """
    return min((truth for truth, _ in parts_of(field, criteria, person)), default=None)


def heard(criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """The criteria without those on a field of which a stronger word speaks (see `SaidBy`).

    Of access each feature is a matter of its own: who tells of a hearing loop is not silent about steps.
    """
    listed = tuple(criteria)
    if len(listed) < 2 or len({one.said_by for one in listed}) < 2:
        return listed
    strongest: dict[tuple[Field, str], int] = {}
    for one in listed:
        for key in _matters(one):
            strongest[key] = min(strongest.get(key, len(_SAID_BY)), _SAID_BY.index(one.said_by))
    return tuple(kept for one in listed if (kept := _kept(one, strongest)) is not None)


def _matters(criterion: Criterion) -> list[tuple[Field, str]]:
    names = criterion.values if criterion.field is Field.ACCESS else ("",)
    return [(criterion.field, name) for name in names]


def _kept(criterion: Criterion, strongest: dict[tuple[Field, str], int]) -> Criterion | None:
    """What is left of a criterion beside stronger words."""
    own = _SAID_BY.index(criterion.said_by)
    left = [name for field, name in _matters(criterion) if strongest[field, name] == own]
    if not left:
        return None
    return replace(criterion, values=tuple(left)) if criterion.field is Field.ACCESS else criterion


def parts_of(field: Field, criteria: Iterable[Criterion], person: Person) -> list[Part]:
    """What of one field is judged, part by part: each access need by itself, and what is needed apart from who is
    excluded. Several criteria that say what is needed are alternatives.
    """
    stated, is_said = heard(criteria), _is_said(field, person)
    if not (stated or is_said):
        return []
    special = _SPECIAL.get(field)
    if special is not None:
        return special(stated, person)
    parts = _binding(field, stated, person)
    if parts or not is_said:
        return parts
    if field is Field.CONDITION:
        return [_condition(condition, stated) for condition in person.conditions]
    for one in stated:
        if one.test is not Test.EXCLUDES and is_named(one, person) is Truth.YES:
            return [(Truth.YES, partial(words.in_words, [one], Truth.YES, person))]
    return [(Truth.UNKNOWN, partial(words.unstated_in_words, field, person))]


def _binding(field: Field, stated: Sequence[Criterion], person: Person) -> list[Part]:
    """What can turn people away, and that nobody is turned away."""
    must = [one for one in stated if one.strength is Strength.MUST]
    needed = [(is_named(one, person), one) for one in must if one.test is Test.NEEDS]
    parts: list[Part] = []
    if needed:
        truth = any_of(named for named, _ in needed)
        alike = [one for named, one in needed if named is truth]
        parts.append((truth, partial(words.in_words, alike, truth, person)))
    elif any(one.test is Test.OPEN for one in stated):
        parts.append((Truth.YES, partial(words.open_in_words, field)))
    excluding = (one for one in must if one.test is Test.EXCLUDES)
    parts += [(negated(is_named(one, person)), partial(words.excluded_in_words, one)) for one in excluding]
    return parts


def _is_said(field: Field, person: Person) -> bool:
    """Whether ``person`` said something of a field. Not to be a carer asks nothing of a service."""
    said = _SAID.get(field)
    return said is not None and bool(said(person))


_SAID: dict[Field, Callable[[Person], object]] = {
    Field.AGE: attrgetter("age"),
    Field.GENDER: attrgetter("gender"),
    Field.RESIDENCY: lambda person: person.home or person.practice or person.pcn or person.icb,
    Field.CONDITION: attrgetter("conditions"),
    Field.CARER: attrgetter("carer"),
    Field.LANGUAGE: attrgetter("languages"),
    Field.REFERRAL: attrgetter("route"),
    Field.ACCESS: attrgetter("access"),
    Field.COST: attrgetter("free"),
}


def _condition(condition: str, stated: Sequence[Criterion]) -> Part:
    """Whether one condition of the person's is accepted."""
    welcomed = (value for one in stated if one.test is not Test.EXCLUDES for value in one.values)
    is_welcome = any(is_kind_of(condition, value) for value in welcomed)
    truth = Truth.YES if is_welcome else Truth.UNKNOWN
    return truth, partial(value_in_words, Field.CONDITION, condition)


def _access(stated: Sequence[Criterion], person: Person) -> list[Part]:
    """Each need by itself. No only when stated; unknown where one place has it and another has not."""
    has = {value for one in stated if one.test is not Test.EXCLUDES for value in one.values}
    lacks = {
        value for one in stated if one.test is Test.EXCLUDES and one.strength is Strength.MUST for value in one.values
    }
    parts: list[Part] = []
    for need in person.access:
        is_there = not has.isdisjoint(_IMPLIED.get(need, (need,)))
        truth = Truth.UNKNOWN if is_there == (need in lacks) else Truth.YES if is_there else Truth.NO
        parts.append((truth, partial(words.access_in_words, need, truth)))
    return parts


def _cost(stated: Sequence[Criterion], person: Person) -> list[Part]:
    """For somebody who cannot pay."""
    if not person.free:
        return []
    known = [(_costs_nothing(one), one) for one in stated if one.values]
    if not known:
        return [(Truth.UNKNOWN, partial(words.unstated_in_words, Field.COST, person))]
    truth = all_of(one for one, _ in known)
    return [(truth, partial(words.cost_in_words, next(one for found, one in known if found is truth)))]


def _costs_nothing(criterion: Criterion) -> Truth:
    truth = _COSTS[Cost(criterion.values[0])]
    return truth if criterion.strength is Strength.MUST else max(truth, Truth.UNKNOWN)


_SPECIAL: dict[Field, Callable[[Sequence[Criterion], Person], list[Part]]] = {
    Field.ACCESS: _access,
    Field.COST: _cost,
}
