"""A declared document comes from the mirror, from this repository or from the network, and says why it does not."""

from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import httpx
import pytest

from crawlers import fetch as fetching
from crawlers.errors import FetchError
from crawlers.fetch import fetch, zip_of
from crawlers.sources import all_sources
from directory.domain.home import Home
from tests.crawlers.reading import FETCHED_AT

URL = "https://example.org/clubs.csv"
CONTENT = b"name\nWade Choir\n"


@pytest.fixture
def connected(tmp_path: Path) -> Home:
    """An installation with no mirror."""
    return Home(folder=tmp_path, database_url="sqlite://")


@pytest.fixture
def mirrored(tmp_path: Path) -> Home:
    """An installation with a mirror that has one document."""
    mirror = tmp_path / "mirror"
    mirror.mkdir()
    (mirror / "clubs.csv").write_bytes(CONTENT)
    manifest = f"url,file,retrieved,sha256\n{URL},clubs.csv,2026-07-07,{sha256(CONTENT).hexdigest()}\n"
    (mirror / "manifest.csv").write_text(manifest, encoding="utf-8")
    return Home(folder=tmp_path, database_url="sqlite://", mirror=mirror)


def answering(answer: Callable[[httpx.Request], httpx.Response]) -> httpx.MockTransport:
    return httpx.MockTransport(answer)


def test_mirror_answers_a_declared_address_as_of_when_it_was_retrieved(mirrored: Home) -> None:
    document = fetch(URL, mirrored, FETCHED_AT)

    assert (document.url, document.content) == (URL, CONTENT)
    assert document.fetched_at == datetime(2026, 7, 7, tzinfo=UTC)
    assert document.media_type == "text/csv"


def test_copy_that_is_not_the_one_described_is_refused(mirrored: Home) -> None:
    assert mirrored.mirror is not None
    (mirrored.mirror / "clubs.csv").write_bytes(b"name\nTampered\n")

    with pytest.raises(FetchError, match="not the one its manifest describes"):
        fetch(URL, mirrored, FETCHED_AT)


def test_mirror_without_a_copy_never_turns_to_the_network(mirrored: Home) -> None:
    with pytest.raises(FetchError, match="no copy of"):
        fetch("https://example.org/other.csv", mirrored, FETCHED_AT)


def test_mirror_that_is_not_there_says_so(tmp_path: Path) -> None:
    home = Home(folder=tmp_path, database_url="sqlite://", mirror=tmp_path / "nowhere")

    with pytest.raises(FetchError, match="cannot be read"):
        fetch(URL, home, FETCHED_AT)


def test_every_real_source_is_in_the_mirror(mirror: Path, tmp_path: Path) -> None:
    home = Home(folder=tmp_path, database_url="sqlite://", mirror=mirror)

    for source in all_sources().values():
        if not source.demonstration:
            assert fetch(source.url, home, FETCHED_AT).content


def test_folder_of_the_repository_comes_as_a_zip(connected: Home) -> None:
    document = fetch("data/demo", connected, FETCHED_AT)

    assert document.media_type == "application/zip"
    assert document.content.startswith(b"PK")
    assert document.fetched_at == FETCHED_AT


def test_file_of_the_repository_comes_as_it_is(connected: Home) -> None:
    document = fetch("data/corrections/gb-360g-power-to-change.csv", connected, FETCHED_AT)

    assert document.content.startswith(b"column,published,correct")


@pytest.mark.parametrize("url", ["../shared", "/etc/passwd", "data/nowhere"])
def test_path_that_is_not_in_the_repository_is_refused(url: str, connected: Home) -> None:
    with pytest.raises(FetchError, match="This repository has no"):
        fetch(url, connected, FETCHED_AT)


def test_equal_folders_make_equal_zips(tmp_path: Path) -> None:
    for folder, names in (("one", ("b.csv", "a.csv")), ("two", ("a.csv", "b.csv"))):
        (tmp_path / folder / "data").mkdir(parents=True)
        for name in names:
            (tmp_path / folder / "data" / name).write_text(name, encoding="utf-8")

    assert zip_of(tmp_path / "one") == zip_of(tmp_path / "two")


def test_network_is_asked_under_an_honest_name(connected: Home) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["User-Agent"].startswith("Signpost/")
        return httpx.Response(200, content=CONTENT, headers={"Content-Type": "text/csv"})

    document = fetch(URL, connected, FETCHED_AT, answering(answer))

    assert (document.content, document.fetched_at, document.media_type) == (CONTENT, FETCHED_AT, "text/csv")


def test_redirect_is_followed_to_where_it_leads(connected: Home) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/clubs.csv":
            return httpx.Response(302, headers={"Location": "/moved.csv"})
        return httpx.Response(200, content=CONTENT)

    assert fetch(URL, connected, FETCHED_AT, answering(answer)).content == CONTENT


def test_redirect_to_another_scheme_is_refused(connected: Home) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"Location": "http://example.org/clubs.csv"})

    with pytest.raises(FetchError, match="another scheme"):
        fetch(URL, connected, FETCHED_AT, answering(answer))


def test_redirects_without_end_are_refused(connected: Home) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"Location": URL})

    with pytest.raises(FetchError, match="more than 5 times"):
        fetch(URL, connected, FETCHED_AT, answering(answer))


def test_document_above_the_size_cap_is_refused(connected: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MAX_BYTES", 10)

    with pytest.raises(FetchError, match="longer than 10 bytes"):
        fetch(URL, connected, FETCHED_AT, answering(lambda _: httpx.Response(200, content=CONTENT)))


def test_answer_that_is_an_error_is_no_document(connected: Home) -> None:
    with pytest.raises(FetchError, match="404"):
        fetch(URL, connected, FETCHED_AT, answering(lambda _: httpx.Response(404)))


def test_network_that_fails_says_how(connected: Home) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("", request=request)

    with pytest.raises(FetchError, match="ConnectTimeout"):
        fetch(URL, connected, FETCHED_AT, answering(answer))
