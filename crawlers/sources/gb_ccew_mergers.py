"""The Charity Commission's register of mergers: which charity handed itself over to which."""

from collections.abc import Iterator

from crawlers.families import identifier_pairs, rows
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each merger of whole charities."""
    return rows.parse(document, identifier_pairs.merger)


SOURCE = Source(
    id="gb-ccew-mergers",
    title="Register of merged charities",
    publisher="drkane/charity-lookups",
    licence="ODbL-1.0",
    attribution="Charity Commission for England and Wales, through drkane/charity-lookups, Open Database Licence 1.0.",
    url="https://raw.githubusercontent.com/drkane/charity-lookups/main/ccew-register-of-mergers.csv",
    cadence=Cadence.YEARLY,
    expect=Expect(min_records=8_000, max_records=14_000, max_skipped=0.15),
    enriches=True,
    parse=parse,
)
