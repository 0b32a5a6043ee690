"""Criteria from structured fields: what HSDS forms say of whom a service takes."""

import pytest

from directory.domain.eligibility import criteria as stating
from directory.domain.eligibility.criteria import Access, AgeRange, Cost, Criterion, Field, SaidBy, Strength
from directory.domain.eligibility.from_records import (
    access_at,
    criteria_with_places,
    stated_criteria,
    ways_to_take_part,
)
from directory.domain.parts import Accessibility, CostOption, Language, ServiceArea
from directory.domain.records import Basis, Location, LocationType, Service
from tests.directory.domain.eligibility.stated import accepts, aged, excludes, needs, open_to_all

TICKED = Location(
    location_type=LocationType.PHYSICAL, accessibility=(Accessibility(description="Wheelchair accessible"),)
)


def service(**stated: object) -> Service:
    return Service(organization_id="1", name="Harmony Choir", **stated)  # type: ignore[arg-type]


def only(found: tuple[Criterion, ...]) -> Criterion | None:
    assert len(found) <= 1
    return found[0] if found else None


def test_a_service_that_states_nothing_has_no_criteria() -> None:
    assert stated_criteria(service()) == ()
    assert criteria_with_places(service(), ()) == ()


@pytest.mark.parametrize(
    ("minimum", "maximum", "expected"),
    [
        (16.0, 25.0, aged(16, 25)),
        (50.0, None, aged(50)),
        (None, 24.0, aged(None, 24)),
        (2.5, 4.9, aged(2, 4)),
        (18.0, 120.0, aged(18)),
        (0.0, 99.0, open_to_all(Field.AGE)),
        (0.0, None, open_to_all(Field.AGE)),
        (0.0, 4.0, aged(None, 4)),
        (0.0, 0.0, None),
    ],
)
def test_ages_are_whole_years_and_no_limit_is_open_to_all(
    minimum: float | None, maximum: float | None, expected: Criterion | None
) -> None:
    assert only(stated_criteria(service(minimum_age=minimum, maximum_age=maximum))) == expected


def area(name: str, extent_type: str | None = None, extent: str | None = None) -> ServiceArea:
    return ServiceArea(name=name, extent=extent, extent_type=extent_type)


NORTH_TYNESIDE = area("North Tyneside", "local_authority", "E08000022")


@pytest.mark.parametrize(
    ("areas", "expected"),
    [
        ((NORTH_TYNESIDE,), needs(Field.RESIDENCY, "authority:E08000022", note="North Tyneside")),
        (
            (area("NE28", "postcode", "NE28"), area("Wales", "nation", "Wales")),
            needs(Field.RESIDENCY, "postcode:NE28", "nation:Wales", note="NE28 or Wales"),
        ),
        ((area("The east end"),), needs(Field.RESIDENCY, "words:The east end", note="The east end")),
        ((area("Ward", "ward", "E05000001"),), needs(Field.RESIDENCY, "words:Ward", note="Ward")),
        (
            tuple(area(name) for name in "ABCD"),
            needs(Field.RESIDENCY, "words:A", "words:B", "words:C", "words:D"),
        ),
        ((NORTH_TYNESIDE, area("UK", "uk", "uk")), open_to_all(Field.RESIDENCY)),
    ],
)
def test_areas_served_limit_where_people_live(areas: tuple[ServiceArea, ...], expected: Criterion) -> None:
    assert only(stated_criteria(service(service_areas=areas))) == expected


def test_where_a_register_says_a_charity_works_keeps_nobody_away() -> None:
    found = only(stated_criteria(service(service_areas=(NORTH_TYNESIDE,), basis=Basis.REGISTER)))
    assert found is not None
    assert found.strength is Strength.PREFERS


