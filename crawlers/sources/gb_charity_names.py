"""Other names that charities go by, mostly in Northern Ireland."""

from collections.abc import Iterator

from crawlers.families import organization_facts, rows
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Another name of each charity."""
    return rows.parse(document, organization_facts.other_name)


SOURCE = Source(
    id="gb-charity-names",
    title="Other names of charities",
    publisher="drkane/charity-lookups",
    licence="ODbL-1.0",
    attribution="drkane/charity-lookups, Open Database Licence 1.0.",
    url="https://raw.githubusercontent.com/drkane/charity-lookups/main/charity-names.csv",
    cadence=Cadence.YEARLY,
    expect=Expect(min_records=2_000, max_records=4_000, max_skipped=0.02),
    enriches=True,
    parse=parse,
)
