"""Derived fields in the catalogue: equal words make equal rows, and what is no longer said is gone."""

from directory.domain.parts import CostOption
from directory.domain.records import Kind, Location, LocationType
from directory.intake import Door
from directory.queries.changes import changes_since, latest_cursor
from directory.store import catalogue
from directory.store.catalogue import Row
from tests.directory.intake.groups import GUIDE, group, offered, the_service
from tests.directory.said import receive, said


def rows(door: Door) -> dict[str, Row]:
    with door.database.read() as transaction:
        ids = list(catalogue.ids_in_order(transaction, Kind.SERVICE))
        return catalogue.rows(transaction, Kind.SERVICE, ids)


def test_hearing_the_same_again_changes_nothing(door: Door) -> None:
    words = "For people aged 50 and over living in Wallsend. £3.50 a session, every Friday 6pm to 8pm. On Zoom too. "
    words += "We are funded by the Example Fund until March 2027, and more funding has been agreed."
    service = offered(description=words, cost_options=(CostOption(amount=4.5),), minimum_age=50.0)
    receive(door, GUIDE, group(service))
    before, held = latest_cursor(door.database), rows(door)
    (row,) = held.values()
    assert {"criteria", "how", "read_schedules", "read_funding"} <= row.fields.keys()
    # A place that nothing happens at is news of the organization: all of it is published again.
    online = said("2", Location(location_type=LocationType.VIRTUAL, organization_id="1"))
    receive(door, GUIDE, [*group(service), online], days=1)
    assert rows(door) == held
    assert changes_since(door.database, before)[1] == []


def test_criteria_that_the_source_no_longer_states_are_gone(door: Door) -> None:
    receive(door, GUIDE, group(offered(description="For people aged 50 and over.")))
    receive(door, GUIDE, group(offered(description="For the whole street.")), days=1)
    assert the_service(door).criteria == ()
