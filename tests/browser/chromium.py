"""Debian's Chromium: where it is, how it is started, and the windows that pages are looked at in."""

import shutil
from enum import IntEnum

from playwright.sync_api import Page

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
"""What keeps it from asking anybody for anything of its own accord."""

HEIGHT = 900


class Width(IntEnum):
    """How wide a window is, in CSS pixels."""

    SMALLEST = 320
    """A page of 1280 enlarged four times, which WCAG asks to be read without scrolling sideways."""

    PHONE = 390
    TABLET = 768
    DESK = 1280


_IS_DRAWN = """() => {
  const map = document.getElementById('map');
  return !map?.offsetParent || map.classList.contains('leaflet-container');
}"""


def wait_for_the_map(page: Page) -> None:
    """Return once the map is drawn, where the page in a window with scripts has one in sight."""
    page.wait_for_function(_IS_DRAWN)


def chromium() -> str | None:
    """The path of the browser, None where it is not installed."""
    return shutil.which("chromium")
