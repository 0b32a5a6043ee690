"""A run fetches, archives and hands over; what goes wrong with one source is recorded and stops no other."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crawlers.errors import SchemaChanged
from crawlers.fetch import fetch
from crawlers.runs import harvest
from crawlers.sources import source
from directory.domain.home import Home
from directory.domain.sources import Expect, Issue, Observation, Outcome, RawDocument
from directory.intake import Door, archive, open_door
from tests.crawlers.reading import FETCHED_AT, FIXTURES

SCALE = replace(
    source("gb-charity-scale"),
    url=(FIXTURES / "gb-charity-scale" / "input.csv").relative_to(Path(__file__).parents[2]).as_posix(),
    expect=Expect(max_skipped=0.5),
)


@pytest.fixture
def door(home: Home) -> Iterator[Door]:
    """The door of a new installation."""
    with open_door(home) as door:
        yield door


def test_run_publishes_and_its_counts_add_up(door: Door, home: Home) -> None:
    run = harvest(door, SCALE, home, FETCHED_AT)

    assert run.outcome is Outcome.PUBLISHED
    assert (run.read, run.published, run.skipped) == (4, 2, 2)


def test_document_is_in_the_archive_after_the_run(door: Door, home: Home) -> None:
    harvest(door, SCALE, home, FETCHED_AT)

    document = fetch(SCALE.url, home, FETCHED_AT)
    assert archive.read(home.documents, document.sha256) == document.content


def test_reading_the_same_document_again_changes_nothing(door: Door, home: Home) -> None:
    harvest(door, SCALE, home, FETCHED_AT)

    again = harvest(door, SCALE, home, FETCHED_AT)

    assert (again.new, again.changed, again.vanished, again.unchanged) == (0, 0, 0, 2)


def test_source_that_cannot_be_fetched_is_a_failed_run(door: Door, home: Home) -> None:
    run = harvest(door, replace(SCALE, url="data/nowhere.csv"), home, FETCHED_AT)

    assert run.outcome is Outcome.FAILED
    assert run.reason == "This repository has no data/nowhere.csv"


def test_source_whose_columns_changed_is_a_failed_run_and_its_document_is_kept(door: Door, home: Home) -> None:
    def parse(document: RawDocument) -> Iterator[Observation | Issue]:
        yield Issue(field="name", reason="Nobody named it", value="", skipped=True)
        raise SchemaChanged("Nothing here knows the columns “budget”, line 2")

    run = harvest(door, replace(SCALE, parse=parse), home, FETCHED_AT)

    assert run.outcome is Outcome.FAILED
    assert run.reason == "Nothing here knows the columns “budget”, line 2"
    assert archive.read(home.documents, fetch(SCALE.url, home, FETCHED_AT).sha256)


def test_run_with_too_few_records_is_refused(door: Door, home: Home) -> None:
    run = harvest(door, replace(SCALE, expect=Expect(min_records=1_000, max_skipped=0.5)), home, FETCHED_AT)

    assert run.outcome is Outcome.REFUSED


def test_progress_is_told_how_much_was_read(door: Door, home: Home) -> None:
    told: list[int] = []

    harvest(door, SCALE, home, FETCHED_AT, told.append)

    assert told[-1] == 4


def test_mistake_in_reading_is_a_failed_run_and_is_logged(
    door: Door, home: Home, caplog: pytest.LogCaptureFixture
) -> None:
    def parse(document: RawDocument) -> Iterator[Observation | Issue]:
        yield Issue(field="name", reason="Nobody named it", value="", skipped=True)
        raise ZeroDivisionError

    run = harvest(door, replace(SCALE, parse=parse), home, FETCHED_AT)

    assert run.outcome is Outcome.FAILED
    assert "ZeroDivisionError" in str(run.reason)
    assert "Reading gb-charity-scale failed" in caplog.text
