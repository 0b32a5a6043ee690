"""Serves the demonstration with its clock stopped, for commands that look at it from outside."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from directory.geography import ensure
from tests.browser.serving import served
from tests.demonstration import make_demonstration
from tests.web.desk import Site


@contextmanager
def shown() -> Iterator[str]:
    """Make the demonstration in a temporary folder and serve it; its address."""
    with tempfile.TemporaryDirectory(prefix="signpost-show-") as name:
        geography, folder = Path(name) / "geography", Path(name) / "home"
        ensure(geography)
        folder.mkdir()
        site = Site(make_demonstration(folder, geography))
        with served(site.app) as address:
            yield address
        site.close()