def costing(cost: Cost, amount: float | None = None, note: str | None = None) -> Criterion:
    return needs(Field.COST, cost, amount=amount, note=note)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([CostOption(amount=0)], costing(Cost.FREE)),
        ([CostOption(option="Free")], costing(Cost.FREE)),
        ([CostOption(amount_description="free of charge.")], costing(Cost.FREE)),
        ([CostOption(option="Ask us")], None),
        ([CostOption(option="Free parking")], None),
        ([CostOption(option="Weekly", amount=4), CostOption(option="Termly", amount=35)], costing(Cost.PAID, 4.0)),
        ([CostOption(amount=12, currency="EUR")], costing(Cost.PAID)),
        ([CostOption(option="Suggested donation", amount=2)], costing(Cost.DONATION)),
        ([CostOption(option="Adults", amount=5), CostOption(option="Unwaged", amount=0)], costing(Cost.CONCESSION, 5)),
        ([CostOption(option="Adults", amount=5), CostOption(option="Helpers", amount=0)], costing(Cost.CONCESSION, 5)),
        (
            [CostOption(amount=20), CostOption(option="Half price if you are on Universal Credit", amount=10)],
            costing(Cost.CONCESSION, 10.0),
        ),
        (
            [CostOption(option="First session", amount=0), CostOption(amount=5)],
            costing(Cost.PAID, 5.0, "first session free"),
        ),
    ],
)
def test_what_it_costs_is_one_of_four(options: list[CostOption], expected: Criterion | None) -> None:
    assert only(stated_criteria(service(cost_options=tuple(options)))) == expected


@pytest.mark.parametrize(
    ("fees", "expected"),
    [
        ("Free", costing(Cost.FREE)),
        ("Donation if you can, in the teapot by the door.", costing(Cost.DONATION)),
        ("£3 a session", None),
    ],
)
def test_the_field_for_fees_may_hold_one_word(fees: str, expected: Criterion | None) -> None:
    assert only(stated_criteria(service(fees_description=fees))) == expected
    priced = service(fees_description=fees, cost_options=(CostOption(amount=4),))
    assert only(stated_criteria(priced)) == costing(Cost.PAID, 4.0)


def test_languages_it_is_given_in_are_accepted_and_none_is_demanded() -> None:
    languages = (Language(name="Welsh"), Language(name="English"), Language(name="Welsh", code="cy"))
    assert only(stated_criteria(service(languages=languages))) == accepts(Field.LANGUAGE, "Welsh", "English")


@pytest.mark.parametrize(
    ("label", "feature"),
    [("Wheelchair", Access.WHEELCHAIR), ("Step-free access", Access.STEP_FREE), ("BSL", Access.BSL)],
)
def test_a_box_that_was_ticked_is_a_feature(label: str, feature: Access) -> None:
    location = Location(location_type=LocationType.PHYSICAL, accessibility=(Accessibility(description=label),))
    assert access_at([location]) == (accepts(Field.ACCESS, feature, span=label),)


def test_what_several_places_have_is_said_once() -> None:
    assert access_at([TICKED, TICKED]) == access_at([TICKED])


def test_access_in_words_is_read_and_is_still_the_word_of_the_feed() -> None:
    told = Accessibility(description="Access", details="There is no wheelchair access and no lift.")
    found = access_at([Location(location_type=LocationType.PHYSICAL, accessibility=(told,))])
    lacking = [one for one in found if one.test is stating.Test.EXCLUDES]
    assert Access.WHEELCHAIR in {value for one in lacking for value in one.values}
    assert {one.said_by for one in found} == {SaidBy.FEED}


def test_a_place_that_says_so_is_believed_before_the_description() -> None:
    read = excludes(Field.ACCESS, Access.WHEELCHAIR, said_by=SaidBy.TEXT)
    ages = needs(Field.AGE, ages=(AgeRange(50),), said_by=SaidBy.TEXT)
    (kept, place) = criteria_with_places(service(criteria=(read, ages)), [TICKED])
    assert kept == ages
    assert place.values == (Access.WHEELCHAIR,)


@pytest.mark.parametrize(
    ("kinds", "read", "expected"),
    [
        ([], (), ()),
        ([LocationType.PHYSICAL], (), ("in_person",)),
        ([LocationType.POSTAL], (), ()),
        ([LocationType.VIRTUAL], (), ("online",)),
        ([LocationType.VIRTUAL], ("phone",), ("phone",)),
        ([LocationType.PHYSICAL, LocationType.VIRTUAL], ("at_home",), ("in_person", "online", "at_home")),
    ],
)
def test_the_kind_of_place_tells_how_to_take_part(
    kinds: list[LocationType], read: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    locations = [Location(location_type=kind) for kind in kinds]
    assert ways_to_take_part(service(how=read), locations) == expected
