"""UK Charity Activity Tags: the largest charities of the three registers."""

from collections.abc import Iterator

from crawlers.corrections import corrections_of
from crawlers.families import charity_register
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each charity."""
    return charity_register.read(document, correct=corrections_of("gb-ukcat-largest"))


SOURCE = Source(
    id="gb-ukcat-largest",
    title="UK charities, the largest",
    publisher="UK Charity Activity Tags",
    licence="CC-BY-4.0",
    attribution=(
        "UK Charity Activity Tags (charityclassification.org.uk), CC BY 4.0; register text from the Charity "
        "Commission, OSCR and the Charity Commission for Northern Ireland, Open Government Licence v3.0."
    ),
    url="https://raw.githubusercontent.com/charity-classification/ukcat/main/data/top2000.csv",
    cadence=Cadence.YEARLY,
    expect=Expect(min_records=9_000, max_records=12_000, max_skipped=0.02),
    parse=parse,
)
