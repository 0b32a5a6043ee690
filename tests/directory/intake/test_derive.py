"""What services say of whom they take, through the door: figures before words, words resolved to areas, times read."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from directory.domain.eligibility.criteria import (
    Access,
    AgeRange,
    Cost,
    Criterion,
    Field,
    SaidBy,
    Strength,
)
from directory.domain.eligibility.from_records import criteria_with_places
from directory.domain.eligibility.judge import judge
from directory.domain.eligibility.logic import Truth
from directory.domain.eligibility.person import Person, Weekday
from directory.domain.parts import CostOption, Frequency, Schedule, ServiceArea
from directory.domain.records import Basis, Organization, Service
from directory.domain.times.sessions import open_now
from directory.domain.times.slots import day_matches
from directory.geography import Gazetteer
from directory.intake import Door
from directory.queries.entries import all_entries
from directory.queries.pages import service_page
from tests.directory.intake.groups import GUIDE, group, offered, the_service
from tests.directory.said import receive, registered, said

Publish = Callable[..., Service]


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """One kind of database does: what is derived does not depend on it (see `test_derived_rows`)."""
    return f"sqlite:///{tmp_path / 'catalogue.sqlite'}"


@pytest.fixture
def published(door: Door) -> Publish:
    """The one service of the catalogue, after a guide spoke of it."""

    def publish(
        service: Service, organization: Organization | None = None, schedules: tuple[Schedule, ...] = ()
    ) -> Service:
        receive(door, GUIDE, group(service, organization, schedules))
        return the_service(door)

    return publish


def of_field(service: Service, field: Field) -> tuple[Criterion, ...]:
    return tuple(one for one in service.criteria if one.field is field)


def test_what_the_description_says_is_kept_with_its_words(published: Publish) -> None:
    (ages,) = of_field(published(offered(description="A choir for people aged 50 and over.")), Field.AGE)
    assert ages.ages == (AgeRange(50, None),)
    assert ages.said_by is SaidBy.TEXT
    assert ages.span is not None
    assert ages.span in "A choir for people aged 50 and over."


def test_figures_beat_words(published: Publish) -> None:
    service = published(offered(description="A choir for people aged 50 and over.", minimum_age=55.0))
    (ages,) = of_field(service, Field.AGE)
    assert (ages.ages, ages.said_by) == ((AgeRange(55, None),), SaidBy.FEED)


def test_what_is_said_under_eligibility_goes_before_the_description(published: Publish) -> None:
    service = published(
        offered(
            description="Our youth section is for people aged 16 to 25.", eligibility_description="Aged 50 and over."
        )
    )
    (ages,) = of_field(service, Field.AGE)
    assert ages.ages == (AgeRange(50, None),)


def test_access_is_gathered_from_all_that_is_said(published: Publish) -> None:
    service = published(offered(description="There is a hearing loop.", eligibility_description="Wheelchair access."))
    features = {feature for one in of_field(service, Field.ACCESS) for feature in one.values}
    assert features == {Access.HEARING_LOOP, Access.WHEELCHAIR}


def test_one_word_under_eligibility_is_a_limit(published: Publish) -> None:
    service = published(offered("Monday Club", description="Darts and a chat.", eligibility_description="Men"))
    (gender,) = of_field(service, Field.GENDER)
    assert gender.values == ("men",)


def test_what_is_said_under_fees_goes_before_the_description(published: Publish) -> None:
    service = published(offered(description="The first coffee costs £2.", fees_description="It is free of charge."))
    (cost,) = of_field(service, Field.COST)
    assert cost.values == (Cost.FREE,)


@pytest.mark.parametrize(("amount", "cost"), [(None, Cost.DONATION), (4.0, Cost.PAID)])
def test_a_price_in_words_is_read_where_no_amount_is_given(
    published: Publish, amount: float | None, cost: Cost
) -> None:
    option = CostOption(option="A donation of your choice" if amount is None else "Weekly", amount=amount)
    (found,) = of_field(published(offered(cost_options=(option,))), Field.COST)
    assert found.values == (cost,)


def test_what_nobody_says_is_no_criterion(published: Publish) -> None:
    service = published(offered())
    assert (service.criteria, service.how, service.audience, service.read_schedules) == ((), (), (), ())


def test_the_groups_it_names_are_tags(published: Publish) -> None:
    service = published(offered(description="For families.", eligibility_description="Carers are welcome too."))
    assert service.audience == ("families", "carers")


# --- Areas ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "values"),
    [
        ("North Tyneside", ("authority:E08000022",)),
        ("Scotland", ("nation:Scotland",)),
        ("Wallsend", ("postcode:NE28", "words:Wallsend")),
        ("Hexham", ("words:Hexham",)),
        ("Swindon", ("authority:E06000030",)),
        ("the NE28 postcode", ("postcode:NE28",)),
        ("the UK", ("uk:",)),
        ("Newport", ("words:Newport",)),
        ("Fenwick Magna", ("words:Fenwick Magna",)),
        ("the City of London", ("authority:E09000001",)),
        ("Camden", ("authority:E09000007",)),
        ("Dorset", ("authority:E06000059", "words:Dorset")),
        ("County Durham", ("authority:E06000047", "words:County Durham")),
    ],
)
def test_an_area_in_words_gets_a_code_where_one_holds_nobody_else(
    published: Publish, place: str, values: tuple[str, ...]
) -> None:
    service = published(offered(description=f"A choir for people living in {place}."))
    (residency,) = of_field(service, Field.RESIDENCY)
    assert residency.values == values


def test_the_worked_example_from_its_words(published: Publish, gazetteer: Gazetteer) -> None:
    service = published(offered(description="A choir for people aged 65 and over living in Wallsend."))
    person = Person(age=AgeRange(67, 67), home=gazetteer.find("NE28").place, access=(Access.WHEELCHAIR,))
    assert judge(service.criteria, person).line == "Eligible: 65+, lives in NE28. Ask about: wheelchair access"


def test_to_be_registered_with_a_gp_somewhere_is_not_to_live_there(published: Publish, gazetteer: Gazetteer) -> None:
    service = published(offered(description="You must be registered with a GP in Wallsend."))
    (residency,) = of_field(service, Field.RESIDENCY)
    assert residency.values == ("words:Wallsend",)
    person = Person(home=gazetteer.find("NE28 9").place)
    assert judge(service.criteria, person).line == "Ask about: registered with a GP in Wallsend"


@pytest.mark.parametrize("place", ["London", "Durham"])
def test_a_city_is_not_the_authority_of_its_name(published: Publish, gazetteer: Gazetteer, place: str) -> None:
    service = published(offered(description=f"A choir for people living in {place}."))
    (residency,) = of_field(service, Field.RESIDENCY)
    assert f"words:{place}" in residency.values
    assert not any(area.startswith("authority:") for area in residency.values)
    assert judge(service.criteria, Person(home=gazetteer.find("NW1 7NX").place)).eligible is Truth.UNKNOWN


def test_a_town_that_a_service_serves_gets_its_outcode_too(published: Publish) -> None:
    (residency,) = of_field(published(offered(service_areas=(ServiceArea(name="Wallsend"),))), Field.RESIDENCY)
    assert (residency.values, residency.note) == (("postcode:NE28", "words:Wallsend"), "Wallsend")


def test_the_area_a_service_serves_beats_the_place_in_its_words(published: Publish) -> None:
    area = ServiceArea(name="North Tyneside")
    service = published(offered(description="For people living in Gateshead.", service_areas=(area,)))
    (residency,) = of_field(service, Field.RESIDENCY)
    assert (residency.values, residency.note) == (("authority:E08000022",), "North Tyneside")


# --- Organizations ----------------------------------------------------------------------------------------------------


def test_a_service_without_a_description_has_that_of_its_organization(published: Publish) -> None:
    organization = Organization(name="Harmony", description="We sing with people aged 50 and over.")
    (ages,) = of_field(published(offered(), organization), Field.AGE)
    assert (ages.ages, ages.strength) == ((AgeRange(50, None),), Strength.PREFERS)


ALL_FIELDS = "We help women aged 16 to 25 living in Wallsend every Tuesday 2-4pm. You must be referred by your GP."


def test_what_an_organization_says_turns_nobody_away_from_its_services(published: Publish) -> None:
    service = published(offered(), Organization(name="Harmony", description=ALL_FIELDS))
    assert {Field.AGE, Field.RESIDENCY, Field.REFERRAL} <= {one.field for one in service.criteria}
    assert Strength.MUST not in {one.strength for one in service.criteria}
    assert service.read_schedules == ()


def test_of_the_service_of_a_register_all_is_true_that_is_said_of_the_organization(door: Door) -> None:
    receive(door, GUIDE, registered("1", "Harmony", description=ALL_FIELDS))
    service = the_service(door)
    (ages,) = of_field(service, Field.AGE)
    assert (ages.ages, ages.strength) == ((AgeRange(16, 25),), Strength.MUST)
    assert days(service) == {"TU"}


def test_what_a_service_says_itself_goes_before_its_organization(published: Publish) -> None:
    organization = Organization(name="Harmony", description="For people aged 16 to 25. Wheelchair access.")
    service = published(offered(eligibility_description="Aged 50 and over."), organization)
    (ages,) = of_field(service, Field.AGE)
    assert (ages.ages, ages.strength) == ((AgeRange(50, None),), Strength.MUST)
    assert of_field(service, Field.ACCESS) != ()


def test_an_organization_of_several_ages_says_nothing_of_the_ages_of_a_service(published: Publish) -> None:
    words = "Groups for children aged 5 to 11, and lunches for people aged 60 and over."
    assert of_field(published(offered(), Organization(name="Harmony", description=words)), Field.AGE) == ()


def test_an_organization_of_several_groups_has_no_age_limit(door: Door) -> None:
    words = "Groups for children aged 5 to 11, and lunches for people aged 60 and over."
    receive(door, GUIDE, registered("1", "Harmony", description=words))
    service = the_service(door)
    assert service.basis is Basis.REGISTER
    assert of_field(service, Field.AGE) == ()


def test_a_service_of_several_ages_has_all_of_them(published: Publish) -> None:
    service = published(offered(description="Groups for children aged 5 to 11, and for people aged 60 and over."))
    ranges = {ages for one in of_field(service, Field.AGE) for ages in one.ages}
    assert ranges == {AgeRange(5, 11), AgeRange(60, None)}


def test_where_a_register_says_it_works_is_no_limit(door: Door) -> None:
    row = registered("1", "Harmony")
    areas = (ServiceArea(name="North Tyneside"),)
    stated = Service(organization_id="1", name="Harmony", basis=Basis.REGISTER, service_areas=areas)
    receive(door, GUIDE, [said("1", stated) if isinstance(one.record, Service) else one for one in row])
    (residency,) = of_field(the_service(door), Field.RESIDENCY)
    assert residency.strength is Strength.PREFERS


# --- Ways and times ---------------------------------------------------------------------------------------------------


def test_the_ways_to_take_part_are_read(published: Publish) -> None:
    service = published(offered(description="We sing together on Zoom every week."))
    assert service.how == ("online",)


def days(service: Service) -> set[str | None]:
    return {schedule.byday for schedule in service.read_schedules}


def test_times_are_read_from_schedules_that_are_words_alone(published: Publish) -> None:
    worded = (Schedule(description="Tuesdays 10am to 12 noon"),)
    here = (Schedule(description="Thursdays 2pm to 4pm"),)
    assert days(published(offered(schedules=worded, description="Every Friday 6pm to 8pm."), schedules=here)) == {
        "TU",
        "TH",
    }


def test_times_are_read_from_the_description_where_no_schedule_tells_them(published: Publish) -> None:
    service = published(offered(description="We meet every Friday from 6pm to 8pm in the hall."))
    (schedule,) = service.read_schedules
    assert (schedule.byday, schedule.opens_at, schedule.closes_at) == ("FR", time(18), time(20))


def test_words_beside_the_dates_between_which_they_hold_are_not_read(published: Publish) -> None:
    summer = Schedule(description="Tuesdays 10am to 12 noon", valid_to=date(2026, 9, 1))
    assert published(offered(schedules=(summer,))).read_schedules == ()


def test_words_that_were_read_are_not_there_unread_too(door: Door) -> None:
    read, here = Schedule(description=" Tuesdays 10-12 "), Schedule(description="Thursdays 2-4pm")
    receive(door, GUIDE, group(offered(schedules=(read,)), schedules=(here,)))
    (entry,) = all_entries(door.database)
    assert [one.byday for one in entry.schedules] == ["TU", "TH"]
    assert day_matches(entry.schedules, [Weekday.SUN], []) is Truth.NO
    assert open_now(entry.schedules, datetime(2026, 11, 22, 11, tzinfo=UTC), entry.nation) is Truth.NO


def test_words_that_were_not_read_leave_other_days_unknown(door: Door) -> None:
    told = (Schedule(description="Tuesdays 10-12"), Schedule(description="Tuesdays 2-4", notes="Ring first"))
    receive(door, GUIDE, group(offered(schedules=(*told, Schedule(description="Most evenings")))))
    (entry,) = all_entries(door.database)
    assert {one.description for one in entry.schedules} == {None, "Tuesdays 2-4", "Most evenings"}
    assert day_matches(entry.schedules, [Weekday.SUN], []) is Truth.UNKNOWN


def test_times_are_not_read_beside_a_schedule_that_tells_them(published: Publish) -> None:
    stated = Schedule(freq=Frequency.WEEKLY, byday="TU", opens_at=time(10), closes_at=time(12))
    service = published(offered(description="We meet every Friday from 6pm to 8pm."), schedules=(stated,))
    assert service.read_schedules == ()


def test_what_a_place_has_is_heard_beside_what_the_service_says(door: Door) -> None:
    receive(door, GUIDE, group(offered(description="There is no hearing loop.", minimum_age=50.0)))
    (entry,) = all_entries(door.database)
    page = service_page(door.database, entry.id)
    found = criteria_with_places(page.service, [place.location for place in page.places])
    access = [one for one in found if one.field is Field.ACCESS]
    assert [(one.said_by, one.values) for one in access] == [(SaidBy.FEED, (Access.HEARING_LOOP,))]


# --- Money ------------------------------------------------------------------------------------------------------------

FUNDED = "We are funded by the Example Fund until March 2027."


def test_what_a_service_says_of_its_money_is_kept_with_its_words(published: Publish) -> None:
    (money,) = published(offered(description=f"A choir. {FUNDED}")).read_funding
    assert (money.end_on, money.funder) == (date(2027, 3, 31), "Example Fund")
    assert money.read_from == FUNDED.rstrip(".")


def test_the_money_of_an_organization_is_not_that_of_its_service(published: Publish) -> None:
    assert published(offered(), Organization(name="Harmony", description=FUNDED)).read_funding == ()


def test_what_stands_for_an_organization_in_a_register_has_its_money(door: Door) -> None:
    receive(door, GUIDE, registered("1", "Harmony", description=FUNDED))
    assert [one.end_on for one in the_service(door).read_funding] == [date(2027, 3, 31)]
