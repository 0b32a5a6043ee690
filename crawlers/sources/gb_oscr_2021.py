"""OSCR, the Scottish charity regulator: charities that worked locally in 2021, with their postcodes' coordinates."""

from collections.abc import Iterator

from crawlers.corrections import corrections_of
from crawlers.families import rows
from crawlers.families.registered import registered
from crawlers.families.rows import Row
from directory.domain.identifiers import SCOTLAND, Identifier
from directory.domain.parts import Address, ServiceArea
from directory.domain.records import Channel, Organization
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source

_NO_AREA = "Outwith Scotland"
"""What stands for the place of work of a charity that works elsewhere: it names no area."""


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each charity as an organization, a service of the same name, and its postcode; the file has no activities."""
    return rows.parse(document, charity, correct=corrections_of("gb-oscr-2021"))


def charity(row: Row) -> Iterator[Observation]:
    """One charity. The coordinates are its postcode's, so intake finds no more precision in them than that."""
    identifier = row.read("Charity Number", lambda text: Identifier.of(SCOTLAND, text))
    name = row.take("Charity Name")
    area = row.take_optional("Main Operating Location")
    point = row.read_point("Latitude", "Longitude")
    return registered(
        row,
        str(identifier),
        Organization(name=name, identifiers=(identifier,)),
        address=Address(postal_code=row.take("Postcode")),
        point=point,
        service_areas=(ServiceArea(name=area),) if area and area != _NO_AREA else (),
    )


SOURCE = Source(
    id="gb-oscr-2021",
    title="Scottish charities that work locally, 2021",
    publisher="OSCR, the Scottish charity regulator",
    licence="OGL-UK-3.0",
    attribution=(
        "Contains information from the Scottish Charity Register supplied by the Office of the Scottish Charity "
        "Regulator and licensed under the Open Government Licence v3.0."
    ),
    url=(
        "https://raw.githubusercontent.com/dhi-granite/community-infrastructure-in-scotlands-places/main/data/scotland/"
        "OSCR_local_charities_2021.csv"
    ),
    cadence=Cadence.ONCE,
    expect=Expect(min_records=55_000, max_records=65_000, max_skipped=0.02),
    parse=parse,
    channel=Channel.REGISTER,
)
