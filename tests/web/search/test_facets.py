"""Facets and filters, from findings made by hand."""

from datetime import date
from itertools import product

import pytest

from directory.domain.eligibility import criteria as said
from directory.domain.eligibility.criteria import Access, Cost, Criterion, Field, Route
from directory.domain.eligibility.person import DayPart, Weekday
from directory.domain.records import Basis
from index.protocol import FACETS, FacetValue
from index.traits import traits_of
from tests.web.made import a_hit, a_page, a_place, an_entry, found
from web.search.facets import FACETS_OPEN, TITLES, value_in_words
from web.search.forms import SearchForm

pytestmark = pytest.mark.usefixtures("links")


def values(*names: str) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(value=name, label=name.title(), count=1) for name in names)


def test_every_facet_has_a_title() -> None:
    assert set(TITLES) == {*FACETS, "distance"}


def test_rings_of_distance_are_offered_as_distances_to_search_within() -> None:
    rings = (
        FacetValue(value="0-1", label="within 1 km", count=2),
        FacetValue(value="2-5", label="2 to 5 km", count=3),
        FacetValue(value="20-", label="more than 20 km", count=4),
    )
    page = a_page(a_hit(), facets={"distance": rings}, form=SearchForm(q="choir", near="NE28", within="5km"))

    assert [(one.label, one.count, one.chosen) for one in page.facets[0].first] == [
        ("Within 1 km", 2, False),
        ("Within 5 km", 5, True),
    ]
    assert "within" not in page.facets[0].first[1].address


def test_a_chosen_value_is_not_folded_away() -> None:
    many = tuple(FacetValue(value=f"needs:{number}", label=str(number), count=1) for number in range(12))
    form = SearchForm(q="choir").choosing("category", "needs:11")
    page = a_page(a_hit(), facets={"category": many}, form=form)

    assert page.facets[0].first[0].label == "11"
    assert page.facets[0].first[0].chosen
    assert len(page.facets[0].rest) == 4
    assert [one.label for one in page.filters] == ["11"]


def test_days_and_times_stand_in_their_own_order() -> None:
    facets = {"day": values("sun", "fri", "mon"), "time": values("evening", "morning")}
    day, part = a_page(a_hit(), facets=facets).facets

    assert [one.label for one in day.first] == ["Mon", "Fri", "Sun"]
    assert [one.label for one in part.first] == ["Morning", "Evening"]


def test_the_first_facets_are_open_and_so_is_one_with_a_choice() -> None:
    facets = {name: values("x") for name in ("need", "cost", "who", "how", "language", "source")}
    shown = a_page(a_hit(), facets=facets, form=SearchForm(q="choir").choosing("source", "x")).facets

    assert [one.is_open for one in shown] == [True] * FACETS_OPEN + [False, True]
    assert [one.key for one in shown] == ["need", "cost", "who", "how", "language", "source"]


def test_a_choice_adds_to_the_search_and_a_second_follows_the_first() -> None:
    page = a_page(a_hit(), facets={"day": values("mon", "tue")}, form=SearchForm(q="choir").choosing("day", "mon"))
    monday, tuesday = page.facets[0].first

    assert (monday.chosen, monday.address) == (True, "/search?q=choir")
    assert (tuesday.chosen, tuesday.address) == (False, "/search?q=choir&day=mon&day=tue")


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("day", "tue", "Tuesday"),
        ("access", "step_free", "Step-free"),
        ("category", "needs:tai-chi", "Tai chi"),
        ("who", "older-people", "Older people"),
        ("cost", "free", "Free"),
        ("referral", "none", "Just come along"),
    ],
)
def test_a_filter_that_nothing_has_is_still_in_words(key: str, value: str, words: str) -> None:
    assert value_in_words(found(), key, value) == words


def test_values_that_nothing_has_are_worded_as_those_that_something_has() -> None:
    everything = an_entry(
        criteria=tuple(
            Criterion(field=field, test=said.Test.NEEDS, values=tuple(values))
            for field, values in ((Field.COST, Cost), (Field.ACCESS, Access), (Field.REFERRAL, Route))
        ),
        how=("in_person", "phone", "online", "at_home"),
        audience=("older people",),
        verified_on=date(2026, 3, 3),
        basis=Basis.REGISTER,
    )
    traits = traits_of(everything, [*product(Weekday, DayPart)])

    assert {trait: value_in_words(found(), *trait.split(":")) for trait in traits} == traits


def test_a_distance_that_was_chosen_is_a_filter() -> None:
    page = a_page(a_hit(), near=a_place(), within_m=5_000.0, form=SearchForm(q="choir", near="NE28", within="5km"))

    assert [(one.label, one.address) for one in page.filters] == [("Within 5 km", "/search?q=choir&near=NE28")]
