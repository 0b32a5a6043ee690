"""A tiny catalogue in real places: a demonstration and two registers, received through the one door."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from directory.actions.reassess import reassess
from directory.domain.home import Home
from directory.domain.identifiers import Identifier, record_id
from directory.domain.parts import (
    Accessibility,
    Address,
    Attribute,
    BankHolidays,
    CostOption,
    Frequency,
    Phone,
    Schedule,
    ServiceArea,
)
from directory.domain.records import (
    Basis,
    Channel,
    Evidence,
    Funding,
    Location,
    LocationType,
    Organization,
    Record,
    Service,
    ServiceAtLocation,
    ServiceStatus,
    TaxonomyTerm,
)
from directory.domain.sources import Cadence, Expect, Observation, Outcome, RawDocument, Source
from directory.domain.status.posterior import Model
from directory.intake.door import Door, open_door
from directory.queries import open_catalogue
from directory.queries.changes import latest_cursor
from directory.queries.entries import all_entries
from directory.queries.status_settings import read_status_settings
from index.build import build

A_WEEK_BEFORE = datetime(2026, 11, 13, 9, tzinfo=UTC)
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
NOW = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
TODAY = NOW.date()

DEMONSTRATION, REGISTER, OTHER_REGISTER = "demo-tyneside", "gb-register", "gb-other-register"

CHOIR = record_id(DEMONSTRATION, "service", "choir")
TELEPHONE_CHOIR = record_id(DEMONSTRATION, "service", "telephone-choir")
REFUGE = record_id(DEMONSTRATION, "service", "refuge")
LUNCH = record_id(DEMONSTRATION, "service", "lunch")
FRIENDS = record_id(DEMONSTRATION, "service", "friends")
SHED = record_id(DEMONSTRATION, "service", "shed")
VANISHED = record_id(DEMONSTRATION, "service", "handbells")
TRUST, HAVEN, RING = (record_id(DEMONSTRATION, "organization", key) for key in ("trust", "haven", "ring"))
TRUST_SAID_BY_REGISTER = record_id(REGISTER, "organization", "1122334")
TRUST_IN_REGISTER = record_id(REGISTER, "service", "1122334")
TRUST_IN_OTHER_REGISTER = record_id(OTHER_REGISTER, "service", "A7")
LIVING_BAND, FADING_BAND, CLOSED_BAND = (
    record_id(DEMONSTRATION, "service", key) for key in ("group", "circle", "band")
)
CLOSED_CLUB = record_id(REGISTER, "service", "2233445")

LUNCH_TEXT = "A hot meal in company. We are funded by the Example Fund until March 2028, and no more is known."

_TRUST = Identifier.of("GB-CHC", "1122334")
_CLUB = Identifier.of("GB-CHC", "2233445")


def _source(source_id: str, title: str, *, demonstration: bool = False) -> Source:
    return Source(
        id=source_id,
        title=title,
        publisher=f"The publisher of {title}",
        licence="OGL-UK-3.0",
        attribution=f"Contains information of {title}.",
        url=f"https://example.org/{source_id}.csv",
        cadence=Cadence.WEEKLY,
        parse=lambda document: iter(()),
        # Of so few records, one that vanishes is a large share.
        expect=Expect(max_drop=0.5),
        demonstration=demonstration,
    )


def _demonstration() -> Iterator[tuple[str, Record]]:
    yield "trust", Organization(name="Wallsend Arts Trust", identifiers=(_TRUST,), website="www.arts.example.org")
    yield "singing", TaxonomyTerm(taxonomy="needs", code="singing", name="Singing")
    yield (
        "choir",
        Service(
            organization_id="trust",
            name="Wallsend Community Choir",
            description="A friendly choir for anyone who likes to sing. <b>No auditions</b> & no need to read music.",
            email="choir@example.org",
            minimum_age=16,
            assured_date=date(2026, 3, 3),
            eligibility_description="Anyone who likes to sing",
            phones=(Phone(number="01912345678", description="Ask for the secretary"),),
            schedules=(Schedule(freq=Frequency.WEEKLY, byday="TU", opens_at=time(10), closes_at=time(12)),),
            cost_options=(CostOption(amount=0),),
            attributes=(Attribute(taxonomy="needs", code="singing", label="Singing"),),
        ),
    )
    yield (
        "hall",
        Location(
            location_type=LocationType.PHYSICAL,
            organization_id="trust",
            name="Oakwood Hall",
            addresses=(Address(address_1="3 Hall Lane", city="Wallsend", postal_code="NE28 9ND"),),
            accessibility=(Accessibility(description="No steps"),),
        ),
    )
    yield "choir-hall", ServiceAtLocation(service_id="choir", location_id="hall")
    yield "ring", Organization(name="Ring and Sing")
    yield (
        "telephone-choir",
        Service(
            organization_id="ring",
            name="Tyne Telephone Choir",
            description="A choir by telephone for people who cannot leave home.",
            status=ServiceStatus.TEMPORARILY_CLOSED,
            service_areas=(ServiceArea(name="England", extent="England", extent_type="nation"),),
        ),
    )
    yield "haven", Organization(name="Haven")
    yield "refuge", Service(organization_id="haven", name="Haven Refuge", description="A safe place to stay.")
    yield (
        "house",
        Location(
            location_type=LocationType.PHYSICAL,
            organization_id="haven",
            addresses=(Address(address_1="9 Secret Street", postal_code="NE28 9ND"),),
            confidential=True,
        ),
    )
    yield "refuge-house", ServiceAtLocation(service_id="refuge", location_id="house")
    yield from _lunch_at_two_places()
    yield from _for_some_people_only()
    yield from _three_bands()


def _three_bands() -> Iterator[tuple[str, Record]]:
    """One that runs, one that has probably closed, and one that said it has closed."""
    for key, name in (
        ("group", "Wallsend Ukulele Group"),
        ("circle", "Howdon Ukulele Circle"),
        ("band", "Tyne Ukulele Band"),
    ):
        yield f"{key}-trust", Organization(name=f"Friends of the {name}")
        yield key, Service(organization_id=f"{key}-trust", name=name, description="Play the ukulele with us.")
        yield (
            f"{key}-room",
            Location(
                location_type=LocationType.PHYSICAL,
                organization_id=f"{key}-trust",
                addresses=(Address(address_1="7 Mill Lane", city="Wallsend", postal_code="NE28 9ND"),),
            ),
        )
        yield f"{key}-at-room", ServiceAtLocation(service_id=key, location_id=f"{key}-room")
    yield "group-open", _said("group", "owner_open", date(2026, 11, 3), "We meet every week.")
    yield "circle-empty", _said("circle", "linkworker_nobody", date(2026, 10, 6), "Nobody was there.")
    yield "circle-over", _said("circle", "linkworker_says_closed", date(2026, 11, 3), "The caretaker says it is over.")
    yield "band-over", _said("band", "owner_closed", date(2026, 9, 1), "We played our last tune in August.")
    yield (
        "group-grant",
        Funding(
            organization_id="group-trust",
            service_id="group",
            funder="The Example Fund",
            amount=500.0,
            awarded_on=date(2026, 1, 5),
            start_on=date(2026, 2, 1),
            end_on=date(2027, 1, 31),
        ),
    )


def _said(service: str, symbol: str, on: date, text: str) -> Evidence:
    return Evidence(channel=Channel.STATEMENT, symbol=symbol, on=on, text=text, service_id=service)


def _lunch_at_two_places() -> Iterator[tuple[str, Record]]:
    yield "meals", Organization(name="Meals Together")
    yield "lunch", Service(organization_id="meals", name="Segedunum Lunch Table", description=LUNCH_TEXT)
    for key, name in (("church", "Willow Church"), ("library", "Elm Library")):
        address = Address(address_1=f"1 {key.title()} Road", city="Wallsend", postal_code="NE28 9ND")
        yield (
            key,
            Location(location_type=LocationType.PHYSICAL, organization_id="meals", name=name, addresses=(address,)),
        )
    yield "lunch-church", ServiceAtLocation(service_id="lunch", location_id="church")
    yield (
        "lunch-library",
        ServiceAtLocation(
            service_id="lunch",
            location_id="library",
            description="In the reading room",
            schedules=(Schedule(freq=Frequency.WEEKLY, byday="TH", opens_at=time(12), closes_at=time(14)),),
            phones=(Phone(number="01912345670"),),
        ),
    )


def _for_some_people_only() -> Iterator[tuple[str, Record]]:
    yield "friends-trust", Organization(name="Roman Wall Neighbours")
    yield (
        "friends",
        Service(
            organization_id="friends-trust",
            name="Segedunum Friendship Club",
            description="Games, gentle exercise and a cup of tea for anybody who feels lonely.",
            minimum_age=65,
            service_areas=(ServiceArea(name="NE28", extent="NE28", extent_type="postcode"),),
            schedules=(
                Schedule(
                    freq=Frequency.WEEKLY,
                    byday="SA",
                    dtstart=date(2026, 1, 3),
                    opens_at=time(10),
                    closes_at=time(12),
                    bank_holidays=BankHolidays.OPEN,
                ),
            ),
            cost_options=(CostOption(amount=0),),
            attributes=(Attribute(taxonomy="signpost-demo", code="company", label="Company"),),
        ),
    )
    yield (
        "annexe",
        Location(
            location_type=LocationType.PHYSICAL,
            organization_id="friends-trust",
            name="Oakwood Annexe",
            addresses=(Address(address_1="5 Hall Lane", city="Wallsend", postal_code="NE28 9ND"),),
            accessibility=(Accessibility(description="Hearing loop"),),
        ),
    )
    yield "friends-annexe", ServiceAtLocation(service_id="friends", location_id="annexe")
    yield "shed-trust", Organization(name="Tools and Tea")
    yield (
        "shed",
        Service(
            organization_id="shed-trust",
            name="Howdon Shed Club",
            description="A workshop for men aged 18 to 60. We meet every Thursday 6pm to 8pm. It costs £3 a session.",
        ),
    )
    yield (
        "workshop",
        Location(
            location_type=LocationType.PHYSICAL,
            organization_id="shed-trust",
            name="Elm Workshop",
            addresses=(Address(address_1="7 Mill Lane", city="Wallsend", postal_code="NE28 9ND"),),
        ),
    )
    yield "shed-workshop", ServiceAtLocation(service_id="shed", location_id="workshop")


def _demonstration_a_week_before() -> Iterator[tuple[str, Record]]:
    yield from _demonstration()
    yield "handbells", Service(organization_id="ring", name="Tyne Handbells", description="Ringing for beginners.")


def _register() -> Iterator[tuple[str, Record]]:
    yield "1122334", Organization(name="WALLSEND ARTS TRUST LTD", identifiers=(_TRUST,), year_incorporated=1998)
    yield "1122334", Service(organization_id="1122334", name="Wallsend Arts Trust", basis=Basis.REGISTER)
    yield (
        "1122334",
        Location(
            location_type=LocationType.POSTAL,
            organization_id="1122334",
            addresses=(Address(address_1="1 Home Street", city="Wallsend", postal_code="NE28 9ND"),),
        ),
    )
    yield "1122334", ServiceAtLocation(service_id="1122334", location_id="1122334")
    yield (
        "grant",
        Funding(
            organization_id="1122334",
            title="Songs for all",
            funder="The Example Fund",
            amount=9_800.0,
            start_on=date(2026, 4, 1),
            end_on=date(2027, 3, 31),
        ),
    )
    yield "2233445", Organization(name="Hadrian Club", identifiers=(_CLUB,))
    yield "2233445", Service(organization_id="2233445", name="Hadrian Club", basis=Basis.REGISTER)
    yield (
        "removed-2233445",
        Evidence(
            channel=Channel.REGISTER,
            symbol="ceased",
            on=date(2026, 3, 3),
            text="The register says that the club has ceased to exist.",
            organization_id="2233445",
        ),
    )


def _register_a_week_before() -> Iterator[tuple[str, Record]]:
    yield from _register()
    yield (
        "removed-1122334",
        Evidence(
            channel=Channel.REGISTER,
            symbol="ceased",
            on=date(2026, 11, 10),
            text="The register said in error that the trust has ceased to exist.",
            organization_id="1122334",
        ),
    )


def _other_register() -> Iterator[tuple[str, Record]]:
    yield "A7", Organization(name="Wallsend Arts Trust", identifiers=(_TRUST,))
    yield "A7", Service(organization_id="A7", name="Wallsend Arts Trust", basis=Basis.REGISTER)


SOURCES = (
    (_source(DEMONSTRATION, "Tyneside groups", demonstration=True), _demonstration),
    (_source(REGISTER, "The register"), _register),
    (_source(OTHER_REGISTER, "The other register"), _other_register),
)
_A_WEEK_BEFORE = {DEMONSTRATION: _demonstration_a_week_before, REGISTER: _register_a_week_before}
"""What a source said before something of it vanished."""


def fill(home: Home, *, with_demonstration: bool = True) -> None:
    """Receive every source at ``home``, as it was and as it is, and judge what runs.

    The demonstration says that its choir was checked on 3 March 2026.
    """
    with open_door(home) as door:
        for source, records in SOURCES:
            if source.demonstration and not with_demonstration:
                continue
            if source.id in _A_WEEK_BEFORE:
                _receive(door, source, _A_WEEK_BEFORE[source.id](), A_WEEK_BEFORE)
            _receive(door, source, records(), AT)
        reassess(door.database, Model(read_status_settings()), TODAY)


def _receive(door: Door, source: Source, records: Iterator[tuple[str, Record]], at: datetime) -> None:
    document = RawDocument(url=source.url, content=f"{source.id} {at}".encode(), fetched_at=at)
    reading = [
        Observation(local_id=key, record=record, verified_on=date(2026, 3, 3) if key == "choir" else None)
        for key, record in records
    ]
    assert door.receive(source, document, reading, at).outcome is Outcome.PUBLISHED


def build_index(home: Home) -> None:
    """Make the index of what the catalogue of ``home`` holds."""
    database = open_catalogue(home.database_url)
    build(home.index, all_entries(database), latest_cursor(database))
    database.close()
