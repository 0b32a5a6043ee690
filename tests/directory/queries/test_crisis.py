"""The real files of data/crisis: what the page may say, and what is said of a file that cannot be used."""

import csv
import shutil
from pathlib import Path

import pytest

from directory.domain.crisis.choose import URGENT_TOPIC, choose
from directory.domain.crisis.lines import Cost, Kind, Line, Show
from directory.domain.places import Nation
from directory.queries.crisis import BadCrisisFile, read_crisis
from directory.queries.status_settings import DATA
from tests.directory.domain.crisis.made import uk

TABLES = read_crisis()
SHOWN = [line for line in TABLES.lines if line.is_shown]


def line_of(line_id: str) -> Line:
    return next(line for line in TABLES.lines if line.id == line_id)


@pytest.mark.parametrize("nation", [*Nation, None])
@pytest.mark.parametrize("topic", [topic.id for topic in TABLES.topics])
def test_somebody_answers_at_any_hour_for_every_kind_of_crisis(nation: Nation | None, topic: str) -> None:
    offers = choose(TABLES.lines, at=uk(2026, 12, 25, 4), nation=nation, topics=[topic])

    assert offers[0].line.is_always_open


@pytest.mark.parametrize("nation", list(Nation))
def test_each_nation_has_its_own_urgent_line_and_its_own_line_about_abuse(nation: Nation) -> None:
    for topic in (URGENT_TOPIC, "abuse_at_home"):
        own = [line for line in SHOWN if line.nations == {nation} and topic in line.topics and line.is_always_open]
        assert len(own) == 1


def test_111_is_not_for_northern_ireland() -> None:
    there = [line for line in SHOWN if Nation.NORTHERN_IRELAND in line.nations]

    assert there
    assert not any(line.phone == "111" for line in there)


def test_what_is_texted_is_never_rung() -> None:
    texted = {line.text for line in TABLES.lines if len(line.text) == 5}

    assert texted
    assert not texted & {line.phone for line in TABLES.lines}


def test_no_number_that_begins_with_03_is_called_free() -> None:
    costs = {line.cost for line in TABLES.lines if line.phone.startswith("03")}

    assert costs <= {Cost.NORMAL, Cost.UNKNOWN}


def test_a_closed_line_is_kept_so_that_nobody_adds_it_again() -> None:
    assert line_of("womens_aid_chat").show is Show.NO


def test_every_line_that_is_not_shown_says_what_to_find_out() -> None:
    assert [line.id for line in TABLES.lines if not line.is_shown and not line.check] == []


def test_every_line_that_is_shown_says_where_it_was_seen() -> None:
    assert [line.id for line in SHOWN if not line.number_seen] == []
    assert [line.id for line in SHOWN if line.sure_hours and not line.hours_seen] == []


def test_ways_to_reach_999_without_speaking_are_shown() -> None:
    assert {line.id for line in SHOWN if line.kind is Kind.SIGNS} == {"emergency_sms", "999_bsl"}


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the files, to be spoilt."""
    return Path(shutil.copytree(DATA / "crisis", tmp_path / "crisis"))


def test_a_bad_row_is_named_with_its_file(copied: Path) -> None:
    with (copied / "words.csv").open("a", encoding="utf-8") as file:
        csv.writer(file).writerow(["oh dear", "weather", "strong", "en"])

    with pytest.raises(BadCrisisFile, match=r"words\.csv: Row \d+ \(oh dear\), topics: Nobody knows 'weather'\."):
        read_crisis(copied)


def test_a_file_that_is_not_there_is_named(copied: Path) -> None:
    (copied / "lines.csv").unlink()

    with pytest.raises(BadCrisisFile, match=r"lines\.csv cannot be read: No such file"):
        read_crisis(copied)


def test_a_file_that_is_no_text_is_named(copied: Path) -> None:
    (copied / "topics.csv").write_bytes(b"id,label\n\xff,x\n")

    with pytest.raises(BadCrisisFile, match=r"topics\.csv is no CSV in UTF-8"):
        read_crisis(copied)


def test_a_file_with_a_stray_quote_is_named(copied: Path) -> None:
    with (copied / "topics.csv").open("a", encoding="utf-8") as file:
        file.write('"a"b,c\n')

    with pytest.raises(BadCrisisFile, match=r"topics\.csv is no CSV in UTF-8"):
        read_crisis(copied)
