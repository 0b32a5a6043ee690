"""Fetching the document a source declares: from the mirror, from this repository, or from the network.

The client is the small one: it reads declared addresses only, keeps no manners beyond a size cap, a time-out and an
honest name, does not read robots rules, and must not be given an address that a visitor wrote.
"""

import csv
from datetime import UTC, datetime
from importlib.metadata import version
from io import BytesIO
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile, ZipInfo

import httpx

from crawlers.errors import FetchError
from crawlers.limits import MAX_BYTES, MAX_REDIRECTS, TIMEOUT_S
from directory.domain.home import Home
from directory.domain.sources import RawDocument

REPOSITORY = Path(__file__).parents[1]

MIRROR_ONLY = "mirror:"
"""Begins the address of a document that was worked out by somebody, and is published nowhere."""

_NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a zip made here (the first there is), so that equal folders make equal zips."""


def fetch(url: str, home: Home, at: datetime, transport: httpx.BaseTransport | None = None) -> RawDocument:
    """The document at ``url``, fetched ``at`` this time; raise `FetchError` when it cannot be had.

    A path relative to the repository is read from there, and ``mirror:`` with a path is to be had from a mirror alone.
    An installation with a mirror never uses the network.
    ``transport`` is how to reach the network when not by the default.
    """
    if url.startswith(MIRROR_ONLY) and home.mirror is None:
        raise FetchError(f"{url} has no public address: name a folder that holds it by SIGNPOST_MIRROR")
    if urlsplit(url).scheme not in ("http", "https", "mirror"):
        return _from_repository(url, at)
    if home.mirror is not None:
        return _from_mirror(url, home.mirror)
    return _from_network(url, at, transport)


def _from_mirror(url: str, mirror: Path) -> RawDocument:
    """The copy that the mirror's manifest names for ``url``, if it is still the one it describes."""
    try:
        with (mirror / "manifest.csv").open(encoding="utf-8", newline="") as manifest:
            entry = next(
                (row for row in csv.DictReader(manifest) if url in (row["url"], MIRROR_ONLY + row["file"])), None
            )
        if entry is None:
            raise FetchError(f"The mirror has no copy of {url}")
        content = (mirror / entry["file"]).read_bytes()
    except OSError as error:
        raise FetchError(f"The mirror cannot be read: {error}") from None
    retrieved = datetime.fromisoformat(entry["retrieved"]).replace(tzinfo=UTC)
    document = RawDocument(url=url, content=content, fetched_at=retrieved, media_type=guess_type(url)[0])
    if document.sha256 != entry["sha256"]:
        raise FetchError(f"The mirror's copy of {url} is not the one its manifest describes")
    return document


def _from_repository(url: str, at: datetime) -> RawDocument:
    """A file of this repository as it is, or a folder as a zip."""
    path = (REPOSITORY / url).resolve()
    if not path.is_relative_to(REPOSITORY) or not path.exists():
        raise FetchError(f"This repository has no {url}")
    if path.is_dir():
        return RawDocument(url=url, content=zip_of(path), fetched_at=at, media_type="application/zip")
    return RawDocument(url=url, content=path.read_bytes(), fetched_at=at, media_type=guess_type(url)[0])


def zip_of(folder: Path) -> bytes:
    """The files of a folder as a zip that depends on nothing but their names and bytes."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            package.writestr(ZipInfo(path.relative_to(folder).as_posix(), date_time=_NO_DATE), path.read_bytes())
    return buffer.getvalue()


def _from_network(url: str, at: datetime, transport: httpx.BaseTransport | None) -> RawDocument:
    headers = {"User-Agent": f"Signpost/{version('signpost')} (community directory; reads openly licensed data)"}
    try:
        with httpx.Client(headers=headers, timeout=TIMEOUT_S, transport=transport) as client:
            content, media_type = _read_capped(client, url)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(f"{url} could not be fetched: {str(error) or type(error).__name__}") from None
    return RawDocument(url=url, content=content, fetched_at=at, media_type=media_type)


def _read_capped(client: httpx.Client, url: str) -> tuple[bytes, str | None]:
    """The body and media type of an answer, through redirects that do not leave the scheme or only leave http."""
    for _ in range(MAX_REDIRECTS + 1):
        with client.stream("GET", url) as response:
            if response.next_request is not None:
                url = _redirected(url, str(response.next_request.url))
                continue
            response.raise_for_status()
            content = bytearray()
            for chunk in response.iter_bytes():
                content += chunk
                if len(content) > MAX_BYTES:
                    raise FetchError(f"{url} is longer than {MAX_BYTES:,} bytes")
            return bytes(content), response.headers.get("Content-Type")
    raise FetchError(f"{url} redirects more than {MAX_REDIRECTS} times")


def _redirected(url: str, to: str) -> str:
    if urlsplit(to).scheme not in {"https", urlsplit(url).scheme}:
        raise FetchError(f"{url} redirects to another scheme: {to}")
    return to
