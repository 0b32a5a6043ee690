"""The Wolfson Foundation: grants of 2014, as the funder published them to the 360Giving standard."""

from collections.abc import Iterator

from crawlers.corrections import corrections_of
from crawlers.families import threesixty_giving
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source

_OWN_KEYS = ("Open Call?", "Related Activity Description")
"""The funder's own keys beside those of the standard."""


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each recipient and each grant."""
    return threesixty_giving.read(document, extras=_OWN_KEYS, correct=corrections_of("gb-360g-wolfson"))


SOURCE = Source(
    id="gb-360g-wolfson",
    title="Grants of the Wolfson Foundation",
    publisher="The Wolfson Foundation",
    licence="CC-BY-4.0",
    attribution="The Wolfson Foundation, grants in the 360Giving Data Standard, CC BY 4.0.",
    url="https://raw.githubusercontent.com/ThreeSixtyGiving/grantnav/main/dataload/test_data/a002400000KeYdsAAF.json",
    cadence=Cadence.ONCE,
    expect=Expect(min_records=900, max_records=1_200, max_skipped=0.02),
    parse=parse,
)
