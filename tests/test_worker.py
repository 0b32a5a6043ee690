"""`signpost worker`, killed again and again by the one signal nobody can catch: nothing is lost or done twice."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial

import pytest
from sqlalchemy import select

from directory.domain.home import Home
from directory.domain.records import Channel
from directory.geography import Gazetteer
from directory.intake import Door
from directory.queries import Database, open_catalogue
from directory.queries.changes import latest_cursor
from directory.queries.entries import all_entries
from directory.queries.proposals import waiting
from directory.queries.watching import requests_since
from directory.store import schema_status, schema_watching
from index.columns.engine import ColumnIndex
from index.columns.manifest import NoIndex
from index.protocol import Query
from tests.conftest import REPOSITORY
from tests.crawlers.visiting.site import Asked, Reply, SiteServer, page
from tests.crawlers.watch.world import GROUPS, group
from tests.directory.said import FIRST_DAY, receive

GROUPS_LISTED = 40
KILLS_WHILE_VISITING = 3
KILLS_AFTERWARDS = 1
WITHIN_S = 50

WORKER = """
from dataclasses import replace

import signpost
from crawlers.visiting import manners
from crawlers.watch_settings import read_watch_settings

# All groups are on one loopback address, which real manners would let us ask twelve times a minute.
manners.LEAST_GAP_S = manners.GAP_OF_RESPONSE = 0
manners.PAGES_A_DAY = manners.BYTES_A_DAY = 10**9
signpost.read_watch_settings = lambda: replace(read_watch_settings(), pages_of_host=1000)
signpost.signpost(["worker"])
"""


def of_group(asked: Asked) -> Reply:
    time.sleep(0.02)  # so that kills fall into the middle of visits
    name = f"Lunch Club {asked.path.rpartition('/')[2]}"
    return page(name, f"{name} meets every Tuesday at noon.", f"Telephone: 0191 498 01{asked.path[-2:]}")


@pytest.fixture
def server() -> Iterator[SiteServer]:
    started = SiteServer()
    yield started
    started.stop()


@pytest.fixture
def database(home: Home) -> Iterator[Database]:
    with closing(open_catalogue(home.database_url)) as opened:
        yield opened


@pytest.fixture
def start(home: Home, server: SiteServer) -> Iterator[Callable[[], subprocess.Popen[str]]]:
    """Starts a worker; those that are left at the end are killed."""
    started: list[subprocess.Popen[str]] = []
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SIGNPOST_")}
    environment |= {
        "SIGNPOST_HOME": str(home.folder),
        "SIGNPOST_FETCH_ALLOW": f"127.0.0.1:{server.ports[80]}",
        "PYTHONUNBUFFERED": "1",
    }

    def start_one() -> subprocess.Popen[str]:
        command = [sys.executable, "-c", WORKER]
        one = subprocess.Popen(
            command, cwd=REPOSITORY, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        started.append(one)
        return one

    yield start_one
    for one in started:
        if one.poll() is None:
            one.kill()
        one.communicate()


def wait_until(is_so: Callable[[], bool], worker: subprocess.Popen[str]) -> None:
    until = time.monotonic() + WITHIN_S
    while not is_so():
        assert worker.poll() is None, worker.communicate()[0]
        assert time.monotonic() < until
        time.sleep(0.02)


def checked(database: Database) -> int:
    """How many pages were visited and recorded."""
    with database.read() as transaction:
        rows = transaction.execute(select(schema_watching.page.c.last_checked)).scalars()
        return sum(one is not None for one in rows)


def has_checked(database: Database, goal: int) -> bool:
    return checked(database) >= goal


def is_followed(home: Home, database: Database) -> bool:
    """Whether all was visited, and the index has followed all that was changed by it."""
    with database.read() as transaction:
        judged = len(transaction.execute(select(schema_status.status.c.service_id)).all())
    try:
        cursor = ColumnIndex(home.index).info().cursor
    except NoIndex:
        return False
    return (checked(database), judged, cursor) == (GROUPS_LISTED, GROUPS_LISTED, latest_cursor(database))


def test_a_worker_killed_again_and_again_loses_nothing_and_does_nothing_twice(
    home: Home,
    server: SiteServer,
    database: Database,
    gazetteer: Gazetteer,
    start: Callable[[], subprocess.Popen[str]],
) -> None:
    site = server.add("127.0.0.1")
    listed = []
    for number in range(GROUPS_LISTED):
        site.routes[f"/club/{number:02}"] = of_group
        url = f"http://127.0.0.1:{server.ports[80]}/club/{number:02}"
        listed += group(str(number), f"Lunch Club {number:02}", url)
    receive(Door(database, gazetteer), GROUPS, listed)
    moments = random.Random(7)

    goals = [moments.randint(1, 36) for _ in range(KILLS_WHILE_VISITING)]
    for goal in (*sorted(goals), *[GROUPS_LISTED] * KILLS_AFTERWARDS):
        worker = start()
        wait_until(partial(has_checked, database, goal), worker)
        time.sleep(moments.random() / (2 if goal == GROUPS_LISTED else 20))
        worker.send_signal(signal.SIGKILL)
        assert worker.wait() == -signal.SIGKILL
    worker = start()
    wait_until(lambda: is_followed(home, database), worker)
    worker.send_signal(signal.SIGTERM)
    said = worker.communicate(timeout=WITHIN_S)[0]

    assert worker.returncode == 0, said
    assert said.splitlines()[0].startswith("At work: watch")
    assert said.splitlines()[-1] == "Stopped."
    assert_whole(database)
    entries = {entry.id: entry for entry in all_entries(database)}
    hits = ColumnIndex(home.index).search(Query(text="", size=100)).hits
    assert {hit.entry.id: hit.entry for hit in hits} == entries
    assert all(entry.standing is not None for entry in entries.values())


def assert_whole(database: Database) -> None:
    """Every page was visited once, as far as the tables know, and everything that a visit shows is there once."""
    with database.read() as transaction:
        pages = transaction.execute(select(schema_watching.page)).all()
        seen = transaction.execute(select(schema_status.sighting)).all()
    assert len(pages) == GROUPS_LISTED
    for one in pages:
        assert (one.outcome, one.symbol, one.checks, one.trouble) == ("ok", "ok", 1, None)
        assert None not in (one.since, one.final_url, one.content_hash, one.document, one.last_read)
    assert Counter((one.service_id, one.channel) for one in seen) == {
        (service, channel): 1
        for service in {one.service_id for one in seen}
        for channel in (Channel.WEB.value, Channel.TEXT.value)
    }
    assert len(seen) == 2 * GROUPS_LISTED
    phones = [one.change for one in waiting(database) if one.change.field == "phone"]
    assert len({one.service_id for one in phones}) == len(phones) == GROUPS_LISTED
    asked = Counter(one.url for one in requests_since(database, FIRST_DAY) if "/club/" in one.url)
    assert asked == dict.fromkeys((one.url for one in pages), 1)


def test_a_second_worker_in_one_home_is_refused(
    home: Home, database: Database, start: Callable[[], subprocess.Popen[str]]
) -> None:
    first = start()
    assert first.stdout is not None
    assert first.stdout.readline().startswith("At work")

    second = start()

    assert second.communicate(timeout=WITHIN_S)[0].strip().endswith("A worker is already at work in this home.")
    first.send_signal(signal.SIGTERM)
    assert first.wait(timeout=WITHIN_S) == 0
