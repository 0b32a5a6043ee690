"""What every search index does with a person and with choices: whom it puts last, what it counts, what it keeps."""

import gc
import math
from datetime import date, time

import pytest

from directory.domain.eligibility.criteria import Access, AgeRange, Criterion, Field
from directory.domain.eligibility.criteria import Test as Bearing
from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import DayPart, Gender, Person, Travel, Weekday
from directory.domain.parts import Frequency, Schedule
from directory.domain.records import Basis
from index.protocol import Query
from tests.contracts.ways import Filled, names, near
from tests.index.samples import BOOSTS, REGISTER, WALLSEND, entry, place

OVER_65 = Criterion(field=Field.AGE, test=Bearing.NEEDS, ages=(AgeRange(65),))
ALL_AGES = Criterion(field=Field.AGE, test=Bearing.OPEN)
WOMEN = Criterion(field=Field.GENDER, test=Bearing.NEEDS, values=("women",))
IN_NE28 = Criterion(field=Field.RESIDENCY, test=Bearing.NEEDS, values=("postcode:NE28",))
IN_LEEDS = Criterion(field=Field.RESIDENCY, test=Bearing.NEEDS, values=("postcode:LS1",))
FREE = Criterion(field=Field.COST, test=Bearing.ACCEPTS, values=("free",))
PAID = Criterion(field=Field.COST, test=Bearing.ACCEPTS, values=("paid",), amount=5.0)
RAMP = Criterion(field=Field.ACCESS, test=Bearing.ACCEPTS, values=("wheelchair",))
STEPS = Criterion(field=Field.ACCESS, test=Bearing.EXCLUDES, values=("wheelchair",))
BY_GP = Criterion(field=Field.REFERRAL, test=Bearing.NEEDS, values=("gp",))
TUESDAY_EVENINGS = Schedule(freq=Frequency.WEEKLY, byday="TU", opens_at=time(19), closes_at=time(21))
UNREAD = Schedule(description="Ask at the desk")

THIRTY = Person(age=AgeRange(30, 30))
SIXTY_SEVEN = Person(age=AgeRange(67, 67))


def test_who_is_not_taken_comes_last_however_near(filled: Filled) -> None:
    index = filled(
        [
            entry("1", "Near choir", place(10), criteria=(OVER_65,)), entry("2", "Far choir", place(9_500)),
            entry("3", "Open choir", place(9_900), criteria=(ALL_AGES,)),
        ]
    )  # fmt: skip

    found = index.search(near("choir", person=THIRTY))

    assert names(found)[-1] == "Near choir"
    assert {hit.entry.name: hit.eligible for hit in found.hits} == {
        "Near choir": Truth.NO, "Far choir": Truth.UNKNOWN, "Open choir": Truth.YES,
    }  # fmt: skip
    assert (found.total, found.not_eligible) == (3, 1)


def test_those_not_taken_stand_among_themselves_in_the_usual_order(filled: Filled) -> None:
    index = filled(
        [entry(str(metres), "Choir", place(metres), criteria=(OVER_65,)) for metres in (3_000, 10, 900)]
        + [entry("open", "Choir", place(9_000))]
    )

    found = index.search(near("choir", person=THIRTY))

    assert [hit.entry.id for hit in found.hits] == ["open", "10", "900", "3000"]
    assert found.not_eligible == 3


def test_not_eligible_is_counted_over_all_pages(filled: Filled) -> None:
    index = filled([entry(str(number), "Choir", criteria=(OVER_65,) * (number % 2)) for number in range(10)])

    pages = [index.search(Query(text="choir", person=THIRTY, page=page, size=4)) for page in (1, 2, 3)]

    assert [page.not_eligible for page in pages] == [5, 5, 5]
    eligible = [hit.eligible for page in pages for hit in page.hits]
    assert eligible == [Truth.UNKNOWN] * 5 + [Truth.NO] * 5


def test_unknown_counts_nineteen_twentieths_of_known(filled: Filled) -> None:
    index = filled([entry("1", "Choir"), entry("2", "Choir", criteria=(ALL_AGES,))])

    known, unknown = index.search(Query(text="choir", person=SIXTY_SEVEN)).hits

    assert (known.entry.id, known.eligible, unknown.eligible) == ("2", Truth.YES, Truth.UNKNOWN)
    assert unknown.score - known.score == pytest.approx(math.log(BOOSTS.eligible["unknown"]), abs=1e-8)


