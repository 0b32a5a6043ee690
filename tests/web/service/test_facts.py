"""The facts of a service's page, from pages made by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from directory.domain.parts import (
    Accessibility,
    Address,
    Attribute,
    CostOption,
    Frequency,
    Language,
    Phone,
    Schedule,
    ServiceArea,
)
from directory.domain.provenance import Provenance
from directory.domain.records import Funding, Location, LocationType, Organization, Scale, Service
from directory.domain.status.funding import said_of
from directory.domain.wording.funding_period import FundingPeriod
from directory.queries.pages import FundingItem, PlaceOfService, ServicePage
from web.service.fact import Fact
from web.service.facts import fact_sheet, first_phone, funding_in_words
from web.words.present import shown_address

ORIGIN = Provenance(
    observation_id=1,
    source_id="feed",
    source_title="A feed",
    publisher="A council",
    licence="OGL-UK-3.0",
    attribution="",
    url="https://example.org",
    demonstration=False,
    local_id="1",
    first_seen=datetime(2025, 1, 1, tzinfo=UTC),
    seen_until=datetime(2026, 11, 1, tzinfo=UTC),
    is_live=True,
    verified_on=None,
    document_sha256="0" * 64,
)


def a_page(**changes: Any) -> ServicePage:
    page: dict[str, Any] = {
        "service_id": "s",
        "is_live": True,
        "service": Service(organization_id="o", name="Tea Club"),
        "service_winners": {},
        "organization_id": "o",
        "organization": Organization(name="Tea Club"),
        "organization_winners": {},
        "places": (),
        "funding": (),
        "evidence": (),
        "sources": (),
        "siblings": (),
    }
    return ServicePage(**(page | changes))


def facts_of(page: ServicePage, subject_id: str) -> tuple[Fact, ...]:
    return next(subject.facts for subject in fact_sheet(page) if subject.id == subject_id)


def words_of(page: ServicePage, subject_id: str) -> list[str]:
    return [f"{fact.label} {fact.words}" if fact.label else fact.words for fact in facts_of(page, subject_id)]


def a_place(location: Location, **changes: Any) -> PlaceOfService:
    place: dict[str, Any] = {
        "location_id": "l",
        "location": location,
        "winners": {},
        "description": None,
        "schedules": (),
        "phones": (),
        "at_winners": {},
    }
    return PlaceOfService(**(place | changes))


def test_a_page_of_nothing_but_a_name_says_of_everything_that_it_is_not_known() -> None:
    unknown = [subject.id for subject in fact_sheet(a_page()) if not any(fact.known for fact in subject.facts)]

    assert unknown == ["what", "who", "when", "where", "cost", "join", "contact", "money"]


def test_everything_a_service_states_is_said() -> None:
    service = Service(
        organization_id="o",
        name="Tea Club",
        alternate_name="The Teas",
        alert="Closed on Fridays in August.",
        description="Tea and talk.",
        interpretation_services="Ask for a signer",
        application_process="Just turn up.",
        wait_time="None",
        fees_description="Cake is extra",
        cost_options=(CostOption(amount=1),),
        languages=(Language(name="English"), Language(name="Polish")),
        attributes=(Attribute(taxonomy="needs", code="tea", label="Company"), Attribute(taxonomy="needs", code="x1")),
        service_areas=(ServiceArea(name="Leeds"), ServiceArea(name="York")),
    )
    page = a_page(service=service)

    assert words_of(page, "what") == [
        "Closed on Fridays in August.",
        "Tea and talk.",
        "Also called The Teas",
        "Kind of help Company, x1",
        "Languages English, Polish",
        "Interpreters Ask for a signer",
    ]
    assert words_of(page, "who") == ["Ages: not known. Ask", "People who live in Leeds, York"]
    assert words_of(page, "cost") == ["£1", "Cake is extra"]
    assert words_of(page, "join") == ["Just turn up.", "Waiting None"]


def test_an_organizations_words_stand_in_for_a_service_not_described_and_are_said_to_be_its() -> None:
    page = a_page(organization=Organization(name="Tea Trust", description="We give tea."))

    assert words_of(page, "what") == ["Of the organization: We give tea."]
    assert words_of(page, "run-by") == ["Tea Trust"]


def test_everything_an_organization_states_is_said() -> None:
    page = a_page(
        service=Service(organization_id="o", name="Tea Club", description="Tea."),
        organization=Organization(
            name="Tea Trust",
            alternate_names=("TT",),
            description="We give tea.",
            legal_status="Unincorporated association",
            scale=Scale.REGIONAL,
            federation="Tea England",
        ),
    )

    assert words_of(page, "run-by") == [
        "Tea Trust",
        "Also called TT",
        "We give tea.",
        "Legal form Unincorporated association",
        "Works across a region",
        "Part of Tea England",
    ]


def test_the_ways_to_reach_an_organization_are_told_apart_and_not_repeated() -> None:
    page = a_page(
        service=Service(
            organization_id="o",
            name="Tea Club",
            email="tea@example.org",
            phones=(Phone(number="01912345678", extension="4"),),
        ),
        organization=Organization(
            name="Tea Trust",
            email="tea@example.org",
            website="javascript:alert(1)",
            phones=(Phone(number="01912345678"), Phone(number="01912345679", type="text")),
        ),
    )
    call = first_phone(page)

    assert words_of(page, "contact") == [
        "Phone 0191 234 5678 extension 4",
        "Email tea@example.org",
        "Text, Tea Trust 0191 234 5679",
        "Website, Tea Trust javascript:alert(1)",
    ]
    assert facts_of(page, "contact")[-1].address is None
    assert call is not None
    assert call.address == "tel:+441912345678"
    assert first_phone(a_page()) is None


@pytest.mark.parametrize(
    ("location", "words"),
    [
        (Location(location_type=LocationType.VIRTUAL), "By phone or online"),
        (Location(location_type=LocationType.VIRTUAL, name="Zoom"), "Zoom"),
        (Location(location_type=LocationType.PHYSICAL), "The address is not known. Ask"),
        (
            Location(location_type=LocationType.POSTAL),
            "Based in an address we do not show (for letters; not a place to visit)",
        ),
        (
            Location(location_type=LocationType.PHYSICAL, name="The Hall", confidential=True),
            "The address is kept private. Ask when you get in touch",
        ),
        (
            Location(
                location_type=LocationType.PHYSICAL,
                addresses=(Address(address_1="1 High Street", postal_code="LS1 1AA"),),
                postcode_ended=True,
            ),
            "1 High Street, LS1 1AA. Royal Mail no longer uses this postcode",
        ),
        (
            Location(location_type=LocationType.PHYSICAL, postcode_ended=True),
            "The address is not known. Ask. Royal Mail no longer uses this postcode",
        ),
    ],
)
def test_a_place_is_said_as_far_as_it_may_be(location: Location, words: str) -> None:
    assert words_of(a_page(places=(a_place(location),)), "where")[0] == words


def test_what_is_known_of_a_place_follows_it() -> None:
    location = Location(
        location_type=LocationType.PHYSICAL,
        name="The Hall",
        description="Behind the church",
        transportation="Bus 12",
        accessibility=(Accessibility(description="Ramp", details="at the back"),),
    )
    schedule = Schedule(freq=Frequency.WEEKLY, byday="MO", opens_at=time(9))
    page = a_page(places=(a_place(location, description="In the small room", schedules=(schedule,)),))

    assert words_of(page, "where") == [
        "The Hall",
        "Behind the church",
        "In the small room",
        "Getting there Bus 12",
        "Ramp: at the back",
    ]
    assert words_of(page, "when") == ["At The Hall Mondays, from 9am"]


def test_what_holds_at_one_place_only_comes_from_who_said_it_of_that_place() -> None:
    located, here = replace(ORIGIN, observation_id=2), replace(ORIGIN, observation_id=3)
    place = a_place(
        Location(location_type=LocationType.PHYSICAL, name="The Hall", description="Behind the church"),
        winners={"description": (located,), "schedules": (located,)},
        description="In the small room",
        schedules=(Schedule(freq=Frequency.WEEKLY, byday="MO"),),
        phones=(Phone(number="01912345678"),),
        at_winners={"description": (here,), "schedules": (here,), "phones": (here,)},
    )
    page = a_page(places=(place,))

    assert [(fact.words, fact.origins) for fact in (*facts_of(page, "where")[1:4], *facts_of(page, "when"))] == [
        ("Behind the church", (located,)),
        ("In the small room", (here,)),
        ("0191 234 5678", (here,)),
        ("Mondays", (here,)),
    ]


def test_the_number_of_a_place_is_the_one_to_call_where_there_is_no_other() -> None:
    place = a_place(
        Location(location_type=LocationType.PHYSICAL, name="The Hall"), phones=(Phone(number="01912345678"),)
    )
    alone = a_page(places=(place,))
    beside_another = a_page(
        places=(place,), organization=Organization(name="Tea Trust", phones=(Phone(number="01912345679"),))
    )
    calls = [first_phone(page) for page in (alone, beside_another)]

    assert words_of(alone, "contact") == ["Phone, The Hall 0191 234 5678"]
    assert words_of(beside_another, "contact") == ["Phone, Tea Trust 0191 234 5679"]
    assert [call and call.words for call in calls] == ["0191 234 5678", "0191 234 5679"]


def test_a_name_that_begins_the_address_is_said_once() -> None:
    addresses = (Address(address_1="The Hall, High Street", city="Leeds"),)
    location = Location(location_type=LocationType.PHYSICAL, name="The Hall", addresses=addresses)

    assert words_of(a_page(places=(a_place(location),)), "where")[0] == "The Hall, High Street, Leeds"


def test_no_more_than_a_postcode_of_a_registered_office_may_be_shown() -> None:
    addresses = (Address(address_1="1 Home Street", city="Leeds", postal_code="LS1 1AA"),)

    office = Location(location_type=LocationType.POSTAL, addresses=addresses)
    venue = Location(location_type=LocationType.PHYSICAL, addresses=addresses)

    assert shown_address(office) == ("Leeds", "LS1 1AA")
    assert shown_address(venue) == ("1 Home Street", "Leeds", "LS1 1AA")


@pytest.mark.parametrize(
    ("funding", "words"),
    [
        (Funding(organization_id="o"), "Money"),
        (
            Funding(organization_id="o", amount=500, funder="A fund", end_on=date(2027, 3, 31)),
            "£500 from A fund, until 31 March 2027",
        ),
        (
            Funding(organization_id="o", title="Tea", awarded_on=date(2026, 1, 2)),
            "Money for “Tea”, given on 2 January 2026",
        ),
        (Funding(organization_id="o", title="Tea", funder="A fund"), "Money from A fund for “Tea”"),
    ],
)
def test_money_is_a_sentence(funding: Funding, words: str) -> None:
    page = a_page(funding=(FundingItem(funding=funding, provenance=ORIGIN),))

    assert funding_in_words(funding) == words
    assert facts_of(page, "money")[0].origins == (ORIGIN,)


def test_money_that_the_group_speaks_of_stands_beside_its_words() -> None:
    period = FundingPeriod(end_on=date(2027, 3, 31), funder="A fund", read_from="funded by A fund until March 2027")
    service = Service(organization_id="o", name="Tea", read_funding=(period,))
    [said] = said_of("s", service, date(2026, 1, 2))
    page = a_page(funding=(FundingItem(funding=said.funding, provenance=ORIGIN, said=said),))

    [fact] = facts_of(page, "money")
    assert fact.words == "Money from A fund, until 31 March 2027"
    assert (fact.read_from, fact.origins) == ("funded by A fund until March 2027", (ORIGIN,))
