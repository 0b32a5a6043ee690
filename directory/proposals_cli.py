"""The commands about changes that pages put forward: listing them, and a person's decisions on them."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime

import click

from directory.actions.decide import Desk
from directory.domain.home import Home
from directory.domain.status.posterior import Model
from directory.geography import Gazetteer
from directory.queries import open_catalogue
from directory.queries.proposals import Proposal, waiting
from directory.queries.status_settings import read_status_settings


@click.group(invoke_without_command=True)
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=100, show_default=True, help="How many to show.")
@click.pass_context
def proposals(context: click.Context, limit: int) -> None:
    """Show what pages say otherwise than the catalogue, and accept or reject it: nothing is published by itself."""
    if context.invoked_subcommand is not None:
        return
    with closing(open_catalogue(context.obj.database_url)) as database:
        found = waiting(database)
    for one in found[:limit]:
        change = one.change
        click.echo(f"{one.number:>6}  {one.service_id}  {_said(change)}  ({change.confidence}, {change.url})")
        if change.sentence:
            click.echo(f"        “{change.sentence}”")
    click.echo(f"{len(found):,} proposed changes wait for a person.")


_by = click.option("--by", required=True, metavar="NAME", help="Who decides: kept, so that others can ask.")


@proposals.command()
@click.argument("number", type=int)
@_by
@click.pass_obj
def accept(home: Home, number: int, by: str) -> None:
    """Publish a change: it outranks what feeds and pages say until it is taken back."""
    with _desk(home, by) as desk:
        click.echo(f"Accepted and published: {_said(desk.accept(number))}.")


@proposals.command()
@click.argument("number", type=int)
@_by
@click.pass_obj
def reject(home: Home, number: int, by: str) -> None:
    """Keep that a change is wrong: the same is not put forward again."""
    with _desk(home, by) as desk:
        click.echo(f"Rejected: {_said(desk.reject(number))}.")


@proposals.command()
@click.argument("number", type=int)
@_by
@click.pass_obj
def undo(home: Home, number: int, by: str) -> None:
    """Take a decision back: what sources say holds again, and the change waits for a person."""
    with _desk(home, by) as desk:
        click.echo(f"Taken back: {_said(desk.undo(number))}.")


@contextmanager
def _desk(home: Home, by: str) -> Iterator[Desk]:
    now = datetime.now(UTC)
    with closing(open_catalogue(home.database_url)) as database:
        yield Desk(
            database,
            Gazetteer.open(home.geography),
            Model(read_status_settings()),
            home.documents,
            by=by,
            on=now.date(),
            at=now,
        )


def _said(one: Proposal) -> str:
    before = f"{one.before} → " if one.before else ""
    return f"{one.field}: {before}{one.after}"
