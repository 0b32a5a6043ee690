"""The geography commands: what they print, and how they fail."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from directory.domain.errors import SignpostError
from directory.domain.home import Home
from directory.geography import Gazetteer, Progress, cli


def run(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(cli.geography, arguments, obj=home)


@pytest.fixture
def empty_home(tmp_path: Path) -> Home:
    return Home(folder=tmp_path, database_url="sqlite://")


@pytest.fixture
def home(empty_home: Home, geography_folder: Path) -> Home:
    empty_home.geography.symlink_to(geography_folder)
    return empty_home


def test_a_postcode_is_printed_with_all_that_is_known(home: Home) -> None:
    result = run(home, "lookup", "ne28 9nd")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Place: NE28 9ND",
        "Precision: postcode, within 100 m",
        "Point: 55.01179, -1.49559",
        "Local authority: E08000022 North Tyneside",
        "Nation: England",
    ]


def test_namesakes_and_notes_are_printed(home: Home) -> None:
    assert "Others: Newport, Isle of Wight; Newport, Telford and Wrekin" in run(home, "lookup", "Newport").stdout
    assert "Note: Postcodes of Northern Ireland are known" in run(home, "lookup", "BT1 5GS").stdout


def test_with_the_pack_the_authority_is_named_and_an_ended_postcode_says_so(
    empty_home: Home, packed_gazetteer: Gazetteer, geography_cache: Path
) -> None:
    empty_home.geography.symlink_to(geography_cache / "packed")

    lines = run(empty_home, "lookup", "AB1 0AA").stdout.splitlines()

    assert lines[0] == "Place: AB1 0AA (ended)"
    assert lines[3] == "Local authority: S12000033 Aberdeen City"


def test_json_has_the_place_and_its_namesakes(home: Home) -> None:
    document = json.loads(run(home, "lookup", "Newport", "--json").stdout)

    assert document["place"]["label"] == "Newport, Wales"
    assert document["place"]["local_authority"] == {"code": "W06000022", "name": "Newport"}
    assert document["alternatives"][0]["label"] == "Newport, Isle of Wight"
    assert document["reason"] is None


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("JE2 3AB",), "Postcodes of Jersey have no published coordinates"),
        (("Walsend", "--json"), "did you mean Wallsend?"),
        (("Newport, Nowhere",), "Newport, Wales"),
    ],
)
def test_what_is_not_found_ends_with_the_reason(home: Home, arguments: tuple[str, ...], message: str) -> None:
    result = run(home, "lookup", *arguments)

    assert result.exit_code == 1
    assert message in result.stderr


def test_a_look_up_before_the_build_says_how_to_build(empty_home: Home) -> None:
    result = run(empty_home, "lookup", "NE28 9ND")

    assert result.exit_code == 1
    assert "signpost geography build" in result.stderr


def test_build_hands_over_folder_pack_and_progress(empty_home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[tuple[Path, Path | None]] = []

    def record(folder: Path, pack: Path | None, progress: Progress) -> None:
        progress("Reading postcodes", 0.5)
        built.append((folder, pack))

    monkeypatch.setattr(cli, "build", record)
    result = run(empty_home, "build", "--pack", str(empty_home.folder))

    assert result.exit_code == 0
    assert built == [(empty_home.geography, empty_home.folder)]
    assert "Built in" in result.stdout
    assert "Reading postcodes" in result.stderr


def test_build_fails_with_a_sentence(empty_home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise SignpostError("The postcodes are missing.")

    monkeypatch.setattr(cli, "build", fail)
    result = run(empty_home, "build")

    assert result.exit_code == 1
    assert "The postcodes are missing." in result.stderr
