"""Scripts: which pages load which, how much they weigh in all, and that they are ours or declared."""

import gzip
import json
import re

import pytest
from flask.testing import FlaskClient

from tests.conftest import REPOSITORY
from tests.web import world
from web.assets import FOLDER

MOST_BYTES = 120_000
SCRIPT = re.compile(r'<script [^>]*src="/static/[0-9a-f]{12}/([^"]+)"')


def test_all_scripts_together_are_light() -> None:
    scripts = [*FOLDER.rglob("*.js")]

    assert len(scripts) == 8
    assert sum(len(gzip.compress(path.read_bytes())) for path in scripts) <= MOST_BYTES


@pytest.mark.parametrize("address", ["/", f"/services/{world.CHOIR}", "/about"])
def test_other_pages_load_only_what_offers_places(client: FlaskClient, address: str) -> None:
    assert SCRIPT.findall(client.get(address).text) == ["js/place.js", "crisis-keep.js"]


def test_a_page_of_results_loads_what_refreshes_it_and_keeps_no_history(client: FlaskClient) -> None:
    page = client.get("/search?q=choir").text

    assert SCRIPT.findall(page) == ["vendor/htmx.js", "js/results.js", "js/map.js", "js/place.js", "crisis-keep.js"]
    found = re.search(r"<meta name=\"htmx-config\" content='([^']*)'>", page)
    assert found is not None
    settings = json.loads(found[1])
    assert settings["historyCacheSize"] == 0
    assert not settings["includeIndicatorStyles"]
    assert not settings["allowEval"]


def test_scripts_ask_and_speak_in_the_language_of_the_page(client: FlaskClient) -> None:
    page = client.get("/cy/search?q=choir").text

    assert 'data-address="/cy/places.json"' in page
    assert 'data-outlines="/cy/outlines.json"' in page


def test_every_package_of_ours_is_declared_with_its_exact_version() -> None:
    package = json.loads((REPOSITORY / "web/vendor/package.json").read_text())
    declared = (FOLDER / "VENDORED.md").read_text()

    for name, version in package["devDependencies"].items():
        assert re.search(rf"`{re.escape(name)}`.* {re.escape(version)}\b", declared), name


def test_no_script_of_ours_names_another_host() -> None:
    for path in (FOLDER / "js").iterdir():
        assert "//" not in re.sub(r"^\s*//.*$", "", path.read_text(), flags=re.MULTILINE), path.name
