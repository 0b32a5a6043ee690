"""Charities with a number in Scotland and another in England and Wales."""

from collections.abc import Iterator

from crawlers.families import identifier_pairs, rows
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each pair of numbers."""
    return rows.parse(document, identifier_pairs.dual_registration)


SOURCE = Source(
    id="gb-charity-dual-registration",
    title="Charities registered in Scotland and in England and Wales",
    publisher="drkane/charity-lookups",
    licence="ODbL-1.0",
    attribution="drkane/charity-lookups, Open Database Licence 1.0.",
    url="https://raw.githubusercontent.com/drkane/charity-lookups/main/dual-registered-uk-charities.csv",
    cadence=Cadence.YEARLY,
    expect=Expect(min_records=1_400, max_records=2_500, max_skipped=0.02),
    enriches=True,
    parse=parse,
)