def test_for_nobody_in_particular_nobody_is_turned_away(filled: Filled) -> None:
    index = filled([entry("1", "Choir", criteria=(OVER_65,)), entry("2", "Choir", criteria=(ALL_AGES,))])

    first, second = index.search(Query(text="choir")).hits

    assert (first.eligible, second.eligible) == (Truth.UNKNOWN, Truth.YES)
    assert first.score == second.score


@pytest.mark.parametrize(
    ("person", "criterion", "eligible"),
    [
        (SIXTY_SEVEN, OVER_65, Truth.YES),
        (THIRTY, OVER_65, Truth.NO),
        (Person(age=AgeRange(60, None)), OVER_65, Truth.UNKNOWN),
        (Person(gender=Gender.FEMALE), WOMEN, Truth.YES),
        (Person(gender=Gender.MALE), WOMEN, Truth.NO),
        (Person(home=WALLSEND), IN_NE28, Truth.YES),
        (Person(home=WALLSEND), IN_LEEDS, Truth.NO),
        (Person(access=(Access.WHEELCHAIR,)), RAMP, Truth.YES),
        (Person(access=(Access.WHEELCHAIR,)), STEPS, Truth.NO),
        (Person(access=(Access.BSL,)), RAMP, Truth.UNKNOWN),
        (Person(free=True), FREE, Truth.YES),
        (Person(free=True), PAID, Truth.NO),
    ],
)
def test_each_field_of_a_person_is_judged(
    filled: Filled, person: Person, criterion: Criterion, eligible: Truth
) -> None:
    [hit] = filled([entry("1", "Choir", criteria=(criterion,))]).search(Query(person=person)).hits

    assert hit.eligible is eligible


@pytest.mark.parametrize(
    ("days", "parts", "eligible"),
    [
        ((Weekday.TUE,), (), (Truth.YES, Truth.UNKNOWN)),
        ((Weekday.WED,), (), (Truth.NO, Truth.UNKNOWN)),
        ((), (DayPart.EVENING,), (Truth.YES, Truth.UNKNOWN)),
        ((Weekday.MON, Weekday.TUE), (DayPart.MORNING,), (Truth.NO, Truth.UNKNOWN)),
    ],
)
def test_days_and_times_are_judged(
    filled: Filled, days: tuple[Weekday, ...], parts: tuple[DayPart, ...], eligible: tuple[Truth, Truth]
) -> None:
    index = filled([entry("1", "A", schedules=(TUESDAY_EVENINGS,)), entry("2", "B", schedules=(UNREAD,))])

    found = {hit.entry.id: hit.eligible for hit in index.search(Query(person=Person(days=days, parts=parts))).hits}

    assert (found["1"], found["2"]) == eligible


@pytest.mark.parametrize(("travel", "half_m"), [(Travel.WALK, 1_500), (Travel.BUS, 4_000), (Travel.CAR, 10_000)])
def test_travel_changes_the_half_distance(filled: Filled, travel: Travel, half_m: float) -> None:
    index = filled([entry("1", "Choir", place()), entry("2", "Choir", place(3_000))])

    here, there = index.search(near("choir", person=Person(travel=travel))).hits

    assert there.distance_m is not None
    assert here.score - there.score == pytest.approx(math.log(2) * there.distance_m / half_m, abs=1e-6)
    assert here.eligible is there.eligible is Truth.UNKNOWN


def test_a_car_makes_the_better_text_worth_the_way(filled: Filled) -> None:
    said_in_passing = "Walking to " + " ".join(f"place{number}" for number in range(40))
    index = filled(
        [entry("near", "Friends", place(100), description=said_in_passing), entry("far", "Walking", place(4_000))]
    )

    assert names(index.search(near("walking", person=Person(travel=Travel.WALK)))) == ["Friends", "Walking"]
    assert names(index.search(near("walking", person=Person(travel=Travel.CAR)))) == ["Walking", "Friends"]


