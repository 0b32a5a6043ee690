"""No need is lost to a village: every phrase of the phrase book keeps its words, but for times, ages and cost."""

import csv
from datetime import date
from pathlib import Path

import pytest

from directory.geography import Gazetteer
from index.box import split
from tests.conftest import REPOSITORY, compiled_geography

A_TUESDAY = date(2026, 11, 24)
REAL_PLACES = {"London", "Notting Hill"}


@pytest.fixture(scope="module")
def every_name(geography_cache: Path, mirror: Path) -> Gazetteer:
    """The places with the geography pack: four times as many names, and more of them words."""
    return Gazetteer.open(compiled_geography(geography_cache, mirror / "geography"))


def phrases() -> list[str]:
    with (REPOSITORY / "data/phrases.csv").open(encoding="utf-8") as lines:
        return [row["phrase"] for row in csv.DictReader(lines)]


def test_no_phrase_of_need_is_taken_for_a_place(every_name: Gazetteer) -> None:
    boxes = {phrase: split(phrase, every_name, today=A_TUESDAY) for phrase in phrases()}

    taken = {phrase: box.place.label for phrase, box in boxes.items() if box.place}
    assert {phrase: label for phrase, label in taken.items() if label.split(",")[0] not in REAL_PLACES} == {}
    assert [phrase for phrase, box in boxes.items() if not box.need] == []


def test_a_label_of_need_is_left_as_it_is(every_name: Gazetteer) -> None:
    with (REPOSITORY / "data/taxonomy/needs.csv").open(encoding="utf-8") as lines:
        labels = [row["label"] for row in csv.DictReader(lines)]

    assert [split(label, every_name, today=A_TUESDAY).need for label in labels] == labels
