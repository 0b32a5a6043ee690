"""A run: one source fetched, archived and handed to the door, whatever comes of it."""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime

from crawlers.errors import CrawlError
from crawlers.fetch import fetch
from directory.domain.home import Home
from directory.domain.sources import Issue, Observation, Run, Source
from directory.intake import Door, archive

logger = logging.getLogger(__name__)

Progress = Callable[[int], None]
"""Told how many records and issues have been read so far."""

_EVERY = 500


def silent(read: int) -> None:
    """The progress that nobody watches."""


def harvest(door: Door, source: Source, home: Home, at: datetime, progress: Progress = silent) -> Run:
    """Read ``source`` as it is now; a source that cannot be fetched or read is a failed run, and no error.

    Nor is a mistake of ours in reading it: it is logged whole, and the other sources go on.
    """
    try:
        document = fetch(source.url, home, at)
        archive.keep(home.documents, document)
        return door.receive(source, document, _counted(source.parse(document), progress), at)
    except CrawlError as error:
        return door.record_failure(source, str(error), at)
    except Exception as error:
        logger.exception("Reading %s failed", source.id)
        return door.record_failure(source, f"Signpost failed to read it ({type(error).__name__}); see the log.", at)


def _counted(reading: Iterator[Observation | Issue], progress: Progress) -> Iterator[Observation | Issue]:
    read = 0
    for read, item in enumerate(reading, start=1):
        yield item
        if read % _EVERY == 0:
            progress(read)
    progress(read)
