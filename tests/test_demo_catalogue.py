"""The demonstration catalogue is sound: its rows join up, nothing in it can reach a real person, and it has variety."""

import csv
import json
import re
from collections import Counter
from datetime import date, time, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from directory.domain.records import Channel

FOLDER = Path(__file__).parents[1] / "data" / "demo"
TODAY = date(2026, 11, 21)
TABLES = sorted(path.stem for path in FOLDER.glob("*.csv"))

REFERENCES = {
    "organization_id": "organizations",
    "service_id": "services",
    "location_id": "locations",
    "service_at_location_id": "service_at_location",
    "phone_id": "phones",
    "taxonomy_id": "taxonomies",
    "taxonomy_term_id": "taxonomy_terms",
    "parent_id": "taxonomy_terms",
}
DATES = {
    "assured_date", "x_paused_until", "valid_from", "valid_to", "dtstart", "until", "on",
    "x_awarded_on", "x_start_on", "x_end_on",
}  # fmt: skip
# Ofcom keeps these for drama: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
RESERVED_PHONE = re.compile(r"0191498\d{4}|07700900\d{3}|08081570\d{3}")
RESERVED_HOST = re.compile(r"(?:.+\.)?example\.(?:org|com|net)")
TYNESIDE_POSTCODE = re.compile(r"(?:NE\d{1,2}|DH3|SR6) \d[A-Z]{2}")
TYNESIDE_COUNCILS = {"E08000021", "E08000022", "E08000023", "E08000037"}
BYDAY = re.compile(r"(?:-?\d)?(?:MO|TU|WE|TH|FR|SA|SU)")

# At least this many services for each kind of need, counted once however many of its terms they carry.
VARIETY = {
    "music choir": 10,
    "food foodbank pantry meals": 20,
    "active walking exercise sport": 25,
    "money debt benefits energy": 18,
    "carers youngcarers": 14,
    "befriending": 12,
    "bereavement": 12,
    "learning esol": 16,
    "nature": 16,
    "crisis": 8,
    "transport": 8,
    "dementia": 12,
    "mental peer counselling": 24,
    "arts craft repair": 24,
    "families toddlers youth": 24,
    "disability senses breathing pain": 20,
    "housing": 8,
    "addiction": 8,
    "abuse": 5,
    "lgbt": 5,
    "veterans": 5,
    "migrants": 8,
    "digital": 8,
    "lunch": 12,
}


def rows(table: str) -> list[dict[str, str]]:
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def ids(table: str) -> set[str]:
    return {row["id"] for row in rows(table)}


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def service_terms() -> dict[str, set[str]]:
    terms: dict[str, set[str]] = {}
    for attribute in rows("attributes"):
        terms.setdefault(attribute["link_id"], set()).add(attribute["taxonomy_term_id"].removeprefix("need-"))
    return terms


def services_with_a_venue() -> set[str]:
    physical = {row["id"] for row in rows("locations") if row["location_type"] == "physical"}
    return {row["service_id"] for row in rows("service_at_location") if row["location_id"] in physical}


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_an_id_of_its_own(table: str) -> None:
    counts = Counter(row["id"] for row in rows(table))

    assert [key for key, count in counts.items() if count > 1 or not key] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_whole_and_free_of_stray_blanks(table: str) -> None:
    assert [row for row in rows(table) if None in row or None in row.values()] == []
    assert [cell for row in rows(table) for cell in row.values() if cell != cell.strip()] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_reference_resolves(table: str) -> None:
    broken = [
        (row["id"], column, row[column])
        for column in rows(table)[0].keys() & REFERENCES.keys()
        for known in [ids(REFERENCES[column])]
        for row in rows(table)
        if row[column] and row[column] not in known
    ]

    assert broken == []


def test_every_attribute_is_of_a_service_which_has_one_to_three() -> None:
    counts = Counter(row["link_id"] for row in rows("attributes"))

    assert {row["link_entity"] for row in rows("attributes")} == {"service"}
    assert counts.keys() == ids("services")
    assert set(counts.values()) <= {1, 2, 3}


