"""Whom services take, as columns: sets of criteria kept once each, and judged once for each kind of person who asks."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property, lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from directory.domain.eligibility.criteria import Criterion, Field
from directory.domain.eligibility.judge import judge_field
from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import DayPart, Person, Weekday
from directory.domain.times.slots import Wish
from index.columns.columns import Columns
from index.columns.spans import Array, Numbers
from index.limits import FEW_DOCUMENTS, REMEMBERED_CRITERIA, REMEMBERED_VERDICTS

FIELDS = tuple(Field)

Stated = tuple[Criterion, ...]
Verdicts = NDArray[np.uint8]

_ABOUT: dict[Field, tuple[str, ...]] = {
    Field.AGE: ("age",),
    Field.GENDER: ("gender",),
    Field.RESIDENCY: ("home", "practice", "pcn", "icb"),
    Field.CONDITION: ("conditions",),
    Field.CARER: ("carer",),
    Field.LANGUAGE: ("languages",),
    Field.REFERRAL: ("route",),
    Field.COST: ("free",),
    Field.ACCESS: ("access",),
    Field.DOCUMENT: (),
}
"""What of a person each field of criteria is judged by."""

NOT_IN_PLAY = 3
"""Stands for None of `judge_field`: above yes, so that the least of several is the least of those in play."""

_NOT_JUDGED = 255
_NOBODY = Person()
_PRIVATE = frozenset({Field.CONDITION, Field.LANGUAGE, Field.RESIDENCY})

_WISHES = {wish: 1 << number for number, wish in enumerate(product((*Weekday, None), (*DayPart, None)))}


def bits_of(wishes: Iterable[Wish]) -> int:
    """Days and parts of days as bits."""
    return sum(_WISHES[wish] for wish in set(wishes))


def about(person: Person) -> dict[Field, Person]:
    """What ``person`` said, cut into what each field is judged by; fields of which they said nothing are left out."""
    said = {}
    for field, names in _ABOUT.items():
        part = Person(**{name: getattr(person, name) for name in names})
        if part != _NOBODY:
            said[field] = part
    return said


def says_anything(person: Person) -> bool:
    """Whether a search for ``person`` differs from one for nobody in whom it finds eligible."""
    judged_by = (one.name for one in fields(person) if one.name != "travel")
    return any(getattr(person, name) != getattr(_NOBODY, name) for name in judged_by)


@lru_cache(maxsize=REMEMBERED_CRITERIA)
def _bare(criterion: Criterion) -> Criterion:
    """What of a criterion decides: its wording and price do not, and would make every set a set of its own."""
    return replace(criterion, span=None, note=None, amount=None, on=None)


class CriteriaSets:
    """Gathers what services state: each different set of criteria of a field is kept once and has a number."""

    def __init__(self) -> None:
        self._numbers: dict[Field, dict[Stated, int]] = {field: {(): 0} for field in FIELDS}
        self._rows = {field: array("I") for field in FIELDS}

    def add(self, criteria: Sequence[Criterion]) -> None:
        """Take in the criteria of the next service."""
        by_field: dict[Field, list[Criterion]] = {}
        for criterion in criteria:
            by_field.setdefault(criterion.field, []).append(_bare(criterion))
        for field in FIELDS:
            numbers = self._numbers[field]
            self._rows[field].append(numbers.setdefault(tuple(by_field.get(field, ())), len(numbers)))

    def rows(self) -> Array:
        """The number of the set of each field (down) of each service (across)."""
        return np.array([self._rows[field] for field in FIELDS], dtype=np.uint32)

    def sets(self) -> list[list[Stated]]:
        """The sets of each field, by number."""
        return [list(self._numbers[field]) for field in FIELDS]


@dataclass(frozen=True, slots=True)
class _Judged:
    """The verdict of each set of one field, worked out when first needed."""

    sets: Sequence[Stated]
    field: Field
    person: Person
    known: Verdicts

    def of(self, numbers: Array) -> Verdicts:
        verdicts = self.known[numbers]
        if len(verdicts) and verdicts.max() == _NOT_JUDGED:
            for number in np.unique(numbers[verdicts == _NOT_JUDGED]).tolist():
                truth = judge_field(self.field, self.sets[number], self.person)
                self.known[number] = NOT_IN_PLAY if truth is None else truth
            verdicts = self.known[numbers]
        return verdicts


class Judge:
    """Judges the services of one part for whoever asks.

    What a field comes to for somebody who said nothing of it depends on the service alone, so that is worked out for
    all services at the first search for anybody; and what it comes to for others is remembered for the last who asked.
    """

    def __init__(self, columns: Columns, sets: Sequence[Sequence[Stated]]) -> None:
        self._columns, self._sets = columns, sets
        self._judged = lru_cache(maxsize=REMEMBERED_VERDICTS)(self._judged_for)

    def _judged_for(self, number: int, person: Person) -> _Judged:
        sets = self._sets[number]
        return _Judged(sets, FIELDS[number], person, np.full(len(sets), _NOT_JUDGED, dtype=np.uint8))

    def _of(self, number: int, person: Person) -> _Judged:
        """Remembered unless it tells of somebody's health, languages or practice, which nobody is to find again."""
        is_private = FIELDS[number] in _PRIVATE and person != _NOBODY and person != Person(home=person.home)
        return self._judged_for(number, person) if is_private else self._judged(number, person)

    def verdicts(self, documents: Numbers, person: Person) -> Verdicts:
        """Whether the services of ``documents`` take ``person``, as numbers of `Truth`."""
        columns, said = self._columns, about(person)
        verdicts = np.full(len(documents), NOT_IN_PLAY, dtype=np.uint8)
        if person.days or person.parts:
            np.minimum(verdicts, _by_time(columns.sure[documents], columns.maybe[documents], person), out=verdicts)
        others = 0
        for number, field in enumerate(FIELDS):
            # For a page of results it is quicker to judge each field than to work out something for all services.
            if field in said or len(documents) <= FEW_DOCUMENTS:
                judged = self._of(number, said.get(field, _NOBODY))
                np.minimum(verdicts, judged.of(columns.criteria[number][documents]), out=verdicts)
            else:
                others |= 1 << number
        if others:
            asked, opened = self._unsaid
            np.minimum(verdicts, np.uint8(Truth.YES), where=(opened[documents] & others) != 0, out=verdicts)
            np.minimum(verdicts, np.uint8(Truth.UNKNOWN), where=(asked[documents] & others) != 0, out=verdicts)
        verdicts[verdicts == NOT_IN_PLAY] = Truth.UNKNOWN
        return verdicts

    def barred_by(self, documents: Numbers, person: Person) -> dict[str, int]:
        """How many of ``documents``, none of whose services takes ``person``, are barred by each field, or by ``time``:
        each is counted once, under the first that bars it."""
        columns, counts = self._columns, dict[str, int]()
        if person.days or person.parts:
            barred = _by_time(columns.sure[documents], columns.maybe[documents], person) == Truth.NO
            counts["time"], documents = int(np.count_nonzero(barred)), documents[~barred]
        for field, part in about(person).items():
            number = FIELDS.index(field)
            barred = self._of(number, part).of(columns.criteria[number][documents]) == Truth.NO
            counts[field.value], documents = int(np.count_nonzero(barred)), documents[~barred]
        return counts

    @cached_property
    def _unsaid(self) -> tuple[Array, Array]:
        """Of each document, the fields that are unknown, and those that are yes, for somebody who said nothing of
        them, as bits. Of nobody can it be no."""
        asked = np.zeros(len(self._columns.service), dtype=np.uint16)
        opened = np.zeros(len(self._columns.service), dtype=np.uint16)
        for number in range(len(FIELDS)):
            rows = self._columns.criteria[number]
            judged = self._judged(number, _NOBODY)
            judged.of(np.arange(len(judged.sets)))
            asked |= (judged.known == Truth.UNKNOWN).astype(np.uint16)[rows] << np.uint16(number)
            opened |= (judged.known == Truth.YES).astype(np.uint16)[rows] << np.uint16(number)
        return asked, opened


def _by_time(sure: Array, maybe: Array, person: Person) -> Verdicts:
    """What `directory.domain.times.slots.day_matches` says, from the bits of `fits`."""
    wanted = np.uint32(bits_of(product(person.days or (None,), person.parts or (None,))))
    is_sure, may_be = (sure & wanted) != 0, (maybe & wanted) != 0
    verdicts: Verdicts = np.where(is_sure, np.uint8(Truth.YES), may_be.astype(np.uint8))
    return verdicts
