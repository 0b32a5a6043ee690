"""Whether one service is still running, as of a day."""

from datetime import date, timedelta

import pytest

from directory.actions.reassess import reassess
from directory.domain.errors import NotFound
from directory.domain.identifiers import Identifier, record_id
from directory.domain.records import Channel, Evidence, Kind, Organization, Record
from directory.domain.status.posterior import Model
from directory.domain.status.rules import State
from directory.domain.status.timeline import Lane
from directory.intake import Door
from directory.queries.running import Running, running
from directory.queries.status_settings import read_status_settings
from tests.directory.cases import GUIDE, REGISTER, TODAY, choir, evidence, fading, grant, registered, see, sighting
from tests.directory.said import FIRST_DAY, receive, said

CHOIR = record_id("guide", Kind.SERVICE, "choir")


@pytest.fixture(scope="session")
def model() -> Model:
    return Model(read_status_settings())


def found(door: Door, model: Model, on: date = TODAY, service_id: str = CHOIR) -> Running:
    return running(door.database, model, service_id, on)


def test_a_service_that_there_is_not_is_not_found(door: Door, model: Model) -> None:
    with pytest.raises(NotFound, match=CHOIR):
        found(door, model)


def test_a_service_without_evidence_is_unconfirmed_and_says_who_lists_it(door: Door, model: Model) -> None:
    receive(door, GUIDE, choir())
    told = found(door, model)
    assert (told.name, told.assessment.state, told.money, told.money_in_words) == (
        "Wadebrook Choir", State.UNCONFIRMED, None, None,
    )  # fmt: skip
    assert [item.lane for item in told.items] == [Lane.LISTS]
    assert (told.standing.confirmed_on, told.standing.confirmed_by, told.standing.funding_end) == (None, None, None)


def test_what_search_shows_of_it_is_what_was_judged(door: Door, model: Model) -> None:
    money = grant(awarded_on=date(2026, 1, 1), start_on=date(2026, 1, 1), end_on=date(2026, 12, 31))
    receive(door, GUIDE, choir(("e", evidence("owner_open", date(2026, 10, 1))), ("f", money)))
    told = found(door, model)
    assert told.standing.state is told.assessment.state is State.AT_RISK
    assert told.standing.p_open == told.assessment.p_open
    assert (told.standing.confirmed_on, told.standing.confirmed_by) == (date(2026, 10, 1), "owner_open")
    assert told.standing.funding_end == date(2026, 12, 31)
    assert told.money_in_words == "Funding of its organization ends on 31 December 2026."
    assert told.odds.words == "Very likely, yes"


def test_a_declaration_closes_it_and_a_sign_of_life_opens_it_again(door: Door, model: Model) -> None:
    receive(door, GUIDE, choir(("e", evidence("owner_closed", date(2026, 6, 1)))))
    assert found(door, model).standing.state is State.CLOSED
    assert found(door, model).standing.is_declared
    see(door.database, sighting(CHOIR, "owner_reopened", date(2026, 9, 1)))
    assert found(door, model).standing.state is State.OPEN
    assert found(door, model, date(2026, 8, 1)).standing.is_declared


def test_as_of_an_earlier_day_only_that_counts_which_was_known(door: Door, model: Model) -> None:
    first = FIRST_DAY.date()
    money = grant(awarded_on=date(2026, 7, 1), start_on=first, end_on=date(2026, 12, 31))
    receive(door, GUIDE, choir(("e", evidence("owner_closed", date(2026, 6, 1))), ("f", money)))
    before = found(door, model, date(2026, 5, 31))
    assert before.assessment.state is State.UNCONFIRMED
    assert before.money is None
    assert [item.lane for item in before.items] == [Lane.LISTS]
    assert found(door, model, first - timedelta(days=1)).items == ()


def test_a_state_that_was_given_holds_where_it_would_change_by_a_hairs_breadth(door: Door, model: Model) -> None:
    receive(door, GUIDE, fading())
    before, after, long_after = date(2028, 6, 1), date(2028, 12, 1), date(2031, 6, 1)
    assert found(door, model, before).assessment.state is State.UNCONFIRMED
    assert found(door, model, after).assessment.state is State.LIKELY_CLOSED
    reassess(door.database, model, before)
    assert found(door, model, after).assessment.state is State.UNCONFIRMED
    assert found(door, model, long_after).assessment.state is State.LIKELY_CLOSED


def test_what_was_judged_for_a_later_day_says_nothing_of_an_earlier_one(door: Door, model: Model) -> None:
    receive(door, GUIDE, fading())
    reassess(door.database, model, date(2028, 12, 1))
    assert found(door, model, date(2028, 12, 2)).assessment.state is State.LIKELY_CLOSED
    assert found(door, model, date(2028, 6, 1)).assessment.state is State.UNCONFIRMED


def moved(on: date) -> Record:
    return Evidence(
        channel=Channel.REGISTER,
        symbol="transferred",
        on=on,
        text="The register says that it moved.",
        identifier=Identifier.parse("GB-CHC-1122334"),
        successor=Identifier.parse("GB-CHC-2233445"),
    )


def test_a_body_that_took_over_is_named_with_its_services(door: Door, model: Model) -> None:
    receive(door, REGISTER, [*registered("GB-CHC-2233445", "Wadebrook Arts CIO"), said("m", moved(date(2026, 3, 1)))])
    receive(door, GUIDE, choir(number="GB-CHC-1122334"))
    successor = record_id("register", Kind.SERVICE, "GB-CHC-2233445")
    assert found(door, model).successors == ((successor, "Wadebrook Arts CIO"),)
    assert found(door, model).standing.state is State.UNCONFIRMED
    assert found(door, model, date(2026, 2, 28)).successors == ()


def test_a_body_that_bears_the_new_number_as_well_went_nowhere(door: Door, model: Model) -> None:
    receive(door, REGISTER, [*registered("GB-CHC-2233445", "Wadebrook Arts CIO"), said("m", moved(date(2026, 3, 1)))])
    numbers = tuple(Identifier.parse(one) for one in ("GB-CHC-1122334", "GB-CHC-2233445"))
    both = Organization(name="Wadebrook Arts CIO", identifiers=numbers)
    receive(door, GUIDE, [said("trust", both), *choir()[1:]])
    assert len(found(door, model).items) > 1
    assert found(door, model).successors == ()


def test_money_that_a_service_speaks_of_is_told_as_its_words_and_not_before_they_were_there(
    door: Door, model: Model
) -> None:
    receive(door, GUIDE, choir(description="We are funded by the Example Fund until January 2027."))
    told = found(door, model)
    words = "“We are funded by the Example Fund until January 2027”"
    assert told.money_in_words == f"Funding ends on 31 January 2027. The group says: {words}."
    assert [item.text for item in told.items if item.lane is Lane.MONEY] == [f"The group says: {words}."]
    assert told.standing.funding_end == date(2027, 1, 31)
    assert found(door, model, FIRST_DAY.date() - timedelta(days=1)).money is None
