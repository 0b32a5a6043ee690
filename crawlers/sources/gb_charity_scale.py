"""How far each charity of England and Wales works: locally, regionally, nationally or overseas."""

from collections.abc import Iterator

from crawlers.families import organization_facts, rows
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """The scale of each charity."""
    return rows.parse(document, organization_facts.scale)


SOURCE = Source(
    id="gb-charity-scale",
    title="How far each charity works",
    publisher="drkane/charity-lookups",
    licence="ODbL-1.0",
    attribution="Charity Commission for England and Wales, through drkane/charity-lookups, Open Database Licence 1.0.",
    url="https://raw.githubusercontent.com/drkane/charity-lookups/main/charity_scale.csv",
    cadence=Cadence.YEARLY,
    expect=Expect(min_records=240_000, max_records=350_000, max_skipped=0.02),
    enriches=True,
    parse=parse,
)
