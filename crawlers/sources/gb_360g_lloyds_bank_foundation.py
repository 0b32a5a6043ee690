"""Lloyds Bank Foundation for England and Wales: grants since 2010, as published to the 360Giving standard."""

from collections.abc import Iterator

from crawlers.corrections import corrections_of
from crawlers.families import threesixty_giving
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each recipient and each grant."""
    return threesixty_giving.read(document, correct=corrections_of("gb-360g-lloyds-bank-foundation"))


SOURCE = Source(
    id="gb-360g-lloyds-bank-foundation",
    title="Grants of Lloyds Bank Foundation",
    publisher="Lloyds Bank Foundation for England and Wales",
    licence="CC-BY-4.0",
    attribution="Lloyds Bank Foundation for England and Wales, grants in the 360Giving Data Standard, CC BY 4.0.",
    url="https://raw.githubusercontent.com/ThreeSixtyGiving/grantnav/main/dataload/test_data/a002400000OiDBQAA3.json",
    cadence=Cadence.YEARLY,
    expect=Expect(min_records=10_000, max_records=15_000, max_skipped=0.02),
    parse=parse,
)
