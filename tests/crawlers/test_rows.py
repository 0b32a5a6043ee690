"""CSV is read strictly: columns are taken or ignored, and defects become issues with their lines."""

from collections.abc import Iterator
from datetime import date

import pytest

from crawlers.errors import SchemaChanged, UnreadableDocument
from crawlers.families import readers
from crawlers.families.rows import Row, decode, parse
from directory.domain.records import Organization
from directory.domain.sources import Issue, Observation, RawDocument
from tests.crawlers.reading import FETCHED_AT


def document(text: str, encoding: str = "utf-8") -> RawDocument:
    return RawDocument(url="https://example.org/a.csv", content=text.encode(encoding), fetched_at=FETCHED_AT)


def club(row: Row) -> Iterator[Observation]:
    name = row.take("name")
    year = row.read_optional("year", readers.whole_number)
    row.ignore("secretary")
    yield row.observe(name, Organization(name=name, year_incorporated=year))


def read(text: str) -> list[Observation | Issue]:
    return list(parse(document(text), club))


def test_column_nobody_knows_stops_the_run_and_is_named() -> None:
    with pytest.raises(SchemaChanged, match="“budget”"):
        read("name,year,budget\nChoir,1990,7\n")


def test_column_that_is_gone_stops_the_run_and_is_named() -> None:
    with pytest.raises(SchemaChanged, match="“year”"):
        read("name\nChoir\n")


def test_column_ignored_on_purpose_stops_nothing() -> None:
    assert len(read("name,year,secretary\nChoir,1990,A. Person\n")) == 1


def test_row_without_a_required_value_is_skipped_with_its_line() -> None:
    _, issue = read("name,year\nChoir,1990\n,1991\n")

    assert issue == Issue(field="name", reason="This has to be filled in", value="", skipped=True, line=3)


def test_bad_value_of_a_field_costs_that_field_only() -> None:
    observation, issue = read("name,year\nChoir,long ago\n")

    assert isinstance(observation, Observation)
    assert observation.record == Organization(name="Choir")
    assert issue == Issue(field="year", reason="This is not a number", value="long ago", skipped=False, line=2)


def test_ragged_row_is_skipped_and_shows_no_more_than_its_first_cell() -> None:
    (issue,) = read("name,year,secretary\nChoir,A. Person\n")

    assert isinstance(issue, Issue)
    assert (issue.skipped, issue.value, issue.line) == (True, "Choir", 2)


def test_line_breaks_in_quoted_cells_do_not_disturb_the_count_of_lines() -> None:
    first, second = read('name,year\n"Choir\nof Wade",1990\nBand,1991\n')

    assert (first.line, second.line) == (2, 4)


def test_byte_order_mark_padding_and_blank_lines_are_not_part_of_the_table() -> None:
    observations = read("\ufeffname,year,,\r\nChoir,1990,,\r\n\r\nBand,1991\r\n")

    assert [item.line for item in observations] == [2, 4]


def test_record_that_stands_in_the_document_twice_is_read_once() -> None:
    _, issue = read("name,year\nChoir,1990\nChoir,1991\n")

    assert isinstance(issue, Issue)
    assert issue.skipped
    assert issue.value == "Choir"


def test_known_bad_value_is_corrected_before_it_is_read() -> None:
    def correct(column: str, value: str) -> str:
        return {("year", "199O"): "1990"}.get((column, value), value)

    (observation,) = parse(document("name,year\nChoir,199O\n"), club, correct=correct)

    assert isinstance(observation, Observation)
    assert observation.record == Organization(name="Choir", year_incorporated=1990)


def test_two_columns_of_one_name_stop_the_run() -> None:
    with pytest.raises(SchemaChanged, match="same name"):
        read("name,name\nChoir,Choir\n")


def test_document_in_another_encoding_is_unreadable() -> None:
    with pytest.raises(UnreadableDocument, match="from byte 3 on"):
        decode("Caf\u00e9".encode("cp1252"))


def test_document_in_its_declared_encoding_is_read() -> None:
    (observation,) = parse(document("name,year\nCaf\u00e9,1990\n", "cp1252"), club, encoding="cp1252")

    assert isinstance(observation, Observation)
    assert observation.local_id == "Caf\u00e9"


def test_empty_document_is_unreadable() -> None:
    with pytest.raises(UnreadableDocument, match="no header row"):
        read("")


def test_endless_cell_is_unreadable() -> None:
    with pytest.raises(UnreadableDocument, match="not CSV"):
        read("name,year\n" + "x" * 200_000 + ",1990\n")


def test_row_of_a_sparse_format_may_lack_columns() -> None:
    row = Row({"name": "Choir"}, line=2, fetched_on=date(2026, 7, 7), is_sparse=True)

    assert row.take_optional("year") is None


@pytest.mark.parametrize(("latitude", "longitude"), [("", "-1.5"), ("95", "-1.5"), ("0", "0"), ("north", "-1.5")])
def test_point_that_is_not_on_the_earth_is_left_out(latitude: str, longitude: str) -> None:
    row = Row({"latitude": latitude, "longitude": longitude}, line=2, fetched_on=date(2026, 7, 7))

    assert row.read_point("latitude", "longitude") is None
    assert bool(row.issues) is bool(latitude)
