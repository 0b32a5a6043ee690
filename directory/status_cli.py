"""The commands that say whether services are still running, and how well they say it."""

import codecs
import csv
import gzip
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple, TextIO

import click
import numpy as np
from rich.console import Console
from rich.table import Table

from directory.domain import messages
from directory.domain.status.assess import BATCH, assess
from directory.domain.status.evaluation import (
    Bin,
    Case,
    average_precision,
    brier,
    calibration_error,
    flagged,
    is_down,
    outage,
    precision_at,
    reliability,
)
from directory.domain.status.exchange import UnreadableHistory, assessment_line, history_in, line_of
from directory.domain.status.history import History
from directory.domain.status.posterior import Model
from directory.domain.status.reliability_plot import reliability_plot
from directory.domain.status.simulator import simulate
from directory.queries.status_settings import read_status_settings

_COLUMNS = ("id", "closed", "closed_on")
_GZIP = ".gz"

_EXISTING = click.Path(exists=True, dir_okay=False)
_NEW_TEXT = click.File("w", encoding="utf-8")
_DAY = click.DateTime(["%Y-%m-%d"])


class _Truth(NamedTuple):
    has_closed: bool
    closed_on: date | None

    def had_closed(self, on: date) -> bool:
        return self.has_closed and (self.closed_on is None or self.closed_on <= on)


@click.group()
def status() -> None:
    """Whether services are still running."""


@status.command("assess")
@click.argument(
    "histories", type=click.Path(exists=True, dir_okay=False, allow_dash=True), default="-", metavar="[FILE]"
)
@click.option("--on", type=_DAY, help="The day as of which they are judged; today, unless it is given.")
def assess_command(histories: str, on: datetime | None) -> None:
    """Judge services by the evidence in JSON lines, and write one JSON line for each, in their order.

    FILE is standard input unless it is named; a name that ends in .gz is a gzip file. A line that cannot be read is
    named on standard error; the others go on, and the exit status is 1.
    """
    model, day = Model(read_status_settings()), (on or datetime.now(UTC)).date()
    complaints: list[str] = []
    with _opened(histories) as lines:
        for batch in _batches(_histories(lines, complaints.append)):
            click.echo(b"".join(assessment_line(found) for found in assess(model, batch, day)), nl=False)
    _complain(complaints)


@status.command("evaluate")
@click.argument("histories", type=_EXISTING)
@click.argument("truth", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--on", type=_DAY, help="The day as of which they are judged; the last of any evidence, if not given.")
@click.option("--plot", type=_NEW_TEXT, metavar="FILE.svg", help="Also draw chances against what had really closed.")
def evaluate_command(histories: str, truth: Path, on: datetime | None, plot: TextIO | None) -> None:
    """Compare what HISTORIES make likely with what TRUTH says had closed.

    HISTORIES are JSON lines as for assess. TRUTH is a CSV file with the columns id, closed (0 or 1) and closed_on, the
    first day on which it no longer ran. What closed after the day of judging counts as running.
    """
    complaints: list[str] = []
    known, truths = [], _truths(truth)
    with _opened(histories) as lines:
        for one in _histories(lines, complaints.append):
            if one.id in truths:
                known.append(one)
            else:
                complaints.append(f"{truth} does not say whether {one.id} had closed.")
    if not known:
        raise click.ClickException("\n".join([*complaints, f"{histories} holds no service that {truth} names."]))
    day = on.date() if on else max(map(_last_day, known))
    cases = _cases(known, truths, day)
    bins = reliability(cases)
    _print(cases, bins, day)
    if plot is not None:
        plot.write(reliability_plot(bins))
    _complain(complaints)


@status.command("simulate")
@click.argument("histories", type=click.File("wb"))
@click.argument("truth", type=_NEW_TEXT)
@click.option("--seed", default=7, show_default=True, help="The same seed gives the same services.")
@click.option("--count", type=click.IntRange(1), default=3_000, show_default=True, help="How many services.")
@click.option("--on", type=_DAY, help="The day as of which they are known; today, unless it is given.")
def simulate_command(histories: BinaryIO, truth: TextIO, seed: int, count: int, on: datetime | None) -> None:
    """Invent services whose end is known: write their evidence to HISTORIES, and which had closed to TRUTH."""
    day = (on or datetime.now(UTC)).date()
    rows = csv.writer(truth, lineterminator="\n")
    rows.writerow(_COLUMNS)
    with _packed(histories) as lines:
        for known, closed_on in simulate(count, day, np.random.default_rng(seed)):
            lines.write(line_of(known))
            rows.writerow([known.id, int(closed_on is not None), closed_on or ""])


def _complain(complaints: Sequence[str]) -> None:
    for complaint in complaints:
        click.echo(complaint, err=True)
    if complaints:
        sys.exit(1)


@contextmanager
def _opened(name: str) -> Iterator[Iterable[bytes]]:
    with click.open_file(name, "rb") as file:
        if not name.endswith(_GZIP):
            yield file
            return
        try:
            with gzip.open(file) as lines:
                yield lines
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise click.ClickException(f"{name} is no whole gzip file.") from error


def _packed(file: BinaryIO) -> AbstractContextManager[BinaryIO | gzip.GzipFile]:
    if not file.name.endswith(_GZIP):
        return nullcontext(file)
    # Without a name and a time in it, the same services are the same bytes.
    return gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0)


