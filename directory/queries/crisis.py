"""Crisis lines, topics and words, read from data/crisis: no other module reads those files."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from directory.domain.crisis.lines import Line
from directory.domain.crisis.phrases import Phrase
from directory.domain.crisis.rows import BadRow, Row, Topic, lines_from, phrases_from, topics_from
from directory.domain.errors import SignpostError
from directory.queries.status_settings import DATA


class BadCrisisFile(SignpostError):
    """A file of data/crisis cannot be used; the text says which and why."""


@dataclass(frozen=True, slots=True)
class CrisisTables:
    """Everything that data/crisis holds, each in the order of its file."""

    topics: tuple[Topic, ...]
    lines: tuple[Line, ...]
    phrases: tuple[Phrase, ...]


@lru_cache(maxsize=2)
def read_crisis(folder: Path = DATA / "crisis") -> CrisisTables:
    """Read the three files, once in each process; raise `BadCrisisFile`, naming file, row and field."""
    path = folder / "topics.csv"
    try:
        topics = topics_from(_rows(path))
        path = folder / "lines.csv"
        lines = lines_from(_rows(path), topics)
        path = folder / "words.csv"
        return CrisisTables(topics, lines, phrases_from(_rows(path), topics))
    except BadRow as error:
        raise BadCrisisFile(f"{path}: {error}") from error
    except OSError as error:
        raise BadCrisisFile(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, csv.Error) as error:
        raise BadCrisisFile(f"{path} is no CSV in UTF-8: {error}.") from error


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))
