"""The page of an organization: its facts with who says so, its services with trust, never a place that is private."""

from datetime import date
from typing import Any

import pytest
from flask.testing import FlaskClient

from directory.domain.parts import Address
from directory.domain.records import Location, LocationType, Organization, Scale, Service
from directory.queries.organizations import OrganizationPage, ServiceRun
from tests.web import world
from tests.web.markup import Markup
from web.browse.organization import organization_as_json, organization_sheet
from web.config import SERVICES_OF_ORGANIZATION
from web.service.organization_facts import what_it_is, where_it_is


def test_it_says_what_registers_and_groups_say_each_with_its_source(client: FlaskClient) -> None:
    page = client.get(f"/organizations/{world.TRUST}").text

    assert "<h1>Wallsend Arts Trust</h1>" in page
    for words in ("GB-CHC-1122334", "1998", "https://org-id.guide/list/GB-CHC"):
        assert words in page
    assert "The register, seen 20 Nov 2026" in page
    assert "Contains information of The register." in page


def test_its_services_are_there_with_their_trust(client: FlaskClient) -> None:
    page = client.get(f"/organizations/{world.TRUST}").text
    card = page[page.index(f"/services/{world.CHOIR}") :].partition("</li>")[0]

    assert "Wallsend Community Choir" in card
    assert "Checked on 3 March 2026" in card


def test_an_office_for_letters_is_where_it_is_based_and_its_street_is_not_told(client: FlaskClient) -> None:
    page = client.get(f"/organizations/{world.TRUST}").text

    assert "Oakwood Hall, 3 Hall Lane, Wallsend, NE28 9ND" in page
    assert "<b>Based in</b> Wallsend, NE28 9ND (for letters; not a place to visit)" in page
    assert "Home Street" not in page


def test_money_that_was_published_is_told(client: FlaskClient) -> None:
    assert "£9,800 from The Example Fund for “Songs for all”" in client.get(f"/organizations/{world.TRUST}").text


def test_a_place_that_is_private_is_nowhere_on_the_page(client: FlaskClient) -> None:
    for path in (f"/organizations/{world.HAVEN}", f"/organizations/{world.HAVEN}.json"):
        page = client.get(path).text
        assert "Haven Refuge" in page
        for secret in ("Secret Street", "NE28 9ND", "E08000022", "house"):
            assert secret not in page
    assert "No place that we may show is known." in client.get(f"/organizations/{world.HAVEN}").text


def test_one_that_was_merged_leads_to_the_one_that_stands_for_it(client: FlaskClient) -> None:
    page = client.get(f"/organizations/{world.TRUST_SAID_BY_REGISTER}")
    program = client.get(f"/organizations/{world.TRUST_SAID_BY_REGISTER}.json")

    assert (page.status_code, page.headers["Location"]) == (301, f"/organizations/{world.TRUST}")
    assert program.json is not None
    assert program.json["id"] == world.TRUST


def test_a_program_gets_its_numbers_services_and_sources(client: FlaskClient) -> None:
    told = client.get(f"/organizations/{world.TRUST}.json").json

    assert told is not None
    assert told["identifiers"] == ["GB-CHC-1122334"]
    [choir] = [one for one in told["services"] if one["id"] == world.CHOIR]
    assert (choir["name"], choir["confirmed_on"]) == ("Wallsend Community Choir", "2026-03-03")
    assert choir["state"] in {"open", "at_risk", "unconfirmed"}
    assert {one["id"] for one in told["sources"]} == {world.DEMONSTRATION, world.REGISTER, world.OTHER_REGISTER}


@pytest.mark.parametrize("path", ["00000000-0000-0000-0000-000000000000", "x", f"{world.TRUST.upper()}x"])
def test_there_is_no_other(client: FlaskClient, path: str) -> None:
    assert client.get(f"/organizations/{path}").status_code == 404


def an_organization(*services: ServiceRun, **changes: Any) -> OrganizationPage:
    """An organization of which only its name is known, but for ``changes``."""
    return OrganizationPage(
        organization_id="o",
        organization=Organization(name="Meals Together", **changes),
        winners={},
        services=services,
        places=(),
        funding=(),
        sources=(),
    )


def a_service(number: int) -> ServiceRun:
    """One that nobody has judged."""
    service = Service(organization_id="o", name=f"Lunch {number:03}")
    return ServiceRun(id=str(number), service=service, is_live=True, standing=None)


def test_of_very_many_services_the_first_are_shown_and_the_rest_counted() -> None:
    services = [a_service(number) for number in range(SERVICES_OF_ORGANIZATION + 2)]

    sheet = organization_sheet(an_organization(*reversed(services)), date(2026, 11, 21))

    assert [one.name for one in sheet.services[:2]] == ["Lunch 000", "Lunch 001"]
    assert (len(sheet.services), sheet.left) == (SERVICES_OF_ORGANIZATION, 2)


def test_a_service_that_nobody_judged_has_no_state() -> None:
    [told] = organization_as_json(an_organization(a_service(1)))["services"]

    assert (told["state"], told["confirmed_on"]) == (None, None)


def test_everything_a_register_says_is_a_fact_of_its_own() -> None:
    organization = Organization(
        name="Meals Together",
        alternate_names=("Lunch Friends", "Meals on Mondays"),
        description="Hot meals in company.",
        legal_status="Charity",
        scale=Scale.LOCAL,
        federation="Lunch Clubs of the North",
    )

    facts = [(fact.label, fact.words) for fact in what_it_is(organization, {})]

    assert facts == [
        (None, "Hot meals in company."),
        ("Also called", "Lunch Friends, Meals on Mondays"),
        ("Legal form", "Charity"),
        (None, "Works locally"),
        ("Part of", "Lunch Clubs of the North"),
    ]


def test_places_are_told_once_and_those_of_no_address_not_at_all() -> None:
    hall = Location(
        location_type=LocationType.PHYSICAL,
        name="Elm Hall",
        addresses=(Address(address_1="Elm Hall, 1 Elm Road", city="Wallsend", postal_code="NE28 9ND"),),
    )
    nowhere = (Location(location_type=LocationType.VIRTUAL, name="Online"), Location(location_type=LocationType.POSTAL))

    facts = [fact.words for fact in where_it_is((hall, *nowhere, hall, Location(location_type=LocationType.PHYSICAL)))]

    assert facts == ["Elm Hall, 1 Elm Road, Wallsend, NE28 9ND"]


def test_the_page_of_an_organization_of_which_little_is_known_is_sound(client: FlaskClient) -> None:
    assert Markup(client.get(f"/organizations/{world.RING}").text).faults == []
