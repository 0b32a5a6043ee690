"""No document, however damaged, makes a source raise anything but the errors of crawling."""

from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawlers.errors import CrawlError
from crawlers.sources import all_sources
from directory.domain.codec import content_hash
from directory.domain.sources import Observation, RawDocument
from tests.crawlers.reading import FETCHED_AT, fixture_document

EVERY_SOURCE = sorted(all_sources())
PATIENT = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
JUNK = st.one_of(st.binary(max_size=60), st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")))


def read_all(source_id: str, content: bytes) -> None:
    """Read ``content`` as a document of the source; what comes of it has to be fit to be kept."""
    document = RawDocument(url="https://example.org/junk", content=content, fetched_at=FETCHED_AT)
    with suppress(CrawlError):
        for item in all_sources()[source_id].parse(document):
            if isinstance(item, Observation):
                content_hash(item.record)
                item.local_id.encode()


def damaged(content: bytes, junk: bytes, at: float, cut: int) -> bytes:
    start = int(at * len(content))
    return content[:start] + junk + content[start + cut :]


@pytest.mark.parametrize("source_id", EVERY_SOURCE)
@PATIENT
@given(content=JUNK)
def test_junk_raises_nothing_but_errors_of_crawling(source_id: str, content: bytes) -> None:
    read_all(source_id, content)


@pytest.mark.parametrize("source_id", EVERY_SOURCE)
@PATIENT
@given(junk=JUNK, at=st.floats(0, 1), cut=st.integers(0, 80))
def test_damaged_document_raises_nothing_but_errors_of_crawling(
    source_id: str, junk: bytes, at: float, cut: int
) -> None:
    read_all(source_id, damaged(fixture_document(source_id).content, junk, at, cut))


@PATIENT
@given(junk=JUNK, at=st.floats(0, 1), cut=st.integers(0, 80), member=st.integers(0, 100))
@pytest.mark.parametrize("source_id", ["demo-tyneside", "us-miami-211"])
def test_damaged_table_of_a_package_raises_nothing_but_errors_of_crawling(
    source_id: str, junk: bytes, at: float, cut: int, member: int
) -> None:
    document = fixture_document(source_id)
    packed = BytesIO()
    with ZipFile(BytesIO(document.content)) as whole, ZipFile(packed, "w") as package:
        names = whole.namelist()
        for name in names:
            content = whole.read(name)
            chosen = name == names[member % len(names)]
            package.writestr(name, damaged(content, junk, at, cut) if chosen else content)

    read_all(source_id, replace(document, content=packed.getvalue()).content)
