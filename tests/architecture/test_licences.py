"""Every file of data and of the site's dress has an origin and a licence, said once."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

PARTS = tomllib.loads((REPOSITORY / "data/licences.toml").read_text())["part"]
FILES = [
    str(path.relative_to(REPOSITORY))
    for folder in ("data", "web/static")
    for path in sorted(Path(REPOSITORY / folder).rglob("*"))
    if path.is_file() and path.name != "licences.toml"
]


@pytest.mark.parametrize("file", FILES)
def test_a_file_has_one_origin_and_licence(file: str) -> None:
    about = [part for part in PARTS if fnmatch(file, part["files"])]
    assert len(about) == 1
    assert about[0]["origin"].endswith(".")
    assert about[0]["licence"]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: str(part["files"]))
def test_nothing_is_said_of_files_that_are_not_there(part: dict[str, str]) -> None:
    assert any(fnmatch(file, part["files"]) for file in FILES)
