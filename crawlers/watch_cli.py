"""The command that watches sites and feeds: one round now, in numbers by outcome."""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial

import click

from crawlers.one_at_a_time import held_alone
from crawlers.requests_made import RequestsMade, state_of
from crawlers.visiting.address import Allowance
from crawlers.visiting.client import GuardedClient
from crawlers.visiting.manners import Manners
from crawlers.visiting.settings import read_settings
from crawlers.watch import Report, Watch
from crawlers.watch_settings import WatchSettings, read_watch_settings
from directory.domain.home import Home
from directory.intake.archive import keep
from directory.queries import Database, open_catalogue
from directory.queries.watching import host_memories

NO_NETWORK = "SIGNPOST_MIRROR is set, so the network is not used and nothing was visited."

_BUSY = "Another round of watching is under way."


@click.command()
@click.option("--budget", type=click.IntRange(1, 1_000_000), help="Visit so many pages at most.")
@click.option("--once", "url_or_id", metavar="URL_OR_ID", help="Only this page, or those of this service, due or not.")
@click.pass_obj
def watch(home: Home, budget: int | None, url_or_id: str | None) -> None:
    """Visit the pages and feeds that are due now, and record what they show of their services.

    Nothing is published by it: sightings count for the status of a service when that is next worked out, and what a
    page says otherwise than the catalogue is put forward for a person to judge. SIGNPOST_FETCH_ALLOW names loopback
    addresses that may be visited, such as 127.0.0.1:8123.
    """
    if home.mirror is not None:
        click.echo(NO_NETWORK)
        return
    settings = read_watch_settings()
    if budget is not None:
        settings = replace(settings, pages_a_round=budget)
    with closing(open_catalogue(home.database_url)) as database:
        watching = new_watch(home, database, settings)
        click.echo(watch_round(home, lambda: watching.once(url_or_id) if url_or_id else watching.round()))


def new_watch(home: Home, database: Database, settings: WatchSettings) -> Watch:
    """Watching as it is done from here, with what is remembered of hosts."""
    made = RequestsMade()
    client = GuardedClient(
        settings=read_settings(),
        manners=Manners(state_of(one) for one in host_memories(database)),
        allowance=Allowance.of(os.environ.get("SIGNPOST_FETCH_ALLOW", "")),
        log=made.log,
        keep=partial(keep, home.documents),
    )
    return Watch(database=database, client=client, made=made, documents=home.documents, settings=settings)


def watch_round(home: Home, visits: Callable[[], Report]) -> str:
    """Make a round, and what it did in lines; raise `Refused` while another process makes one for this home."""
    with held_alone(home.folder / "watch.lock", _BUSY):
        return said_of(visits())


def watch_step(home: Home, watching: Watch) -> Callable[[Callable[[], bool]], str]:
    """A round as the worker makes it: told when to stop, it says what it did."""

    def make(should_stop: Callable[[], bool]) -> str:
        if home.mirror is not None:
            return NO_NETWORK
        return watch_round(home, lambda: watching.round(should_stop))

    return make


def said_of(report: Report) -> str:
    """What a round did, in lines."""
    lines = [f"{report.visits:,} pages visited."]
    lines += [f"  {count:>6,}  {outcome}" for outcome, count in sorted(report.outcomes.items())]
    if report.is_offline:
        lines.append("Our own network is down: what failed was not recorded.")
    if report.is_cut:
        lines.append("The round ended before all was visited; the next one goes on.")
    return "\n".join(lines)
