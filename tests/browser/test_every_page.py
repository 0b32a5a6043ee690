"""What holds for every page in a browser: nothing that axe finds, no scrolling sideways, focus seen on every stop."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.chromium import HEIGHT, Width
from tests.browser.conftest import Windows
from tests.browser.stops import walk
from tests.site_pages import ONE_OF_EACH, SITE_PAGES, SitePage

ALL_RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
MANY_STOPS = 400
"""Stops of the Tab key that no page has."""

every_page = pytest.mark.parametrize("site_page", SITE_PAGES, ids=str)


def unfolded(page: Page) -> Page:
    """The same page with everything unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    return page


def violations(page: Page, rules: dict[str, Any]) -> list[str]:
    """What axe finds by ``rules``, a line for each element at fault."""
    found: dict[str, Any] = Axe().run(page, options=rules).response
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@every_page
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(windows: Windows, site_page: SitePage) -> None:
    shown = unfolded(windows.open(site_page))

    found, wider = [], []
    for width in Width:
        shown.set_viewport_size({"width": width, "height": HEIGHT})
        wider += [width] if shown.evaluate("document.documentElement.scrollWidth") > width else []
        if width in (Width.PHONE, Width.DESK):
            found += [f"{width}: {fault}" for fault in violations(shown, ALL_RULES)]
    shown.emulate_media(color_scheme="dark")
    found += [f"in the dark: {fault}" for fault in violations(shown, {"runOnly": ["color-contrast"]})]

    assert wider == []
    assert found == []


@pytest.mark.parametrize("site_page", ONE_OF_EACH, ids=str)
def test_the_tab_key_leads_through_the_page_and_each_stop_is_seen(windows: Windows, site_page: SitePage) -> None:
    stops = walk(windows.open(site_page), most=MANY_STOPS)

    assert len(stops) > 3
    assert [stop.what for stop in stops if not stop.is_seen] == []
    assert [stop.what for stop in stops if stop.is_covered] == []
