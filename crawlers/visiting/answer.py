"""What an address answered in the end, and what an earlier answer of it is known by."""

import asyncio
from dataclasses import dataclass

import httpx

from crawlers.visiting.page import Page, read_page
from directory.domain.sources import RawDocument


@dataclass(frozen=True, slots=True)
class Validators:
    """What an earlier answer of ``url`` is known by, so that the host can say that nothing changed."""

    url: str
    etag: str | None = None
    last_modified: str | None = None

    def headers_for(self, url: str) -> dict[str, str]:
        """The conditional headers for a request of ``url``: none where it is another page."""
        if url != self.url:
            return {}
        sent = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in sent.items() if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What ``url`` answered in the end, at ``final_url``.

    ``document`` is its body, None where there was none; ``distrust`` says what is wrong with a certificate on the way.
    """

    url: str
    final_url: str
    status: int
    headers: httpx.Headers
    document: RawDocument | None
    took_s: float
    distrust: str | None

    @property
    def is_page(self) -> bool:
        """Whether the address answered that here is what was asked for."""
        return 200 <= self.status < 300


async def page_of(answer: Answer) -> Page | None:
    """The page an answer bears, read beside the other visits: a large one takes seconds."""
    return None if answer.document is None else await asyncio.to_thread(read_page, answer.document)
