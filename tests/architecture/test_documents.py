"""The documents are true: every command, setting and source is in them, and every link in them leads somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from crawlers.sources import all_sources
from signpost import signpost
from tests.conftest import REPOSITORY
from web.app import create_app
from web.config import Config

DOCUMENTS = [REPOSITORY / "README.md", REPOSITORY / "CHANGELOG.md", *sorted((REPOSITORY / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def commands(group: click.Group, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*words, name))
        else:
            yield (*words, name)


@pytest.mark.parametrize("words", list(commands(signpost)), ids=" ".join)
def test_every_command_is_documented_and_explains_itself(words: tuple[str, ...]) -> None:
    rows = (REPOSITORY / "docs/commands.md").read_text().splitlines()
    about = [row for row in rows if row.startswith(f"| `signpost {words[0]}")]
    assert any(all(word in row for word in words) for row in about)
    found = signpost.commands[words[0]]
    for word in words[1:]:
        assert isinstance(found, click.Group)
        found = found.commands[word]
    assert found.help


@pytest.mark.parametrize("source_id", list(all_sources()))
def test_every_source_is_documented(source_id: str) -> None:
    assert f"`{source_id}`" in (REPOSITORY / "docs/sources.md").read_text()


def test_every_setting_is_documented() -> None:
    code = [*REPOSITORY.glob("*.py"), *(REPOSITORY / "directory").rglob("*.py"), *(REPOSITORY / "web").rglob("*.py")]
    settings = {name for path in code for name in re.findall(r"SIGNPOST_[A-Z_]+", path.read_text())}
    text = (REPOSITORY / "docs/commands.md").read_text()
    assert settings
    assert sorted(name for name in settings if name not in text) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_every_link_leads_to_a_file(document: Path) -> None:
    missing = [link for link in LINK.findall(document.read_text()) if not (document.parent / link).exists()]
    assert missing == []


def test_every_route_is_documented() -> None:
    rows = re.findall(r"^\| `([^`?]*)", (REPOSITORY / "docs/web.md").read_text(), re.MULTILINE)
    documented = {re.sub(r"<[^>]*>", "<>", row) for row in rows}
    routes = [re.sub(r"<[^>]*>", "<>", rule.rule) for rule in create_app(Config.of({})).url_map.iter_rules()]
    assert sorted(documented) == sorted(routes)
