"""Robots rules: what a site lets programs read, how fast, and whether its words may be shown."""

import math
import re
from dataclasses import dataclass, field
from datetime import datetime

from protego import Protego

from crawlers.visiting.limits import MOST_CRAWL_DELAY_S, ROBOTS_FRESH_S

TOKEN = "Signpost"  # noqa: S105 - the word robots rules know the program by
"""The name under which robots rules speak of us."""

_NAMED = re.compile(r"([a-z0-9_-]+)\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_HIDING = frozenset({"noindex", "none"})


@dataclass(frozen=True, slots=True)
class Rules:
    """The robots rules of one origin as they stood at ``read_at``; ``failed`` says that they could not be read.

    ``rules`` is None where the origin has none, and everything may be read.
    """

    read_at: datetime
    rules: Protego | None = field(default=None, compare=False)
    failed: bool = False

    @classmethod
    def of(cls, status: int, body: bytes, at: datetime) -> "Rules":
        """The rules that an answer for robots.txt means: a server's error forbids, any other one allows."""
        if status >= 500:
            return cls(at, failed=True)
        if not 200 <= status < 300:
            return cls(at)
        return cls(at, Protego.parse(body.decode("utf-8", "replace").removeprefix("\ufeff")))

    def is_fresh(self, at: datetime) -> bool:
        """Whether the rules were read within the last day."""
        return (at - self.read_at).total_seconds() < ROBOTS_FRESH_S

    def allow(self, url: str) -> bool:
        """Whether we may read this address."""
        return not self.failed and (self.rules is None or self.rules.can_fetch(url, TOKEN))

    @property
    def crawl_delay_s(self) -> float:
        """Seconds asked for between requests, up to the most that is honoured; 0 where none are."""
        delay = self.rules.crawl_delay(TOKEN) if self.rules is not None else None
        if delay is None or math.isnan(delay):
            return 0.0
        return min(max(float(delay), 0.0), MOST_CRAWL_DELAY_S)


def is_noindex(directives: str) -> bool:
    """Whether the words of X-Robots-Tag or of a robots element ask that the page is not shown in results.

    ``otherbot: noindex`` is for that program alone; a name holds for all that follow it up to the next name.
    """
    is_for_us = True
    for part in directives.split(","):
        directive = part.strip()
        named = _NAMED.fullmatch(directive)
        if named and named[1].lower() not in ("unavailable_after", "max-snippet", "max-image-preview"):
            is_for_us = named[1].lower() == TOKEN.lower()
            directive = named[2].strip()
        if is_for_us and directive.lower() in _HIDING:
            return True
    return False
