"""`make lighthouse`: what Google's Lighthouse says of the pages that people use most; for maintainers, with npm."""

import json
import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from statistics import median

from tests.browser.chromium import FLAGS, chromium
from tests.browser.show import shown
from tests.site_pages import CRISIS, RESULTS, SERVICE

LIGHTHOUSE = "lighthouse@13.5.0"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAGES = {"results": RESULTS, "service": SERVICE, "crisis": CRISIS}
TIMES = 3
"""How often each page is looked at: the middle one of three is not the unlucky one."""

MOST_S = 180
TRIES = 3


def main() -> None:
    """Look at each page, and write a table to standard output: of each category the middle score, out of 100."""
    path = chromium()
    if path is None:
        sys.exit("There is no Chromium: install Debian's package of that name.")
    rows = [("page", *CATEGORIES), ("---",) * (len(CATEGORIES) + 1)]
    with shown() as address:
        for name, page in PAGES.items():
            runs = [_scores(path, address + page.address) for _ in range(TIMES)]
            rows.append((name, *(f"{median(run[each] for run in runs):.0f}" for each in CATEGORIES)))
    sys.stdout.writelines(f"| {' | '.join(row)} |\n" for row in rows)


def _scores(path: str, address: str) -> dict[str, float]:
    """The scores of one look, out of 100; a browser that did not start recording in time is given another chance."""
    for _ in range(TRIES - 1):
        with suppress(subprocess.CalledProcessError):
            return _look(path, address)
    return _look(path, address)


def _look(path: str, address: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="signpost-lighthouse-") as folder:
        report = Path(folder) / "report.json"
        flags = " ".join(("--headless", "--no-sandbox", *FLAGS, f"--user-data-dir={folder}/profile"))
        subprocess.run(
            (
                *("npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={report}"),
                *(f"--chrome-flags={flags}", f"--only-categories={','.join(CATEGORIES)}"),
            ),
            check=True,
            timeout=MOST_S,
            env={**os.environ, "CHROME_PATH": path},
        )
        found = json.loads(report.read_bytes())["categories"]
    return {name: 100 * found[name]["score"] for name in CATEGORIES}


if __name__ == "__main__":
    main()
