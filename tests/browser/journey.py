"""One person's errand on the site: counts clicks and typed fields, and takes the time."""

import time
from collections.abc import Callable

from playwright.sync_api import Locator, Page

Record = Callable[[str, object], None]


class Journey:
    """What ``who`` comes for (``errand``) in ``page``; it may take no more than ``most_clicks``.

    A click is a press on a link, a button or a choice, with mouse or keyboard. Time begins with the first page and is
    that of this machine, without reading or thinking: it is told, and nothing is asserted of it.
    """

    def __init__(self, page: Page, who: str, errand: str, *, most_clicks: int) -> None:
        self.page, self.clicks, self.typed = page, 0, 0
        self._who, self._errand, self._most_clicks = who, errand, most_clicks
        self._began = 0.0

    def opens(self, address: str) -> None:
        """Begin at a page."""
        self._began = time.perf_counter()
        self.page.goto(address)

    def types(self, into: Locator, text: str) -> None:
        """Fill in a field."""
        into.fill(text)
        self.typed += 1

    def presses(self, what: Locator) -> None:
        """Click something, or tap it."""
        what.click()
        self.clicks += 1

    def strikes(self, keys: str) -> None:
        """Press keys that do what a click does."""
        self.page.keyboard.press(keys)
        self.clicks += 1

    def arrives(self, at: Locator, record: Record) -> None:
        """End where ``at`` is seen; the figures go to ``record``."""
        at.wait_for()
        seconds = time.perf_counter() - self._began
        record(
            "journey",
            f"{self._who} | {self._errand} | {self.clicks} | {self._most_clicks} | {self.typed} | {seconds:.1f}",
        )
        assert self.clicks <= self._most_clicks
