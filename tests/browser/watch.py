"""Watches what pages do in a browser, and keeps whatever no page of the site may do."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

NOISE = frozenset({"error", "warning"})
"""The kinds of line in the console that nobody should cause."""

EXPECTED = frozenset({"net::ERR_INTERNET_DISCONNECTED", "net::ERR_ABORTED"})
"""Failures that are none of the site's: without a network the browser asks first, and then the worker that keeps a copy
answers; and what a page still asks for (its icon) is broken off when the window leaves it."""


class Watch:
    """Keeps the faults of all pages of ``context``, which visit the site at ``address``."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self._host = urlsplit(address).netloc
        self._faults: list[str] = []
        self._console: list[tuple[str, str]] = []
        self._refused: set[str] = set()
        context.on("console", self._hear)
        context.on("weberror", self._fall)
        context.on("request", self._ask)
        context.on("requestfailed", self._fail)
        context.on("response", self._answer)

    def faults(self) -> list[str]:
        """What was wrong so far; a page that is itself answered with an error may say so in the console."""
        spoken = [f"{url} says in the console: {text}" for url, text in self._console if url not in self._refused]
        return [*self._faults, *spoken]

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in NOISE:
            self._console.append((message.location["url"], message.text))

    def _fall(self, error: WebError) -> None:
        self._faults.append(f"A script broke off: {error.error}")

    def _ask(self, request: Request) -> None:
        host = urlsplit(request.url).netloc
        if host != self._host:
            self._faults.append(f"{request.url} is of another host")

    def _fail(self, request: Request) -> None:
        if request.failure not in EXPECTED:
            self._faults.append(f"{request.url} failed: {request.failure}")

    def _answer(self, response: Response) -> None:
        if response.request.is_navigation_request():
            if "default-src 'none'" not in response.headers.get("content-security-policy", ""):
                self._faults.append(f"{response.url} has no content security policy")
            if response.status >= 400:
                self._refused.add(response.url)
        elif response.status >= 400:
            self._faults.append(f"{response.url} was answered with {response.status}")
