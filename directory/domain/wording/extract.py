"""Everything a name and a description say of whom a service takes, as criteria on the word of the description."""

from collections.abc import Iterable
from dataclasses import replace

from directory.domain.eligibility.criteria import AgeRange, Criterion, Field, Strength, Test
from directory.domain.wording.access import access_in
from directory.domain.wording.ages import AgesFound, find_ages
from directory.domain.wording.carers import carers_in
from directory.domain.wording.conditions import conditions_in
from directory.domain.wording.cost import cost_in
from directory.domain.wording.documents import documents_in
from directory.domain.wording.gender import gender_in
from directory.domain.wording.languages import languages_in
from directory.domain.wording.openness import openness_in
from directory.domain.wording.reading import read, strength_at
from directory.domain.wording.referral import referral_in
from directory.domain.wording.residency import residency_in


def extract(name: str, text: str) -> tuple[Criterion, ...]:
    """The criteria that can be read in ``name`` and ``text``, by field; nothing is said of a field that is not there.

    A limit on a field that another phrase leaves open stands: "women over 50, everyone welcome" is from 50.
    """
    single = (
        gender_in(name, text),
        carers_in(name, text),
        languages_in(text),
        referral_in(text),
        cost_in(text),
        documents_in(text),
    )
    limits = [
        *_age_criteria(text, find_ages(text)),
        *(criterion for criterion in single if criterion),
        *_residency(residency_in(text)),
        *conditions_in(text),
        *access_in(text),
    ]
    limited = {criterion.field for criterion in limits}
    return (*limits, *(criterion for criterion in openness_in(text) if criterion.field not in limited))


def _age_criteria(text: str, found: Iterable[AgesFound]) -> list[Criterion]:
    """One criterion for each strength: a person need only be within one of its ranges."""
    ranges: dict[Strength, dict[AgeRange, str]] = {}
    for one in found:
        strength = strength_at(text, one.start, one.end)
        ranges.setdefault(strength, {}).setdefault(one.ages, one.words.strip())
    return [
        replace(read(Field.AGE, Test.NEEDS, "; ".join(spans.values()), strength=strength), ages=tuple(spans))
        for strength, spans in ranges.items()
    ]


def _residency(found: list[Criterion]) -> list[Criterion]:
    """One criterion for each strength and note: living in one of its places is enough."""
    together: dict[tuple[Strength, str | None], list[Criterion]] = {}
    for criterion in found:
        together.setdefault((criterion.strength, criterion.note), []).append(criterion)
    return [
        replace(
            group[0],
            values=tuple(dict.fromkeys(value for one in group for value in one.values)),
            span="; ".join(one.span or "" for one in group),
        )
        for group in together.values()
    ]