def _histories(lines: Iterable[bytes], complain: Callable[[str], None]) -> Iterator[History]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield history_in(line.removeprefix(codecs.BOM_UTF8) if number == 1 else line)
        except UnreadableHistory as problem:
            complain(f"Line {number} {problem}.")


def _batches(histories: Iterator[History]) -> Iterator[list[History]]:
    while batch := list(islice(histories, BATCH)):
        yield batch


def _truths(path: Path) -> dict[str, _Truth]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        try:
            if set(_COLUMNS) - set(rows.fieldnames or ()):
                raise click.ClickException(f"{path} needs the columns {', '.join(_COLUMNS)}.")
            return {row["id"]: _truth(row) for row in rows}
        except UnicodeDecodeError as error:
            raise click.ClickException(f"{path} is not written in UTF-8.") from error
        except (KeyError, ValueError) as error:
            problem = "closed is 0 or 1, and closed_on a day such as 2026-05-31, or nothing"
            raise click.ClickException(f"{path}, line {rows.line_num}: {problem}.") from error


def _truth(row: Mapping[str, str | None]) -> _Truth:
    has_closed = {"0": False, "1": True}[row["closed"] or ""]
    return _Truth(has_closed, date.fromisoformat(row["closed_on"]) if row["closed_on"] else None)


def _last_day(known: History) -> date:
    """Of its evidence, of which the first sight is the first."""
    seen, said = (one.day for one in known.observations), (one.day for one in known.statements)
    return max([known.first_seen, *seen, *said, *(known.events.days if known.events else ())])


def _cases(histories: Sequence[History], truths: Mapping[str, _Truth], on: date) -> list[Case]:
    found = assess(Model(read_status_settings()), histories, on)
    return [
        Case(
            p_closed=1 - one.p_open,
            state=one.state,
            has_closed=truths[known.id].had_closed(on),
            site_fails=is_down(known.as_of(on)),
        )
        for known, one in zip(histories, found, strict=True)
    ]


def _print(cases: Sequence[Case], bins: Sequence[Bin], on: date) -> None:
    closed = sum(case.has_closed for case in cases)
    called, down = flagged(cases, 0.75), outage(cases)
    click.echo(f"{len(cases):,} services as of {messages.day(on)}, of which {closed:,} had closed")
    for name, value in (
        ("precision at P(closed) .75", called.precision),
        ("recall at P(closed) .75", called.recall),
        ("precision at recall .5", precision_at(cases, 0.5)),
        ("precision at recall .7", precision_at(cases, 0.7)),
        ("average precision", average_precision(cases)),
        ("Brier score", brier(cases)),
        ("calibration error", calibration_error(bins)),
    ):
        click.echo(f"{name:<28}{'-' if value is None else f'{value:.4f}':>8}")
    click.echo(
        f"{down.hidden} of {down.count} services that run while their website fails are called closed or likely so"
    )
    table = Table("P(closed)", "services", "mean", "had closed")
    for one in bins:
        band = f"{one.least:.1f} to {one.most:.1f}"
        table.add_row(band, f"{one.count:,}", f"{one.mean_p_closed:.3f}", f"{one.share_closed:.3f}")
    Console().print(table)
