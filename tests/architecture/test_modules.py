"""Every module says what it is for, and none grows past what one reading holds."""

import ast
import tomllib
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

MOST_LINES = 320
"""What can be read in one go."""

PACKAGES = ("directory", "crawlers", "index", "web")
MODULES = sorted(path for package in PACKAGES for path in (REPOSITORY / package).rglob("*.py"))
WRITTEN = [path for path in MODULES if "versions" not in path.parts]
NOT_USED = {"manager", "helper", "helpers", "util", "utils", "common", "base", "misc", "scraper", "spider"}


def name(path: Path) -> str:
    return str(path.relative_to(REPOSITORY))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_begins_with_one_sentence(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text())) or ""
    first = docstring.partition("\n\n")[0]
    assert first.endswith("."), f"{name(path)} does not say in a sentence what it is for"


@pytest.mark.parametrize("path", WRITTEN, ids=name)
def test_a_module_is_one_idea(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= MOST_LINES
    assert path.stem not in NOT_USED


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nothing_imports_the_front_door(path: Path) -> None:
    imported = {
        alias.name if isinstance(node, ast.Import) else node.module
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert "signpost" not in imported


def test_every_package_is_installed() -> None:
    listed = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]
    found = {".".join(path.parent.relative_to(REPOSITORY).parts) for path in MODULES if path.name == "__init__.py"}
    assert sorted(found) == sorted(listed)
