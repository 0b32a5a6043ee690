"""Reading the numbers of the status model from their file."""

from pathlib import Path

import pytest

from directory.domain.status.history import FirstSource, GroupKind
from directory.domain.status.settings import BadSettings
from directory.queries.status_settings import DATA, read_status_settings

SHIPPED = DATA / "status" / "settings.toml"


def test_the_numbers_that_come_with_signpost_make_sense() -> None:
    settings = read_status_settings()
    assert settings.hazard[GroupKind.INFORMAL] == 0.12
    assert settings.first[FirstSource.IMPORT] == 0.93
    assert settings.status.likely_closed == 0.25
    assert set(settings.channel) == {"web", "phone", "register", "text", "feed"}


def changed(folder: Path, old: str, new: str) -> Path:
    text = SHIPPED.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = folder / "settings.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("informal = 0.12", "", "make no sense: Expected `object` of length >= 5 - at `$.hazard`."),
        ("informal = 0.12", "informal = -1", "make no sense: Expected `float` >= 0.0 - at `$.hazard[...]`."),
        ("[grid]", "[grids]", "lack 'grid'."),
        ("step_days = 14", "step_days = 14 days", "is no TOML in UTF-8: "),
    ],
)
def test_a_broken_file_is_named_in_one_sentence(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    path = changed(tmp_path, old, new)
    with pytest.raises(BadSettings) as refused:
        read_status_settings(path)
    said = str(refused.value)
    assert said.startswith(str(path))
    assert complaint in said
    assert said.endswith(".")
    assert "\n" not in said


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match=r"absent\.toml cannot be read: No such file or directory\."):
        read_status_settings(tmp_path / "absent.toml")


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"# caf\xe9\n")
    with pytest.raises(BadSettings, match="is no TOML in UTF-8"):
        read_status_settings(path)
