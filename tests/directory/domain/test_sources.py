"""What a healthy run is, where an installation keeps its files, and the hash of a document."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from directory.domain.home import Home
from directory.domain.sources import Authority, Expect, RawDocument

EXPECT = Expect(min_records=10, max_records=100, max_drop=0.2, max_skipped=0.1)


@pytest.mark.parametrize(
    ("read", "published", "before", "reason"),
    [
        (50, 50, None, None),
        (50, 46, 50, None),
        (9, 9, None, "Only 9 good records"),
        (101, 101, None, "at most 100"),
        (50, 40, None, "10 of 50 records are defective"),
        (50, 50, 80, "a drop of more than 20%"),
    ],
)
def test_a_run_is_refused_with_its_reason(read: int, published: int, before: int | None, reason: str | None) -> None:
    refusal = EXPECT.refusal(read=read, published=published, before=before)
    assert refusal is None if reason is None else reason in str(refusal)


def test_an_owner_ranks_before_everyone() -> None:
    assert sorted(Authority, key=lambda one: one.rank) == ["owner", "moderator", "feed", "crawl"]


def test_a_document_is_named_by_its_hash() -> None:
    document = RawDocument(url="https://example.org/a.csv", content=b"a,b", fetched_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert document.sha256 == sha256(b"a,b").hexdigest()


def test_a_home_is_read_from_the_environment_and_has_defaults(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    home = Home.of({})
    assert home.folder == tmp_path / "var"
    assert home.database_url == f"sqlite:///{tmp_path / 'var' / 'catalogue.sqlite'}"
    assert home.mirror is None
    named = Home.of({"SIGNPOST_HOME": "/srv/s", "SIGNPOST_DATABASE_URL": "postgresql://db/s", "SIGNPOST_MIRROR": "/m"})
    assert (named.folder, named.database_url, named.mirror) == (Path("/srv/s"), "postgresql://db/s", Path("/m"))
    assert {named.geography.parent, named.index.parent, named.documents.parent} == {named.folder}
