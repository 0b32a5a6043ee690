"""A browser at the demonstration: windows of every width, whose faults fail the test that opened them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from pytest_playwright.pytest_playwright import CreateContextCallback

from directory.domain.home import Home
from tests.browser.chromium import FLAGS, HEIGHT, Width, chromium, wait_for_the_map
from tests.browser.serving import served
from tests.browser.watch import Watch
from tests.site_pages import SitePage
from tests.web.desk import Site, copied

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put these tests last: once a browser was started, nothing else in its process can run an event loop."""
    items.sort(key=lambda item: item.path.is_relative_to(FOLDER))


@pytest.fixture(scope="session")
def base_url() -> None:
    """No address for all windows: each is told whether its site may be written to."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start Debian's Chromium; without it, these tests are skipped."""
    path = chromium()
    if path is None:
        pytest.skip("there is no Chromium: install Debian's package of that name, as `make test` does where it may")
    return {**browser_type_launch_args, "executable_path": path, "args": list(FLAGS)}


@pytest.fixture(scope="session")
def site_address(demonstration_site: Site) -> Iterator[str]:
    """Where the demonstration is served; nobody writes to it."""
    with served(demonstration_site.app) as address:
        yield address


@pytest.fixture
def own_address(demonstration_home: Home, tmp_path: Path) -> Iterator[str]:
    """Where a copy of the demonstration is served, for a test that writes to it."""
    site = copied(demonstration_home, tmp_path)
    with served(site.app) as address:
        yield address
    site.close()


class Windows:
    """Opens windows of a browser, each with nothing kept from another, and watches them."""

    def __init__(self, new_context: CreateContextCallback, address: str) -> None:
        self._new_context, self._address = new_context, address
        self._watches: list[Watch] = []

    def open(
        self,
        page: SitePage | None = None,
        *,
        width: int = Width.DESK,
        has_scripts: bool = True,
        is_dark: bool = False,
        address: str | None = None,
    ) -> Page:
        """A window at the site of ``address``, else at the demonstration; it shows ``page``, if one is named."""
        at = address or self._address
        context = self._new_context(
            base_url=at,
            viewport={"width": width, "height": HEIGHT},
            java_script_enabled=has_scripts,
            color_scheme="dark" if is_dark else "light",
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="Europe/London",
        )
        self._watches.append(Watch(context, at))
        window = context.new_page()
        if page is not None:
            answer = window.goto(page.address)
            assert answer is not None
            assert answer.status == page.status
            if has_scripts:
                wait_for_the_map(window)
        return window

    def faults(self) -> list[str]:
        """What was wrong in any of them."""
        return [fault for watch in self._watches for fault in watch.faults()]


@pytest.fixture
def windows(new_context: CreateContextCallback, site_address: str) -> Iterator[Windows]:
    """Windows at the demonstration. The test fails for a word in a console, a request that fails or asks another host,
    and a page without a content security policy."""
    opened = Windows(new_context, site_address)
    yield opened
    assert opened.faults() == []
