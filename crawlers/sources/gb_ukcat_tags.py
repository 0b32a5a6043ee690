"""UK Charity Activity Tags: the tags themselves, a vocabulary of three levels."""

from collections.abc import Iterator

from crawlers.families import rows
from crawlers.families.rows import Row
from directory.domain.records import TaxonomyTerm
from directory.domain.sources import Cadence, Expect, Issue, Observation, RawDocument, Source


def parse(document: RawDocument) -> Iterator[Observation | Issue]:
    """Each tag as a term."""
    return rows.parse(document, tag)


def tag(row: Row) -> Iterator[Observation]:
    """One tag under the broader one."""
    code, level = row.take("Code"), row.take("Level")
    # The regular expressions that find a tag in texts are not part of its meaning; neither is its place in ICNPTSO.
    row.ignore("Category", "Related ICNPTSO code", "Regular expression", "Exclude regular expression")
    parent = _parent(code, level, has_subcategory=row.take_optional("Subcategory") is not None)
    term = TaxonomyTerm(
        taxonomy="ukcat",
        code=code,
        name=row.take("tag"),
        parent_code=parent,
        description=row.take_optional("Notes"),
    )
    yield row.observe(code, term)


def _parent(code: str, level: str, *, has_subcategory: bool) -> str | None:
    """The broader tag, which the code itself holds: AR303 is in the subcategory AR300, and that in AR."""
    if level == "1":
        return None
    return f"{code[:3]}00" if level == "3" and has_subcategory else code[:2]


SOURCE = Source(
    id="gb-ukcat-tags",
    title="UK Charity Activity Tags",
    publisher="UK Charity Activity Tags",
    licence="CC-BY-4.0",
    attribution="UK Charity Activity Tags (charityclassification.org.uk), CC BY 4.0.",
    url="https://raw.githubusercontent.com/charity-classification/ukcat/main/data/ukcat.csv",
    cadence=Cadence.YEARLY,
    expect=Expect(min_records=250, max_records=300, max_skipped=0.0),
    parse=parse,
)
