"""How much a page makes a browser load: told for each page, with a budget for all scripts and all styles."""

import gzip
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Response

from tests.browser.conftest import Windows
from tests.browser.journey import Record
from tests.site_pages import ONE_OF_EACH, SitePage
from web.assets import FOLDER

SCRIPTS_KB, STYLES_KB = 120, 60
"""The most that all scripts and all styles of the site may weigh, gzipped."""

KINDS = {"document": "HTML", "stylesheet": "styles", "script": "scripts", "font": "fonts"}
REST = "pictures"
"""What is loaded beside those; the browser calls the picture of the site in its tab something else."""


def gzipped(content: bytes) -> int:
    return len(gzip.compress(content, mtime=0))


@pytest.mark.parametrize(("ending", "budget"), [("js", SCRIPTS_KB), ("css", STYLES_KB)])
def test_the_files_of_a_kind_are_light(ending: str, budget: int) -> None:
    weights = {path.name: gzipped(path.read_bytes()) for path in Path(FOLDER).rglob(f"*.{ending}")}

    assert sum(weights.values()) <= budget * 1024, weights


@pytest.mark.parametrize("site_page", ONE_OF_EACH, ids=str)
def test_a_page_loads_no_script_or_style_past_the_budget(
    windows: Windows, site_page: SitePage, record_property: Record
) -> None:
    window = windows.open()
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    window.on("response", keep)

    window.goto(site_page.address, wait_until="networkidle")

    sizes: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for answer in answers:
        kind = KINDS.get(answer.request.resource_type, REST)
        body = answer.body()
        sizes[kind] += len(body)
        small[kind] += len(body) if kind == "fonts" else gzipped(body)
    told = " | ".join(f"{sizes[kind] / 1024:.0f} KB" for kind in (*KINDS.values(), REST))
    record_property("weight", f"{site_page} | {len(answers)} | {told} | {small.total() / 1024:.0f} KB")
    assert small["scripts"] <= SCRIPTS_KB * 1024
    assert small["styles"] <= STYLES_KB * 1024
