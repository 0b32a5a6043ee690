"""Commands about the catalogue itself: the judgements that make one organization of two, and publishing anew."""

from datetime import UTC, datetime

import click
from rich.console import Console
from rich.progress import Progress as ProgressBar

from directory.actions import judge as actions
from directory.domain.home import Home
from directory.domain.judgements import Verdict
from directory.intake import open_door
from directory.queries import open_catalogue
from directory.queries.judgements import recent_judgements


@click.group()
def judgements() -> None:
    """Which organizations are held to be one, and why."""


@click.command()
@click.pass_obj
def republish(home: Home) -> None:
    """Publish every organization again, so that better rules, or places of a new geography pack, count for all."""
    with open_door(home) as door, ProgressBar(console=Console(stderr=True)) as bar:
        task = bar.add_task("Published", total=None)
        touched = door.republish(datetime.now(UTC), lambda done: bar.update(task, description=f"Published {done:,}"))
    click.echo(f"{touched:,} services may look different now: run `signpost index refresh`.")


@judgements.command("list")
@click.option("--verdict", type=click.Choice([str(one) for one in Verdict]), help="Only these.")
@click.option("--limit", default=50, show_default=True, help="How many, newest first.")
@click.pass_obj
def list_judgements(home: Home, verdict: str | None, limit: int) -> None:
    """Show the newest judgements in force."""
    database = open_catalogue(home.database_url)
    for one in recent_judgements(database, limit, Verdict(verdict) if verdict else None):
        click.echo(f"{one.id:>6}  {one.verdict:<9}  {one.left}  {one.right}  {one.by}: {one.reason}")


@judgements.command()
@click.argument("one")
@click.argument("other")
@click.option("--verdict", type=click.Choice([str(one) for one in Verdict]), required=True)
@click.option("--by", required=True, help="Who judges: a role or body that others can ask.")
@click.option("--why", required=True)
@click.pass_obj
def add(home: Home, one: str, other: str, verdict: str, by: str, why: str) -> None:
    """Judge whether the organizations with the ids ONE and OTHER are the same."""
    with open_door(home) as door:
        actions.judge(door, one, other, Verdict(verdict), by=by, reason=why, at=datetime.now(UTC))


@judgements.command()
@click.argument("number", type=int)
@click.option("--by", required=True, help="Who takes it back.")
@click.option("--why", required=True)
@click.pass_obj
def undo(home: Home, number: int, by: str, why: str) -> None:
    """Take judgement NUMBER back; merged organizations come apart again."""
    with open_door(home) as door:
        actions.undo_judgement(door, number, by=by, reason=why, at=datetime.now(UTC))
