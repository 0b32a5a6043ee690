"""ICNP/TSO: the United Nations' classification of non-profit organizations, as the charity tags use it."""

from collections.abc import Iterator

from crawlers.families import rows
from crawlers.families.rows import Row
from directory.domain.records import TaxonomyTerm
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each section, group and sub-group as a term."""
    return rows.parse(document, category)


def category(row: Row) -> Iterator[Observation]:
    """One category: the last of its codes is its own, and the one before is the broader one's."""
    levels = (row.take("Section"), row.take_optional("Group"), row.take_optional("Sub-group"))
    *broader, code = [level for level in levels if level is not None]
    term = TaxonomyTerm(
        taxonomy="icnptso",
        code=code,
        name=row.take("Title"),
        parent_code=broader[-1] if broader else None,
        description=row.take_optional("Notes"),
    )
    yield row.observe(code, term)


SOURCE = Source(
    id="gb-icnptso",
    title="International classification of non-profit organizations",
    publisher="UK Charity Activity Tags",
    licence="CC-BY-4.0",
    attribution="United Nations ICNP/TSO as published with the UK Charity Activity Tags, CC BY 4.0.",
    url="https://raw.githubusercontent.com/charity-classification/ukcat/main/data/icnptso.csv",
    cadence=Cadence.YEARLY,
    expect=Expect(min_records=90, max_records=150, max_skipped=0.0),
    parse=parse,
)
