"""Debian's Chromium: where it is, how it is started, and the windows that pages are looked at in."""

import shutil
from enum import IntEnum

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


def chromium() -> str | None:
    """The path of the browser, None where it is not installed."""
    return shutil.which("chromium")
