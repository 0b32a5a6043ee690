"""The commands that build, refresh and describe the search index, and the one that searches."""

import json
import textwrap
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress as ProgressBar

from directory.domain.home import Home
from directory.geography import Gazetteer
from directory.queries import open_catalogue
from directory.queries.changes import latest_cursor
from directory.queries.entries import all_entries
from directory.queries.running import reasons_of
from index.boosts import read_boosts
from index.build import build
from index.columns.engine import ColumnIndex
from index.columns.manifest import NoIndex
from index.finder import Found, find
from index.knowledge import read_knowledge
from index.protocol import FACETS, Hit
from index.refresh import refresh
from index.relevance.evaluate import evaluate
from index.relevance.judgements import STANDARDS, Half, read_judgements
from index.relevance.report import report
from index.request import BadSearch, Profile, SearchRequest
from index.results import as_json, told_of
from index.verdict import verdict_on

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


@index.command("evaluate")
@click.option(
    "--judgements",
    "files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A CSV of query, id and grade; the sets that come with Signpost unless one is named.",
)
@click.option("--half", type=click.Choice([half.value for half in Half]), help="Only this half of the queries.")
@click.option("--totals", is_flag=True, help="Leave out the line of each query.")
@click.pass_obj
def evaluate_command(home: Home, files: tuple[Path, ...], half: str | None, totals: bool) -> None:
    """Measure the ranking on judged services of the catalogue, by their words alone, beside BM25 alone."""
    knowledge, boosts = read_knowledge(), read_boosts()
    with closing(open_catalogue(home.database_url)) as database:
        entries = list(all_entries(database))
    for file in files or STANDARDS:
        judgements = read_judgements(file)
        if half is not None:
            judgements = replace(judgements, queries=judgements.of(Half(half)))
        click.echo(file.name)
        click.echo("\n".join(report(evaluate(entries, judgements, knowledge, boosts), each=not totals)))


@click.command()
@click.argument("q", default="")
@click.option("--near", default="", help="A postcode, a part of one, or the name of a place.")
@click.option("--within", default="", help="How far from there: 5km, 3 miles, 800m.")
@click.option("--only", multiple=True, help=f"Only services with facet=value; facets are {', '.join(FACETS)}.")
@click.option("--age", default="", help="Of the person: 67, 60+ or 16-25.")
@click.option("--gender", default="", help="Of the person: f, m or x.")
@click.option("--home", default="", help="Of the person: a postcode, kept to its sector.")
@click.option("--needs", multiple=True, help="Of the person: wheelchair, step_free, hearing_loop, bsl …")
@click.option("--condition", multiple=True, help="Of the person: dementia, diabetes …")
@click.option("--speaks", multiple=True, help="Of the person: languages, in English.")
@click.option("--carer", default="", help="Of the person: yes or no.")
@click.option("--route", default="", help="How they come: self, professional, gp, none.")
@click.option("--travel", default="", help="How they get about: walk, bus, car.")
@click.option("--on", multiple=True, help="Days they can come: mon … sun.")
@click.option("--at", multiple=True, help="Parts of days they can come: morning, afternoon, evening.")
@click.option("--free", default="", help="Whether they cannot pay: yes.")
@click.option("--size", default="", help="How many results a page.")
@click.option("--page", default="", help="Which page, from 1.")
@click.option("--json", "json_wanted", is_flag=True, help="Print JSON in place of lines.")
@click.pass_obj
def search(home: Home, /, json_wanted: bool, only: tuple[str, ...], **asked: Any) -> None:
    """Find services by words, a place, or both, for a person if you say for whom.

    Q may be a sentence: bereavement group for men near NE28 evenings. Words may be "in quotation marks" to stand
    together, end in * for any ending, and be joined by AND, OR and NOT.
    """
    profile = Profile(**{name: asked.pop(name) for name in Profile.__slots__ if name in asked})
    request = SearchRequest(**asked, filters=_filters(only), profile=profile)
    found = find(ColumnIndex(home.index), Gazetteer.open(home.geography), request, datetime.now(UTC))
    if json_wanted:
        with closing(open_catalogue(home.database_url)) as database:
            reasons = reasons_of(database, told_of(found))
        click.echo(json.dumps(as_json(found, reasons), ensure_ascii=False, indent=2))
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


def _filters(only: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The values to keep by facet, out of ``facet=value`` pairs."""
    filters: dict[str, tuple[str, ...]] = {}
    for pair in only:
        facet, equals, value = pair.partition("=")
        if facet not in FACETS or not equals:
            raise BadSearch("only", f"Write facet=value, with one of the facets {', '.join(FACETS)}: not {pair}.")
        filters[facet] = (*filters.get(facet, ()), value)
    return filters


def _eligibility(hit: Hit, found: Found) -> list[str]:
    line = verdict_on(hit.entry, found.query.person).line
    return [f"   {line}"] if line else []


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
        lines += _eligibility(hit, found)
        if hit.entry.description:
            lines.append("   " + textwrap.shorten(hit.entry.description, _WIDTH - 3, placeholder=" …"))
        if hit.entry.url:
            lines.append(f"   {hit.entry.url}")
    for rescue in found.rescues:
        lines += ["", f"{rescue.words}: {rescue.total:,}", *(f"   {hit.entry.name}" for hit in rescue.hits)]
    if results.suggestions:
        lines += ["", "Try: " + "; ".join(results.suggestions)]
    return lines
