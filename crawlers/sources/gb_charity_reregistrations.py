"""Charities that registered again under a new number, often on becoming a company or a CIO."""

from collections.abc import Iterator

from crawlers.families import identifier_pairs, rows
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each pair of numbers."""
    return rows.parse(document, identifier_pairs.same_body)


SOURCE = Source(
    id="gb-charity-reregistrations",
    title="Charities registered again under a new number",
    publisher="drkane/charity-lookups",
    licence="ODbL-1.0",
    attribution="drkane/charity-lookups, Open Database Licence 1.0.",
    url="https://raw.githubusercontent.com/drkane/charity-lookups/main/charity-reregistrations.csv",
    cadence=Cadence.YEARLY,
    expect=Expect(min_records=1_700, max_records=3_000, max_skipped=0.02),
    enriches=True,
    parse=parse,
)
