"""CSV documents, read strictly: every column is taken or ignored by name, and every defect becomes an issue."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from io import StringIO
from typing import TypeVar

from crawlers.corrections import Correct, as_published
from crawlers.errors import SchemaChanged, UnreadableDocument
from crawlers.families import readers
from directory.domain.errors import InvalidValue
from directory.domain.places import Point
from directory.domain.records import Record
from directory.domain.sources import MOST_SHOWN, Issue, Observation, RawDocument

T = TypeVar("T")


class Row:
    """One row of a table, which remembers what was read of it and collects the defects of its fields."""

    __slots__ = ("_cells", "_correct", "_is_sparse", "_line", "_part", "_untouched", "fetched_on", "issues")

    def __init__(
        self,
        cells: dict[str, str],
        *,
        line: int,
        fetched_on: date,
        part: str | None = None,
        correct: Correct = as_published,
        is_sparse: bool = False,
    ) -> None:
        self._cells = cells
        self._untouched = set(cells)
        self._line = line
        self._part = part
        self._correct = correct
        self._is_sparse = is_sparse
        self.fetched_on = fetched_on
        self.issues: list[Issue] = []

    def take_optional(self, column: str) -> str | None:
        """The text of ``column`` without the space around it, None when it is empty.

        A table that lacks the column has changed, unless its format lets columns be left out (``is_sparse``).
        """
        if column not in self._cells:
            if self._is_sparse:
                return None
            raise SchemaChanged(f"The column “{column}” is no longer there")
        self._untouched.discard(column)
        return self._correct(column, self._cells[column].strip()) or None

    def take(self, column: str) -> str:
        """The text of ``column``; a row without it is no record."""
        text = self.take_optional(column)
        if text is None:
            raise InvalidValue(column, "", "This has to be filled in")
        return text

    def read(self, column: str, reader: Callable[[str], T]) -> T:
        """The value of ``column``; a row without a good one is no record."""
        text = self.take(column)
        try:
            return reader(text)
        except InvalidValue as error:
            raise InvalidValue(column, text, error.reason) from None

    def read_optional(self, column: str, reader: Callable[[str], T]) -> T | None:
        """The value of ``column``; a bad one costs this field, not the record."""
        text = self.take_optional(column)
        if text is None:
            return None
        try:
            return reader(text)
        except InvalidValue as error:
            self.complain(column, error.reason, text)
            return None

    def read_point(self, latitude: str, longitude: str) -> Point | None:
        """The point of two columns, when both are filled in and are degrees."""
        degrees = self.read_optional(latitude, readers.number), self.read_optional(longitude, readers.number)
        if degrees[0] is None or degrees[1] is None:
            return None
        try:
            return Point(degrees[0], degrees[1])
        except InvalidValue as error:
            self.complain(latitude, error.reason, error.value)
            return None

    def ignore(self, *columns: str) -> None:
        """Leave these columns out on purpose."""
        self._untouched.difference_update(columns)

    def finish(self) -> None:
        """Stop the run when there is a column that nobody took or ignored: the publisher has changed the table."""
        if self._untouched:
            names = ", ".join(f"“{column}”" for column in sorted(self._untouched))
            where = f" in {self._part}" if self._part else ""
            raise SchemaChanged(f"Nothing here knows the columns {names}{where}, line {self._line}")

    def observe(self, local_id: str, record: Record, verified_on: date | None = None) -> Observation:
        """``record`` as an observation made on this row."""
        return Observation(local_id=local_id, record=record, line=self._line, part=self._part, verified_on=verified_on)

    def complain(self, column: str, reason: str, value: str) -> None:
        """Note a defect that costs one field."""
        self.issues.append(self._issue(column, reason, value, skipped=False))

    def refusal(self, error: InvalidValue) -> Issue:
        """The issue that takes the place of the whole record."""
        return self._issue(error.field, error.reason, error.value, skipped=True)

    def _issue(self, column: str, reason: str, value: str, *, skipped: bool) -> Issue:
        return Issue(
            field=column, reason=reason, value=value[:MOST_SHOWN], skipped=skipped, line=self._line, part=self._part
        )


Records = Callable[[Row], Iterable[Observation]]
"""From a row to what it says; raise `InvalidValue` when it is no record."""


def parse(
    document: RawDocument, records: Records, *, encoding: str = "utf-8-sig", correct: Correct = as_published
) -> Iterator[Observation | Issue]:
    """What each row of ``document`` says by ``records``, each followed by the defects found in its row."""
    seen: set[tuple[type[Record], str]] = set()
    for row in read_rows(document, decode(document.content, encoding), correct=correct):
        if isinstance(row, Issue):
            yield row
            continue
        try:
            observations = list(records(row))
            _refuse_repeats(observations, seen)
        except InvalidValue as error:
            yield row.refusal(error)
        else:
            row.finish()
            yield from observations
        yield from row.issues


def decode(content: bytes, encoding: str = "utf-8-sig") -> str:
    """The text of a document; raise `UnreadableDocument` when it is in another encoding."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(f"The document is not {encoding} from byte {error.start} on") from None


def read_rows(
    document: RawDocument,
    text: str,
    *,
    part: str | None = None,
    correct: Correct = as_published,
    renamed: Mapping[str, str] | None = None,
    is_sparse: bool = False,
) -> Iterator[Row | Issue]:
    """The rows of a CSV ``text`` of ``document``, under the ``renamed`` names of their columns.

    Lines are counted as the reader counts them, so a record with line breaks in its quoted fields is where it begins.
    """
    reader = csv.reader(StringIO(text, newline=""))
    fetched_on = document.fetched_at.date()
    try:
        header = _header(next(reader, []), renamed or {})
        line = reader.line_num + 1
        for cells in reader:
            # Spreadsheets pad rows, and headers too, with empty cells.
            while len(cells) > len(header) and not cells[-1]:
                cells.pop()
            if len(cells) == len(header):
                named = dict(zip(header, cells, strict=True))
                yield Row(named, line=line, fetched_on=fetched_on, part=part, correct=correct, is_sparse=is_sparse)
            elif cells:
                reason = f"The number of cells, {len(cells)}, is not that of the columns, {len(header)}"
                yield Issue(field="row", reason=reason, value=cells[0][:MOST_SHOWN], skipped=True, line=line, part=part)
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableDocument(f"This is not CSV: {error}, line {reader.line_num}") from None


def _header(cells: list[str], renamed: Mapping[str, str]) -> list[str]:
    names = [cell.strip() for cell in cells]
    # A table that has the new name already keeps what it calls by the old one beside it.
    names = [name if renamed.get(name, name) in names else renamed[name] for name in names]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise UnreadableDocument("The document has no header row")
    if len(set(names)) < len(names):
        raise SchemaChanged("Two columns have the same name")
    return names


def _refuse_repeats(observations: list[Observation], seen: set[tuple[type[Record], str]]) -> None:
    """Raise `InvalidValue` when a row brings a record that the document brought before."""
    keys = [(type(observation.record), observation.local_id) for observation in observations]
    for key in keys:
        if key in seen:
            raise InvalidValue("id", key[1], "The document has had this record before")
    seen.update(keys)
