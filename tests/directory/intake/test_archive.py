"""Raw documents are kept by their hash, once, whole, and come back as they were."""

import gzip
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.domain.errors import NotFound
from directory.domain.sources import RawDocument
from directory.intake import archive
from tests.crawlers.reading import FETCHED_AT


def document(content: bytes) -> RawDocument:
    return RawDocument(url="https://example.org/a.csv", content=content, fetched_at=FETCHED_AT)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=200))
def test_document_comes_back_as_it_was(content: bytes, tmp_path: Path) -> None:
    archive.keep(tmp_path, document(content))

    assert archive.read(tmp_path, document(content).sha256) == content


def test_keeping_a_document_again_leaves_its_file_alone(tmp_path: Path) -> None:
    path = archive.keep(tmp_path, document(b"name\n"))
    written = path.stat().st_mtime_ns

    assert archive.keep(tmp_path, document(b"name\n")) == path
    assert path.stat().st_mtime_ns == written


def test_nothing_unfinished_is_left_beside_a_document(tmp_path: Path) -> None:
    path = archive.keep(tmp_path, document(b"name\n"))

    assert list(path.parent.iterdir()) == [path]


def test_equal_documents_make_equal_files(tmp_path: Path) -> None:
    one, two = (archive.keep(tmp_path / name, document(b"name\n")) for name in ("one", "two"))

    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("sha256", ["0" * 64, "../../etc/passwd", ""])
def test_hash_of_nothing_kept_is_not_found(sha256: str, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        archive.read(tmp_path, sha256)


def test_damaged_document_is_not_given_out(tmp_path: Path) -> None:
    kept = document(b"name\n")
    path = archive.keep(tmp_path, kept)
    path.write_bytes(path.read_bytes()[:-4])

    with pytest.raises(NotFound, match="damaged"):
        archive.read(tmp_path, kept.sha256)


def test_document_exchanged_for_another_is_not_given_out(tmp_path: Path) -> None:
    kept = document(b"name\n")
    archive.keep(tmp_path, kept).write_bytes(gzip.compress(b"another\n"))

    with pytest.raises(NotFound, match="another hash"):
        archive.read(tmp_path, kept.sha256)
