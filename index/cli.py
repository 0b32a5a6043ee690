"""The commands that build, refresh and describe the search index, and the one that searches."""

import json
import textwrap
from contextlib import closing
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress as ProgressBar

from directory.domain.home import Home
from directory.geography import Gazetteer
from directory.queries import open_catalogue
from directory.queries.changes import latest_cursor
from directory.queries.entries import all_entries
from index.build import build
from index.columns.engine import ColumnIndex
from index.columns.manifest import NoIndex
from index.finder import Found, SearchRequest, find
from index.refresh import refresh
from index.results import as_json

_WIDTH = 100


@click.group()
def index() -> None:
    """The search index, which can always be built again."""


@index.command("build")
@click.pass_obj
def build_command(home: Home) -> None:
    """Build the whole index from the catalogue and swap it in."""
    _build(home)


@index.command("refresh")
@click.pass_obj
def refresh_command(home: Home) -> None:
    """Take in what changed in the catalogue; build the index where there is none."""
    try:
        search_index = ColumnIndex(home.index)
    except NoIndex:
        _build(home)
        return
    with closing(open_catalogue(home.database_url)) as database:
        count = refresh(search_index, database)
    click.echo(f"{count:,} changed services taken in.")


@index.command("info")
@click.pass_obj
def info_command(home: Home) -> None:
    """Say what the index holds."""
    info = ColumnIndex(home.index).info()
    click.echo(f"Services: {info.entries:,} as {info.documents:,} documents")
    click.echo(f"Segments: {info.segments}, changes in the tail: {info.tail:,}")
    click.echo(f"Cursor:   {info.cursor}")
    click.echo(f"On disk:  {info.bytes_on_disk / 1e6:,.1f} MB")
    click.echo(f"Built at: {info.built_at}")


@click.command()
@click.argument("q", default="")
@click.option("--near", default="", help="A postcode, a part of one, or the name of a place.")
@click.option("--within", default="", help="How far from there: 5km, 3 miles, 800m.")
@click.option("--category", "categories", multiple=True, help="Only services with this category (taxonomy:code).")
@click.option("--source", "sources", multiple=True, help="Only services that this source speaks of.")
@click.option("--size", default="", help="How many results a page.")
@click.option("--page", default="", help="Which page, from 1.")
@click.option("--json", "json_wanted", is_flag=True, help="Print JSON in place of lines.")
@click.pass_obj
def search(home: Home, /, json_wanted: bool, **asked: Any) -> None:
    """Find services by words, a place, or both.

    Words may be "in quotation marks" to stand together, end in * for any ending, and be joined by AND, OR and NOT.
    """
    found = find(ColumnIndex(home.index), Gazetteer.open(home.geography), SearchRequest(**asked))
    if json_wanted:
        click.echo(json.dumps(as_json(found), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(found)))


def _build(home: Home) -> None:
    with closing(open_catalogue(home.database_url)) as database, ProgressBar(console=Console(stderr=True)) as bar:
        cursor = latest_cursor(database)  # before the entries, so that what changes meanwhile is read again
        task = bar.add_task("Starting", total=None)
        count = build(
            home.index,
            all_entries(database),
            cursor,
            lambda what, done: bar.update(task, description=f"{what} {done:,}"),
        )
    click.echo(f"Built in {home.index}: {count:,} services.")


def _lines(found: Found) -> list[str]:
    """Results to be read in a terminal."""
    query, results = found.query, found.results
    where = f" within {(query.within_m or 0) / 1000:g} km of {query.near.label}" if query.near else ""
    lines = [f"{results.total:,} found{where}"]
    if results.searched_for:
        lines.append(f"Searched for: {results.searched_for}")
    if found.finding.reason:
        lines.append(f"Note: {found.finding.reason}")
    if found.finding.alternatives:
        lines.append("Other places: " + "; ".join(place.label for place in found.finding.alternatives))
    for number, hit in enumerate(results.hits, (query.page - 1) * query.size + 1):
        lines += ["", f"{number}. {hit.entry.name}"]
        if hit.entry.organization != hit.entry.name:
            lines.append(f"   by {hit.entry.organization}")
        lines.append(f"   {hit.why}")
        if hit.entry.description:
            lines.append(textwrap.shorten(f"   {hit.entry.description}", _WIDTH, placeholder=" …"))
        if hit.entry.url:
            lines.append(f"   {hit.entry.url}")
    if results.suggestions:
        lines += ["", "Try: " + "; ".join(results.suggestions)]
    return lines
