"""Every link within the site leads somewhere, and to a part of the page that is there."""

from collections import deque
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml.html import document_fromstring

from tests.site_pages import SITE_PAGES
from tests.web.desk import Site
from web.language.languages import STARTS

HOST = "http://localhost"
MOST_QUERIES = 150
"""Addresses with a query that are followed: results lead to results without end, each narrowed a little more."""

OTHERWISE = tuple(f"{start}/" for start in STARTS if start)
"""What the addresses of pages in other languages begin with: they are the same pages, and are not crawled once more."""


def test_every_link_within_the_site_leads_somewhere(demonstration_site: Site) -> None:
    crawl = Crawl(demonstration_site)

    crawl.begin([page.address for page in SITE_PAGES])

    services = [address for address in crawl.ids if address.startswith("/services/")]
    assert crawl.broken == []
    assert len(services) > 100
    assert crawl.queries == MOST_QUERIES


class Crawl:
    """Follows links from page to page, those without a query first, and keeps which of them lead nowhere."""

    def __init__(self, site: Site) -> None:
        self._client = site.client
        self._paths: deque[tuple[str, str]] = deque()
        self._queries: deque[tuple[str, str]] = deque()
        self._wanted: list[tuple[str, str, str]] = []
        self._met: set[str] = set()
        self.queries = 0
        """How many addresses with a query were asked for."""
        self.ids: dict[str, set[str]] = {}
        """The ids on each page that was asked for."""
        self.broken: list[str] = []
        """What is wrong, with the page that links there."""

    def begin(self, addresses: list[str]) -> None:
        """Crawl from ``addresses``, whose own status is no fault."""
        for address in addresses:
            self._find(address, source="")
        while self._paths or (self._queries and self.queries < MOST_QUERIES):
            if self._paths:
                self._visit(*self._paths.popleft())
            else:
                self.queries += 1
                self._visit(*self._queries.popleft())
        self.broken += [
            f"{page}#{fragment} of {source} is not there"
            for page, fragment, source in self._wanted
            if page in self.ids and fragment not in self.ids[page]
        ]

    def _find(self, address: str, source: str) -> None:
        page, fragment = urldefrag(address)
        if page.startswith(OTHERWISE):
            return
        if fragment:
            self._wanted.append((page, unquote(fragment), source))
        if page not in self._met:
            self._met.add(page)
            (self._queries if "?" in page else self._paths).append((page, source))

    def _visit(self, address: str, source: str) -> None:
        answer = self._client.get(address, follow_redirects=True)
        if source and answer.status_code >= 400:
            self.broken.append(f"{address} of {source} is answered with {answer.status_code}")
        if answer.mimetype != "text/html":
            answer.close()
            return
        root = document_fromstring(answer.text)
        self.ids[address] = set(root.xpath("//@id"))
        for link in root.xpath("//a/@href | //link/@href | //area/@href | //img/@src | //script/@src"):
            found = urljoin(HOST + address, link)
            if urlsplit(found).scheme == "http" and found.startswith(f"{HOST}/"):
                self._find(found.removeprefix(HOST), address)
