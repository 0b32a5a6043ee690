"""Facts read from wording, from criteria made by hand."""

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from directory.domain.eligibility import criteria as said
from directory.domain.eligibility.criteria import AgeRange, Criterion, Field, SaidBy, Strength
from directory.domain.parts import Frequency, Schedule
from directory.domain.records import Organization, Service
from tests.web.service.test_facts import ORIGIN, a_page
from web.service.facts import fact_sheet
from web.service.read_facts import criteria_read, criterion_in_words, times_read

FROM_US = replace(ORIGIN, local_id="description")
FROM_ELSEWHERE = replace(ORIGIN, local_id="fees")
TUESDAYS = Schedule(
    freq=Frequency.WEEKLY, byday="TU", opens_at=time(10), closes_at=time(12), read_from="Tuesdays 10 to 12"
)


def a_criterion(field: Field, test: said.Test = said.Test.NEEDS, **rest: Any) -> Criterion:
    return Criterion(**({"field": field, "test": test, "said_by": SaidBy.TEXT} | rest))


@pytest.mark.parametrize(
    ("criterion", "words"),
    [
        (a_criterion(Field.AGE, ages=(AgeRange(65),)), "Aged 65 and over"),
        (a_criterion(Field.AGE, ages=(AgeRange(None, 24),)), "Aged up to 24"),
        (a_criterion(Field.AGE, ages=(AgeRange(5, 11), AgeRange(16, 16))), "Aged 5 to 11 or aged 16"),
        (a_criterion(Field.AGE, said.Test.OPEN, strength=Strength.WELCOMES), "All ages"),
        (a_criterion(Field.AGE, said.Test.EXCLUDES, ages=(AgeRange(None, 17),)), "Not for under 18s"),
        (a_criterion(Field.AGE), "Age"),
        (a_criterion(Field.GENDER, values=("women",)), "Women only"),
        (a_criterion(Field.GENDER, strength=Strength.PREFERS), "Mostly: welcomes one gender"),
        (a_criterion(Field.CONDITION, values=("dementia", "stroke")), "For people with dementia or stroke"),
        (a_criterion(Field.GENDER, strength=Strength.WELCOMES, values=("men",)), "Welcome: men"),
        (a_criterion(Field.CONDITION, strength=Strength.PREFERS, values=("autism",)), "Mostly: people with autism"),
        (a_criterion(Field.DOCUMENT, values=("a voucher",)), "Bring: a voucher"),
        (a_criterion(Field.ACCESS, said.Test.ACCEPTS, values=("hearing_loop",)), "Hearing loop"),
        (a_criterion(Field.ACCESS, said.Test.EXCLUDES, values=("wheelchair",)), "No wheelchair access"),
        (a_criterion(Field.COST, values=("paid",), amount=3.5), "Costs £3.50"),
        (a_criterion(Field.RESIDENCY, values=("postcode:NE28",)), "Living in NE28"),
        (a_criterion(Field.REFERRAL, values=("gp",)), "GP referral"),
        (a_criterion(Field.CARER), "For carers"),
        (a_criterion(Field.CARER, said.Test.ACCEPTS, strength=Strength.WELCOMES), "Welcome: carers"),
        (a_criterion(Field.CARER, said.Test.EXCLUDES, strength=Strength.PREFERS), "Mostly: not for carers"),
    ],
)  # fmt: skip
def test_a_criterion_reads_as_it_is_said(criterion: Criterion, words: str) -> None:
    assert criterion_in_words(criterion) == words


def test_what_was_read_stands_beside_its_wording_and_comes_from_the_text_it_was_read_from() -> None:
    service = Service(
        organization_id="o",
        name="Tea Club",
        description="For over 65s.",
        fees_description="Costs £2",
        criteria=(
            a_criterion(Field.AGE, ages=(AgeRange(65),), span="over 65s"),
            a_criterion(Field.COST, values=("paid",), amount=2.0, span="£2"),
            a_criterion(Field.GENDER, values=("women",), said_by=SaidBy.FEED),
        ),
    )
    winners = {"description": (FROM_US,), "fees_description": (FROM_ELSEWHERE,)}
    page = a_page(service=service, service_winners=winners)

    (age,) = criteria_read(page, Field.AGE, Field.GENDER)
    (cost,) = criteria_read(page, Field.COST)
    assert (age.words, age.read_from, age.origins) == ("Aged 65 and over", "over 65s", (FROM_US,))
    assert (cost.words, cost.read_from, cost.origins) == ("Costs £2", "£2", (FROM_ELSEWHERE,))


def test_what_only_the_organization_says_comes_from_it() -> None:
    page = a_page(
        service=Service(
            organization_id="o", name="Tea Club", criteria=(a_criterion(Field.GENDER, values=("women",), span="women"),)
        ),
        organization=Organization(name="Tea Club", description="A club for women."),
        organization_winners={"description": (FROM_US,)},
    )

    assert [fact.origins for fact in criteria_read(page, Field.GENDER)] == [(FROM_US,)]


def test_an_age_read_from_words_is_an_age_known() -> None:
    read = (a_criterion(Field.AGE, ages=(AgeRange(65),), span="over 65s"),)
    page = a_page(service=Service(organization_id="o", name="Tea Club", criteria=read))
    who = next(subject for subject in fact_sheet(page) if subject.id == "who")

    assert [fact.words for fact in who.facts] == [
        "Aged 65 and over",
        "Whether you must live in a certain area: not known. Ask",
    ]


def test_where_people_must_live_is_known_when_words_say_it() -> None:
    read = (a_criterion(Field.RESIDENCY, values=("postcode:NE28",), span="NE28 residents"),)
    page = a_page(service=Service(organization_id="o", name="Tea Club", minimum_age=18, criteria=read))
    who = next(subject for subject in fact_sheet(page) if subject.id == "who")

    assert [fact.words for fact in who.facts] == ["Aged 18 and over", "Living in NE28"]


def test_times_read_from_a_schedules_words_take_the_place_of_the_words_and_quote_them() -> None:
    service = Service(
        organization_id="o",
        name="Tea Club",
        schedules=(Schedule(description="Tuesdays 10 to 12"), Schedule(description="And when the sun shines")),
        read_schedules=(TUESDAYS,),
    )
    page = a_page(service=service, service_winners={"schedules": (FROM_ELSEWHERE,), "description": (FROM_US,)})
    when = next(subject for subject in fact_sheet(page) if subject.id == "when")

    assert [(fact.words, fact.read_from, fact.origins) for fact in when.facts] == [
        ("And when the sun shines", None, (FROM_ELSEWHERE,)),
        ("Tuesdays, 10am to 12 noon", "Tuesdays 10 to 12", (FROM_ELSEWHERE,)),
    ]


def test_times_read_from_a_description_come_from_it() -> None:
    service = Service(
        organization_id="o", name="Tea Club", description="Come along Tuesdays 10 to 12.", read_schedules=(TUESDAYS,)
    )
    page = a_page(service=service, service_winners={"description": (FROM_US,)})

    assert [fact.origins for fact in times_read(page)] == [(FROM_US,)]
