"""The errors of crawling: each stops the run of one source, and its text says why to the person who repairs it."""

from directory.domain.errors import SignpostError


class CrawlError(SignpostError):
    """A source cannot be read; nothing of this run is published, and the other sources go on."""


class FetchError(CrawlError):
    """The document could not be had, or is not the one that was declared."""


class UnreadableDocument(CrawlError):
    """The document is not in its source's format at all."""


class SchemaChanged(CrawlError):
    """The publisher added, removed or renamed something, and a person has to say what it now means."""
