"""`make screens`: takes the pictures kept in docs/screens, of the demonstration on the day of the tests."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import FLAGS, Width, chromium, wait_for_the_map
from tests.browser.show import shown
from tests.site_pages import CLOSED_SERVICE, CRISIS, HOME, RESULTS, SERVICE

FOLDER = Path(__file__).parents[2] / "docs" / "screens"
SCREENS = {
    "home": HOME.address,
    "search": RESULTS.address,
    "service": SERVICE.address,
    "closed": CLOSED_SERVICE.address,
    "crisis": CRISIS.address,
    "urdu": f"/ur{RESULTS.address}",
    "welsh": f"/cy{SERVICE.address}",
}
"""What is pictured, by the first part of the file's name; the second is the width."""

HEIGHTS = {Width.PHONE: 1800, Width.DESK: 1500}
"""How much of a page is pictured: what README shows of it, and what somebody reads before they give up."""


def main() -> None:
    """Take all of them again."""
    path = chromium()
    if path is None:
        sys.exit("There is no Chromium: install Debian's package of that name.")
    with shown() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        for width, height in HEIGHTS.items():
            context = browser.new_context(
                base_url=address,
                viewport={"width": width, "height": height},
                reduced_motion="reduce",
                locale="en-GB",
                timezone_id="Europe/London",
            )
            page = context.new_page()
            for name, pictured in SCREENS.items():
                page.goto(pictured)
                wait_for_the_map(page)
                page.screenshot(path=FOLDER / f"{name}-{width}.png", animations="disabled")
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
