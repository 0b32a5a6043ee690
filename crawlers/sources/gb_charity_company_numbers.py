"""Charities that are companies too, with both numbers."""

from collections.abc import Iterator

from crawlers.families import identifier_pairs, rows
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each pair of numbers."""
    return rows.parse(document, identifier_pairs.same_body)


SOURCE = Source(
    id="gb-charity-company-numbers",
    title="Company numbers of charities",
    publisher="drkane/charity-lookups",
    licence="ODbL-1.0",
    attribution="drkane/charity-lookups, Open Database Licence 1.0.",
    url="https://raw.githubusercontent.com/drkane/charity-lookups/main/charity-company-numbers.csv",
    cadence=Cadence.YEARLY,
    expect=Expect(min_records=4_000, max_records=6_000, max_skipped=0.02),
    enriches=True,
    parse=parse,
)
