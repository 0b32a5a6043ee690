"""HM Revenue & Customs: community amateur sports clubs, with those that have left the list."""

from collections.abc import Iterator

from crawlers.corrections import corrections_of
from crawlers.families import readers, rows
from crawlers.families.rows import Row
from directory.domain.identifiers import Identifier
from directory.domain.parts import Address, Attribute
from directory.domain.records import (
    Basis,
    Channel,
    Evidence,
    Location,
    LocationType,
    Organization,
    Service,
    ServiceAtLocation,
    ServiceStatus,
)
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source

_NOT_STATED = frozenset({"—", "No data"})


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each club as an organization, a service described by the list, and a postcode."""
    return rows.parse(document, club, correct=corrections_of("gb-hmrc-sports-clubs"))


def club(row: Row) -> Iterator[Observation]:
    """One club."""
    identifier, name = row.read("id", Identifier.parse), row.take("name")
    local_id, is_active = str(identifier), row.read("active", readers.flag)
    row.ignore("address")  # it may be the home of the club's secretary: the postcode is the most that may be shown
    yield row.observe(local_id, Organization(name=name, identifiers=(identifier,)))
    service = Service(
        organization_id=local_id,
        name=name,
        status=ServiceStatus.ACTIVE if is_active else ServiceStatus.INACTIVE,
        basis=Basis.REGISTER,
        attributes=(Attribute(taxonomy="signpost", code="sport", label="Sport"),),
    )
    yield row.observe(local_id, service)
    postcode = _postcode(row)
    if postcode is not None:
        address = Address(postal_code=postcode)
        location = Location(location_type=LocationType.POSTAL, organization_id=local_id, addresses=(address,))
        yield row.observe(local_id, location)
        yield row.observe(local_id, ServiceAtLocation(service_id=local_id, location_id=local_id))
    if not is_active:
        departure = Evidence(
            channel=Channel.REGISTER,
            symbol="ceased",
            on=row.fetched_on,
            text="The club has left HMRC's list of sports clubs, which is not proof that it has closed.",
            organization_id=local_id,
        )
        yield row.observe(f"{local_id}/ceased", departure)


def _postcode(row: Row) -> str | None:
    text = row.take_optional("postcode")
    if text is None or text in _NOT_STATED:
        row.complain("postcode", "The list does not state the postcode of this club", text or "")
        return None
    return text


SOURCE = Source(
    id="gb-hmrc-sports-clubs",
    title="Community amateur sports clubs",
    publisher="HM Revenue & Customs",
    licence="OGL-UK-3.0",
    attribution=(
        "HM Revenue & Customs, list of community amateur sports clubs, as gathered by 360Giving; "
        "contains public sector information licensed under the Open Government Licence v3.0."
    ),
    url="https://raw.githubusercontent.com/ThreeSixtyGiving/cascs/main/cascs.csv",
    cadence=Cadence.MONTHLY,
    expect=Expect(min_records=30_000, max_records=50_000, max_skipped=0.02),
    parse=parse,
)
