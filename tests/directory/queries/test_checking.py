"""Reading how often services are checked."""

import csv
from pathlib import Path

import pytest

from directory.domain.status.queue import Risk
from directory.domain.status.settings import BadSettings
from directory.queries.checking import read_check_settings
from directory.queries.status_settings import DATA

SHIPPED = DATA / "status" / "checking.toml"


def test_the_classes_that_come_with_signpost_name_needs_that_there_are_each_once() -> None:
    with (DATA / "taxonomy" / "needs.csv").open(encoding="utf-8", newline="") as file:
        needs = {row["id"] for row in csv.DictReader(file)}
    named = [need for risk in Risk for need in read_check_settings().risk[risk].needs]

    assert len(named) > 20
    assert len(set(named)) == len(named)
    assert set(named) <= needs


def test_crisis_is_weekly_food_and_money_monthly_care_quarterly_and_the_rest_twice_a_year() -> None:
    settings = read_check_settings()

    assert [settings.risk[risk].every_days for risk in Risk] == [7, 30, 91, 182]
    assert settings.doubtful == 0.80


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("every_days = 7", "every_days = 0", "makes no sense: Expected `int` >= 1"),
        ("doubtful = 0.80", "", "makes no sense: Object missing required field `doubtful`"),
        ("[risk.other]", "[risk.others]", "makes no sense: Invalid enum value 'others'"),
        ("again_days = 3", "again_days = three", "makes no sense: "),
    ],
)
def test_a_broken_file_is_named_in_one_sentence(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = tmp_path / "checking.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(BadSettings) as refused:
        read_check_settings(path)
    assert str(refused.value).startswith(f"{path} {complaint}")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match=r"absent\.toml cannot be read: No such file or directory\."):
        read_check_settings(tmp_path / "absent.toml")
