"""Facts that were read from wording: of whom a service takes, what it costs and when it is, beside the words."""

from collections.abc import Iterator

from directory.domain.eligibility.criteria import Access, AgeRange, Criterion, Field, SaidBy, Strength, Test
from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import Person
from directory.domain.eligibility.words import (
    access_in_words,
    cost_in_words,
    excluded_in_words,
    in_words,
    open_in_words,
)
from directory.queries.pages import ServicePage
from web.service.fact import Fact, Origins, told_by
from web.words.times import schedule_in_words

_TEXTS = ("description", "eligibility_description", "fees_description", "application_process")
_LEADS = {Strength.PREFERS: "mostly: ", Strength.WELCOMES: "welcome: "}
_SOMEBODY = Person()


def criteria_read(page: ServicePage, *fields: Field) -> Iterator[Fact]:
    """What was read from the words of the service on ``fields``, each beside its wording."""
    for one in page.service.criteria:
        if one.said_by is SaidBy.TEXT and one.field in fields:
            yield Fact(
                words=criterion_in_words(one),
                read_from=one.span,
                origins=_said_in(page, one.span or ""),
            )


def times_read(page: ServicePage) -> Iterator[Fact]:
    """The times that were read from words."""
    for schedule in page.service.read_schedules:
        words = schedule.read_from or ""
        written = any(words == (one.description or "").strip() for one in page.service.schedules)
        origins = told_by(page.service_winners, "schedules") if written else _said_in(page, words)
        yield Fact(words=schedule_in_words(schedule), read_from=words or None, origins=origins, lead=True)


def criterion_in_words(criterion: Criterion) -> str:
    """``Aged 65 and over``, ``Women only``, ``Not for under 18s``, ``Welcome: carers``."""
    if criterion.test is Test.OPEN:
        words = open_in_words(criterion.field)
    else:
        lead = _LEADS.get(criterion.strength, "")
        words = f"{lead}{_plainly(criterion).removeprefix('for ' if lead else '')}"
    return words[:1].upper() + words[1:]


def _plainly(criterion: Criterion) -> str:
    match criterion.field:
        case Field.ACCESS:
            truth = Truth.NO if criterion.test is Test.EXCLUDES else Truth.YES
            return ", ".join(access_in_words(Access(value), truth) for value in criterion.values)
        case Field.COST:
            return cost_in_words(criterion)
        case _ if criterion.test is Test.EXCLUDES:
            return excluded_in_words(criterion)
        case Field.AGE:
            return " or ".join(_ages(ages) for ages in criterion.ages)
        case Field.GENDER if criterion.strength is not Strength.MUST:
            return " and ".join(criterion.values)
        case Field.CONDITION:
            return f"for people with {' or '.join(criterion.values)}"
        case Field.DOCUMENT:
            return f"bring: {', '.join(criterion.values)}"
        case _:
            return in_words([criterion], Truth.UNKNOWN, _SOMEBODY)


def _ages(ages: AgeRange) -> str:
    if ages.maximum is None:
        return f"aged {ages.minimum} and over"
    if not ages.minimum:
        return f"aged up to {ages.maximum}"
    return f"aged {ages.minimum} to {ages.maximum}" if ages.minimum < ages.maximum else f"aged {ages.minimum}"


def _said_in(page: ServicePage, span: str) -> Origins:
    """The observations of the text that ``span`` stands in; where no text has it as it is, of the description."""
    service, winners = page.service, page.service_winners
    for name in _TEXTS:
        if span and span in (getattr(service, name) or ""):
            return told_by(winners, name)
    if service.description is None and page.organization.description is not None:
        return told_by(page.organization_winners, "description")
    return told_by(winners, "description")