def test_every_evidence_is_about_one_thing_and_uses_known_words() -> None:
    for row in rows("evidence"):
        assert bool(row["organization_id"]) != bool(row["service_id"]), row
        assert row["channel"] in set(Channel)
        assert row["symbol"] in {
            "owner_open", "owner_closed", "linkworker_attended", "linkworker_nobody", "curator_open", "curator_closed",
            "ceased", "ok", "fail", "gone", "invalid", "closure_words", "no_closure_words",
        }  # fmt: skip
        assert date(2025, 1, 1) <= date.fromisoformat(row["on"]) <= TODAY
        assert row["text"].endswith(".")


@pytest.mark.parametrize("table", TABLES)
def test_every_date_and_time_parses(table: str) -> None:
    for row in rows(table):
        for column, cell in row.items():
            if cell and column in DATES:
                date.fromisoformat(cell)
            if cell and column in {"opens_at", "closes_at"}:
                assert time.fromisoformat(cell).isoformat() == cell


def test_every_recurrence_is_one_that_rrule_knows() -> None:
    for row in rows("schedules"):
        assert row["freq"] in {"", "DAILY", "WEEKLY", "MONTHLY"}
        assert bool(row["freq"]) != bool(row["description"]), row
        assert bool(row["service_id"]) != bool(row["service_at_location_id"]), row
        assert all(BYDAY.fullmatch(day) for day in row["byday"].split(",") if day), row
        assert (row["freq"] == "MONTHLY") == bool(re.search(r"\d", row["byday"] + row["bymonthday"])), row
        assert row["interval"] in {"", "1"} or row["dtstart"], row
        assert not row["closes_at"] or row["opens_at"] < row["closes_at"], row
        assert not row["valid_to"] or row["valid_from"] <= row["valid_to"], row


def test_ages_and_amounts_are_numbers_in_order() -> None:
    for row in rows("services"):
        ages = [float(row[column]) for column in ("minimum_age", "maximum_age") if row[column]]
        assert all(0 <= age <= 130 for age in ages), row
        assert ages == sorted(ages), row
    for row in rows("cost_options"):
        assert row["amount"] == "" or (float(row["amount"]) >= 0 and row["currency"] == "GBP"), row


def test_no_telephone_number_can_be_answered() -> None:
    dialled = {re.sub(r"[\s()]", "", row["number"]).replace("+44", "0") for row in rows("phones")}

    assert [number for number in dialled if not RESERVED_PHONE.fullmatch(number)] == []


@pytest.mark.parametrize("table", TABLES)
def test_no_number_but_a_listed_one_looks_like_a_telephone_number(table: str) -> None:
    prose = [cell for row in rows(table) for column, cell in row.items() if column != "number"]

    assert [cell for cell in prose if re.search(r"(?:\+44|\b0)\d[\d ]{7,}", cell)] == []


@pytest.mark.parametrize("table", TABLES)
def test_no_website_or_mailbox_can_exist(table: str) -> None:
    cells = [cell for row in rows(table) for cell in row.values()]
    hosts = [urlsplit(cell).hostname or "" for cell in cells if cell.startswith("http")]
    hosts += [address.rpartition("@")[2] for cell in cells for address in re.findall(r"\S+@\S+", cell)]

    assert [host for host in hosts if not RESERVED_HOST.fullmatch(host)] == []


def test_no_organization_bears_a_real_register_number() -> None:
    assert {row["identifier_scheme"] for row in rows("organization_identifiers")} == {"XX-DEMO"}


def test_every_crisis_listing_says_that_it_is_a_demonstration() -> None:
    in_crisis = {service for service, terms in service_terms().items() if "crisis" in terms}
    silent = [
        row["id"]
        for row in rows("services")
        if row["id"] in in_crisis and not row["description"].startswith("Demonstration listing, not a real service.")
    ]

    assert silent == []


def test_every_venue_has_one_address_in_tyneside_and_no_coordinates() -> None:
    addressed = Counter(row["location_id"] for row in rows("addresses"))

    for location in rows("locations"):
        assert addressed[location["id"]] == (location["location_type"] != "virtual"), location
        assert location["latitude"] == location["longitude"] == ""
    for address in rows("addresses"):
        assert TYNESIDE_POSTCODE.fullmatch(address["postal_code"]), address
        assert address["country"] == "GB"


