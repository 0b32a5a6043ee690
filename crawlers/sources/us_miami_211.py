"""Open 211 Miami: a whole HSDS 1.x package with real defects, for trying the importer on; it is not in the UK."""

from collections.abc import Iterator

from crawlers.families import hsds_package
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each record of the package."""
    return hsds_package.read(document, country="US")


SOURCE = Source(
    id="us-miami-211",
    title="Open 211 Miami",
    publisher="Open 211 Miami, Open Referral",
    licence="CC-BY-SA-4.0",
    attribution="Open 211 Miami, published by Open Referral under CC BY-SA 4.0.",
    url="https://raw.githubusercontent.com/openreferral/open211-miami-data-api/master/datapackage.zip",
    cadence=Cadence.ONCE,
    expect=Expect(min_records=13_000, max_records=17_000),
    country="US",
    parse=parse,
)
