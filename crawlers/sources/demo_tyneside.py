"""The demonstration catalogue: invented groups in real places of Tyneside, which pass through the same door as any."""

from collections.abc import Iterator

from crawlers.families import hsds_package
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each record of the package."""
    return hsds_package.read(document, country="GB")


SOURCE = Source(
    id="demo-tyneside",
    title="Demonstration catalogue of Tyneside",
    publisher="Signpost",
    licence="CC0-1.0",
    attribution="Invented by the Signpost project for demonstration; no such groups exist.",
    url="data/demo",
    cadence=Cadence.ONCE,
    expect=Expect(min_records=1_000, max_records=10_000, max_skipped=0.0),
    demonstration=True,
    parse=parse,
)
