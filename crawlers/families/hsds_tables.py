"""The tables of an HSDS data package: versions 1.x are read as 3.0 by giving their tables and columns the new names."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeVar

from crawlers.errors import SchemaChanged, UnreadableDocument
from crawlers.families.rows import Row, decode, read_rows
from crawlers.families.zip_package import csv_files
from directory.domain.errors import InvalidValue
from directory.domain.sources import Issue, RawDocument

T = TypeVar("T")

_TABLES = frozenset(
    {
        "accessibility", "addresses", "attributes", "cost_options", "eligibility", "evidence", "funding", "languages",
        "locations", "organization_identifiers", "organizations", "phones", "schedules", "service_areas",
        "service_at_location", "services", "taxonomy_terms",
    }
)  # fmt: skip

_HAVE_IDS = frozenset(
    {"evidence", "funding", "locations", "organizations", "service_at_location", "services", "taxonomy_terms"}
)
"""The tables whose rows are records; in the others ids are of no use, and real packages repeat them."""

_NOT_READ = frozenset(
    {
        "contacts",  # personal data
        "holiday_schedules", "meta_table_descriptions", "metadata", "payments_accepted", "programs",
        "required_documents", "taxonomies",
    }
)  # fmt: skip

_TABLES_BEFORE_3 = {
    "accessibility_for_disabilities": "accessibility",
    "physical_addresses": "addresses",
    "postal_addresses": "addresses",
    "regular_schedules": "schedules",
    "services_at_location": "service_at_location",
    "services_taxonomy": "attributes",
    "taxonomy": "taxonomy_terms",
}

_COLUMNS_BEFORE_3: Mapping[str, Mapping[str, str]] = {
    "accessibility": {"accessibility": "description"},
    "attributes": {"service_id": "link_id", "taxonomy_id": "taxonomy_term_id", "taxonomy_detail": "value"},
    "languages": {"language": "name"},
    "organizations": {"url": "website"},
    "schedules": {"weekday": "byday", "original_text": "description"},
    "service_areas": {"service_area": "name"},
    "services": {"fees": "fees_description"},
    "taxonomy_terms": {"vocabulary": "taxonomy_id"},
}


@dataclass(slots=True, kw_only=True)
class Package:
    """The rows of a package by table, and the issues met so far."""

    country: str
    tables: dict[str, list[Row]] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    def read(self, table: str, build: Callable[[Row], T], *, are_records: bool) -> Iterator[T]:
        """What ``build`` makes of each row of a table.

        A row that it makes nothing of becomes an issue: of a record left out, or else of a part of one.
        """
        for row in self.tables.get(table, ()):
            try:
                built = build(row)
            except InvalidValue as error:
                if are_records:
                    self.issues.append(row.refusal(error))
                else:
                    row.complain(error.field, error.reason, error.value)
            else:
                row.finish()
                yield built
            self.issues.extend(row.issues)

    def ids(self, table: str) -> frozenset[str]:
        """The ids that a table gives."""
        found = (row.take_optional("id") for row in self.tables.get(table, ()))
        return frozenset(row_id for row_id in found if row_id is not None)


def open_package(document: RawDocument, country: str) -> Package:
    """The tables of a zipped package, of version 1.x or 3.0."""
    package = Package(country=country)
    for path, content in csv_files(document.content).items():
        name = PurePosixPath(path).stem
        table = _TABLES_BEFORE_3.get(name, name)
        if table in _NOT_READ:
            continue
        if table not in _TABLES:
            raise SchemaChanged(f"Nothing here knows the table “{name}”")
        renamed = _COLUMNS_BEFORE_3.get(table, {})
        rows = read_rows(document, decode(content), part=path, renamed=renamed, is_sparse=True)
        good = _good_rows(rows, package.issues, have_ids=table in _HAVE_IDS)
        package.tables.setdefault(table, []).extend(good)
    if not package.tables.keys() & {"organizations", "services"}:
        raise UnreadableDocument("The zip holds neither organizations nor services")
    return package


def _good_rows(rows: Iterable[Row | Issue], issues: list[Issue], *, have_ids: bool) -> Iterator[Row]:
    """The rows that are whole and whose id was not had before; the others become issues."""
    seen: set[str] = set()
    for row in rows:
        if isinstance(row, Issue):
            issues.append(row)
            continue
        row_id = row.take_optional("id") or ""
        if have_ids and row_id in seen:
            issues.append(row.refusal(InvalidValue("id", row_id, "The table has had this id before")))
        else:
            seen.add(row_id)
            yield row
