"""Charities that are members of a federation such as Age UK, Mind or the Scouts."""

from collections.abc import Iterator

from crawlers.families import organization_facts, rows
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """The federation of each member."""
    return rows.parse(document, organization_facts.federation)


SOURCE = Source(
    id="gb-charity-federations",
    title="Members of charity federations",
    publisher="drkane/charity-lookups",
    licence="ODbL-1.0",
    attribution="drkane/charity-lookups, Open Database Licence 1.0.",
    url="https://raw.githubusercontent.com/drkane/charity-lookups/main/federated-charities.csv",
    cadence=Cadence.YEARLY,
    expect=Expect(min_records=25_000, max_records=40_000, max_skipped=0.02),
    enriches=True,
    parse=parse,
)
