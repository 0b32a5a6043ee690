"""The style sheet and the pages fit: no class without a rule, no rule without a page, nothing asked of another host."""

import re
import tomllib
from json import loads
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from web.assets import FOLDER, content_hash

TEMPLATES = sorted((REPOSITORY / "web/templates").rglob("*.html"))
SCRIPTS = sorted((FOLDER / "js").glob("*.js"))
STYLES = (FOLDER / "signpost.css").read_text()
RULED = set(re.findall(r"\.(-?[A-Za-z_][\w-]*)", re.sub(r'url\("[^"]*"\)', "", STYLES)))
NAME = re.compile(r"\b(?:sp|nhsuk|i)-[a-z0-9_-]*")
CLASSES = re.compile(r'class="([^"]*)"')
OF_ICONS = ("i", "f", "k", "s")
"""An icon, and its parts: filled, cut out, drawn."""

JINJA = re.compile(r"\{[{%].*?[%}]\}")


def names_in(text: str) -> set[str]:
    """The names of classes in a template; one that an expression completes ends as the template has it."""
    return set(NAME.findall(text))


def is_ruled(name: str) -> bool:
    """Whether the style sheet has a rule for the name, or for one that begins with it where it is to be completed."""
    return any(one.startswith(name) for one in RULED) if name.endswith(("-", "_")) else name in RULED


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_class_of_a_template_has_a_rule(template: Path) -> None:
    text = template.read_text()
    assert sorted(name for name in names_in(text) if not is_ruled(name)) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_class_says_whose_it_is(template: Path) -> None:
    text = template.read_text()
    words = {word for classes in CLASSES.findall(text) for word in JINJA.sub(" ", classes).split()}
    assert sorted(word for word in words if not NAME.match(word) and word not in OF_ICONS) == []


def test_every_rule_of_ours_has_a_page() -> None:
    used = set().union(*(names_in(path.read_text()) for path in (*TEMPLATES, *SCRIPTS)))
    completed = tuple(name for name in used if name.endswith(("-", "_")))
    ours = {name for name in RULED if name.startswith("sp-")}
    assert sorted(name for name in ours - used if not name.startswith(completed)) == []


def test_what_the_style_sheet_asks_for_is_there_at_the_address_of_its_content() -> None:
    addresses = set(re.findall(r"url\(([^)]*)\)", STYLES))
    assert len(addresses) == 3
    for address in addresses:
        parent, digest, name = address.strip('"').split("/", 2)
        assert (parent, digest) == ("..", content_hash(name))


@pytest.mark.parametrize("elsewhere", ["http:", "https:", "//", "@import", "data:", "Frutiger", "sourceMappingURL"])
def test_the_style_sheet_asks_no_other_host_and_holds_no_font_of_the_nhs(elsewhere: str) -> None:
    assert elsewhere not in STYLES


def test_the_note_on_what_is_not_ours_names_the_versions_it_was_made_with() -> None:
    wanted = loads((REPOSITORY / "web/styles/package.json").read_text())["dependencies"]
    note = (FOLDER / "VENDORED.md").read_text()
    licences = tomllib.loads((REPOSITORY / "data/licences.toml").read_text())["part"]
    origins = " ".join(part["origin"] for part in licences)
    for package, version in wanted.items():
        assert package in note
        assert version in note
        assert package == "sass" or f"{package} {version}" in origins
