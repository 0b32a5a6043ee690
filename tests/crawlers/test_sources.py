"""Each source reads its fixture as expected, and is named, licensed and ordered as the rules say."""

import csv
from pathlib import Path

import pytest

from crawlers import sources
from crawlers.corrections import CORRECTIONS
from crawlers.sources import all_sources, source, sources_of_uk
from directory.domain.errors import NotFound
from tests.crawlers.reading import FIXTURES, expected_lines, fixture_document, lines_of

EVERY_SOURCE = sorted(all_sources())


@pytest.mark.parametrize("source_id", EVERY_SOURCE)
def test_source_reads_its_fixture_as_expected(source_id: str) -> None:
    reading = all_sources()[source_id].parse(fixture_document(source_id))

    assert list(lines_of(reading)) == expected_lines(source_id)


@pytest.mark.parametrize("source_id", EVERY_SOURCE)
def test_source_says_who_publishes_it_and_under_what_licence(source_id: str) -> None:
    declared = all_sources()[source_id]

    assert declared.title
    assert declared.publisher
    assert declared.licence
    assert declared.attribution.endswith(".")


def test_files_ids_and_fixture_folders_bear_the_same_names() -> None:
    folder = Path(sources.__file__).parent
    files = {path.stem.replace("_", "-") for path in folder.glob("*.py") if path.stem != "__init__"}

    assert files == set(EVERY_SOURCE)
    assert {path.name for path in FIXTURES.iterdir()} == set(EVERY_SOURCE)


def test_unknown_source_is_answered_with_the_names_nearest_to_it() -> None:
    with pytest.raises(NotFound, match="gb-salvation-army"):
        source("gb-salvation-arm")


def test_source_unlike_any_other_is_answered_with_where_to_look() -> None:
    with pytest.raises(NotFound, match="signpost sources"):
        source("zzz")


def test_known_source_is_found_by_its_id() -> None:
    assert source("gb-oscr-2021").publisher == "OSCR, the Scottish charity regulator"


def test_sources_of_uk_are_vocabularies_then_registers_then_what_adds_to_them() -> None:
    ids = [one.id for one in sources_of_uk()]

    assert ids[:2] == ["gb-icnptso", "gb-ukcat-tags"]
    assert ids.index("gb-ukcat-sample") < ids.index("gb-ccew-mergers")
    assert not {"demo-tyneside", "us-miami-211"} & set(ids)


@pytest.mark.parametrize("path", sorted(CORRECTIONS.glob("*.csv")), ids=lambda path: path.stem)
def test_each_correction_belongs_to_a_source_and_says_why_when_and_by_whom(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert path.stem in EVERY_SOURCE
    assert all(all(row[column] for column in ("column", "correct", "reason", "date", "author")) for row in rows)
