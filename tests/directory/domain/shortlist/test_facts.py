"""Which differences between then and now are told, and how a service is said to run."""

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from directory.domain.parts import Address, Frequency, Phone, Schedule
from directory.domain.records import Location, LocationType, ServiceStatus
from directory.domain.shortlist.facts import Change, How, KeyFacts, how_it_runs, key_facts
from directory.domain.status.rules import State
from directory.domain.status.standing import Standing

TUESDAYS = Schedule(freq=Frequency.WEEKLY, byday="TU", opens_at=time(10), closes_at=time(12), read_from="Tue 10-12")
HALL = Location(
    location_type=LocationType.PHYSICAL,
    name="Oakwood Hall",
    addresses=(Address(address_1="3 Hall Lane", city="Wallsend"),),
)


def facts(**changes: Any) -> KeyFacts:
    usual: dict[str, Any] = {
        "how": How.RUNNING,
        "phones": [Phone(number="01914980123"), Phone(number="01632960123", extension="2")],
        "locations": [HALL],
        "schedules": [TUESDAYS],
    }
    return key_facts(**{**usual, **changes})


def test_the_same_facts_have_not_changed_whatever_their_order() -> None:
    turned = facts(phones=[Phone(number="01632960123", extension="2"), Phone(number="01914980123")])

    assert facts().changes_to(turned) == ()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"phones": [Phone(number="01914980124")]}, (Change.PHONE,)),
        ({"phones": []}, (Change.PHONE,)),
        ({"locations": [replace(HALL, addresses=())]}, (Change.PLACE,)),
        ({"locations": [replace(HALL, confidential=True)]}, (Change.PLACE,)),
        ({"schedules": [replace(TUESDAYS, byday="WE")]}, (Change.TIMES,)),
        ({"how": How.CLOSED, "phones": []}, (Change.CLOSED, Change.PHONE)),
        ({"how": How.LIKELY_CLOSED}, (Change.LIKELY_CLOSED,)),
        ({"how": How.PAUSED}, (Change.PAUSED,)),
        ({"how": How.DOUBTED}, (Change.DOUBTED,)),
        (
            {
                "phones": [
                    Phone(number="01914980123", description="Ask for Jo"),
                    Phone(number="01632960123", extension="2"),
                ]
            },
            (),
        ),
        ({"schedules": [replace(TUESDAYS, read_from="Tuesdays, 10 to 12")]}, ()),
        ({"locations": [replace(HALL, latitude=55.0, longitude=-1.5)]}, ()),
    ],
)
def test_what_somebody_acts_on_is_told_and_nothing_else(changed: dict[str, Any], told: tuple[Change, ...]) -> None:
    assert facts().changes_to(facts(**changed)) == told


def test_what_runs_again_is_told() -> None:
    assert facts(how=How.PAUSED).changes_to(facts()) == (Change.RUNNING,)


def test_of_a_place_kept_private_no_mark_is_left() -> None:
    hidden = replace(HALL, confidential=True)

    assert facts(locations=[hidden]) == facts(locations=[replace(hidden, name="Elsewhere", addresses=())])


@pytest.mark.parametrize(
    ("state", "status", "live", "paused", "how"),
    [
        (State.CLOSED, ServiceStatus.TEMPORARILY_CLOSED, False, True, How.CLOSED),
        (State.LIKELY_CLOSED, ServiceStatus.ACTIVE, True, True, How.LIKELY_CLOSED),
        (State.OPEN, ServiceStatus.ACTIVE, True, True, How.PAUSED),
        (State.OPEN, ServiceStatus.TEMPORARILY_CLOSED, True, False, How.PAUSED),
        (State.OPEN, ServiceStatus.INACTIVE, True, False, How.DOUBTED),
        (State.UNCONFIRMED, ServiceStatus.ACTIVE, False, False, How.DOUBTED),
        (State.AT_RISK, ServiceStatus.ACTIVE, True, False, How.RUNNING),
        (None, ServiceStatus.ACTIVE, True, False, How.RUNNING),
    ],
)
def test_the_gravest_that_is_known_is_how_it_runs(
    state: State | None, status: ServiceStatus, live: bool, paused: bool, how: How
) -> None:
    standing = Standing(state=state, p_open=0.5) if state else None

    assert how_it_runs(standing, status, is_live=live, is_paused=paused) is how
