"""The numbers of hearing: read from their file, and refused by name where one is missing or no number."""

from pathlib import Path

import msgspec
import pytest

from index.boosts import DATA
from index.needs.hearing import read_hearing

REAL = (DATA / "hearing.toml").read_text(encoding="utf-8")


def changed(folder: Path, line: str, by: str) -> Path:
    assert line in REAL
    path = folder / "hearing.toml"
    path.write_text(REAL.replace(line, by), encoding="utf-8")
    return path


def test_the_real_numbers_make_sense() -> None:
    hearing = read_hearing(DATA / "hearing.toml")

    assert 0 < hearing.nearly <= 1
    assert 0 < hearing.least <= 1
    assert 0 < hearing.least_of_best <= 1
    assert hearing.most >= 1
    assert {"mum", "wife"} <= set(hearing.people.split())


def test_a_setting_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(msgspec.ValidationError, match="nearly"):
        read_hearing(changed(tmp_path, "\nnearly = ", "\nnot_nearly = "))


def test_a_setting_that_is_no_number_is_named(tmp_path: Path) -> None:
    with pytest.raises(msgspec.ValidationError, match=r"\$\.label"):
        read_hearing(changed(tmp_path, "\nlabel = 2.0", '\nlabel = "two"'))
