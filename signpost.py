"""The front door: joins the commands of each package under `signpost`, and turns refusals into one sentence."""

import os
import sys

import click

from crawlers.cli import harvest, issues, sources
from directory.cli import judgements, republish
from directory.domain.errors import SignpostError
from directory.domain.home import Home
from directory.geography import build, is_current
from directory.geography.cli import geography, progress_bar
from directory.queries import open_catalogue
from directory.queries.sources import catalogue_sources
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


@signpost.command()
@click.pass_context
def prepare(context: click.Context) -> None:
    """Make everything ready to serve: geography, catalogue and index, each only where something is missing.

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
    context.invoke(index.commands["refresh"])


def main() -> None:
    """Run the command line; what Signpost refuses is one sentence on standard error and exit code 1."""
    try:
        signpost()
    except SignpostError as refusal:
        click.echo(f"signpost: {refusal}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
