"""The front door: joins the commands of each package under `signpost`, and turns refusals into one sentence."""

import os
import sys
from contextlib import closing
from datetime import UTC, datetime

import click
from huey import crontab

from crawlers.check_cli import check
from crawlers.cli import harvest, issues, sources
from crawlers.watch_cli import new_watch, watch, watch_step
from crawlers.watch_settings import read_watch_settings
from crawlers.worker import Job, ShouldStop, Step, run_worker
from directory.actions.reassess import reassess
from directory.cli import judgements, republish
from directory.domain.errors import Refused, SignpostError
from directory.domain.home import Home
from directory.domain.status.posterior import Model
from directory.geography import build, is_current
from directory.geography.cli import geography, progress_bar
from directory.proposals_cli import proposals
from directory.queries import Database, open_catalogue
from directory.queries.sources import catalogue_sources
from directory.queries.status_settings import read_status_settings
from directory.running_cli import explain, funding, recompute
from directory.status_cli import status
from directory.wording_cli import eligibility
from index.cli import index, search
from index.query_cli import query
from web.cli import serve

DEMONSTRATION = "demo-tyneside"
"""The source of invented groups that an empty catalogue is filled with."""


@click.group()
@click.version_option(package_name="signpost", prog_name="signpost")
@click.pass_context
def signpost(context: click.Context) -> None:
    """A directory of community groups, and a search engine for social prescribing.

    SIGNPOST_HOME (default ./var) is where everything is kept, SIGNPOST_DATABASE_URL names a PostgreSQL instead of the
    SQLite file there, and SIGNPOST_MIRROR a folder that answers declared URLs.
    """
    context.obj = Home.of(os.environ)


for command in (geography, harvest, sources, issues, judgements, republish, eligibility, index, search, query, serve):
    signpost.add_command(command)

for command in (status, check, watch, proposals):
    signpost.add_command(command)

for command in (explain, funding, recompute):
    status.add_command(command)


@signpost.command()
@click.pass_context
def prepare(context: click.Context) -> None:
    """Make everything ready to serve: geography, catalogue, statuses and index, each only where something is missing.

    An empty catalogue is filled with the demonstration, and one that holds the demonstration is brought up to date with
    it; a catalogue of real sources is left alone.
    """
    home: Home = context.obj
    if not is_current(home.geography):
        with progress_bar() as progress:
            build(home.geography, progress=progress)
    database = open_catalogue(home.database_url)
    sources = catalogue_sources(database)
    database.close()
    if all(source.demonstration for source in sources):
        context.invoke(harvest, source_ids=(DEMONSTRATION,))
    context.invoke(recompute, on=None, everything=False)
    context.invoke(index.commands["refresh"])


@signpost.command()
@click.pass_context
def worker(context: click.Context) -> None:
    """Keep all of it fresh: every quarter of an hour watch sites and feeds, judge what they show, refresh the index.

    Once a week every service is judged anew. It ends on SIGTERM, once what is under way is done, and may be killed at
    any moment: what it had not finished is done again.
    """
    home: Home = context.obj
    with closing(open_catalogue(home.database_url)) as database:
        run_worker(home.folder, _jobs(context, database), click.echo)


def _jobs(context: click.Context, database: Database) -> list[Job]:
    home: Home = context.obj
    model = Model(read_status_settings())
    watching = new_watch(home, database, read_watch_settings())

    def judge(should_stop: ShouldStop, *, everything: bool = False) -> str:
        def stop_if_asked(_judged: int) -> None:
            if should_stop():
                raise Refused("Stopped; what was not judged yet is judged next time.")

        today = datetime.now(UTC).date()
        done = reassess(database, model, today, everything=everything, progress=stop_if_asked)
        return f"{done.judged:,} services, of which {done.changed:,} look different now."

    def refresh(_should_stop: ShouldStop) -> str:
        context.invoke(index.commands["refresh"])
        return ""

    refreshing = Step(name="Index", run=refresh)
    return [
        Job(
            name="watch",
            steps=(
                Step(name="Watching", run=watch_step(home, watching)),
                Step(name="Judging", run=judge),
                refreshing,
            ),
            when=crontab(minute="*/15"),
            is_first=True,
        ),
        Job(
            name="judge everything",
            steps=(Step(name="Judging", run=lambda should_stop: judge(should_stop, everything=True)), refreshing),
            when=crontab(minute="7", hour="3", day_of_week="0"),
        ),
    ]


def main() -> None:
    """Run the command line; what Signpost refuses is one sentence on standard error and exit code 1."""
    try:
        signpost()
    except SignpostError as refusal:
        click.echo(f"signpost: {refusal}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