TRAITED = (
    entry(
        "1", "One", criteria=(FREE, RAMP, BY_GP), schedules=(TUESDAY_EVENINGS,), how=("in_person", "online"),
        audience=("older people",), languages=("Polish",), verified_on=date(2026, 11, 1),
    ),
    entry("2", "Two", criteria=(PAID, STEPS), how=("phone",), basis=Basis.REGISTER, sources=(REGISTER,)),
    entry("3", "Three", criteria=(FREE,), schedules=(UNREAD,), how=("phone",)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("facet", "counts"),
    [
        ("cost", [("free", "Free", 2), ("paid", "Paid", 1)]),
        ("access", [("wheelchair", "Wheelchair access", 1)]),
        ("referral", [("gp", "Your GP refers you", 1)]),
        ("day", [("tue", "Tuesday", 1)]),
        ("time", [("evening", "Evening", 1)]),
        ("how", [("phone", "By phone", 2), ("in_person", "In person", 1), ("online", "Online", 1)]),
        ("who", [("older-people", "Older people", 1)]),
        ("language", [("polish", "Polish", 1)]),
        ("trust", [("register", "Described by a register", 1), ("checked", "Somebody checked it", 1)]),
        ("source", [("gb-council", "The council's directory", 2), ("gb-register", "The register", 1)]),
    ],
)
def test_every_trait_is_counted(filled: Filled, facet: str, counts: list[tuple[str, str, int]]) -> None:
    found = filled(TRAITED).search(Query())

    assert [(value.value, value.label, value.count) for value in found.facets[facet]] == counts


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        ({"cost": ("free",)}, ["One", "Three"]),
        ({"cost": ("free", "paid")}, ["One", "Three", "Two"]),
        ({"cost": ("free",), "how": ("phone",)}, ["Three"]),
        ({"access": ("wheelchair",)}, ["One"]),
        ({"referral": ("gp", "self")}, ["One"]),
        ({"day": ("tue",), "time": ("evening",)}, ["One"]),
        ({"who": ("older-people",)}, ["One"]),
        ({"language": ("polish",)}, ["One"]),
        ({"trust": ("register",)}, ["Two"]),
        ({"source": ("gb-register",), "cost": ()}, ["Two"]),
        ({"day": ("sun",)}, []),
        ({"cost": ("gold",)}, []),
    ],
)
def test_a_choice_of_each_facet_keeps_those_that_have_it(
    filled: Filled, filters: dict[str, tuple[str, ...]], kept: list[str]
) -> None:
    found = filled(TRAITED).search(Query(filters=filters))

    assert sorted(names(found)) == sorted(kept)
    assert found.total == len(kept)


def test_facets_count_those_not_taken_as_well(filled: Filled) -> None:
    index = filled([entry("1", "Choir", criteria=(OVER_65, FREE)), entry("2", "Choir", criteria=(FREE,))])

    found = index.search(Query(person=THIRTY))

    assert ([value.count for value in found.facets["cost"]], found.not_eligible) == ([2], 1)


def test_a_change_is_judged_as_it_is_now(filled: Filled) -> None:
    index = filled([entry("1", "Choir", criteria=(OVER_65,)), entry("2", "Choir")])

    index.apply([entry("1", "Choir", criteria=(ALL_AGES,)), entry("2", "Choir", criteria=(OVER_65,))], [], 3)

    found = {hit.entry.id: hit.eligible for hit in index.search(Query(person=THIRTY)).hits}
    assert found == {"1": Truth.YES, "2": Truth.NO}


def test_what_unknown_eligibility_did_is_among_the_contributions(explaining: Filled) -> None:
    [hit] = explaining([entry("1", "Choir")]).search(Query(text="choir", person=SIXTY_SEVEN)).hits

    weights = {part.factor: part.weight for part in hit.contributions}
    assert weights["eligible"] == pytest.approx(math.log(0.95))


def test_what_is_said_of_somebodys_health_is_not_remembered(filled: Filled) -> None:
    index = filled([entry("1", "Choir", place(100), criteria=(OVER_65,))])

    index.search(near(person=Person(conditions=("a private matter",))))

    gc.collect()
    assert [one for one in gc.get_objects() if isinstance(one, Person) and "a private matter" in one.conditions] == []
