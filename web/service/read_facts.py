"""Facts that were read from wording: of whom a service takes, what it costs and when it is, beside the words."""

from collections.abc import Iterator
from dataclasses import replace

from directory.domain.eligibility.criteria import Access, AgeRange, Criterion, Field, SaidBy, Strength, Test
from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import Person
from directory.domain.eligibility.values import value_in_words
from directory.domain.eligibility.words import (
    access_in_words,
    cost_in_words,
    excluded_in_words,
    in_words,
    open_in_words,
)
from directory.domain.messages import Message, both, either, listed, mark, say, sentence
from directory.queries.pages import ServicePage
from web.service.fact import Fact, Origins, told_by
from web.words.times import schedule_in_words

_TEXTS = ("description", "eligibility_description", "fees_description", "application_process")
_LEADS = {Strength.PREFERS: mark("mostly: {whom}"), Strength.WELCOMES: mark("welcome: {whom}")}
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


def criterion_in_words(criterion: Criterion) -> Message:
    """``Aged 65 and over``, ``Women only``, ``Not for under 18s``, ``Welcome: carers``."""
    if criterion.test is Test.OPEN:
        return sentence(open_in_words(criterion.field))
    lead = _LEADS.get(criterion.strength)
    return sentence(say(lead, whom=_whom(criterion)) if lead else _plainly(criterion))


def _whom(criterion: Criterion) -> str:
    """What stands after its lead."""
    match criterion.field:
        case _ if criterion.test is Test.EXCLUDES:
            return _plainly(criterion)
        case Field.CONDITION:
            return say("people with {conditions}", conditions=_named(criterion))
        case Field.CARER:
            return say("carers")
        case _:
            return _plainly(criterion)


def _plainly(criterion: Criterion) -> str:
    match criterion.field:
        case Field.ACCESS:
            truth = Truth.NO if criterion.test is Test.EXCLUDES else Truth.YES
            return listed(access_in_words(Access(value), truth) for value in criterion.values)
        case Field.COST:
            return cost_in_words(criterion)
        case _ if criterion.test is Test.EXCLUDES:
            return excluded_in_words(criterion)
        case Field.AGE if criterion.ages:
            return either(_ages(ages) for ages in criterion.ages)
        case Field.GENDER if criterion.strength is not Strength.MUST and criterion.values:
            return both(value_in_words(criterion.field, value) for value in criterion.values)
        case Field.CONDITION:
            return say("for people with {conditions}", conditions=_named(criterion))
        case Field.DOCUMENT:
            documents = listed(_named(replace(criterion, values=(value,))) for value in criterion.values)
            return say("bring: {documents}", documents=documents)
        case _:
            return _named(criterion)


def _named(criterion: Criterion) -> str:
    return in_words([criterion], Truth.UNKNOWN, _SOMEBODY)


def _ages(ages: AgeRange) -> Message:
    if ages.maximum is None:
        return say("aged {youngest} and over", youngest=ages.minimum or 0)
    if not ages.minimum:
        return say("aged up to {oldest}", oldest=ages.maximum)
    if ages.minimum >= ages.maximum:
        return say("aged {age}", age=ages.minimum)
    return say("aged {youngest} to {oldest}", youngest=ages.minimum, oldest=ages.maximum)


def _said_in(page: ServicePage, span: str) -> Origins:
    """The observations of the text that ``span`` stands in; where no text has it as it is, of the description."""
    service, winners = page.service, page.service_winners
    for name in _TEXTS:
        if span and span in (getattr(service, name) or ""):
            return told_by(winners, name)
    if service.description is None and page.organization.description is not None:
        return told_by(page.organization_winners, "description")
    return told_by(winners, "description")
