"""An import killed in the middle, by the one signal nobody can catch."""

import signal
import subprocess
import sys
from pathlib import Path

from directory.geography import Gazetteer
from directory.intake import Door
from directory.queries.entries import all_entries
from directory.store import open_database
from tests.directory.said import receive, registered, source

REGISTER = source("register")
FIRST = [*registered("1", "Harmony Choir"), *registered("2", "Jazz Club", "LS1 4AP")]
SECOND = [*registered("1", "Harmony Singers"), *registered("3", "Chess Club", "M1 1AE")]

KILLED = """
import os, signal, sys
from pathlib import Path
from directory.geography import Gazetteer
from directory.intake import Door, publish
from directory.store import open_database
from tests.directory.intake.test_killed import REGISTER, SECOND
from tests.directory.said import receive

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

publish.linking.set_successors = die  # when half of it is written
receive(Door(open_database(sys.argv[1]), Gazetteer.open(Path(sys.argv[2]))), REGISTER, SECOND, days=7)
"""


def test_the_old_catalogue_is_whole_and_the_import_can_be_run_again(
    database_url: str, gazetteer: Gazetteer, geography_folder: Path
) -> None:
    database = open_database(database_url)
    door = Door(database, gazetteer)
    receive(door, REGISTER, FIRST)
    killed = subprocess.run([sys.executable, "-c", KILLED, database_url, str(geography_folder)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert {entry.name for entry in all_entries(database)} == {"Harmony Choir", "Jazz Club"}
    run = receive(door, REGISTER, SECOND, days=7)
    assert (run.new, run.changed, run.vanished) == (4, 2, 4)
    assert {entry.name for entry in all_entries(database)} == {"Harmony Singers", "Jazz Club", "Chess Club"}
    database.close()
