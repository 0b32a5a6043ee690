"""A world for tests of watching: invented groups with sites, a catalogue of them, a clock that jumps, and the run."""

import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import select

from crawlers.requests_made import RequestsMade, state_of
from crawlers.visiting.manners import Manners
from crawlers.watch import Report, Watch
from crawlers.watch_settings import read_watch_settings
from directory.actions.reassess import reassess
from directory.domain.identifiers import record_id
from directory.domain.parts import Phone
from directory.domain.records import Channel, Kind, Organization, Service
from directory.domain.sources import Observation
from directory.domain.status.posterior import Model
from directory.domain.status.sightings import Sighting
from directory.geography import Gazetteer
from directory.intake import Door
from directory.intake.archive import keep
from directory.queries import Database, open_catalogue
from directory.queries.cases import case_of
from directory.queries.proposals import Proposal, waiting
from directory.queries.running import Running, running
from directory.queries.status_settings import read_status_settings
from directory.queries.watching import Page, host_memories
from directory.store import schema_watching
from directory.store.watching import pages
from tests.crawlers.visiting.site import SiteServer
from tests.crawlers.visiting.world import World
from tests.directory.said import FIRST_DAY, receive, said, source

GROUPS = source("groups")


def group(local_id: str, name: str, website: str | None, **service: Any) -> list[Observation]:
    """An invented group with one service of the same name, listed by an invented council."""
    return [
        said(local_id, Organization(name=name, website=website)),
        said(local_id, Service(organization_id=local_id, name=name, **service)),
    ]


def with_phone(number: str) -> tuple[Phone, ...]:
    """A telephone number as a source gives it."""
    return (Phone(number=number),)


class WatchWorld:
    """Sites, a catalogue and a watching run over them, from the day the catalogue was filled on."""

    def __init__(self, server: SiteServer, database: Database, gazetteer: Gazetteer, documents: Path) -> None:
        self.sites = World(server)
        self.server = server
        self.database = database
        self.documents = documents
        self.is_online = True
        self.settings = read_watch_settings()
        self.model = Model(read_status_settings())
        self.sites.clock.jump(seconds=(FIRST_DAY - self.sites.clock.now()).total_seconds())
        self._door = Door(database, gazetteer)
        self.watch = self.new_watch()

    @property
    def now(self) -> datetime:
        return self.sites.clock.now()

    def changes(self) -> list[Proposal]:
        """What pages put forward, and nobody has decided on."""
        return [one.change for one in waiting(self.database)]

    def catalogue(self, *groups: Sequence[Observation], days: int = 0) -> None:
        """Let the council list these groups."""
        receive(self._door, GROUPS, [one for listed in groups for one in listed], days=days)

    def new_watch(self, **settings: Any) -> Watch:
        """Watching as a process begins it, with what the database remembers of hosts."""
        made = RequestsMade()
        client = self.sites.new_client(
            log=made.log,
            keep=partial(keep, self.documents),
            manners=Manners(state_of(one) for one in host_memories(self.database)),
            resolve=self._resolve,
            **settings,
        )
        return Watch(database=self.database, client=client, made=made, documents=self.documents, settings=self.settings)

    def with_settings(self, **changed: int) -> None:
        """Go on with other settings."""
        self.watch.settings = replace(self.watch.settings, **changed)

    def round(self, **ahead: float) -> Report:
        """Move on, and make a round."""
        self.sites.clock.jump(**ahead)
        return self.watch.round()

    def rounds(self, days: float, every: Callable[[], None] = lambda: None) -> None:
        """Make rounds for so many days: whenever something is due, and once a day."""
        until = self.now + timedelta(days=days)
        while self.now < until:
            self.watch.round()
            every()
            due = min((page.next_check for page in self.pages().values()), default=until)
            step = min(max(due, self.now + timedelta(minutes=15)), self.now + timedelta(days=1), until)
            self.sites.clock.jump(seconds=(step - self.now).total_seconds())

    def pages(self) -> dict[str, Page]:
        """What is known of every page that was ever watched."""
        with self.database.read() as transaction:
            urls = [*transaction.execute(select(schema_watching.page.c.url)).scalars()]
            return pages(transaction, urls)

    def page(self, url: str) -> Page:
        """What is known of one page."""
        return self.pages()[url]

    def judge(self) -> None:
        """Work out what has changed, as the worker does after a round."""
        reassess(self.database, self.model, self.now.date())

    def running(self, local_id: str, on: date | None = None) -> Running:
        """Whether a group still runs, as its page shows it."""
        return running(self.database, self.model, service_id(local_id), on or self.now.date())

    def seen(self, local_id: str, channel: Channel) -> list[Sighting]:
        """What was seen of a group."""
        case = case_of(self.database, service_id(local_id))
        assert case is not None
        return [one for one in case.sightings if one.channel is channel]

    def symbols(self, local_id: str, channel: Channel = Channel.WEB) -> list[str]:
        """The symbols that were seen of a group, in order."""
        return [one.symbol for one in self.seen(local_id, channel)]

    async def _resolve(self, host: str, port: int) -> list[tuple[str, int]]:
        if not self.is_online:
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return await self.server.resolve(host, port)


def service_id(local_id: str) -> str:
    """The id of a group's service in the catalogue."""
    return record_id(GROUPS.id, Kind.SERVICE, local_id)


@contextmanager
def new_watch_world(folder: Path, gazetteer: Gazetteer) -> Iterator[WatchWorld]:
    """A world with no sites and no groups yet."""
    server = SiteServer()
    try:
        with closing(open_catalogue(f"sqlite:///{folder / 'catalogue.sqlite'}")) as database:
            yield WatchWorld(server, database, gazetteer, folder / "documents")
    finally:
        server.stop()