def test_every_service_area_can_be_read() -> None:
    for row in rows("service_areas"):
        assert row["name"]
        assert row["extent_type"] in {"", "local_authority", "postcode", "nation", "uk"}, row
        assert bool(row["extent"]) == (row["extent_type"] not in {"", "uk"}), row
        assert row["extent_type"] != "local_authority" or row["extent"] in TYNESIDE_COUNCILS, row


def test_there_are_about_three_hundred_services_by_about_two_hundred_organizations() -> None:
    assert len(ids("services")) >= 290
    assert len(ids("organizations")) >= 190
    assert {row["organization_id"] for row in rows("services")} == ids("organizations")


def test_no_two_services_say_the_same() -> None:
    counts = Counter(words(row["description"]) for row in rows("services"))

    assert [text for text, count in counts.items() if count > 1 or not text] == []


@pytest.mark.parametrize(("terms", "least"), VARIETY.items())
def test_there_is_enough_of_each_need(terms: str, least: int) -> None:
    wanted = set(terms.split())

    assert sum(bool(wanted & carried) for carried in service_terms().values()) >= least


def test_there_are_four_choirs_in_wallsend() -> None:
    wallsend = {row["location_id"] for row in rows("addresses") if row["postal_code"].startswith("NE28 ")}
    held = {row["service_id"] for row in rows("service_at_location") if row["location_id"] in wallsend}

    assert sum("choir" in terms and service in held for service, terms in service_terms().items()) >= 4


def test_services_with_no_venue_say_where_the_people_they_serve_live() -> None:
    roaming = ids("services") - services_with_a_venue()

    assert len(roaming) >= 12
    assert roaming <= {row["service_id"] for row in rows("service_areas")}


def test_some_services_have_several_places_each_with_its_own_times() -> None:
    places = Counter(row["service_id"] for row in rows("service_at_location"))
    timed = {row["service_at_location_id"] for row in rows("schedules")}
    several = {row["id"]: row["service_id"] for row in rows("service_at_location") if places[row["service_id"]] > 1}

    assert len(set(several.values())) >= 8
    assert several.keys() <= timed


def test_a_confidential_address_is_there_to_be_hidden() -> None:
    confidential = {row["id"] for row in rows("locations") if row["x_confidential"] == "true"}

    assert confidential
    assert confidential <= {row["location_id"] for row in rows("addresses")}


def test_some_services_are_paused_and_most_say_until_when() -> None:
    paused = [row for row in rows("services") if row["status"] == "temporarily closed"]

    assert len(paused) >= 3
    assert all(row["alert"] or row["x_paused_until"] for row in paused)
    assert all(row["status"] == "temporarily closed" for row in rows("services") if row["x_paused_until"])
    assert sum(row["x_paused_until"] > TODAY.isoformat() for row in paused) >= 3


def test_every_closed_service_has_evidence_that_it_closed() -> None:
    closing = {"owner_closed", "linkworker_nobody", "curator_closed", "ceased"}
    told = {row["service_id"] or row["organization_id"] for row in rows("evidence") if row["symbol"] in closing}
    defunct = [row for row in rows("services") if row["status"] == "defunct"]

    assert len(defunct) >= 6
    assert [row["id"] for row in defunct if not told & {row["id"], row["organization_id"]}] == []


def test_some_funding_ends_within_half_a_year_and_some_has_ended() -> None:
    ends = [date.fromisoformat(row["x_end_on"]) for row in rows("funding")]

    assert sum(TODAY <= end <= TODAY + timedelta(days=180) for end in ends) >= 8
    assert sum(end < TODAY for end in ends) >= 2
    assert all(row["x_start_on"] <= row["x_end_on"] for row in rows("funding"))


def test_the_package_describes_every_table_and_column_and_says_that_all_is_invented() -> None:
    package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    described = {
        resource["path"]: [field["name"] for field in resource["schema"]["fields"]] for resource in package["resources"]
    }

    assert described == {f"{table}.csv": list(rows(table)[0]) for table in TABLES}
    assert package["version"] == "3.0"
    assert "invented" in package["description"]
