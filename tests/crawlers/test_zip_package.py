"""Packages are unzipped without trust in what the zip says of itself."""

import warnings
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from crawlers import limits
from crawlers.errors import UnreadableDocument
from crawlers.families import zip_package
from crawlers.families.zip_package import csv_files


def zipped(*files: tuple[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package, warnings.catch_warnings(action="ignore"):
        for name, content in files:
            package.writestr(name, content)
    return buffer.getvalue()


def test_only_csv_files_are_unpacked() -> None:
    content = zipped(("data/b.csv", b"b"), ("datapackage.json", b"{}"), ("a.CSV", b"a"))

    assert csv_files(content) == {"a.CSV": b"a", "data/b.csv": b"b"}


@pytest.mark.parametrize("name", ["../a.csv", "/etc/a.csv", "data/../../a.csv", "C:\\a.csv", "data\\..\\a.csv"])
def test_path_that_leads_out_of_the_zip_is_refused(name: str) -> None:
    with pytest.raises(UnreadableDocument, match="leads out"):
        csv_files(zipped((name, b"a")))


def test_two_files_of_one_name_are_refused() -> None:
    with pytest.raises(UnreadableDocument, match="two files of one name"):
        csv_files(zipped(("a.csv", b"a"), ("a.csv", b"b")))


def test_too_many_files_are_refused() -> None:
    files = ((f"{number}.csv", b"") for number in range(limits.MAX_FILES + 1))

    with pytest.raises(UnreadableDocument, match="more than"):
        csv_files(zipped(*files))


def test_bomb_is_refused_before_it_is_unpacked_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_package, "MAX_UNPACKED", 1_000_000)

    with pytest.raises(UnreadableDocument, match="unpacks to more than"):
        csv_files(zipped(("a.csv", b"0" * 600_000), ("b.csv", b"0" * 600_000)))


def test_truncated_zip_is_unreadable() -> None:
    with pytest.raises(UnreadableDocument, match="cannot be opened"):
        csv_files(zipped(("a.csv", b"a"))[:40])
