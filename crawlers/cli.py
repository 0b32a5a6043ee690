"""The commands of crawling: read sources, say how each last fared, and show the defects found in them."""

import json
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from crawlers.fetch import MIRROR_ONLY
from crawlers.runs import harvest as harvest_source
from crawlers.sources import all_sources, source, sources_of_uk
from directory.domain.errors import NotFound
from directory.domain.home import Home
from directory.domain.sources import Outcome, Run, Source
from directory.intake import open_door
from directory.queries import open_catalogue
from directory.queries.issues import issues as latest_issues
from directory.queries.runs import latest_runs
from directory.queries.watching import FeedInTrouble, feeds_in_trouble

_COUNTS = ("read", "published", "skipped", "issues", "new", "changed", "unchanged", "vanished")
_ISSUE = ("source_id", "part", "line", "field", "reason", "value", "skipped")


@click.command()
@click.argument("source_ids", metavar="SOURCE...", nargs=-1)
@click.option("--all", "all_of_uk", is_flag=True, help="Every real source of the United Kingdom.")
@click.pass_obj
def harvest(home: Home, source_ids: tuple[str, ...], all_of_uk: bool) -> None:
    """Read sources into the catalogue."""
    chosen = _chosen(source_ids, all_of_uk=all_of_uk)
    if all_of_uk and home.mirror is None:
        chosen = [one for one in chosen if not one.url.startswith(MIRROR_ONLY)]
    runs = _harvest_each(home, chosen)
    _wide_console().print(_table_of_runs(runs))
    for run in runs:
        if run.reason is not None:
            click.echo(f"{run.source_id}: {run.reason}", err=True)
    if any(run.outcome is not Outcome.PUBLISHED for run in runs):
        raise SystemExit(1)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def sources(home: Home, as_json: bool) -> None:
    """Name every source and say how its last run went, and which watched feeds fail, are empty or have gone silent."""
    with closing(open_catalogue(home.database_url)) as database:
        runs = latest_runs(database)
        ailing = [_feed(one) for one in feeds_in_trouble(database)]
    rows = [_status(one, runs.get(one.id)) for one in all_sources().values()]
    if as_json:
        _print([*rows, *ailing], as_json=True)
        return
    _print(rows, as_json=False)
    if ailing:
        click.echo("Watched feeds in trouble:")
        _print(ailing, as_json=False)


@click.command()
@click.argument("source_id", metavar="[SOURCE]", required=False)
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=100, show_default=True, help="How many to show.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def issues(home: Home, source_id: str | None, limit: int, as_json: bool) -> None:
    """Show the defects that the last run of a source met, or of every source."""
    if source_id is not None:
        _declared(source_id)
    with closing(open_catalogue(home.database_url)) as database:
        found = latest_issues(database, source_id, limit)
    _print([{name: getattr(issue, name) for name in _ISSUE} for issue in found], as_json=as_json)


def _chosen(source_ids: tuple[str, ...], *, all_of_uk: bool) -> list[Source]:
    if bool(source_ids) == all_of_uk:
        raise click.UsageError("Name the sources to read, or say --all.")
    return sources_of_uk() if all_of_uk else [_declared(source_id) for source_id in dict.fromkeys(source_ids)]


def _declared(source_id: str) -> Source:
    try:
        return source(source_id)
    except NotFound as error:
        raise click.BadParameter(str(error)) from None


def _harvest_each(home: Home, chosen: Iterable[Source]) -> list[Run]:
    """Read each source in turn, with a line that shows how far it has come."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.fields[said]}"),
        TimeElapsedColumn(),
    )
    runs: list[Run] = []
    with open_door(home) as door, Progress(*columns, console=Console(stderr=True)) as progress:
        for one in chosen:
            task = progress.add_task(one.id, total=None, said="")

            def show(read: int, task: Any = task) -> None:
                progress.update(task, said=f"{read:,} read")

            run = harvest_source(door, one, home, datetime.now(UTC), show)
            runs.append(run)
            progress.update(task, total=1, completed=1, said=f"{run.outcome}, {run.published:,} records")
    return runs


def _table_of_runs(runs: Iterable[Run]) -> Table:
    table = Table("source", "outcome", *_COUNTS)
    for column in table.columns[2:]:
        column.justify = "right"
    for run in runs:
        table.add_row(run.source_id, run.outcome, *(f"{getattr(run, count):,}" for count in _COUNTS))
    return table


def _status(one: Source, run: Run | None) -> dict[str, object]:
    """One source as ``signpost sources`` tells of it."""
    return {
        "id": one.id,
        "title": one.title,
        "licence": one.licence,
        "last_run": run.at.isoformat(timespec="seconds") if run else None,
        "outcome": run.outcome if run else None,
        "records": run.published if run else None,
        "issues": run.issues if run else None,
    }


def _feed(one: FeedInTrouble) -> dict[str, object]:
    """One watched feed as ``signpost sources`` tells of it."""
    return {
        "id": one.url,
        "outcome": one.health,
        "since": one.since.isoformat(),
        "reason": one.sentence,
        "services": ", ".join(one.service_ids),
    }


def _print(rows: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    if not rows:
        click.echo("There are none.")
        return
    table = Table(*(name.replace("_", " ") for name in rows[0]))
    for row in rows:
        table.add_row(*(_shown(value) for value in row.values()))
    _wide_console().print(table)


def _shown(value: object) -> Text:
    """A value as a cell: a document may hold codes that command a terminal, or brackets that rich would obey."""
    text = "" if value is None else str(value)
    return Text("".join(character if character.isprintable() else " " for character in text))


def _wide_console() -> Console:
    """The terminal as it is, or lines long enough for a table when a file or another program reads them."""
    console = Console()
    return console if console.is_terminal else Console(width=200)
