"""The commands that read eligibility from descriptions, and say how well they do it."""

import codecs
import csv
import json
import sys
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, NamedTuple

import click

from directory.domain.home import Home
from directory.domain.records import Basis
from directory.domain.wording.agreement import Agreement, compare
from directory.domain.wording.audience import audience_in
from directory.domain.wording.document import Reading, parse_ages
from directory.domain.wording.extract import extract
from directory.queries import open_catalogue
from directory.queries.entries import all_entries

LABELS = Path(__file__).resolve().parent.parent / "data" / "eligibility" / "labels.csv"
"""The labels that come with Signpost."""

_FIELDS = ("id", "name", "text")
_COLUMNS = ("id", "half", "ages", "gender", "place", "cost", "access", "audience")


class _Unreadable(Exception):
    """A line that is no description; the words go on from "Line 3"."""


class _Described(NamedTuple):
    id: str
    name: str
    text: str


@click.group()
def eligibility() -> None:
    """Whom services are for, as their descriptions say it."""


@eligibility.command("extract")
@click.argument("texts", type=click.File("rb"), default="-", metavar="[FILE]")
def extract_command(texts: BinaryIO) -> None:
    """Read eligibility from JSON lines with an id, a name and a text, and write one JSON line for each.

    FILE is standard input unless it is named. A line that cannot be read is named on standard error; the others go on,
    and the exit status is 1.
    """
    complaints: list[str] = []
    for described in _described(texts, complaints.append):
        document = {"id": described.id, **_read(described).document()}
        click.echo(json.dumps(document, ensure_ascii=False))
    for complaint in complaints:
        click.echo(complaint, err=True)
    if complaints:
        sys.exit(1)


@eligibility.command()
@click.argument("labels", type=click.Path(exists=True, dir_okay=False, path_type=Path), default=LABELS)
@click.argument("texts", type=click.File("rb"), required=False)
@click.option("--half", type=click.Choice(["tune", "report"]), help="Only the texts of this half.")
@click.option("--differences", is_flag=True, help="Also list what was read and what the labels say where they differ.")
@click.pass_obj
def evaluate(home: Home, labels: Path, texts: BinaryIO | None, half: str | None, differences: bool) -> None:
    """Compare what is read in TEXTS with LABELS that people made.

    Without TEXTS, the descriptions that registers give of the labelled organizations are taken from the catalogue.
    LABELS is a CSV file with the columns id, half, ages, gender, place, cost, access and audience; several values stand
    with semicolons between them, and ages as in 16-25;60-. TEXTS are JSON lines as for extract. Age ranges count as
    right where both ends are; places where their words are, without case, punctuation and "the".
    """
    labelled = _labels(labels, half)
    complaints: list[str] = []
    described = _in_catalogue(home, labelled) if texts is None else _described(texts, complaints.append)
    readings = {one.id: _read(one) for one in described if one.id in labelled}
    complaints += [f"No text has the id {absent} that the labels name." for absent in labelled.keys() - readings.keys()]
    pairs = [(readings[one].marks(), labelled[one].marks()) for one in labelled if one in readings]
    click.echo(f"{len(pairs)} texts")
    click.echo(f"{'field':<10}{'precision':>10}{'recall':>8}{'right':>7}{'wrong':>7}{'missed':>8}")
    for field, agreement in compare(pairs).items():
        click.echo(_line(field, agreement))
    if differences:
        click.echo("\n".join(_differences(readings, labelled)))
    if complaints:
        raise click.ClickException("\n".join(complaints))


def _in_catalogue(home: Home, wanted: Container[str]) -> Iterator[_Described]:
    with closing(open_catalogue(home.database_url)) as database:
        for entry in all_entries(database):
            if entry.basis is Basis.REGISTER and entry.description:
                for identifier in entry.identifiers:
                    if identifier in wanted:
                        yield _Described(identifier, entry.name, entry.description)


def _described(lines: Iterable[bytes], complain: Callable[[str], None]) -> Iterator[_Described]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _one(line.removeprefix(codecs.BOM_UTF8) if number == 1 else line)
        except _Unreadable as problem:
            complain(f"Line {number} {problem}.")


def _one(line: bytes) -> _Described:
    try:
        document = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise _Unreadable("is not written in UTF-8") from error
    except RecursionError as error:
        raise _Unreadable("is nested too deeply") from error
    except ValueError as error:
        raise _Unreadable("is not JSON") from error
    if not isinstance(document, dict) or not all(isinstance(document.get(field), str) for field in _FIELDS):
        raise _Unreadable("needs an id, a name and a text, each of them words")
    described = _Described(*(document[field] for field in _FIELDS))
    try:
        "".join(described).encode()
    except UnicodeEncodeError as error:
        raise _Unreadable("has half a character, which no text can hold") from error
    return described


def _read(described: _Described) -> Reading:
    criteria = extract(described.name, described.text)
    return Reading.of(criteria, audience_in(described.name, described.text))


def _labels(path: Path, half: str | None) -> dict[str, Reading]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        try:
            if set(_COLUMNS) - set(rows.fieldnames or ()):
                raise click.ClickException(f"{path} needs the columns {', '.join(_COLUMNS)}.")
            return {row["id"]: _labelled(row) for row in rows if half in (None, row["half"])}
        except UnicodeDecodeError as error:
            raise click.ClickException(f"{path} is not written in UTF-8.") from error
        except ValueError as error:
            raise click.ClickException(f"{path}, line {rows.line_num}: {error}.") from error


def _labelled(row: dict[str, str]) -> Reading:
    return Reading(
        ages=tuple(parse_ages(one) for one in _several(row["ages"])),
        gender=row["gender"] or None,
        places=_several(row["place"]),
        cost=row["cost"] or None,
        access=_several(row["access"]),
        audience=_several(row["audience"]),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(value.strip() for value in cell.split(";") if value.strip())


def _line(field: str, agreement: Agreement) -> str:
    precision, recall = ("-" if share is None else f"{share:.3f}" for share in (agreement.precision, agreement.recall))
    return f"{field:<10}{precision:>10}{recall:>8}{agreement.right:>7}{agreement.wrong:>7}{agreement.missed:>8}"


def _differences(readings: dict[str, Reading], labelled: dict[str, Reading]) -> Iterator[str]:
    for one in sorted(labelled.keys() & readings.keys()):
        read = readings[one].marks()
        for field, marks in labelled[one].marks().items():
            if read[field] != marks:
                yield f"{one} {field}: read {_words(read[field])}; labelled {_words(marks)}"


def _words(marks: frozenset[str]) -> str:
    return ", ".join(sorted(marks)) or "nothing"
