"""UK Charity Activity Tags: the sample of charities that people tagged by hand, with the words of their registers."""

from collections.abc import Iterator

from crawlers.families import charity_register
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each charity."""
    return charity_register.read(document)


SOURCE = Source(
    id="gb-ukcat-sample",
    title="UK charities, the sample tagged by hand",
    publisher="UK Charity Activity Tags",
    licence="CC-BY-4.0",
    attribution=(
        "UK Charity Activity Tags (charityclassification.org.uk), CC BY 4.0; register text from the Charity "
        "Commission, OSCR and the Charity Commission for Northern Ireland, Open Government Licence v3.0."
    ),
    url="https://raw.githubusercontent.com/charity-classification/ukcat/main/data/sample.csv",
    cadence=Cadence.YEARLY,
    expect=Expect(min_records=15_000, max_records=20_000, max_skipped=0.02),
    parse=parse,
)
