"""Judged queries: which records people said answer which words, read from a CSV file."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from io import StringIO
from pathlib import Path
from types import MappingProxyType

from directory.domain.errors import SignpostError

DATA = Path(__file__).resolve().parents[2] / "data" / "relevance"

STANDARD = DATA / "judgements.csv"
STANDARDS = (STANDARD, DATA / "judgements_by_reading.csv")
"""The judged sets that come with Signpost: by tags, and by reading (docs/relevance.md)."""

QUERIES = "queries.csv"
"""The file beside a judgements file that says of each query which half and kind it is."""

_GRADES = {"0": 0, "1": 1, "2": 2, "3": 3}


class BadJudgements(SignpostError):
    """A file of judgements that cannot be read as one; the text names the file and, where there is one, the line."""

    def __init__(self, path: Path, line: int | None, reason: str) -> None:
        where = path.name if line is None else f"{path.name}, line {line}"
        super().__init__(f"{where}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class Half(StrEnum):
    """Whether a query may be looked at while a ranking is changed, or only reported on afterwards."""

    TUNE = "tune"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedQuery:
    """Words somebody might search with and the ids that answer them, with grades of 1 (related) to 3 (just this).

    ``half`` is None for a query that belongs to no half, ``kind`` for one that nobody put in a kind.
    """

    text: str
    half: Half | None = None
    kind: str | None = None
    relevant: Mapping[str, int]

    def grades(self, ids: Iterable[str]) -> tuple[int, ...]:
        """The grade of each id, in the order given; 0 for one that does not answer the query."""
        return tuple(self.relevant.get(id_, 0) for id_ in ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """A judged set. ``pool`` holds every id that was judged, for any query or for none: only these should be ranked.

    ``unanswered`` are the queries to which nothing in the pool is relevant: no ranking of it is better than another,
    so they are not among ``queries``.
    """

    queries: tuple[JudgedQuery, ...]
    pool: frozenset[str]
    unanswered: tuple[str, ...] = ()

    def of(self, half: Half) -> tuple[JudgedQuery, ...]:
        """The queries of one half, in the order of the file."""
        return tuple(query for query in self.queries if query.half is half)


def read_judgements(path: Path = STANDARD) -> Judgements:
    """Read a CSV with the columns ``query``, ``id``, ``grade`` and perhaps ``half`` and ``kind``.

    A row without a query and with grade 0 only puts its id into the pool. Halves and kinds the file does not state
    come from `QUERIES` beside it, where there is one. Other columns are notes for the people who judge, and not read.
    Raises `BadJudgements` at the first line that cannot be meant.
    """
    asked: dict[str, _Asked] = {}
    pool: set[str] = set()
    for row in _rows(path, required=("query", "id", "grade")):
        id_, grade = row.id(), row.grade()
        pool.add(id_)
        text = row.get("query")
        if text:
            asked.setdefault(text, _Asked()).add(row, id_, grade)
        elif grade:
            raise row.wrong(f"the grade is {grade}, and there is no query that it is for.")
    beside = path.with_name(QUERIES)
    if beside.is_file():
        for row in _rows(beside, required=("query",)):
            if row.get("query") in asked:
                asked[row.get("query")].complete(row)
    return Judgements(
        queries=tuple(about.judged(text) for text, about in asked.items() if any(about.grades.values())),
        pool=frozenset(pool),
        unanswered=tuple(text for text, about in asked.items() if not any(about.grades.values())),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    path: Path
    line: int
    values: Mapping[str, str]

    def get(self, column: str) -> str:
        """The words of a column with single spaces, empty for a column that is not there."""
        return " ".join(self.values.get(column, "").split())

    def id(self) -> str:
        found = self.get("id")
        if not found:
            raise self.wrong("the id is empty.")
        return found

    def grade(self) -> int:
        found = self.get("grade")
        if found not in _GRADES:
            raise self.wrong(f"the grade is {found[:20]!r}, and it must be 0, 1, 2 or 3.")
        return _GRADES[found]

    def half(self) -> Half | None:
        found = self.get("half")
        if found and found not in set(Half):
            raise self.wrong(f"the half is {found[:20]!r}, and it must be tune or report.")
        return Half(found) if found else None

    def wrong(self, reason: str) -> BadJudgements:
        return BadJudgements(self.path, self.line, reason)


@dataclass(slots=True)
class _Asked:
    """What has been read so far about one query."""

    grades: dict[str, int] = field(default_factory=dict)
    half: Half | None = None
    kind: str | None = None

    def add(self, row: _Row, id_: str, grade: int) -> None:
        if self.grades.setdefault(id_, grade) != grade:
            raise row.wrong(f"{id_} has grade {grade} here and grade {self.grades[id_]} in an earlier line.")
        half = row.half()
        if half and self.half and half is not self.half:
            raise row.wrong(f"the half is {half} here and {self.half} in an earlier line.")
        self.complete(row)

    def complete(self, row: _Row) -> None:
        """Take the half and kind of ``row`` where none is known yet."""
        self.half = self.half or row.half()
        self.kind = self.kind or row.get("kind") or None

    def judged(self, text: str) -> JudgedQuery:
        relevant = MappingProxyType({id_: grade for id_, grade in self.grades.items() if grade})
        return JudgedQuery(text=text, half=self.half, kind=self.kind, relevant=relevant)


def _rows(path: Path, required: tuple[str, ...]) -> Iterator[_Row]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadJudgements(path, None, "this file cannot be opened.") from error
    except UnicodeDecodeError as error:
        raise BadJudgements(path, None, "this is not text in UTF-8.") from error
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header = [column.strip() for column in next(reader, [])]
        _check(path, header, required)
        for values in reader:
            if values:
                yield _row(path, reader.line_num, header, values)
    except csv.Error as error:
        raise BadJudgements(path, reader.line_num, f"this is not CSV: {error}.") from error


def _check(path: Path, header: list[str], required: tuple[str, ...]) -> None:
    missing = [column for column in required if column not in header]
    if missing:
        raise BadJudgements(path, 1, f"the first line must name the columns, and {missing[0]} is not there.")
    if len(set(header)) < len(header):
        raise BadJudgements(path, 1, "a column is named twice.")


def _row(path: Path, line: int, header: list[str], values: list[str]) -> _Row:
    if len(values) != len(header):
        raise BadJudgements(path, line, f"there are {len(values)} values for {len(header)} columns.")
    return _Row(path=path, line=line, values=dict(zip(header, values, strict=True)))
