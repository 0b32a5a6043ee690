"""The commands that say whether services are still running, and work it out anew."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta

import click
import msgspec
from rich.console import Console
from rich.progress import Progress as ProgressBar

from directory.actions.reassess import reassess
from directory.domain import messages
from directory.domain.home import Home
from directory.domain.status.posterior import Model
from directory.queries import open_catalogue
from directory.queries.funding import Ending, endings
from directory.queries.running import Running, running
from directory.queries.status_settings import read_status_settings

ON = click.option(
    "--on", "on", type=click.DateTime(["%Y-%m-%d"]), help="As of this day (default today): what came later is left out."
)


@click.command()
@click.argument("service_id", metavar="ID")
@ON
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def explain(home: Home, service_id: str, on: datetime | None, as_json: bool) -> None:
    """Say whether the service ID is still running, how likely, and why."""
    with closing(open_catalogue(home.database_url)) as database:
        found = running(database, Model(read_status_settings()), service_id, _day(on))
    if as_json:
        click.echo(json.dumps(_plain(found), ensure_ascii=False, indent=2))
        return
    for line in _explained(found):
        click.echo(line)


@click.command()
@click.option("--within", default="180d", show_default=True, help="How far ahead: 180d, 26w or 6m.")
@ON
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def funding(home: Home, within: str, on: datetime | None, as_json: bool) -> None:
    """Show whose money ends soon, the soonest first, as far as was known on the day."""
    day = _day(on)
    with closing(open_catalogue(home.database_url)) as database:
        found = endings(database, day, day + _span(within))
    if as_json:
        click.echo(json.dumps(msgspec.to_builtins(found), ensure_ascii=False, indent=2))
        return
    for one in found:
        click.echo(_ending(one))
    click.echo(f"{len(found):,} of which the last money known of ends within {within} of {messages.day(day)}.")


@click.command()
@ON
@click.option("--all", "everything", is_flag=True, help="Every service, and not only where something changed.")
@click.pass_obj
def recompute(home: Home, on: datetime | None, everything: bool) -> None:
    """Judge services anew: where evidence changed, and those last judged a week ago."""
    console = Console(stderr=True)
    with closing(open_catalogue(home.database_url)) as database, ProgressBar(console=console) as bar:
        task = bar.add_task("Judged", total=None)
        done = reassess(
            database,
            Model(read_status_settings()),
            _day(on),
            everything=everything,
            progress=lambda count: bar.update(task, description=f"Judged {count:,}"),
        )
    click.echo(f"Judged {done.judged:,} services; {done.changed:,} look different now.")


def _day(on: datetime | None) -> date:
    return on.date() if on else datetime.now(UTC).date()


def _span(text: str) -> timedelta:
    days = {"d": 1, "w": 7, "m": 30}
    number, unit = text[:-1], text[-1:]
    if not (number.isascii() and number.isdigit() and len(number) <= 4 and unit in days):
        raise click.BadParameter("Write how far ahead as 180d, 26w or 6m.", param_hint="--within")
    return timedelta(days=int(number) * days[unit])


def _explained(found: Running) -> Iterator[str]:
    assessment = found.assessment
    yield f"{found.name}: {assessment.state.replace('_', ' ')}{' (declared)' if assessment.is_declared else ''}"
    yield f"{found.odds.words}. {found.odds.sentence} (p {assessment.p_open:.3f} on {messages.day(found.on)})"
    if assessment.confirmed_on:
        yield f"Last sign of life on {messages.day(assessment.confirmed_on)}."
    if found.money_in_words:
        yield found.money_in_words
    for reason in assessment.reasons:
        yield f"  {reason.weight:+.2f}  {reason.text}"


def _plain(found: Running) -> dict[str, object]:
    plain: dict[str, object] = msgspec.to_builtins(asdict(found.assessment), enc_hook=str)
    return {"name": found.name, "on": found.on.isoformat(), **plain, "funding": found.money_in_words}


def _ending(one: Ending) -> str:
    amount = f" ({one.currency} {one.amount:,.0f})" if one.amount is not None else ""
    funder = f" from {one.funder}" if one.funder else ""
    listed = f"  services: {', '.join(one.service_ids)}" if one.service_ids else ""
    said = f"  the group says: “{one.said}”" if one.said else ""
    return f"{one.end_on.isoformat()}  {one.name}: money{funder}{amount}{listed}{said}"
