"""Each source reads the real document of the mirror within what it expects of a healthy run."""

from pathlib import Path

import pytest

from crawlers.fetch import fetch
from crawlers.sources import all_sources
from directory.domain.home import Home
from directory.domain.sources import Issue
from tests.crawlers.reading import FETCHED_AT

MIRRORED = sorted(one.id for one in all_sources().values() if not one.demonstration)


@pytest.mark.parametrize("source_id", MIRRORED)
def test_real_document_is_as_healthy_as_its_source_expects(source_id: str, mirror: Path, tmp_path: Path) -> None:
    source = all_sources()[source_id]
    home = Home(folder=tmp_path, database_url="sqlite://", mirror=mirror)

    published = skipped = 0
    for item in source.parse(fetch(source.url, home, FETCHED_AT)):
        skipped += isinstance(item, Issue) and item.skipped
        published += not isinstance(item, Issue)

    assert source.expect.refusal(read=published + skipped, published=published, before=None) is None
