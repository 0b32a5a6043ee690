"""Power to Change: grants to community businesses, as published to the 360Giving standard."""

from collections.abc import Iterator

from crawlers.corrections import corrections_of
from crawlers.families import threesixty_giving
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source

_OWN_KEYS = (
    "Postcode of impact 1", "additional_data_added", "id_and_name", "recipientDistrictGeoCode", "recipientDistrictName",
    "recipientLocation", "recipientRegionName", "recipientWardName", "recipientWardNameGeoCode",
)  # fmt: skip
"""Keys that GrantNav added to the funder's, and one of the funder's own."""


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each recipient and each grant."""
    return threesixty_giving.read(document, extras=_OWN_KEYS, correct=corrections_of("gb-360g-power-to-change"))


SOURCE = Source(
    id="gb-360g-power-to-change",
    title="Grants of Power to Change",
    publisher="Power to Change Trust",
    licence="CC-BY-4.0",
    attribution="Power to Change Trust, grants in the 360Giving Data Standard, CC BY 4.0.",
    url="https://raw.githubusercontent.com/ThreeSixtyGiving/grantnav/main/dataload/test_data/a002400000nO46WAAS.json",
    cadence=Cadence.YEARLY,
    expect=Expect(min_records=2_000, max_records=3_000, max_skipped=0.02),
    parse=parse,
)
