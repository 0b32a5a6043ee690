"""HSDS packages of either version become the same records, and a defect in one table harms no other."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from crawlers.errors import SchemaChanged, UnreadableDocument
from crawlers.families import hsds_package
from directory.domain.parts import Schedule
from directory.domain.records import Kind, Location, Organization, Record, Service, kind_of
from directory.domain.sources import Issue, Observation, RawDocument
from tests.crawlers.reading import FETCHED_AT

ORGANIZATIONS = "id,name\nwade,Wade Choirs\n"
SERVICES = "id,organization_id,name\nchoir,wade,Wade Choir\n"


def read(**tables: str) -> list[Observation | Issue]:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        for name, text in tables.items():
            package.writestr(f"data/{name}.csv", text)
    document = RawDocument(url="https://example.org/p.zip", content=buffer.getvalue(), fetched_at=FETCHED_AT)
    return list(hsds_package.read(document, country="GB"))


def records(reading: list[Observation | Issue]) -> dict[tuple[Kind, str], Record]:
    observations = (item for item in reading if isinstance(item, Observation))
    return {(kind_of(one.record), one.local_id): one.record for one in observations}


def issues(reading: list[Observation | Issue]) -> list[Issue]:
    return [item for item in reading if isinstance(item, Issue)]


def test_days_of_version_1_are_one_weekly_schedule() -> None:
    days = "service_id,weekday,opens_at,closes_at\nchoir,Monday,9:00am,5:00pm\nchoir,Friday,9:00am,5:00pm\n"

    service = records(read(organizations=ORGANIZATIONS, services=SERVICES, regular_schedules=days))[
        Kind.SERVICE, "choir"
    ]

    assert isinstance(service, Service)
    (schedule,) = service.schedules
    assert isinstance(schedule, Schedule)
    assert (schedule.freq, schedule.byday) == ("WEEKLY", "MO,FR")


def test_new_name_of_a_column_wins_where_a_table_has_both() -> None:
    table = "id,organization_id,name,fees,fees_description\nchoir,wade,Wade Choir,old,new\n"

    service = records(read(organizations=ORGANIZATIONS, services=table))[Kind.SERVICE, "choir"]

    assert isinstance(service, Service)
    assert service.fees_description == "new"


def test_addresses_of_both_tables_of_version_1_are_kept() -> None:
    there = records(
        read(
            organizations=ORGANIZATIONS,
            locations="id,name\nhall,Wade Hall\n",
            physical_addresses="location_id,address_1,city\nhall,1 Invented Row,Wade\n",
            postal_addresses="location_id,address_1,city\nhall,PO Box 1,Wade\n",
        )
    )

    hall = there[Kind.LOCATION, "hall"]
    assert isinstance(hall, Location)
    assert [address.address_1 for address in hall.addresses] == ["1 Invented Row", "PO Box 1"]


def test_record_whose_id_was_had_before_is_skipped() -> None:
    reading = read(organizations=ORGANIZATIONS + "wade,Wade Again\n")

    organization = records(reading)[Kind.ORGANIZATION, "wade"]
    assert isinstance(organization, Organization)
    assert organization.name == "Wade Choirs"
    assert [(issue.field, issue.skipped) for issue in issues(reading)] == [("id", True)]


def test_ragged_row_of_one_table_harms_no_other_row() -> None:
    reading = read(organizations=ORGANIZATIONS + "lost\nfound,Wade Found\n")

    assert (Kind.ORGANIZATION, "found") in records(reading)
    assert [issue.field for issue in issues(reading)] == ["row"]


def test_location_that_might_be_confidential_is_not_read() -> None:
    reading = read(organizations=ORGANIZATIONS, locations="id,name,x_confidential\nrefuge,Refuge,perhaps\n")

    assert (Kind.LOCATION, "refuge") not in records(reading)


def test_names_and_numbers_of_contacts_are_not_read() -> None:
    reading = read(
        organizations=ORGANIZATIONS,
        contacts="id,organization_id,name\nann,wade,A. Person\n",
        phones="id,contact_id,number\n1,ann,07700 900123\n",
    )

    assert "Person" not in repr(reading)
    assert "900123" not in repr(reading)


def test_table_nobody_knows_stops_the_run() -> None:
    with pytest.raises(SchemaChanged, match="“moods”"):
        read(organizations=ORGANIZATIONS, moods="id\n1\n")


def test_column_nobody_knows_stops_the_run_and_names_its_table() -> None:
    with pytest.raises(SchemaChanged, match=r"“mood” in data/organizations\.csv"):
        read(organizations="id,name,mood\nwade,Wade Choirs,good\n")


def test_zip_of_something_else_is_unreadable() -> None:
    with pytest.raises(UnreadableDocument, match="neither organizations nor services"):
        read(languages="id,name\n1,Welsh\n")
